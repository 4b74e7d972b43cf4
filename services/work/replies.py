"""Words of the staff, as people write them: a reply to a message of the bot. What it answers decides what it is."""

from dataclasses import dataclass

from domain.appeal import Appeal
from domain.drafts import DRAFTED, PRESSED, Prompt, PromptKind, is_spoken
from domain.errors import (
    AskedOfAnother,
    Forbidden,
    NoAppealHere,
    NoLongerAsked,
    NotFound,
    NotRepliedHere,
    VoiceNeedsWords,
    WordsNeeded,
)
from domain.ids import AssignmentId, ChatId, DraftId, InstructionId, PromptId
from domain.messages import Attachment, ContentKind
from domain.notices import TO_CITIZENS, CardKind, NoticeKind, SentMessage
from domain.numbers import find_whole_number, list_whole_numbers
from domain.people import Actor, Deed
from domain.setup.errors import NoLongerStaff, WriteAsYourself
from domain.setup.pages import QUESTION_LIVES
from domain.status import TRANSITIONS, Action
from domain.words.names import short_name
from domain.words.talk import note_in
from services import announcements as announce
from services.ports import UnitOfWork
from services.work import answering, joint, leadership, notes, proof, reasons, talk
from services.work.reasons import ASKS
from services.work.takers import Said

_CARDS = frozenset({NoticeKind.CARD, NoticeKind.CARD_EDIT})
_OF_DRAFTS = frozenset({NoticeKind.PREVIEW, NoticeKind.REVISION})
"""In the coordinators' chat a reply to these is a new draft of what no department has."""


@dataclass(frozen=True, slots=True)
class Reply:
    """A reply in a staff chat: what was said, and to which message of the bot."""

    chat_id: ChatId
    thread_id: int
    message_id: int
    replied_to: int
    replied_text: str
    text: str
    attachments: tuple[Attachment, ...] = ()
    media_group_id: str | None = None


@dataclass(frozen=True, slots=True)
class _Matter:
    """What the reply is about: the appeal, the prompt it answers if it answers one, the draft if it names one.

    `assignment_id`: the part of a department that does not lead.
    """

    appeal: Appeal
    prompt: Prompt | None = None
    draft_id: DraftId | None = None
    instruction_id: InstructionId | None = None
    is_for_leaders: bool = False
    assignment_id: AssignmentId | None = None


async def take_words(uow: UnitOfWork, reply: Reply, *, by: Deed) -> bool:
    """Do what the words are for; False where the reply is about no appeal, so that it concerns only people.

    A reply that begins with «!» is a note; one to a prompt answers it; any other reply in a department's chat is a
    draft, in the approvals' chat a remark or a new text. A message whose id was never recorded is known by the number in
    its text and by what this person was asked (guarantee 31).
    """
    sent = await uow.outbox.find_sent(reply.chat_id, reply.replied_to)
    matter = await _find_matter(uow, reply, sent, by)
    if matter is None and sent is not None and by.actor.roles and leadership.is_for_leaders(uow, by):
        raise NoAppealHere
    if (note := note_in(reply.text)) and await _take_note(uow, sent, matter, note, by):
        return True
    if matter is None:
        return await _hint_at_buttons(uow, reply, sent, by)
    try:
        await _carry_out(uow, reply, matter, by)
    except Forbidden:
        if _was_asked(matter.prompt, by.actor) and not by.actor.roles:
            raise NoLongerStaff from None
        raise
    return True


async def refuse_anonymous(uow: UnitOfWork, reply: Reply, *, by: Deed) -> None:
    """Words under a message about an appeal in the name of a group or a channel: nobody is known to have said them."""
    sent = await uow.outbox.find_sent(reply.chat_id, reply.replied_to)
    if sent is not None and sent.appeal_id is not None and by.chat in uow.municipality.staff_chats:
        raise WriteAsYourself


async def refuse_command(uow: UnitOfWork, reply: Reply, *, by: Deed) -> None:
    """A command of another bot's, or one that there is not, under a message about an appeal in a group: no answer to it."""
    sent = await uow.outbox.find_sent(reply.chat_id, reply.replied_to)
    if by.chat < 0 and by.actor.roles and sent is not None and sent.appeal_id is not None:
        raise WordsNeeded


def _was_asked(prompt: Prompt | None, actor: Actor) -> bool:
    return prompt is not None and prompt.user_id == actor.user_id


async def take_answer(uow: UnitOfWork, reply: Reply, *, by: Deed) -> bool:
    """Words in private that reply to nothing are for the newest question there; False where none waits.

    Many a client lets go of the ForceReply; a remark about a draft must not be registered as a citizen's message.
    """
    asked = await uow.prompts.list_waiting(reply.chat_id, by.actor.user_id, by.at - QUESTION_LIVES)
    prompt = next((one for one in asked if one.kind not in PRESSED), None)
    if prompt is None:
        return False
    appeal = await uow.appeals.get(prompt.appeal_id)
    await _carry_out(uow, reply, _Matter(appeal, prompt=prompt, assignment_id=prompt.assignment_id), by)
    return True


