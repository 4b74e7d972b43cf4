"""From the executor's words to what may be published: preview, submission, approval, undo."""

from dataclasses import replace
from datetime import datetime, timedelta

from domain.appeal import Appeal
from domain.assignments import list_awaited
from domain.drafts import OF_DRAFT, Draft, DraftKind, DraftState, Prompt, PromptKind, is_spoken, with_proof
from domain.errors import NoChat, PartsAwaited, StaleVersion, WordsNeeded
from domain.ids import AppealId, AssignmentId, DraftId, PromptId
from domain.messages import Attachment
from domain.notices import CardKind, NoticeKind
from domain.outcomes import Outcome
from domain.people import Actor, Deed
from domain.regulation.answers import Demand
from domain.rights import ensure_not_own
from domain.status import Action, Status
from domain.words.promised_days import PromiseFlaw
from services import announcements as announce
from services.ports import UnitOfWork
from services.work import commitments, escalation, promises, proof, referring
from services.work.assignment import accept_if_free, get_for, get_part_for
from services.work.endings import forget_proposal


async def ask_for_draft(uow: UnitOfWork, *, appeal_id: AppealId, by: Deed) -> Appeal:
    """«Написать ответ», «Ответить»: words are asked for; who has not accepted yet accepts with it."""
    appeal = await _get_to_write(uow, by, appeal_id)
    await announce.ask_for_words(uow, PromptKind.DRAFT, appeal, by=by)
    await uow.commit()
    return appeal


async def _get_to_write(uow: UnitOfWork, by: Deed, appeal_id: AppealId) -> Appeal:
    """The department that has it writes, and where none has, the coordinators."""
    action = (await uow.appeals.get(appeal_id)).own(Action.WRITE)
    appeal = await get_for(uow, by, action, appeal_id)
    appeal.ensure_possible(action)
    if appeal.status is Status.ASSIGNED:
        await accept_if_free(uow, appeal, by.actor, by.at)
    return appeal


async def preview(
    uow: UnitOfWork,
    *,
    appeal_id: AppealId,
    text: str,
    attachments: tuple[Attachment, ...],
    media_group_id: str | None,
    by: Deed,
) -> None:
    """A reply to the card is a draft: one silent message shows what would be sent, the outcomes are its buttons (R49).

    By someone of a department that has not accepted, it accepts first. A newer reply of the same person replaces the
    preview; further items of the same album join it.
    """
    appeal = await _get_to_write(uow, by, appeal_id)
    await show_words(uow, appeal, text=text, attachments=attachments, media_group_id=media_group_id, by=by)


async def show_words(
    uow: UnitOfWork,
    appeal: Appeal,
    *,
    text: str,
    attachments: tuple[Attachment, ...],
    media_group_id: str | None,
    by: Deed,
    assignment_id: AssignmentId | None = None,
) -> None:
    """Make a draft of the words, or of an assignment's part, and show it to whoever wrote them."""
    earlier = await uow.drafts.find_preview(appeal.id, by.actor.user_id, assignment_id)
    if earlier is not None and media_group_id is not None and earlier.media_group_id == media_group_id:
        earlier.attachments += attachments
        if not earlier.text:
            earlier.text, earlier.message_id = text, by.message_id
        uow.drafts.save(earlier)
        await uow.commit()
        return
    words, attachments = with_proof(earlier, text, attachments, by.at)
    said_in = by.message_id if earlier is None or words == text else earlier.message_id
    draft = Draft(
        appeal_id=appeal.id,
        version=0,
        text=words,
        author_id=by.actor.user_id,
        author_name=by.actor.short_name,
        created_at=by.at,
        attachments=attachments,
        media_group_id=media_group_id,
        assignment_id=assignment_id,
        is_common=earlier is not None and earlier.is_common,
        chat_id=by.chat,
        message_id=said_in,
    )
    await commitments.keep_former(uow, draft, earlier, by.at)
    promises.note_day(uow, appeal, draft, earlier, by.at)
    await show_draft(uow, draft, earlier, by)
    await uow.commit()


