"""One appeal in a line of work, and days as people call them."""

from collections.abc import Sequence
from datetime import datetime
from typing import Final

from domain.municipality import Municipality
from domain.regulation.terms import Holder
from domain.rhythm.figures import WorkItem
from locales.texts import Html, Texts
from views.cards.pinned import what
from views.measure import one_line
from views.moments import day_and_hour, zone

_WHAT_ROOM: Final = 90
_NAME_ROOM: Final = 40


def overdue_line(item: WorkItem, municipality: Municipality, texts: Texts) -> Html:
    """Number, what it is about, who has it, since when it is late."""
    return _line("work-overdue", item, municipality, texts)


def due_line(item: WorkItem, municipality: Municipality, texts: Texts) -> Html:
    """The same, with the moment until when."""
    return _line("work-due", item, municipality, texts)


def _line(key: str, item: WorkItem, municipality: Municipality, texts: Texts) -> Html:
    return texts(
        key,
        urgent="yes" if item.urgent else "no",
        number=item.number,
        what=one_line(what(item, municipality, texts), _WHAT_ROOM),
        who=_who(item, municipality, texts),
        moment=day_and_hour(item.due_at, zone(municipality)),
    )


def _who(item: WorkItem, municipality: Municipality, texts: Texts) -> str:
    if item.executor_name:
        return one_line(item.executor_name, _NAME_ROOM)
    if item.department:
        return department_name(item.department, municipality)
    return texts.plain("work-approvers" if item.holder is Holder.APPROVERS else "work-coordinators")


def missed_counts(texts: Texts, *, overdue: int, unaccepted: int, unread: int) -> list[str]:
    """How many answers are overdue; apart from them what was not accepted (R40), or not read (A2), in time."""
    counts = {"overdue": overdue, "unaccepted": unaccepted, "unread": unread}
    return [texts.plain(f"missed-{what}", count=count) for what, count in counts.items() if count]


def in_one_line(counts: Sequence[str]) -> str:
    """As the beginning of a message."""
    line = ", ".join(counts)
    return f"{line[:1].upper()}{line[1:]}"


def department_name(code: str, municipality: Municipality) -> str:
    """The short name; the code of a department that is no more."""
    department = municipality.find_department(code)
    return one_line(department.label if department else code, _NAME_ROOM)


def moment_in_words(at: datetime, municipality: Municipality) -> str:
    """«27.02 17:00»: no moment of a summary is relative to the day on which it is read."""
    return day_and_hour(at, zone(municipality))
