"""Several departments on one appeal: each accepts, returns and gives its own part; the lead makes one answer (R47)."""

from domain.appeal import Appeal
from domain.assignments import (
    Assignment,
    AssignmentState,
    Step,
    common_draft,
    find_lead,
    is_joint,
    list_awaited,
    list_given,
)
from domain.drafts import Draft, DraftState, PromptKind
from domain.errors import NotFound, PartsAwaited, StaleVersion, WordsNeeded
from domain.ids import AppealId, AssignmentId, DraftId
from domain.messages import Attachment
from domain.notices import Args, NoticeKind
from domain.people import Deed
from domain.status import Action, Status
from services import announcements as announce
from services.ports import UnitOfWork
from services.work import answering, promises
from services.work.assignment import accept_if_free, forget_part, get_for, get_part_for

_SUBMITTED = frozenset({Status.ON_APPROVAL, Status.APPROVED, Status.ANSWERED, Status.CLOSED})


async def accept(uow: UnitOfWork, *, assignment_id: AssignmentId, by: Deed) -> None:
    """One executor of the department wins; the winner's second press changes nothing."""
    appeal, part = await get_part_for(uow, by, assignment_id)
    if part.executor_id != by.actor.user_id or not part.is_open:
        await _accept(uow, appeal, part, by)
    await uow.commit()


async def _accept(uow: UnitOfWork, appeal: Appeal, part: Assignment, by: Deed) -> None:
    part.accept(by.actor, by.at)
    uow.assignments.save(part, by.actor, by.at, action=Action.ACCEPT)
    await uow.cards.refresh(appeal.id, by.at)


async def ask_return_reason(uow: UnitOfWork, *, assignment_id: AssignmentId, by: Deed) -> None:
    """«Не наше» for a part: the reason is asked in writing, ready ones stand on the card (R40)."""
    appeal, part = await get_part_for(uow, by, assignment_id)
    part.ensure_possible(Step.RETURN)
    await announce.ask_for_words(uow, PromptKind.RETURN_REASON, appeal, by=by, assignment_id=part.id)
    await uow.cards.refresh(appeal.id, by.at)
    await uow.commit()


async def hand_back(uow: UnitOfWork, *, assignment_id: AssignmentId, reason: str, by: Deed) -> Appeal:
    """A part goes back to the coordinators with its reason; the other departments work on."""
    if not reason.strip():
        raise WordsNeeded
    appeal, part = await get_part_for(uow, by, assignment_id)
    part.hand_back(reason, by.at)
    uow.assignments.save(part, by.actor, by.at, action=Action.RETURN, reason=reason)
    await forget_part(uow, part, by.at)
    args: Args = {"who": by.actor.short_name, "part": part.id}
    announce.tell_coordinators(uow, appeal, NoticeKind.RETURNED, by.at, args=args)
    uow.cards.close_menus(appeal.id)
    await _tell_lead(uow, appeal, by, was_last=True)
    await uow.cards.refresh(appeal.id, by.at)
    await uow.commit()
    return appeal


async def ask_for_part(uow: UnitOfWork, *, assignment_id: AssignmentId, by: Deed) -> None:
    """«Написать ответ» for a part: words are asked for; who has not accepted yet accepts with it."""
    appeal, part = await get_part_for(uow, by, assignment_id)
    await _begin_to_write(uow, appeal, part, by)
    await announce.ask_for_words(uow, PromptKind.DRAFT, appeal, by=by, assignment_id=part.id)
    await uow.commit()


async def _begin_to_write(uow: UnitOfWork, appeal: Appeal, part: Assignment, by: Deed) -> None:
    part.ensure_possible(Step.GIVE)
    if part.state is AssignmentState.ASSIGNED:
        await _accept(uow, appeal, part, by)


async def preview(
    uow: UnitOfWork,
    *,
    assignment_id: AssignmentId,
    text: str,
    attachments: tuple[Attachment, ...],
    media_group_id: str | None,
    by: Deed,
) -> None:
    """A reply to the card of a part is the part: shown first, `Готово, моя часть` gives it."""
    appeal, part = await get_part_for(uow, by, assignment_id)
    await _begin_to_write(uow, appeal, part, by)
    await answering.show_words(
        uow,
        appeal,
        text=text,
        attachments=attachments,
        media_group_id=media_group_id,
        by=by,
        assignment_id=part.id,
    )


async def preview_answer_or_part(
    uow: UnitOfWork,
    *,
    appeal_id: AppealId,
    assignment_id: AssignmentId | None,
    text: str,
    attachments: tuple[Attachment, ...],
    media_group_id: str | None,
    by: Deed,
) -> None:
    """Words of a department are the answer where it leads, and its part where it does not."""
    if assignment_id is None:
        await answering.preview(
            uow,
            appeal_id=appeal_id,
            text=text,
            attachments=attachments,
            media_group_id=media_group_id,
            by=by,
        )
    else:
        await preview(
            uow,
            assignment_id=assignment_id,
            text=text,
            attachments=attachments,
            media_group_id=media_group_id,
            by=by,
        )


