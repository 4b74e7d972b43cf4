"""Replies to a card that are no answer: talk that goes no further, and a return said in words."""

from dataclasses import dataclass, replace
from datetime import datetime

from domain.appeal import Appeal
from domain.assignments import STEPS, Step
from domain.drafts import OFFERED, Prompt, PromptKind
from domain.errors import StaleVersion
from domain.ids import AppealId, AssignmentId, ChatId, PromptId
from domain.notices import Notice, NoticeKind, Priority
from domain.people import Deed
from domain.status import TRANSITIONS, Action
from domain.words.talk import Meaning, meaning_of
from services import announcements as announce
from services.ports import UnitOfWork
from services.work import assignment, joint


@dataclass(frozen=True, slots=True)
class Words:
    """What was said in reply, and in which message."""

    text: str
    message_id: int


async def set_aside(
    uow: UnitOfWork,
    appeal_id: AppealId,
    words: Words,
    *,
    by: Deed,
    assignment_id: AssignmentId | None = None,
) -> bool:
    """Whether the words were taken for no answer: then the person is asked in one silent line, and may say otherwise.

    Nobody accepts an appeal by «ок», and about what is answered colleagues may talk undisturbed.
    """
    meaning = meaning_of(words.text)
    if meaning is Meaning.ANSWER:
        return False
    kind = PromptKind.TALK if meaning is Meaning.TALK else PromptKind.NOT_OURS
    if assignment_id is not None:
        return await _set_aside_about_part(uow, assignment_id, kind, words, by)
    write = (await uow.appeals.get(appeal_id)).own(Action.WRITE)
    appeal = await assignment.get_for(uow, by, write, appeal_id)
    if meaning is Meaning.NOT_OURS and appeal.status not in TRANSITIONS[Action.RETURN].moves:
        return False
    if appeal.status in TRANSITIONS[write].moves:
        await _ask(uow, appeal, kind, words, by)
    return True


async def _set_aside_about_part(
    uow: UnitOfWork, assignment_id: AssignmentId, kind: PromptKind, words: Words, by: Deed
) -> bool:
    appeal, part = await assignment.get_part_for(uow, by, assignment_id)
    if kind is PromptKind.NOT_OURS and part.state not in STEPS[Step.RETURN]:
        return False
    if part.is_open:
        await _ask(uow, appeal, kind, words, by, part.id)
    return True


async def _ask(
    uow: UnitOfWork,
    appeal: Appeal,
    kind: PromptKind,
    words: Words,
    by: Deed,
    assignment_id: AssignmentId | None = None,
) -> None:
    await take_back(uow, appeal.id, by=by)
    prompt_id = await uow.prompts.add(
        kind,
        appeal.id,
        chat_id=by.chat,
        actor=by.actor,
        now=by.at,
        words=words.text,
        assignment_id=assignment_id,
        message_id=words.message_id,
    )
    notice = Notice(
        NoticeKind.WORDS_QUESTION,
        ChatId(by.chat),
        Priority.INTERACTIVE,
        thread_id=by.thread,
        appeal_id=appeal.id,
        ref_id=prompt_id,
        args={"message_id": words.message_id},
    )
    uow.outbox.add(notice, by.at)
    await uow.commit()


async def take_back(uow: UnitOfWork, appeal_id: AppealId, *, by: Deed) -> None:
    """A newer reply of the same person takes the place of what was asked about the one before."""
    for prompt in await uow.prompts.list_open(by.chat, by.actor.user_id, appeal_id):
        if prompt.kind in OFFERED:
            await _settle(uow, prompt, by.at)


async def take_as_answer(uow: UnitOfWork, *, prompt_id: PromptId, by: Deed) -> None:
    """«Это ответ»: a preview of these words, as of any reply."""
    prompt = await _get_own(uow, prompt_id, by)
    await _settle(uow, prompt, by.at)
    by = replace(by, message_id=prompt.message_id)
    await joint.preview_answer_or_part(
        uow,
        appeal_id=prompt.appeal_id,
        assignment_id=prompt.assignment_id,
        text=prompt.words or "",
        attachments=(),
        media_group_id=None,
        by=by,
    )


async def take_as_return(uow: UnitOfWork, *, prompt_id: PromptId, by: Deed) -> Appeal:
    """«Вернуть с этой причиной»: the words are the written reason that R40 demands (Krasnoufimsk No. 83, п. 11)."""
    prompt = await _get_own(uow, prompt_id, by)
    await _settle(uow, prompt, by.at, said_in=prompt.message_id)
    if prompt.assignment_id is not None:
        return await joint.hand_back(
            uow, assignment_id=prompt.assignment_id, reason=prompt.words or "", by=by
        )
    return await assignment.return_to_coordinator(
        uow, appeal_id=prompt.appeal_id, reason=prompt.words or "", by=by
    )


async def _get_own(uow: UnitOfWork, prompt_id: PromptId, by: Deed) -> Prompt:
    prompt = await uow.prompts.get(prompt_id)
    prompt.ensure_asked(by.actor)
    if prompt.closed_at is not None or prompt.kind not in OFFERED:
        raise StaleVersion
    return prompt


async def _settle(uow: UnitOfWork, prompt: Prompt, now: datetime, *, said_in: int = 0) -> None:
    uow.prompts.close(prompt.id, now, said_in=said_in)
    await announce.close_messages(uow, NoticeKind.WORDS_QUESTION, prompt.id, now)
