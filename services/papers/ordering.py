"""Papers from the chat: which, of which days; the order is a row, and who took what out stands in the journal."""

from datetime import date
from zoneinfo import ZoneInfo

from domain.appeal import Appeal
from domain.errors import Forbidden, NotFound
from domain.ids import AppealId
from domain.notice_args import PaperChoiceArgs, stored_args
from domain.notices import Notice, NoticeKind, Priority
from domain.papers.days import fits, read_stretch
from domain.papers.errors import PaperDaysNotUnderstood, PaperIsMade
from domain.papers.kinds import OF_APPEAL, Paper, PaperState, Stretch
from domain.papers.rights import find_place, paper_scope
from domain.people import Deed
from domain.register.measures import MeasuresAwaited, NoMeasuresReport
from domain.status import Event
from services import announcements as announce
from services.ports import UnitOfWork
from services.register.history import get_visible
from services.work.replies import Reply


async def choose(uow: UnitOfWork, paper: Paper, *, by: Deed) -> None:
    """The message that was pressed on offers days. Raises what `paper_scope` raises."""
    _ = _scope(uow, paper, by)
    args = stored_args(PaperChoiceArgs(paper.value, by.message_id, by.on_photo))
    uow.outbox.add(Notice(NoticeKind.PAPER_CHOICE, by.chat, Priority.INTERACTIVE, args=args), by.at)
    await uow.commit()


async def ask(uow: UnitOfWork, paper: Paper, *, by: Deed) -> None:
    """Ask for other days in words. Raises as `choose`."""
    order = await uow.papers.add(paper, None, _scope(uow, paper, by), by.chat, by=by)
    notice = Notice(NoticeKind.PAPER_PROMPT, by.chat, Priority.INTERACTIVE, thread_id=by.thread, ref_id=order)
    uow.outbox.add(notice, by.at)
    await uow.commit()


async def answer(uow: UnitOfWork, reply: Reply, *, by: Deed) -> bool:
    """Days in words; False where they reply to something else. Further days to the same question are another paper.

    Raises `Forbidden`, `PaperDaysNotUnderstood`, `PaperIsMade`.
    """
    sent = await uow.outbox.find_sent(reply.chat_id, reply.replied_to)
    if sent is None or sent.kind is not NoticeKind.PAPER_PROMPT or sent.ref_id is None:
        return False
    asked = await uow.papers.find(sent.ref_id)
    if asked is None or asked.user_id != by.actor.user_id:
        raise Forbidden
    days = read_stretch(asked.paper, reply.text, _today(uow, by))
    if asked.state is PaperState.ASKED:
        uow.papers.becomes(asked.id, PaperState.SENT)
        await announce.close_messages(uow, NoticeKind.PAPER_PROMPT, asked.id, by.at)
    await order(uow, asked.paper, days, by=by)
    return True


async def order(uow: UnitOfWork, paper: Paper, days: Stretch, *, by: Deed) -> bool:
    """Let the paper be made. True where it comes to another chat than this: to the asker's own.

    Raises `Forbidden`, `RegisterNotYours`, `PaperDaysNotUnderstood`, `PaperIsMade`.
    """
    scope = _scope(uow, paper, by)
    if not fits(paper, days, _today(uow, by)):
        raise PaperDaysNotUnderstood(paper)
    place = find_place(paper, by.actor, chat=by.chat, municipality=uow.municipality)
    if await uow.papers.is_on_its_way(paper, days, scope, place):
        raise PaperIsMade
    number = await uow.papers.add(paper, days, scope, place, by=by)
    told = {"paper": paper.value, "from": f"{days.first}", "to": f"{days.last}", "departments": scope}
    uow.journal.record(by.actor, Event.EXPORT, by.at, after={"order": number, **told})
    await uow.commit()
    return place != by.chat


async def order_about(uow: UnitOfWork, paper: Paper, appeal_id: AppealId, *, by: Deed) -> str:
    """A paper about one message, for whoever may find it here; its number.

    Raises `Forbidden`, `SearchElsewhere`, `NotFound`, `PaperIsMade`, and without a report on measures `NoMeasuresReport`.
    """
    if paper not in OF_APPEAL:
        raise NotFound
    appeal = await get_visible(uow, appeal_id, by)
    if paper is Paper.MEASURES:
        await _ensure_reported(uow, appeal)
    if await uow.papers.is_about_on_its_way(paper, appeal.number, by.chat):
        raise PaperIsMade
    number = await uow.papers.add(paper, None, "", by.chat, by=by, about=appeal.number)
    told = {"order": number, "paper": paper.value}
    uow.journal.record(by.actor, Event.EXPORT, by.at, appeal_id=appeal.id, after=told)
    await uow.commit()
    return appeal.number


async def _ensure_reported(uow: UnitOfWork, appeal: Appeal) -> None:
    report = await uow.measures.find(appeal.id)
    if report is None:
        raise NoMeasuresReport(appeal.number)
    if report.given_at is None:
        raise MeasuresAwaited(appeal.number)


def _scope(uow: UnitOfWork, paper: Paper, by: Deed) -> str:
    if paper in OF_APPEAL:
        raise NotFound
    scope = paper_scope(paper, by.actor, chat=by.chat, municipality=uow.municipality)
    return ",".join(sorted(scope or ()))


def _today(uow: UnitOfWork, by: Deed) -> date:
    return by.at.astimezone(ZoneInfo(uow.municipality.timezone)).date()
