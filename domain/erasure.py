"""Erasing what is personal (152-ФЗ, ст. 21): what stays is that there was a message, and what became of it."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Cause(StrEnum):
    """Why: the person asked for it, or the municipality's term of keeping is over."""

    REQUEST = "request"
    TERM = "term"


@dataclass(frozen=True, slots=True)
class Erasure:
    """An act of erasing. `is_whole`: nothing leads to the person any more; else only these messages' data are gone.

    `messages`, `files`: how many of the person's were erased.
    """

    cause: Cause
    citizen_id: int
    is_whole: bool
    numbers: tuple[str, ...]
    messages: int
    files: int
    erased_at: datetime
