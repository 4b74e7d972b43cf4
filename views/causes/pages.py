"""The pages about causes: topics, a topic, a cause, a measure, the road map."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final, TypeVar
from zoneinfo import ZoneInfo

from aiogram.types import InlineKeyboardButton

from domain.causes.causes import Board, GrownTopic, Measure, RootCause
from domain.causes.pages import CauseAct, CauseAsk, CausePage, CausePlace
from domain.municipality import Municipality
from locales.texts import Html, Texts, join_html
from views.buttons import Rows, button, in_rows, keyboard
from views.causes import lines
from views.causes.callbacks import CauseGo, CauseSet, CauseWords
from views.causes.measure import measure_page
from views.measure import one_line
from views.moments import day_in_figures, zone
from views.parts import Part, Text

_TOPICS: Final = 10
"""On a leaf of the list, and of the choice."""
_CAUSES: Final = 8
_MEASURES: Final = 10
_CLOSED: Final = 3
"""Closed causes that a topic still shows, the last ones."""


@dataclass(frozen=True, slots=True)
class PageFacts:
    """What a page is drawn from. `reads`: other pages are all that can be pressed."""

    town: Municipality
    board: Board
    today: date
    reads: bool


Item = TypeVar("Item")
Drawn = tuple[list[Html], Rows]


def page(texts: Texts, facts: PageFacts, place: CausePlace) -> list[Part]:
    """The page as it stands; what is gone says so and leads back."""
    head, rows = _PAGES[place.page](texts, facts, place)
    return [Text(join_html("\n", head), keyboard(rows), silent=True)]


def go(texts: Texts, key: str, place: CausePlace) -> InlineKeyboardButton:
    """A button that leads to another page."""
    return button(texts.plain(key), CauseGo(page=place.page, of=place.of, at=place.at))


def _topics(texts: Texts, facts: PageFacts, place: CausePlace) -> Drawn:
    every = facts.board.list_topics()
    shown = _leaf(every, place.at, _TOPICS)
    grown = {one.topic: one for one in facts.board.grown}
    head = [texts("causes-head")]
    if not every:
        head.append(texts("causes-none-read" if facts.reads else "causes-none"))
    rows: Rows = []
    for topic in shown:
        head += _topic_lines(topic, grown.get(topic), texts, facts)
        rows.append([_topic_button(topic, texts, facts)])
    rows.append(_leaves(texts, place, len(every), _TOPICS))
    roadmap = go(texts, "button-roadmap", CausePlace(CausePage.ROADMAP))
    add = [] if facts.reads else [go(texts, "button-cause-add", CausePlace(CausePage.CHOICE))]
    return head, [*rows, [*add, roadmap]]


def _topic_lines(topic: str, grown: GrownTopic | None, texts: Texts, facts: PageFacts) -> Iterator[Html]:
    causes = facts.board.list_open(topic)
    name = lines.topic_name(topic, facts.town)
    if grown is not None:
        named = "-named" if causes else ""
        if grown.surged_on is None:
            yield texts(f"causes-grown{named}", topic=name, count=str(grown.count), usual=str(grown.usual))
        else:
            yield texts(f"causes-surged{named}", topic=name, day=day_in_figures(grown.surged_on))
    if causes:
        standing = {one.id for one in causes}
        to_do = [one for one in facts.board.list_to_do() if one.cause_id in standing]
        late = sum(one.is_late(facts.today) for one in to_do)
        counts = {"causes": str(len(causes)), "measures": str(len(to_do))}
        if late:
            yield texts("causes-topic-late", topic=name, late=str(late), **counts)
        else:
            yield texts("causes-topic", topic=name, **counts)


def _topic_button(topic: str, texts: Texts, facts: PageFacts) -> InlineKeyboardButton:
    name, causes = lines.topic_name(topic, facts.town), facts.board.list_open(topic)
    if causes or facts.reads:
        label = texts.plain("topic-button", topic=name, causes=str(len(causes)))
        return button(label, CauseGo(page=CausePage.TOPIC, of=topic))
    asked = CauseWords(ask=CauseAsk.CAUSE, of=topic)
    return button(texts.plain("topic-button-grown", topic=name), asked)


def _choice(texts: Texts, facts: PageFacts, place: CausePlace) -> Drawn:
    topics = facts.town.topics
    if facts.reads or not topics:
        return [texts("cause-no-topics")], [_back(texts)]
    shown = _leaf(topics, place.at, _TOPICS)
    rows = in_rows(
        [
            button(lines.topic_name(one.code, facts.town), CauseWords(ask=CauseAsk.CAUSE, of=one.code))
            for one in shown
        ],
        2,
    )
    return [texts("cause-choice")], [*rows, _leaves(texts, place, len(topics), _TOPICS), _back(texts)]


def _topic(texts: Texts, facts: PageFacts, place: CausePlace) -> Drawn:
    own = [one for one in facts.board.causes if one.topic == place.of]
    closed = [one for one in own if not one.is_open][-_CLOSED:]
    every = [*(one for one in own if one.is_open), *closed]
    shown = _leaf(every, place.at, _CAUSES)
    head = [texts("topic-head", topic=lines.topic_name(place.of, facts.town))]
    if not every:
        head.append(texts("topic-none"))
    rows: Rows = []
    for number, cause in enumerate(shown, place.at * _CAUSES + 1):
        words = one_line(cause.words, lines.WORDS_ROOM)
        head.append(texts("topic-cause", number=str(number), words=words, state=cause.state.value))
        if cause.is_open:
            head += _measure_lines(cause, texts, facts)
        label = texts.plain("cause-button", number=str(number), words=one_line(words, lines.BUTTON_ROOM))
        rows.append([button(label, CauseGo(page=CausePage.CAUSE, of=str(cause.id)))])
    rows.append(_leaves(texts, place, len(every), _CAUSES))
    is_known = facts.town.find_topic(place.of) is not None
    add = button(texts.plain("button-cause-add"), CauseWords(ask=CauseAsk.CAUSE, of=place.of))
    return head, [*rows, [add] if is_known and not facts.reads else [], _back(texts)]


def _cause(texts: Texts, facts: PageFacts, place: CausePlace) -> Drawn:
    cause = next((one for one in facts.board.causes if str(one.id) == place.of), None)
    if cause is None:
        return [texts("cause-gone")], [_back(texts)]
    measures = facts.board.list_measures(cause.id)
    head = [
        texts("cause-head", topic=lines.topic_name(cause.topic, facts.town)),
        texts("cause-words", words=cause.words),
        _cause_noted(cause, texts, zone(facts.town)),
        *(_measure_lines(cause, texts, facts) or [texts("cause-no-measures")]),
    ]
    shown = _leaf(measures, place.at, _MEASURES)
    rows: Rows = [[_measure_button(one, texts, facts.today)] for one in shown]
    rows.append(_leaves(texts, place, len(measures), _MEASURES))
    back = go(texts, "button-causes-back", CausePlace(CausePage.TOPIC, cause.topic))
    return head, [*rows, *([] if facts.reads else _cause_buttons(cause, texts)), [back]]


def _cause_noted(cause: RootCause, texts: Texts, tz: ZoneInfo) -> Html:
    if cause.closed_at is None:
        return texts(
            "cause-noted", who=cause.noted_by, day=day_in_figures(cause.noted_at.astimezone(tz).date())
        )
    day = day_in_figures(cause.closed_at.astimezone(tz).date())
    return texts("cause-closed", state=cause.state.value, who=cause.closed_by or "", day=day)


def _cause_buttons(cause: RootCause, texts: Texts) -> Rows:
    def press(key: str, act: CauseAct) -> InlineKeyboardButton:
        return button(texts.plain(key), CauseSet(act=act, of=cause.id))

    if not cause.is_open:
        return [[press("button-cause-reopen", CauseAct.REOPEN)]]
    add = button(texts.plain("button-measure-add"), CauseWords(ask=CauseAsk.MEASURE, of=str(cause.id)))
    ends = [
        press("button-cause-removed", CauseAct.REMOVED),
        press("button-cause-refuted", CauseAct.REFUTED),
    ]
    return [[add], ends]


def _measure_lines(cause: RootCause, texts: Texts, facts: PageFacts) -> list[Html]:
    measures = facts.board.list_measures(cause.id)[:_MEASURES]
    return [lines.measure_line(one, facts.town, texts, facts.today) for one in measures]


def _measure_button(measure: Measure, texts: Texts, today: date) -> InlineKeyboardButton:
    words = one_line(measure.words, lines.BUTTON_ROOM)
    label = texts.plain("measure-button", state=lines.state(measure, today), words=words)
    return button(label, CauseGo(page=CausePage.MEASURE, of=str(measure.id)))


def _measure(texts: Texts, facts: PageFacts, place: CausePlace) -> Drawn:
    measure = next((one for one in facts.board.measures if str(one.id) == place.of), None)
    cause = next((one for one in facts.board.causes if measure and one.id == measure.cause_id), None)
    if measure is None or cause is None:
        return [texts("cause-gone")], [_back(texts)]
    head, rows = measure_page(texts, facts.town, cause, measure, place, today=facts.today, reads=facts.reads)
    back = go(texts, "button-causes-back", CausePlace(CausePage.CAUSE, str(cause.id)))
    return head, [*rows, [back]]


def _roadmap(texts: Texts, facts: PageFacts, place: CausePlace) -> Drawn:
    measures = facts.board.list_to_do()
    late = sum(one.is_late(facts.today) for one in measures)
    topics = {one.id: one.topic for one in facts.board.causes}
    head = [_roadmap_head(len(measures), late, texts)]
    shown = _leaf(measures, place.at, _MEASURES)
    for one in shown:
        line = lines.measure_line(one, facts.town, texts, facts.today)
        topic = lines.topic_name(topics[one.cause_id], facts.town)
        head.append(texts("roadmap-line", line=line, topic=topic))
    rows: Rows = [[_measure_button(one, texts, facts.today)] for one in shown]
    back = go(texts, "button-causes", CausePlace())
    return head, [*rows, _leaves(texts, place, len(measures), _MEASURES), [back]]


def _roadmap_head(count: int, late: int, texts: Texts) -> Html:
    if late:
        return texts("roadmap-head-late", count=str(count), late=str(late))
    return texts("roadmap-head", count=str(count)) if count else texts("roadmap-none")


def _back(texts: Texts) -> list[InlineKeyboardButton]:
    return [go(texts, "button-causes-back", CausePlace())]


def _leaf(items: Sequence[Item], at: int, size: int) -> Sequence[Item]:
    return items[at * size : (at + 1) * size]


def _leaves(texts: Texts, place: CausePlace, count: int, size: int) -> list[InlineKeyboardButton]:
    """The way to the leaf before and the one after, where there are any."""
    before = CausePlace(place.page, place.of, place.at - 1)
    after = CausePlace(place.page, place.of, place.at + 1)
    back = [go(texts, "button-leaf-back", before)] if place.at else []
    return [*back, *([go(texts, "button-leaf-on", after)] if (place.at + 1) * size < count else [])]


_Draw = Callable[[Texts, PageFacts, CausePlace], Drawn]
_PAGES: Final[Mapping[CausePage, _Draw]] = {
    CausePage.TOPICS: _topics,
    CausePage.CHOICE: _choice,
    CausePage.TOPIC: _topic,
    CausePage.CAUSE: _cause,
    CausePage.MEASURE: _measure,
    CausePage.DEPARTMENT: _measure,
    CausePage.PERSON: _measure,
    CausePage.ROADMAP: _roadmap,
}
