"""What the import of a register needs to keep."""

from collections.abc import Collection, Mapping
from datetime import datetime
from typing import Protocol

from domain.appeal import Appeal
from domain.register.rows import Executor

External = tuple[str, str]
"""A channel's code and the number that the message has there."""


class KnownRows(Protocol):
    """What is in the register already."""

    async def list_numbers(self, numbers: Collection[str]) -> Mapping[str, datetime]:
        """Those of the numbers that are given already, with the moment of detection."""
        ...

    async def list_external(self, known: Collection[External]) -> Mapping[External, str]:
        """Those of the messages that are there already, with their numbers."""
        ...


class Register(KnownRows, Protocol):
    """Whole rows of the register, many at a time."""

    async def add(
        self, appeal: Appeal, *, applicant: str, text: str, executors: Collection[Executor], now: datetime
    ) -> None:
        """Store an appeal that came from a file; fills `id`. Without a number it waits for `finish`."""
        ...

    async def finish(self, years: Mapping[int, int]) -> None:
        """Number those that came without, each in its year (by id), in their order, and find what repeats what."""
        ...
