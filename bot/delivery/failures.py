"""What became of a call that raised, in one word. The only place that reads Telegram's error texts.

Classes decide first; texts tell apart what has one class. Three questions matter to the sender: did it happen, may it
be tried again, and whose trouble is it (the call's, the message's, the chat's, everybody's).
"""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from aiogram.exceptions import (
    ClientDecodeError,
    TelegramAPIError,
    TelegramBadRequest,
    TelegramConflictError,
    TelegramEntityTooLarge,
    TelegramForbiddenError,
    TelegramMigrateToChat,
    TelegramNetworkError,
    TelegramNotFound,
    TelegramRetryAfter,
    TelegramServerError,
    TelegramUnauthorizedError,
)
from aiohttp import ClientConnectorError, ClientError, ConnectionTimeoutError
from aiohttp_socks import ProxyConnectionError, ProxyError, ProxyTimeoutError

from domain.ids import ChatId


class Kind(StrEnum):
    """What became of it."""

    HAPPENED = "happened"
    """it took effect; only the answer could not be read in full"""
    NOT_MODIFIED = "not modified"
    """the message looks like that already"""
    RETRY_AFTER = "retry after"
    DEFINITE = "failed"
    """it did not happen; later it may"""
    AMBIGUOUS = "answer lost"
    """it may have happened"""
    UNAUTHORIZED = "token refused"
    NOT_FOUND = "unknown method"
    MIGRATED = "group migrated"
    BLOCKED = "blocked by the user"
    DEACTIVATED = "user deactivated"
    NEVER_STARTED = "never started"
    KICKED = "kicked"
    NOT_A_MEMBER = "not a member"
    GROUP_DELETED = "group deleted"
    CHAT_NOT_FOUND = "chat not found"
    NO_RIGHTS = "no rights"
    THREAD_GONE = "topic gone"
    MESSAGE_GONE = "message gone"
    HAS_PHOTO = "words under a photo"
    TOO_OLD = "not deletable any more"
    REPLY_GONE = "replied message gone"
    FILE_GONE = "file gone"
    FILE_TOO_BIG = "file too big"
    PARSE_ERROR = "markup refused"
    TOO_LONG = "too long"
    BAD_REQUEST = "bad request"


@dataclass(frozen=True, slots=True)
class Failure:
    """`retry_after` in seconds; `new_chat` for a migrated group; `answer` what Telegram said of a call that happened.

    `reason` may be stored and logged: it never holds what a person wrote.
    """

    kind: Kind
    reason: str = ""
    retry_after: float = 0.0
    new_chat: ChatId | None = None
    answer: Any = field(default=None, repr=False)


_LONGEST_REASON = 120
_PROXY = (ProxyError, ProxyConnectionError, ProxyTimeoutError)
_NOT_CONNECTED = (ClientConnectorError, ConnectionTimeoutError, *_PROXY)

_CLASSES: tuple[tuple[type[BaseException] | tuple[type[BaseException], ...], Kind], ...] = (
    (TelegramUnauthorizedError, Kind.UNAUTHORIZED),
    (TelegramNotFound, Kind.NOT_FOUND),
    (TelegramEntityTooLarge, Kind.TOO_LONG),
    ((TelegramServerError, TelegramConflictError), Kind.DEFINITE),
    (_NOT_CONNECTED, Kind.DEFINITE),
    ((ClientError, OSError), Kind.AMBIGUOUS),
    # aiogram 3.31 looks for "restart" in the description of a 5xx answer; without a description that is None.
    (TypeError, Kind.DEFINITE),
    (TelegramNetworkError, Kind.AMBIGUOUS),
    # What is left of its family: {"ok": false} under a status that says otherwise.
    (TelegramAPIError, Kind.DEFINITE),
)

_FORBIDDEN = (
    ("blocked by the user", Kind.BLOCKED),
    ("user is deactivated", Kind.DEACTIVATED),
    ("can't initiate conversation", Kind.NEVER_STARTED),
    ("can't send messages to", Kind.DEACTIVATED),
    ("was kicked", Kind.KICKED),
    ("not a member", Kind.NOT_A_MEMBER),
    ("chat was deleted", Kind.GROUP_DELETED),
    ("rights", Kind.NO_RIGHTS),
)

