"""One part to Telegram: the call, what mends it on the spot, and what it took from the chat's budget."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any, Protocol

from aiogram.methods import TelegramMethod

from bot.delivery.calls import Call, Upload, message_ids
from bot.delivery.failures import Failure, Kind, judge
from bot.delivery.throttle import Throttle
from bot.faults import fault_of
from domain.notices import Priority
from services.ports import Clock
from views.parts import Deletion, Edit, Files, Pin, Reaction, Unbuttoning, operations

CALL_TIMEOUT = 20
"""Seconds for the whole exchange."""
UPLOAD_TIMEOUT = 120
"""Seconds for one that carries a file of up to 50 MB."""
_MENDINGS = 3
_UNCOUNTED = frozenset({Kind.DEFINITE, Kind.RETRY_AFTER, Kind.UNAUTHORIZED})
"""Telegram did nothing, so it counted nothing."""


FindCopy = Callable[[str], Awaitable[Upload | None]]
"""The town's own copy of a file id; None where none is kept."""


async def no_copies(_: str) -> Upload | None:
    """Of a town that keeps none."""
    return None


class Caller(Protocol):
    """aiogram's Bot."""

    async def __call__(self, method: TelegramMethod[Any], request_timeout: int | None = None) -> Any: ...


@dataclass(frozen=True, slots=True)
class Sent:
    """It stands in the chat, under these ids; an edit, a deletion, a reaction brings none.

    `from_copy`: Telegram had forgotten the file, and the town's own copy was sent.
    """

    message_ids: tuple[int, ...]
    from_copy: bool = False


class Courier:
    """Carries a call out; a refused markup, a picture that a chat takes from nobody, a lost message to reply to are mended at once."""

    def __init__(self, bot: Caller, clock: Clock, throttle: Throttle, find_copy: FindCopy) -> None:
        self._bot = bot
        self._clock = clock
        self._throttle = throttle
        self._find_copy = find_copy

    async def carry(self, call: Call, priority: Priority) -> Sent | Failure:
        """What became of it."""
        for _ in range(_MENDINGS):
            outcome = await self._try(call, priority)
            mended = _mended(call, outcome) or await self._from_copy(call, outcome)
            if mended is None or mended == call:
                break
            call = mended
        return outcome

    async def _from_copy(self, call: Call, outcome: Sent | Failure) -> Call | None:
        """The file itself in place of an id that Telegram does not know any more: once, and for a single file alone."""
        is_gone = isinstance(outcome, Failure) and outcome.kind is Kind.FILE_GONE
        if (
            not is_gone
            or call.upload is not None
            or not isinstance(call.part, Files)
            or len(call.part.items) > 1
        ):
            return None
        upload = await self._find_copy(call.part.items[0].file_id)
        return call.with_upload(upload) if upload is not None else None

    async def _try(self, call: Call, priority: Priority) -> Sent | Failure:
        spent = operations(call.part)
        try:
            method = call.method()
        except Exception as error:  # noqa: BLE001 — a part that makes no call is this row's trouble alone
            return Failure(Kind.BAD_REQUEST, fault_of(error))
        self._throttle.begin(spent, priority, self._clock.now())
        try:
            answer = await self._bot(
                method, request_timeout=UPLOAD_TIMEOUT if call.carries_file else CALL_TIMEOUT
            )
        except Exception as error:  # noqa: BLE001 — judged, every one
            failure = judge(error, call.chat_id)
            if failure.kind not in _UNCOUNTED:
                self._throttle.spend(call.chat_id, spent, self._clock.now())
            return _as_sent(call, failure)
        self._throttle.spend(call.chat_id, spent, self._clock.now())
        return _sent(call, answer)


def _mended(call: Call, outcome: Sent | Failure) -> Call | None:
    match outcome:
        case Failure(kind=Kind.PARSE_ERROR):
            return call.without_markup()
        case Failure(kind=Kind.REPLY_GONE) if not call.is_bound:
            return call.without_reply()
        case Failure(kind=Kind.HAS_PHOTO):
            return call.under_photo()
        case Failure(kind=Kind.NO_RIGHTS | Kind.BAD_REQUEST | Kind.TOO_LONG | Kind.FILE_TOO_BIG):
            return call.in_words()
        case Failure(kind=Kind.TOO_OLD) if isinstance(call.part, Deletion):
            return call.only_unbuttoned(call.part.message_id)
    return None


def _as_sent(call: Call, failure: Failure) -> Sent | Failure:
    match failure.kind:
        case Kind.HAPPENED:
            return _sent(call, failure.answer)
        case Kind.NOT_MODIFIED:
            return Sent(())
    return failure


def _sent(call: Call, answer: Any) -> Sent:
    if isinstance(call.part, Edit | Deletion | Unbuttoning | Reaction | Pin):
        return Sent(())
    return Sent(message_ids(answer), from_copy=call.upload is not None)
