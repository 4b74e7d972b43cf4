"""What happened, in order: every call with its outcome, every update queued, released, confirmed or expired."""

import json
from collections.abc import Callable
from dataclasses import asdict, dataclass, field
from fnmatch import fnmatchcase
from pathlib import Path
from typing import TextIO

from sandbox.model import Json


@dataclass(slots=True)
class CallRecord:
    """One call. `applied`: its effect happened. `answered`: the whole answer was sent, so an unanswered call is a "maybe"."""

    at: str
    bot: int
    method: str
    chat: int | str | None
    params: Json
    applied: bool = False
    answered: bool = True
    ok: bool = False
    status: int = 200
    description: str = ""
    retry_after: int | None = None
    message_ids: list[int] = field(default_factory=list)
    fault: str = ""
    event: str = "call"


@dataclass(slots=True)
class QueueRecord:
    """Updates on their way: "queued", "released" (given to a poller or a webhook), "confirmed", "expired"."""

    at: str
    bot: int
    event: str
    update_ids: list[int]
    offset: int | None = None


Record = CallRecord | QueueRecord


class History:
    """The record, in memory and, with `path`, as JSON lines flushed one by one (it survives its own process too).

    `keep=False` leaves memory out of it, for runs of hours. `listeners` are called with each record at once: to look into the bot's database at the moment of a confirmation.
    """

    def __init__(self, path: Path | None = None, *, keep: bool = True) -> None:
        self.keep = keep
        self.records: list[Record] = []
        self.listeners: list[Callable[[Record], None]] = []
        self._file: TextIO | None = (
            path.open("a", encoding="utf-8", errors="backslashreplace") if path else None
        )

    def add(self, record: Record) -> None:
        if self.keep:
            self.records.append(record)
        if self._file is not None:
            self._file.write(json.dumps(asdict(record), ensure_ascii=False, default=repr) + "\n")
            self._file.flush()
        for listener in self.listeners:
            listener(record)

    def calls(self, method: str = "*", chat: int | None = None) -> list[CallRecord]:
        """Calls by a glob of the method's name ("send*") and, if given, one chat."""
        return [
            record
            for record in self.records
            if isinstance(record, CallRecord)
            and fnmatchcase(record.method.lower(), method.lower())
            and (chat is None or str(record.chat) == str(chat))
        ]

    def updates(self, event: str) -> list[int]:
        """Ids of the updates that were "queued", "released", "confirmed" or "expired", in order."""
        return [
            update_id
            for record in self.records
            if isinstance(record, QueueRecord) and record.event == event
            for update_id in record.update_ids
        ]

    def clear(self) -> None:
        """Forget what is in memory; the file keeps it."""
        self.records.clear()

    def close(self) -> None:
        if self._file is not None:
            self._file.close()
            self._file = None
