"""What time brings about: what is due is looked up, and each thing is done in a transaction of its own."""

from collections.abc import Awaitable, Collection, Sequence
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final, Protocol

from domain.escalation import Climb, list_climbs
from domain.ids import AppealId, ChatId, CitizenId, DepartmentCode, DraftId
from domain.messages import Held
from domain.people import SYSTEM, Deed
from domain.rhythm.days import Told
from domain.rhythm.nearing import Nearing, is_to_be_told, list_windows
from domain.rhythm.spots import list_spots
from domain.status import Event
from domain.surges import Growth, is_surge
from domain.workdays import WorkCalendar
from services.causes import reminding
from services.citizen import consent, forgetting, held, registration
from services.coordinator import taking_back, waiting
from services.people import duty
from services.ports import Rules, UnitOfWork
from services.register import entering
from services.rhythm import (
    calendar_warning,
    papers,
    reminder_notes,
    reminders,
    summary,
    unanswered,
    uploads,
    watching,
)
from services.work import escalation, publishing, surges

ERASED_AT_ONCE: Final = 50
"""Messages past the term of keeping that one look round erases: the work goes on beside it."""


class Units(Protocol):
    """Opens one transaction after another."""

    def open(self, *, now: datetime) -> AbstractAsyncContextManager[UnitOfWork]: ...


class Carefully(Protocol):
    """Does one thing that is due; its failure is told to the administrators and keeps nothing else waiting."""

    async def __call__(self, what: str, work: Awaitable[object]) -> None: ...


class Due(Protocol):
    """Looks up what is due without a transaction; a verb that is called for it sees for itself whether it is so still."""

    async def list_to_settle(self, now: datetime) -> list[AppealId]: ...

    async def list_to_let_go(self, now: datetime) -> list[AppealId]: ...

    async def list_to_publish(self, now: datetime) -> list[DraftId]: ...

    async def list_to_register(self, now: datetime) -> list[tuple[CitizenId, Held]]: ...

    async def list_queues_to_turn(self, now: datetime) -> list[int]:
        """Queue cards that show what waits no more."""
        ...

    async def list_to_remind_of_consent(self, now: datetime) -> list[CitizenId]: ...

    async def list_to_forget(self) -> list[CitizenId]:
        """Who asked for the own data to be erased, with nothing open any more."""
        ...

    async def list_past_term(self, before: datetime, limit: int) -> list[tuple[CitizenId, AppealId]]:
        """Appeals that ended before then and have not been erased."""
        ...

    async def list_growing(self, now: datetime) -> list[Growth]:
        """Topics that many have written about within the last hour."""
        ...

    async def asks_for_recount(self) -> bool:
        """Whether open deadlines have to be computed anew."""
        ...

    async def has_something_to_climb(self, climbs: Sequence[Climb]) -> bool:
        """Whether somebody has to hear of a missed deadline, or that it is missed no more."""
        ...

    async def has_measures_due(self, until: date) -> bool:
        """Whether a department may have to be reminded of a measure whose term is over by then."""
        ...

    async def list_unanswered(self, asked_before: datetime) -> list[AppealId]:
        """Open appeals whose question to the citizen is that old, and nobody was told of it."""
        ...

    async def find_waiting_since(self) -> datetime | None: ...

    async def list_told_on(self, day: date, keys: Sequence[str]) -> set[tuple[str, int]]:
        """Which of these things were told on that date, each with its chat."""
        ...

    async def list_nearing(
        self, now: datetime, until: datetime, closings: Collection[datetime]
    ) -> list[Nearing]:
        """Open deadlines up to then of which nobody was told, without those that end with the working day."""
        ...

    async def find_told(self, today: date) -> Told:
        """What the day's rhythm has done."""
        ...


@dataclass(frozen=True, slots=True)
class Round:
    """One ring of the bell, with all that it works with."""

    units: Units
    due: Due
    rules: Rules
    carefully: Carefully
    now: datetime


async def settle(ring: Round) -> None:
    """Route what has come together."""
    for appeal_id in await ring.due.list_to_settle(ring.now):
        async with ring.units.open(now=ring.now) as uow:
            await ring.carefully("settle", registration.settle(uow, ring.rules, appeal_id, now=ring.now))


async def let_go(ring: Round) -> None:
    """Take the button off what can be taken back no more."""
    for appeal_id in await ring.due.list_to_let_go(ring.now):
        async with ring.units.open(now=ring.now) as uow:
            await ring.carefully("let go", taking_back.let_go(uow, appeal_id, now=ring.now))


