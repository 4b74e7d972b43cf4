"""The day's summary: the verdict first, at most eight lines, and the two lists behind it."""

from collections.abc import Iterator, Sequence
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
from views.measure import one_line
from views.moments import zone
from views.papers.orders import paper_rows
from views.parts import Part, Text
from views.rhythm.callbacks import SummaryCallback, SummaryView
from views.rhythm.lines import department_name, moment_in_words, overdue_line

PAGE: Final = 10
"""Lines of a list on one page."""
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
) -> list[Part]:
    """One day in full; `earlier` days, of which nobody was told in time, in a line each. `late`: when it was written.

    `today`: somebody has asked for it, and may want a paper too. `in_place_of`: for whom it is read.
    """
    lines = [
        _verdict(figures, texts),
        *_whose(figures.period, municipality, texts, late),
        *_details(figures, municipality, texts),
        *([texts("summary-earlier")] if earlier else []),
        *(_in_a_line(one, texts) for one in earlier),
        *([texts("summary-in-place-of", names=one_line(in_place_of, _NAMES_ROOM))] if in_place_of else []),
    ]
    papers = paper_rows(texts, today) if today else []
    return [Text(join_html("\n", lines), keyboard([_buttons(figures, texts), *papers]), silent=silent)]


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


def _details(figures: DayFigures, municipality: Municipality, texts: Texts) -> Iterator[Html]:
    if figures.present is not None and figures.present.in_hand:
        yield _in_hand(figures.present, texts)
    if len(figures.channels) > 1:
        yield texts("summary-channels", list=_channels(figures, municipality))
    if figures.closed:
        yield texts("summary-closed", count=figures.closed)
    if any(one.overdue for one in figures.departments):
        yield texts("summary-overdue", list=_worst(figures.departments, municipality, texts))
    if figures.present is not None and figures.present.needed:
        yield _needed(figures.present, texts)


def _in_hand(present: Present, texts: Texts) -> Html:
    statuses = [
        texts.plain(f"summary-status-{status.value}", count=present.statuses[status])
        for status in Status
        if present.statuses.get(status)
    ]
    if present.urgent:
        statuses.append(texts.plain("summary-urgent", count=present.urgent))
    return texts("summary-in-hand", count=present.in_hand, list=", ".join(statuses))


def _channels(figures: DayFigures, municipality: Municipality) -> str:
    names = {channel.code: channel.name for channel in municipality.channels}
    counted = (
        f"{one_line(names.get(code, code), _NAME_ROOM)} {count}" for code, count in figures.channels.items()
    )
    return ", ".join(counted)


def _worst(departments: Sequence[DepartmentFigures], municipality: Municipality, texts: Texts) -> str:
    late = [one for one in worst_first(departments) if one.overdue]
    said = [f"{department_name(one.code, municipality)} {one.overdue}" for one in late[:NAMED]]
    if len(late) > NAMED:
        said.append(texts.plain("summary-more", count=len(late) - NAMED))
    return ", ".join(said)


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
    return [Text(html, keyboard(_turning(SummaryView.OVERDUE, day, page, every, texts)))]


def departments(municipality: Municipality, texts: Texts, figures: DayFigures, *, page: int) -> list[Part]:
    """Each department in a line, whoever has to be asked on top."""
    found = worst_first(figures.departments)
    period = figures.period
    head = (
        texts("departments-head", day=day_in_words(period.day, texts))
        if period.is_whole
        else texts("departments-so-far", moment=moment_in_words(period.until, municipality))
    )
    lines = [_department(one, municipality, texts) for one in found[page * PAGE : (page + 1) * PAGE]]
    day = period.day if period.is_whole else None
    rows = _turning(SummaryView.DEPARTMENTS, day, page, len(found), texts)
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
    view: SummaryView, day: date | None, page: int, every: int, texts: Texts
) -> list[list[InlineKeyboardButton]]:
    number = _number(day)
    turns = []
    if page:
        before = SummaryCallback(view=view, day=number, page=page - 1)
        turns.append(button(texts.plain("button-page-before"), before))
    if every > (page + 1) * PAGE:
        after = SummaryCallback(view=view, day=number, page=page + 1)
        turns.append(button(texts.plain("button-page-after"), after))
    back = SummaryCallback(view=SummaryView.DAY, day=number)
    return [turns, [button(texts.plain("button-summary"), back)]]


def _number(day: date | None) -> int:
    return day.toordinal() if day else 0
