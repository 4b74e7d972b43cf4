"""Which card stands where."""

import json
from dataclasses import replace
from datetime import datetime, timedelta

from domain.appeal import Appeal
from domain.assignments import Assignment, Chosen
from domain.casefile import Card, Menu
from domain.ids import AppealId, AssignmentId, DraftId
from domain.municipality import Department
from domain.notices import CardKind, Notice, NoticeKind, Priority
from domain.setup.binding import Removal
from storage import outbox
from storage.chats import Chats
from storage.database import Transaction
from storage.rows import read, stored, stored_moment

REDRAW_AFTER = timedelta(milliseconds=200)
"""Changes that follow each other this closely make one edit."""


IN_LINE = """EXISTS (SELECT 1 FROM outbox AS row WHERE row.appeal_id = cards.appeal_id AND row.ref_id = cards.id
    AND row.kind = :anew AND row.state IN ('pending', 'sending', 'held'))"""
_HOLDS = """CASE WHEN assignment_id IS NULL THEN assignments = cards.turn
    ELSE (SELECT ended_at IS NULL FROM assignments WHERE assignments.id = assignment_id) END"""
NEEDED = f"""(SELECT status NOT IN ('answered', 'closed') AND (cards.kind <> 'department' OR {_HOLDS})
    FROM appeals WHERE appeals.id = cards.appeal_id)
    AND (draft_id IS NULL OR (SELECT state IN ('submitted', 'approved') OR cards.kind IN ('task', 'sender')
        FROM drafts WHERE drafts.id = draft_id))"""
_REFRESH = f"""INSERT INTO outbox
    (chat_id, thread_id, priority, kind, appeal_id, ref_id, coalesce_key, not_before, created_at)
SELECT chat_id, thread_id, CASE cards.kind WHEN 'queue' THEN :at_once ELSE :priority END, CASE WHEN message_id IS NULL AND NOT {IN_LINE} THEN :anew ELSE :kind END,
    appeal_id, id, 'card:' || id, max(:due, coalesce(rests_until, '')), :now
FROM cards WHERE appeal_id = :appeal AND coalesce(:only, cards.kind) = cards.kind
    AND (message_id IS NOT NULL OR {IN_LINE} OR {NEEDED})
ON CONFLICT DO UPDATE SET priority = min(priority, excluded.priority) RETURNING chat_id"""

_STANDS_OPEN = """cards.kind = :kind AND coalesce(:department, cards.department) IS cards.department
    AND cards.chat_id = :old_chat AND cards.thread_id = :old_thread AND cards.message_id IS NOT NULL
    AND appeal_id IN (SELECT id FROM appeals WHERE status NOT IN ('answered', 'closed'))"""


