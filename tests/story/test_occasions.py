"""`/event`: reception days, calls and meetings stand in the month's report without anybody typing them into it (R77, R81)."""

import asyncio
import json
from datetime import UTC, date, datetime

import pytest

from bot.papers.month import write_month
from bot.papers.orders import Order
from bot.setup_texts import russian
from domain.register.occasions import OccasionKind, OccasionNotUnderstood
from domain.words.occasions import read_occasion
from tests.city import labels, settings_for
from tests.story.scenes import ask_database, bot_in, replies

TODAY = date(2026, 3, 18)


@pytest.mark.parametrize(
    ("words", "kind", "day", "number", "is_more"),
    [
        ("личный приём 27 января, принято 6 человек", "reception", "2026-01-27", 6, False),
        ("звонки за январь более 90", "calls", "2026-01-31", 90, True),
        ("встреча с жителями 12.03, 40 человек", "other", "2026-03-12", 40, False),
        ("принято вчера 6", "reception", "2026-03-17", 6, False),
        ("приём 6", "reception", "2026-03-18", 6, False),
        ("звонков в марте 12", "calls", "2026-03-18", 12, False),
        ("сход граждан", "other", "2026-03-18", 0, False),
    ],
)
def test_kind_day_and_number_are_read(words, kind, day, number, is_more):
    said = read_occasion(words, TODAY)
    assert (said.kind, said.day, said.number, said.is_more) == (
        OccasionKind(kind),
        date.fromisoformat(day),
        number,
        is_more,
    )


@pytest.mark.parametrize(
    "words", ["личный приём", "звонки за январь", "приём 1 апреля 6", "приём 1.03 и 2.03, 6"]
)
def test_without_a_number_or_a_day_that_was_it_is_asked_again(words):
    with pytest.raises(OccasionNotUnderstood):
        read_occasion(words, TODAY)


async def test_r77_r81_what_was_noted_stands_in_the_report_until_it_is_taken_off(town, tmp_path):
    olga = town.olga.in_(town.coordinators)
    await town.says(olga, "/event личный приём 27 февраля, принято 6 человек")
    reception = bot_in(town.coordinators)[-1]
    assert reception.text == "✅ Записано в отчёт за 02.2026: 27.02.2026 · личный приём, принято 6 чел."
    await town.says(olga, "/event")
    await town.clicks(olga, "Записать…")
    await replies(town, olga, bot_in(town.coordinators)[-1], "звонки за февраль более 90")
    await town.says(olga, "/event приём 5")
    await town.says(olga, "/event личный приём")
    assert "Не вижу числа" in bot_in(town.coordinators)[-1].text
    await town.says(olga, "/event приём 26 февраля 100 человек")
    slip = bot_in(town.coordinators)[-1]
    await town.says(olga, "/event")
    listed = bot_in(town.coordinators)[-1]
    assert len(labels(listed)) == 5
    await town.clicks(olga, "Убрать запись", on=slip)
    assert "Убрано из отчёта (Кузнецова О. П.)" in slip.text
    await olga.press_data(listed, "od:4")
    await town.settle()
    assert "уже убрали: Кузнецова О. П." in town.olga.toast.text
    assert ask_database(town, "SELECT count(*) FROM journal WHERE action LIKE 'occasion%'") == [(5,)]
    told = await asyncio.to_thread(february, town, tmp_path)
    assert told["receptions"] == [{"day": "2026-02-27", "number": 6, "is_more": False}]
    assert (told["calls"], told["calls_are_more"], told["total"]) == (90, True, 0)
    paper = (tmp_path / "february.txt").read_text(encoding="utf-8")
    assert "личный приём граждан: 27 февраля – принято 6 человек." in paper
    assert "По телефону поступило более 90 звонков (в общее число" in paper


def february(town, folder):
    """The report as figures, and on paper."""
    settings, said = settings_for(town.address, town.world, town.database), []
    order = Order(out=folder / "february.txt", as_json=True)
    now = datetime(2026, 3, 2, 9, tzinfo=UTC)
    write_month(settings, date(2026, 2, 1), order, russian(), now=now, say=said.append)
    return json.loads(said[0])


async def test_the_same_twice_is_pointed_at(town):
    olga = town.olga.in_(town.coordinators)
    for _ in range(2):
        await town.says(olga, "/event личный приём 27 февраля, принято 6 человек")
    first, second = bot_in(town.coordinators)[-2:]
    assert "уже есть" not in first.text
    assert "уже есть" in second.text
    await town.says(olga, "/event личный приём 27 февраля, принято 7 человек")
    assert "уже есть" not in bot_in(town.coordinators)[-1].text
