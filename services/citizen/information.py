"""What a citizen may ask the bot: who it is, what became of the own messages, in which language."""

from datetime import datetime
from zoneinfo import ZoneInfo

from domain.errors import NotFound
from domain.ids import AppealId
from domain.messages import Citizen, IncomingMessage
from domain.municipality import Role
from domain.notices import Args, NoticeKind
from domain.numbers import find_number
from domain.people import Deed
from domain.setup.pages import Page, PageOf
from services import announcements as announce
from services.citizen.acquaintance import find_own, meet
from services.ports import UnitOfWork
from services.setup.rights import show_page

TO_WITHDRAW = 10
"""So many of the latest messages `/withdraw` looks through."""


async def greet(uow: UnitOfWork, message: IncomingMessage, *, now: datetime) -> None:
    """/start: who we are, how to write, and that this is no formal appeal under 59-ФЗ."""
    await _say(uow, message, "citizen-start", now)


async def say_not_open(uow: UnitOfWork, chat: int, *, by: Deed) -> None:
    """Before citizens are let in: nothing is kept, not even who asked. An administrator is led on instead."""
    if Role.ADMIN in by.actor.roles:
        show_page(uow, chat, PageOf(Page.HOME), by.at)
    else:
        announce.say(uow, chat, "citizen-not-open", by.at, once=True)
    await uow.commit()


async def give_help(uow: UnitOfWork, message: IncomingMessage, *, now: datetime) -> None:
    """/help, «Помощь»."""
    await _say(uow, message, "citizen-help", now)


async def list_commands(uow: UnitOfWork, message: IncomingMessage, *, now: datetime) -> None:
    """A command that is none is no part of anybody's message: what there is, is said."""
    await _say(uow, message, "citizen-commands", now)


async def _say(uow: UnitOfWork, message: IncomingMessage, text: str, now: datetime) -> None:
    citizen = await meet(uow, message, now)
    announce.say(uow, citizen.chat_id, text, now)
    await uow.commit()


async def list_own(uow: UnitOfWork, message: IncomingMessage, *, now: datetime) -> None:
    """/my, «Мои сообщения»: where each is now, and what comes next."""
    citizen = await meet(uow, message, now)
    show_own(uow, citizen, now)
    await uow.commit()


async def tell_status(uow: UnitOfWork, message: IncomingMessage, number: str, *, now: datetime) -> None:
    """/status NUMBER: of one's own messages only; «42» is this year's. Without a number the list."""
    citizen = await meet(uow, message, now)
    year = now.astimezone(ZoneInfo(uow.municipality.timezone)).year
    show_own(uow, citizen, now, number=find_number(number, year) or number.strip() or None)
    await uow.commit()


async def turn_own(
    uow: UnitOfWork, *, page: int, appeal_id: AppealId | None, message_id: int, user_id: int, now: datetime
) -> None:
    """The list `message_id` turns to a page, from 0, or to the whole of one message: no new one is sent."""
    citizen = await find_own(uow, user_id)
    appeal = await uow.appeals.get(appeal_id) if appeal_id else None
    if appeal is not None and appeal.citizen_id != citizen.id:
        raise NotFound
    show_own(uow, citizen, now, number=appeal.number if appeal else None, page=page, message_id=message_id)
    await uow.commit()


def show_own(
    uow: UnitOfWork,
    citizen: Citizen,
    now: datetime,
    *,
    number: str | None = None,
    page: int = 0,
    message_id: int = 0,
) -> None:
    """In the caller's transaction: the list, or one by its number; `message_id`: in place of this message."""
    args: Args = {"number": number, "page": page, "message_id": message_id}
    announce.tell_citizen(uow, citizen, NoticeKind.OWN_APPEALS, now, args=args)


async def offer_languages(uow: UnitOfWork, message: IncomingMessage, *, now: datetime) -> None:
    """/language."""
    citizen = await meet(uow, message, now)
    announce.tell_citizen(uow, citizen, NoticeKind.LANGUAGE_QUESTION, now)
    await uow.commit()


async def choose_language(uow: UnitOfWork, language: str, *, user_id: int, now: datetime) -> Citizen:
    """What the bot itself says comes in this language; answers of the staff stay as they were written."""
    citizen = await find_own(uow, user_id)
    citizen.language = language
    uow.citizens.save(citizen)
    announce.say(uow, citizen.chat_id, "citizen-language-chosen", now)
    await uow.commit()
    return citizen