async def show_draft(uow: UnitOfWork, draft: Draft, earlier: Draft | None, by: Deed) -> None:
    """Show a draft in the place of the one that its author was shown before."""
    if earlier is not None:
        await drop_preview(uow, earlier, by.at)
    await uow.drafts.add(draft)
    asked = (*OF_DRAFT, PromptKind.PROMISE_DAY)
    uow.prompts.close_of_appeal(draft.appeal_id, asked, by.at, draft.assignment_id)
    settling = by.at + timedelta(seconds=2) if draft.media_group_id is not None else None
    announce.show_preview(uow, draft, by, not_before=settling)
    await proof.offer_earlier(uow, draft, by=by)


async def drop_preview(uow: UnitOfWork, draft: Draft, now: datetime) -> None:
    """Take a preview back: it sends nothing any more."""
    draft.state = DraftState.DROPPED
    uow.drafts.save(draft)
    await _close_shown(uow, draft, now)


async def _close_shown(uow: UnitOfWork, draft: Draft, now: datetime) -> None:
    for kind in (NoticeKind.PREVIEW, NoticeKind.PROOF_OFFER):
        await announce.close_messages(uow, kind, draft.id, now)


async def drop(uow: UnitOfWork, *, draft_id: DraftId, by: Deed) -> None:
    """«Просто переписка»: it was talk between colleagues."""
    draft = await uow.drafts.get(draft_id)
    appeal = await uow.appeals.get(draft.appeal_id)
    if draft.assignment_id is not None:
        await get_part_for(uow, by, draft.assignment_id)
    else:
        await get_for(uow, by, appeal.own(Action.WRITE), appeal.id)
    if draft.state is not DraftState.PREVIEW:
        raise StaleVersion
    await drop_preview(uow, draft, by.at)
    await uow.commit()


async def submit(
    uow: UnitOfWork, *, draft_id: DraftId, kind: DraftKind, outcome: Outcome | None, by: Deed
) -> Demand | PromiseFlaw | None:
    """Send the draft to approval with its outcome (R24, R43); an older version on approval gives way.

    What the regulation demands and is missing is asked for instead; so is the day of a promise whose words name none
    that is certain: what is wrong with it.
    """
    draft = await uow.drafts.get(draft_id)
    appeal = await uow.appeals.get(draft.appeal_id)
    await get_for(uow, by, appeal.own(Action.SUBMIT), appeal.id)
    if draft.state is not DraftState.PREVIEW or draft.assignment_id is not None:
        raise StaleVersion
    promises.ensure_says_something(draft, kind)
    if kind is DraftKind.FINAL:
        await _ensure_complete(uow, appeal)
    bare = await referring.warn_if_bare(uow, appeal, draft, outcome, by)
    if bare is not None:
        await uow.commit()
        return bare
    draft.kind, draft.outcome = kind, outcome
    lacking = await commitments.ask_if_needed(uow, appeal, draft, by) or await promises.ask_if_unclear(
        uow, appeal, draft, by
    )
    if lacking is not None:
        await uow.commit()
        return lacking
    await send_to_approval(uow, appeal, draft, by)
    await _close_shown(uow, draft, by.at)
    await uow.commit()
    return None


async def send_to_approval(uow: UnitOfWork, appeal: Appeal, draft: Draft, by: Deed) -> None:
    """One version waits for the approver now; an older one gives way, and so does a proposal not to answer."""
    if (
        draft.kind in {DraftKind.INTERIM, DraftKind.CLARIFICATION}
        and not (await uow.citizens.get(appeal.citizen_id)).has_chat
    ):
        raise NoChat
    await forget_proposal(uow, appeal, by.at)
    appeal.submit(by.at)
    await _retire(uow, appeal)
    _forget_asked_about_draft(uow, appeal, by.at)
    await promises.note_submitted(uow, appeal, draft, by.at)
    draft.state, draft.submitted_at = DraftState.SUBMITTED, by.at
    uow.drafts.save(draft)
    uow.appeals.save(appeal, by.actor, by.at, action=appeal.own(Action.SUBMIT))
    announce.open_approval_card(uow, appeal, draft, by.at)
    uow.cards.close_menus(appeal.id)
    await uow.cards.refresh(appeal.id, by.at)


