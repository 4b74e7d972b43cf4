"""What goes wrong on the way: a plan of faults, empty until a test asks.

>>> plan = FaultPlan(seed=1)
>>> _ = plan.add(Kind.RETRY_AFTER, method="send*", chat=-100, seconds=7)
"""

from dataclasses import asdict, dataclass
from enum import StrEnum
from fnmatch import fnmatchcase
from random import Random

from sandbox.model import Json


class Kind(StrEnum):
    """What the caller meets. Only CUT_AFTER, SLOW, DRIP, TRUNCATED, OK_FALSE, and HANG with `applied` let the call have its effect."""

    RETRY_AFTER = "retry_after"
    ERROR_500 = "error_500"
    ERROR_500_BARE = "error_500_bare"
    BAD_GATEWAY = "bad_gateway"
    OK_FALSE = "ok_false"
    TRUNCATED = "truncated"
    CUT_BEFORE = "cut_before"
    CUT_AFTER = "cut_after"
    HANG = "hang"
    SLOW = "slow"
    DRIP = "drip"
    UNAUTHORIZED = "unauthorized"
    FORBIDDEN = "forbidden"
    CONFLICT = "conflict"
    CUSTOM = "custom"


@dataclass(slots=True)
class Fault:
    """One line of the plan.

    `method` is a glob without regard to case; `chat` one chat; `nth` the first matching call that is struck, counting from 1;
    `count` how many calls are struck (None: for ever); `seconds` is the retry_after, or how long it hangs or is late on
    the world's clock (`wall`: on the machine's); a HANG without `seconds` lasts for ever. CUSTOM answers with `status` and `body` as they are.
    """

    kind: Kind
    method: str = "*"
    chat: int | None = None
    nth: int = 1
    count: int | None = 1
    probability: float = 1.0
    seconds: float = 0.0
    wall: bool = False
    applied: bool = False
    status: int = 500
    body: str = ""
    seen: int = 0
    struck: int = 0

    def matches(self, method: str, chat: object) -> bool:
        return fnmatchcase(method.lower(), self.method.lower()) and self.chat in {None, chat}

    @property
    def spent(self) -> bool:
        return self.count is not None and self.struck >= self.count


class FaultPlan:
    """Asked about each call; the first fault that strikes wins. Its dice are seeded, so a run can be repeated."""

    def __init__(self, seed: int = 0) -> None:
        self._dice = Random(seed)  # noqa: S311 - repeatable, not secret
        self.faults: list[Fault] = []

    def add(self, kind: Kind | str, **facts: object) -> Fault:
        fault = Fault(Kind(kind), **facts)  # type: ignore[arg-type]
        self.faults.append(fault)
        return fault

    def remove(self, fault: Fault) -> None:
        self.faults.remove(fault)

    def clear(self) -> None:
        self.faults.clear()

    def seed(self, seed: int) -> None:
        self._dice.seed(seed)

    def strike(self, method: str, chat: object) -> Fault | None:
        """The fault that meets this call; counts the call against every line it matches."""
        chosen: Fault | None = None
        for fault in self.faults:
            if fault.matches(method, chat) and self._due(fault) and chosen is None:
                chosen = fault
                fault.struck += 1
        return chosen

    def as_json(self) -> list[Json]:
        return [asdict(fault) for fault in self.faults]

    def _due(self, fault: Fault) -> bool:
        fault.seen += 1
        return fault.seen >= fault.nth and not fault.spent and self._dice.random() < fault.probability
