"""The fields of the month's report (R72–R76, R79–R81, R83; in the form of Nevinnomyssk's for January 2022)."""

from dataclasses import dataclass
from datetime import date
from typing import Final

from domain.municipality import Municipality
from locales.texts import Texts
from reports.counting import Line, Lines
from reports.month import MonthFigures, Reception
from reports.papers.words import day_words, decimal, literal, literal_lines, month_words, signed, terms_words

_PERCENT: Final = "\N{NO-BREAK SPACE}%"


@dataclass(frozen=True, slots=True)
class MonthFields:
    """Each is told of in docs/papers.md; texts are empty and lists without lines where there is nothing to say."""

    municipality: str
    legal_act: str
    month_words: str
    former_month_words: str
    so_far: str
    total: int
    total_words: str
    former_total: int
    former_words: str
    growth: str
    growth_percent: str
    growth_words: str
    channels: Lines
    departments: Lines
    departments_without: str
    questions: int
    unassigned: int
    unassigned_words: str
    collective: int
    collective_words: str
    collective_percent: str
    forwarded: int
    senders: Lines
    terms: str
    in_time: int
    in_time_percent: str
    late: int
    overdue: int
    waiting: int
    outgoing: int
    outgoing_words: str
    answers: int
    answers_words: str
    requests: int
    requests_words: str
    apart: Lines
    receptions: Lines
    receptions_words: str
    calls: int
    calls_words: str
    occasions_words: str
    watched: Lines
    watched_words: str
    sstu: str


def month_fields(
    town: Municipality, first: date, figures: MonthFigures, so_far: str, texts: Texts
) -> MonthFields:
    """The fields of the month that begins with this day; `so_far`: a sentence where it is not over yet."""
    times = figures.times
    return MonthFields(
        municipality=literal(town.name),
        legal_act=literal(town.legal_act),
        month_words=month_words(first, texts),
        former_month_words=month_words(first.replace(year=first.year - 1), texts),
        so_far=so_far,
        total=figures.total,
        total_words=texts.plain("paper-appeals", count=figures.total),
        former_total=figures.former_total,
        former_words=texts.plain("paper-former", count=figures.former_total),
        growth=signed(figures.growth),
        growth_percent=""
        if figures.growth_percent is None
        else f"{signed(figures.growth_percent)}{_PERCENT}",
        growth_words=_growth(figures, texts),
        channels=literal_lines(figures.channels),
        departments=literal_lines(figures.departments),
        departments_without=", ".join(map(literal, figures.departments_without)),
        questions=figures.questions,
        unassigned=figures.unassigned,
        unassigned_words=texts.plain("paper-appeals", count=figures.unassigned),
        collective=figures.collective,
        collective_words=texts.plain("paper-collective", count=figures.collective),
        collective_percent=_share(figures, texts),
        forwarded=figures.forwarded,
        senders=literal_lines(figures.senders),
        terms=terms_words(times, texts),
        in_time=times.in_time,
        in_time_percent="" if times.percent is None else decimal(times.percent),
        late=times.late,
        overdue=times.overdue,
        waiting=times.waiting,
        outgoing=figures.outgoing,
        outgoing_words=texts.plain("paper-outgoing", count=figures.outgoing),
        answers=figures.answers,
        answers_words=texts.plain("paper-answers", count=figures.answers),
        requests=figures.requests,
        requests_words=texts.plain("paper-requests", count=figures.requests),
        apart=literal_lines(figures.apart),
        receptions=tuple(Line(day_words(one.day), one.number) for one in figures.receptions),
        receptions_words="; ".join(_reception(one, texts) for one in figures.receptions),
        calls=figures.calls,
        calls_words=texts.plain(
            "paper-calls", count=figures.calls, more="yes" if figures.calls_are_more else "no"
        )
        if figures.calls
        else "",
        occasions_words="; ".join(
            texts.plain("paper-occasion", day=day_words(day), words=literal(words))
            for day, words in figures.other_occasions
        ),
        watched=literal_lines(figures.watched),
        watched_words="; ".join(
            texts.plain("paper-watched", name=literal(one.name), count=str(one.count))
            for one in figures.watched
        ),
        sstu=_sstu(first, figures, texts),
    )


def _sstu(first: date, figures: MonthFigures, texts: Texts) -> str:
    """Who has brought the results into ССТУ.РФ, and when (R82); empty where nobody has said so."""
    if figures.uploaded_on is None:
        return ""
    return texts.plain(
        "paper-sstu",
        month=month_words(first, texts),
        day=day_words(figures.uploaded_on),
        name=literal(figures.uploaded_by),
    )


def _reception(one: Reception, texts: Texts) -> str:
    """«27 января – принято 6 человек» (R77)."""
    return texts.plain(
        "paper-reception",
        day=str(one.day.day),
        month=texts.plain(f"month-{one.day.month}"),
        count=one.number,
        more="yes" if one.is_more else "no",
    )


def _growth(figures: MonthFigures, texts: Texts) -> str:
    """«+31; +22,0 %» (R72); nothing to compare with says nothing."""
    if figures.growth_percent is None:
        return ""
    if not figures.growth:
        return texts.plain("paper-no-growth")
    return f"{signed(figures.growth)}; {signed(figures.growth_percent)}{_PERCENT}"


def _share(figures: MonthFigures, texts: Texts) -> str:
    """In whole per cent (R75); one of a thousand is not none."""
    if figures.collective and not figures.collective_percent:
        return texts.plain("paper-less-than-one")
    return str(figures.collective_percent)
