"""The figures of a month's report, counted from rows of the register (R72–R76, R79–R81, R83; Nevinnomyssk).

A channel that is not counted (an electronic system, R81) stands apart with its number alone: neither total nor
questions, collective ones, forwarded ones or outgoing papers know of it.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from zoneinfo import ZoneInfo

from domain.municipality import Municipality
from domain.outcomes import WITHOUT_ANSWER
from domain.register.occasions import Occasion, OccasionKind
from domain.register.paper_rows import PaperRow
from domain.register.uploads import Upload
from domain.register.watching import list_watched
from reports.counting import (
    Line,
    Lines,
    by_channel,
    from_the_largest,
    is_counted,
    named,
    only_counted,
    percent,
)
from reports.timeliness import FindDue, Given, Timeliness, judge_times, list_concerned


@dataclass(frozen=True, slots=True)
class MonthRows(Given):
    """What a month is counted from. `former`: received in the same month of the year before. `inquiries`: papers to other
    bodies that left in it, by the channel of their appeals. `looks`: on how many days each channel was looked through.
    `upload`: whether its results are in ССТУ.РФ.
    """

    former: Sequence[PaperRow]
    inquiries: Mapping[str, int] = field(default_factory=dict)
    occasions: Sequence[Occasion] = ()
    looks: Mapping[str, int] = field(default_factory=dict)
    upload: Upload | None = None


@dataclass(frozen=True, slots=True)
class Reception:
    """A reception day (R77). `is_more`: of more people than the number says."""

    day: date
    number: int
    is_more: bool


@dataclass(frozen=True, slots=True)
class MonthFigures:
    """What came in a month, and what left. `former_total`: a year before; `growth_percent` None where that was nothing.

    `channels`, `apart` and `departments` stand in the order of the municipality's file, `senders` from the largest.
    `departments_without`: no question was put to them; `unassigned`: messages put to none. `answers`: those given in
    the month, whenever the message came; `requests`: those that left in the month, of a file those of
    its messages (R80). `times`: of what came, was answered,
    or was due in the month. `calls`: those that became no message, `calls_are_more` than that; `other_occasions`: day and
    words (R77, R81). `watched`: channels that are looked through by hand, with the days on which somebody did (R18). `uploaded_on`: the day on which
    its results were brought into ССТУ.РФ, None: nobody has said so (R82).
    """

    total: int
    former_total: int
    growth: int
    growth_percent: Decimal | None
    channels: Lines
    apart: Lines
    departments: Lines
    departments_without: tuple[str, ...]
    questions: int
    unassigned: int
    collective: int
    collective_percent: int
    forwarded: int
    senders: Lines
    answers: int
    requests: int
    times: Timeliness
    receptions: tuple[Reception, ...]
    calls: int
    calls_are_more: bool
    other_occasions: tuple[tuple[date, str], ...]
    watched: Lines
    uploaded_on: date | None
    uploaded_by: str

    @property
    def outgoing(self) -> int:
        """Papers that left."""
        return self.answers + self.requests


def count_month(town: Municipality, given: MonthRows, find_due: FindDue, now: datetime) -> MonthFigures:
    """The figures as they are `now`: what has been answered since counts for the terms."""
    rows = only_counted(town, given.received)
    before = sum(is_counted(town, row) for row in given.former)
    channels = Counter(row.channel for row in given.received)
    senders = Counter(row.forwarded_from for row in rows if row.forwarded_from)
    questions = count_questions(rows)
    inquiries = by_channel(town, Counter(given.inquiries), counted=True)
    collective = sum(row.collective for row in rows)
    return MonthFigures(
        total=len(rows),
        former_total=before,
        growth=len(rows) - before,
        growth_percent=percent(len(rows) - before, before, "0.1") if before else None,
        channels=by_channel(town, channels, counted=True),
        apart=by_channel(town, channels, counted=False),
        departments=named([(one.code, one.name) for one in town.departments], questions),
        departments_without=tuple(one.name for one in town.departments if not questions[one.code]),
        questions=questions.total(),
        unassigned=sum(not row.executors for row in rows),
        collective=collective,
        collective_percent=int(percent(collective, len(rows), "1")) if rows else 0,
        forwarded=senders.total(),
        senders=from_the_largest(senders),
        answers=sum(row.outcome not in WITHOUT_ANSWER for row in only_counted(town, given.answered)),
        requests=sum(row.requests for row in rows) + sum(line.count for line in inquiries),
        times=judge_times(list_concerned(town, given, find_due), find_due, now),
        receptions=tuple(
            Reception(one.day, one.number, one.is_more) for one in _of_kind(given, OccasionKind.RECEPTION)
        ),
        calls=sum(one.number for one in _of_kind(given, OccasionKind.CALLS)),
        calls_are_more=any(one.is_more for one in _of_kind(given, OccasionKind.CALLS)),
        other_occasions=tuple((one.day, one.words) for one in _of_kind(given, OccasionKind.OTHER)),
        watched=tuple(
            Line(one.name, given.looks.get(one.code, 0)) for one in list_watched(town) if given.looks
        ),
        uploaded_on=given.upload.uploaded_at.astimezone(ZoneInfo(town.timezone)).date()
        if given.upload
        else None,
        uploaded_by=given.upload.uploaded_by if given.upload else "",
    )


def _of_kind(given: MonthRows, kind: OccasionKind) -> list[Occasion]:
    return [one for one in given.occasions if one.kind is kind]


def count_questions(rows: Iterable[PaperRow]) -> Counter[str]:
    """Questions put to each department, by its code (R74)."""
    questions: Counter[str] = Counter()
    for row in rows:
        questions.update({share.department: share.questions for share in row.executors})
    return questions
