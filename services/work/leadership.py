"""Leaders and the mayor: what is put before them, and the instructions that they give in reply (R10, R56)."""

from datetime import datetime
from zoneinfo import ZoneInfo

from domain.appeal import Appeal
from domain.drafts import Prompt, PromptKind
from domain.errors import Forbidden, NotALeader, StaleVersion, TermNotUnderstood, WordsNeeded
from domain.ids import AppealId, ChatId, InstructionId, PromptId
from domain.instructions import Due, Instruction, Term, due_by
from domain.municipality import Role
from domain.notices import CardKind, NoticeKind
from domain.people import Deed
from domain.status import Action
from services import announcements as announce
from services.people.stand_ins import list_private
from services.ports import UnitOfWork
from services.work.assignment import get_for


async def tell_mayor(uow: UnitOfWork, *, appeal_id: AppealId, reason: str, by: Deed) -> bool:
    """«Главе»: at once to the mayor, with a reason or without one (R56, Krasnoufimsk No. 83, п. 25).

    False where the mayor was told already.
    """
    appeal = await get_for(uow, by, Action.TELL_MAYOR, appeal_id)
    if appeal.mayor_told_at is not None:
        return False
    appeal.tell_mayor(by.actor, reason, by.at)
    uow.appeals.save(appeal, by.actor, by.at, action=Action.TELL_MAYOR, reason=reason or None)
    asked = await uow.prompts.find_open(PromptKind.MAYOR_REASON, appeal.id, by.actor.user_id, by.chat)
    if asked is not None:
        await announce.close_messages(uow, NoticeKind.PROMPT, asked.id, by.at)
    uow.prompts.close_of_appeal(appeal.id, (PromptKind.MAYOR_REASON,), by.at)
    await _open_mayors_cards(uow, appeal, by.at)
    uow.cards.close_menus(appeal.id)
    await uow.cards.refresh(appeal.id, by.at)
    await uow.commit()
    return True


async def ask_mayor_reason(uow: UnitOfWork, *, appeal_id: AppealId, by: Deed) -> None:
    """Why the mayor has to know, in the coordinator's own words."""
    appeal = await get_for(uow, by, Action.TELL_MAYOR, appeal_id)
    appeal.ensure_possible(Action.TELL_MAYOR)
    await announce.ask_for_words(uow, PromptKind.MAYOR_REASON, appeal, by=by)
    await uow.commit()


async def note_mayor_unreachable(uow: UnitOfWork, card_id: int, *, now: datetime) -> None:
    """The mayor never pressed Start, or blocked the bot: the leadership's chat gets the card and is told why.

    What is for the private chat is kept as well, until it opens.
    """
    card = await uow.cards.find(card_id)
    chat = uow.municipality.chats.leadership
    if card is None or card.kind is not CardKind.MAYOR or card.chat_id == chat:
        return
    appeal = await uow.appeals.get(AppealId(card.appeal_id))
    await _tell_leadership_instead(uow, appeal, now)


async def _open_mayors_cards(uow: UnitOfWork, appeal: Appeal, now: datetime) -> None:
    """To every mayor, or who stands in, in private; where there is none, or none can be written to, to the leadership's
    chat (R56), too.
    """
    mayors = list(uow.municipality.list_employees(Role.MAYOR))
    for mayor in mayors:
        reached = await list_private(uow, [mayor.id], now)
        for private in reached or [ChatId(mayor.id)]:
            announce.open_mayors_card(uow, appeal, private, now)
        if not reached:
            await _tell_leadership_instead(uow, appeal, now)
    if not mayors:
        announce.open_mayors_card(uow, appeal, uow.municipality.chats.leadership, now)


async def _tell_leadership_instead(uow: UnitOfWork, appeal: Appeal, now: datetime) -> None:
    """The leadership gets the mayor's card, and the coordinators, who sent it, read that it went there."""
    chat = uow.municipality.chats.leadership
    if await uow.cards.stands_in(appeal.id, CardKind.MAYOR, chat):
        return
    announce.open_mayors_card(uow, appeal, chat, now)
    args = {"text": "mayor-not-reached", "number": appeal.number}
    announce.tell_coordinators(uow, appeal, NoticeKind.STAFF_LINE, now, args=args)


async def offer_instruction(uow: UnitOfWork, *, appeal_id: AppealId, words: str, by: Deed) -> None:
    """A reply to a leadership card is an instruction only after a press: it is asked whether, and by when."""
    appeal = await _get_for_leader(uow, by, appeal_id)
    if not words.strip():
        raise WordsNeeded
    prompt_id = await uow.prompts.add(
        PromptKind.INSTRUCTION,
        appeal.id,
        chat_id=by.chat,
        actor=by.actor,
        now=by.at,
        words=words,
        message_id=by.message_id,
    )
    announce.ask_about(uow, NoticeKind.INSTRUCTION_OFFER, appeal, prompt_id, by)
    await uow.commit()


