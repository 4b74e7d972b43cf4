"""The page of the working calendar: what is unusual in the coming months, how far it is known, and what was entered."""

from collections.abc import Iterator
from datetime import date, timedelta

from aiogram.types import InlineKeyboardButton

from domain.municipality import CalendarException, DayKind, Municipality
from domain.setup.calendar import CalendarPicture, count_days
from domain.setup.pages import Page
from domain.setup.vocabulary import Change
from domain.worktime.hours import write_minute
from domain.worktime.unusual import UnusualDays
from locales.texts import Html, Texts
from views.measure import one_line
from views.moments import day_in_figures
from views.setup.pages import Drawn, Town, ask, back, put

_REASON = 80
"""Signs of a reason in a line."""
_REMOVABLE = 12
"""So many of the coming exceptions get a button; the others come in sight as time passes."""
_YESTERDAYS = timedelta(days=31)
"""So long a day that is over can be taken back."""


def calendar(town: Town, texts: Texts, _: str) -> Drawn:
    """The coming half-year, and buttons for what a decree or the administration itself changes (A23)."""
    picture, municipality = town.calendar, town.municipality
    if picture is None:
        return [texts("calendar")], [[back(texts, Page.HOME)]]
    own = [
        _own_line(one, texts) for one in _list_own(municipality, picture) if one.date > picture.known_until
    ]
    days = [_line(one, texts) for one in picture.unusual] or [texts("calendar-ordinary")]
    lines = [texts("calendar"), Html(""), *days, *_later(picture, texts), *own, Html("")]
    lines += _known(municipality, picture, texts)
    kinds = (Change.DAY_OFF, Change.WORKING_DAY, Change.SHORT_DAY)
    adding = [ask(municipality, texts.plain("calendar-add", what=one.value), one) for one in kinds]
    removing = [_removal(municipality, one, texts) for one in _list_own(municipality, picture)[:_REMOVABLE]]
    years = _year_buttons(municipality, picture, texts)
    return lines, [adding, *([one] for one in (*years, *removing)), [back(texts, Page.HOME)]]


def _year_buttons(
    municipality: Municipality, picture: CalendarPicture, texts: Texts
) -> Iterator[InlineKeyboardButton]:
    """A year that is missed now can be declared; one that has begun is not taken away by one press."""
    if (missing := picture.missing_year) is not None:
        label = texts.plain("calendar-declare", year=str(missing))
        yield put(municipality, label, Change.NEW_YEAR, "", str(missing))
    if picture.declared and (last := picture.declared[-1]) > picture.today.year:
        label = texts.plain("calendar-undeclare", year=str(last))
        yield put(municipality, label, Change.DROP_YEAR, str(last), "")


def _later(picture: CalendarPicture, texts: Texts) -> list[Html]:
    if not picture.later:
        return []
    year = texts("calendar-later", year=str(picture.later[-1].last.year))
    return [Html(""), year, *(_line(one, texts) for one in picture.later)]


def _removal(municipality: Municipality, one: CalendarException, texts: Texts) -> InlineKeyboardButton:
    label = texts.plain("calendar-remove", day=_day(one.date, texts), why=_why(one.reason))
    return put(municipality, label, Change.DROP_DAY, one.date.isoformat(), "")


def _list_own(municipality: Municipality, picture: CalendarPicture) -> list[CalendarException]:
    return [one for one in municipality.calendar if one.date >= picture.today - _YESTERDAYS]


def _line(one: UnusualDays, texts: Texts) -> Html:
    days = _day(one.first, texts)
    if one.last != one.first:
        days = f"{days} – {_day(one.last, texts)}"
    kind = _kind(one)
    hours = ", ".join(f"{write_minute(start)}–{write_minute(end)}" for start, end in one.hours)
    return texts("calendar-days", days=days, kind=kind, hours=hours, why=_why(one.reason))


def _kind(one: UnusualDays) -> str:
    if one.hours:
        return "shorter" if one.is_shorter else "working"
    return "off" if one.first == one.last else "run"


def _own_line(one: CalendarException, texts: Texts) -> Html:
    return texts("calendar-own", **_own(one, texts))


def _own(one: CalendarException, texts: Texts) -> dict[str, str]:
    kind = {DayKind.OFF: "off", DayKind.WORKING: "working", DayKind.SHORTENED: "shorter"}[one.kind]
    return {"day": _day(one.date, texts), "kind": kind, "why": _why(one.reason)}


def _why(reason: str) -> str:
    return f" ({one_line(reason, _REASON)})" if reason else ""


def _known(municipality: Municipality, picture: CalendarPicture, texts: Texts) -> list[Html]:
    known, is_declared = day_in_figures(picture.known_until), int(bool(picture.declared))
    lines = [texts("calendar-known", until=known, is_declared=is_declared)]
    lines += [texts("calendar-provisional", year=str(year)) for year in picture.provisional]
    for year in picture.declared:
        lines.append(texts("calendar-declared", year=str(year), count=count_days(municipality, year)))
    if picture.missing_year is not None:
        lines.append(texts("calendar-missing", year=str(picture.missing_year)))
    if municipality.region:
        until = picture.regional_until
        lines.append(
            texts(
                "calendar-regional",
                region=municipality.region,
                until=day_in_figures(until) if until else "",
                is_known=int(until is not None and until >= picture.today),
            )
        )
    return lines


def _day(day: date, texts: Texts) -> str:
    return f"{texts.plain(f'day-{day.weekday()}')} {day:%d.%m.%Y}"
