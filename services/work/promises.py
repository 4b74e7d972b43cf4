"""What an answer promises by a day: found in its words, kept under control, reported with proof, moved, or taken off."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from domain.appeal import Appeal
from domain.drafts import Draft, DraftKind, DraftState, Prompt, PromptKind
from domain.errors import Forbidden, StaleVersion, WordsNeeded
from domain.ids import AppealId, DepartmentCode, DraftId
from domain.notices import Args, CardKind, NoticeKind
from domain.people import SYSTEM, Deed
from domain.promises import (
    NoPromise,
    Promise,
    PromisedDayWrong,
    PromiseIsOver,
    PromiseNotLater,
    PromiseState,
)
from domain.regulation.answers import is_proven
from domain.status import Action, Event
from domain.words.masking import mask
from domain.words.promised_days import PromiseFlaw, find_promised_day, read_promised_day
from services import announcements as announce
from services.ports import UnitOfWork
from services.work.assignment import get_for
from services.work.endings import end_promise

_ASKING = (
    PromptKind.PROMISE_KEPT,
    PromptKind.PROMISE_MOVED,
    PromptKind.PROMISE_DAY,
    PromptKind.PROMISE_DROP,
)
_ABOUT_PROMISES = frozenset({DraftKind.KEPT, DraftKind.MOVED})


def today_of(uow: UnitOfWork, now: datetime) -> date:
    """The municipality's date."""
    return now.astimezone(ZoneInfo(uow.municipality.timezone)).date()


# The day in the words of a draft


def note_day(uow: UnitOfWork, appeal: Appeal, draft: Draft, earlier: Draft | None, now: datetime) -> None:
    """Read it from new words; about the same words a person may have said otherwise already.

    An approver's words for a move that name no certain day leave the day as it was.
    """
    draft.promise_id = appeal.promise_id if appeal.own(Action.WRITE) is Action.WRITE_PROMISE else None
    if earlier is not None and earlier.text == draft.text:
        draft.promised_on, draft.promise_flaw = earlier.promised_on, earlier.promise_flaw
        draft.controlled_on = earlier.controlled_on
        return
    found = find_promised_day(draft.text, today=today_of(uow, now))
    if draft.kind is DraftKind.MOVED and earlier is not None and found.day is None:
        _put_day(uow, appeal, draft, earlier.promised_on, now)
        return
    _put_day(uow, appeal, draft, found.day, now)
    draft.promise_flaw = found.flaw


def _put_day(uow: UnitOfWork, appeal: Appeal, draft: Draft, day: date | None, now: datetime) -> None:
    draft.promised_on, draft.promise_flaw = day, None
    draft.controlled_on = uow.reckoning.find_control_day(appeal, day, now) if day else None


def ensure_says_something(draft: Draft, kind: DraftKind) -> None:
    """An answer is no word about a promise, nor the other way round; proof that it is kept may speak for itself."""
    if (draft.promise_id is not None) != (kind in _ABOUT_PROMISES):
        raise StaleVersion
    if not draft.text.strip() and not (kind is DraftKind.KEPT and is_proven(draft.attachments)):
        raise WordsNeeded


async def ask_if_unclear(uow: UnitOfWork, appeal: Appeal, draft: Draft, by: Deed) -> PromiseFlaw | None:
    """By which day? Asked where the words speak of a term and name no day that is certain, or move a promise to no day."""
    if not draft.can_promise() or draft.committed_until is not None:
        return None
    flaw = draft.promise_flaw
    if draft.kind is DraftKind.MOVED and draft.promised_on is None:
        flaw = flaw or PromiseFlaw.UNCLEAR
    if flaw is not None:
        await announce.ask_for_words(uow, PromptKind.PROMISE_DAY, appeal, by=by, draft=draft)
        return flaw
    if draft.kind is DraftKind.MOVED:
        _ensure_later(appeal, draft.promised_on)
    return None


def _ensure_later(appeal: Appeal, day: date | None) -> None:
    if day is not None and appeal.promised_on is not None and day <= appeal.promised_on:
        raise PromiseNotLater(appeal.number, appeal.promised_on)


async def ask_day(uow: UnitOfWork, *, draft_id: DraftId, by: Deed) -> None:
    """«Другой день»: of a draft in preview by whoever writes it, of one on approval by the approver."""
    draft, appeal = await _get_draft(uow, draft_id, by)
    await announce.ask_for_words(uow, PromptKind.PROMISE_DAY, appeal, by=by, draft=draft)
    await uow.commit()


async def take_day(uow: UnitOfWork, prompt: Prompt, words: str, *, by: Deed) -> Appeal:
    """The day in words; what is none is said kindly and waited for still (`PromisedDayWrong`)."""
    draft, appeal = await _get_draft(uow, DraftId(prompt.draft_id or 0), by)
    found = read_promised_day(words, today=today_of(uow, by.at))
    if found.day is None:
        raise PromisedDayWrong(appeal.number, found.flaw or PromiseFlaw.UNCLEAR)
    if draft.promise_id is not None:
        _ensure_later(appeal, found.day)
    await announce.close_messages(uow, NoticeKind.PROMPT, prompt.id, by.at)
    await _set_day(uow, appeal, draft, found.day, by)
    return appeal


