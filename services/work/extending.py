"""More time for an answer: asked for with a reason, granted by an approver, told to the citizen (R07, R08: Grozny, алг. 4)."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from domain.appeal import Appeal
from domain.drafts import Prompt, PromptKind
from domain.errors import StaleVersion, WordsNeeded
from domain.extensions import (
    ExtensionAsked,
    ExtensionOver,
    ExtensionTooLong,
    NewDayUnclear,
    NoExtension,
    OwnRequest,
    Room,
    read_until,
)
from domain.ids import AppealId, PromptId
from domain.notices import Args, Notice, NoticeKind, Priority
from domain.people import Deed
from domain.status import Action
from services import announcements as announce
from services.ports import UnitOfWork
from services.work.assignment import accept_if_free, get_for

_ASKING = (PromptKind.EXTENSION_REASON, PromptKind.EXTENSION_TERM)


async def ask(uow: UnitOfWork, *, appeal_id: AppealId, by: Deed) -> None:
    """«Нужно время»: the reason is asked first; who has not accepted yet accepts with it."""
    appeal = await get_for(uow, by, Action.ASK_EXTENSION, appeal_id)
    _ensure_room(uow, appeal)
    await accept_if_free(uow, appeal, by.actor, by.at)
    await announce.ask_for_words(uow, PromptKind.EXTENSION_REASON, appeal, by=by)
    await uow.cards.refresh(appeal.id, by.at)
    await uow.commit()


def _ensure_room(uow: UnitOfWork, appeal: Appeal) -> Room:
    appeal.ensure_possible(Action.ASK_EXTENSION)
    if appeal.extension_id is not None:
        raise ExtensionAsked(appeal.number)
    room = uow.reckoning.find_room(appeal)
    if room is None or not room.left:
        raise NoExtension(appeal.number, room.limit if room else 0)
    return room


async def take_reason(uow: UnitOfWork, prompt: Prompt, words: str, *, by: Deed) -> Appeal:
    """Why; without a reason nothing is asked for (R08). Then: until when?"""
    if not words.strip():
        raise WordsNeeded
    appeal = await get_for(uow, by, Action.ASK_EXTENSION, prompt.appeal_id)
    _ensure_room(uow, appeal)
    uow.prompts.close_of_appeal(appeal.id, _ASKING, by.at)
    await announce.ask_for_words(uow, PromptKind.EXTENSION_TERM, appeal, by=by, words=words)
    await uow.cards.refresh(appeal.id, by.at)
    await uow.commit()
    return appeal


async def take_term(uow: UnitOfWork, prompt: Prompt, words: str, *, by: Deed) -> Appeal:
    """The day in words; what is no day is asked for again (`NewDayUnclear`)."""
    appeal = await get_for(uow, by, Action.ASK_EXTENSION, prompt.appeal_id)
    room = _ensure_room(uow, appeal)
    until = read_until(words, room.due, by.at.astimezone(ZoneInfo(uow.municipality.timezone)))
    if until is None:
        raise NewDayUnclear(appeal.number)
    await _request(uow, appeal, room, until, prompt, by)
    return appeal


async def ask_for_days(uow: UnitOfWork, *, prompt_id: PromptId, days: int, by: Deed) -> None:
    """A button: so many days more."""
    prompt = await uow.prompts.get(prompt_id)
    appeal = await get_for(uow, by, Action.ASK_EXTENSION, prompt.appeal_id)
    if prompt.closed_at is not None or prompt.kind is not PromptKind.EXTENSION_TERM:
        raise StaleVersion
    room = _ensure_room(uow, appeal)
    await announce.close_messages(uow, NoticeKind.PROMPT, prompt.id, by.at)
    await _request(uow, appeal, room, room.due + timedelta(days=days), prompt, by)


async def _request(
    uow: UnitOfWork, appeal: Appeal, room: Room, until: date, prompt: Prompt, by: Deed
) -> None:
    if not room.allows(until):
        today = by.at.astimezone(ZoneInfo(uow.municipality.timezone)).date()
        raise ExtensionTooLong(appeal.number, room, until, today)
    uow.prompts.close_of_appeal(appeal.id, _ASKING, by.at)
    appeal.ask_extension(prompt.id, room.days_to(until), prompt.words or "", by.actor)
    uow.appeals.save(appeal, by.actor, by.at, action=Action.ASK_EXTENSION, reason=prompt.words)
    notice = Notice(
        NoticeKind.EXTENSION_REQUEST,
        uow.municipality.chats.approvals,
        Priority.INTERACTIVE,
        appeal_id=appeal.id,
        ref_id=prompt.id,
        args={"due": room.due.isoformat(), "until": until.isoformat()},
    )
    uow.outbox.add(notice, by.at)
    await uow.cards.refresh(appeal.id, by.at)
    await uow.commit()


async def grant(uow: UnitOfWork, *, request_id: PromptId, by: Deed) -> date:
    """«Продлить»: the terms move, the citizen hears until when and why (R08). The day."""
    appeal = await _get_waiting(uow, request_id, Action.GRANT_EXTENSION, by)
    if appeal.extension_by_id == by.actor.user_id and not uow.municipality.approval.self_approval:
        raise OwnRequest
    reason = appeal.extension_reason or ""
    until = _granted_until(uow, appeal)
    appeal.grant_extension(until)
    uow.appeals.save(appeal, by.actor, by.at, action=Action.GRANT_EXTENSION, reason=reason)
    args: Args = {"until": until.isoformat(), "reason": reason}
    citizen = await uow.citizens.get(appeal.citizen_id)
    announce.tell_citizen(uow, citizen, NoticeKind.EXTENDED, by.at, appeal=appeal, args=args)
    announce.tell_department(uow, appeal, NoticeKind.EXTENSION_DECIDED, by.at, args=args)
    if not citizen.has_chat:
        args = {**args, "by_hand": True}
        announce.tell_coordinators(uow, appeal, NoticeKind.EXTENSION_DECIDED, by.at, args=args)
    await _close(uow, appeal, request_id, "extension-granted", by)
    return until


def _granted_until(uow: UnitOfWork, appeal: Appeal) -> date:
    """The day to which the term goes, rolled as the regulation says."""
    before, appeal.extended_days = appeal.extended_days, appeal.extension_days
    room = uow.reckoning.find_room(appeal)
    appeal.extended_days = before
    if room is None:
        raise NoExtension(appeal.number, 0)
    return room.due


async def ask_why_not(uow: UnitOfWork, *, request_id: PromptId, by: Deed) -> None:
    """«Отказать»: with a reason in writing."""
    appeal = await _get_waiting(uow, request_id, Action.REFUSE_EXTENSION, by)
    await announce.ask_for_words(uow, PromptKind.EXTENSION_REFUSAL, appeal, by=by, words=str(request_id))
    await uow.commit()


async def refuse(uow: UnitOfWork, prompt: Prompt, words: str, *, by: Deed) -> Appeal:
    """The executor hears why the term stays."""
    if not words.strip():
        raise WordsNeeded
    request_id = PromptId(int(prompt.words or 0))
    appeal = await _get_waiting(uow, request_id, Action.REFUSE_EXTENSION, by)
    appeal.refuse_extension()
    uow.appeals.save(appeal, by.actor, by.at, action=Action.REFUSE_EXTENSION, reason=words)
    args: Args = {"until": None, "reason": words, "who": by.actor.short_name}
    announce.tell_department(uow, appeal, NoticeKind.EXTENSION_DECIDED, by.at, args=args)
    await _close(uow, appeal, request_id, "extension-refused", by)
    return appeal


async def close_dropped(uow: UnitOfWork, appeal: Appeal, request_id: PromptId, *, now: datetime) -> None:
    """Handed on, returned, answered or closed meanwhile: the request that stood before the approver says so."""
    uow.prompts.close_of_appeal(appeal.id, (PromptKind.EXTENSION_REFUSAL,), now)
    department = uow.municipality.find_department(appeal.department) if appeal.department else None
    await announce.close_messages(
        uow,
        NoticeKind.EXTENSION_REQUEST,
        request_id,
        now,
        outcome=f"extension-over-{appeal.status.value}",
        number=appeal.number,
        place=department.label if department else "",
    )


async def _get_waiting(uow: UnitOfWork, request_id: PromptId, action: Action, by: Deed) -> Appeal:
    prompt = await uow.prompts.get(request_id)
    appeal = await get_for(uow, by, action, prompt.appeal_id)
    if appeal.extension_id != request_id:
        raise ExtensionOver(appeal.number, appeal.status)
    appeal.ensure_possible(action)
    return appeal


async def _close(uow: UnitOfWork, appeal: Appeal, request_id: PromptId, outcome: str, by: Deed) -> None:
    uow.prompts.close_of_appeal(appeal.id, (PromptKind.EXTENSION_REFUSAL,), by.at)
    await announce.close_messages(
        uow, NoticeKind.EXTENSION_REQUEST, request_id, by.at, outcome=outcome, number=appeal.number
    )
    await uow.cards.refresh(appeal.id, by.at)
    await uow.commit()
