"""Papers that come by themselves: on Mondays the note on the week before (R69), on a month's first working day its report (R72)."""

from datetime import date, datetime

from domain.ids import ChatId
from domain.papers.days import find_finished
from domain.papers.kinds import Paper
from domain.people import SYSTEM, Deed
from domain.rhythm.days import Beat, Told, list_papers_due
from domain.rhythm.readers import list_answered_for, list_block_heads, list_recipients
from domain.status import Event
from services.people.stand_ins import list_private
from services.ports import Rules, UnitOfWork

_PAPERS = {Beat.WEEK_PAPER: Paper.WEEK, Beat.MONTH_PAPER: Paper.MONTH}


def is_due(rules: Rules, told: Told, now: datetime) -> bool:
    """Whether a week or a month has begun of whose last one nobody was sent the paper."""
    return bool(list_papers_due(rules.calendar, told, now))


async def tell(uow: UnitOfWork, rules: Rules, *, now: datetime) -> None:
    """Order them for whoever is sent the summary; a private chat that is closed gets none. After a silence the last one alone."""
    told = await uow.beats.find_told(rules.calendar.date_of(now))
    if not uow.municipality.is_open:
        return
    for beat, begun in list_papers_due(rules.calendar, told, now):
        for chat in list_recipients(uow.municipality):
            is_new = await uow.beats.add(beat, begun, chat, now)
            if is_new and not await uow.chats.is_closed(chat):
                await _order(uow, _PAPERS[beat], begun, chat, now)
        if beat is Beat.WEEK_PAPER:
            await _tell_block_heads(uow, begun, now)
    await uow.commit()


async def _tell_block_heads(uow: UnitOfWork, begun: date, now: datetime) -> None:
    """Terms and quality of the own block, once a week (R66); who stands in for its head reads it instead."""
    for head in list_block_heads(uow.municipality):
        scope = ",".join(sorted(list_answered_for(head, uow.municipality)))
        for chat in await list_private(uow, [head.user_id], now):
            is_new = await uow.beats.add(Beat.WEEK_PAPER, begun, chat, now)
            if is_new and not await uow.chats.is_closed(chat):
                await _order(uow, Paper.WEEK, begun, chat, now, scope)


async def _order(
    uow: UnitOfWork, paper: Paper, begun: date, chat: ChatId, now: datetime, scope: str = ""
) -> None:
    days = find_finished(paper, begun)
    number = await uow.papers.add(paper, days, scope, chat, by=Deed(SYSTEM, chat, 0, now))
    told = {"paper": paper.value, "from": f"{days.first}", "to": f"{days.last}", "chat": chat}
    if scope:
        told["departments"] = scope
    uow.journal.record(SYSTEM, Event.EXPORT, now, after={"order": number, **told})
