"""`report month`: the month's report in the form of Nevinnomyssk's (R72–R76, R79–R81, R83)."""

from dataclasses import asdict
from datetime import date, datetime, timedelta

from bot.papers.orders import ONE_DAY, Order, Stretch
from bot.papers.source import Source, open_source, say_so_far
from bot.papers.terms import due_finder
from bot.papers.writing import deliver, ensure_possible, flat
from bot.settings import Settings
from bot.setup_texts import Say
from locales.texts import Texts
from reports.month import MonthFigures, MonthRows, count_month
from reports.papers.month import month_fields
from reports.timeliness import LONGEST_TERM
from storage.inquiries import count_sent
from storage.looks import count_looks
from storage.occasions import list_occasions
from storage.register import Moment
from storage.uploads import find_paper_upload


def write_month(
    settings: Settings, first: date, order: Order, texts: Texts, *, now: datetime, say: Say
) -> None:
    """The month that begins with this day, beside that of the year before."""
    ensure_possible(order)
    source = open_source(settings, order.departments)
    figures = count_month(source.town, _read(source, first), due_finder(source.town), now)
    so_far = say_so_far(source, _month_of(first), now, texts)
    fields = month_fields(source.town, first, figures, so_far, texts)
    deliver(settings, "month", order, _told(first, figures), fields, say=say)


def _read(source: Source, first: date) -> MonthRows:
    month = _month_of(first)
    since, until = month.moments(source.zone)
    return MonthRows(
        since=since,
        until=until,
        received=source.list_rows(month),
        answered=source.list_rows(month, Moment.ANSWERED),
        earlier=source.list_rows(Stretch(first - LONGEST_TERM, first - ONE_DAY)),
        former=source.list_rows(_month_of(first.replace(year=first.year - 1))),
        inquiries=count_sent(source.path, since, until, source.scope),
        occasions=list_occasions(source.path, month.first, month.last) if source.scope is None else (),
        upload=find_paper_upload(source.path, month.first) if source.scope is None else None,
        looks=count_looks(source.path, month.first, month.last) if source.scope is None else {},
    )


def _month_of(first: date) -> Stretch:
    return Stretch(first, (first.replace(day=28) + timedelta(days=4)).replace(day=1) - ONE_DAY)


def _told(first: date, figures: MonthFigures) -> dict[str, object]:
    told = flat(asdict(figures))
    times, others = told.pop("times"), told.pop("other_occasions")
    days = [{**asdict(one), "day": one.day.isoformat()} for one in figures.receptions]
    return {
        "month": f"{first:%Y-%m}",
        **told,
        "receptions": days,
        "other_occasions": [{"day": day.isoformat(), "words": words} for day, words in others],
        "uploaded_on": f"{figures.uploaded_on}" if figures.uploaded_on else None,
        "outgoing": figures.outgoing,
        **times,
        "in_time_percent": figures.times.percent,
        "all_in_time": figures.times.is_all,
    }
