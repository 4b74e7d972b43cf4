"""Who keeps causes and road maps, who reads them, and who reports that a measure is done."""

from typing import Final

from domain.causes.causes import Measure
from domain.errors import Forbidden
from domain.municipality import Municipality, Role
from domain.people import Actor
from domain.rights import ensure_may_bar

READERS: Final = frozenset({Role.LEADER, Role.MAYOR, Role.OBSERVER})
"""Beside those who keep them."""


def keeps(actor: Actor, *, chat: int, municipality: Municipality) -> bool:
    """Coordinators and administrators, in the coordinators' chat and in private."""
    try:
        ensure_may_bar(actor, chat=chat, municipality=municipality)
    except Forbidden:
        return False
    return True


def ensure_keeps(actor: Actor, *, chat: int, municipality: Municipality) -> None:
    """Raise `Forbidden`."""
    if not keeps(actor, chat=chat, municipality=municipality):
        raise Forbidden


def ensure_reads(actor: Actor, *, chat: int, municipality: Municipality) -> None:
    """Leaders and observers in private, whoever of the staff sits in the leadership's chat there. Raises `Forbidden`."""
    if keeps(actor, chat=chat, municipality=municipality):
        return
    is_theirs = chat == municipality.chats.leadership and bool(actor.roles)
    if not is_theirs and not (chat == actor.user_id and actor.roles & READERS):
        raise Forbidden


def ensure_may_report(actor: Actor, measure: Measure, *, chat: int, municipality: Municipality) -> None:
    """Whoever works in the department that answers for it, in its chat, or who keeps the road maps. Raises `Forbidden`."""
    department = municipality.find_department(measure.department) if measure.department else None
    is_own = department is not None and department.code in actor.departments and chat == department.chat
    if not is_own:
        ensure_keeps(actor, chat=chat, municipality=municipality)
