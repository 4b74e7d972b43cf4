"""Where reminders go: the chats of whoever has to act, and what each of them answers for."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from domain.ids import AppealId, ChatId, DepartmentCode
from domain.municipality import Municipality
from domain.regulation.terms import Stage
from domain.workdays import WorkCalendar

NOWHERE = ChatId(0)


@dataclass(frozen=True, slots=True)
class Spot:
    """A chat, or a topic of one, with all that is to be done from there: reading, routing, sending and tasks
    (`coordinators`), approval (`approvers`), the work of departments.
    """

    chat: ChatId
    thread: int = 0
    coordinators: bool = False
    approvers: bool = False
    departments: tuple[DepartmentCode, ...] = ()

    def holds(self, department: DepartmentCode | None, *, for_approvers: bool) -> bool:
        """Whether such work is done from here."""
        if department is not None:
            return department in self.departments
        return self.approvers if for_approvers else self.coordinators

    def calendar(self, town: WorkCalendar, of: Callable[[DepartmentCode], WorkCalendar]) -> WorkCalendar:
        """By whose hours its slots go: the town's, the department's where it is one's own chat (A5)."""
        is_towns = self.coordinators or self.approvers or not self.departments
        return town if is_towns else of(self.departments[0])


def list_spots(municipality: Municipality) -> list[Spot]:
    """Every place where somebody may have to be reminded; a chat of several hats has one digest."""
    chats = municipality.chats
    wanted = [
        Spot(chats.coordinators, coordinators=True),
        Spot(chats.approvals, approvers=True),
        *(Spot(one.chat, one.thread, departments=(one.code,)) for one in municipality.departments),
    ]
    return [spot for spot in _merged(wanted) if spot.chat != NOWHERE]


def _merged(spots: Iterable[Spot]) -> list[Spot]:
    found: dict[tuple[int, int], Spot] = {}
    for spot in spots:
        place = (spot.chat, spot.thread)
        known = found.get(place, Spot(*place))
        found[place] = replace(
            known,
            coordinators=known.coordinators or spot.coordinators,
            approvers=known.approvers or spot.approvers,
            departments=(*known.departments, *spot.departments),
        )
    return list(found.values())


@dataclass(frozen=True, slots=True)
class DueItem:
    """An appeal in a digest, by the term that is over or comes first there.

    `every`: how many there are in all; `overdue` of them: how many are over, and apart from these how many were not
    accepted, or not read, in time; `ahead`: how many are due later than the reminder looks.
    """

    id: int
    appeal_id: AppealId
    number: str
    stage: Stage
    topic: str | None
    address: str | None
    gist: str
    caution: str | None
    urgent: bool
    department: DepartmentCode | None
    for_approvers: bool
    executor_id: int | None
    executor_name: str | None
    due_at: datetime
    every: int
    overdue: int
    unaccepted: int
    unread: int
    ahead: int


class WaitingFor(StrEnum):
    """What no term reminds of: an approval, the sending (by a call, say) where the regulation sets none for it; what shows
    that an answer was published, and word of it to whoever passed the message on (R26); a department's report on the measures taken (R12).
    """

    APPROVAL = "approval"
    SENDING = "sending"
    EVIDENCE = "evidence"
    SENDER = "sender"
    MEASURES = "measures"


@dataclass(frozen=True, slots=True)
class Waiting:
    """An appeal that waits for a press since an earlier day, without any term."""

    appeal_id: AppealId
    number: str
    what: WaitingFor
    since: datetime