async def publish(ring: Round) -> None:
    """Send what was approved and whose undo time is over."""
    for draft_id in await ring.due.list_to_publish(ring.now):
        async with ring.units.open(now=ring.now) as uow:
            await ring.carefully("publish", publishing.publish(uow, draft_id, now=ring.now))


async def register_held(ring: Round) -> None:
    """Register what nobody decided about in time, and what the hour has room for again."""
    for citizen_id, reason in await ring.due.list_to_register(ring.now):
        async with ring.units.open(now=ring.now) as uow:
            await ring.carefully(
                "register", held.register_due(uow, ring.rules, citizen_id, reason, now=ring.now)
            )


async def remind_of_consents(ring: Round) -> None:
    """Ask again for what is needed before anything can be registered."""
    for citizen_id in await ring.due.list_to_remind_of_consent(ring.now):
        async with ring.units.open(now=ring.now) as uow:
            await ring.carefully("remind", consent.remind(uow, ring.rules, citizen_id, now=ring.now))


async def erase_unregistered(ring: Round) -> None:
    """Erase what has waited for a consent, the end of a block or a registration longer than the municipality keeps it."""
    async with ring.units.open(now=ring.now) as uow:
        kept_for = timedelta(days=uow.municipality.consent.keep_days)
        erased = await uow.messages.erase_unregistered(ring.now - kept_for)
        if await entering.forget_stale(uow, ring.now - kept_for) or erased:
            uow.journal.record(
                SYSTEM,
                Event.ERASE,
                ring.now,
                after={reason.value: number for reason, number in erased.items()},
            )
            await uow.commit()


async def forget(ring: Round) -> None:
    """Erase the data of those who asked for it, and of messages older than the municipality keeps them."""
    for citizen_id in await ring.due.list_to_forget():
        async with ring.units.open(now=ring.now) as uow:
            await ring.carefully("forget", forgetting.forget(uow, citizen_id, now=ring.now))
    days = ring.rules.municipality.retention.days
    if days is None:
        return
    for citizen_id, appeal_id in await ring.due.list_past_term(
        ring.now - timedelta(days=days), ERASED_AT_ONCE
    ):
        async with ring.units.open(now=ring.now) as uow:
            await ring.carefully("forget", forgetting.erase_old(uow, citizen_id, appeal_id, now=ring.now))


async def see_to_queue(ring: Round) -> None:
    """Tell others where nobody sees to what waits for the coordinators."""
    since = await ring.due.find_waiting_since()
    if since is not None and duty.is_neglected(ring.rules, since, ring.now):
        async with ring.units.open(now=ring.now) as uow:
            await ring.carefully("queue", duty.call_for_help(uow, ring.rules, now=ring.now))


async def turn_queues(ring: Round) -> None:
    """Let queues go on from what has been settled elsewhere."""
    for card_id in await ring.due.list_queues_to_turn(ring.now):
        async with ring.units.open(now=ring.now) as uow:
            by = Deed(SYSTEM, ChatId(0), 0, ring.now)
            await ring.carefully("queue", waiting.turn_stale(uow, card_id, by))


async def notice_surges(ring: Round) -> None:
    """Tell the leadership where many write about the same at once."""
    for growth in await ring.due.list_growing(ring.now):
        if is_surge(growth, ring.now):
            async with ring.units.open(now=ring.now) as uow:
                await ring.carefully("surge", surges.tell(uow, growth, now=ring.now))


RECOUNTED_AT_ONCE: Final = 200
"""Appeals whose deadlines are computed anew in one transaction: others who write wait for no more than that."""


async def ask_for_recount(ring: Round) -> None:
    """Where regulation and calendars are not those by which the deadlines were computed, they are computed anew."""
    async with ring.units.open(now=ring.now) as uow:
        uow.recount_if_changed()
        await uow.commit()


async def recount(ring: Round) -> None:
    """Compute the deadlines of all open appeals anew after the regulation or a calendar has changed (A23)."""
    while await ring.due.asks_for_recount():
        async with ring.units.open(now=ring.now) as uow:
            await uow.recount(RECOUNTED_AT_ONCE)
            await uow.commit()


async def escalate(ring: Round) -> None:
    """Tell of missed deadlines whoever has to know by now."""
    if await ring.due.has_something_to_climb(list_climbs(ring.rules.calendar, ring.now)):
        async with ring.units.open(now=ring.now) as uow:
            await ring.carefully("escalate", escalation.climb(uow, ring.rules, now=ring.now))


