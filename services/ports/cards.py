"""What the verbs need of the cards that stand in the chats, as a Protocol (`services.ports` has the rest)."""

from datetime import datetime
from typing import Protocol

from domain.appeal import Appeal
from domain.assignments import Assignment, Chosen
from domain.casefile import Card, Menu
from domain.ids import AppealId, AssignmentId, DraftId
from domain.municipality import Department
from domain.notices import CardKind, Notice
from domain.setup.binding import Removal


class Cards(Protocol):
    """The cards that stand in the chats."""

    def open(
        self,
        kind: CardKind,
        appeal: Appeal,
        notice: Notice,
        now: datetime,
        *,
        draft_id: DraftId | None = None,
        assignment: Assignment | None = None,
    ) -> None:
        """Put up a card where the notice says; `assignment`: for a department that does not lead."""
        ...

    async def refresh(self, appeal_id: AppealId, now: datetime, kind: CardKind | None = None) -> None:
        """Have every card of the appeal (or those of one kind) redrawn from its state; many changes make one edit."""
        ...

    def open_menu(self, chat_id: int, message_id: int, menu: Menu, page: int = 0) -> None:
        """Let the buttons of this card show a menu; `Menu.TABLE` is the way back."""
        ...

    def close_menus(self, appeal_id: AppealId) -> None:
        """Back to the table on every card of the appeal: something has been chosen."""
        ...

    def become_part(self, appeal: Appeal, part: Assignment) -> None:
        """The department of this turn leads no more: its card is that of its part from now on."""
        ...

    def choose(self, card_id: int, chosen: tuple[Chosen, ...]) -> None:
        """Several departments are being ticked on this card."""
        ...

    async def find_by_message(self, chat_id: int, message_id: int) -> Card | None:
        """The card that stands there."""
        ...

    async def find_choosing(self, appeal_id: AppealId) -> Card | None:
        """The card on which several departments are being ticked."""
        ...

    async def list_taken_down(self, chat_id: int) -> list[AppealId]:
        """Open appeals whose card in this chat does not stand."""
        ...

    async def carry(self, removal: Removal) -> list[tuple[str, int]]:
        """Let the open cards of one place stand in another; number and message of each in the old one."""
        ...

    async def bring_home(
        self, kind: CardKind, department: Department | None, chat: int, *, stand_in: int
    ) -> list[tuple[str, int]]:
        """Let cards stand in their own chat again; number and message of each that stood in."""
        ...

    async def find(self, card_id: int) -> Card | None: ...

    async def stands_in(self, appeal_id: AppealId, kind: CardKind, chat_id: int) -> bool:
        """Whether a card of this kind was put up in the chat."""
        ...

    async def find_of_draft(self, draft_id: DraftId, chat_id: int) -> Card | None:
        """The newest card of this version in the chat."""
        ...

    def put_below(self, card: Card, notice: Notice, now: datetime) -> None:
        """Put the card up again, as the chat's newest message; the notice names the chat and how."""
        ...

    async def find_chat(
        self, appeal_id: AppealId, kind: CardKind, assignment_id: AssignmentId | None = None
    ) -> int | None:
        """Where the newest card of this kind stands; of a department that does not lead, by its assignment."""
        ...

    async def find_here(self, appeal: Appeal, kind: CardKind, chat_id: int) -> Card | None:
        """The appeal's newest card of this kind and turn in the chat, whether it stands yet or not."""
        ...

    async def find_standing(self, appeal_id: AppealId, chat_id: int) -> Card | None:
        """The newest card of the appeal that stands in the chat and is somebody's work."""
        ...

    async def find_queue(self, chat_id: int) -> Card | None:
        """The card by which this chat goes through the queue."""
        ...

    async def list_queues(self, appeal_id: AppealId) -> list[Card]:
        """Queue cards that show this appeal."""
        ...

    def turn_to(self, card_id: int, appeal_id: AppealId) -> None:
        """Let a queue card show another appeal."""
        ...

    def forget(self, card_id: int) -> None:
        """Nothing is drawn on this card any more."""
        ...
