"""Pauses: stretches of time that do not count towards a term (A16: a question to the citizen may stop the clock)."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from domain.worktime.errors import PauseMistake
from domain.worktime.table import Stretch, instant_of

Pause = tuple[datetime, datetime]
"""From, inclusive, and until, exclusive; both aware."""


def merge_pauses(pauses: Iterable[Pause]) -> Sequence[Stretch]:
    """In order, overlapping ones joined and empty ones left out, so that nothing is counted out twice or cut in two.

    Raises PauseMistake where one ends before it starts.
    """
    merged: list[Stretch] = []
    for start, end in sorted(map(_stretch, pauses)):
        if start == end:
            continue
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def outside(start: int, end: int, pauses: Iterable[Stretch]) -> Sequence[Stretch]:
    """What merged pauses leave of the stretch from `start` to `end`, in order."""
    left: list[Stretch] = []
    for pause_start, pause_end in pauses:
        left.append((start, min(pause_start, end)))
        start = max(start, pause_end)
    left.append((start, end))
    return [(since, until) for since, until in left if since < until]


def _stretch(pause: Pause) -> Stretch:
    start, end = (instant_of(moment) for moment in pause)
    if end < start:
        raise PauseMistake(*pause)
    return start, end
