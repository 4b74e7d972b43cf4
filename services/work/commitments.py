"""An interim answer that must name until when, who answers for it and what is being done (R51): asked for at once."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from domain.appeal import Appeal
from domain.drafts import Draft, DraftKind, DraftState, Prompt, PromptKind
from domain.errors import StaleVersion, WordsNeeded
from domain.ids import DraftId
from domain.messages import Attachment
from domain.notices import NoticeKind
from domain.people import Deed
from domain.regulation.answers import AnswerKind, AnswerRule, Demand, Need
from domain.words.commitments import Commitment, Lack, read_reply, read_text
from services import announcements as announce
from services.ports import UnitOfWork
from services.work import proof


async def ask_if_needed(uow: UnitOfWork, appeal: Appeal, draft: Draft, by: Deed) -> Demand | None:
    """Ask for what the regulation demands of such an answer and it lacks: proof, or the three. None: it may go."""
    if draft.kind is not DraftKind.INTERIM:
        draft.commit_to(Commitment())
        return await proof.ask_if_needed(uow, appeal, draft, by)
    rule = _find_rule(uow, appeal)
    if rule is None:
        return None
    known = draft.commitment.over(Commitment(_find_chosen_day(draft)))
    draft.commit_to(known.over(read_text(draft.text, _local(uow, by.at))))
    lacks = rule.list_lacks(draft.commitment)
    if lacks:
        uow.drafts.save(draft)
        await _ask(uow, appeal, draft, rule, lacks, by)
        return Demand(tuple(Need(lack.value) for lack in lacks), rule.clause)
    return await proof.ask_if_needed(uow, appeal, draft, by)


async def take(
    uow: UnitOfWork, prompt: Prompt, words: str, files: tuple[Attachment, ...], *, by: Deed
) -> Appeal:
    """What was asked for goes to the draft, and the preview is shown anew; what lacks still is asked for again."""
    if not words.strip():
        raise WordsNeeded
    draft = await uow.drafts.get(DraftId(prompt.draft_id or 0))
    await proof.ensure_writes(uow, draft, by)
    if draft.state is not DraftState.PREVIEW:
        raise StaleVersion
    appeal = await uow.appeals.get(draft.appeal_id)
    rule = _find_rule(uow, appeal)
    lacks = rule.list_lacks(draft.commitment) if rule else []
    draft.commit_to(read_reply(words, lacks, _local(uow, by.at)).over(draft.commitment))
    draft.attachments += files
    uow.drafts.save(draft)
    await announce.close_messages(uow, NoticeKind.PROMPT, prompt.id, by.at)
    left = rule.list_lacks(draft.commitment) if rule else []
    if rule is not None and left:
        await _ask(uow, appeal, draft, rule, left, by)
    else:
        await announce.close_messages(uow, NoticeKind.PREVIEW, draft.id, by.at)
        announce.show_preview(uow, draft, by)
    await uow.commit()
    return appeal


async def keep_former(uow: UnitOfWork, draft: Draft, earlier: Draft | None, now: datetime) -> None:
    """Other words for the same interim answer: what was said of the three stands, unless the words say it anew."""
    former = earlier or await uow.drafts.find_returned(draft.appeal_id)
    if former is None or former.kind is not DraftKind.INTERIM or former.commitment == Commitment():
        return
    draft.kind = DraftKind.INTERIM
    draft.commit_to(read_text(draft.text, _local(uow, now)).over(former.commitment))


def _find_chosen_day(draft: Draft) -> date | None:
    """A day that the preview has shown, or that was named by «Другой день», is not asked for again."""
    return draft.promised_on if draft.promise_flaw is None else None


async def _ask(
    uow: UnitOfWork, appeal: Appeal, draft: Draft, rule: AnswerRule, lacks: list[Lack], by: Deed
) -> None:
    """One question for all of it; a restart forgets neither the question nor what is known already."""
    asked = f"{' '.join(lacks)}\n{rule.clause}"
    await announce.ask_for_words(uow, PromptKind.COMMITMENT, appeal, by=by, draft=draft, words=asked)


def _find_rule(uow: UnitOfWork, appeal: Appeal) -> AnswerRule | None:
    return uow.reckoning.regulation.find_answer_rule(AnswerKind.INTERIM, appeal.category)


def _local(uow: UnitOfWork, now: datetime) -> datetime:
    return now.astimezone(ZoneInfo(uow.municipality.timezone))
