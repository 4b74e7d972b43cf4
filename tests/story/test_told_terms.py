"""Of all terms a citizen reads one: by which day the answer comes, in the receipt and wherever the own messages stand."""

import pytest

from tests.city import running, sleeping_town
from tests.story.scenes import (
    WATER,
    _changed,
    bot_in,
    is_receipt,
    numbers_told,
    where,
    written,
)
from tests.story.test_extensions import asked, request_in


def receipt_in(chat):
    (receipt,) = [message for message in bot_in(chat) if is_receipt(message)]
    return receipt.text


@pytest.mark.parametrize(
    ("regulation", "day"),
    [
        ("krasnoufimsk", "10 марта"),
        ("chaikovsky", "3 марта"),
        ("grozny", "13 марта"),
        ("federal59", "1 апреля"),
    ],
)
async def test_the_receipt_names_the_last_day_of_the_profile(tmp_path, regulation, day):
    """The chain of Chaikovsky ends on a day as well; the hour is not promised."""
    change = lambda municipality: _changed(municipality, {"regulation": regulation})  # noqa: E731
    async with sleeping_town(tmp_path, change=change) as town, running(town):
        await written(town)
        assert f"Ответ придёт сюда не позднее {day}." in receipt_in(town.anna.chat)
        await town.says(town.anna, "Мои сообщения")
        assert f"Ответим не позднее {day}." in bot_in(town.anna.chat)[-1].text


async def test_out_of_hours_the_day_is_named_too_and_no_term_of_the_house(town):
    await town.wait(14 * 3600)
    await written(town)
    said = receipt_in(town.anna.chat)
    assert "не позднее 10 марта." in said
    assert "Начнём завтра в 08:00." in said
    assert "15:00" not in said


async def test_in_english(town):
    await town.says(town.anna, "/language")
    await town.clicks(town.anna, "English")
    await town.says(town.anna, WATER)
    assert "The answer will come here by 10 March." in bot_in(town.anna.chat)[-1].text


@where(regulation="grozny")
async def test_an_extension_moves_the_day(town):
    """R08."""
    number = await asked(town)
    await town.clicks(town.galina.in_(town.approvals), "Продлить", on=request_in(town))
    await town.says(town.anna, "Мои сообщения")
    told = bot_in(town.anna.chat)[-1].text
    assert "Срок продлён до 18 марта" in told
    assert "13 марта" not in told
    assert number in told


async def test_thanks_and_despair_hear_of_no_day(town):
    await town.says(town.anna, "Спасибо за новый фонарь!")
    await town.says(town.boris, "Не хочу больше жить")
    told = [message.text for chat in (town.anna.chat, town.boris.chat) for message in bot_in(chat)]
    assert numbers_told(town.boris.chat)
    assert not any("не позднее" in text for text in told)
