"""The calendar from outside: the real program under libfaketime, put forward over the New Year's holidays, with kills."""

import os
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from domain.municipality import Municipality
from sandbox.chat import Chat
from sandbox.model import Message
from tests.survival.hands import Hands, find_library
from tests.survival.rig import Nest, Rig, standing_town

YEKATERINBURG = ZoneInfo("Asia/Yekaterinburg")
BREATH = 0.3
"""Seconds of ours in which the bot looks round twice."""


def _headed(town: Municipality) -> Municipality:
    """Sidorova answers for both departments; the hours are those of the Urals."""
    sidorova = town.staff[1]
    departments = tuple(replace(one, head=sidorova.id) for one in town.departments)
    return replace(town, timezone=YEKATERINBURG.key, departments=departments)


@pytest.fixture
async def year(tmp_path: Path) -> AsyncIterator[tuple[Rig, Hands]]:
    """A town whose bot, once it hatches, reads its time from the hands."""
    if find_library() is None:
        assert not os.environ.get("CI"), "libfaketime is missing: apt install libfaketime"
        pytest.skip("no libfaketime here: apt install libfaketime")
    hands = Hands(tmp_path)
    nest = Nest(**hands.environment)
    hands.hear(nest.now())
    hands.set_to(_at("2026-12-30 15:30"))
    async with standing_town(nest, tmp_path, clock=hands, change=_headed) as rig:
        yield rig, hands
    nest.close()


def _at(moment: str) -> datetime:
    return datetime.fromisoformat(moment).replace(tzinfo=YEKATERINBURG)


def _told(chat: Chat, words: str) -> list[Message]:
    return [one for one in chat.sent_by(chat.world.bot.user) if words in one.text]


async def test_each_reminder_and_summary_comes_once_in_its_slot_and_none_on_the_days_off(
    year: tuple[Rig, Hands],
) -> None:
    """R11, R32, R78, A13; guarantee 24: kill -9 in the afternoon, SIGTERM in the holidays, down on the first morning."""
    rig, hands = year
    town = rig.town
    await rig.start()
    await town.sidorova.start()
    await town.anna.send("Яма у дома 1")
    await town.roads.expect("Не ваше?")
    await town.dorogin.in_(town.roads).click("Принять")
    await rig.quiet()

    hands.set_to(_at("2026-12-30 16:00:30"))
    await rig.eventually(lambda: _told(town.roads, "Истекают до 11.01 17:00: 1"))
    await rig.quiet()
    await rig.kill()
    hands.set_to(_at("2026-12-30 16:50"))
    await rig.start()
    hands.set_to(_at("2026-12-30 17:00:30"))
    await rig.eventually(lambda: _told(town.leadership, "Сводка за ср, 30 декабря"))
    await rig.quiet()

    for moment in ("2026-12-31 17:05", "2027-01-01 03:00", "2027-01-04 11:00"):
        hands.set_to(_at(moment))
        await rig.for_seconds(BREATH)
    assert (await rig.terminate())[0] == 0
    hands.set_to(_at("2027-01-11 09:40"))
    await rig.start()
    await rig.eventually(lambda: _told(town.roads, "Напоминание за 08:00, с опозданием"))
    await rig.eventually(lambda: _told(town.sidorova.chat, "Справка за начало недели, с опозданием"))
    await rig.quiet()
    hands.set_to(_at("2027-01-11 17:00:30"))
    await rig.eventually(
        lambda: _told(town.leadership, "Сводка за пн, 11 января, с выходными: с 30.12 17:00")
    )
    await rig.quiet()

    summaries = _told(town.leadership, "Сводка за")
    assert ["photo" in one.content for one in summaries] == [True, True]
    assert len(_told(town.sidorova.chat, "Отдел дорог")) == 1
    assert len(_told(town.roads, "с опозданием")) == 1
    assert rig.ask("SELECT 1 FROM beats GROUP BY what, day, chat_id HAVING count(*) > 1") == []
    for chat in (*rig.world.groups.values(), town.sidorova.chat):
        for message in chat.sent_by(rig.world.bot.user):
            local = datetime.fromtimestamp(message.date, UTC).astimezone(YEKATERINBURG)
            assert f"{local:%d.%m}" in {"30.12", "11.01"}, f"{local}: {message.text}"
            assert 8 <= local.hour <= 17, f"{local}: {message.text}"
