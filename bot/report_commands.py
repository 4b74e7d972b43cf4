"""The commands under `python -m bot report`: one for each paper."""

import argparse
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

from bot.clock import SystemClock
from bot.papers.orders import Order, Stretch
from bot.refusals import Refused
from bot.settings import Settings
from bot.setup_texts import Say, russian, say, shown

Write = Callable[[Settings, argparse.Namespace, Say], None]

FORMS = (
    "month",
    "period",
    "week",
    "meeting",
    "day",
    "ranking",
    "card",
    "erased",
    "map",
    "people",
    "measures",
)
"""The papers that have a form."""
_YEARS = range(1900, 3000)


def add_reports(parser: argparse.ArgumentParser) -> None:
    """Each paper with its options; what is parsed carries its `write`."""
    papers = parser.add_subparsers(metavar="PAPER", dest="paper", required=True)

    def add(name: str, write: Write, about: str) -> argparse.ArgumentParser:
        own = papers.add_parser(name, help=about, description=about)
        own.set_defaults(write=write)
        return own

    register = add("register", _write_register, say("setup-cli-register"))
    _add_days(register)
    register.add_argument("--out", type=Path, required=True, help=say("setup-cli-register-out"))
    centre = add("centre", _write_centre, say("setup-cli-centre"))
    _add_days(centre)
    centre.add_argument("--out", type=Path, required=True, help=say("setup-cli-register-out"))
    month = add("month", _write_month, say("setup-cli-month"))
    month.add_argument("--month", type=_month, required=True, help=say("setup-cli-month-which"))
    _add_way(month)
    period = add("period", _write_period, say("setup-cli-period"))
    ranking = add("ranking", _write_ranking, say("setup-cli-ranking"))
    heat = add("map", _write_map, say("setup-cli-map"))
    erased = add("erased", _write_erased, say("setup-cli-erased"))
    meeting = add("meeting", _write_meeting, say("setup-cli-meeting"))
    for paper in (period, ranking, heat, erased, meeting):
        _add_days(paper)
        _add_way(paper)
    week = add("week", _write_week, say("setup-cli-week"))
    day = add("day", _write_day, say("setup-cli-day"))
    for paper in (week, day):
        paper.add_argument("--date", type=_day, required=True, help=say("setup-cli-date"))
        _add_way(paper)
    card = add("card", _write_card, say("setup-cli-card"))
    card.add_argument("number", help=say("setup-cli-card-number"))
    _add_way(card)
    people = add("people", _write_people, say("setup-cli-people"))
    _add_way(people)
    measures = add("measures", _write_measures, say("setup-cli-measures"))
    measures.add_argument("number", help=say("setup-cli-card-number"))
    _add_way(measures)
    for paper in (register, centre, month, period, ranking, heat, week, day, meeting, people):
        paper.add_argument(
            "--departments", "--department", type=_codes, default=(), help=say("setup-cli-departments")
        )
    form = add("form", _write_form, say("setup-cli-form"))
    form.add_argument("name", choices=FORMS, help=say("setup-cli-form-which"))
    form.add_argument("--out", type=Path, required=True, help=say("setup-cli-form-out"))


