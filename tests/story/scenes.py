"""How far a message has come: the beginnings that many stories share, and ways of looking at what stands in a chat."""

import re
import sqlite3
from dataclasses import replace
from typing import Any

import pytest

from domain.municipality import Municipality
from domain.people import SYSTEM
from sandbox.model import Message
from services.setup import from_file
from tests.city import NUMBER, Town

WATER = "Прорвало трубу на ул. Ленина, 5: во дворе вода по колено"
PITS = "Яма на ул. Мира, 10, машины бьются"
LAMP = "Не горит фонарь на ул. Гагарина, 3"
"""To the department of water, to that of roads, and to nobody whom a rule could name."""
BREATH = 3
"""Seconds after which a private chat takes messages without a pause again."""
REPLY = "Добрый день! Трубу заменили, воду откачали."


def where(**changes: Any) -> pytest.MarkDecorator:
    """A town with other settings: fields of the municipality by name, each as its new value, as a mapping of what
    changes in it, or as a function of the present value.
    """
    return pytest.mark.parametrize(
        "town", [lambda municipality: _changed(municipality, changes)], indirect=True, ids=["-".join(changes)]
    )


def _changed(municipality: Municipality, changes: dict[str, Any]) -> Municipality:
    new = {name: _new_value(getattr(municipality, name), value) for name, value in changes.items()}
    return replace(municipality, **new)


def _new_value(present: Any, value: Any) -> Any:
    if callable(value):
        return value(present)
    return replace(present, **value) if isinstance(value, dict) else value


async def decree(town: Town, **changes: Any) -> None:
    """The administrator puts other settings in force while the bot works."""
    now = town.world.clock.now()
    async with town.app.units.open(now=now) as uow:
        await from_file.apply(uow, _changed(uow.municipality, changes), actor=SYSTEM, now=now)


def number_in(message: Message) -> str:
    """The number that a message names."""
    found = re.search(NUMBER, message.text)
    assert found, f"no number in {message.text!r}"
    return found[0]


def bot_in(chat: Any) -> list[Message]:
    """What the bot has said in a chat and still stands there; what is meant for the top is no news."""
    return [message for message in chat.sent_by(chat.world.bot.user) if not is_standing(message)]


def is_standing(message: Message) -> bool:
    """Whether it tells how things stand in a staff chat: what is pinned, or would be if the bot were let; or says that it is not; the list of what is missed."""
    beginnings = (
        "Ждут направления:",
        "В работе:",
        "В работе ничего",
        "На контроле:",
        "📌 Боту здесь нельзя",
        "❗ Просрочено:",
        "❗ Не принято",
        "❗ Не прочитано",
        "✅ Просроченного",
    )
    is_instruction = re.match(rf"❗ {NUMBER}: поручение", message.text)
    return message.text == "Очередь пуста" or (message.text.startswith(beginnings) and not is_instruction)


def numbers_told(chat: Any) -> list[str]:
    """The numbers of all receipts in a citizen's chat."""
    return [number_in(message) for message in bot_in(chat) if is_receipt(message)]


def is_receipt(message: Message) -> bool:
    return message.text.startswith(("Сообщение приняли", "Открыли снова: номер"))


def cards_in(chat: Any, number: str) -> list[Message]:
    """Cards end with their number, which no other message does."""
    return [message for message in bot_in(chat) if message.text.endswith(f"\n{number}")]


def card_in(chat: Any, number: str) -> Message:
    """The newest card of a message in a staff chat."""
    cards = cards_in(chat, number)
    assert cards, f"no card of {number} in:\n{chat.transcript()}"
    return cards[-1]


async def written(town: Town, text: str = WATER, by: Any = None) -> str:
    """A citizen wrote and has a number."""
    person = by or town.anna
    await town.says(person, text)
    return number_in(bot_in(person.chat)[-1])


async def accepted(town: Town, text: str = WATER) -> str:
    """Petrov has accepted it."""
    number = await written(town, text)
    await town.clicks(town.petrov.in_(town.zhkh), "Принять", on=card_in(town.zhkh, number))
    return number


async def drafted(town: Town, reply: str = REPLY, text: str = WATER) -> str:
    """Petrov has replied to the card, and the preview stands."""
    number = await accepted(town, text)
    await replies(town, town.petrov.in_(town.zhkh), card_in(town.zhkh, number), reply)
    return number


async def submitted(town: Town, reply: str = REPLY, outcome: str = "Решено", text: str = WATER) -> str:
    """The draft waits for approval."""
    number = await drafted(town, reply, text)
    await town.clicks(town.petrov.in_(town.zhkh), outcome)
    return number


async def answered(town: Town, reply: str = REPLY, outcome: str = "Решено", text: str = WATER) -> str:
    """The citizen has the answer."""
    number = await submitted(town, reply, outcome, text)
    await town.clicks(town.galina.in_(town.approvals), "Согласовать")
    await town.wait(31)
    return number


async def replies(town: Town, seat: Any, message: Message, text: str) -> Message:
    """Somebody replies, and everything that follows happens."""
    reply = await seat.reply(message, text)
    await town.redraw()
    return reply


def ask_database(town: Town, sql: str, *values: Any) -> list[tuple[Any, ...]]:
    """Rows of the town's database, read past the program."""
    connection = sqlite3.connect(f"file:{town.database}?mode=ro", uri=True)
    try:
        return connection.execute(sql, values).fetchall()
    finally:
        connection.close()


def answers_in(chat: Any) -> list[Message]:
    """The final answers that a citizen has got."""
    return [message for message in bot_in(chat) if message.text.startswith("Ответ на ваше сообщение")]


async def approve(town: Town) -> str:
    """Galina agrees to the newest draft; the toast."""
    return await town.clicks(town.galina.in_(town.approvals), "Согласовать")


async def revised(town: Town, reason: str = "Укажите дату") -> str:
    """Galina has sent the draft back in her own words."""
    number = await submitted(town)
    galina = town.galina.in_(town.approvals)
    await town.clicks(galina, "На доработку")
    await replies(town, galina, bot_in(town.approvals)[-1], reason)
    return number
