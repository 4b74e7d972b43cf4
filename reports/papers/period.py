"""The fields of a period's paper: outcomes, terms, before and after (R13, R14; Grozny, effect)."""

from dataclasses import dataclass
from decimal import Decimal

from domain.municipality import Municipality
from locales.texts import Texts
from reports.counting import Lines
from reports.papers.words import decimal, literal, literal_lines, one_place, terms_words
from reports.period import PeriodFigures


@dataclass(frozen=True, slots=True)
class Change:
    """A figure as it was and as it is."""

    name: str
    before: str
    now: str


@dataclass(frozen=True, slots=True)
class PeriodFields:
    """Each is told of in docs/papers.md."""

    municipality: str
    legal_act: str
    period_words: str
    former_period_words: str
    so_far: str
    received: int
    received_words: str
    handled: int
    in_work: int
    outcomes: Lines
    executors: Lines
    mean_term: str
    mean_reaction: str
    terms: str
    in_time: int
    in_time_percent: str
    late: int
    overdue: int
    changes: tuple[Change, ...]


def period_fields(
    town: Municipality,
    days: tuple[str, str],
    so_far: str,
    now: PeriodFigures,
    before: PeriodFigures,
    texts: Texts,
) -> PeriodFields:
    """`days`: the words for the period, and for that of the year before; `so_far`: a sentence where it is not over yet."""
    times = now.times
    return PeriodFields(
        municipality=literal(town.name),
        legal_act=literal(town.legal_act),
        period_words=days[0],
        former_period_words=days[1],
        so_far=so_far,
        received=now.received,
        received_words=texts.plain("paper-appeals", count=now.received),
        handled=now.handled,
        in_work=now.in_work,
        outcomes=literal_lines(now.outcomes),
        executors=literal_lines(now.executors) if _differ(now) else (),
        mean_term=_days(now.mean_term, texts),
        mean_reaction=_days(now.mean_reaction, texts),
        terms=terms_words(times, texts),
        in_time=times.in_time,
        in_time_percent="" if times.percent is None else decimal(times.percent),
        late=times.late,
        overdue=times.overdue,
        changes=tuple(_changes(now, before, texts)),
    )


def _differ(now: PeriodFigures) -> bool:
    """Whether there is anything to tell apart by the kinds of executors."""
    return len(now.executors) > 1 and any(line.count for line in now.executors)


def _days(mean: Decimal | None, texts: Texts) -> str:
    return texts.plain("paper-unknown") if mean is None else texts.plain("paper-days", days=one_place(mean))


def _changes(now: PeriodFigures, before: PeriodFigures, texts: Texts) -> list[Change]:
    then, today = ({line.name: line.count for line in one.outcomes} for one in (before, now))
    names = dict.fromkeys([*today, *then])
    return [
        Change(texts.plain("paper-received"), str(before.received), str(now.received)),
        Change(texts.plain("paper-handled"), str(before.handled), str(now.handled)),
        *(Change(literal(name), str(then.get(name, 0)), str(today.get(name, 0))) for name in names),
        Change(texts.plain("paper-mean-term"), _days(before.mean_term, texts), _days(now.mean_term, texts)),
        Change(
            texts.plain("paper-mean-reaction"),
            _days(before.mean_reaction, texts),
            _days(now.mean_reaction, texts),
        ),
    ]