async def promise_nothing(uow: UnitOfWork, *, draft_id: DraftId, by: Deed) -> Appeal:
    """«Не обещание»: the day in the words is no obligation."""
    draft, appeal = await _get_draft(uow, draft_id, by)
    if draft.promise_id is not None:
        raise StaleVersion
    await _set_day(uow, appeal, draft, None, by)
    return appeal


async def _get_draft(uow: UnitOfWork, draft_id: DraftId, by: Deed) -> tuple[Draft, Appeal]:
    draft = await uow.drafts.get(draft_id)
    appeal = await uow.appeals.get(draft.appeal_id)
    action = appeal.own(Action.WRITE if draft.state is DraftState.PREVIEW else Action.REPLACE)
    try:
        await get_for(uow, by, action, appeal.id)
    except Forbidden:
        await get_for(uow, by, appeal.own(Action.WRITE), appeal.id)
        raise StaleVersion from None
    appeal.ensure_possible(action)
    if draft.state not in {DraftState.PREVIEW, DraftState.SUBMITTED} or draft.assignment_id is not None:
        raise StaleVersion
    return draft, appeal


async def _set_day(uow: UnitOfWork, appeal: Appeal, draft: Draft, day: date | None, by: Deed) -> None:
    before, after = ({"promised_on": str(one) if one else None} for one in (draft.promised_on, day))
    _put_day(uow, appeal, draft, day, by.at)
    uow.drafts.save(draft)
    uow.prompts.close_of_appeal(appeal.id, (PromptKind.PROMISE_DAY,), by.at)
    uow.journal.record(by.actor, Event.PROMISED_DAY, by.at, appeal_id=appeal.id, before=before, after=after)
    if draft.state is DraftState.PREVIEW:
        await announce.close_messages(uow, NoticeKind.PREVIEW, draft.id, by.at)
        announce.show_preview(uow, draft, by)
    await uow.cards.refresh(appeal.id, by.at, CardKind.APPROVAL)
    await uow.commit()


async def note_submitted(uow: UnitOfWork, appeal: Appeal, draft: Draft, now: datetime) -> None:
    """What has come to approval: a day only where such an answer can promise one; a report of a promise kept stops its term."""
    if not draft.can_promise():
        draft.promised_on = draft.controlled_on = draft.promise_flaw = None
    if draft.promise_id is None:
        return
    appeal.promise_reported_at = now if draft.kind is DraftKind.KEPT else None
    found = await uow.promises.find_open(appeal.id)
    if found is not None:
        found.reported_at = appeal.promise_reported_at
        uow.promises.save(found)


def ensure_not_over(uow: UnitOfWork, appeal: Appeal, draft: Draft, now: datetime) -> None:
    """Nobody approves a promise for a day that has passed, nor a move to an earlier day than was promised."""
    day = draft.committed_until or draft.promised_on
    if draft.can_promise() and day and day < today_of(uow, now):
        raise PromiseIsOver(appeal.number, day)
    if draft.kind is DraftKind.MOVED:
        _ensure_later(appeal, draft.promised_on)


# The promise itself


async def promise(
    uow: UnitOfWork,
    appeal: Appeal,
    department: DepartmentCode | None,
    day: date,
    *,
    draft_id: DraftId | None = None,
    now: datetime,
) -> Promise:
    """The citizen is told that it will be done by this day; what was promised before gives way. The caller saves the appeal."""
    former = await uow.promises.find_open(appeal.id)
    made = Promise(appeal.id, department, draft_id, first_due_on=day, due_on=day, made_at=now)
    if former is not None:
        made.first_due_on, made.moves = former.first_due_on, former.moves + (former.due_on != day)
        await end_promise(uow, appeal, PromiseState.REPLACED, now)
    await uow.promises.add(made)
    appeal.remember_promise(made)
    after = {"promise": made.id, "department": department, "due_on": str(day), "moves": made.moves}
    uow.journal.record(SYSTEM, Event.PROMISE, now, appeal_id=appeal.id, after=after)
    return made


async def take_from(uow: UnitOfWork, appeal: Appeal, draft: Draft, now: datetime) -> None:
    """An answer is published: it promises something itself (an interim one by its term, R51), or, if it is the final one, keeps what was promised before."""
    day = draft.committed_until or draft.promised_on
    if day is not None and draft.can_promise():
        await promise(uow, appeal, appeal.department, day, draft_id=draft.id, now=now)
    elif draft.kind is DraftKind.FINAL:
        await keep(uow, appeal, now)


async def keep(uow: UnitOfWork, appeal: Appeal, now: datetime) -> None:
    """Done, in time if it was reported in time: approval takes nothing from it. The caller saves the appeal."""
    due, reported_at = uow.reckoning.find_promised(appeal), appeal.promise_reported_at or now
    found = await end_promise(uow, appeal, PromiseState.KEPT, now)
    if found is not None:
        found.reported_at, found.is_late = reported_at, due is not None and reported_at > due
        uow.promises.save(found)
        appeal.kept_at = now


