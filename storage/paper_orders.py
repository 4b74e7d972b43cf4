"""Orders of papers: kept until the file stands in the chat, so that no restart loses one."""

from datetime import date, datetime
from typing import Final

from domain.ids import ChatId
from domain.papers.kinds import MOST_ATTEMPTS, Paper, PaperOrder, PaperState, Stretch
from domain.people import Deed
from storage.database import Connection, Transaction
from storage.rows import read, stored, stored_moment


class PaperOrders:
    """Orders of one transaction."""

    def __init__(self, transaction: Transaction) -> None:
        self._transaction = transaction

    async def add(
        self,
        paper: Paper,
        days: Stretch | None,
        scope: str,
        chat: ChatId,
        *,
        by: Deed,
        about: str = "",
    ) -> int:
        """An order; without days, and about no message, they are waited for in words. Its id."""
        return int(
            await self._transaction.fetch_value(
                """INSERT INTO paper_orders
                (paper, state, first, last, scope, about, chat_id, thread_id, user_id, user_name, asked_at)
                VALUES (:paper, :state, :first, :last, :scope, :about, :chat, :thread, :user, :name, :now) RETURNING id""",
                {
                    "paper": paper.value,
                    "state": (PaperState.WAITING if days or about else PaperState.ASKED).value,
                    "first": _day(days.first) if days else None,
                    "last": _day(days.last) if days else None,
                    "scope": scope,
                    "about": about,
                    "chat": chat,
                    "thread": by.thread if chat == by.chat else 0,
                    "user": by.actor.user_id,
                    "name": by.actor.name,
                    "now": stored_moment(by.at),
                },
            )
        )

    async def find(self, order_id: int) -> PaperOrder | None:
        """The order as it stands; None where it is forgotten."""
        row = await self._transaction.fetch_one(_ONE, {"id": order_id})
        return read(PaperOrder, row) if row else None

    async def is_on_its_way(self, paper: Paper, days: Stretch, scope: str, chat: ChatId) -> bool:
        """Whether the same is being made for this chat."""
        return bool(
            await self._transaction.fetch_value(
                f"""SELECT EXISTS (SELECT 1 FROM paper_orders WHERE {_ON_ITS_WAY} AND paper = :paper
                AND first = :first AND last = :last AND scope = :scope AND chat_id = :chat)""",
                {
                    "paper": paper.value,
                    "first": _day(days.first),
                    "last": _day(days.last),
                    "scope": scope,
                    "chat": chat,
                },
            )
        )

    async def is_about_on_its_way(self, paper: Paper, about: str, chat: ChatId) -> bool:
        """The same of a paper about one message."""
        return bool(
            await self._transaction.fetch_value(
                f"""SELECT EXISTS (SELECT 1 FROM paper_orders WHERE {_ON_ITS_WAY} AND paper = :paper
                AND about = :about AND chat_id = :chat)""",
                {"paper": paper.value, "about": about, "chat": chat},
            )
        )

    def becomes(
        self, order_id: int, state: PaperState, *, file: str | None = None, trouble: str | None = None
    ) -> None:
        """It is made, stands in the chat, or will not come."""
        self._transaction.write(
            """UPDATE paper_orders SET state = :state, file = coalesce(:file, file), trouble = :trouble
            WHERE id = :id""",
            {"id": order_id, "state": state.value, "file": file, "trouble": trouble},
        )

    def begin(self, order_id: int) -> None:
        """One more try."""
        self._transaction.write(
            "UPDATE paper_orders SET attempts = attempts + 1 WHERE id = :id", {"id": order_id}
        )


async def find_waiting(reader: Connection) -> tuple[PaperOrder, bool] | None:
    """The oldest order that waits, and whether it has been tried in vain too often."""
    rows = await reader.run([("SELECT * FROM paper_orders WHERE state = 'waiting' ORDER BY id LIMIT 1", {})])
    return (read(PaperOrder, rows[0]), rows[0]["attempts"] >= MOST_ATTEMPTS) if rows else None


async def find_order(reader: Connection, order_id: int) -> PaperOrder | None:
    """The order as it stands; None where it is forgotten."""
    rows = await reader.run([(_ONE, {"id": order_id})])
    return read(PaperOrder, rows[0]) if rows else None


async def list_wanted_files(reader: Connection) -> set[str]:
    """Files that have still to be sent."""
    rows = await reader.run([("SELECT file FROM paper_orders WHERE state = 'made'", {})])
    return {row["file"] for row in rows}


async def prune(transaction: Transaction, before: datetime) -> int:
    """Forget what was ordered before then and is done with; how many there were."""
    rows = await transaction.fetch_all(
        f"DELETE FROM paper_orders WHERE NOT ({_ON_ITS_WAY}) AND asked_at < :before RETURNING id",
        {"before": stored_moment(before)},
    )
    return len(rows)


def _day(day: date) -> object:
    return stored(day)


_ONE: Final = "SELECT * FROM paper_orders WHERE id = :id"
_ON_ITS_WAY: Final = "state IN ('waiting', 'made')"
