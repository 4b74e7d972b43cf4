"""Looking by hand at groups and pages from which nobody brings messages (R18).

DomainError
└── WatchOver    the list of a day that is over
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from domain.errors import DomainError
from domain.municipality import Channel, Municipality


@dataclass(frozen=True, slots=True)
class Look:
    """Somebody has looked through a channel on a local date; one look a day counts."""

    channel: str
    day: date
    seen_by: str
    seen_at: datetime


class WatchOver(DomainError):
    """A button under the list of another day."""

    code = "error-watch-over"

    def __init__(self, day: date) -> None:
        super().__init__(day)
        self.day = day

    @property
    def facts(self) -> Mapping[str, object]:
        """The day of the list."""
        return {"day": f"{self.day:%d.%m}"}


def list_watched(municipality: Municipality) -> list[Channel]:
    """Channels that are looked through by hand, in the file's order."""
    return [channel for channel in municipality.channels if channel.watched]
