"""A measure's page: what it lacks is asked for, one thing after another; then what can be done with it."""

from datetime import date
from typing import Final

from aiogram.types import InlineKeyboardButton

from domain.causes.causes import Measure, RootCause
from domain.causes.pages import CauseAct, CauseAsk, CausePage, CausePlace
from domain.causes.terms import list_terms
from domain.municipality import Municipality
from domain.words.names import short_name
from locales.texts import Html, Texts
from views.buttons import Rows, button, in_rows
from views.causes import lines
from views.causes.callbacks import CauseGo, CauseSet, CauseWords
from views.measure import one_line
from views.moments import day_in_figures, zone

_LEAF: Final = 12
_NAME_ROOM: Final = 40
_TERMS: Final = ("week", "fortnight", "month", "quarter")
"""As texts call what `list_terms` offers."""


def measure_page(
    texts: Texts,
    town: Municipality,
    cause: RootCause,
    measure: Measure,
    place: CausePlace,
    *,
    today: date,
    reads: bool,
) -> tuple[list[Html], Rows]:
    """Its lines and its buttons, without the way back."""
    head = [
        texts("measure-head", topic=lines.topic_name(cause.topic, town)),
        texts("cause-words", words=measure.words),
        texts("measure-of", words=one_line(cause.words, lines.WORDS_ROOM)),
        *measure_facts(measure, town, texts, today),
    ]
    if reads:
        return head, []
    if not measure.is_open:
        return head, [[_set(texts.plain("button-measure-resume"), CauseAct.RESUME, measure)]]
    if measure.due is None:
        return [*head, texts("measure-ask-term")], _terms(measure, texts, today)
    if measure.department is None or place.page is CausePage.DEPARTMENT:
        return [*head, texts("measure-ask-department")], _departments(measure, town, texts, place)
    if place.page is CausePage.PERSON:
        return [*head, texts("measure-ask-person")], _people(measure, town, texts, place)
    return head, _deeds(measure, texts)


def measure_facts(
    measure: Measure, town: Municipality, texts: Texts, today: date, *, calls: bool = False
) -> list[Html]:
    """Until when, who, and the last words about it. `calls`: whoever answers for it is mentioned, so that the phone rings."""
    found = []
    if measure.due is not None:
        late = "yes" if measure.is_late(today) else "no"
        found.append(texts("measure-term", due=day_in_figures(measure.due), late=late))
    if measure.moves:
        found.append(texts("measure-moves", count=str(measure.moves)))
    if measure.department is not None:
        found.append(texts("measure-who", who=lines.who(measure, town, texts, calls=calls)))
    if measure.said is not None and measure.said_at is not None:
        day = day_in_figures(measure.said_at.astimezone(zone(town)).date())
        facts = {"who": measure.said_by or "", "day": day, "said": measure.said}
        found.append(texts("measure-said", state=measure.state.value, **facts))
    return found


def done_button(measure: Measure, texts: Texts) -> InlineKeyboardButton:
    """`Выполнено`, on the page and under what the department was told."""
    return button(texts.plain("button-measure-done"), CauseWords(ask=CauseAsk.DONE, of=str(measure.id)))


def _terms(measure: Measure, texts: Texts, today: date) -> Rows:
    offered = [
        _set(
            texts.plain("term-button", state=called, due=day_in_figures(due)),
            CauseAct.TERM,
            measure,
            str(due.toordinal()),
        )
        for called, due in zip(_TERMS, list_terms(today), strict=True)
    ]
    return [*in_rows(offered, 1), [_ask(texts, "button-term-words", CauseAsk.TERM, measure)]]


def _departments(measure: Measure, town: Municipality, texts: Texts, place: CausePlace) -> Rows:
    shown = town.departments[place.at * _LEAF : (place.at + 1) * _LEAF]
    rows = in_rows(
        [
            _set(one_line(one.short or one.name, _NAME_ROOM), CauseAct.DEPARTMENT, measure, one.code)
            for one in shown
        ],
        2,
    )
    return [*rows, _leaves(texts, CausePage.DEPARTMENT, measure, place.at, len(town.departments))]


def _people(measure: Measure, town: Municipality, texts: Texts, place: CausePlace) -> Rows:
    people = [one for one in town.staff if measure.department in one.departments]
    shown = people[place.at * _LEAF : (place.at + 1) * _LEAF]
    rows = in_rows(
        [
            _set(one_line(short_name(one.name), _NAME_ROOM), CauseAct.PERSON, measure, str(one.id))
            for one in shown
        ],
        2,
    )
    nobody = _set(texts.plain("button-nobody"), CauseAct.PERSON, measure, "0")
    return [*rows, _leaves(texts, CausePage.PERSON, measure, place.at, len(people)), [nobody]]


def _deeds(measure: Measure, texts: Texts) -> Rows:
    give = CauseGo(page=CausePage.DEPARTMENT, of=str(measure.id))
    person = CauseGo(page=CausePage.PERSON, of=str(measure.id))
    return [
        [done_button(measure, texts), _ask(texts, "button-measure-move", CauseAsk.MOVE, measure)],
        [
            button(texts.plain("button-measure-give"), give),
            button(texts.plain("button-measure-person"), person),
        ],
        [_ask(texts, "button-measure-drop", CauseAsk.DROP, measure)],
    ]


def _leaves(
    texts: Texts, page: CausePage, measure: Measure, at: int, count: int
) -> list[InlineKeyboardButton]:
    of = str(measure.id)
    back = CauseGo(page=page, of=of, at=max(at - 1, 0))
    more = CauseGo(page=page, of=of, at=at + 1)
    return [
        *([button(texts.plain("button-leaf-back"), back)] if at else []),
        *([button(texts.plain("button-leaf-on"), more)] if (at + 1) * _LEAF < count else []),
    ]


def _set(label: str, act: CauseAct, measure: Measure, value: str = "") -> InlineKeyboardButton:
    return button(label, CauseSet(act=act, of=measure.id, value=value))


def _ask(texts: Texts, key: str, ask: CauseAsk, measure: Measure) -> InlineKeyboardButton:
    return button(texts.plain(key), CauseWords(ask=ask, of=str(measure.id)))
