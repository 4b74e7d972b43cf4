"""The day's summary: the verdict first, at most eight lines, and the two lists behind it."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime
from typing import Final

from aiogram.types import InlineKeyboardButton

from domain.municipality import Municipality
from domain.rhythm.days import Period
from domain.rhythm.figures import NAMED, DayFigures, DepartmentFigures, Present, WorkItem, worst_first
from domain.status import Status
from locales.days import day_in_words, period_in_words
from locales.texts import Html, Texts, escape, join_html
from views.buttons import button, keyboard
from views.measure import UNDER_A_PHOTO, one_line, visible_len
from views.moments import zone
from views.papers.orders import paper_rows
from views.parts import Part, Photo, Text
from views.rhythm.callbacks import SummaryCallback, SummaryView
from views.rhythm.lines import department_name, moment_in_words, overdue_line

LINES: Final = 8
"""So many a summary has at most."""
OVERDUE_PAGE: Final = 5
DEPARTMENTS_PAGE: Final = 8
"""Lines of a list on one page: the longest of them fit under the summary's picture."""
_NEEDED: Final = 9
_NAME_ROOM: Final = 40
_NAMES_ROOM: Final = 150


def day(
    municipality: Municipality,
    texts: Texts,
    figures: DayFigures,
    *,
    earlier: Sequence[DayFigures] = (),
    late: datetime | None = None,
    silent: bool = False,
    today: date | None = None,
    in_place_of: str = "",
    png: bytes | None = None,
) -> list[Part]:
    """One day in full; `earlier` days, of which nobody was told in time, in a line each. `late`: when it was written.

    `today`: somebody has asked for it, and may want a paper too. `in_place_of`: for whom it is read. `png`: its picture.
    """
    head = [_verdict(figures, texts), *_whose(figures.period, municipality, texts, late)]
    details = list(_details(figures, municipality, texts))
    foot = [texts("summary-in-place-of", names=one_line(in_place_of, _NAMES_ROOM))] if in_place_of else []
    html = _first_fit(
        join_html("\n", [*head, *kept, *days, *foot])
        for kept in _shorter(details)
        for days in _fewer(earlier, texts)
    )
    papers = paper_rows(texts, today) if today else []
    markup = keyboard([_buttons(figures, texts), *papers])
    return [Photo(png, html, markup, silent=silent) if png else Text(html, markup, silent=silent)]


def _verdict(figures: DayFigures, texts: Texts) -> Html:
    if figures.is_quiet:
        return texts("summary-quiet")
    said = texts(
        "summary-verdict",
        received=figures.received,
        answered=figures.answered,
        overdue=figures.overdue,
    )
    if figures.present is None:
        return said
    return join_html(" ", [said, texts("summary-needs", count=figures.needs)])


def _whose(period: Period, municipality: Municipality, texts: Texts, late: datetime | None) -> Iterator[Html]:
    yield escape(period_in_words(period, zone(municipality), texts))
    if late is not None:
        yield texts("summary-late", moment=moment_in_words(late, municipality))


def _first_fit(tries: Iterable[Html]) -> Html:
    """The first that a picture bears; the shortest, where none does."""
    html = Html()
    for html in tries:
        if html.count("\n") < LINES and visible_len(html) <= UNDER_A_PHOTO:
            break
    return html


def _shorter(details: Sequence[tuple[int, Html]]) -> Iterator[list[Html]]:
    """All of them, then without the one that can be spared first, and so on; what weighs `_NEEDED` stays."""
    weights = sorted({weight for weight, _ in details if weight < _NEEDED})
    for least in (0, *(weight + 1 for weight in weights)):
        yield [line for weight, line in details if weight >= least]


def _fewer(earlier: Sequence[DayFigures], texts: Texts) -> Iterator[list[Html]]:
    """All of them, then without the oldest, and so on; one stays, and how many there are is told."""
    if not earlier:
        yield []
    for first in range(len(earlier)):
        head = texts("summary-earlier-last", count=len(earlier)) if first else texts("summary-earlier")
        yield [head, *(_in_a_line(one, texts) for one in earlier[first:])]


def _details(figures: DayFigures, municipality: Municipality, texts: Texts) -> Iterator[tuple[int, Html]]:
    """Each with its weight: what is spared first where all would be more than a picture bears weighs least."""
    if figures.present is not None and figures.present.in_hand:
        yield 3, _in_hand(figures.present, texts)
    if len(figures.channels) > 1:
        yield 2, texts("summary-channels", list=_channels(figures, municipality, texts))
    if figures.present is not None and figures.present.shelved:
        yield 0, texts("summary-shelved", count=figures.present.shelved)
    if figures.closed:
        yield 1, texts("summary-closed", count=figures.closed)
    if any(one.overdue for one in figures.departments):
        yield 4, texts("summary-overdue", list=_worst(figures.departments, municipality, texts))
    if figures.present is not None and figures.present.needed:
        yield _NEEDED, _needed(figures.present, texts)


