"""Updates that come again, come in no order, or cannot be read: each person's matter is registered once and in time."""

import asyncio
from copy import deepcopy
from random import Random

import pytest

from sandbox import Person
from sandbox.model import Json
from tests.survival.checks import NUMBER
from tests.survival.rig import Rig

SOON = 2.0
"""Seconds that neighbours of a poisonous update may have to wait at most (guarantee 6)."""
MEGABYTE = "яма " * 130_000
HALF = "\ud83d"
"""Half of an emoji, as some clients send it."""


async def test_a_batch_that_comes_again_and_again_is_registered_once(rig: Rig) -> None:
    """Guarantee 3: the same ids, the same messages under new ids, and both after a kill."""
    citizens = rig.people(6)
    for citizen in citizens:
        await citizen.send("Яма у дома")
    batch = deepcopy(rig.world.bot.queue.pending)
    await rig.start()
    await rig.quiet()
    await _send_again(rig, batch)
    await _send_again(rig, [_without_id(update) for update in batch])
    await rig.kill()
    await rig.start()
    await _send_again(rig, [*batch, *batch])
    _check_one_receipt_each(rig, citizens)


async def test_ids_may_jump_down_and_up(rig: Rig, dice: Random) -> None:
    """Guarantee 3: after an idle week Telegram goes on from a random id, even with the bot stopped in between."""
    await rig.start()
    citizens = rig.people(10)
    for pair in zip(citizens[::2], citizens[1::2], strict=True):
        rig.world.bot.queue.next_id = dice.randrange(1, 2**31)
        for citizen in pair:
            await citizen.send("Яма у дома")
        await rig.quiet()
        if dice.random() < 0.4:
            await rig.kill()
            await rig.start()
    _check_one_receipt_each(rig, citizens)


async def test_a_hung_chat_holds_up_nobody_else(rig: Rig) -> None:
    """Guarantee 5; failure story 6."""
    anna, boris = rig.town.anna, rig.town.boris
    await rig.start()
    hung = rig.world.faults.add("hang", method="send*", chat=anna.id, seconds=2.5, wall=True)
    await anna.send("Яма у дома 1")
    await rig.eventually(lambda: hung.struck)
    await boris.send("Яма у дома 2")
    await boris.chat.expect("Номер:", SOON)
    assert anna.chat.find("Номер:") is None
    await anna.chat.expect("Номер:", within=8)


async def test_what_cannot_be_handled_is_set_aside_and_delays_nobody(rig: Rig) -> None:
    """Guarantees 6, 7: kept to the letter, told to the administrator in private, the person told; failure story 23."""
    town, queue = rig.town, rig.world.bot.queue
    await town.admin.start()
    await rig.start()
    poison = {rig.world.push_raw(body) for body in _shapes(rig.people(2))}
    await town.anna.forward_hidden("Переслано от никого")
    poison.add(queue.next_id - 1)
    await town.anna.send("Яма у дома 1")
    await town.boris.send("Яма у дома 2")
    await asyncio.gather(*(person.chat.expect("Номер:", SOON) for person in (town.anna, town.boris)))
    await rig.quiet()

    aside = {row["update_id"]: row for row in rig.ask("SELECT * FROM inbox WHERE state = 'set_aside'")}
    assert set(aside) == poison
    assert all(row["raw"] and row["error"] for row in aside.values())
    alarms = [message.text for message in town.admin.chat.visible if "отложено" in message.text]
    assert len(alarms) == len(poison)
    assert all(any(str(update_id) in text for text in alarms) for update_id in poison)
    assert town.anna.chat.find("Администратор уже знает")
    assert "никого" not in rig.log


@pytest.mark.parametrize("text", [f"Яма {HALF} у дома", f"{HALF}{HALF}Нет воды", "Свет\0 погас"])
async def test_half_a_character_is_no_reason_to_lose_a_message(rig: Rig, text: str) -> None:
    """Guarantee 6: in the words, in the name, in the origin of a forward, each is registered like any other."""
    await rig.start()
    broken = rig.world.user(f"{HALF}Анна Пет{HALF}рова")
    await broken.post({"text": text}, check=False)
    await broken.chat.expect("Номер:", SOON)
    await rig.quiet()
    assert not rig.ask("SELECT 1 FROM inbox WHERE state = 'set_aside'")
    (row,) = rig.ask("SELECT * FROM citizen_messages")
    assert row["text"].split()[-1] == text.rsplit(maxsplit=1)[-1].replace("\0", "")


async def test_a_megabyte_of_text_is_taken_whole_and_holds_up_nobody(rig: Rig) -> None:
    """Guarantee 6: more than any client sends."""
    town = rig.town
    await rig.start()
    await town.anna.post({"text": MEGABYTE})
    await town.boris.send("Нет воды в доме 2")
    await town.boris.chat.expect("Номер:", SOON)
    await town.anna.chat.expect("Номер:", SOON)
    (row,) = rig.ask("SELECT text FROM citizen_messages WHERE chat_id = ?", town.anna.id)
    assert row["text"] == MEGABYTE
    await rig.kill()


async def _send_again(rig: Rig, batch: list[Json]) -> None:
    for update in deepcopy(batch):
        rig.world.push_raw(update)
    await rig.quiet()


def _without_id(update: Json) -> Json:
    return {key: value for key, value in update.items() if key != "update_id"}


def _check_one_receipt_each(rig: Rig, citizens: list[Person]) -> None:
    told = [NUMBER.findall(message.text) for c in citizens for message in c.chat.sent_by(rig.world.bot.user)]
    assert all(len(numbers) == 1 for numbers in told), told
    assert len({numbers[0] for numbers in told}) == len(told) == len(citizens)
    assert len(rig.ask("SELECT 1 FROM appeals")) == len(citizens)


def _shapes(people: list[Person]) -> list[Json]:
    """JSON that no model of the Bot API fits, or that fits and holds an impossible value."""
    first, second = (
        {"message_id": 10**9, "date": 1, "chat": one.chat.as_json(), "from": one.as_json(), "text": "Яма"}
        for one in people
    )
    return [
        {"message": {**first, "text": 5}},
        {"message": {**second, "edit_date": 10**18}},
        {"message": "Яма"},
    ]