async def tell_of_silence(ring: Round) -> None:
    """Questions that no citizen answers are told of before everybody has forgotten them."""
    asked_before = unanswered.find_asked_before(ring.rules, ring.now)
    for appeal_id in await ring.due.list_unanswered(asked_before) if asked_before else ():
        async with ring.units.open(now=ring.now) as uow:
            await ring.carefully("unanswered", unanswered.tell(uow, appeal_id, now=ring.now))


async def keep_rhythm(ring: Round) -> None:
    """What the calendar brings about: the day's summary, the week's reminder notes, the calendar's warning, what is
    looked through, the results of the month, the papers of the week and the month.
    """
    told = await ring.due.find_told(ring.rules.calendar.date_of(ring.now))
    for beat in (calendar_warning, summary, reminder_notes, watching, uploads, papers):
        if beat.is_due(ring.rules, told, ring.now):
            async with ring.units.open(now=ring.now) as uow:
                await ring.carefully("rhythm", beat.tell(uow, ring.rules, now=ring.now))


async def remind(ring: Round) -> None:
    """One digest for each place and slot; nothing for slots before the town's settings were whole."""
    turns = reminders.list_turns(ring.rules, list_spots(ring.rules.municipality), ring.now)
    if not turns:
        return
    days = {turn.day for _, turn in turns}
    keys = sorted({key for spot, turn in turns for key in reminders.list_keys(spot, turn)})
    told = {one for day in days for one in await ring.due.list_told_on(day, keys)}
    since = (await ring.due.find_told(min(days))).since
    due = [
        (spot, turn)
        for spot, turn in turns
        if since is not None
        and since <= turn.at
        and not any((key, spot.chat) in told for key in reminders.list_keys(spot, turn))
    ]
    if due:
        async with ring.units.open(now=ring.now) as uow:
            await ring.carefully("digest", reminders.tell_digests(uow, due, now=ring.now))


async def remind_of_measures(ring: Round) -> None:
    """On the day of its term a measure's department is reminded."""
    if await ring.due.has_measures_due(ring.rules.calendar.date_of(ring.now) + reminding.LOOKED_AHEAD):
        async with ring.units.open(now=ring.now) as uow:
            await ring.carefully("measures", reminding.remind(uow, ring.rules, now=ring.now))


async def nudge(ring: Round) -> None:
    """Whoever holds what ends soon, outside the slots."""
    nearing = [
        one
        for one in await _list_nearing(ring)
        if is_to_be_told(one, _calendar_of(ring.rules, one.department), ring.now)
    ]
    if nearing:
        async with ring.units.open(now=ring.now) as uow:
            await ring.carefully("nudge", reminders.nudge(uow, ring.rules, nearing, now=ring.now))


async def _list_nearing(ring: Round) -> list[Nearing]:
    windows = list_windows(_list_calendars(ring.rules), ring.now)
    if not windows:
        return []
    until, closings = max(window.until for window in windows), {window.closing for window in windows}
    return await ring.due.list_nearing(ring.now, until, closings)


def _list_calendars(rules: Rules) -> list[WorkCalendar]:
    own = (rules.calendar_of(department.code) for department in rules.municipality.departments)
    return list({id(calendar): calendar for calendar in (rules.calendar, *own)}.values())


def _calendar_of(rules: Rules, department: DepartmentCode | None) -> WorkCalendar:
    return rules.calendar_of(department) if department else rules.calendar


async def tick(ring: Round) -> None:
    """Everything that is due at this moment."""
    await ring.carefully("recount", recount(ring))
    await ring.carefully("settle", settle(ring))
    await ring.carefully("let go", let_go(ring))
    await ring.carefully("publish", publish(ring))
    await ring.carefully("register", register_held(ring))
    await ring.carefully("queue", turn_queues(ring))


async def look_round(ring: Round) -> None:
    """What is due by the minute: consents, the queue that nobody sees to, the day's rhythm."""
    await ring.carefully("remind", remind_of_consents(ring))
    await ring.carefully("erase", erase_unregistered(ring))
    await ring.carefully("forget", forget(ring))
    await ring.carefully("queue", see_to_queue(ring))
    await ring.carefully("surge", notice_surges(ring))
    await ring.carefully("escalate", escalate(ring))
    await ring.carefully("unanswered", tell_of_silence(ring))
    await ring.carefully("rhythm", keep_rhythm(ring))
    await ring.carefully("digest", remind(ring))
    await ring.carefully("measures", remind_of_measures(ring))
    await ring.carefully("nudge", nudge(ring))
