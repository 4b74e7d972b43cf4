"""A citizen's message comes in: registered, joined, added, or asked about; and nothing else happens to it."""

import asyncio
from datetime import datetime, timedelta

from domain.appeal import Appeal
from domain.ids import AppealId, DepartmentCode
from domain.intake import (
    ANSWER_REMEMBERED,
    QUESTION_PATIENCE,
    Decision,
    Earlier,
    Pending,
    Situation,
    Verdict,
    decide,
    room_again_at,
    settles_at,
)
from domain.messages import Citizen, CitizenMessage, ContentKind, Held, IncomingMessage, Position
from domain.notice_args import AdditionArgs, stored_args
from domain.notices import Args, NoticeKind
from domain.people import SYSTEM
from domain.status import Event
from domain.words.addresses import find_address
from domain.words.asking import asks_how_it_stands
from domain.words.phrases import gist, is_greeting_only, is_thanks_or_greeting
from services import announcements as announce
from services.citizen import barring, care, consent, information
from services.citizen.acquaintance import meet
from services.citizen.held import group_by_gap
from services.citizen.registration import place_on_map, register
from services.ports import Rules, UnitOfWork
from services.work import second_look
from services.work.mailed_additions import tell_by_mail


async def receive(uow: UnitOfWork, rules: Rules, message: IncomingMessage, *, now: datetime) -> None:
    """Take a citizen's message in; a message that is known already changes nothing.

    Source: R03 (one register), R28, R59 (a message, not an appeal under 59-ФЗ), R19.
    """
    # Asked side by side, so that all of it comes in one hop.
    citizen, known, appeals, pending = await asyncio.gather(
        meet(uow, message, now),
        uow.messages.find(message.chat_id, message.message_id),
        uow.appeals.list_recent_of_user(message.user_id, now - ANSWER_REMEMBERED),
        _find_pending(uow, message),
    )
    if message.phone is not None:
        citizen.phone = message.phone
        uow.citizens.save(citizen)
    if known is not None:
        return
    needs_help = care.offer_help(uow, rules, citizen, message.text, now)
    situation = await _survey(
        uow, rules, citizen, message, now, appeals=appeals, pending=pending, needs_help=needs_help
    )
    await _carry_out(uow, rules, citizen, situation, decide(situation))
    await uow.commit()


async def _survey(
    uow: UnitOfWork,
    rules: Rules,
    citizen: Citizen,
    message: IncomingMessage,
    now: datetime,
    *,
    appeals: list[Appeal],
    pending: Pending | None,
    needs_help: bool,
) -> Situation:
    """A life is not left to wait for a consent (152-ФЗ, ст. 6, ч. 1, п. 6)."""
    earlier = await _find_earlier(uow, message)
    return Situation(
        message,
        now,
        appeals=appeals,
        last_words=await uow.messages.last_words([a.id for a in appeals if a.is_open]) if appeals else {},
        earlier=earlier,
        replied_to=await _find_replied_to(uow, message, appeals),
        pending=pending,
        wants_new=citizen.wants_new_until is not None and now <= citizen.wants_new_until,
        barred=not needs_help and citizen.barred_at is not None,
        consent_missing=not needs_help and consent.is_missing(uow.municipality, citizen),
        is_greeting=_is_only_text(message) and is_greeting_only(message.text),
        is_thanks=_is_only_text(message) and is_thanks_or_greeting(message.text),
        asks_how_it_stands=_is_only_text(message) and asks_how_it_stands(message.text),
        department=_sure_department(rules, message.text),
        gather_seconds=uow.municipality.intake.gather_seconds,
        per_hour=uow.municipality.intake.per_citizen_per_hour,
    )


def _is_only_text(message: IncomingMessage) -> bool:
    return message.kind is ContentKind.TEXT and message.forwarded_from is None


def _sure_department(rules: Rules, text: str) -> DepartmentCode | None:
    route = rules.route(text)
    return route.best.department if route.is_sure and route.best else None


async def _find_earlier(uow: UnitOfWork, message: IncomingMessage) -> Earlier | None:
    if message.media_group_id is None:
        return None
    row = await uow.messages.find_of_album(message.chat_id, message.media_group_id)
    return Earlier(row.appeal_id, row.held) if row else None


async def _find_pending(uow: UnitOfWork, message: IncomingMessage) -> Pending | None:
    row = await uow.messages.find_asked_about(message.user_id)
    return Pending(row.held, row.held_appeal_id, row.due_at) if row and row.held else None


async def _find_replied_to(uow: UnitOfWork, message: IncomingMessage, appeals: list[Appeal]) -> Appeal | None:
    if message.reply_to is None:
        return None
    own = await uow.messages.find(message.chat_id, message.reply_to)
    sent = await uow.outbox.find_sent(message.chat_id, message.reply_to)
    known = own.appeal_id if own else sent.appeal_id if sent else None
    for appeal in appeals:
        if appeal.id == known or (known is None and appeal.number in message.reply_to_text):
            return appeal
    return None


async def _carry_out(
    uow: UnitOfWork, rules: Rules, citizen: Citizen, situation: Situation, decision: Decision
) -> None:
    message, now = situation.message, situation.now
    match decision.verdict:
        case Verdict.REGISTER:
            await register(uow, rules, citizen, now=now, message=message)
        case Verdict.JOIN | Verdict.ADD if decision.appeal is not None:
            appeal = await uow.appeals.get(decision.appeal)
            await _add_to(uow, rules, citizen, appeal, message, now, joined=decision.verdict is Verdict.JOIN)
        case Verdict.HOLD if decision.held is not None:
            await _hold(uow, citizen, situation, decision.held, decision.appeal)
        case _:
            _answer_aside(uow, citizen, situation, decision)