class Cards:
    """Cards of one transaction."""

    def __init__(self, transaction: Transaction, touched: set[int], chats: Chats) -> None:
        self._transaction = transaction
        self._touched = touched
        self.changed: set[int] = chats.changed
        self._chats = chats

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
        """Put up a card; its row in the outbox names it."""
        notice = self._chats.directions.redirect(notice) or notice
        self._transaction.write(
            """INSERT INTO cards
                (appeal_id, kind, chat_id, thread_id, department, turn, draft_id, assignment_id, created_at)
            VALUES (:appeal, :kind, :chat, :thread, :department, :turn, :draft, :assignment, :now)""",
            {
                "appeal": appeal.id,
                "kind": kind.value,
                "chat": notice.chat_id,
                "thread": notice.thread_id,
                "department": assignment.department if assignment else appeal.department,
                "turn": appeal.assignments,
                "draft": draft_id,
                "assignment": assignment.id if assignment else None,
                "now": stored_moment(now),
            },
        )
        self._transaction.write(
            """INSERT INTO outbox (chat_id, thread_id, priority, kind, appeal_id, ref_id, args, created_at)
            VALUES (:chat, :thread, :priority, :kind, :appeal, last_insert_rowid(), :args, :now)""",
            {
                "chat": notice.chat_id,
                "thread": notice.thread_id,
                "priority": notice.priority.value,
                "kind": NoticeKind.CARD.value,
                "appeal": appeal.id,
                "args": json.dumps(dict(notice.args)),
                "now": stored_moment(now),
            },
        )
        self._touched.add(notice.chat_id)
        self.changed.add(notice.chat_id)

    async def refresh(self, appeal_id: AppealId, now: datetime, kind: CardKind | None = None) -> None:
        """One edit for each card of the appeal (of this kind), however many changes come together.

        Somebody looks at the card of the queue while it turns: it waits for no other edits.

        A card that is still needed and stands nowhere any more (its group moved or was lost) is put up anew.
        """
        rows = await self._transaction.fetch_all(
            _REFRESH,
            {
                "appeal": appeal_id,
                "priority": Priority.EDIT.value,
                "at_once": Priority.INTERACTIVE.value,
                "kind": NoticeKind.CARD_EDIT.value,
                "anew": NoticeKind.CARD.value,
                "only": kind.value if kind else None,
                "due": stored_moment(now + REDRAW_AFTER),
                "now": stored_moment(now),
            },
        )
        self._touched.update(row["chat_id"] for row in rows)
        self.changed.update(row["chat_id"] for row in rows)

    def open_menu(self, chat_id: int, message_id: int, menu: Menu, page: int = 0) -> None:
        """Let the buttons of this card show a menu; `Menu.TABLE` is the way back."""
        self._transaction.write(
            "UPDATE cards SET menu = :menu, page = :page WHERE chat_id = :chat AND message_id = :message",
            {"chat": chat_id, "message": message_id, "menu": menu.value, "page": page},
        )

    def become_part(self, appeal: Appeal, part: Assignment) -> None:
        """The department of this turn leads no more: its card is that of its part from now on."""
        self._transaction.write(
            """UPDATE cards SET assignment_id = :part WHERE appeal_id = :appeal AND kind = 'department'
            AND turn = :turn AND assignment_id IS NULL""",
            {"part": part.id, "appeal": appeal.id, "turn": part.turn},
        )

    def close_menus(self, appeal_id: AppealId) -> None:
        """Back to the table on every card of the appeal: something has been chosen."""
        self._transaction.write(
            "UPDATE cards SET menu = '', page = 0, chosen = NULL WHERE appeal_id = :appeal AND menu <> ''",
            {"appeal": appeal_id},
        )

    def choose(self, card_id: int, chosen: tuple[Chosen, ...]) -> None:
        """Several departments are being ticked on this card."""
        self._transaction.write(
            "UPDATE cards SET menu = :menu, page = 0, chosen = :chosen WHERE id = :id",
            {"id": card_id, "menu": Menu.SEVERAL.value, "chosen": stored(chosen)},
        )

    async def find_by_message(self, chat_id: int, message_id: int) -> Card | None:
        """The card that stands there."""
        row = await self._transaction.fetch_one(
            "SELECT * FROM cards WHERE chat_id = :chat AND message_id = :message",
            {"chat": chat_id, "message": message_id},
        )
        return read(Card, row) if row else None

    async def find(self, card_id: int) -> Card | None:
        """The card of this id."""
        row = await self._transaction.fetch_one("SELECT * FROM cards WHERE id = :id", {"id": card_id})
        return read(Card, row) if row else None

    async def stands_in(self, appeal_id: AppealId, kind: CardKind, chat_id: int) -> bool:
        """Whether a card of this kind was put up in the chat."""
        found = await self._transaction.fetch_value(
            "SELECT 1 FROM cards WHERE appeal_id = :appeal AND kind = :kind AND chat_id = :chat LIMIT 1",
            {"appeal": appeal_id, "kind": kind.value, "chat": chat_id},
        )
        return found is not None

    async def find_of_draft(self, draft_id: DraftId, chat_id: int) -> Card | None:
        """The newest card of this version in the chat."""
        row = await self._transaction.fetch_one(
            "SELECT * FROM cards WHERE draft_id = :draft AND chat_id = :chat ORDER BY id DESC LIMIT 1",
            {"draft": draft_id, "chat": chat_id},
        )
        return read(Card, row) if row else None

    def put_below(self, card: Card, notice: Notice, now: datetime) -> None:
        """The message that stands is the card no more; the next one is."""
        self._transaction.write(
            "UPDATE cards SET message_id = NULL, rendered = NULL WHERE id = :id", {"id": card.id}
        )
        outbox.add(self._transaction, replace(notice, ref_id=card.id), now)
        self._touched.add(notice.chat_id)

    async def find_choosing(self, appeal_id: AppealId) -> Card | None:
        """The card on which several departments are being ticked."""
        row = await self._transaction.fetch_one(
            "SELECT * FROM cards WHERE appeal_id = :appeal AND menu = :menu ORDER BY id DESC LIMIT 1",
            {"appeal": appeal_id, "menu": Menu.SEVERAL.value},
        )
        return read(Card, row) if row else None

    async def find_here(self, appeal: Appeal, kind: CardKind, chat_id: int) -> Card | None:
        """The appeal's newest card of this kind and turn in the chat, whether it stands yet or not."""
        row = await self._transaction.fetch_one(
            """SELECT * FROM cards WHERE appeal_id = :appeal AND kind = :kind AND chat_id = :chat
            AND (kind <> 'department' OR turn = :turn) AND assignment_id IS NULL ORDER BY id DESC LIMIT 1""",
            {"appeal": appeal.id, "kind": kind.value, "chat": chat_id, "turn": appeal.assignments},
        )
        return read(Card, row) if row else None

    async def find_standing(self, appeal_id: AppealId, chat_id: int) -> Card | None:
        """The newest card of the appeal that stands in the chat and is somebody's work."""
        row = await self._transaction.fetch_one(
            """SELECT * FROM cards WHERE appeal_id = :appeal AND chat_id = :chat AND message_id IS NOT NULL
            AND kind IN ('coordinators', 'department', 'approval', 'task', 'sender') ORDER BY id DESC LIMIT 1""",
            {"appeal": appeal_id, "chat": chat_id},
        )
        return read(Card, row) if row else None

    async def find_queue(self, chat_id: int) -> Card | None:
        """The card by which this chat goes through the queue."""
        row = await self._transaction.fetch_one(
            "SELECT * FROM cards WHERE kind = 'queue' AND chat_id = :chat", {"chat": chat_id}
        )
        return read(Card, row) if row else None

    async def list_queues(self, appeal_id: AppealId) -> list[Card]:
        """Queue cards that show this appeal."""
        rows = await self._transaction.fetch_all(
            "SELECT * FROM cards WHERE kind = 'queue' AND appeal_id = :appeal", {"appeal": appeal_id}
        )
        return [read(Card, row) for row in rows]

    def turn_to(self, card_id: int, appeal_id: AppealId) -> None:
        """Let a queue card show another appeal."""
        self._transaction.write(
            "UPDATE cards SET appeal_id = :appeal, menu = '', page = 0 WHERE id = :id",
            {"id": card_id, "appeal": appeal_id},
        )

    def forget(self, card_id: int) -> None:
        """Nothing is drawn on this card any more."""
        self._transaction.write("DELETE FROM cards WHERE id = :id", {"id": card_id})

    async def find_chat(
        self, appeal_id: AppealId, kind: CardKind, assignment_id: AssignmentId | None = None
    ) -> int | None:
        """Where the newest card of this kind stands; of a department that does not lead, by its assignment."""
        chat: int | None = await self._transaction.fetch_value(
            """SELECT chat_id FROM cards WHERE appeal_id = :appeal AND kind = :kind
            AND assignment_id IS :assignment ORDER BY id DESC LIMIT 1""",
            {"appeal": appeal_id, "kind": kind.value, "assignment": assignment_id},
        )
        return chat

    async def list_taken_down(self, chat_id: int) -> list[AppealId]:
        """Open appeals whose card in this chat does not stand."""
        rows = await self._transaction.fetch_all(
            """SELECT DISTINCT appeal_id FROM cards JOIN appeals ON appeals.id = appeal_id
            WHERE cards.chat_id = :chat AND message_id IS NULL AND status NOT IN ('answered', 'closed') ORDER BY appeal_id""",
            {"chat": chat_id},
        )
        return [row["appeal_id"] for row in rows]

    async def carry(self, removal: Removal) -> list[tuple[str, int]]:
        """Let the open cards that stand in the one place stand in the other; number and message of each in the old one."""
        values = {
            "kind": removal.kind.value,
            "department": removal.department,
            "chat": removal.new.chat,
            "thread": removal.new.thread,
            "old_chat": removal.old.chat,
            "old_thread": removal.old.thread,
        }
        rows = await self._transaction.fetch_all(
            f"""SELECT number, message_id FROM cards JOIN appeals ON appeals.id = appeal_id WHERE {_STANDS_OPEN}""",
            values,
        )
        self._transaction.write(
            f"""UPDATE cards SET chat_id = :chat, thread_id = :thread, message_id = NULL, rendered = NULL
            WHERE {_STANDS_OPEN}""",
            values,
        )
        self.changed.update((removal.old.chat, removal.new.chat))
        return [(row["number"], row["message_id"]) for row in rows]

    async def bring_home(
        self, kind: CardKind, department: Department | None, chat: int, *, stand_in: int
    ) -> list[tuple[str, int]]:
        """Let cards stand in their own chat again; number and message of each that stood in."""
        values = {
            "kind": kind.value,
            "chat": chat,
            "thread": department.thread if department else 0,
            "department": department.code if department else None,
            "other": stand_in,
        }
        away = "cards.kind = :kind AND coalesce(:department, cards.department) IS cards.department AND chat_id = :other"
        rows = await self._transaction.fetch_all(
            f"""SELECT number, message_id FROM cards JOIN appeals ON appeals.id = appeal_id
            WHERE {away} AND message_id IS NOT NULL""",
            values,
        )
        self._transaction.write(
            f"""UPDATE cards SET chat_id = :chat, thread_id = :thread, message_id = NULL, rendered = NULL
            WHERE {away}""",
            values,
        )
        return [(row["number"], row["message_id"]) for row in rows]
