"""kill -9 again and again: nothing is lost, nothing is registered twice, no number is told that is not stored."""

from collections.abc import Callable
from random import Random

from sandbox import Person
from sandbox.history import CallRecord, Record
from tests.survival.checks import NUMBER
from tests.survival.rig import Rig

KILLS = 10
AT_ONCE = 7
WORDS = ("Яма на дороге у дома {}", "Второй день нет воды, дом {}", "Шумят соседи из квартиры {}")


async def test_nothing_is_lost_while_the_bot_is_killed_at_random(rig: Rig, dice: Random) -> None:
    """Guarantees 1, 2, 4, 25: the watch for 2 and the checks for 25 are the rig's, at each confirmation and kill."""
    citizens = rig.people(AT_ONCE * KILLS)
    for kill in range(KILLS):
        rig.hatch()
        if dice.random() < 0.8:
            await rig.polls()
        if dice.random() < 0.6:
            rig.kill_when(_said_so_much(dice.choice((1, 2, 3, 5, 8, 12))))
        for citizen in citizens[AT_ONCE * kill : AT_ONCE * (kill + 1)]:
            await _write(citizen, dice)
        await _accept_something(rig, dice)
        await rig.for_seconds(dice.uniform(0, 0.3))
        await rig.kill()
    await rig.start()
    await rig.quiet()

    numbers = {citizen.id: _numbers_told(citizen) for citizen in citizens}
    assert all(len(told) == 1 for told in numbers.values()), numbers
    stored = rig.ask("SELECT user_id, number FROM appeals JOIN citizens ON citizens.id = citizen_id")
    assert {row["user_id"]: {row["number"]} for row in stored} == numbers
    assert len(stored) == len(citizens)


def _said_so_much(calls: int) -> Callable[[Record], bool]:
    """Between the effect of the bot's n-th message and the answer to it: the bot cannot know that it stands."""
    left = iter(range(1, calls))

    def is_last(record: Record) -> bool:
        return isinstance(record, CallRecord) and bool(record.message_ids) and next(left, None) is None

    return is_last


async def _write(citizen: Person, dice: Random) -> None:
    await citizen.send(dice.choice(WORDS).format(citizen.last_name))
    if dice.random() < 0.3:
        await citizen.send("И рядом то же самое")


async def _accept_something(rig: Rig, dice: Random) -> None:
    town = rig.town
    card = town.roads.find_button("Принять")
    if card is not None and dice.random() < 0.7:
        await town.dorogin.in_(town.roads).click("Принять", on=card, twice=True)


def _numbers_told(citizen: Person) -> set[str]:
    receipts = [message.text for message in citizen.chat.visible if "Номер:" in message.text]
    return {number for text in receipts for number in NUMBER.findall(text)}
