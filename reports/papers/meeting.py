"""The fields of the paper for the head's meeting: agenda, figures, what is late, what has to be decided (R65)."""

from collections.abc import Sequence
from dataclasses import dataclass

from domain.municipality import Municipality
from domain.papers.meeting import Controlled, Ordered, Promised
from locales.texts import Texts
from reports.meeting import MeetingFigures
from reports.papers.causes import RoadRow, road_rows
from reports.papers.meeting_decisions import list_decisions
from reports.papers.meeting_departments import DepartmentBrief, list_briefs
from reports.papers.meeting_words import MeetingWords
from reports.papers.week import GrowthLine, growth_lines
from reports.papers.words import day_words, literal, moment_words, signed, terms_words

LISTED = 5
"""Rows of each table: a meeting that reads more of them decides nothing."""


@dataclass(frozen=True, slots=True)
class ControlLine:
    """An appeal that a leader has taken under control, or an instruction about one."""

    number: str
    what: str
    order: str
    who: str
    state: str


@dataclass(frozen=True, slots=True)
class PromiseLine:
    """What citizens were promised."""

    number: str
    what: str
    who: str
    day: str
    state: str


@dataclass(frozen=True, slots=True)
class MeetingFields:
    """Each is told of in docs/papers.md."""

    municipality: str
    legal_act: str
    days_words: str
    moment_words: str
    so_far: str
    agenda: tuple[str, ...]
    received: int
    received_words: str
    former_words: str
    change: str
    answered: int
    overdue: int
    terms: str
    decisions: tuple[str, ...]
    growth: tuple[GrowthLine, ...]
    control: tuple[ControlLine, ...]
    control_rest: int
    promises: tuple[PromiseLine, ...]
    promises_rest: int
    road_map: tuple[RoadRow, ...]
    road_rest: int
    departments: tuple[DepartmentBrief, ...]
    departments_without: str


def meeting_fields(
    town: Municipality, told: tuple[str, str], figures: MeetingFigures, texts: Texts
) -> MeetingFields:
    """`told`: the days in words, and a sentence where they are not over yet."""
    words = MeetingWords(town, texts, figures.today)
    standing = figures.standing
    decisions = list_decisions(figures, words)
    briefs = list_briefs(figures, words)
    control = [
        *(_ordered(one, words) for one in standing.ordered),
        *(_controlled(one, words) for one in standing.controlled if not _is_ordered(one, standing.ordered)),
    ]
    promises = [_promised(one, words) for one in standing.promised]
    road = road_rows(figures.road, texts)
    sections = (
        ("figures", True),
        ("decisions", bool(decisions)),
        ("growth", bool(figures.growth)),
        ("control", bool(control)),
        ("promises", bool(promises)),
        ("road", bool(road)),
        ("departments", any(one.questions for one in briefs)),
    )
    names = [texts.plain("meeting-agenda", item=item) for item, is_there in sections if is_there]
    return MeetingFields(
        municipality=literal(town.name),
        legal_act=literal(town.legal_act),
        days_words=told[0],
        moment_words=moment_words(standing.at.astimezone(words.zone)),
        so_far=told[1],
        agenda=tuple(f"{number}. {name}" for number, name in enumerate(names, 1)),
        received=figures.received,
        received_words=texts.plain("paper-appeals", count=figures.received),
        former_words=texts.plain("paper-former", count=figures.former_received),
        change=signed(figures.received - figures.former_received),
        answered=figures.answered,
        overdue=standing.day.overdue,
        terms=terms_words(figures.times, texts),
        decisions=tuple(f"{number}. {line}" for number, line in enumerate(decisions, 1)),
        growth=growth_lines(figures.growth, texts),
        control=tuple(control[:LISTED]),
        control_rest=max(len(control) - LISTED, 0),
        promises=tuple(promises[:LISTED]),
        promises_rest=max(len(promises) - LISTED, 0),
        road_map=road[:LISTED],
        road_rest=max(len(road) - LISTED, 0),
        departments=tuple(one for one in briefs if one.questions),
        departments_without=", ".join(one.name for one in briefs if not one.questions),
    )


def _is_ordered(one: Controlled, ordered: Sequence[Ordered]) -> bool:
    return one.number in {order.number for order in ordered}


def _controlled(one: Controlled, words: MeetingWords) -> ControlLine:
    since = day_words(one.controlled_at.astimezone(words.zone).date())
    return ControlLine(
        number=one.number,
        what=words.what(one),
        order=words.texts.plain("meeting-controlled", who=literal(one.controlled_by), day=since),
        who=words.department(one.department),
        state=words.texts.plain("meeting-control-state"),
    )


def _ordered(one: Ordered, words: MeetingWords) -> ControlLine:
    return ControlLine(
        number=one.number,
        what=words.what(one),
        order=words.texts.plain("meeting-ordered", who=literal(one.given_by), words=words.short(one.words)),
        who=words.department(one.department),
        state=words.order_state(one),
    )


def _promised(one: Promised, words: MeetingWords) -> PromiseLine:
    state = words.texts.plain(
        "meeting-promise-state", late="yes" if one.due_on < words.today else "no", count=one.moves
    )
    return PromiseLine(
        one.number, words.what(one), words.department(one.department), day_words(one.due_on), state
    )
