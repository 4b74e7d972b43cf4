"""What follows from the outcome of a call, written down. Everything here can be repeated: the database may be away."""

import logging
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.alarms import Alarm, AlarmKind, sound
from bot.delivery.courier import Sent
from bot.delivery.failures import Failure, Kind
from bot.delivery.pauses import ALL, Pauses, backoff
from bot.delivery.ports import Reports
from domain.ids import OutboxId
from domain.notices import NoticeKind
from services.ports import Clock
from storage import outbox
from storage.database import Database
from storage.outbox_rows import OutboxRow
from views.parts import Deletion, Edit, Files, Part, Pin, Reaction

_log = logging.getLogger(__name__)

TRIES = 5
"""Of a row that Telegram refuses for a reason of the row's own."""
STUBBORN = 5
"""Failures after which a row makes way for others of its chat."""
ONE_TRY = 0.05
"""Seconds: time for one other row."""
TOKEN_PAUSE = 30.0
RETRY_MARGIN = 0.2
"""Seconds beyond what Telegram asks for; whole seconds are all it tells."""


@dataclass(frozen=True, slots=True)
class Attempt:
    """A claimed row, the part that was tried, and where it stands among the row's parts."""

    row: OutboxRow
    part: Part
    index: int
    last: bool
    digest: str | None = None


Record = Callable[[], Awaitable[None]]
_ONLY_LATER = frozenset(
    {Kind.RETRY_AFTER, Kind.DEFINITE, Kind.AMBIGUOUS, Kind.UNAUTHORIZED, Kind.MIGRATED},
)
_CLOSED = (
    Kind.BLOCKED,
    Kind.DEACTIVATED,
    Kind.NEVER_STARTED,
    Kind.KICKED,
    Kind.NOT_A_MEMBER,
    Kind.GROUP_DELETED,
    Kind.CHAT_NOT_FOUND,
    Kind.NO_RIGHTS,
)
_UNPUBLISHED = frozenset({*_CLOSED, Kind.REPLY_GONE, Kind.THREAD_GONE})


