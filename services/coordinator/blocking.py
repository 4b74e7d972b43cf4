"""`/block` and `/unblock`: nothing of this citizen's is registered any more, everything is kept, and it can be given back."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from domain.appeal import Appeal
from domain.drafts import Prompt, PromptKind
from domain.errors import NothingKept, WordsNeeded
from domain.ids import CitizenId
from domain.intake import ANSWER_REMEMBERED
from domain.messages import Citizen, CitizenMessage, Held
from domain.notices import Notice, NoticeKind, Priority
from domain.numbers import find_number, find_whole_number
from domain.people import Deed
from domain.rights import ensure_may_bar
from domain.status import Event
from domain.words.text import cut_utf16
from services import announcements as announce
from services.citizen.held import group_by_gap
from services.citizen.registration import register
from services.ports import Rules, UnitOfWork

REASON_ROOM: Final = 200
"""UTF-16 units of a reason: it stands on cards, and the citizen reads it."""


@dataclass(frozen=True, slots=True)
class Command:
    """What was written after the command, and the message of the bot that it replies to (0: none)."""

    words: str
    replied_to: int = 0
    replied_text: str = ""


async def block(uow: UnitOfWork, command: Command, *, by: Deed) -> None:
    """Block who wrote the appeal; without a reason it is asked for. Source: R53, п. 21: a written reason."""
    ensure_may_bar(by.actor, chat=by.chat, municipality=uow.municipality)
    appeal, reason = await _find_appeal(uow, command, by)
    if appeal is None:
        _say_which(uow, command, by)
    elif not reason:
        await _ask_reason(uow, appeal, by)
    else:
        await _bar(uow, appeal, reason, by)
    await uow.commit()


async def take_reason(uow: UnitOfWork, *, prompt: Prompt, words: str, by: Deed) -> Appeal:
    """The reason that was asked for, written or ready."""
    ensure_may_bar(by.actor, chat=by.chat, municipality=uow.municipality)
    reason = _in_one_line(words)
    if not reason:
        raise WordsNeeded
    appeal = await uow.appeals.get(prompt.appeal_id)
    for kind in (NoticeKind.PROMPT, NoticeKind.BAR_REASONS):
        await announce.close_messages(uow, kind, prompt.id, by.at)
    await _bar(uow, appeal, reason, by)
    await uow.commit()
    return appeal


async def unblock(uow: UnitOfWork, command: Command, *, by: Deed) -> None:
    """Let the citizen in again; what was kept meanwhile is listed, and a person decides what becomes of it."""
    ensure_may_bar(by.actor, chat=by.chat, municipality=uow.municipality)
    appeal, _ = await _find_appeal(uow, command, by)
    if appeal is None:
        _say_which(uow, command, by)
    else:
        await _unbar(uow, appeal, by)
    await uow.commit()


async def register_kept(uow: UnitOfWork, rules: Rules, *, citizen_id: CitizenId, by: Deed) -> list[Appeal]:
    """«Зарегистрировать»: each matter of what was kept gets a number, and the citizen a receipt."""
    ensure_may_bar(by.actor, chat=by.chat, municipality=uow.municipality)
    citizen, rows = await _find_kept(uow, citizen_id)
    gap = timedelta(seconds=uow.municipality.intake.gather_seconds)
    appeals = [
        await register(uow, rules, citizen, now=by.at, held=together) for together in group_by_gap(rows, gap)
    ]
    await _close_list(uow, citizen, by.at, "kept-registered", ", ".join(one.number for one in appeals))
    await uow.commit()
    return appeals


async def drop_kept(uow: UnitOfWork, *, citizen_id: CitizenId, by: Deed) -> int:
    """«Не регистрировать»: it stays stored without a number. How many messages."""
    ensure_may_bar(by.actor, chat=by.chat, municipality=uow.municipality)
    citizen, rows = await _find_kept(uow, citizen_id)
    for row in rows:
        uow.messages.put_aside(row.id)
    told = {"citizen": citizen.id, "messages": len(rows)}
    uow.journal.record(by.actor, Event.KEPT_DROPPED, by.at, after=told)
    await _close_list(uow, citizen, by.at, "kept-dropped")
    await uow.commit()
    return len(rows)


async def _find_appeal(uow: UnitOfWork, command: Command, by: Deed) -> tuple[Appeal | None, str]:
    """By the message replied to, else by the number that comes first; with the words that are left, the reason."""
    words = _in_one_line(command.words)
    if command.replied_to:
        sent = await uow.outbox.find_sent(by.chat, command.replied_to)
        if sent is not None and sent.appeal_id is not None:
            return await uow.appeals.get(sent.appeal_id), words
        number = find_whole_number(command.replied_text)
        return (await uow.appeals.find_by_number(number) if number else None), words
    _, _, rest = words.partition(" ")
    number = _number_in(uow, command, by)
    return (await uow.appeals.find_by_number(number) if number else None), rest


def _number_in(uow: UnitOfWork, command: Command, by: Deed) -> str | None:
    first = _in_one_line(command.words).partition(" ")[0]
    return find_number(first, by.at.astimezone(ZoneInfo(uow.municipality.timezone)).year)


def _say_which(uow: UnitOfWork, command: Command, by: Deed) -> None:
    """A number that nothing has is said to be so; without a number it is told how to name one."""
    number = None if command.replied_to else _number_in(uow, command, by)
    if number:
        announce.tell_here(uow, "card-unknown", by, args={"number": number})
    else:
        announce.tell_here(uow, "bar-which", by)


async def _ask_reason(uow: UnitOfWork, appeal: Appeal, by: Deed) -> None:
    citizen = await uow.citizens.get(appeal.citizen_id)
    if citizen.barred_at is not None:
        _say_so_already(uow, appeal, citizen, by)
        return
    prompt_id = await announce.ask_for_words(uow, PromptKind.BAR_REASON, appeal, by=by)
    if not await uow.outbox.list_sent(NoticeKind.BAR_REASONS, prompt_id):
        announce.ask_about(uow, NoticeKind.BAR_REASONS, appeal, prompt_id, by)


async def _bar(uow: UnitOfWork, appeal: Appeal, reason: str, by: Deed) -> None:
    citizen = await uow.citizens.get(appeal.citizen_id)
    if citizen.barred_at is not None:
        _say_so_already(uow, appeal, citizen, by)
        return
    citizen.bar(cut_utf16(reason, REASON_ROOM), by.actor.short_name, by.at)
    uow.citizens.save(citizen)
    told = {"citizen": citizen.id}
    uow.journal.record(by.actor, Event.BAR, by.at, appeal_id=appeal.id, after=told, reason=citizen.bar_reason)
    days = uow.municipality.consent.keep_days
    facts = {"name": citizen.name, "number": appeal.number, "reason": citizen.bar_reason, "days": days}
    announce.tell_here(uow, "barred", by, appeal=appeal, args=facts)
    await _refresh_cards(uow, citizen, by.at)


async def _unbar(uow: UnitOfWork, appeal: Appeal, by: Deed) -> None:
    citizen = await uow.citizens.get(appeal.citizen_id)
    facts = {"name": citizen.name, "number": appeal.number}
    if citizen.barred_at is None:
        announce.tell_here(uow, "not-barred", by, appeal=appeal, args=facts)
        return
    reason, was_told = citizen.bar_reason, citizen.bar_told_at is not None
    citizen.unbar()
    uow.citizens.save(citizen)
    told = {"citizen": citizen.id}
    uow.journal.record(
        by.actor, Event.UNBAR, by.at, appeal_id=appeal.id, before={"reason": reason}, after=told
    )
    if was_told:
        announce.say(uow, citizen.chat_id, "citizen-unbarred", by.at)
    announce.tell_here(uow, "unbarred", by, appeal=appeal, args=facts)
    if await uow.messages.list_held(citizen.id, Held.BARRED):
        uow.outbox.add(
            Notice(
                NoticeKind.KEPT_MEANWHILE,
                by.chat,
                Priority.INTERACTIVE,
                thread_id=by.thread,
                appeal_id=appeal.id,
                ref_id=citizen.id,
            ),
            by.at,
        )
    await _refresh_cards(uow, citizen, by.at)


def _say_so_already(uow: UnitOfWork, appeal: Appeal, citizen: Citizen, by: Deed) -> None:
    facts = {"number": appeal.number, "reason": citizen.bar_reason, "who": citizen.barred_by}
    announce.tell_here(uow, "barred-already", by, appeal=appeal, args=facts)


async def _find_kept(uow: UnitOfWork, citizen_id: CitizenId) -> tuple[Citizen, list[CitizenMessage]]:
    citizen = await uow.citizens.get(citizen_id)
    rows = await uow.messages.list_held(citizen.id, Held.BARRED)
    if not rows or citizen.barred_at is not None:
        raise NothingKept
    return citizen, rows


async def _close_list(
    uow: UnitOfWork, citizen: Citizen, now: datetime, outcome: str, number: str = ""
) -> None:
    kind = NoticeKind.KEPT_MEANWHILE
    await announce.close_messages(uow, kind, citizen.id, now, outcome=outcome, number=number)


async def _refresh_cards(uow: UnitOfWork, citizen: Citizen, now: datetime) -> None:
    """Whoever works on a message of this citizen's sees it on the card."""
    for appeal in await uow.appeals.list_recent_of_citizen(citizen.id, now - ANSWER_REMEMBERED):
        await uow.cards.refresh(appeal.id, now)


def _in_one_line(words: str) -> str:
    return " ".join(words.split())
