"""What somebody was asked for in words: given in the own words or by a ready one, or not given at all."""

from typing import Final

from domain.appeal import Appeal
from domain.drafts import REASONS, Prompt, PromptKind, is_spoken
from domain.errors import Forbidden, StaleVersion, WordsNeeded
from domain.ids import PromptId
from domain.messages import Attachment
from domain.notices import NoticeKind
from domain.people import Deed
from services import announcements as announce
from services.ports import UnitOfWork
from services.work.takers import MORE, TAKERS, Said

ASKS: Final = (
    NoticeKind.PROMPT,
    NoticeKind.REMARK_QUESTION,
    NoticeKind.INSTRUCTION_OFFER,
    NoticeKind.REPORT_OFFER,
    NoticeKind.BAR_REASONS,
)
"""What is about a prompt."""


async def give(
    uow: UnitOfWork,
    prompt: Prompt,
    reason: str,
    *,
    by: Deed,
    attachments: tuple[Attachment, ...] = (),
    album: str | None = None,
) -> Appeal:
    """What a prompt waits for, in the person's own words or ready ones; the reason of a revision may be spoken."""
    if prompt.kind is not PromptKind.DRAFT:
        prompt.ensure_asked(by.actor)
    is_spoken_remark = prompt.kind is PromptKind.REVISION_REASON and is_spoken(attachments)
    if prompt.kind in REASONS and not (is_spoken_remark or any(map(str.isalnum, reason))):
        raise WordsNeeded
    uow.prompts.close(prompt.id, by.at, said_in=by.message_id)
    return await TAKERS[prompt.kind](uow, prompt, Said(reason, attachments, album), by)


async def give_more(uow: UnitOfWork, prompt: Prompt, said: Said, *, by: Deed) -> bool:
    """A further picture of the album that answered the prompt; False where it is none."""
    take = MORE.get(prompt.kind)
    return take is not None and await take(uow, prompt, said, by)


async def give_ready(uow: UnitOfWork, prompt_id: PromptId, reason: str, *, by: Deed) -> Appeal:
    """One of the ready reasons, pressed by the one who was asked."""
    prompt = await uow.prompts.get(prompt_id)
    prompt.ensure_asked(by.actor)
    if prompt.closed_at is not None:
        raise StaleVersion
    await announce.close_messages(uow, NoticeKind.PROMPT, prompt.id, by.at)
    return await give(uow, prompt, reason, by=by)


async def cancel(uow: UnitOfWork, prompt_id: PromptId, *, by: Deed) -> None:
    """«Отмена»: the words are not waited for any more."""
    prompt = await uow.prompts.get(prompt_id)
    prompt.ensure_asked(by.actor)
    if prompt.chat_id != by.chat or not by.actor.roles:
        raise Forbidden
    if prompt.closed_at is not None:
        raise StaleVersion
    uow.prompts.close(prompt.id, by.at)
    for kind in ASKS:
        await announce.close_messages(uow, kind, prompt.id, by.at)
    await uow.cards.refresh(prompt.appeal_id, by.at)
    await uow.commit()
