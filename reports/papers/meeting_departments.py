"""What each department's head can be asked at the meeting."""

from collections.abc import Iterator
from dataclasses import dataclass

from domain.municipality import Department
from domain.rhythm.figures import DepartmentFigures
from reports.causes import RoadState
from reports.meeting import MeetingFigures
from reports.papers.meeting_words import MeetingWords
from reports.papers.words import day_words, literal, one_place

_MOST = 8
"""Questions: half a page."""


@dataclass(frozen=True, slots=True)
class DepartmentBrief:
    """`figures`: given, answered and overdue, «5 / 4 / 6»; `questions`: empty where there is nothing to be asked."""

    name: str
    figures: str
    questions: str


def list_briefs(figures: MeetingFigures, words: MeetingWords) -> list[DepartmentBrief]:
    """In the order of the municipality's own list, those with most that is overdue first; then who else holds what is overdue."""
    known = {one.code: one for one in figures.standing.day.departments}
    order = sorted(
        words.town.departments, key=lambda one: -known.get(one.code, DepartmentFigures(one.code)).overdue
    )
    briefs = [_brief(one, known.get(one.code, DepartmentFigures(one.code)), figures, words) for one in order]
    return [*briefs, *_list_others(figures, words)]


def _list_others(figures: MeetingFigures, words: MeetingWords) -> Iterator[DepartmentBrief]:
    """Coordinators and approvers, and departments that are no more."""
    codes = {one.code for one in words.town.departments}
    items = [one for one in figures.standing.overdue if one.department not in codes]
    for name in dict.fromkeys(map(words.holder, items)):
        numbers = words.numbers([one for one in items if words.holder(one) == name])
        yield DepartmentBrief(name, "", words.texts.plain("meeting-ask-late", numbers=numbers))


def _brief(
    department: Department, own: DepartmentFigures, figures: MeetingFigures, words: MeetingWords
) -> DepartmentBrief:
    said = words.texts.plain(
        "meeting-department",
        given=str(own.given),
        answered=str(own.answered),
        overdue=str(own.overdue),
    )
    questions = list(_questions(department, figures, words))[:_MOST]
    return DepartmentBrief(literal(department.name), said, " ".join(questions))


def _questions(department: Department, figures: MeetingFigures, words: MeetingWords) -> Iterator[str]:
    texts, code, standing = words.texts, department.code, figures.standing
    late = [one for one in standing.overdue if one.department == code]
    if late:
        yield texts.plain("meeting-ask-late", numbers=words.numbers(late))
    for one in standing.promised:
        if one.department == code:
            yield texts.plain("meeting-ask-promise", number=one.number, day=day_words(one.due_on))
    for order in standing.ordered:
        if order.department == code and order.done_at is None:
            day = day_words(order.due_at.astimezone(words.zone).date())
            yield texts.plain("meeting-ask-instruction", number=order.number, day=day)
    yield from _of_causes(department, figures, words)


def _of_causes(department: Department, figures: MeetingFigures, words: MeetingWords) -> Iterator[str]:
    own = {topic.code: topic for topic in words.town.topics if topic.department == department.code}
    for one in figures.growth:
        if one.topic in own:
            yield words.texts.plain(
                "meeting-ask-growth",
                topic=literal(one.name),
                count=str(one.count),
                usual=one_place(one.usual),
            )
    for line in figures.road:
        if line.department == department.name and line.due is not None:
            late = "yes" if line.state is RoadState.LATE else "no"
            measure = words.short(line.measure)
            yield words.texts.plain(
                "meeting-ask-measure", measure=measure, day=day_words(line.due), late=late
            )
