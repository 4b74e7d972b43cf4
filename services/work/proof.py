"""Pictures sent beside a reply: offered for the answer, never put into it without a press."""

from datetime import timedelta

from domain.drafts import PROOF_PATIENCE, Draft, DraftState
from domain.errors import Forbidden, StaleVersion
from domain.ids import ChatId, DraftId
from domain.messages import Attachment
from domain.municipality import Role
from domain.notices import Notice, NoticeKind, Priority
from domain.people import Deed
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


async def attach(uow: UnitOfWork, *, draft_id: DraftId, last: int, by: Deed) -> int:
    """«Приложить»: those that the button counted, up to the picture `last`, and the preview is shown anew. How many."""
    draft = await uow.drafts.get(draft_id)
    appeal = await uow.appeals.get(draft.appeal_id)
    if draft.assignment_id is not None:
        await get_part_for(uow, by, draft.assignment_id)
    else:
        await get_for(uow, by, appeal.own(Action.WRITE), appeal.id)
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