def _add_days(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--from", dest="since", type=_day, required=True, help=say("setup-cli-from"))
    parser.add_argument("--to", dest="until", type=_day, required=True, help=say("setup-cli-to"))


def _add_way(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--out", type=Path, help=say("setup-cli-paper-out"))
    parser.add_argument("--template", type=Path, help=say("setup-cli-paper-template"))
    parser.add_argument("--format", choices=["json"], help=say("setup-cli-format"))
    parser.add_argument("--now", type=_moment, help=say("setup-cli-now"))


def _codes(text: str) -> tuple[str, ...]:
    return tuple(filter(None, map(str.strip, text.split(","))))


def _month(text: str) -> date:
    return _read_day(f"{text}-01", "setup-cli-not-a-month", text)


def _day(text: str) -> date:
    return _read_day(text, "setup-cli-not-a-day", text)


def _read_day(text: str, complaint: str, told: str) -> date:
    try:
        day = date.fromisoformat(text)
    except ValueError:
        day = None
    if day is None or day.year not in _YEARS:
        raise argparse.ArgumentTypeError(say(complaint, value=shown(told)))
    return day


def _moment(text: str) -> datetime:
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        moment = None
    if moment is None or moment.tzinfo is None:
        raise argparse.ArgumentTypeError(say("setup-cli-not-a-moment", value=shown(text)))
    return moment


def _now(parsed: argparse.Namespace) -> datetime:
    return parsed.now or SystemClock().now()


def _days(parsed: argparse.Namespace) -> Stretch:
    if parsed.until < parsed.since:
        raise Refused(say("report-days"))
    return Stretch(parsed.since, parsed.until)


def _order(parsed: argparse.Namespace) -> Order:
    return Order(parsed.out, parsed.template, parsed.format is not None, getattr(parsed, "departments", ()))


def _write_register(settings: Settings, parsed: argparse.Namespace, out: Say) -> None:
    from bot.reporting import write_register

    write_register(
        settings, _days(parsed), Order(parsed.out, departments=parsed.departments), russian(), say=out
    )


def _write_centre(settings: Settings, parsed: argparse.Namespace, out: Say) -> None:
    from bot.reporting import write_centre

    order = Order(parsed.out, departments=parsed.departments)
    write_centre(settings, _days(parsed), order, russian(), say=out)


def _write_month(settings: Settings, parsed: argparse.Namespace, out: Say) -> None:
    from bot.papers.month import write_month

    write_month(settings, parsed.month, _order(parsed), russian(), now=_now(parsed), say=out)


def _write_period(settings: Settings, parsed: argparse.Namespace, out: Say) -> None:
    from bot.papers.period import write_period

    write_period(settings, _days(parsed), _order(parsed), russian(), now=_now(parsed), say=out)


def _write_erased(settings: Settings, parsed: argparse.Namespace, out: Say) -> None:
    from bot.papers.erasure import write_erased

    write_erased(settings, _days(parsed), _order(parsed), russian(), say=out)


def _write_ranking(settings: Settings, parsed: argparse.Namespace, out: Say) -> None:
    from bot.papers.ranking import write_ranking

    write_ranking(settings, _days(parsed), _order(parsed), russian(), now=_now(parsed), say=out)


def _write_map(settings: Settings, parsed: argparse.Namespace, out: Say) -> None:
    from bot.papers.map import write_map

    write_map(settings, _days(parsed), _order(parsed), russian(), now=_now(parsed), say=out)


def _write_week(settings: Settings, parsed: argparse.Namespace, out: Say) -> None:
    from bot.papers.week import write_week

    write_week(settings, parsed.date, _order(parsed), russian(), now=_now(parsed), say=out)


def _write_meeting(settings: Settings, parsed: argparse.Namespace, out: Say) -> None:
    from bot.papers.meeting import write_meeting

    write_meeting(settings, _days(parsed), _order(parsed), russian(), now=_now(parsed), say=out)


def _write_day(settings: Settings, parsed: argparse.Namespace, out: Say) -> None:
    from bot.papers.day import write_day

    write_day(settings, parsed.date, _order(parsed), russian(), now=_now(parsed), say=out)


def _write_card(settings: Settings, parsed: argparse.Namespace, out: Say) -> None:
    from bot.papers.card import write_card

    write_card(settings, parsed.number, _order(parsed), russian(), now=_now(parsed), say=out)


def _write_measures(settings: Settings, parsed: argparse.Namespace, out: Say) -> None:
    from bot.papers.measures import write_measures

    write_measures(settings, parsed.number, _order(parsed), russian(), now=_now(parsed), say=out)


def _write_people(settings: Settings, parsed: argparse.Namespace, out: Say) -> None:
    from bot.papers.people import write_people

    write_people(settings, _order(parsed), russian(), say=out)


def _write_form(_: Settings, parsed: argparse.Namespace, out: Say) -> None:
    from bot.papers.writing import write_form

    write_form(parsed.name, parsed.out, say=out)