_BAD_REQUEST = (
    ("message is not modified", Kind.NOT_MODIFIED),
    ("message to be replied not found", Kind.REPLY_GONE),
    ("replied message not found", Kind.REPLY_GONE),
    ("message to reply not found", Kind.REPLY_GONE),
    ("message to edit not found", Kind.MESSAGE_GONE),
    ("message can't be edited", Kind.MESSAGE_GONE),
    ("there is no text in the message to edit", Kind.HAS_PHOTO),
    ("message to delete not found", Kind.MESSAGE_GONE),
    ("message can't be deleted", Kind.TOO_OLD),
    ("message to react not found", Kind.MESSAGE_GONE),
    ("message to pin not found", Kind.MESSAGE_GONE),
    ("message_id_invalid", Kind.MESSAGE_GONE),
    ("message thread not found", Kind.THREAD_GONE),
    ("topic_deleted", Kind.THREAD_GONE),
    ("topic_closed", Kind.THREAD_GONE),
    ("topic_id_invalid", Kind.THREAD_GONE),
    ("can't parse", Kind.PARSE_ERROR),
    ("entity_bounds_invalid", Kind.PARSE_ERROR),
    ("too long", Kind.TOO_LONG),
    ("media_caption_too_long", Kind.TOO_LONG),
    ("file is too big", Kind.FILE_TOO_BIG),
    ("file identifier", Kind.FILE_GONE),
    ("file_id", Kind.FILE_GONE),
    ("file_reference", Kind.FILE_GONE),
    ("can't use file of type", Kind.FILE_GONE),
    ("type of file mismatch", Kind.FILE_GONE),
    ("chat not found", Kind.CHAT_NOT_FOUND),
    ("peer_id_invalid", Kind.CHAT_NOT_FOUND),
    ("group chat was deactivated", Kind.GROUP_DELETED),
    ("not enough rights", Kind.NO_RIGHTS),
    ("have no rights", Kind.NO_RIGHTS),
    ("need administrator rights", Kind.NO_RIGHTS),
    ("chat_write_forbidden", Kind.NO_RIGHTS),
    ("chat_admin_required", Kind.NO_RIGHTS),
    ("chat_restricted", Kind.NO_RIGHTS),
    ("chat_send_", Kind.NO_RIGHTS),
)


def judge(error: Exception, chat_id: ChatId) -> Failure:
    """What an error raised by a call to this chat means."""
    match error:
        case TelegramRetryAfter():
            failure = Failure(Kind.RETRY_AFTER, retry_after=error.retry_after)
        case TelegramMigrateToChat():
            failure = Failure(Kind.MIGRATED, new_chat=ChatId(error.migrate_to_chat_id))
        case TelegramForbiddenError():
            failure = _by_text(error, _FORBIDDEN, Kind.BLOCKED if chat_id > 0 else Kind.KICKED)
        case TelegramBadRequest():
            failure = _by_text(error, _BAD_REQUEST, Kind.BAD_REQUEST)
        case ClientDecodeError():
            failure = _undecoded(error)
        case TelegramNetworkError(__cause__=Exception() as cause):
            failure = _by_class(cause)
        case _:
            failure = _by_class(error)
    return failure


def _by_class(error: Exception) -> Failure:
    kind = next((kind for classes, kind in _CLASSES if isinstance(error, classes)), Kind.BAD_REQUEST)
    return Failure(kind, type(error).__name__)


def _by_text(
    error: TelegramAPIError,
    texts: tuple[tuple[str, Kind], ...],
    unnamed: Kind,
) -> Failure:
    text = str(error.message or "").lower()
    kind = next((kind for pattern, kind in texts if pattern in text), unnamed)
    reason = "" if kind is Kind.PARSE_ERROR else str(error.message or "")[:_LONGEST_REASON]
    return Failure(kind, reason)


def _undecoded(error: ClientDecodeError) -> Failure:
    """Not JSON (a gateway's page, an answer cut short), or JSON that aiogram's models do not know yet."""
    answer = error.data
    if isinstance(answer, dict) and answer.get("ok") is True:
        return Failure(Kind.HAPPENED, answer=answer.get("result"))
    if isinstance(answer, dict) and answer.get("ok") is False:
        return Failure(Kind.DEFINITE, "ClientDecodeError")
    return Failure(Kind.AMBIGUOUS, "ClientDecodeError")
