"""Who becomes the first administrator, and how nobody else does (guarantee 23); citizens before the opening."""

import pytest

from domain.setup.invitations import shown_code
from tests.city import sleeping_town
from tests.story.empty import empty_town, first_admin, page, started
from tests.story.scenes import WATER, ask_database, bot_in


@pytest.fixture
async def empty(tmp_path):
    async with empty_town(tmp_path) as town:
        yield town


def staff(town):
    return {employee.id: employee.roles for employee in town.app.units.municipality.staff}


async def test_the_code_makes_one_administrator_and_nobody_after(empty):
    await first_admin(empty)
    await empty.says(empty.stranger, shown_code(empty.code).lower())
    assert list(staff(empty)) == [empty.admin.id]
    assert "другой человек" in bot_in(empty.stranger.chat)[-1].text
    await empty.says(empty.admin, "/start " + empty.code)
    assert "Теперь вы сотрудник: администратор" in empty.admin.chat.transcript()
    assert "название" in page(empty.admin).text


async def test_the_code_is_over_after_an_hour(empty):
    await empty.wait(3601)
    await first_admin(empty)
    assert staff(empty) == {}
    assert "Срок кода вышел" in bot_in(empty.admin.chat)[-1].text


async def test_a_new_start_has_a_new_code_and_ends_the_old_one(tmp_path):
    async with sleeping_town(tmp_path) as town:
        async with started(town):
            old = town.code
            await town.settle()
        async with started(town):
            await town.says(town.admin, shown_code(old))
            assert staff(town) == {}
            await first_admin(town)
            assert list(staff(town)) == [town.admin.id]
        async with started(town):
            await town.settle()
            assert town.code is None


async def test_start_gives_strangers_nothing_and_keeps_nothing_of_them(empty):
    """Guarantee 23: a thousand of them; sixty prove the same here."""
    for number in range(60):
        await empty.world.user(f"Житель {number}").start()
    await empty.anna.send(WATER)
    await empty.anna.send_photo("Вот")
    await empty.settle()
    assert staff(empty) == {}
    for table in ("citizens", "citizen_messages", "appeals", "municipality_versions"):
        assert ask_database(empty, f"SELECT count(*) FROM {table}") == [(0,)]
    assert "ещё не открыта" in bot_in(empty.anna.chat)[-1].text


@pytest.mark.parametrize(
    "payload",
    [
        "",
        "a",
        "ABCD",
        "ABCDEFGHJKL1",
        "ABCD-EFGH-JKLM",
        "abcdefghjklm",
        "-1",
        "'; --",
        "x" * 64,
        "яяя",
        "None",
    ],
)
async def test_whatever_a_link_carries_is_harmless(empty, payload):
    await empty.stranger.start(payload)
    await empty.settle()
    assert staff(empty) == {}
    assert bot_in(empty.stranger.chat)
    assert ask_database(empty, "SELECT count(*) FROM inbox WHERE state = 'set_aside'") == [(0,)]


async def test_a_citizens_word_of_twelve_letters_is_no_code(town):
    await town.says(town.anna, "TRANSFERENCE")
    assert "Сообщение приняли" in bot_in(town.anna.chat)[-1].text


async def test_a_payload_that_is_no_code_is_an_ordinary_start(town):
    await town.anna.start("from_the_site")
    await town.settle()
    assert bot_in(town.anna.chat)[-1].text.startswith("Здравствуйте!")