async def _carry_out(uow: UnitOfWork, reply: Reply, matter: _Matter, by: Deed) -> None:
    if proof.is_for(matter.prompt, reply.text) and matter.prompt is not None:
        files, album = reply.attachments, reply.media_group_id
        await proof.take(uow, matter.prompt, files, media_group_id=album, by=by)
    elif matter.prompt is not None and matter.prompt.kind not in DRAFTED:
        await _answer_prompt(uow, reply, matter.prompt, by)
    elif matter.draft_id is not None:
        await answering.offer_words(
            uow,
            draft_id=matter.draft_id,
            words=reply.text,
            by=by,
            attachments=reply.attachments,
        )
    elif matter.instruction_id is not None:
        await leadership.offer_report(uow, instruction_id=matter.instruction_id, words=reply.text, by=by)
    elif matter.is_for_leaders:
        await leadership.offer_instruction(uow, appeal_id=matter.appeal.id, words=reply.text, by=by)
    else:
        await _take_reply(uow, reply, matter, by)


async def _take_note(
    uow: UnitOfWork, sent: SentMessage | None, matter: _Matter | None, note: str, by: Deed
) -> bool:
    """A note is left under any message about an appeal; only what the bot has asked for is an answer to it."""
    appeal_id = matter.appeal.id if matter else sent.appeal_id if sent and sent.kind in _CARDS else None
    is_asked = matter and matter.prompt and matter.prompt.kind is not PromptKind.DRAFT
    if appeal_id is None or is_asked or (matter and matter.is_for_leaders):
        return False
    await notes.take(uow, appeal_id=appeal_id, text=note, by=by)
    return True


async def _take_reply(uow: UnitOfWork, reply: Reply, matter: _Matter, by: Deed) -> None:
    """A draft, unless it is plainly something else; who was asked for an answer is not asked what the words are."""
    if not reply.text.strip() and _is_sign(reply.attachments):
        return
    if not reply.text.strip() and is_spoken(reply.attachments):
        await joint.ensure_may_write(uow, matter.appeal, matter.assignment_id, by)
        raise VoiceNeedsWords
    words = talk.Words(reply.text, reply.message_id)
    may_be_talk = matter.prompt is None and not reply.attachments
    if may_be_talk and await talk.set_aside(
        uow, matter.appeal.id, words, by=by, assignment_id=matter.assignment_id
    ):
        return
    await talk.take_back(uow, matter.appeal.id, by=by)
    await joint.preview_answer_or_part(
        uow,
        appeal_id=matter.appeal.id,
        assignment_id=matter.assignment_id,
        text=reply.text,
        attachments=reply.attachments,
        media_group_id=reply.media_group_id,
        by=by,
    )


def _is_sign(attachments: tuple[Attachment, ...]) -> bool:
    """A sticker nods or laughs, and is nobody's proof."""
    return bool(attachments) and all(file.kind is ContentKind.STICKER for file in attachments)


async def _hint_at_buttons(uow: UnitOfWork, reply: Reply, sent: SentMessage | None, by: Deed) -> bool:
    """Words under a card or a message of the coordinators go nowhere: said once under each, quietly, to who has a role there.

    In private they would else be a citizen's message, which somebody of the staff may write as well.
    """
    if sent is not None and sent.kind is NoticeKind.SETUP_PROMPT and not by.actor.roles:
        raise NoLongerStaff
    if sent is None or not by.actor.roles or sent.kind in TO_CITIZENS:
        return False
    is_private = by.chat > 0
    if sent.appeal_id is None:
        if is_private:
            raise NotRepliedHere
        return False
    if not is_private and by.chat != uow.municipality.chats.coordinators:
        return False
    if sent.kind is NoticeKind.REPLY_HINT:
        return True
    hinted = await uow.outbox.list_sent(NoticeKind.REPLY_HINT, reply.replied_to)
    if not any(chat == by.chat for chat, _ in hinted):
        announce.hint_at_buttons(uow, await uow.appeals.get(sent.appeal_id), reply.replied_to, by)
        await uow.commit()
    return True


async def _find_matter(uow: UnitOfWork, reply: Reply, sent: SentMessage | None, by: Deed) -> _Matter | None:
    if sent is None:
        return await _guess_matter(uow, reply, by)
    if sent.kind is NoticeKind.REFUSAL:
        return await _guess_matter(uow, reply, by)
    if sent.appeal_id is None:
        return await _matter_of_reminder(uow, reply, sent, by)
    appeal = await uow.appeals.get(sent.appeal_id)
    if sent.kind in ASKS and sent.ref_id is not None:
        return await _matter_of_prompt(uow, appeal, PromptId(sent.ref_id), reply.chat_id, by.actor)
    if sent.kind in _CARDS and sent.ref_id is not None:
        return await _matter_of_card(uow, appeal, sent.ref_id)
    return await _matter_of_message(uow, appeal, sent, by)


