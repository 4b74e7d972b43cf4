"""How an appeal ended, and what became of its answer."""

from enum import StrEnum


class Outcome(StrEnum):
    """How it ended: what the answer says was done (R24, R52), or why there is none; each report has its own words."""

    SOLVED = "solved"
    MEASURES = "measures"
    EXPLAINED = "explained"
    NOT_CONFIRMED = "not_confirmed"
    REFERRED = "referred"
    REFUSED = "refused"
    NO_REPLY = "no_reply"
    NOT_NEEDED = "not_needed"
    WITHDRAWN = "withdrawn"


WITHOUT_ANSWER = frozenset({Outcome.NO_REPLY, Outcome.NOT_NEEDED, Outcome.WITHDRAWN})
"""Endings to which no term applies (R53, A20)."""


class Delivery(StrEnum):
    """What became of the answer on its way to the citizen."""

    SENT = "sent"
    DELIVERED = "delivered"
    BLOCKED = "blocked"
    FAILED = "failed"


class Solved(StrEnum):
    """What the citizen says of the result (R61)."""

    YES = "yes"
    PARTLY = "partly"
    NO = "no"
