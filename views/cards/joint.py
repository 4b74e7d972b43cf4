"""Several departments on one appeal: whose part is which and where it is, on every card that has to know (R47)."""

from collections.abc import Sequence
from datetime import datetime
from typing import Final

from domain.assignments import Assignment, AssignmentState, is_joint, list_given
from domain.casefile import Card, CaseFile, Menu
from domain.notices import CardKind
from domain.words.masking import mask
from locales.texts import Html, Texts
from views.cards.people import gender
from views.cards.quotations import shown_part
from views.measure import one_line, quote, shorten
from views.moments import moment, zone

_MOST: Final = 10
_NAME_ROOM: Final = 60
_TASK_ROOM: Final = 100
_OWN_TASK_ROOM: Final = 500
_TEXTS_ROOM: Final = 900
"""Units that the other departments' words take on the lead's card, all together."""
_BEGINNING_ROOM: Final = 80


def find_part(file: CaseFile, card: Card) -> Assignment | None:
    """The part that a card is about, where its department does not lead."""
    return next((one for one in file.assignments if one.id == card.assignment_id), None)


def label_of(file: CaseFile, part: Assignment) -> str:
    """The department in short; a code that the municipality has dropped stands for itself."""
    department = file.municipality.find_department(part.department)
    return one_line(department.label if department else part.department, _NAME_ROOM)


def joint_lines(file: CaseFile, texts: Texts, card: Card, now: datetime) -> list[Html]:
    """Nothing where one department works alone."""
    if card.menu is Menu.SEVERAL and card.chosen is not None:
        return _chosen_lines(file, texts, card)
    if not is_joint(file.assignments):
        return []
    if card.kind is not CardKind.DEPARTMENT:
        return _state_of_each(file, texts, _shown(file), now)
    own = find_part(file, card) if card.assignment_id is not None else _lead(file)
    if own is None or not own.works:
        return []
    others = [one for one in _shown(file) if one.id != own.id]
    said = _words_of(texts, file, others) if own.is_lead else []
    return [*_own_lines(texts, own), *_state_of_each(file, texts, others, now), *said]


def _lead(file: CaseFile) -> Assignment | None:
    return next((one for one in reversed(file.assignments) if one.is_lead and one.works), None)


def _shown(file: CaseFile) -> list[Assignment]:
    """The latest stay of each department, without what was taken away; the lead first."""
    latest = {one.department: one for one in file.assignments}
    shown = [one for one in latest.values() if one.works or _is_returned_part(one)]
    return sorted(shown, key=lambda one: not one.is_lead)


def _is_returned_part(one: Assignment) -> bool:
    return one.state is AssignmentState.RETURNED and not one.is_lead


def _own_lines(texts: Texts, own: Assignment) -> list[Html]:
    task = one_line(mask(own.task), _OWN_TASK_ROOM)
    return [texts("joint-own-task", task=task) if task else texts("joint-own")]


def _state_of_each(file: CaseFile, texts: Texts, parts: Sequence[Assignment], now: datetime) -> list[Html]:
    lines = [_line(file, texts, one, now) for one in parts[:_MOST]]
    more = len(parts) - len(lines)
    return [*lines, *([texts("joint-more", count=more)] if more > 0 else [])]


def _line(file: CaseFile, texts: Texts, part: Assignment, now: datetime) -> Html:
    label, task = label_of(file, part), one_line(mask(part.task), _TASK_ROOM)
    named = texts("joint-lead", department=label) if part.is_lead else texts("joint-other", department=label)
    whose = texts("joint-with-task", department=named, task=task) if task else named
    counted = [texts("joint-questions", count=part.questions)] if part.questions > 1 else []
    state = part_state(part, texts, now, file)
    return Html(", ".join([texts("joint-line", department=whose, state=state), *counted]))


def part_state(part: Assignment, texts: Texts, now: datetime, file: CaseFile) -> Html:
    """Where a part is, in a few words."""
    tz = zone(file.municipality)
    name = one_line(part.executor_name or "", _NAME_ROOM) or texts.plain("someone")
    match part.state:
        case AssignmentState.GIVEN:
            return texts("joint-given", name=name, time=moment(part.given_at or now, now, tz))
        case AssignmentState.ACCEPTED:
            accepted_at = moment(part.accepted_at or now, now, tz)
            return texts(
                "joint-accepted", gender=gender(name, file.municipality), name=name, time=accepted_at
            )
        case AssignmentState.RETURNED:
            return texts("joint-returned", reason=one_line(mask(part.reason or ""), _TASK_ROOM) or "—")
        case AssignmentState.WITHDRAWN:
            return texts("joint-withdrawn", time=moment(part.ended_at or now, now, tz))
    if part.released_at is not None:
        return texts("joint-released", time=moment(part.released_at, now, tz))
    return texts("joint-assigned", time=moment(part.assigned_at, now, tz))


def _words_of(texts: Texts, file: CaseFile, others: Sequence[Assignment]) -> list[Html]:
    given = [one for one in others if one.state is AssignmentState.GIVEN][:_MOST]
    room = _TEXTS_ROOM // max(len(given), 1)
    lines: list[Html] = []
    for one in given:
        words = shorten(shown_part(file, one.text), room - _NAME_ROOM)
        lines += [texts("joint-words", department=label_of(file, one)), quote(words)]
    return lines


def _chosen_lines(file: CaseFile, texts: Texts, card: Card) -> list[Html]:
    """What will be sent, while it is being ticked."""
    lines = []
    for at, one in enumerate((card.chosen or ())[:_MOST]):
        department = file.municipality.find_department(one.department)
        label = one_line(department.label if department else one.department, _NAME_ROOM)
        named = texts("joint-other", department=label) if at else texts("joint-lead", department=label)
        task = one_line(mask(one.task), _TASK_ROOM)
        line = texts("joint-line", department=named, state=task) if task else named
        counted = [texts("joint-questions", count=one.questions)] if one.questions > 1 else []
        lines.append(Html(", ".join([line, *counted])))
    return [texts("joint-choosing"), *lines]


def authors_of_parts(file: CaseFile, texts: Texts) -> list[Html]:
    """For the approver: whose part is which, by its first words."""
    if not is_joint(file.assignments):
        return []
    given = list_given(file.assignments, file.municipality)[:_MOST]
    return [
        texts(
            "approval-part",
            department=label_of(file, one),
            name=one_line(one.executor_name or "", _NAME_ROOM) or texts.plain("someone"),
            words=one_line(shown_part(file, one.text), _BEGINNING_ROOM),
        )
        for one in given
    ]
