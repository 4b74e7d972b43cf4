"""A coordinator asks the citizen before any department has the appeal; questions are approved like answers (R31)."""

from domain.appeal import Appeal
from domain.drafts import Draft, DraftKind, Prompt, PromptKind
from domain.errors import WordsNeeded
from domain.ids import AppealId
from domain.notices import NoticeKind
from domain.people import Deed
from domain.status import Action
from services import announcements as announce
from services.ports import UnitOfWork
from services.work.answering import send_to_approval
from services.work.assignment import get_for


async def ask(uow: UnitOfWork, *, appeal_id: AppealId, by: Deed) -> Appeal:
    """«Уточнить»: what to ask is told in words."""
    appeal = await get_for(uow, by, Action.SUBMIT_UNROUTED, appeal_id)
    appeal.ensure_possible(appeal.own(Action.SUBMIT))
    await announce.ask_for_words(uow, PromptKind.CLARIFICATION, appeal, by=by)
    await uow.commit()
    return appeal


async def take_words(uow: UnitOfWork, *, prompt: Prompt, words: str, by: Deed) -> Appeal:
    """The question goes to the approver, then to the citizen; the answer comes to the coordinators' card."""
    if not words.strip():
        raise WordsNeeded
    appeal = await get_for(uow, by, Action.SUBMIT_UNROUTED, prompt.appeal_id)
    draft = Draft(
        appeal_id=appeal.id,
        version=0,
        text=words,
        author_id=by.actor.user_id,
        author_name=by.actor.short_name,
        created_at=by.at,
        kind=DraftKind.CLARIFICATION,
    )
    await uow.drafts.add(draft)
    await send_to_approval(uow, appeal, draft, by)
    await announce.close_messages(uow, NoticeKind.PROMPT, prompt.id, by.at)
    await uow.commit()
    return appeal
