"""The department's report to the head on the measures taken, where the regulation demands one (R12, Grozny, алг. 8)."""

from datetime import datetime

from domain.appeal import Appeal
from domain.drafts import Draft, Prompt, PromptKind
from domain.ids import AppealId
from domain.messages import Attachment
from domain.people import SYSTEM, Actor, Deed
from domain.register.measures import MeasuresReport, NoMeasuresReport
from domain.status import Action, Event
from services import announcements as announce
from services.ports import UnitOfWork
from services.work.assignment import get_for


async def ask_if_demanded(uow: UnitOfWork, appeal: Appeal, draft: Draft | None, now: datetime) -> None:
    """The answer has reached the citizen: whoever has written it is asked once, in the department's chat.

    Part of the transaction of the answer.
    """
    rule = uow.reckoning.regulation.measures
    department = uow.municipality.find_department(appeal.department or "")
    if rule is None or department is None or draft is None or appeal.outcome not in rule.outcomes:
        return
    if await uow.measures.find(appeal.id) is not None:
        return
    author = uow.municipality.find_employee(draft.author_id)
    name = author.name if author else draft.author_name
    report = MeasuresReport(
        appeal_id=appeal.id,
        department=department.code,
        clause=rule.clause,
        asked_of=name,
        asked_at=now,
    )
    uow.measures.add(report)
    uow.journal.record(SYSTEM, Event.MEASURES_ASKED, now, appeal_id=appeal.id)
    asked = Deed(Actor(draft.author_id, name), department.chat, department.thread, now)
    await announce.ask_for_words(uow, PromptKind.MEASURES, appeal, words=rule.clause, by=asked)


async def ask(uow: UnitOfWork, *, appeal_id: AppealId, by: Deed) -> None:
    """`Отчёт о мерах`: a colleague gives it, or the question is far above. Raises `NoMeasuresReport`, `MeasuresKnown`."""
    appeal, report = await _get(uow, appeal_id, by)
    report.ensure_awaited()
    await announce.ask_for_words(uow, PromptKind.MEASURES, appeal, words=report.clause, by=by)
    await uow.commit()


async def take(
    uow: UnitOfWork, prompt: Prompt, words: str, files: tuple[Attachment, ...], album: str | None, *, by: Deed
) -> Appeal:
    """The words, with files or without; the question stays in the chat, for pictures that follow and corrections.

    Raises `MeasuresKnown`.
    """
    appeal, report = await _get(uow, prompt.appeal_id, by)
    report.give(words, files, album, by.actor, by.at)
    _save(uow, report, by)
    uow.prompts.close_of_appeal(appeal.id, (PromptKind.MEASURES,), by.at)
    await uow.cards.refresh(appeal.id, by.at)
    await uow.commit()
    return appeal


async def take_more(
    uow: UnitOfWork, prompt: Prompt, files: tuple[Attachment, ...], album: str | None, *, by: Deed
) -> bool:
    """Further files, of the same album or just after the words; False where they are none."""
    _, report = await _get(uow, prompt.appeal_id, by)
    if not files or not report.takes_more(album, by.actor, by.at):
        return False
    report.attachments += files
    uow.measures.save(report)
    await uow.commit()
    return True


async def reword(uow: UnitOfWork, prompt: Prompt, words: str, *, by: Deed) -> bool:
    """Whoever gave it has corrected the message; False where the words are not those of the report."""
    _, report = await _get(uow, prompt.appeal_id, by)
    if report.given_by_id != by.actor.user_id or not words.strip():
        return False
    report.words = words.strip()
    _save(uow, report, by)
    await uow.commit()
    return True


def _save(uow: UnitOfWork, report: MeasuresReport, by: Deed) -> None:
    uow.measures.save(report)
    told = {"files": len(report.attachments)} if report.attachments else {}
    uow.journal.record(
        by.actor,
        Action.REPORT_MEASURES,
        by.at,
        appeal_id=report.appeal_id,
        after=told,
        reason=report.words,
    )


async def _get(uow: UnitOfWork, appeal_id: AppealId, by: Deed) -> tuple[Appeal, MeasuresReport]:
    appeal = await get_for(uow, by, Action.REPORT_MEASURES, appeal_id)
    appeal.ensure_possible(Action.REPORT_MEASURES)
    report = await uow.measures.find(appeal.id)
    if report is None:
        raise NoMeasuresReport(appeal.number)
    return appeal, report
