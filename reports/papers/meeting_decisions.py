"""What the head has to decide: drawn from what is late and from what nobody answers for yet, a line for each kind."""

from collections import Counter
from collections.abc import Iterator

from reports.causes import RoadLine, RoadState
from reports.meeting import MeetingFigures
from reports.papers.meeting_words import MeetingWords
from reports.papers.words import literal, one_place

_NAMED = 6
"""Things in one line; of the rest it says how many."""


def list_decisions(figures: MeetingFigures, words: MeetingWords) -> list[str]:
    """The gravest first: broken promises and instructions, then departments that are late, measures, causes."""
    promises = [one.number for one in figures.standing.promised if one.due_on < figures.today]
    orders = [one.number for one in figures.standing.ordered if words.is_late(one)]
    late = Counter(map(words.holder, figures.standing.overdue))
    holders = [
        words.texts.plain("meeting-named", name=name, count=str(count)) for name, count in late.most_common()
    ]
    found = (
        ("meeting-decide-promises", promises),
        ("meeting-decide-instructions", orders),
        ("meeting-decide-late", holders),
        ("meeting-decide-measures", _measures(figures.road, RoadState.LATE, words)),
        ("meeting-decide-unset", _measures(figures.road, RoadState.UNSET, words)),
        ("meeting-decide-causes", _causes(figures.road, words)),
        ("meeting-decide-growth", list(_growth(figures, words))),
    )
    return [words.texts.plain(key, named=_listed(named, words)) for key, named in found if named]


def _listed(named: list[str], words: MeetingWords) -> str:
    shown, rest = "; ".join(named[:_NAMED]), len(named) - _NAMED
    return words.texts.plain("meeting-numbers", named=shown, count=str(rest)) if rest > 0 else shown


def _measures(road: tuple[RoadLine, ...], state: RoadState, words: MeetingWords) -> list[str]:
    return [
        words.texts.plain("meeting-measure", words=words.short(one.measure), who=literal(one.department))
        if one.department
        else words.texts.plain("meeting-quoted", words=words.short(one.measure))
        for one in road
        if one.state is state
    ]


def _causes(road: tuple[RoadLine, ...], words: MeetingWords) -> list[str]:
    return [
        words.texts.plain("meeting-cause", topic=literal(one.topic), words=words.short(one.cause))
        for one in road
        if one.state is RoadState.NONE
    ]


def _growth(figures: MeetingFigures, words: MeetingWords) -> Iterator[str]:
    for one in figures.growth:
        if not one.given:
            yield words.texts.plain(
                "meeting-grown", topic=literal(one.name), count=str(one.count), usual=one_place(one.usual)
            )
