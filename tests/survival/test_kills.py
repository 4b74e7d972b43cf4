"""kill -9 again and again: nothing is lost, nothing is registered twice, no number is told that is not stored."""

from random import Random

from sandbox import Person
from sandbox.history import CallRecord
from tests.survival.checks import NUMBER
from tests.survival.rig import Rig

KILLS = 20
WORDS = ("Яма на дороге у дома {}", "Второй день нет воды, дом {}", "Шумят соседи из квартиры {}")


async def test_nothing_is_lost_while_the_bot_is_killed_at_random(rig: Rig, dice: Random) -> None:
    """Guarantees 1, 2, 4, 25: the watch for 2 and the checks for 25 are the rig's, at each confirmation and kill."""
    citizens = rig.people(4 * KILLS)
    for kill in range(KILLS):
        rig.hatch()
        _plan_death(rig, dice)
        for citizen in citizens[4 * kill : 4 * kill + 4]:
            await _write(citizen, dice)
            await rig.for_seconds(dice.uniform(0, 0.1))
        await _accept_something(rig, dice)
        await rig.for_seconds(dice.uniform(0, 0.5))
        rig.slay()
        await rig.buried()
    await rig.start()
    await rig.quiet()

    numbers = {citizen.id: _numbers_told(citizen) for citizen in citizens}
    assert all(len(told) == 1 for told in numbers.values()), numbers
    stored = rig.ask("SELECT user_id, number FROM appeals JOIN citizens ON citizens.id = citizen_id")
    assert {row["user_id"]: {row["number"]} for row in stored} == numbers
    assert len(stored) == len(citizens)


def _plan_death(rig: Rig, dice: Random) -> None:
    """Half of the deaths come between the effect of a call and its answer."""
    calls = iter(range(dice.choice((1, 3, 6, 10, 15, 20))))
    if dice.random() < 0.5:
        rig.kill_when(lambda record: isinstance(record, CallRecord) and next(calls, None) is None)


async def _write(citizen: Person, dice: Random) -> None:
    await citizen.send(dice.choice(WORDS).format(citizen.last_name))
    if dice.random() < 0.3:
        await citizen.send("И рядом то же самое")


async def _accept_something(rig: Rig, dice: Random) -> None:
    town = rig.town
    card = town.roads.find_button("Принять")
    if card is not None and dice.random() < 0.5:
        await town.dorogin.in_(town.roads).click("Принять", on=card, twice=True)


def _numbers_told(citizen: Person) -> set[str]:
    receipts = [message.text for message in citizen.chat.visible if "Номер:" in message.text]
    return {number for text in receipts for number in NUMBER.findall(text)}
