"""Somebody of the staff corrects words that the bot has taken: what is still open follows them, else it is said what is so."""

from dataclasses import replace

from domain.drafts import OFFERED, Draft, DraftState, Prompt, PromptKind
from domain.ids import AppealId, DraftId
from domain.notices import NoticeKind
from domain.people import Deed
from services import announcements as announce
from services.ports import UnitOfWork
from services.work import answering, joint, measures, notes, promises
from services.work.replies import Reply, take_words

_QUESTIONS = (NoticeKind.REMARK_QUESTION, NoticeKind.INSTRUCTION_OFFER, NoticeKind.REPORT_OFFER)
"""Asked about words that a press turns into something."""


async def take_edit(uow: UnitOfWork, reply: Reply, *, by: Deed) -> bool:
    """False where the bot has taken nothing from this message."""
    draft = await uow.drafts.find_said(by.chat, by.message_id)
    if draft is not None:
        await _reword_draft(uow, draft, reply, by)
        return True
    prompt = await uow.prompts.find_said(by.chat, by.message_id)
    if prompt is not None:
        await _reword_answer(uow, prompt, reply, by)
        return True
    return await notes.reword(uow, text=reply.text, by=by)


async def _reword_draft(uow: UnitOfWork, draft: Draft, reply: Reply, by: Deed) -> None:
    """What its author has not sent to approval is shown anew; a version that has left his hands stays as it was seen."""
    files = tuple(dict.fromkeys((*draft.attachments, *reply.attachments)))
    if (reply.text, files) == (draft.text, draft.attachments):
        return
    if draft.state is DraftState.PREVIEW:
        appeal = await uow.appeals.get(draft.appeal_id)
        await joint.ensure_may_write(uow, appeal, draft.assignment_id, by)
        renewed = replace(draft, id=DraftId(0), version=0, text=reply.text, attachments=files)
        promises.note_day(uow, appeal, renewed, draft, by.at)
        await answering.show_draft(uow, renewed, draft, by)
        await uow.commit()
    elif draft.state is not DraftState.DROPPED or await _has_newer(uow, draft):
        await _say_too_late(uow, draft.appeal_id, draft.state.value, by)


async def _has_newer(uow: UnitOfWork, draft: Draft) -> bool:
    """Talk between colleagues may be corrected without a word of the bot; what a newer reply has replaced may not."""
    newer = await uow.drafts.find_preview(draft.appeal_id, draft.author_id, draft.assignment_id)
    return (newer or await uow.drafts.find_current(draft.appeal_id)) is not None


async def _reword_answer(uow: UnitOfWork, prompt: Prompt, reply: Reply, by: Deed) -> None:
    """While a press has not decided what the words are, the new ones are asked about in their place."""
    if reply.text == prompt.words:
        return
    if prompt.kind is PromptKind.MEASURES and await measures.reword(uow, prompt, reply.text, by=by):
        return
    if prompt.closed_at is not None:
        await _say_too_late(uow, prompt.appeal_id, "taken", by)
        return
    if prompt.kind not in OFFERED:
        uow.prompts.close(prompt.id, by.at)
        for kind in _QUESTIONS:
            await announce.close_messages(uow, kind, prompt.id, by.at)
    await take_words(uow, reply, by=by)


async def _say_too_late(uow: UnitOfWork, appeal_id: AppealId, state: str, by: Deed) -> None:
    appeal = await uow.appeals.get(appeal_id)
    announce.tell_here(
        uow, "edit-too-late", by, appeal=appeal, args={"number": appeal.number, "state": state}
    )
    await uow.commit()
