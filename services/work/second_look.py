"""A citizen writes while the answer waits for its approver: the answer may not fit any more, and an edit makes no sound."""

from datetime import datetime

from domain.appeal import Appeal
from domain.notices import Notice, NoticeKind, Priority
from domain.status import Status
from services.ports import UnitOfWork

_BEFORE_IT_LEAVES = frozenset({Status.ON_APPROVAL, Status.APPROVED})


async def ask_for(uow: UnitOfWork, appeal: Appeal, now: datetime, *, is_edit: bool) -> None:
    """One message to the approvers under the draft's card, once for each version: the card shows what is new.

    Also while the undo time runs; an answer that waits for a call or a letter has been decided on.
    """
    if appeal.status not in _BEFORE_IT_LEAVES or appeal.task_since is not None:
        return
    draft = await uow.drafts.find_current(appeal.id)
    if draft is None or await uow.outbox.list_sent(NoticeKind.SECOND_LOOK, draft.id):
        return
    notice = Notice(
        NoticeKind.SECOND_LOOK,
        uow.municipality.chats.approvals,
        Priority.INTERACTIVE,
        appeal_id=appeal.id,
        ref_id=draft.id,
        args={"is_edit": is_edit},
        coalesce_key=f"second-look:{draft.id}",
    )
    uow.outbox.add(notice, now)
