"""How an appeal ends otherwise than by an answer in the bot, and what has to be tidied when it does."""

from datetime import datetime

from domain.appeal import Appeal
from domain.drafts import DraftState, PromptKind
from domain.notices import NoticeKind
from domain.people import SYSTEM, Actor
from domain.promises import Promise, PromiseState
from domain.status import Event
from services import announcements as announce
from services.ports import UnitOfWork


async def wind_up(uow: UnitOfWork, appeal: Appeal, now: datetime) -> None:
    """Nobody waits for anything any more: no words, no draft, no approval; every card says how it ended, and each
    department that had accepted it or a part of it is told.
    """
    parts = [one for one in await uow.assignments.list_of_appeal(appeal.id) if one.is_open]
    told = [appeal.department] if appeal.executor_id is not None else []
    told += [part.department for part in parts if part.executor_id is not None]
    for code in dict.fromkeys(filter(None, told)):
        announce.tell_department(uow, appeal, NoticeKind.ENDED, now, code=code)
    uow.assignments.end(appeal, now, reason=None)
    await end_promise(uow, appeal, PromiseState.DROPPED, now)
    uow.prompts.close_of_appeal(appeal.id, tuple(PromptKind), now)
    current = await uow.drafts.find_current(appeal.id)
    if current is not None:
        current.state, current.publish_at = DraftState.DROPPED, None
        uow.drafts.save(current)
    for part_id in (None, *(part.id for part in parts)):
        for draft_id in await uow.drafts.drop_previews(appeal.id, part_id):
            await announce.close_messages(uow, NoticeKind.PREVIEW, draft_id, now)
    uow.cards.close_menus(appeal.id)
    await uow.cards.refresh(appeal.id, now)


async def forget_proposal(uow: UnitOfWork, appeal: Appeal, now: datetime) -> None:
    """The matter goes another way: nobody needs to confirm any more that it gets no answer."""
    if appeal.no_reply_id is not None:
        await announce.close_messages(
            uow,
            NoticeKind.NO_REPLY_QUESTION,
            appeal.no_reply_id,
            now,
            outcome="silence-over",
            number=appeal.number,
        )


async def end_promise(
    uow: UnitOfWork,
    appeal: Appeal,
    state: PromiseState,
    now: datetime,
    *,
    by: Actor = SYSTEM,
    reason: str | None = None,
) -> Promise | None:
    """Nothing is owed of it any more; the caller saves the appeal."""
    appeal.forget_promise()
    found = await uow.promises.find_open(appeal.id)
    if found is None:
        return None
    found.state, found.ended_at, found.ended_by, found.reason = state, now, by.short_name or None, reason
    uow.promises.save(found)
    after = {"promise": found.id, "state": state.value}
    uow.journal.record(by, Event.PROMISE_ENDED, now, appeal_id=appeal.id, after=after, reason=reason)
    return found
