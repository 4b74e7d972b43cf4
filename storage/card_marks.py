"""What the sender notes about cards and files once they stand in a chat."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from domain.ids import AppealId
from storage.database import Transaction
from storage.rows import stored_moment

REST = timedelta(seconds=1.8)
"""After an edit a card is left alone for so long: ten changes in two seconds are two edits (guarantee 15)."""


def card_stands(transaction: Transaction, card_id: int, message_id: int, digest: str | None) -> None:
    """The card has a message now, which looks like this."""
    transaction.write(
        "UPDATE cards SET message_id = :message, rendered = :digest WHERE id = :id",
        {"id": card_id, "message": message_id, "digest": digest},
    )


def card_looks(transaction: Transaction, card_id: int, digest: str | None, now: datetime) -> None:
    """An edit has changed the card's look."""
    transaction.write(
        "UPDATE cards SET rendered = :digest, rests_until = :rests WHERE id = :id",
        {"id": card_id, "digest": digest, "rests": stored_moment(now + REST)},
    )


def card_is_gone(transaction: Transaction, card_id: int) -> None:
    """Somebody has deleted the message; the card has to be put up again."""
    transaction.write("UPDATE cards SET message_id = NULL, rendered = NULL WHERE id = :id", {"id": card_id})


def files_shown(transaction: Transaction, appeal_id: AppealId, file_ids: Sequence[str]) -> None:
    """The staff chat that holds the appeal has these files."""
    for file_id in file_ids:
        transaction.write(
            "UPDATE citizen_messages SET shown = 1 WHERE appeal_id = :appeal AND file_id = :file",
            {"appeal": appeal_id, "file": file_id},
        )


def places_shown(transaction: Transaction, appeal_id: AppealId) -> None:
    """The chat has the places too."""
    transaction.write(
        "UPDATE citizen_messages SET shown = 1 WHERE appeal_id = :appeal AND kind = 'location'",
        {"appeal": appeal_id},
    )
