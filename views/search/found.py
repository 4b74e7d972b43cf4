"""What a search shows: how the words were understood, how many there are, a page of them with their numbers as buttons."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime
from typing import Final

from aiogram.types import ForceReply, InlineKeyboardButton

from domain.municipality import Municipality
from domain.papers.kinds import Paper
from domain.search.hits import PAGE, Hit, Search
from domain.search.periods import Period
from domain.search.query import Query
from domain.status import OPEN, Status
from domain.words.masking import mask_name
from locales.texts import Html, Texts, join_html
from views.buttons import Rows, button, in_even_rows, keyboard
from views.cards.people import mention
from views.cards.pinned import what
from views.measure import one_line
from views.moments import until, zone
from views.papers.callbacks import AppealPaperCallback
from views.parts import Part, Text
from views.rhythm.lines import department_name
from views.search.callbacks import FoundCallback, HistoryCallback, HitCallback

_IN_A_ROW: Final = 4
_WORDS_ROOM: Final = 120
_WHAT_ROOM: Final = 110


def prompt(texts: Texts, search: Search) -> list[Part]:
    """What can be looked for, by examples; the presser alone is asked."""
    who = mention(search.user_id, search.user_name, texts)
    markup = ForceReply(selective=True, input_field_placeholder=texts.plain("find-placeholder"))
    return [Text(texts("find-prompt", mention=who), markup, silent=True)]


def page(
    municipality: Municipality,
    texts: Texts,
    search: Search,
    query: Query,
    hits: Sequence[Hit],
    *,
    every: int,
    number: int,
    now: datetime,
    papers: Sequence[Paper] = (),
) -> list[Part]:
    """The page `number` (from 0) of `every` hits; `papers` can be ordered of what alone was found."""
    said = ", ".join(_understood(query, municipality, texts))
    if query.is_empty:
        lines = [texts("find-nothing-asked"), texts("find-try")]
    elif not every:
        lines = [texts("find-none", said=said), texts("find-try")]
    else:
        head = texts("find-head", count=every, said=said)
        lines = [head, *_pages(number, every, texts), *(_line(hit, municipality, texts, now) for hit in hits)]
    rows = [*_numbers(hits), *_of_one(hits, every, texts, papers), _turning(search, number, every, texts)]
    return [Text(join_html("\n", lines), keyboard(rows), silent=True)]


def _understood(query: Query, municipality: Municipality, texts: Texts) -> Iterator[str]:
    """Each condition in words, so that a word that was taken for another thing is seen at once."""
    if query.number:
        yield texts.plain("find-number", number=query.number)
    words = tuple(word for word in query.words if word != query.number)
    if words:
        yield texts.plain("find-words", words=one_line(mask_name(" ".join(words)), _WORDS_ROOM))
    for code in sorted(query.departments):
        yield texts.plain("find-department", department=department_name(code, municipality))
    yield from _states(query, texts)
    if query.overdue:
        yield texts.plain("find-overdue")
    if query.urgent:
        yield texts.plain("find-urgent")
    yield from _days(query.period, texts)


def _states(query: Query, texts: Texts) -> Iterator[str]:
    if query.states == OPEN:
        yield texts.plain("find-open")
    else:
        yield from (
            texts.plain("pinned-status", status=state.value) for state in Status if state in query.states
        )


def _days(period: Period, texts: Texts) -> Iterator[str]:
    since, last = period.since, period.until
    if since is not None and since == last:
        yield texts.plain("find-day", day=_day(since))
    else:
        if since is not None:
            yield texts.plain("find-since", day=_day(since))
        if last is not None:
            yield texts.plain("find-until", day=_day(last))


def _day(day: date) -> str:
    return f"{day:%d.%m.%Y}"


def _pages(number: int, every: int, texts: Texts) -> list[Html]:
    pages = -(-every // PAGE)
    return [texts("find-page", page=str(number + 1), pages=str(pages))] if pages > 1 else []


def _line(hit: Hit, municipality: Municipality, texts: Texts, now: datetime) -> Html:
    about = one_line(what(hit, municipality, texts), _WHAT_ROOM)
    state = texts.plain("pinned-status", status=hit.status)
    urgent = "yes" if hit.urgent else "no"
    if hit.due_at is None:
        return texts("find-line", urgent=urgent, number=hit.number, what=about, state=state)
    moment = until(hit.due_at, now, zone(municipality), texts)
    late = "yes" if hit.due_at < now else "no"
    return texts(
        "find-line-due",
        urgent=urgent,
        number=hit.number,
        what=about,
        state=state,
        moment=moment,
        late=late,
    )


def _numbers(hits: Sequence[Hit]) -> list[list[InlineKeyboardButton]]:
    return in_even_rows([button(hit.number, HitCallback(appeal=hit.id)) for hit in hits], _IN_A_ROW)


def _of_one(hits: Sequence[Hit], every: int, texts: Texts, papers: Sequence[Paper]) -> Rows:
    """Of the one that was looked for; of several nobody could say whose it is."""
    if every != 1:
        return []
    hit = hits[0]
    ordered = [
        button(texts.plain(f"button-paper-{paper.value}"), AppealPaperCallback(paper=paper, appeal=hit.id))
        for paper in papers
    ]
    return [[button(texts.plain("button-history"), HistoryCallback(appeal=hit.id))], ordered]


def _turning(search: Search, number: int, every: int, texts: Texts) -> list[InlineKeyboardButton]:
    row = []
    if number:
        row.append(
            button(texts.plain("button-found-before"), FoundCallback(search=search.id, page=number - 1))
        )
    if every > (number + 1) * PAGE:
        row.append(
            button(texts.plain("button-found-after"), FoundCallback(search=search.id, page=number + 1))
        )
    return row
