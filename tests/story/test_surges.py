"""Many write about the same within an hour: the leadership and the mayor hear of it by themselves (R56)."""

from dataclasses import replace

from domain.municipality import Role
from tests.city import running, sleeping_town
from tests.story.scenes import bot_in, decree, written

TICK = 61


def surges_in(chat):
    return [message.text for message in bot_in(chat) if message.text.startswith("📈 Всплеск")]


async def neighbours(town, count, first=0):
    """So many people write about water in the same street."""
    return [
        await written(town, f"Нет воды на ул. Ленина, {house}", by=town.world.user(f"Житель {house}"))
        for house in range(first + 1, first + count + 1)
    ]


async def make_mayor(town):
    def with_mayor(staff):
        return tuple(
            replace(one, roles=frozenset({Role.MAYOR})) if one.id == town.glava.id else one for one in staff
        )

    await decree(town, staff=with_mayor)
    await town.glava.start()
    await town.settle()


async def test_r56_a_sudden_growth_is_told_once_a_day_with_figures_place_and_numbers(town):
    await make_mayor(town)
    await neighbours(town, 4)
    await town.wait(TICK)
    assert surges_in(town.leadership) == []
    numbers = await neighbours(town, 1, first=4)
    await town.wait(TICK)
    (told,) = surges_in(town.leadership)
    first, street, listed = told.splitlines()
    assert first == "📈 Всплеск: Водоснабжение, 5 сообщений за час (обычно 0,0)"
    assert street == "Чаще всего: ул. Ленина (5)"
    assert numbers[0] in listed
    assert surges_in(town.glava.chat) == [told]
    await neighbours(town, 2, first=5)
    await town.wait(TICK)
    assert len(surges_in(town.leadership)) == 1
    await town.wait(24 * 3600)
    await neighbours(town, 5, first=7)
    await town.wait(TICK)
    assert len(surges_in(town.leadership)) == 2


async def test_what_is_spread_over_the_day_is_no_growth(town):
    for house in range(3):
        await neighbours(town, 2, first=2 * house)
        await town.wait(3601)
    assert surges_in(town.leadership) == []


async def test_a_restart_tells_it_no_second_time(tmp_path):
    async with sleeping_town(tmp_path) as town:
        async with running(town):
            await neighbours(town, 5)
            await town.wait(TICK)
        async with running(town):
            await town.wait(TICK)
            assert len(surges_in(town.leadership)) == 1
