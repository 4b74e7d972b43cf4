"""What the administrators must hear of, whoever finds it out."""

import logging
from enum import StrEnum
from typing import Protocol

from bot.faults import fault_of
from storage.database import StorageUnavailable

_log = logging.getLogger(__name__)


class AlarmKind(StrEnum):
    """Also the keys of the texts; the facts of each stand beside it."""

    UPDATE_SET_ASIDE = "alarm-update-set-aside"
    """update_id, error"""
    TOKEN_REFUSED = "alarm-token-refused"  # noqa: S105 — a name
    """no facts"""
    TOPIC_GONE = "alarm-topic-gone"
    """chat_id, thread_id"""
    POLLING = "alarm-polling"
    """state"""
    NOT_SENT = "alarm-not-sent"
    """chat_id, row_id, notice, error"""


class Alarm(Protocol):
    """Writes the alarm down for the administrators; hearing the same again and again is its own care."""

    async def __call__(self, kind: AlarmKind, **facts: str | int) -> None: ...


async def sound(alarm: Alarm, kind: AlarmKind, **facts: str | int) -> None:
    """Raise the alarm; one that fails is logged and stops nobody, but StorageUnavailable is passed on."""
    try:
        await alarm(kind, **facts)
    except StorageUnavailable:
        raise
    except Exception as error:  # noqa: BLE001 — whatever is wrong with the alarm, the work goes on
        _log.error("the alarm %s failed: %s", kind.value, fault_of(error))
