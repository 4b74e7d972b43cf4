"""Where to write instead: groups that have another id by now, and groups that are closed to the bot."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Final

from domain.ids import ChatId
from domain.notices import Notice, NoticeKind
from storage.database import Transaction

_BOUND_TO_A_MESSAGE: Final = frozenset(
    {
        NoticeKind.CLOSE_MESSAGE,
        NoticeKind.REACTION,
        NoticeKind.PINNED,
        NoticeKind.PIN,
        NoticeKind.SUMMARY_VIEW,
        NoticeKind.FOUND_PAGE,
    }
)
"""Rows about one message of one chat: in another chat its number means something else."""


@dataclass(frozen=True, slots=True)
class Directions:
    """`moved`: the new id of a group that became a supergroup; `lost`: who stands in for a group until it opens again."""

    moved: Mapping[int, int] = field(default_factory=dict)
    lost: Mapping[int, int] = field(default_factory=dict)

    def present_id(self, chat: int) -> ChatId:
        """The chat under its present id."""
        return ChatId(self.moved.get(chat, chat))

    def redirect(self, notice: Notice) -> Notice | None:
        """The notice for the chat that can be written to now; None where it makes no sense there."""
        present = self.present_id(notice.chat_id)
        chat = self.lost.get(present, present)
        if chat == notice.chat_id:
            return notice
        if notice.kind in _BOUND_TO_A_MESSAGE:
            return None
        return replace(notice, chat_id=ChatId(chat), thread_id=0)

    def with_move(self, old: int, new: int) -> "Directions":
        """A group has a new id."""
        return replace(self, moved={**self.moved, old: new})

    def with_stand_in(self, chat: int, other: int) -> "Directions":
        """A group is lost; another chat gets what was for it."""
        return replace(self, lost={**self.lost, chat: other})

    def without_stand_in(self, chat: int) -> "Directions":
        """The group is back; the same directions where it never was away."""
        if chat not in self.lost:
            return self
        return replace(self, lost={lost: other for lost, other in self.lost.items() if lost != chat})


async def load_directions(transaction: Transaction, stand_in: int) -> Directions:
    """What a former run knew; `stand_in` is the chat to which lost groups' matters go."""
    rows = await transaction.fetch_all("SELECT chat_id, moved_to, unreachable FROM chats WHERE chat_id < 0")
    return Directions(
        {row["chat_id"]: row["moved_to"] for row in rows if row["moved_to"] is not None},
        {row["chat_id"]: stand_in for row in rows if row["unreachable"] and row["chat_id"] != stand_in},
    )