async def instruct(uow: UnitOfWork, *, prompt_id: PromptId, term: Term, by: Deed) -> Due | None:
    """«Передать как поручение»: to the department and the coordinators. None: the words name no day, it is asked."""
    prompt = await _get_own(uow, prompt_id, by, PromptKind.INSTRUCTION)
    appeal = await _get_for_leader(uow, by, prompt.appeal_id)
    uow.prompts.close(prompt.id, by.at, said_in=prompt.message_id)
    await announce.close_messages(uow, NoticeKind.INSTRUCTION_OFFER, prompt.id, by.at)
    due = due_by(term, prompt.words or "", said_at=prompt.created_at, tz=_zone(uow))
    if due is None:
        await announce.ask_for_words(
            uow, PromptKind.INSTRUCTION_TERM, appeal, by=by, words=prompt.words or ""
        )
        await uow.commit()
        return None
    await _give(uow, appeal, prompt.words or "", due, by)
    return due


async def take_term(uow: UnitOfWork, prompt: Prompt, words: str, *, by: Deed) -> Appeal:
    """The day in words that was asked for; what is no day is asked for again (`TermNotUnderstood`)."""
    appeal = await _get_for_leader(uow, by, prompt.appeal_id)
    due = due_by(Term.WORDS, words, said_at=by.at, tz=_zone(uow))
    if due is None:
        raise TermNotUnderstood(appeal.number)
    uow.prompts.close(prompt.id, by.at, said_in=by.message_id)
    await _give(uow, appeal, prompt.words or "", due, by)
    return appeal


async def _give(uow: UnitOfWork, appeal: Appeal, words: str, due: Due, by: Deed) -> None:
    instruction = Instruction(
        appeal_id=appeal.id,
        words=words,
        given_by_id=by.actor.user_id,
        given_by=by.actor.short_name,
        given_at=by.at,
        due_at=due.at,
        due_has_hour=due.has_hour,
    )
    await uow.instructions.add(instruction)
    uow.journal.record(
        by.actor, Action.INSTRUCT, by.at, appeal_id=appeal.id, after={"due": due.at.isoformat()}, reason=words
    )
    announce.tell_department(uow, appeal, NoticeKind.INSTRUCTION, by.at, ref_id=instruction.id)
    is_for_department = appeal.department is not None
    announce.tell_coordinators(
        uow, appeal, NoticeKind.INSTRUCTION, by.at, ref_id=instruction.id, args={"silent": is_for_department}
    )
    await uow.cards.refresh(appeal.id, by.at)
    await uow.commit()


async def offer_report(uow: UnitOfWork, *, instruction_id: InstructionId, words: str, by: Deed) -> None:
    """A reply to an instruction may be the report on it, or talk between colleagues: one press tells."""
    instruction = await uow.instructions.get(instruction_id)
    appeal = await get_for(uow, by, Action.REPORT, instruction.appeal_id)
    if not words.strip():
        raise WordsNeeded
    prompt_id = await uow.prompts.add(
        PromptKind.REPORT,
        appeal.id,
        chat_id=by.chat,
        actor=by.actor,
        now=by.at,
        words=words,
        instruction_id=instruction.id,
        message_id=by.message_id,
    )
    announce.ask_about(uow, NoticeKind.REPORT_OFFER, appeal, prompt_id, by)
    await uow.commit()


async def report(uow: UnitOfWork, *, prompt_id: PromptId, by: Deed) -> str:
    """«Исполнено»: the leader sees it on the card. Who reported; the first one stays it."""
    prompt = await _get_own(uow, prompt_id, by, PromptKind.REPORT)
    instruction = await uow.instructions.get(InstructionId(prompt.instruction_id or 0))
    appeal = await get_for(uow, by, Action.REPORT, instruction.appeal_id)
    uow.prompts.close(prompt.id, by.at, said_in=prompt.message_id)
    await announce.close_messages(uow, NoticeKind.REPORT_OFFER, prompt.id, by.at)
    if instruction.done_at is None:
        instruction.done_by, instruction.done_at = by.actor.short_name, by.at
        instruction.report = prompt.words
        uow.instructions.save(instruction)
        uow.journal.record(by.actor, Action.REPORT, by.at, appeal_id=appeal.id, reason=prompt.words)
        await uow.cards.refresh(appeal.id, by.at)
    await uow.commit()
    return instruction.done_by or by.actor.short_name


def is_for_leaders(uow: UnitOfWork, by: Deed) -> bool:
    """Whether a reply here is a leader's: in the leaders' own chat, or a leader's words in one that they share."""
    chats = uow.municipality.chats
    leads = bool(by.actor.roles & {Role.LEADER, Role.MAYOR})
    return by.chat == chats.leadership and (leads or chats.leadership != chats.coordinators)


async def _get_for_leader(uow: UnitOfWork, by: Deed, appeal_id: AppealId) -> Appeal:
    try:
        return await get_for(uow, by, Action.INSTRUCT, appeal_id)
    except Forbidden:
        raise NotALeader from None


async def _get_own(uow: UnitOfWork, prompt_id: PromptId, by: Deed, kind: PromptKind) -> Prompt:
    prompt = await uow.prompts.get(prompt_id)
    prompt.ensure_asked(by.actor)
    if prompt.chat_id != by.chat:
        raise Forbidden
    if prompt.closed_at is not None or prompt.kind is not kind:
        raise StaleVersion
    return prompt


def _zone(uow: UnitOfWork) -> ZoneInfo:
    return ZoneInfo(uow.municipality.timezone)
