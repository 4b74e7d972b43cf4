"""What waits without a number gets one: by the citizen's word, by a consent, or because its time has come."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from domain.appeal import Appeal
from domain.errors import NotFound
from domain.ids import AppealId, CitizenId, MessageRowId
from domain.messages import Citizen, CitizenMessage, ContentKind, Held, IncomingMessage, Position
from domain.notices import Args, NoticeKind
from domain.people import SYSTEM, Deed
from domain.status import Action, Event
from domain.words.phrases import is_greeting_only
from services import announcements as announce
from services.citizen import consent
from services.citizen.acquaintance import find_own, meet
from services.citizen.registration import register
from services.ports import Rules, UnitOfWork
from services.work import second_look
from services.work.assignment import get_for
from services.work.mailed_additions import tell_by_mail

NEW_MATTER_PATIENCE = timedelta(hours=1)
"""So long after «Написать» the next message starts a new appeal."""

_QUESTIONS = (NoticeKind.TOPIC_QUESTION, NoticeKind.AFTER_ANSWER_QUESTION, NoticeKind.ADDITION_NOTED)


async def want_new(uow: UnitOfWork, message: IncomingMessage, *, now: datetime) -> None:
    """«Написать»: the next message is a matter of its own, whatever is open."""
    citizen = await meet(uow, message, now)
    citizen.wants_new_until = now + NEW_MATTER_PATIENCE
    uow.citizens.save(citizen)
    announce.say(uow, citizen.chat_id, "citizen-write", now)
    await uow.commit()


async def separate(
    uow: UnitOfWork, rules: Rules, *, row_id: MessageRowId, user_id: int, now: datetime
) -> Appeal:
    """«Новый вопрос» under an addition, or under a question about it: this message gets a number of its own."""
    citizen = await find_own(uow, user_id)
    row = await _get_own(uow, citizen, row_id)
    if row.held in {Held.TOPIC, Held.AFTER_ANSWER}:
        rows = await uow.messages.list_held(citizen.id, row.held)
    else:
        rows = await _list_addition(uow, row)
    appeal = await _make_own(uow, rules, citizen, rows, now)
    await uow.commit()
    return appeal


async def separate_for(
    uow: UnitOfWork, rules: Rules, *, appeal_id: AppealId, row_id: MessageRowId, by: Deed
) -> Appeal:
    """«Отделить дополнение»: a coordinator sees that these words are another matter, and the citizen is told its number."""
    former = await get_for(uow, by, Action.CLASSIFY, appeal_id)
    former.ensure_possible(Action.CLASSIFY)
    row = await uow.messages.get(row_id)
    if row.appeal_id != former.id:
        raise NotFound
    rows = await _list_addition(uow, row)
    citizen = await uow.citizens.get(row.citizen_id)
    appeal = await _make_own(uow, rules, citizen, rows, by.at)
    told = {"number": appeal.number, "messages": len(rows)}
    uow.journal.record(by.actor, Event.SEPARATE, by.at, appeal_id=former.id, after=told)
    uow.cards.close_menus(former.id)
    await uow.commit()
    return appeal


async def _list_addition(uow: UnitOfWork, row: CitizenMessage) -> list[CitizenMessage]:
    """The whole album that an item belongs to; `NotFound` where the message is no addition (any more)."""
    if row.position is not Position.ADDED or row.appeal_id is None:
        raise NotFound
    if row.media_group_id is None:
        return [row]
    every = await uow.messages.list_of_appeal(row.appeal_id)
    return [one for one in every if one.media_group_id == row.media_group_id]


async def _make_own(
    uow: UnitOfWork, rules: Rules, citizen: Citizen, rows: list[CitizenMessage], now: datetime
) -> Appeal:
    former = rows[0].appeal_id
    appeal = await register(uow, rules, citizen, now=now, held=rows)
    if former is not None:
        await uow.cards.refresh(former, now)
    await _close_questions(uow, rows, now, "citizen-made-new", appeal)
    return appeal


async def add_to_former(uow: UnitOfWork, *, row_id: MessageRowId, user_id: int, now: datetime) -> None:
    """«Дополнение»: what was asked about belongs to the appeal that is open."""
    citizen = await find_own(uow, user_id)
    row = await _get_own(uow, citizen, row_id)
    if row.held is not Held.TOPIC or row.held_appeal_id is None:
        raise NotFound
    rows = await uow.messages.list_held(citizen.id, Held.TOPIC)
    appeal = await uow.appeals.get(row.held_appeal_id)
    uow.messages.attach([held.id for held in rows], appeal.id, Position.ADDED)
    uow.journal.record(SYSTEM, Event.ADD, now, appeal_id=appeal.id)
    await uow.cards.refresh(appeal.id, now)
    await second_look.ask_for(uow, appeal, now, is_edit=False)
    await tell_by_mail(uow, appeal, [held.message_id for held in rows], now)
    announce.show_late_files(uow, appeal, now)
    if appeal.executor_id is not None:
        for row in rows:
            named: Args = {"chat": row.chat_id, "message_id": row.message_id, "rings": appeal.urgent}
            announce.tell_department(uow, appeal, NoticeKind.CITIZEN_ADDED, now, args=named)
    await _close_questions(uow, rows, now, "citizen-added", appeal)
    await uow.commit()


async def not_solved(
    uow: UnitOfWork, rules: Rules, *, row_id: MessageRowId, user_id: int, now: datetime
) -> Appeal:
    """«Не решено» about words that came after an answer: a repeat, with these words (R48)."""
    citizen = await find_own(uow, user_id)
    row = await _get_own(uow, citizen, row_id)
    if row.held is not Held.AFTER_ANSWER or row.held_appeal_id is None:
        raise NotFound
    rows = await uow.messages.list_held(citizen.id, Held.AFTER_ANSWER)
    former = await uow.appeals.get(row.held_appeal_id)
    appeal = await register(uow, rules, citizen, now=now, held=rows, repeat_of=former)
    await _close_questions(uow, rows, now, "citizen-opened-again", appeal)
    await uow.commit()
    return appeal


async def only_thanks(uow: UnitOfWork, *, row_id: MessageRowId, user_id: int, now: datetime) -> None:
    """«Просто спасибо»: no number, nothing for the staff."""
    citizen = await find_own(uow, user_id)
    row = await _get_own(uow, citizen, row_id)
    if row.held is not Held.AFTER_ANSWER:
        raise NotFound
    rows = await uow.messages.list_held(citizen.id, Held.AFTER_ANSWER)
    for held in rows:
        uow.messages.put_aside(held.id)
    await _close_questions(uow, rows, now, "citizen-thanks-noted", None)
    await uow.commit()


async def register_due(
    uow: UnitOfWork, rules: Rules, citizen_id: CitizenId, held: Held, *, now: datetime
) -> None:
    """Nobody pressed, or the hour has room again: what waited is registered, nothing is left without a number."""
    rows = await uow.messages.list_held(citizen_id, held)
    due = [row for row in rows if row.due_at is not None and row.due_at <= now]
    if not due:
        return
    citizen = await uow.citizens.get(citizen_id)
    gap = timedelta(seconds=uow.municipality.intake.gather_seconds)
    for together in group_by_gap(due, gap) if held is Held.LIMIT else [rows]:
        appeal = await register(uow, rules, citizen, now=now, held=together)
        await _close_questions(uow, together, now, "citizen-made-new", appeal)
    await uow.commit()


def group_by_gap(rows: Sequence[CitizenMessage], gap: timedelta) -> list[list[CitizenMessage]]:
    """Messages that followed each other within the gap, or belong to one album, are one matter."""
    groups: list[list[CitizenMessage]] = []
    for row in rows:
        last = groups[-1][-1] if groups else None
        if last is not None and row.received_at - last.received_at <= gap:
            groups[-1].append(row)
        else:
            groups.append([row])
    return groups


async def give_consent(uow: UnitOfWork, rules: Rules, *, user_id: int, now: datetime) -> None:
    """«Даю согласие»: version and moment are kept, and what waited is registered; a second press changes nothing."""
    citizen = await find_own(uow, user_id)
    if not consent.is_missing(uow.municipality, citizen):
        return
    citizen.consent_version, citizen.consent_at = uow.municipality.consent.version, now
    citizen.consent_asked_at = citizen.consent_remind_at = None
    uow.citizens.save(citizen)
    uow.journal.record(
        SYSTEM, Event.CONSENT, now, after={"version": citizen.consent_version, "citizen": citizen.id}
    )
    await announce.close_messages(
        uow, NoticeKind.CONSENT_REQUEST, citizen.id, now, outcome="citizen-consent-given"
    )
    await _register_consented(uow, rules, citizen, now=now)
    await uow.commit()


async def _register_consented(uow: UnitOfWork, rules: Rules, citizen: Citizen, *, now: datetime) -> None:
    """What waited for the consent, as one appeal; a mere greeting is asked what happened."""
    rows = await uow.messages.list_held(citizen.id, Held.CONSENT)
    if not rows:
        return
    if all(row.kind is ContentKind.STICKER or is_greeting_only(row.text) for row in rows):
        for row in rows:
            uow.messages.put_aside(row.id)
        announce.say(uow, citizen.chat_id, "citizen-greeting", now)
        return
    await register(uow, rules, citizen, now=now, held=rows)


async def _get_own(uow: UnitOfWork, citizen: Citizen, row_id: MessageRowId) -> CitizenMessage:
    row = await uow.messages.get(row_id)
    if row.citizen_id != citizen.id:
        raise NotFound
    return row


async def _close_questions(
    uow: UnitOfWork, rows: Sequence[CitizenMessage], now: datetime, outcome: str, appeal: Appeal | None
) -> None:
    number = appeal.number if appeal else ""
    for row in rows:
        for kind in _QUESTIONS:
            await announce.close_messages(uow, kind, row.id, now, outcome=outcome, number=number)