async def _ensure_complete(uow: UnitOfWork, appeal: Appeal) -> None:
    """A common answer is final when every department has given its part (R47, Krasnoufimsk No. 83, п. 17)."""
    awaited = list_awaited(await uow.assignments.list_of_appeal(appeal.id))
    departments = [uow.municipality.find_department(one.department) for one in awaited]
    if awaited:
        raise PartsAwaited(", ".join(one.label for one in departments if one is not None))


async def _retire(uow: UnitOfWork, appeal: Appeal) -> None:
    current = await uow.drafts.find_current(appeal.id)
    if current is not None:
        current.state = DraftState.REPLACED
        uow.drafts.save(current)


async def _get_on_approval(
    uow: UnitOfWork, by: Deed, action: Action, draft_id: DraftId
) -> tuple[Draft, Appeal]:
    draft = await uow.drafts.get(draft_id)
    appeal = await uow.appeals.get(draft.appeal_id)
    action = appeal.own(action)
    await get_for(uow, by, action, appeal.id)
    if draft.is_history:
        raise StaleVersion
    appeal.ensure_possible(action)
    if draft.state not in {DraftState.SUBMITTED, DraftState.APPROVED}:
        raise StaleVersion
    return draft, appeal


async def approve(uow: UnitOfWork, *, draft_id: DraftId, by: Deed) -> int:
    """Agree to this very version; it leaves when the undo time is over (R44, R46, guarantee of four eyes).

    How many other drafts wait. Only the approver's card tells of the undo time: the others learn what became of the answer, in one edit.
    """
    draft, appeal = await _get_on_approval(uow, by, Action.APPROVE, draft_id)
    parts = await uow.assignments.list_of_appeal(appeal.id)
    ensure_not_own(by.actor, draft, parts, municipality=uow.municipality)
    promises.ensure_not_over(uow, appeal, draft, by.at)
    appeal.approve(by.at)
    draft.state, draft.decided_by, draft.decided_at = DraftState.APPROVED, by.actor.short_name, by.at
    draft.publish_at = by.at + timedelta(seconds=uow.municipality.approval.undo_seconds)
    uow.drafts.save(draft)
    uow.appeals.save(appeal, by.actor, by.at, action=appeal.own(Action.APPROVE))
    _forget_asked_about_draft(uow, appeal, by.at)
    await uow.cards.refresh(appeal.id, by.at, CardKind.APPROVAL)
    waiting = await uow.drafts.count_waiting()
    await uow.commit()
    return waiting


async def undo(uow: UnitOfWork, *, draft_id: DraftId, by: Deed) -> Appeal:
    """«Отменить отправку» while the undo time runs: the draft is on approval again."""
    draft, appeal = await _get_on_approval(uow, by, Action.UNDO, draft_id)
    appeal.undo_approval()
    draft.state, draft.publish_at = DraftState.SUBMITTED, None
    draft.decided_by = draft.decided_at = None
    uow.drafts.save(draft)
    uow.appeals.save(appeal, by.actor, by.at, action=appeal.own(Action.UNDO))
    await uow.cards.refresh(appeal.id, by.at, CardKind.APPROVAL)
    await uow.commit()
    return appeal


async def ask_revision_reason(uow: UnitOfWork, *, draft_id: DraftId, by: Deed) -> Appeal:
    """«На доработку»: reasons are asked in writing (R44, Krasnoufimsk No. 83, п. 14)."""
    draft, appeal = await _get_on_approval(uow, by, Action.REVISE, draft_id)
    await announce.ask_for_words(uow, PromptKind.REVISION_REASON, appeal, by=by, draft=draft)
    await uow.cards.refresh(appeal.id, by.at)
    await uow.commit()
    return appeal


async def revise(
    uow: UnitOfWork,
    *,
    draft_id: DraftId,
    reason: str,
    by: Deed,
    attachments: tuple[Attachment, ...] = (),
) -> Appeal:
    """Back to the executor: a new message in the department's chat with number and reason, which may be spoken or
    shown as well as written (R44, R45).
    """
    if not (reason.strip() or is_spoken(attachments)):
        raise WordsNeeded
    draft, appeal = await _get_on_approval(uow, by, Action.REVISE, draft_id)
    appeal.revise(by.at)
    draft.state, draft.reason, draft.remark_files = DraftState.RETURNED, reason, attachments
    draft.decided_by, draft.decided_at = by.actor.short_name, by.at
    uow.drafts.save(draft)
    uow.appeals.save(appeal, by.actor, by.at, action=appeal.own(Action.REVISE), reason=reason)
    _forget_asked_about_draft(uow, appeal, by.at)
    tell = announce.tell_department if appeal.department is not None else announce.tell_coordinators
    tell(uow, appeal, NoticeKind.REVISION, by.at, ref_id=draft.id)
    await escalation.tell_of_rework(uow, appeal, by.at)
    await uow.cards.refresh(appeal.id, by.at)
    await uow.commit()
    return appeal


