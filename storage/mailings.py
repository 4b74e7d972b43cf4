"""Cards that go by e-mail: a lane of their own beside the outbox, claimed before each attempt as its rows are.

waiting ──> sending ──> sent
   ^           ├──────> failed    refused for good, or a day in vain
   │           └──────> dropped   the department had lost the appeal before
   └── the server or the way to it was away, or the process ended meanwhile
"""

import json
from collections.abc import Sequence
from datetime import datetime

from domain.ids import AppealId, DepartmentCode
from domain.mailing.mailings import Mailing, MailTrouble
from storage.database import Connection, Transaction
from storage.rows import read, stored_moment

ROUND = 20
"""Rows in one look; the next look brings the rest."""
OF_APPEAL = "SELECT * FROM mailings WHERE appeal_id = :appeal ORDER BY id"


class Mailings:
    """Those of one transaction."""

    def __init__(self, transaction: Transaction) -> None:
        self._transaction = transaction

    def add(
        self,
        appeal_id: AppealId,
        department: DepartmentCode,
        address: str,
        now: datetime,
        not_before: datetime | None = None,
    ) -> None:
        """Put a letter in line; SQLite makes up the token of its Message-ID."""
        self._transaction.write(
            """INSERT INTO mailings (appeal_id, department, address, token, created_at, not_before)
            VALUES (:appeal, :department, :address, lower(hex(randomblob(16))), :now, :later)""",
            {
                "appeal": appeal_id,
                "department": department,
                "address": address,
                "now": stored_moment(now),
                "later": stored_moment(not_before or now),
            },
        )

    def follow(self, first: Mailing, message_ids: Sequence[int], now: datetime, not_before: datetime) -> None:
        """Put in line what was added to a letter that has left."""
        self._transaction.write(
            """INSERT INTO mailings (appeal_id, department, address, token, created_at, not_before, follows, added)
            VALUES (:appeal, :department, :address, lower(hex(randomblob(16))), :now, :later, :first, :said)""",
            {
                "appeal": first.appeal_id,
                "department": first.department,
                "address": first.address,
                "now": stored_moment(now),
                "later": stored_moment(not_before),
                "first": first.id,
                "said": json.dumps(list(message_ids)),
            },
        )

    def extend(self, mailing: Mailing, message_ids: Sequence[int]) -> None:
        """More messages in a letter that still waits."""
        self._transaction.write(
            "UPDATE mailings SET added = :said WHERE id = :id",
            {"id": mailing.id, "said": json.dumps([*mailing.added, *message_ids])},
        )

    async def list_of_appeal(self, appeal_id: AppealId) -> Sequence[Mailing]:
        """All of them, in order."""
        rows = await self._transaction.fetch_all(OF_APPEAL, {"appeal": appeal_id})
        return [read(Mailing, row) for row in rows]

    def sent(self, mailing: Mailing, now: datetime) -> None:
        """The server has taken it."""
        self._transaction.write(
            "UPDATE mailings SET state = 'sent', sent_at = :now, trouble = NULL, code = '' WHERE id = :id",
            {"id": mailing.id, "now": stored_moment(now)},
        )

    def put_off(self, mailing: Mailing, trouble: MailTrouble, code: str, *, until: datetime) -> None:
        """It is tried again then."""
        self._transaction.write(
            """UPDATE mailings SET state = 'waiting', trouble = :trouble, code = :code, not_before = :until
            WHERE id = :id""",
            {"id": mailing.id, "trouble": trouble.value, "code": code, "until": stored_moment(until)},
        )

    def failed(self, mailing: Mailing, trouble: MailTrouble, code: str) -> None:
        """It is tried no more."""
        self._transaction.write(
            "UPDATE mailings SET state = 'failed', trouble = :trouble, code = :code WHERE id = :id",
            {"id": mailing.id, "trouble": trouble.value, "code": code},
        )

    def dropped(self, mailing: Mailing) -> None:
        """Nobody there needs it any more."""
        self._transaction.write("UPDATE mailings SET state = 'dropped' WHERE id = :id", {"id": mailing.id})


async def list_due(reader: Connection, now: datetime) -> list[int]:
    """Ids of what may leave now, the longest due first; what a former attempt left claimed, too, once its time is over."""
    rows = await reader.run(
        [
            (
                """SELECT id FROM mailings WHERE state IN ('waiting', 'sending') AND not_before <= :now
                ORDER BY not_before, id LIMIT :limit""",
                {"now": stored_moment(now), "limit": ROUND},
            )
        ]
    )
    return [row["id"] for row in rows]


async def claim(transaction: Transaction, mailing_id: int, *, again: datetime) -> Mailing | None:
    """Take a letter up before its call; None where it waits no more. `again`: from then on it is due, whatever ends this attempt."""
    row = await transaction.fetch_one(
        """UPDATE mailings SET state = 'sending', attempts = attempts + 1, not_before = :again
        WHERE id = :id AND state IN ('waiting', 'sending') RETURNING *""",
        {"id": mailing_id, "again": stored_moment(again)},
    )
    return None if row is None else read(Mailing, row)
