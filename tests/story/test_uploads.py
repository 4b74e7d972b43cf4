"""The results of a month in ССТУ.РФ: asked for once, marked by a press, told by the month's report (R82)."""

import asyncio
import json
from dataclasses import replace
from datetime import date

from bot.papers.month import write_month
from bot.papers.orders import Order
from bot.setup_texts import russian
from tests.city import labels, running, settings_for, sleeping_town
from tests.story.scenes import ask_database, bot_in


def questions(town):
    return [message for message in bot_in(town.coordinators) if "ССТУ.РФ" in message.text]


async def test_r82_on_the_first_working_day_the_coordinators_are_asked_once_and_the_report_tells_who_did_it(
    tmp_path,
):
    async with sleeping_town(tmp_path, change=lambda town: replace(town, sstu=True)) as town:
        olga = town.olga.in_(town.coordinators)
        async with running(town):
            assert questions(town) == [], "a town that has begun today owes nothing for the month before"
            await town.wait(30 * 24 * 3600)
            (question,) = questions(town)
            assert "за март 2026 года" in question.text
            assert labels(question) == ["Выгружено"]
        async with running(town):
            await town.wait(24 * 3600)
            assert questions(town) == [question], "a restart and another day ask nobody again"
            await olga.press_data(question, f"up:{date(2026, 4, 1).toordinal()}")
            await town.settle()
            assert "ещё не кончился" in town.olga.toast.text
            await town.clicks(olga, "Выгружено", on=question)
            assert "✅ ССТУ.РФ: результаты за март 2026 года выгружены. Кузнецова О. П." in question.text
            assert labels(question) == []
            await olga.press_data(question, f"up:{date(2026, 3, 1).toordinal()}")
            await town.settle()
            assert ask_database(town, "SELECT count(*) FROM journal WHERE action = 'uploaded'") == [(1,)]
            paper, told = await asyncio.to_thread(march, town)
            assert "внесены на портал ССТУ.РФ 02.04.2026 (Кузнецова О. П.)" in paper
            assert told["uploaded_on"] == "2026-04-02"


def march(town):
    """The month's report as text and as figures."""
    said, out = [], town.database.with_name("month.txt")
    settings = settings_for(town.address, town.world, town.database)
    order = Order(out, as_json=True)
    write_month(settings, date(2026, 3, 1), order, russian(), now=town.world.clock.now(), say=said.append)
    return out.read_text(encoding="utf-8"), json.loads(said[0])
