"""An answer that sends the citizen to another body names its telephone, e-mail and site (R25, Chaikovsky, п. 5.3).

Warned of once, and forbidden never: a body may have no site.
"""

from domain.appeal import Appeal
from domain.drafts import Draft, DraftState
from domain.errors import Forbidden, NotFound, StaleVersion
from domain.ids import DraftId
from domain.notices import NoticeKind
from domain.outcomes import Outcome
from domain.people import Deed
from domain.regulation.answers import AnswerKind, Demand, Need
from domain.words.contacts import list_lacking
from services import announcements as announce
from services.ports import UnitOfWork
from services.work.proof import ensure_writes


async def warn_if_bare(
    uow: UnitOfWork, appeal: Appeal, draft: Draft, outcome: Outcome | None, by: Deed
) -> Demand | None:
    """The first press of `Перенаправить` shows what is missing and what the directory has; None: it may go."""
    rule = uow.reckoning.regulation.find_answer_rule(AnswerKind.REFERRED, appeal.category)
    is_demanded = outcome is Outcome.REFERRED and rule is not None and Need.CONTACTS in rule.needs
    if not is_demanded or rule is None or draft.outcome is Outcome.REFERRED or not list_lacking(draft.text):
        return None
    draft.outcome = outcome
    await _show_anew(uow, draft, by)
    return Demand((Need.CONTACTS,), rule.clause)


async def add_contacts(uow: UnitOfWork, *, draft_id: DraftId, words: str, by: Deed) -> None:
    """A body of the directory: its contacts, as they are read, go to the end of the draft.

    Raises `NotFound` where the directory has it no more, `Forbidden`, `StaleVersion`.
    """
    draft = await uow.drafts.get(draft_id)
    await ensure_writes(uow, draft, by)
    if draft.author_id != by.actor.user_id:
        raise Forbidden
    if draft.state is not DraftState.PREVIEW or words in draft.text:
        raise StaleVersion
    if not words:
        raise NotFound
    draft.text = f"{draft.text.rstrip()}\n\n{words}"
    await _show_anew(uow, draft, by)
    await uow.commit()


async def _show_anew(uow: UnitOfWork, draft: Draft, by: Deed) -> None:
    uow.drafts.save(draft)
    await announce.close_messages(uow, NoticeKind.PREVIEW, draft.id, by.at)
    announce.show_preview(uow, draft, by)
