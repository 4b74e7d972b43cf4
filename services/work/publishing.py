"""The undo time is over: what was approved goes to the citizen, by the bot or by somebody's hand (R46, R09)."""

from datetime import datetime

from domain.appeal import Appeal
from domain.drafts import Draft, DraftKind, DraftState
from domain.ids import DraftId
from domain.messages import CitizenMessage
from domain.notices import Notice, NoticeKind, Priority
from domain.outcomes import Delivery, Outcome
from domain.people import SYSTEM
from domain.register.comments import find_comment
from domain.status import Action
from domain.ways import Way
from services import announcements as announce
from services.coordinator import by_hand
from services.delivery import Fate, note_answer_undelivered
from services.ports import UnitOfWork
from services.work import measures, promises


async def publish(uow: UnitOfWork, draft_id: DraftId, *, now: datetime) -> None:
    """The approved version, to the letter; and what it promises runs from now on."""
    draft = await uow.drafts.get(draft_id)
    appeal = await uow.appeals.get(draft.appeal_id)
    if draft.state is not DraftState.APPROVED or draft.publish_at is None or draft.publish_at > now:
        return
    draft.state, draft.publish_at, draft.published_at = DraftState.PUBLISHED, None, now
    uow.drafts.save(draft)
    if draft.promise_id is not None:
        await _tell_of_promise(uow, appeal, draft, now)
        return
    await promises.take_from(uow, appeal, draft, now)
    comment = await _find_comment(uow, appeal)
    if draft.kind is DraftKind.FINAL and appeal.way.is_by_hand and comment is None:
        await by_hand.hand_out(uow, appeal, draft, now)
        return
    if draft.kind is DraftKind.FINAL:
        appeal.publish_answer(draft.outcome or Outcome.EXPLAINED, now)
        uow.assignments.end(appeal, now, reason=None)
        await measures.ask_if_demanded(uow, appeal, draft, now)
        action = Action.PUBLISH_ANSWER
    else:
        appeal.publish_interim(now, asks=draft.kind is DraftKind.CLARIFICATION, until=draft.committed_until)
        action = appeal.own(Action.PUBLISH_INTERIM)
    uow.appeals.save(appeal, SYSTEM, now, action=action)
    await _tell(uow, appeal, draft, comment, now)


async def _tell_of_promise(uow: UnitOfWork, appeal: Appeal, draft: Draft, now: datetime) -> None:
    """The second message, under the same number: what was promised is done, or by which day it will be."""
    appeal.ensure_possible(Action.PUBLISH_PROMISE)
    if draft.kind is DraftKind.KEPT:
        await promises.keep(uow, appeal, now)
        appeal.solved = None
    else:
        await promises.move(uow, appeal, draft, now)
    comment = await _find_comment(uow, appeal)
    if appeal.way.is_by_hand and comment is None:
        appeal.task_since, appeal.attempts = now, 0
        announce.open_task_card(uow, appeal, draft, now)
        uow.appeals.save(appeal, SYSTEM, now, action=Action.PUBLISH_PROMISE)
        await uow.cards.refresh(appeal.id, now)
        await uow.commit()
        return
    appeal.delivery, appeal.delivered_at = Delivery.SENT, None
    uow.appeals.save(appeal, SYSTEM, now, action=Action.PUBLISH_PROMISE)
    await _tell(uow, appeal, draft, comment, now)


async def _find_comment(uow: UnitOfWork, appeal: Appeal) -> CitizenMessage | None:
    """Where the bot publishes the answer itself: under the comment that it answers, while the group is the town's."""
    if appeal.way is not Way.COMMENT:
        return None
    return find_comment(await uow.messages.list_of_appeal(appeal.id), uow.municipality.chats.public)


async def _tell(
    uow: UnitOfWork, appeal: Appeal, draft: Draft, comment: CitizenMessage | None, now: datetime
) -> None:
    citizen = await uow.citizens.get(appeal.citizen_id)
    if comment is not None:
        uow.outbox.add(_answer_under(comment, appeal, draft), now)
    else:
        announce.tell_citizen(uow, citizen, NoticeKind.ANSWER, now, appeal=appeal, ref_id=draft.id)
    if comment is None and citizen.blocked_at is not None:
        await note_answer_undelivered(uow, appeal.id, Fate.BLOCKED, now=now)
    await uow.cards.refresh(appeal.id, now)
    await uow.commit()


def _answer_under(comment: CitizenMessage, appeal: Appeal, draft: Draft) -> Notice:
    return Notice(
        NoticeKind.PUBLIC_ANSWER,
        comment.chat_id,
        Priority.CITIZEN,
        appeal_id=appeal.id,
        ref_id=draft.id,
        args={"message_id": comment.message_id},
    )