class Aftermath:
    """Pauses take effect at once; the record that is returned writes the rest down, however often it has to be tried."""

    def __init__(
        self,
        database: Database,
        clock: Clock,
        pauses: Pauses,
        *,
        reports: Reports,
        alarm: Alarm,
        wake: Callable[[int], None],
    ) -> None:
        self._database = database
        self._clock = clock
        self._pauses = pauses
        self._reports = reports
        self._alarm = alarm
        self._wake = wake
        self._setbacks: dict[OutboxId, int] = {}
        self._following: dict[Kind, Callable[[Attempt, Failure], Record]] = {
            Kind.RETRY_AFTER: self._limited,
            Kind.DEFINITE: self._not_now,
            Kind.AMBIGUOUS: self._not_now,
            Kind.UNAUTHORIZED: self._token_refused,
            Kind.MIGRATED: self._migrated,
            Kind.THREAD_GONE: self._topic_gone,
            Kind.FILE_GONE: self._file_gone,
            Kind.MESSAGE_GONE: self._message_gone,
            **dict.fromkeys(_CLOSED, self._closed),
        }

    def record(self, attempt: Attempt, outcome: Sent | Failure) -> Record:
        """What is to be written down."""
        match outcome:
            case Sent(message_ids, from_copy):
                if from_copy:
                    _log.warning(
                        "row %d: a file that Telegram had forgotten was sent from the copy", attempt.row.id
                    )
                return self._sent(attempt, message_ids)
            case Failure(kind) if kind not in _ONLY_LATER and isinstance(attempt.part, Deletion | Reaction):
                _log.debug("row %d, an extra, came to nothing: %s", attempt.row.id, kind.value)
                return self._sent(attempt, ())
            case Failure(kind) if attempt.row.kind is NoticeKind.PUBLIC_ANSWER and kind in _UNPUBLISHED:
                return lambda: self._reports.not_published(attempt.row, outcome)
            case Failure(kind=Kind.NO_RIGHTS) if isinstance(attempt.part, Pin):
                return lambda: self._reports.not_pinned(attempt.row)
            case Failure(kind):
                return self._following.get(kind, self._refused)(attempt, outcome)

    async def put_back(self, row: OutboxRow) -> None:
        """Let a claimed row wait again as if nothing had been tried."""
        await self._put_back(row)

    async def give_up(self, row: OutboxRow, error: str) -> None:
        """The row cannot be reported: it is not sent again, and the administrators hear of it."""
        async with self._database.transaction() as transaction:
            outbox.fail(transaction, row.id, error, self._clock.now())
            await transaction.commit()
        await self._not_sent(row, error)

    def _sent(self, attempt: Attempt, message_ids: tuple[int, ...]) -> Record:
        self._pauses.succeeded(attempt.row.chat_id)
        self._setbacks.pop(attempt.row.id, None)
        return lambda: self._reports.part_sent(
            attempt.row,
            attempt.part,
            message_ids,
            index=attempt.index,
            last=attempt.last,
            digest=attempt.digest,
        )

    def _limited(self, attempt: Attempt, failure: Failure) -> Record:
        now = self._clock.now()
        seconds = failure.retry_after + RETRY_MARGIN
        chat_id = attempt.row.chat_id
        self._pauses.hold(chat_id, seconds, now)
        _log.warning("chat %d: Telegram asks for %g s", chat_id, failure.retry_after)

        async def write_down() -> None:
            async with self._database.transaction() as transaction:
                outbox.pause_chat(transaction, chat_id, now + timedelta(seconds=seconds))
                outbox.put_back(transaction, attempt.row, counted=False)
                await transaction.commit()

        return write_down

    def _not_now(self, attempt: Attempt, failure: Failure) -> Record:
        """The chat waits as a whole, so that its rows keep their order."""
        row, now = attempt.row, self._clock.now()
        failures = self._pauses.failed(row.chat_id, now)
        setbacks = self._setbacks[row.id] = self._setbacks.get(row.id, 0) + 1
        level = logging.DEBUG if setbacks > 1 else logging.WARNING
        _log.log(level, "row %d: %s (%s)", row.id, failure.kind.value, failure.reason)
        not_before = now + timedelta(seconds=_way(failures, setbacks)) if setbacks >= STUBBORN else None
        doubtful = failure.kind is Kind.AMBIGUOUS

        async def write_down() -> None:
            # The word comes first: a kill between the two must not leave a repetition that nobody knows of.
            if doubtful:
                await self._reports.doubtful(row)
            await self._put_back(row, doubtful=doubtful, not_before=not_before, error=failure.kind.value)

        return write_down

    def _token_refused(self, attempt: Attempt, _: Failure) -> Record:
        self._pauses.hold(ALL, TOKEN_PAUSE, self._clock.now())

        async def write_down() -> None:
            await self._put_back(attempt.row)
            await sound(self._alarm, AlarmKind.TOKEN_REFUSED)

        return write_down

    def _migrated(self, attempt: Attempt, failure: Failure) -> Record:
        old, new = attempt.row.chat_id, failure.new_chat or attempt.row.chat_id

        async def write_down() -> None:
            await self._put_back(attempt.row)
            await self._reports.migrated(old, new)
            self._wake(new)

        return write_down

    def _closed(self, attempt: Attempt, failure: Failure) -> Record:
        row = attempt.row
        if row.chat_id > 0:
            return lambda: self._reports.undeliverable(row, failure)
        if row.kind is NoticeKind.BINDING and row.args.get("user"):
            return lambda: self._reports.not_bound(row)
        self._pauses.failed(row.chat_id, self._clock.now())

        async def write_down() -> None:
            await self._put_back(row)
            await self._reports.chat_unreachable(row.chat_id, failure)

        return write_down

    def _topic_gone(self, attempt: Attempt, failure: Failure) -> Record:
        row = attempt.row
        if row.thread_id == 0:
            return self._closed(attempt, failure)

        async def write_down() -> None:
            async with self._database.transaction() as transaction:
                outbox.move_to_general(transaction, row.chat_id, row.thread_id)
                outbox.put_back(transaction, row, counted=False)
                await transaction.commit()
            await sound(self._alarm, AlarmKind.TOPIC_GONE, chat_id=row.chat_id, thread_id=row.thread_id)

        return write_down

    def _file_gone(self, attempt: Attempt, failure: Failure) -> Record:
        if not isinstance(attempt.part, Files):
            return self._refused(attempt, failure)
        return lambda: self._reports.file_gone(
            attempt.row, attempt.part, index=attempt.index, last=attempt.last
        )

    def _message_gone(self, attempt: Attempt, failure: Failure) -> Record:
        if not isinstance(attempt.part, Edit | Pin):
            return self._refused(attempt, failure)
        return lambda: self._reports.message_gone(attempt.row)

    def _refused(self, attempt: Attempt, failure: Failure) -> Record:
        return self.refused(attempt.row, f"{failure.kind.value}: {failure.reason}")

    def refused(self, row: OutboxRow, error: str) -> Record:
        """The row's own trouble: tried a few times while others go on, then given up."""
        _log.warning("row %d (%s), try %d: %s", row.id, row.kind.value, row.attempts, error)
        if row.attempts < TRIES:
            later = self._clock.now() + timedelta(seconds=backoff(row.attempts))
            return lambda: self._put_back(row, counted=True, not_before=later, error=error)

        async def write_down() -> None:
            await self._reports.failed(row, error)
            await self._not_sent(row, error)

        return write_down

    async def _put_back(
        self,
        row: OutboxRow,
        *,
        counted: bool = False,
        doubtful: bool = False,
        not_before: datetime | None = None,
        error: str | None = None,
    ) -> None:
        async with self._database.transaction() as transaction:
            outbox.put_back(
                transaction, row, counted=counted, doubtful=doubtful, not_before=not_before, error=error
            )
            await transaction.commit()

    async def _not_sent(self, row: OutboxRow, error: str) -> None:
        # An alarm about an alarm would go on for ever.
        if row.kind is not NoticeKind.ALARM:
            facts = {"chat_id": row.chat_id, "row_id": row.id}
            await sound(self._alarm, AlarmKind.NOT_SENT, **facts, notice=row.kind.value, error=error)


def _way(failures: int, setbacks: int) -> float:
    """For how many seconds a stubborn row makes way.

    Where others get through, it is to blame and comes seldom. Where none does, it lets the next one try first.
    """
    return backoff(setbacks) if failures == 1 else backoff(failures) + ONE_TRY
