"""Which terms of the regulation run for an appeal now, and until when: computed from facts alone."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import Final

from domain.appeal import Appeal
from domain.assignments import Assignment, AssignmentState
from domain.extensions import Room
from domain.ids import AppealId, DepartmentCode
from domain.regulation.answers import AnswerKind
from domain.regulation.due import at_hour, due_at
from domain.regulation.regulation import Regulation
from domain.regulation.terms import DayDue, Holder, Span, Stage, Start, Term, Unit
from domain.status import Status
from domain.workdays import Roll, WorkCalendar
from domain.worktime.errors import CalendarError
from domain.worktime.pauses import Pause

_EXTENDED: Final = (Stage.FINAL, Stage.DRAFT)
"""What an extension moves: the answer, and the draft that has to be there for it."""
_PAUSED: Final = frozenset({Stage.ROUTE, Stage.DRAFT, Stage.PART, Stage.ANSWER, Stage.FINAL})
"""What a question to the citizen can stop (A16); approving, mending, sending and returning do not wait for the citizen."""
_WITH_DEPARTMENT: Final = frozenset({Status.ASSIGNED, Status.IN_PROGRESS})


@dataclass(frozen=True, slots=True)
class Deadline:
    """Until when something has to be done. `department`: whose it is where the holder is one.

    `due_at` is None where the working calendar cannot say it; `trouble` is why. Exactly on time is in time (A22).
    """

    stage: Stage
    holder: Holder
    department: DepartmentCode | None
    started_at: datetime
    due_at: datetime | None
    clause: str
    trouble: CalendarError | None = field(default=None, compare=False)

    def is_over(self, now: datetime) -> bool:
        """Whether it has been missed (A22)."""
        return self.due_at is not None and now > self.due_at


@dataclass(frozen=True, slots=True)
class KeptDeadline:
    """A deadline as it is stored. `begun_at`: since when it was in these hands; `ended_at`: it has left them (R54);
    `climbed`: how many levels have heard that it is missed as it stands.
    """

    id: int
    appeal_id: AppealId
    stage: Stage
    holder: Holder
    department: DepartmentCode | None
    begun_at: datetime
    started_at: datetime
    due_at: datetime | None
    clause: str
    ended_at: datetime | None = None
    climbed: int = 0

    def is_over(self, now: datetime) -> bool:
        """Whether it has been, or was, missed (A22)."""
        return self.due_at is not None and (self.ended_at or now) > self.due_at


@dataclass(frozen=True, slots=True)
class Differences:
    """What has to be written so that the stored deadlines are those that run. `moved`: what stood, and what stands now."""

    begun: list[Deadline]
    moved: list[tuple[KeptDeadline, Deadline]]
    ended: list[KeptDeadline]


def compare(kept: Sequence[KeptDeadline], running: Sequence[Deadline], now: datetime) -> Differences:
    """One deadline for each stage and department."""
    before = {(one.stage, one.department): one for one in kept}
    after = {(one.stage, one.department): one for one in running}
    shared = ((before[key], after[key]) for key in before if key in after)
    settled = ((old, replace(new, due_at=moved(old.due_at, new.due_at, now))) for old, new in shared)
    return Differences(
        begun=[one for key, one in after.items() if key not in before],
        moved=[(old, new) for old, new in settled if _told(old) != _told(new)],
        ended=[one for key, one in before.items() if key not in after],
    )


def _told(one: KeptDeadline | Deadline) -> tuple[object, ...]:
    return (one.holder, one.started_at, one.due_at, one.clause)


@dataclass(frozen=True, slots=True)
class Running:
    """A term as it runs for somebody: everything that its due moment follows from.

    `at_most`: another term from another moment, the earlier of the two counts (A9, R51). `extended_days`: by how many
    calendar days it was moved (R07).
    """

    term: Term
    since: datetime
    department: DepartmentCode | None
    stage: Stage
    pauses: tuple[Pause, ...] = ()
    at_most: "Running | None" = None
    extended_days: int = 0


@dataclass(frozen=True)
class Reckoning:
    """A regulation with the calendars by which its terms run: the town's, and each department's own (A5).

    `stamp`: tells one such set from another. `reasons`: why regional and local exceptions were made (A23).
    """

    regulation: Regulation
    town: WorkCalendar
    stamp: str
    calendar_of: Callable[[DepartmentCode], WorkCalendar]
    reasons: Mapping[date, str] = field(default_factory=dict)

    def list_deadlines(self, appeal: Appeal, parts: Sequence[Assignment] = ()) -> list[Deadline]:
        """The deadlines that run now; `parts`: the open assignments of departments that do not lead."""
        return [self._deadline(one) for one in self.list_running(appeal, parts)]

    def list_running(self, appeal: Appeal, parts: Sequence[Assignment] = ()) -> list[Running]:
        """The same before it is computed; what stands in the register alone has none until it is taken up."""
        if appeal.shelved:
            return []
        promise = self._find_promise(appeal)
        stages = _SINCE if appeal.is_open else (Stage.APPROVAL,)
        of_appeal = (promise, *(self._find_running(stage, appeal, parts) for stage in stages))
        of_parts = (one for part in parts for one in self._list_of_part(appeal, part))
        runs = [*filter(None, of_appeal), *of_parts]
        return [one for one in runs if not self._stands(one, appeal)]

    def _stands(self, running: Running, appeal: Appeal) -> bool:
        """Whether its clock stands until the citizen has answered (A16); what was over before is late as it was."""
        asked = appeal.asked_at
        if asked is None or not self.regulation.pause_on_clarify or running.stage not in _PAUSED:
            return False
        try:
            return running.since <= asked <= self.decide(running)[1]
        except CalendarError:
            return False

    def _pauses(self, stage: Stage, appeal: Appeal) -> tuple[Pause, ...]:
        """While the citizen was asked the clock stood, if the profile says so (A16)."""
        stops = self.regulation.pause_on_clarify and stage in _PAUSED
        return tuple((one.since, one.until) for one in appeal.waited) if stops else ()

    def decide(self, running: Running) -> tuple[Running, datetime]:
        """Which of the two terms counts (A9), and until when; raises CalendarError."""
        due = self._due(running)
        if running.at_most is not None:
            other = self._due(running.at_most)
            if other < due:
                return running.at_most, other
        return running, due

    def calendar_for(self, running: Running) -> WorkCalendar:
        """The calendar of whoever has to act (A5)."""
        return self.calendar_of(running.department) if running.department else self.town

    def find_term(self, stage: Stage, appeal: Appeal) -> Term | None:
        """What the regulation says of the stage for such an appeal."""
        return self.regulation.find_term(stage, appeal.category, urgent=appeal.urgent)

    def _deadline(self, running: Running) -> Deadline:
        try:
            counts, due = self.decide(running)
        except CalendarError as error:
            return _deadline(running, running.term, running.since, None, error)
        return _deadline(running, counts.term, counts.since, due)

    def _due(self, running: Running) -> datetime:
        calendar = self.calendar_for(running)
        day_due = DayDue.CLOSING if running.stage is Stage.PROMISE else self.regulation.day_due
        due = due_at(running.term, running.since, calendar, day_due, running.pauses)
        if not running.extended_days:
            return due
        later = calendar.calendar_days(due, running.extended_days, running.term.roll)
        return at_hour(later, running.since, calendar, self.regulation.day_due)

    def _find_running(self, stage: Stage, appeal: Appeal, parts: Sequence[Assignment]) -> Running | None:
        term = self.find_term(stage, appeal)
        if term is None or (term.interim_counts and appeal.interim_at is not None):
            return None
        since = _SINCE[stage](self, appeal, term)
        if since is None:
            return None
        department = appeal.department if term.holder is Holder.DEPARTMENT else None
        pauses = self._pauses(stage, appeal)
        running = self._extended(Running(term, since, department, stage, pauses), appeal)
        if stage is Stage.DRAFT and parts:
            return self._with_part_term(running, appeal, appeal.assigned_at)
        return self._committed(running, appeal)

    def _committed(self, running: Running, appeal: Appeal) -> Running:
        """The day that an interim answer has named, where it is earlier (R51, R42: Krasnoufimsk No. 83, п. 20 абз. 2, п. 12)."""
        if running.stage is not Stage.FINAL or appeal.committed_until is None or appeal.committed_at is None:
            return running
        rule = self.regulation.find_answer_rule(AnswerKind.INTERIM, appeal.category)
        since = appeal.committed_at
        days = max((appeal.committed_until - self.calendar_for(running).date_of(since)).days, 0)
        term = replace(
            running.term,
            start=Start.INTERIM,
            span=Span(days, Unit.CALENDAR_DAYS),
            clause=rule.clause if rule else running.term.clause,
        )
        return replace(running, at_most=Running(term, since, running.department, running.stage))

    def _find_promise(self, appeal: Appeal) -> Running | None:
        """Until the close of business of the promised day; while its proof is on approval, it is in other hands."""
        if appeal.promised_on is None or appeal.promised_at is None or appeal.promise_reported_at is not None:
            return None
        department = appeal.department if appeal.is_open else appeal.promised_by
        calendar = self.calendar_of(department) if department else self.town
        final = self.find_term(Stage.FINAL, appeal)
        term = Term(
            Stage.PROMISE,
            Holder.DEPARTMENT if department else Holder.COORDINATORS,
            Start.PROMISED,
            Span(
                max((appeal.promised_on - calendar.date_of(appeal.promised_at)).days, 0), Unit.CALENDAR_DAYS
            ),
            clause="",
            roll=final.roll if final else Roll.NEXT,
        )
        return Running(term, appeal.promised_at, department, Stage.PROMISE)

    def find_promised(self, appeal: Appeal) -> datetime | None:
        """When the open promise is due; None where there is none, or the calendar cannot say it."""
        running = self._find_promise(replace(appeal, promise_reported_at=None))
        return self._deadline(running).due_at if running else None

    def find_control_day(self, appeal: Appeal, day: date, now: datetime) -> date | None:
        """On which working day a promise of this day, made now, has to be kept (A12); None where the calendar cannot say it."""
        promised = replace(appeal, promised_on=day, promised_at=now, promised_by=appeal.department)
        running = self._find_promise(replace(promised, promise_reported_at=None))
        due = self.find_promised(promised)
        return self.calendar_for(running).due_on(due) if running and due else None

    def _extended(self, running: Running, appeal: Appeal) -> Running:
        """The answer may come later, and so may what has to be ready for it (R07, Grozny, алг. 4)."""
        extension = self.regulation.extension
        if not appeal.extended_days or extension is None or running.stage not in _EXTENDED:
            return running
        clause = ", ".join(filter(None, (running.term.clause, extension.clause)))
        return replace(running, term=replace(running.term, clause=clause), extended_days=appeal.extended_days)

    def find_room(self, appeal: Appeal) -> Room | None:
        """How far the term of the answer can be moved; None where the regulation moves none.

        Raises CalendarError where the calendar cannot say it.
        """
        extension = self.regulation.extension
        found = (self._find_running(stage, appeal, ()) for stage in _EXTENDED)
        running = next(filter(None, found), None)
        if extension is None or running is None:
            return None
        calendar = self.calendar_for(running)
        first = self._due(replace(running, extended_days=0))
        return Room(
            due=calendar.due_on(self._due(running)),
            first=calendar.due_on(first),
            spent=appeal.extended_days,
            limit=extension.days,
            clause=extension.clause,
        )

    def _with_part_term(self, running: Running, appeal: Appeal, assigned_at: datetime | None) -> Running:
        """Of several executors each has the term for several, or that for one where it ends sooner (A9)."""
        part = self.find_term(Stage.PART, appeal)
        if part is None or assigned_at is None:
            return running
        other = Running(part, assigned_at, running.department, running.stage, running.pauses)
        return replace(running, at_most=other)

    def _list_of_part(self, appeal: Appeal, part: Assignment) -> Iterator[Running]:
        if not part.is_open or part.is_lead or part.state is AssignmentState.GIVEN:
            return
        returns = self.find_term(Stage.RETURN, appeal)
        if returns is not None and part.state is AssignmentState.ASSIGNED:
            yield Running(returns, part.assigned_at, part.department, Stage.RETURN)
        pauses = self._pauses(Stage.PART, appeal)
        single, several = self.find_term(Stage.DRAFT, appeal), self.find_term(Stage.PART, appeal)
        if single is not None:
            since = self._since_draft(appeal, single, part.assigned_at)
            running = Running(single, since, part.department, Stage.PART, pauses)
            yield self._with_part_term(running, appeal, part.assigned_at)
        elif several is not None:
            yield Running(several, part.assigned_at, part.department, Stage.PART, pauses)

    def _since_draft(self, appeal: Appeal, term: Term, assigned_at: datetime) -> datetime:
        """From the detection on, however often it is handed on (A7), unless the profile begins anew with each department."""
        anew = term.start is Start.ASSIGNED or self.regulation.restart_on_reroute
        return assigned_at if anew else appeal.detected_at

    def _is_reworked(self, appeal: Appeal) -> bool:
        """Whether another term runs instead: that for mending what was sent back."""
        return appeal.revised_at is not None and self.find_term(Stage.REWORK, appeal) is not None

    def since_read(self, appeal: Appeal, _: Term) -> datetime | None:
        """Unread, nothing else would begin (A2)."""
        unread = appeal.status is Status.REGISTERED and appeal.read_at is None
        return appeal.detected_at if unread else None

    def since_route(self, appeal: Appeal, term: Term) -> datetime | None:
        """While the coordinators have to say where it goes; what came back counts from its return."""
        if appeal.status is not Status.REGISTERED or self._is_reworked(appeal):
            return None
        begun = appeal.read_at if term.start is Start.READ else appeal.detected_at
        later = (appeal.returned_at, appeal.interim_at)
        return begun and max([begun, *(at for at in later if at is not None)])

    def since_return(self, appeal: Appeal, _: Term) -> datetime | None:
        """Until it is accepted."""
        return appeal.assigned_at if appeal.status is Status.ASSIGNED else None

    def since_draft(self, appeal: Appeal, term: Term) -> datetime | None:
        """While the department has not sent anything to approval."""
        if appeal.status not in _WITH_DEPARTMENT or appeal.assigned_at is None:
            return None
        if self._is_reworked(appeal):
            return None
        return self._since_draft(appeal, term, appeal.assigned_at)

    def since_approval(self, appeal: Appeal, _: Term) -> datetime | None:
        """From the moment at which the draft came."""
        return appeal.submitted_at if appeal.status is Status.ON_APPROVAL else appeal.promise_reported_at

    def since_rework(self, appeal: Appeal, _: Term) -> datetime | None:
        """From the moment at which it was sent back, until it is sent to approval again; each round anew (A18)."""
        waits = appeal.status in {*_WITH_DEPARTMENT, Status.REGISTERED}
        return appeal.revised_at if waits else None

    def since_publication(self, appeal: Appeal, _: Term) -> datetime | None:
        """From the approval until the citizen has it, by the bot or by hand."""
        return appeal.approved_at if appeal.status is Status.APPROVED else None

    def since_detection(self, appeal: Appeal, _: Term) -> datetime | None:
        """All the while."""
        return appeal.detected_at


_SINCE: Final[Mapping[Stage, Callable[[Reckoning, Appeal, Term], datetime | None]]] = {
    Stage.READ: Reckoning.since_read,
    Stage.ROUTE: Reckoning.since_route,
    Stage.RETURN: Reckoning.since_return,
    Stage.DRAFT: Reckoning.since_draft,
    Stage.APPROVAL: Reckoning.since_approval,
    Stage.REWORK: Reckoning.since_rework,
    Stage.PUBLICATION: Reckoning.since_publication,
    Stage.ANSWER: Reckoning.since_detection,
    Stage.FINAL: Reckoning.since_detection,
}
"""From which moment each stage of the whole appeal runs now; None: it does not."""


def _deadline(
    running: Running,
    term: Term,
    since: datetime,
    due: datetime | None,
    trouble: CalendarError | None = None,
) -> Deadline:
    return Deadline(
        stage=running.stage,
        holder=term.holder,
        department=running.department,
        started_at=since,
        due_at=due,
        clause=term.clause,
        trouble=trouble,
    )


def moved(before: datetime | None, computed: datetime | None, now: datetime) -> datetime | None:
    """Where a deadline goes that is computed anew: later at will, earlier never into the past.

    Raised to high importance when the shorter term is over already, it is overdue from the raising on (A17); a day that
    is made a working day afterwards makes nobody late for what was in time (A23).
    """
    if before is None or computed is None:
        return computed
    return max(computed, min(before, now))
