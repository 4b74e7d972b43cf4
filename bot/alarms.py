"""What the administrators must hear of, whoever finds it out."""

import logging
from typing import Protocol

from bot.faults import fault_of
from domain.notices import AlarmKind
from storage.database import StorageUnavailable

__all__ = ["Alarm", "AlarmKind", "sound"]

_log = logging.getLogger(__name__)


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