def _in_hand(present: Present, texts: Texts) -> Html:
    statuses = [
        texts.plain(f"summary-status-{status.value}", count=present.statuses[status])
        for status in Status
        if present.statuses.get(status)
    ]
    if present.urgent:
        statuses.append(texts.plain("summary-urgent", count=present.urgent))
    return texts("summary-in-hand", count=present.in_hand, list=", ".join(statuses))


def _channels(figures: DayFigures, municipality: Municipality, texts: Texts) -> str:
    names = {channel.code: channel.name for channel in municipality.channels}
    counted = [
        f"{one_line(names.get(code, code), _NAME_ROOM)} {count}" for code, count in figures.channels.items()
    ]
    return _first_of(counted, texts)


def _worst(departments: Sequence[DepartmentFigures], municipality: Municipality, texts: Texts) -> str:
    late = [one for one in worst_first(departments) if one.overdue]
    return _first_of([f"{department_name(one.code, municipality)} {one.overdue}" for one in late], texts)


def _first_of(said: Sequence[str], texts: Texts) -> str:
    more = [texts.plain("summary-more", count=len(said) - NAMED)] if len(said) > NAMED else []
    return ", ".join([*said[:NAMED], *more])


def _needed(present: Present, texts: Texts) -> Html:
    said = list(present.needed)
    if present.needs > len(said):
        said.append(texts.plain("summary-more", count=present.needs - len(said)))
    return texts("summary-needed", list=", ".join(said))


def _in_a_line(figures: DayFigures, texts: Texts) -> Html:
    return texts(
        "summary-earlier-day",
        day=day_in_words(figures.period.day, texts),
        received=figures.received,
        answered=figures.answered,
        overdue=figures.overdue,
    )


def _buttons(figures: DayFigures, texts: Texts) -> list[InlineKeyboardButton]:
    day = _number(figures.period.day if figures.period.is_whole else None)
    row = []
    if figures.overdue and figures.present is not None:
        row.append(button(texts.plain("button-overdue"), SummaryCallback(view=SummaryView.OVERDUE, day=day)))
    if figures.departments:
        row.append(
            button(
                texts.plain("button-by-department"), SummaryCallback(view=SummaryView.DEPARTMENTS, day=day)
            )
        )
    return row


def overdue(
    municipality: Municipality,
    texts: Texts,
    items: Sequence[WorkItem],
    *,
    now: datetime,
    day: date | None,
    page: int,
) -> list[Part]:
    """What is late at this moment, the longest first; numbers, who has it, since when."""
    every = items[0].every if items else 0
    moment = moment_in_words(now, municipality)
    head = (
        texts("overdue-head", count=every, moment=moment) if every else texts("overdue-none", moment=moment)
    )
    html = join_html("\n", [head, *(overdue_line(item, municipality, texts) for item in items)])
    rows = _turning(SummaryView.OVERDUE, day, page, texts, more=every > (page + 1) * OVERDUE_PAGE)
    return [Text(html, keyboard(rows))]


def departments(municipality: Municipality, texts: Texts, figures: DayFigures, *, page: int) -> list[Part]:
    """Each department in a line, whoever has to be asked on top."""
    found = worst_first(figures.departments)
    period = figures.period
    head = (
        texts("departments-head", day=day_in_words(period.day, texts))
        if period.is_whole
        else texts("departments-so-far", moment=moment_in_words(period.until, municipality))
    )
    shown = found[page * DEPARTMENTS_PAGE : (page + 1) * DEPARTMENTS_PAGE]
    lines = [_department(one, municipality, texts) for one in shown]
    day = period.day if period.is_whole else None
    more = len(found) > (page + 1) * DEPARTMENTS_PAGE
    rows = _turning(SummaryView.DEPARTMENTS, day, page, texts, more=more)
    return [Text(join_html("\n", [head, *lines]), keyboard(rows))]


def _department(one: DepartmentFigures, municipality: Municipality, texts: Texts) -> Html:
    return texts(
        "department-figures",
        department=department_name(one.code, municipality),
        given=one.given,
        answered=one.answered,
        hand=one.in_hand,
        overdue=one.overdue,
    )


def _turning(
    view: SummaryView, day: date | None, page: int, texts: Texts, *, more: bool
) -> list[list[InlineKeyboardButton]]:
    number = _number(day)
    turns = []
    if page:
        before = SummaryCallback(view=view, day=number, page=page - 1)
        turns.append(button(texts.plain("button-page-before"), before))
    if more:
        after = SummaryCallback(view=view, day=number, page=page + 1)
        turns.append(button(texts.plain("button-page-after"), after))
    back = SummaryCallback(view=SummaryView.DAY, day=number)
    return [turns, [button(texts.plain("button-summary"), back)]]


def _number(day: date | None) -> int:
    return day.toordinal() if day else 0
