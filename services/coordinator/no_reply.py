"""No answer: nothing to answer, or words that are not answered; the second only by two people and with a reason.

R53, Krasnoufimsk No. 83, п. 21; A20.
"""

from domain.appeal import Appeal
from domain.drafts import Prompt, PromptKind
from domain.errors import NotPossibleNow, WordsNeeded
from domain.ids import AppealId, PromptId
from domain.notices import Notice, NoticeKind, Priority
from domain.people import Deed
from domain.status import Action
from services import announcements as announce
from services.ports import UnitOfWork
from services.work.assignment import get_for
from services.work.endings import forget_proposal, wind_up


async def close_as_not_needed(uow: UnitOfWork, *, appeal_id: AppealId, by: Deed) -> Appeal:
    """«Благодарность / спам»: one press, nobody confirms it."""
    appeal = await get_for(uow, by, Action.NOT_NEEDED, appeal_id)
    appeal.ensure_possible(Action.NOT_NEEDED)
    await forget_proposal(uow, appeal, by.at)
    appeal.close_as_not_needed(by.actor, by.at)
    uow.appeals.save(appeal, by.actor, by.at, action=Action.NOT_NEEDED)
    await wind_up(uow, appeal, by.at)
    await uow.commit()
    return appeal


async def ask_reason(uow: UnitOfWork, *, appeal_id: AppealId, by: Deed) -> Appeal:
    """«Ответ не даётся»: without a written reason nobody is asked to confirm."""
    appeal = await get_for(uow, by, Action.PROPOSE_NO_REPLY, appeal_id)
    appeal.ensure_possible(Action.PROPOSE_NO_REPLY)
    if appeal.waits_for_second:
        raise NotPossibleNow(appeal.number, appeal.status)
    await announce.ask_for_words(uow, PromptKind.NO_REPLY_REASON, appeal, by=by)
    uow.cards.close_menus(appeal.id)
    await uow.cards.refresh(appeal.id, by.at)
    await uow.commit()
    return appeal


async def propose(uow: UnitOfWork, *, prompt: Prompt, reason: str, by: Deed) -> Appeal:
    """With its reason it goes to the approvers' chat, where somebody else decides."""
    if not reason.strip():
        raise WordsNeeded
    appeal = await get_for(uow, by, Action.PROPOSE_NO_REPLY, prompt.appeal_id)
    if appeal.waits_for_second:
        raise NotPossibleNow(appeal.number, appeal.status)
    appeal.propose_no_reply(prompt.id, reason, by.actor)
    uow.appeals.save(appeal, by.actor, by.at, action=Action.PROPOSE_NO_REPLY, reason=reason)
    uow.prompts.close_of_appeal(appeal.id, (PromptKind.NO_REPLY_REASON,), by.at)
    question = Notice(
        NoticeKind.NO_REPLY_QUESTION,
        uow.municipality.chats.approvals,
        Priority.INTERACTIVE,
        appeal_id=appeal.id,
        ref_id=prompt.id,
    )
    uow.outbox.add(question, by.at)
    await uow.cards.refresh(appeal.id, by.at)
    await uow.commit()
    return appeal


async def confirm(uow: UnitOfWork, *, prompt_id: PromptId, by: Deed) -> Appeal:
    """«Подтвердить» by another person: closed, the words are kept, the terms do not count (R53)."""
    prompt = await uow.prompts.get(prompt_id)
    appeal = await get_for(uow, by, Action.CONFIRM_NO_REPLY, prompt.appeal_id)
    appeal.confirm_no_reply(prompt.id, by.actor, by.at)
    uow.appeals.save(appeal, by.actor, by.at, action=Action.CONFIRM_NO_REPLY, reason=appeal.no_reply_reason)
    await announce.close_messages(
        uow,
        NoticeKind.NO_REPLY_QUESTION,
        prompt.id,
        by.at,
        outcome="silence-confirmed",
        number=appeal.number,
    )
    await wind_up(uow, appeal, by.at)
    await uow.commit()
    return appeal


async def reject(uow: UnitOfWork, *, prompt_id: PromptId, by: Deed) -> Appeal:
    """«Отклонить»: the coordinators are told, and it goes the ordinary way. Who proposed it may take it back so."""
    prompt = await uow.prompts.get(prompt_id)
    appeal = await get_for(uow, by, Action.REJECT_NO_REPLY, prompt.appeal_id)
    appeal.reject_no_reply(prompt.id)
    uow.appeals.save(appeal, by.actor, by.at, action=Action.REJECT_NO_REPLY)
    await announce.close_messages(
        uow, NoticeKind.NO_REPLY_QUESTION, prompt.id, by.at, outcome="silence-over", number=appeal.number
    )
    announce.tell_coordinators(
        uow, appeal, NoticeKind.NO_REPLY_REJECTED, by.at, args={"who": by.actor.short_name}
    )
    await uow.cards.refresh(appeal.id, by.at)
    await uow.commit()
    return appeal


async def hand_over(uow: UnitOfWork, *, appeal_id: AppealId, by: Deed) -> str:
    """The police, or who answers for safety, has been told: noted with name and time, once. Who noted it."""
    appeal = await get_for(uow, by, Action.HAND_OVER, appeal_id)
    if appeal.handed_over_by is None:
        appeal.hand_over(by.actor, by.at)
        uow.appeals.save(appeal, by.actor, by.at, action=Action.HAND_OVER)
        await uow.cards.refresh(appeal.id, by.at)
        await uow.commit()
    return appeal.handed_over_by or by.actor.short_name
