"""Chats that moved, went or came back; what names them follows."""

from datetime import datetime

from domain.ids import ChatId
from storage import outbox
from storage.database import Transaction
from storage.directions import Directions
from storage.pins import try_to_pin
from storage.rows import stored_moment


class Chats:
    """Changes to chats in one transaction."""

    def __init__(self, transaction: Transaction, touched: set[int], directions: Directions) -> None:
        self._transaction = transaction
        self._touched = touched
        self.changed: set[int] = set()
        self.directions = directions

    def present_id(self, chat: int) -> ChatId:
        """The chat's id of today: presses on a group's old messages come under its old one."""
        return self.directions.present_id(chat)

    def is_lost(self, chat: int) -> bool:
        """Whether another chat stands in for it already."""
        return chat in self.directions.lost

    async def is_closed(self, chat: int) -> bool:
        """Whether the messenger has refused to write there and nobody has opened it again."""
        found = await self._transaction.fetch_value(
            "SELECT 1 FROM chats WHERE chat_id = :chat AND unreachable IS NOT NULL", {"chat": chat}
        )
        return found is not None

    def move(self, old: int, new: int, now: datetime) -> None:
        """Follow a group to its new id. Messages of the old group can't be edited from the new one: cards that
        stood there count as not standing, so that their next change puts them up anew.
        """
        self.directions = self.directions.with_move(old, new)
        ids = {"old": old, "new": new}
        outbox.move_chat(self._transaction, ChatId(old), ChatId(new), now)
        self._transaction.write("UPDATE prompts SET chat_id = :new WHERE chat_id = :old", ids)
        self._transaction.write("UPDATE paper_orders SET chat_id = :new WHERE chat_id = :old", ids)
        self._transaction.write("UPDATE OR REPLACE escalations SET chat_id = :new WHERE chat_id = :old", ids)
        self._transaction.write("UPDATE OR REPLACE beats SET chat_id = :new WHERE chat_id = :old", ids)
        self._take_down_cards(old, new)
        self._transaction.write(
            """UPDATE OR REPLACE pinned SET chat_id = :new, message_id = NULL, rendered = NULL, pinned_at = NULL
            WHERE chat_id = :old""",
            ids,
        )
        self.changed.add(new)
        self._transaction.write(
            """INSERT INTO chats (chat_id, moved_to) VALUES (:old, :new) ON CONFLICT (chat_id)
            DO UPDATE SET moved_to = :new, paused_until = NULL, unreachable = NULL, since = NULL""",
            ids,
        )
        self._transaction.write(
            """INSERT INTO chats (chat_id, title) SELECT :new, title FROM chats WHERE chat_id = :old AND title IS NOT NULL
            ON CONFLICT (chat_id) DO UPDATE SET title = coalesce(chats.title, excluded.title)""",
            ids,
        )
        self._touched.add(new)

    def mark_unreachable(self, chat: int, reason: str, now: datetime, *, fallback: int | None) -> None:
        """Keep what waits for the chat, or send it and the chat's open cards to the fallback."""
        outbox.hold_chat(self._transaction, ChatId(chat), reason, now)
        if fallback is not None:
            self.directions = self.directions.with_stand_in(chat, fallback)
            self._take_down_cards(chat, fallback)
            outbox.move_chat(self._transaction, ChatId(chat), ChatId(fallback), now)
            self._touched.add(fallback)

    def note_closed(self, chat: int, reason: str, now: datetime) -> None:
        """A private chat is closed to the bot until the person opens it again."""
        outbox.hold_chat(self._transaction, ChatId(chat), reason, now)
        self._transaction.write(
            "UPDATE citizens SET blocked_at = :now WHERE chat_id = :chat",
            {"chat": chat, "now": stored_moment(now)},
        )

    def _take_down_cards(self, old: int, new: int) -> None:
        self._transaction.write(
            """UPDATE cards SET chat_id = :new, thread_id = 0, message_id = NULL, rendered = NULL
            WHERE chat_id = :old""",
            {"old": old, "new": new},
        )

    def note_title(self, chat: int, title: str) -> None:
        """What the group is called, for whoever sets up."""
        self._transaction.write(
            """INSERT INTO chats (chat_id, title) VALUES (:chat, :title)
            ON CONFLICT (chat_id) DO UPDATE SET title = :title WHERE chats.title IS NOT :title""",
            {"chat": chat, "title": title},
        )

    def mark_reachable(self, chat: int, now: datetime) -> None:
        """Let what was kept for the chat leave."""
        outbox.release(self._transaction, ChatId(chat), now)
        self.directions = self.directions.without_stand_in(chat)
        self._transaction.write("UPDATE citizens SET blocked_at = NULL WHERE chat_id = :chat", {"chat": chat})
        self._touched.add(chat)
        if chat < 0:
            self.changed.add(chat)
            try_to_pin(self._transaction, chat, now)
