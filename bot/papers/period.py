"""`report period`: what became of the messages of some days, beside the same days of the year before (R13, R14)."""

from collections.abc import Mapping
from dataclasses import asdict
from datetime import date, datetime
from typing import Any

from bot.papers.orders import Order, Stretch
from bot.papers.source import open_source, say_so_far
from bot.papers.terms import due_finder
from bot.papers.writing import deliver, ensure_possible, flat
from bot.regulation_file import regulation_of
from bot.settings import Settings
from bot.setup_texts import Say
from domain.municipality import DepartmentKind, Municipality
from domain.outcomes import Outcome
from locales.texts import Texts
from reports.papers.period import period_fields
from reports.papers.words import day_words
from reports.period import OutcomeWords, PeriodFigures, count_period


def write_period(
    settings: Settings, days: Stretch, order: Order, texts: Texts, *, now: datetime, say: Say
) -> None:
    """Of what was received on these days."""
    ensure_possible(order)
    source = open_source(settings, order.departments)
    named, find_due = _outcome_words(source.town, texts), due_finder(source.town)
    stretches = (days, Stretch(_year_before(days.first), _year_before(days.last)))
    today, before = (
        count_period(source.town, source.list_rows(one), named, find_due, now) for one in stretches
    )
    told, told_before = (_days_in_words(one, texts) for one in stretches)
    so_far = say_so_far(source, days, now, texts)
    fields = period_fields(source.town, (told, told_before), so_far, today, before, texts)
    figures = {"from": f"{days.first}", "to": f"{days.last}", **_told(today), "former": _told(before)}
    deliver(settings, "period", order, figures, fields, say=say)


def _year_before(day: date) -> date:
    """Of 29 February the day before it."""
    try:
        return day.replace(year=day.year - 1)
    except ValueError:
        return day.replace(year=day.year - 1, day=28)


def _days_in_words(days: Stretch, texts: Texts) -> str:
    return texts.plain("paper-period", first=day_words(days.first), last=day_words(days.last))


def _outcome_words(town: Municipality, texts: Texts) -> OutcomeWords:
    def word(outcome: Outcome) -> str:
        said = texts.plain(f"register-outcome-{outcome.value}")
        return said[:1].upper() + said[1:]

    def kind(one: DepartmentKind) -> str:
        return texts.plain("paper-executors", kind=one.value)

    return OutcomeWords(regulation_of(town).outcomes, word, texts.plain("paper-no-outcome"), kind)


def _told(figures: PeriodFigures) -> Mapping[str, Any]:
    told = flat(asdict(figures))
    times = told.pop("times")
    means = {name: _rounded(told.pop(name)) for name in ("mean_term", "mean_reaction")}
    return {
        **told,
        **{f"{name}_days": mean for name, mean in means.items()},
        **times,
        "in_time_percent": figures.times.percent,
    }


def _rounded(mean: Any) -> float | None:
    return None if mean is None else round(float(mean), 2)
