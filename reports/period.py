"""What became of the messages of a period: outcomes whose sum agrees, mean term and mean reaction (R13, R14; Grozny)."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal

from domain.municipality import DepartmentKind, Municipality
from domain.outcomes import Outcome
from domain.register.paper_rows import PaperRow
from domain.regulation.regulation import OutcomeGroup
from reports.counting import Line, Lines, only_counted
from reports.timeliness import FindDue, Timeliness, judge_times

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class OutcomeWords:
    """How outcomes are called: the regulation's groups, a word for what is in none, and for an answer that names no outcome;
    and the kinds of executors.
    """

    groups: Sequence[OutcomeGroup]
    word: Callable[[Outcome], str]
    unnamed: str
    kind: Callable[[DepartmentKind], str]


@dataclass(frozen=True, slots=True)
class PeriodFigures:
    """Of the messages received in a period. `outcomes`: the groups, nothing in them too, then whatever else there was.

    Their sum is `handled`, and with `in_work` it is `received`. `executors`: questions put to each kind of executor that
    the municipality has (R05). `mean_term`: days from the receipt to the answer,
    of `answered` messages; `mean_reaction`: days to the first that anybody did about one, of the `reacted` of which that is known.
    """

    received: int
    handled: int
    in_work: int
    outcomes: Lines
    executors: Lines
    answered: int
    mean_term: Decimal | None
    reacted: int
    mean_reaction: Decimal | None
    times: Timeliness


def count_period(
    town: Municipality, given: Iterable[PaperRow], named: OutcomeWords, find_due: FindDue, now: datetime
) -> PeriodFigures:
    """The figures of these rows as they are `now`."""
    rows = only_counted(town, given)
    handled = [row for row in rows if row.ended is not None or row.outcome is not None]
    terms = [row.answered - row.received for row in rows if row.answered is not None]
    reactions = [max(row.reacted - row.received, timedelta()) for row in rows if row.reacted is not None]
    return PeriodFigures(
        received=len(rows),
        handled=len(handled),
        in_work=len(rows) - len(handled),
        outcomes=_count_outcomes(handled, named),
        executors=_count_executors(town, rows, named),
        answered=len(terms),
        mean_term=mean_days(terms),
        reacted=len(reactions),
        mean_reaction=mean_days(reactions),
        times=judge_times(rows, find_due, now),
    )


def _count_executors(town: Municipality, rows: Iterable[PaperRow], named: OutcomeWords) -> Lines:
    kinds: dict[str, DepartmentKind] = {one.code: one.kind for one in town.departments}
    questions = Counter({kind: 0 for kind in DepartmentKind if kind in kinds.values()})
    for row in rows:
        for share in row.executors:
            if share.department in kinds:
                questions[kinds[share.department]] += share.questions
    return tuple(Line(named.kind(kind), count) for kind, count in questions.items())


def mean_days(spans: Sequence[timedelta]) -> Decimal | None:
    """In days, exactly; None of nothing."""
    if not spans:
        return None
    return (
        Decimal(sum(spans, timedelta()) // timedelta(seconds=1)) / (_DAY // timedelta(seconds=1)) / len(spans)
    )


def _count_outcomes(handled: Iterable[PaperRow], named: OutcomeWords) -> Lines:
    numbers = Counter(row.outcome for row in handled)
    grouped = {outcome for group in named.groups for outcome in group.outcomes}
    alone = [outcome for outcome in Outcome if outcome not in grouped and numbers[outcome]]
    return (
        *(Line(group.name, sum(numbers[one] for one in group.outcomes)) for group in named.groups),
        *(Line(named.word(outcome), numbers[outcome]) for outcome in alone),
        *([Line(named.unnamed, numbers[None])] if numbers[None] else []),
    )
