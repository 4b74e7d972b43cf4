"""An answer that the bot cannot give: a person calls, writes a letter or says it, as a task in the coordinators' chat."""

from collections.abc import Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from domain.appeal import Appeal
from domain.drafts import Draft, Prompt, PromptKind
from domain.errors import NoChat, NotFound, NotPossibleNow, WordsNeeded
from domain.ids import AppealId, DraftId
from domain.notices import NoticeKind
from domain.outcomes import Delivery, Outcome
from domain.people import SYSTEM, Deed
from domain.status import Action, Event
from domain.ways import Way, can_be_reached, read_contact
from domain.words.masking import each_once, given_numbers
from domain.words.outgoing import read_outgoing
from domain.words.personal_numbers import PersonalNumber, find_numbers
from services import announcements as announce
from services.coordinator import publications
from services.ports import UnitOfWork
from services.work import measures
from services.work.assignment import get_for


async def choose_way(uow: UnitOfWork, *, appeal_id: AppealId, way: Way, by: Deed) -> Appeal:
    """«Способ ответа»; where nothing is known to reach the applicant by, it is asked for in words."""
    appeal = await get_for(uow, by, Action.CHOOSE_WAY, appeal_id)
    appeal.ensure_possible(Action.CHOOSE_WAY)
    if not (way.is_by_hand or (await uow.citizens.get(appeal.citizen_id)).has_chat):
        raise NoChat
    if appeal.way is not way:
        appeal.choose_way(way)
        uow.appeals.save(appeal, by.actor, by.at, action=Action.CHOOSE_WAY)
        if not await _is_known(uow, appeal, way):
            await announce.ask_for_words(uow, PromptKind.CONTACT, appeal, by=by)
    uow.cards.close_menus(appeal.id)
    await uow.cards.refresh(appeal.id, by.at)
    await uow.commit()
    return appeal


async def take_contact(uow: UnitOfWork, *, prompt: Prompt, words: str, by: Deed) -> Appeal:
    """The phone or the address of somebody who did not write to the bot; raises `ContactNotUnderstood`, and the question
    stays open.
    """
    if not words.strip():
        raise WordsNeeded
    appeal = await get_for(uow, by, Action.CHOOSE_WAY, prompt.appeal_id)
    appeal.contact = read_contact(words, Way(prompt.words) if prompt.words else appeal.way)
    if prompt.words:
        appeal.answer_by_hand(Way(prompt.words), by.at)
        await _open_task(uow, appeal, by)
    else:
        uow.appeals.save(appeal, by.actor, by.at, action=Action.CHOOSE_WAY)
    await announce.close_messages(uow, NoticeKind.PROMPT, prompt.id, by.at)
    await uow.cards.refresh(appeal.id, by.at)
    await uow.commit()
    return appeal


async def hand_out(uow: UnitOfWork, appeal: Appeal, draft: Draft, now: datetime) -> None:
    """The undo time is over: the approved version waits for whoever calls or writes, to the letter (R46)."""
    appeal.hand_out(draft.outcome or Outcome.EXPLAINED, now)
    uow.appeals.save(appeal, SYSTEM, now, action=Action.HAND_OUT)
    announce.open_task_card(uow, appeal, draft, now)
    await uow.cards.refresh(appeal.id, now)
    await uow.commit()


async def answer_by_hand(uow: UnitOfWork, *, appeal_id: AppealId, way: Way, by: Deed) -> bool:
    """«Позвонить», «Написать письмо»: the bot could not deliver the answer, so a person does; one press.

    False where nothing is known to reach the citizen by: it is asked for, and the task opens with it.
    """
    appeal = await get_for(uow, by, Action.ANSWER_BY_HAND, appeal_id)
    appeal.answer_by_hand(way, by.at)
    is_known = await _is_known(uow, appeal, way)
    if is_known:
        await _open_task(uow, appeal, by)
    else:
        uow.prompts.close_of_appeal(appeal.id, (PromptKind.CONTACT,), by.at)
        await announce.ask_for_words(uow, PromptKind.CONTACT, appeal, words=way.value, by=by)
    await uow.commit()
    return is_known


async def _open_task(uow: UnitOfWork, appeal: Appeal, by: Deed) -> None:
    draft = await uow.drafts.find_answer(appeal.id)
    if draft is None:
        raise NotFound
    uow.appeals.save(appeal, by.actor, by.at, action=Action.ANSWER_BY_HAND)
    announce.open_task_card(uow, appeal, draft, by.at)
    await uow.cards.refresh(appeal.id, by.at)