async def ensure_may_write(
    uow: UnitOfWork, appeal: Appeal, assignment_id: AssignmentId | None, by: Deed
) -> None:
    """Raise `Forbidden` unless the person may write the answer, or this part of it."""
    if assignment_id is not None:
        await get_part_for(uow, by, assignment_id)
    else:
        await get_for(uow, by, appeal.own(Action.WRITE), appeal.id)


async def find_part_in(uow: UnitOfWork, appeal: Appeal, chat: int) -> AssignmentId | None:
    """The part of a department that does not lead and works in this chat."""
    here = {department.code for department in uow.municipality.list_departments_of_chat(chat)}
    parts = await uow.assignments.list_of_appeal(appeal.id)
    return next((one.id for one in parts if one.department in here and one.is_open and not one.is_lead), None)


async def give(uow: UnitOfWork, *, draft_id: DraftId, by: Deed) -> bool:
    """«Готово, моя часть»: the words join the common draft. False where the answer is on its way without them.

    The words are kept in either case, and the lead department learns of them.
    """
    draft = await uow.drafts.get(draft_id)
    appeal, part = await get_part_for(uow, by, await _find_assignment(uow, draft))
    if draft.state is not DraftState.PREVIEW:
        raise StaleVersion
    was_last = part.state is not AssignmentState.GIVEN
    part.give(by.actor, draft.text, draft.attachments, by.at)
    draft.state = DraftState.GIVEN
    uow.drafts.save(draft)
    uow.assignments.save(part, by.actor, by.at, action=Action.CONTRIBUTE)
    await announce.close_messages(uow, NoticeKind.PREVIEW, draft.id, by.at)
    in_time = appeal.status not in _SUBMITTED
    if not in_time:
        announce.tell_department(uow, appeal, NoticeKind.PART_LATE, by.at, args={"part": part.id})
    elif not part.is_lead:
        await _tell_lead(uow, appeal, by, was_last=was_last)
    await uow.cards.refresh(appeal.id, by.at)
    await uow.commit()
    return in_time


async def _find_assignment(uow: UnitOfWork, draft: Draft) -> AssignmentId:
    """The lead's own words are a part as well while others work on it."""
    if draft.assignment_id is not None:
        return draft.assignment_id
    parts = await uow.assignments.list_of_appeal(draft.appeal_id)
    lead = next((one.id for one in parts if one.is_lead and one.is_open), None)
    if lead is None or not is_joint(parts):
        raise NotFound
    return lead


async def _tell_lead(uow: UnitOfWork, appeal: Appeal, by: Deed, *, was_last: bool) -> None:
    """An edit of a card makes no sound: that nothing is waited for any more must be heard."""
    parts = await uow.assignments.list_of_appeal(appeal.id)
    given = [one for one in parts if one.works and not one.is_lead and one.state is AssignmentState.GIVEN]
    if was_last and given and not list_awaited(parts):
        announce.tell_department(uow, appeal, NoticeKind.PARTS_IN, by.at)


async def collect(uow: UnitOfWork, *, appeal_id: AppealId, closing: str = "", by: Deed) -> None:
    """«Собрать ответ»: the parts in the order of departments as one draft, which a reply rewrites as a whole.

    «Без опоздавших» brings a `closing` that says that the rest follows, for an interim answer with what is there.
    """
    appeal = await get_for(uow, by, Action.WRITE, appeal_id)
    appeal.ensure_possible(Action.WRITE)
    parts = await uow.assignments.list_of_appeal(appeal.id)
    shown = await uow.drafts.find_preview(appeal.id, by.actor.user_id)
    _take_in_shown(uow, parts, shown, by)
    given, awaited = list_given(parts, uow.municipality), list_awaited(parts)
    if not given or (awaited and not closing):
        raise PartsAwaited(_labels(uow, awaited))
    if appeal.status is Status.ASSIGNED:
        await accept_if_free(uow, appeal, by.actor, by.at)
    text, attachments = common_draft(given, closing if awaited else "")
    draft = Draft(
        appeal_id=appeal.id,
        version=0,
        text=text,
        author_id=by.actor.user_id,
        author_name=by.actor.short_name,
        created_at=by.at,
        attachments=attachments,
        is_common=True,
    )
    promises.note_day(uow, appeal, draft, None, by.at)
    await answering.show_draft(uow, draft, shown, by)
    await uow.commit()


def _take_in_shown(uow: UnitOfWork, parts: list[Assignment], shown: Draft | None, by: Deed) -> None:
    """Whoever puts it together has written the lead's part and not pressed `Готово, моя часть`: it is not lost."""
    lead = find_lead(parts)
    is_part = shown is not None and not shown.is_common and bool(shown.text.strip())
    if lead is None or shown is None or not is_part or lead.state is AssignmentState.GIVEN:
        return
    lead.give(by.actor, shown.text, shown.attachments, by.at)
    uow.assignments.save(lead, by.actor, by.at, action=Action.CONTRIBUTE)


def _labels(uow: UnitOfWork, parts: list[Assignment]) -> str:
    departments = (uow.municipality.find_department(one.department) for one in parts)
    return ", ".join(one.label for one in departments if one is not None)
