"""Which deadline is the business of those who read a card: its first line names it, and its arithmetic is told there."""

from collections.abc import Iterable, Sequence
from typing import Final

from domain.appeal import Appeal
from domain.casefile import Card
from domain.deadlines import KeptDeadline
from domain.notices import CardKind
from domain.regulation.terms import Stage

_OF_DEPARTMENT: Final = (Stage.PART, Stage.REWORK, Stage.DRAFT)
_OF_COORDINATORS: Final = (Stage.READ, Stage.ROUTE, Stage.REWORK, Stage.PUBLICATION)


def find_shown(deadlines: Sequence[KeptDeadline], card: Card, appeal: Appeal) -> KeptDeadline | None:
    """The term that the readers of this card have to keep now; one that could not be computed is told, too."""
    match card.kind:
        case CardKind.DEPARTMENT:
            own = [one for one in deadlines if one.department == card.department]
            return find_first(own, _OF_DEPARTMENT) or _find_of_work_that_goes_on(deadlines, card, appeal)
        case CardKind.COORDINATORS | CardKind.QUEUE:
            return find_of_coordinators(deadlines)
        case CardKind.APPROVAL:
            return find_first(deadlines, (Stage.APPROVAL,))
        case _:
            return None


def find_explained(deadlines: Sequence[KeptDeadline], card: Card, appeal: Appeal) -> KeptDeadline | None:
    """The term whose arithmetic is told under this card: that of its first line, else the promise that is owed."""
    return find_shown(deadlines, card, appeal) or _find_promise(deadlines, card)


def _find_promise(deadlines: Sequence[KeptDeadline], card: Card) -> KeptDeadline | None:
    promise = find_first(deadlines, (Stage.PROMISE,))
    is_own = (
        card.kind is CardKind.DEPARTMENT and promise is not None and promise.department == card.department
    )
    return promise if is_own or card.kind in {CardKind.COORDINATORS, CardKind.QUEUE} else None


def find_of_coordinators(deadlines: Sequence[KeptDeadline]) -> KeptDeadline | None:
    """What they have to do next themselves."""
    return find_first([one for one in deadlines if one.department is None], _OF_COORDINATORS)


def find_first(deadlines: Iterable[KeptDeadline], stages: Iterable[Stage]) -> KeptDeadline | None:
    """Of the first of these stages that runs."""
    known = {one.stage: one for one in deadlines}
    return next((known[stage] for stage in stages if stage in known), None)


def _find_of_work_that_goes_on(
    deadlines: Sequence[KeptDeadline], card: Card, appeal: Appeal
) -> KeptDeadline | None:
    """After an interim answer the final one is awaited of the department that leads (R42)."""
    leads = card.assignment_id is None and card.department == appeal.department
    at_work = leads and appeal.interim_at is not None and appeal.submitted_at is not None
    return find_first(deadlines, (Stage.FINAL,)) if at_work and appeal.is_open else None