async def carry(uow: UnitOfWork, former: Appeal, repeat: Appeal, now: datetime) -> None:
    """«Не решено» before it is done: the repeat takes the promise over with its day, and its final answer keeps it.

    A report that is on approval already stands: the citizen hears of it under the former number.
    """
    found = await uow.promises.find_open(former.id)
    if found is None or former.promise_reported_at is not None:
        return
    await _drop_words(uow, former, now)
    await end_promise(uow, former, PromiseState.CARRIED, now)
    uow.appeals.save(former, SYSTEM, now, action=Event.PROMISE_ENDED)
    taken = Promise(
        repeat.id,
        repeat.department,
        found.draft_id,
        first_due_on=found.first_due_on,
        due_on=found.due_on,
        made_at=found.made_at,
        moves=found.moves,
    )
    await uow.promises.add(taken)
    repeat.remember_promise(taken)
    uow.appeals.save(repeat, SYSTEM, now, action=Event.PROMISE)
    await uow.cards.refresh(former.id, now)


# What becomes of it


async def ask(uow: UnitOfWork, *, appeal_id: AppealId, kind: PromptKind, by: Deed) -> None:
    """«Обещание выполнено», «Перенести срок»: words and pictures are asked for, a draft is made of them."""
    appeal = await get_for(uow, by, Action.WRITE_PROMISE, appeal_id)
    _ensure_promised(appeal)
    appeal.ensure_possible(Action.WRITE_PROMISE)
    await announce.ask_for_words(uow, kind, appeal, by=by)
    await uow.commit()


def _ensure_promised(appeal: Appeal) -> None:
    if appeal.promise_id is None:
        raise NoPromise(appeal.number)


async def ask_why_drop(uow: UnitOfWork, *, appeal_id: AppealId, by: Deed) -> None:
    """«Снять обещание»: a coordinator says in writing why nothing is owed."""
    appeal = await get_for(uow, by, Action.DROP_PROMISE, appeal_id)
    _ensure_promised(appeal)
    appeal.ensure_possible(Action.DROP_PROMISE)
    await announce.ask_for_words(uow, PromptKind.PROMISE_DROP, appeal, by=by)
    await uow.commit()


async def drop(uow: UnitOfWork, prompt: Prompt, words: str, *, by: Deed) -> Appeal:
    """With the reason, which every card of the staff shows."""
    if not words.strip():
        raise WordsNeeded
    appeal = await get_for(uow, by, Action.DROP_PROMISE, prompt.appeal_id)
    _ensure_promised(appeal)
    department = appeal.promised_by
    await _drop_words(uow, appeal, by.at)
    await end_promise(uow, appeal, PromiseState.DROPPED, by.at, by=by.actor, reason=" ".join(words.split()))
    uow.appeals.save(appeal, by.actor, by.at, action=Action.DROP_PROMISE, reason=words)
    _tell_dropped(uow, appeal, department, words, by)
    await uow.cards.refresh(appeal.id, by.at)
    await uow.commit()
    return appeal


def _tell_dropped(
    uow: UnitOfWork, appeal: Appeal, department: DepartmentCode | None, reason: str, by: Deed
) -> None:
    """Silently: nothing has to be done, and nobody should go on doing it."""
    if department is None:
        return
    args: Args = {
        "text": "promise-taken-off",
        "number": appeal.number,
        "who": by.actor.short_name,
        "reason": mask(reason),
    }
    announce.tell_department(uow, appeal, NoticeKind.STAFF_LINE, by.at, args=args, code=department)


async def _drop_words(uow: UnitOfWork, appeal: Appeal, now: datetime) -> None:
    """What was being written or decided about it is nobody's business any more."""
    uow.prompts.close_of_appeal(appeal.id, _ASKING, now)
    current = await uow.drafts.find_current(appeal.id)
    if current is not None and current.promise_id is not None:
        current.state, current.publish_at = DraftState.DROPPED, None
        uow.drafts.save(current)
    if appeal.own(Action.WRITE) is Action.WRITE_PROMISE:
        for draft_id in await uow.drafts.drop_previews(appeal.id):
            await announce.close_messages(uow, NoticeKind.PREVIEW, draft_id, now)


async def move(uow: UnitOfWork, appeal: Appeal, draft: Draft, now: datetime) -> None:
    """To the day that was approved; the caller saves the appeal."""
    found = await uow.promises.find_open(appeal.id)
    if found is None or draft.promised_on is None:
        raise NoPromise(appeal.number)
    before = {"due_on": str(found.due_on)}
    found.due_on, found.moves = draft.promised_on, found.moves + 1
    uow.promises.save(found)
    appeal.remember_promise(found)
    after = {"promise": found.id, "due_on": str(found.due_on), "moves": found.moves}
    uow.journal.record(SYSTEM, Event.PROMISE, now, appeal_id=appeal.id, before=before, after=after)
