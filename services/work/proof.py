"""Pictures for an answer: sent beside a reply and offered, or asked for where the regulation demands proof (R50, R52)."""

from datetime import timedelta

from domain.appeal import Appeal
from domain.drafts import PROOF_PATIENCE, Draft, DraftKind, DraftState, Prompt, PromptKind
from domain.errors import Forbidden, ProofNeeded, StaleVersion
from domain.ids import ChatId, DraftId
from domain.messages import Attachment
from domain.municipality import Role
from domain.notices import Notice, NoticeKind, Priority
from domain.people import Deed
from domain.regulation.answers import AnswerKind, Demand, Need, is_proven
from domain.status import Action
from services import announcements as announce
from services.ports import UnitOfWork
from services.work.assignment import get_for, get_part_for

_GATHER = timedelta(seconds=2)
"""Pictures of an album come one by one."""


async def keep(uow: UnitOfWork, file: Attachment, *, by: Deed) -> None:
    """A picture without a word to the bot: kept for three minutes, and offered where an answer is being shown."""
    if Role.EXECUTOR not in by.actor.roles:
        return
    uow.loose_files.keep(file, by, forget_before=by.at - PROOF_PATIENCE)
    for draft in await uow.drafts.list_previews_of(by.actor.user_id, by.at - PROOF_PATIENCE):
        shown = await uow.outbox.list_sent(NoticeKind.PREVIEW, draft.id)
        if any(chat == by.chat for chat, _ in shown):
            await _offer(uow, draft, by)
    await uow.commit()


async def offer_earlier(uow: UnitOfWork, draft: Draft, *, by: Deed) -> None:
    """The pictures that came just before the words."""
    if await uow.loose_files.list_of(by.chat, draft.author_id, by.at - PROOF_PATIENCE):
        await _offer(uow, draft, by)


async def _offer(uow: UnitOfWork, draft: Draft, by: Deed) -> None:
    await announce.close_messages(uow, NoticeKind.PROOF_OFFER, draft.id, by.at)
    notice = Notice(
        NoticeKind.PROOF_OFFER,
        ChatId(by.chat),
        Priority.INTERACTIVE,
        thread_id=by.thread,
        appeal_id=draft.appeal_id,
        ref_id=draft.id,
        coalesce_key=f"proof:{draft.id}",
        not_before=by.at + _GATHER,
    )
    uow.outbox.add(notice, by.at)


async def ask_if_needed(uow: UnitOfWork, appeal: Appeal, draft: Draft, by: Deed) -> Demand | None:
    """Ask for the proof without which the regulation lets no such answer go (R50, R52: Krasnoufimsk No. 83, п. 20).

    None: nothing is missing.
    """
    kind = (
        AnswerKind.INTERIM.value if draft.kind is DraftKind.INTERIM else draft.outcome and draft.outcome.value
    )
    if kind not in set(AnswerKind):
        return None
    rule = uow.reckoning.regulation.find_answer_rule(AnswerKind(kind), appeal.category)
    if rule is None or Need.PROOF not in rule.needs or is_proven(draft.attachments):
        return None
    await announce.ask_for_words(uow, PromptKind.PROOF, appeal, by=by, draft=draft)
    return Demand((Need.PROOF,), rule.clause)


def is_for(prompt: Prompt | None, text: str) -> bool:
    """Whether a reply to this prompt brings files and leaves the words as they are."""
    return prompt is not None and prompt.kind is PromptKind.PROOF and not text.strip()


async def take(
    uow: UnitOfWork,
    prompt: Prompt,
    files: tuple[Attachment, ...],
    *,
    media_group_id: str | None,
    by: Deed,
) -> None:
    """What was asked for goes to the draft, and the preview is shown anew, once for a whole album."""
    draft = await uow.drafts.get(DraftId(prompt.draft_id or 0))
    await ensure_writes(uow, draft, by)
    if draft.state is not DraftState.PREVIEW:
        raise StaleVersion
    if not is_proven(files):
        raise ProofNeeded
    is_shown = media_group_id is not None and draft.media_group_id == media_group_id
    draft.attachments += files
    draft.media_group_id = media_group_id or draft.media_group_id
    uow.drafts.save(draft)
    if not is_shown:
        uow.prompts.close(prompt.id, by.at, said_in=by.message_id)
        for kind, ref in (
            (NoticeKind.PROMPT, prompt.id),
            (NoticeKind.PROOF_OFFER, draft.id),
            (NoticeKind.PREVIEW, draft.id),
        ):
            await announce.close_messages(uow, kind, ref, by.at)
        announce.show_preview(uow, draft, by, not_before=by.at + _GATHER if media_group_id else None)
    await uow.commit()


async def ensure_writes(uow: UnitOfWork, draft: Draft, by: Deed) -> None:
    """Raise `Forbidden` unless this person may change what waits to be sent."""
    if draft.assignment_id is not None:
        await get_part_for(uow, by, draft.assignment_id)
        return
    appeal = await uow.appeals.get(draft.appeal_id)
    await get_for(uow, by, appeal.own(Action.WRITE), appeal.id)


async def attach(uow: UnitOfWork, *, draft_id: DraftId, last: int, by: Deed) -> int:
    """«Приложить»: those that the button counted, up to the picture `last`, and the preview is shown anew. How many."""
    draft = await uow.drafts.get(draft_id)
    await ensure_writes(uow, draft, by)
    if draft.author_id != by.actor.user_id:
        raise Forbidden
    since = draft.created_at - PROOF_PATIENCE
    files = [
        file for file in await uow.loose_files.list_of(by.chat, draft.author_id, since) if file.id <= last
    ]
    if draft.state is not DraftState.PREVIEW or not files:
        raise StaleVersion
    draft.attachments += tuple(Attachment(file.kind, file.file_id) for file in files)
    uow.drafts.save(draft)
    for file in files:
        uow.loose_files.forget(file.id)
    for kind in (NoticeKind.PROOF_OFFER, NoticeKind.PREVIEW):
        await announce.close_messages(uow, kind, draft.id, by.at)
    announce.show_preview(uow, draft, by)
    await uow.commit()
    return len(files)
