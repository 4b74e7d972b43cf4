"""The reminder note for the head of a department: what is late, what falls due this week, who has it (R78)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from domain.municipality import Department, Municipality
from domain.rhythm.figures import WorkItem
from locales.texts import Html, Texts, join_html
from views.measure import one_line
from views.moments import zone
from views.parts import Part, Text
from views.rhythm.lines import due_line, overdue_line

LISTED: Final = 8
"""Lines of each of the two lists; of the rest it says how many there are."""
_NAMES_ROOM: Final = 150
_NAME_ROOM: Final = 60


@dataclass(frozen=True, slots=True)
class WeekFacts:
    """What a note tells; `instead_of`: the head who could not be written to, where it comes to the department's chat."""

    monday: date
    departments: tuple[Department, ...]
    overdue: tuple[WorkItem, ...]
    due: tuple[WorkItem, ...]
    in_hand: int
    instead_of: str = ""
    is_late: bool = False


def reminder_note(municipality: Municipality, texts: Texts, facts: WeekFacts, *, now: datetime) -> list[Part]:
    """Nothing where the department is gone; a week that is over is reminded of no more."""
    is_over = (now.astimezone(zone(municipality)).date() - facts.monday).days >= 7
    if not facts.departments or is_over:
        return []
    names = one_line(", ".join(one.name for one in facts.departments), _NAMES_ROOM)
    lines = [*_head(facts, names, texts), *_lists(facts, municipality, texts)]
    return [Text(join_html("\n", lines), silent=bool(facts.instead_of))]


def _head(facts: WeekFacts, names: str, texts: Texts) -> Iterator[Html]:
    if facts.overdue:
        yield texts("note-overdue", department=names, count=facts.overdue[0].every)
    elif facts.due:
        yield texts("note-in-time", department=names)
    else:
        yield texts("note-nothing", department=names)
    if facts.instead_of:
        yield texts("note-instead", name=one_line(facts.instead_of, _NAME_ROOM))
    if facts.is_late:
        yield texts("note-late")


def _lists(facts: WeekFacts, municipality: Municipality, texts: Texts) -> Iterator[Html]:
    yield from (overdue_line(item, municipality, texts) for item in facts.overdue)
    yield from _more(facts.overdue, texts)
    if facts.due:
        yield texts("note-due", count=facts.due[0].every)
        yield from (due_line(item, municipality, texts) for item in facts.due)
        yield from _more(facts.due, texts)
    if facts.in_hand:
        yield texts("note-in-hand", count=facts.in_hand)


def _more(items: tuple[WorkItem, ...], texts: Texts) -> Iterator[Html]:
    if items and items[0].every > len(items):
        yield texts("pinned-more", count=items[0].every - len(items))