def _answer_aside(uow: UnitOfWork, citizen: Citizen, situation: Situation, decision: Decision) -> None:
    """Thanks get a reaction, a greeting a question, who asks how it stands the answer, what can't be taken in a refusal in words: no number for any."""
    message, now = situation.message, situation.now
    uow.messages.add(
        citizen.id, message, now, position=Position.ASIDE, appeal_id=None, held_appeal_id=decision.appeal
    )
    if decision.verdict is Verdict.REACT:
        announce.tell_citizen(
            uow, citizen, NoticeKind.REACTION, now, args={"message_id": message.message_id, "emoji": "👍"}
        )
        return
    if decision.verdict is Verdict.TELL:
        number = next(appeal.number for appeal in situation.appeals if appeal.id == decision.appeal)
        information.show_own(uow, citizen, now, number=number)
        return
    refused = decision.verdict is Verdict.REFUSE
    announce.say(
        uow, citizen.chat_id, "citizen-unsupported" if refused else "citizen-greeting", now, once=True
    )


async def _add_to(
    uow: UnitOfWork,
    rules: Rules,
    citizen: Citizen,
    appeal: Appeal,
    message: IncomingMessage,
    now: datetime,
    *,
    joined: bool,
) -> None:
    position = await _position_after(uow, appeal) if joined else Position.ADDED
    uow.messages.add(citizen.id, message, now, position=position, appeal_id=appeal.id)
    if appeal.settles_at is not None:
        appeal.settles_at = settles_at(appeal.detected_at, now)
    answers_question = appeal.question_waits and not joined
    if answers_question:
        appeal.hear(now)
    learned_place = _learn_address(appeal, message)
    appeal.gist = appeal.gist or gist(message.text)
    care.heed(uow, rules, appeal, message.text, now)
    uow.appeals.save(appeal, SYSTEM, now, action=Event.ADD)
    await uow.cards.refresh(appeal.id, now)
    await second_look.ask_for(uow, appeal, now, is_edit=False)
    await tell_by_mail(uow, appeal, [message.message_id], now)
    if (message.file_id or message.place) and appeal.settles_at is None:
        announce.show_late_files(uow, appeal, now)
    if not joined:
        args = stored_args(AdditionArgs(message.message_id, place=learned_place, answers=answers_question))
        announce.tell_citizen(uow, citizen, NoticeKind.ADDITION_NOTED, now, appeal=appeal, args=args)
    rings = answers_question or appeal.urgent
    named: Args = {"chat": message.chat_id, "message_id": message.message_id, "rings": rings}
    if appeal.executor_id is not None and (message.text or message.detail):
        announce.tell_department(uow, appeal, NoticeKind.CITIZEN_ADDED, now, args=named)
    elif answers_question and appeal.department is None:
        announce.tell_coordinators(uow, appeal, NoticeKind.CITIZEN_ADDED, now, args=named)


async def _position_after(uow: UnitOfWork, appeal: Appeal) -> Position:
    """What joins an addition is a part of it, not of the message that the addition followed."""
    rows = await uow.messages.list_of_appeal(appeal.id)
    return Position.ADDED if rows and rows[-1].position is Position.ADDED else Position.JOINED


def _learn_address(appeal: Appeal, message: IncomingMessage) -> bool:
    if appeal.address is not None or appeal.latitude is not None:
        return False
    appeal.address = find_address(message.text)
    return place_on_map(appeal, message) or appeal.address is not None


async def _hold(
    uow: UnitOfWork, citizen: Citizen, situation: Situation, held: Held, about: AppealId | None
) -> None:
    """Keep a message without a number: until a consent, room in the hour, or the citizen's word on what it is."""
    message, now = situation.message, situation.now
    waiting = await uow.messages.list_held(citizen.id, held)
    due_at: datetime | None = None
    if held is Held.LIMIT:
        due_at = _room_for(situation, waiting)
    elif held not in {Held.CONSENT, Held.BARRED}:
        pending = situation.pending
        due_at = pending.due_at if pending else now + QUESTION_PATIENCE
    uow.messages.add(
        citizen.id, message, now, position=Position.ASIDE, held=held, held_appeal_id=about, due_at=due_at
    )
    if held is Held.BARRED:
        barring.tell_once_a_day(uow, citizen, now)
    elif held is Held.CONSENT:
        consent.ask(uow, citizen, now)
    elif not waiting:
        kind = {
            Held.LIMIT: NoticeKind.LIMIT_REACHED,
            Held.TOPIC: NoticeKind.TOPIC_QUESTION,
            Held.AFTER_ANSWER: NoticeKind.AFTER_ANSWER_QUESTION,
        }[held]
        args = {
            "message_id": message.message_id,
            "due_at": due_at.isoformat() if due_at else None,
            "about": about,
        }
        announce.tell_citizen(uow, citizen, kind, now, args=args)


def _room_for(situation: Situation, waiting: list[CitizenMessage]) -> datetime | None:
    """What follows a waiting message at once gets its number with it; anything else has a place of its own."""
    gap = timedelta(seconds=situation.gather_seconds)
    if waiting and situation.now - waiting[-1].received_at <= gap:
        return waiting[-1].due_at
    places = len(group_by_gap(waiting, gap))
    return room_again_at(situation.appeals, situation.per_hour, situation.now, waiting=places)
