"""Whichever card it is: put up, drawn anew, and told whether it looks the same as before."""

import hashlib
from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Final

from domain.casefile import Card, CaseFile
from domain.notices import CardKind
from locales.texts import Texts
from views.cards.whole import (
    coordinators_card,
    department_card,
    edit_of_card,
    leadership_card,
    queue_card,
    view,
)
from views.coordinator.sender import edit_of_sender_card, sender_card
from views.coordinator.tasks import edit_of_task_card, task_card
from views.parts import Edit, Part, Text
from views.work.approval import approval_card, edit_of_approval_card


def put_up(file: CaseFile, texts: Texts, *, card: Card, now: datetime) -> list[Part]:
    """Files first and silent, then the card, then what did not fit on it."""
    return _CARDS[card.kind](file, texts, card=card, now=now)


def edit_card(file: CaseFile, texts: Texts, *, card: Card, now: datetime) -> Edit | None:
    """The card as it has to look now; None for an approval card whose draft the file does not hold."""
    if card.kind is CardKind.APPROVAL:
        return edit_of_approval_card(file, texts, card=card, now=now)
    if card.kind is CardKind.TASK:
        return edit_of_task_card(file, texts, card=card, now=now)
    if card.kind is CardKind.SENDER:
        return edit_of_sender_card(file, texts, card=card, now=now)
    return edit_of_card(file, texts, card=card, now=now)


def digest(look: Edit | Text) -> str:
    """Tells one look of a card from another, so that an edit that changes nothing is not sent."""
    markup = look.markup.model_dump_json(exclude_none=True) if look.markup else ""
    return hashlib.sha256(f"{look.html}\0{markup}".encode("utf-8", "surrogatepass")).hexdigest()[:32]


_CARDS: Final[Mapping[CardKind, Callable[..., list[Part]]]] = {
    CardKind.COORDINATORS: coordinators_card,
    CardKind.DEPARTMENT: department_card,
    CardKind.LEADERSHIP: leadership_card,
    CardKind.MAYOR: leadership_card,
    CardKind.APPROVAL: approval_card,
    CardKind.TASK: task_card,
    CardKind.SENDER: sender_card,
    CardKind.QUEUE: queue_card,
    CardKind.VIEW: view,
}
