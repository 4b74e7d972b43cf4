"""The figures of a month's report, counted from rows of the register (R72–R76, R80, R81, R83; Nevinnomyssk).

A channel that is not counted (an electronic system, R81) stands apart with its number alone: neither total nor
questions, collective ones, forwarded ones or outgoing papers know of it.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from domain.appeal import WITHOUT_ANSWER
from domain.municipality import Municipality
from domain.register.rows import RegisterRow

Counts = tuple[tuple[str, int], ...]
"""Names as the municipality's file or the register has them, literally, each with its number."""


@dataclass(frozen=True, slots=True)
class MonthFigures:
    """What came in a month, and what left. `former_total`: a year before; `growth_percent` None where that was nothing.

    `channels`, `apart` and `departments` stand in the order of the municipality's file, `senders` from the largest.
    `answers`: those given in the month, whenever the message came; `requests`: of the month's messages (R80).
    """

    total: int
    former_total: int
    growth: int
    growth_percent: Decimal | None
    channels: Counts
    apart: Counts
    departments: Counts
    questions: int
    collective: int
    collective_percent: int
    forwarded: int
    senders: Counts
    answers: int
    requests: int

    @property
    def outgoing(self) -> int:
        """Papers that left."""
        return self.answers + self.requests


def count_month(
    town: Municipality,
    received: Iterable[RegisterRow],
    answered: Iterable[RegisterRow],
    former: Iterable[RegisterRow],
) -> MonthFigures:
    """The figures of what was `received` in a month, `answered` in it, and received in that of the year `former`."""
    every = list(received)
    rows = [row for row in every if _is_counted(town, row)]
    before = sum(_is_counted(town, row) for row in former)
    channels = Counter(row.channel for row in every)
    senders = Counter(row.forwarded_from for row in rows if row.forwarded_from)
    questions: Counter[str] = Counter()
    for row in rows:
        questions.update({share.department: share.questions for share in row.executors})
    collective = sum(row.collective for row in rows)
    return MonthFigures(
        total=len(rows),
        former_total=before,
        growth=len(rows) - before,
        growth_percent=_percent(len(rows) - before, before, "0.1") if before else None,
        channels=_by_channel(town, channels, counted=True),
        apart=_by_channel(town, channels, counted=False),
        departments=_named([(one.code, one.name) for one in town.departments], questions),
        questions=questions.total(),
        collective=collective,
        collective_percent=int(_percent(collective, len(rows), "1")) if rows else 0,
        forwarded=senders.total(),
        senders=tuple(sorted(senders.items(), key=lambda one: (-one[1], one[0]))),
        answers=sum(row.outcome not in WITHOUT_ANSWER for row in answered if _is_counted(town, row)),
        requests=sum(row.requests for row in rows),
    )


def _is_counted(town: Municipality, row: RegisterRow) -> bool:
    """What stands under no channel of the file is counted: it is nobody's electronic system."""
    return all(channel.counted for channel in town.channels if channel.code == row.channel)


def _by_channel(town: Municipality, numbers: Counter[str], *, counted: bool) -> Counts:
    known = [(one.code, one.name) for one in town.channels]
    wanted = {one.code for one in town.channels if one.counted is counted}
    others = set(numbers) - {code for code, _ in known} if counted else set()
    return _named(known, Counter({code: numbers[code] for code in wanted | others}))


def _named(known: Sequence[tuple[str, str]], numbers: Counter[str]) -> Counts:
    """In the order of what is known; what the municipality has dropped comes last, by its code."""
    rest = sorted(set(numbers) - {code for code, _ in known})
    order = [*known, *((code, code) for code in rest)]
    return tuple((name, numbers[code]) for code, name in order if numbers[code])


def _percent(part: int, whole: int, step: str) -> Decimal:
    return (Decimal(part) * 100 / Decimal(whole)).quantize(Decimal(step), ROUND_HALF_UP)
