"""What the sender notes down of a row it has carried, in one transaction with all that follows from it."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from domain.ids import AppealId, OutboxId
from domain.notices import SentMessage
from storage import outbox, sent_messages
from storage.database import Transaction
from storage.outbox_rows import OutboxRow
from storage.rows import stored_moment

REST = timedelta(seconds=1.8)
"""After an edit a card is left alone for so long: ten changes in two seconds are two edits (guarantee 15)."""


class DeliveryNotes:
    """Rows, messages, cards and files as Telegram has them now."""

    def __init__(self, transaction: Transaction) -> None:
        self._transaction = transaction

    def messages_stand(
        self,
        row: OutboxRow,
        message_ids: Sequence[int],
        message: SentMessage,
        now: datetime,
        *,
        heard: bool = False,
    ) -> None:
        """These messages can be replied to and pressed on from now; `heard`: they made a sound."""
        for message_id in message_ids:
            sent_messages.record_sent(
                self._transaction,
                row.chat_id,
                message_id,
                thread_id=row.thread_id,
                outbox_id=row.id,
                message=message,
                now=now,
                heard=heard,
            )

    def part_done(self, row_id: OutboxId, now: datetime, *, index: int, last: bool) -> None:
        """The part at `index` is said; with the last one the row is done."""
        outbox.part_done(self._transaction, row_id, now, index=index, last=last)

    def finish(self, row_id: OutboxId, now: datetime) -> None:
        """There is nothing (more) to say."""
        outbox.finish(self._transaction, row_id, now)

    def hold(self, row_id: OutboxId, reason: str) -> None:
        """Keep the row until its chat opens again."""
        outbox.hold(self._transaction, row_id, reason)

    def fail(self, row_id: OutboxId, error: str, now: datetime) -> None:
        """Give the row up."""
        outbox.fail(self._transaction, row_id, error, now)

    def card_stands(self, card_id: int, message_id: int, digest: str | None) -> None:
        """The card has a message now, which looks like this."""
        self._transaction.write(
            "UPDATE cards SET message_id = :message, rendered = :digest WHERE id = :id",
            {"id": card_id, "message": message_id, "digest": digest},
        )

    def card_looks(self, card_id: int, digest: str | None, now: datetime) -> None:
        """An edit has changed the card's look."""
        self._transaction.write(
            "UPDATE cards SET rendered = :digest, rests_until = :rests WHERE id = :id",
            {"id": card_id, "digest": digest, "rests": stored_moment(now + REST)},
        )

    def card_is_gone(self, card_id: int) -> None:
        """Somebody has deleted the message; the card has to be put up again."""
        self._transaction.write(
            "UPDATE cards SET message_id = NULL, rendered = NULL WHERE id = :id", {"id": card_id}
        )

    def files_shown(self, appeal_id: AppealId, file_ids: Sequence[str]) -> None:
        """The staff chat that holds the appeal has these files."""
        for file_id in file_ids:
            self._transaction.write(
                "UPDATE citizen_messages SET shown = 1 WHERE appeal_id = :appeal AND file_id = :file",
                {"appeal": appeal_id, "file": file_id},
            )

    def places_shown(self, appeal_id: AppealId) -> None:
        """The chat has the places too."""
        self._transaction.write(
            "UPDATE citizen_messages SET shown = 1 WHERE appeal_id = :appeal AND kind = 'location'",
            {"appeal": appeal_id},
        )