async def offer_words(
    uow: UnitOfWork, *, draft_id: DraftId, words: str, by: Deed, attachments: tuple[Attachment, ...] = ()
) -> None:
    """An approver replied to a draft with words: they are kept, and it is asked whether they are a remark or the text.

    A voice cannot be the text that a citizen reads: it is the remark, and nothing is asked.
    """
    if not words.strip() and is_spoken(attachments):
        await revise(uow, draft_id=draft_id, reason="", by=by, attachments=attachments)
        return
    if not words.strip():
        raise WordsNeeded
    draft, appeal = await _get_on_approval(uow, by, Action.REPLACE, draft_id)
    prompt_id = await uow.prompts.add(
        PromptKind.REMARK,
        appeal.id,
        chat_id=by.chat,
        actor=by.actor,
        now=by.at,
        draft_id=draft.id,
        words=words,
        attachments=attachments,
        message_id=by.message_id,
    )
    announce.ask_about(uow, NoticeKind.REMARK_QUESTION, appeal, prompt_id, by)
    await uow.commit()


async def take_as_remark(uow: UnitOfWork, *, prompt_id: PromptId, by: Deed) -> Appeal:
    """«Это замечание»: the words are the reason for a revision."""
    prompt = await _take_words(uow, prompt_id, by.actor, by.at)
    return await revise(
        uow,
        draft_id=DraftId(prompt.draft_id or 0),
        reason=prompt.words or "",
        by=by,
        attachments=prompt.attachments,
    )


async def take_as_text(uow: UnitOfWork, *, prompt_id: PromptId, by: Deed) -> Draft:
    """«Заменить текст»: a new version in the approver's words, with its own `Согласовать`; its author stays."""
    prompt = await _take_words(uow, prompt_id, by.actor, by.at)
    draft, appeal = await _get_on_approval(uow, by, Action.REPLACE, DraftId(prompt.draft_id or 0))
    appeal.replace()
    draft.state = DraftState.REPLACED
    uow.drafts.save(draft)
    version = replace(
        draft,
        state=DraftState.SUBMITTED,
        text=prompt.words or "",
        attachments=draft.attachments + prompt.attachments,
        submitted_at=by.at,
        replaced_by=by.actor.short_name,
        chat_id=prompt.chat_id,
        message_id=prompt.message_id,
    )
    promises.note_day(uow, appeal, version, draft, by.at)
    await uow.drafts.add(version)
    uow.appeals.save(appeal, by.actor, by.at, action=appeal.own(Action.REPLACE))
    _forget_asked_about_draft(uow, appeal, by.at)
    announce.open_approval_card(uow, appeal, version, by.at)
    await uow.cards.refresh(appeal.id, by.at)
    await uow.commit()
    return version


async def _take_words(uow: UnitOfWork, prompt_id: PromptId, actor: Actor, now: datetime) -> Prompt:
    prompt = await uow.prompts.get(prompt_id)
    prompt.ensure_asked(actor)
    if prompt.closed_at is not None or prompt.draft_id is None or prompt.words is None:
        raise StaleVersion
    uow.prompts.close(prompt.id, now, said_in=prompt.message_id)
    await announce.close_messages(uow, NoticeKind.REMARK_QUESTION, prompt.id, now)
    return prompt


def _forget_asked_about_draft(uow: UnitOfWork, appeal: Appeal, now: datetime) -> None:
    """It has gone its way: what was still asked about this version is nobody's question any more."""
    asked = (PromptKind.REVISION_REASON, PromptKind.REMARK, PromptKind.PROMISE_DAY)
    uow.prompts.close_of_appeal(appeal.id, asked, now)