async def _matter_of_reminder(uow: UnitOfWork, reply: Reply, sent: SentMessage, by: Deed) -> _Matter | None:
    """One that names a single appeal is replied to like its card."""
    names_one = sent.kind is NoticeKind.DIGEST and len(list_whole_numbers(reply.replied_text)) == 1
    return await _guess_matter(uow, reply, by) if names_one else None


async def _matter_of_message(uow: UnitOfWork, appeal: Appeal, sent: SentMessage, by: Deed) -> _Matter | None:
    if sent.kind is NoticeKind.INSTRUCTION and _may_report_here(uow, by):
        return _Matter(appeal, instruction_id=InstructionId(sent.ref_id or 0))
    if sent.kind is NoticeKind.PREVIEW and sent.ref_id is not None:
        draft = await uow.drafts.get(DraftId(sent.ref_id))
        if draft.assignment_id is not None:
            return _Matter(appeal, assignment_id=draft.assignment_id)
    return await _matter_of_chat(uow, appeal, by, is_draft=sent.kind in _OF_DRAFTS)


def _may_report_here(uow: UnitOfWork, by: Deed) -> bool:
    """Where leaders and coordinators share a chat, a leader's reply to an instruction is a further one."""
    if by.chat != uow.municipality.chats.coordinators:
        return True
    works = bool(by.actor.roles & TRANSITIONS[Action.REPORT].roles)
    return works and not leadership.is_for_leaders(uow, by)


async def _matter_of_prompt(
    uow: UnitOfWork, appeal: Appeal, prompt_id: PromptId, chat: int, actor: Actor
) -> _Matter:
    prompt = await uow.prompts.get(prompt_id)
    match prompt.kind:
        case PromptKind.REMARK:
            return _Matter(appeal, draft_id=prompt.draft_id)
        case PromptKind.INSTRUCTION:
            return _Matter(appeal, is_for_leaders=True)
        case PromptKind.REPORT:
            return _Matter(appeal, instruction_id=prompt.instruction_id)
        case _:
            own = await _own_of(uow, prompt, chat, actor)
            return _Matter(appeal, prompt=own, assignment_id=own.assignment_id)


async def _own_of(uow: UnitOfWork, prompt: Prompt, chat: int, actor: Actor) -> Prompt:
    """Two were asked the same: who answers under the other's question means the own one."""
    if prompt.user_id == actor.user_id or prompt.kind is PromptKind.DRAFT:
        return prompt
    own = await uow.prompts.find_open(
        prompt.kind, prompt.appeal_id, actor.user_id, chat, prompt.assignment_id
    )
    if own is None:
        raise AskedOfAnother(short_name(prompt.user_name))
    return own


async def _matter_of_card(uow: UnitOfWork, appeal: Appeal, card_id: int) -> _Matter | None:
    card = await uow.cards.find(card_id)
    if card is None:
        raise NotFound
    match card.kind:
        case CardKind.DEPARTMENT:
            part = AssignmentId(card.assignment_id) if card.assignment_id is not None else None
            return _Matter(appeal, assignment_id=part)
        case CardKind.APPROVAL:
            return _Matter(appeal, draft_id=DraftId(card.draft_id or 0))
        case CardKind.LEADERSHIP | CardKind.MAYOR:
            return _Matter(appeal, is_for_leaders=True)
        case _:
            return None


async def _guess_matter(uow: UnitOfWork, reply: Reply, by: Deed) -> _Matter | None:
    number = find_whole_number(reply.replied_text)
    appeal = await uow.appeals.find_by_number(number) if number else None
    if appeal is None:
        return None
    asked = await uow.prompts.list_open(reply.chat_id, by.actor.user_id, appeal.id)
    waiting = [prompt for prompt in asked if prompt.kind not in PRESSED]
    if waiting:
        return _Matter(appeal, prompt=waiting[0], assignment_id=waiting[0].assignment_id)
    return await _matter_of_chat(uow, appeal, by)


async def _matter_of_chat(
    uow: UnitOfWork, appeal: Appeal, by: Deed, *, is_draft: bool = False
) -> _Matter | None:
    chat = by.chat
    department = uow.municipality.find_department(appeal.department or "")
    answered_here = is_draft and appeal.department is None
    if answered_here or (department is not None and department.chat == chat):
        return _Matter(appeal)
    if chat == uow.municipality.chats.approvals:
        current = await uow.drafts.find_current(appeal.id)
        if current is not None:
            return _Matter(appeal, draft_id=current.id)
    part = await joint.find_part_in(uow, appeal, chat)
    if part is None and leadership.is_for_leaders(uow, by):
        return _Matter(appeal, is_for_leaders=True)
    return _Matter(appeal, assignment_id=part) if part is not None else None


async def _answer_prompt(uow: UnitOfWork, reply: Reply, prompt: Prompt, by: Deed) -> None:
    files, album = reply.attachments, reply.media_group_id
    if prompt.closed_at is None:
        await reasons.give(uow, prompt, reply.text, by=by, attachments=files, album=album)
    elif not await reasons.give_more(uow, prompt, Said(reply.text, files, album), by=by):
        appeal = await uow.appeals.get(prompt.appeal_id)
        raise NoLongerAsked(appeal.number, appeal.status)
