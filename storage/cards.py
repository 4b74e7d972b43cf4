"""Which card stands where."""

from datetime import datetime, timedelta

from domain.appeal import Appeal
from domain.casefile import Card
from domain.ids import AppealId, DraftId
from domain.notices import CardKind, Notice, NoticeKind, Priority
from storage.database import Transaction
from storage.rows import read, stored_moment

REDRAW_AFTER = timedelta(milliseconds=200)
"""Changes that follow each other this closely make one edit."""


class Cards:
    """Cards of one transaction."""

    def __init__(self, transaction: Transaction, touched: set[int]) -> None:
        self._transaction = transaction
        self._touched = touched

    def open(
        self,
        kind: CardKind,
        appeal: Appeal,
        notice: Notice,
        now: datetime,
        *,
        draft_id: DraftId | None = None,
    ) -> None:
        """Put up a card; its row in the outbox names it."""
        self._transaction.write(
            """INSERT INTO cards (appeal_id, kind, chat_id, thread_id, department, turn, draft_id, created_at)
            VALUES (:appeal, :kind, :chat, :thread, :department, :turn, :draft, :now)""",
            {
                "appeal": appeal.id,
                "kind": kind.value,
                "chat": notice.chat_id,
                "thread": notice.thread_id,
                "department": appeal.department,
                "turn": appeal.assignments,
                "draft": draft_id,
                "now": stored_moment(now),
            },
        )
        self._transaction.write(
            """INSERT INTO outbox (chat_id, thread_id, priority, kind, appeal_id, ref_id, created_at)
            VALUES (:chat, :thread, :priority, :kind, :appeal, last_insert_rowid(), :now)""",
            {
                "chat": notice.chat_id,
                "thread": notice.thread_id,
                "priority": notice.priority.value,
                "kind": NoticeKind.CARD.value,
                "appeal": appeal.id,
                "now": stored_moment(now),
            },
        )
        self._touched.add(notice.chat_id)

    async def refresh(self, appeal_id: AppealId, now: datetime, kind: CardKind | None = None) -> None:
        """One edit for each card of the appeal (of this kind), however many changes come together."""
        rows = await self._transaction.fetch_all(
            """INSERT INTO outbox
                (chat_id, thread_id, priority, kind, appeal_id, ref_id, coalesce_key, not_before, created_at)
            SELECT chat_id, thread_id, :priority, :kind, appeal_id, id, 'card:' || id, :due, :now
            FROM cards WHERE appeal_id = :appeal AND coalesce(:only, cards.kind) = cards.kind
            ON CONFLICT DO NOTHING RETURNING chat_id""",
            {
                "appeal": appeal_id,
                "priority": Priority.EDIT.value,
                "kind": NoticeKind.CARD_EDIT.value,
                "only": kind.value if kind else None,
                "due": stored_moment(now + REDRAW_AFTER),
                "now": stored_moment(now),
            },
        )
        self._touched.update(row["chat_id"] for row in rows)

    def expand(self, chat_id: int, message_id: int) -> None:
        """Show all departments on this card, or the likely ones again."""
        self._transaction.write(
            "UPDATE cards SET expanded = NOT expanded WHERE chat_id = :chat AND message_id = :message",
            {"chat": chat_id, "message": message_id},
        )

    async def find(self, card_id: int) -> Card | None:
        """The card of this id."""
        row = await self._transaction.fetch_one("SELECT * FROM cards WHERE id = :id", {"id": card_id})
        return read(Card, row) if row else None

    async def find_chat(self, appeal_id: AppealId, kind: CardKind) -> int | None:
        """Where the newest card of this kind stands."""
        chat: int | None = await self._transaction.fetch_value(
            "SELECT chat_id FROM cards WHERE appeal_id = :appeal AND kind = :kind ORDER BY id DESC LIMIT 1",
            {"appeal": appeal_id, "kind": kind.value},
        )
        return chat