async def publish_by_hand(
    uow: UnitOfWork, appeal_id: AppealId, draft_id: DraftId, reason: str, *, now: datetime
) -> None:
    """The bot could not publish the answer under the comment: a person does, told why (`reason` is a code)."""
    appeal = await uow.appeals.get(appeal_id)
    if appeal.task_since is not None or appeal.erased_at is not None:
        return
    appeal.delivery, appeal.delivered_at = Delivery.FAILED, None
    appeal.task_since, appeal.attempts = now, 0
    uow.appeals.save(appeal, SYSTEM, now, action=Event.DELIVERY)
    args = {"text": "comment-not-published", "number": appeal.number, "reason": reason}
    announce.tell_coordinators(uow, appeal, NoticeKind.STAFF_LINE, now, args=args)
    announce.open_task_card(uow, appeal, await uow.drafts.get(draft_id), now)
    await uow.cards.refresh(appeal.id, now)


async def reach(uow: UnitOfWork, *, appeal_id: AppealId, by: Deed) -> bool:
    """«Дозвонились», «Ответили лично», «Опубликовано»: answered now. Whether it is asked what shows that (R26)."""
    appeal = await get_for(uow, by, Action.REACH, appeal_id)
    appeal.reach(by.actor, by.at)
    is_published = appeal.way is Way.COMMENT
    if is_published:
        await publications.begin(uow, appeal, by=by)
    await _note_reached(uow, appeal, by)
    return is_published


async def miss(uow: UnitOfWork, *, appeal_id: AppealId, by: Deed) -> int:
    """«Не дозвонились»: how often by now."""
    appeal = await get_for(uow, by, Action.MISS, appeal_id)
    appeal.miss()
    uow.appeals.save(appeal, by.actor, by.at, action=Action.MISS)
    await uow.cards.refresh(appeal.id, by.at)
    await uow.commit()
    return appeal.attempts


async def ask_outgoing(uow: UnitOfWork, *, appeal_id: AppealId, by: Deed) -> Appeal:
    """«Исх. № и дата»: under what the letter was registered."""
    appeal = await get_for(uow, by, Action.REACH, appeal_id)
    appeal.ensure_possible(Action.REACH)
    if appeal.task_since is None:
        raise NotPossibleNow(appeal.number, appeal.status)
    await announce.ask_for_words(uow, PromptKind.OUTGOING, appeal, by=by)
    await uow.commit()
    return appeal


async def take_outgoing(uow: UnitOfWork, *, prompt: Prompt, words: str, by: Deed) -> Appeal:
    """Number and date, the date in words too; raises `OutgoingNotUnderstood`, and the question stays open."""
    appeal = await get_for(uow, by, Action.REACH, prompt.appeal_id)
    local = by.at.astimezone(ZoneInfo(uow.municipality.timezone)).replace(tzinfo=None)
    appeal.reach(by.actor, by.at, read_outgoing(words, now=local))
    await announce.close_messages(uow, NoticeKind.PROMPT, prompt.id, by.at)
    await _note_reached(uow, appeal, by)
    return appeal


async def _note_reached(uow: UnitOfWork, appeal: Appeal, by: Deed) -> None:
    uow.assignments.end(appeal, by.at, reason=None)
    await measures.ask_if_demanded(uow, appeal, await uow.drafts.find_answer(appeal.id), by.at)
    uow.appeals.save(appeal, by.actor, by.at, action=Action.REACH)
    uow.prompts.close_of_appeal(appeal.id, (PromptKind.OUTGOING, PromptKind.CONTACT), by.at)
    await uow.cards.refresh(appeal.id, by.at)
    await uow.commit()


async def _is_known(uow: UnitOfWork, appeal: Appeal, way: Way) -> bool:
    return can_be_reached(
        way, numbers=await list_numbers(uow, appeal), contact=appeal.contact, address=appeal.address
    )


async def list_numbers(uow: UnitOfWork, appeal: Appeal) -> Sequence[PersonalNumber]:
    """Every number by which the applicant could be reached, those noted by the coordinators too."""
    citizen = await uow.citizens.get(appeal.citizen_id)
    given = given_numbers(citizen.phone, await uow.messages.list_of_appeal(appeal.id))
    return each_once([*given, *find_numbers(appeal.contact or "")])
