"""Deadlines of appeals: kept equal to what the regulation says of the present state, by differences (R54)."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Final

from domain.appeal import Appeal
from domain.deadlines import Deadline, KeptDeadline, Reckoning, compare
from domain.ids import AppealId
from domain.people import SYSTEM
from domain.regulation.terms import GUARDS
from domain.status import Event
from domain.worktime.errors import CalendarError
from storage.appeals import Appeals
from storage.assignments import Assignments
from storage.database import Transaction
from storage.journal import Journal
from storage.rows import read, stored_moment


class Deadlines:
    """Deadlines of one transaction."""

    def __init__(self, transaction: Transaction, journal: Journal) -> None:
        self._transaction = transaction
        self._journal = journal
        self.moved: set[AppealId] = set()
        self.troubles: dict[str, CalendarError] = {}

    async def list_open(self, appeal_id: AppealId) -> list[KeptDeadline]:
        """What runs for the appeal, as it stood before this transaction."""
        return (await self._read(appeal_id))[0]

    async def _read(self, appeal_id: AppealId) -> tuple[list[KeptDeadline], bool]:
        """What runs, and whether departments that do not lead may be at work on it too."""
        rows = await self._transaction.fetch_all(_OPEN, {"appeal": appeal_id})
        return [read(KeptDeadline, row) for row in rows], not rows or bool(rows[0]["is_shared"])

    def begin(self, appeal_id: AppealId, deadlines: Sequence[Deadline], now: datetime) -> None:
        """Write what nobody has written before, in one statement."""
        if not deadlines:
            return
        self._note_troubles(deadlines)
        values: dict[str, object] = {"appeal": appeal_id, "now": stored_moment(now)}
        for at, one in enumerate(deadlines):
            values |= {f"{name}{at}": value for name, value in _columns(one).items()}
        rows = ", ".join(_ROW.format(at=at) for at in range(len(deadlines)))
        self._transaction.write(f"{_INSERT} VALUES {rows}", values)

    async def keep(
        self, appeal: Appeal, assignments: Assignments, reckoning: Reckoning, now: datetime
    ) -> None:
        """Begin, move and end what the appeal's present state says; what moves is told in the journal."""
        kept, is_shared = await self._read(appeal.id)
        parts = await assignments.list_parts(appeal.id) if is_shared else []
        differences = compare(kept, reckoning.list_deadlines(appeal, parts), now)
        self.begin(appeal.id, differences.begun, now)
        self._note_troubles(new for _, new in differences.moved)
        for old, new in differences.moved:
            self._move(old, new, now)
            self.moved.add(appeal.id)
        moved = (old for old, new in differences.moved if old.due_at != new.due_at)
        self._call_back([*differences.ended, *moved])
        if differences.ended:
            ids = ", ".join(str(int(one.id)) for one in differences.ended)
            self._transaction.write(
                f"UPDATE deadlines SET ended_at = :now WHERE id IN ({ids})", {"now": stored_moment(now)}
            )

    def _call_back(self, deadlines: Sequence[KeptDeadline]) -> None:
        """Whoever was told that it is missed is to see that it is not any more."""
        told = ", ".join(str(int(one.id)) for one in deadlines if one.climbed)
        if told:
            self._transaction.write(f"UPDATE escalations SET is_over = 1 WHERE deadline_id IN ({told})")

    def _note_troubles(self, deadlines: Iterable[Deadline]) -> None:
        """What the calendars could not say, each trouble once."""
        found = (one.trouble for one in deadlines if one.trouble is not None)
        self.troubles |= {repr(trouble): trouble for trouble in found}

    def _move(self, old: KeptDeadline, new: Deadline, now: datetime) -> None:
        self._transaction.write(
            """UPDATE deadlines SET holder = :holder, started_at = :started_at, due_at = :due_at, clause = :clause,
            climbed = CASE WHEN due_at IS :due_at THEN climbed ELSE 0 END WHERE id = :id""",
            {**_columns(new), "id": old.id},
        )
        before, after = _told(old), _told(new)
        self._journal.record(
            SYSTEM, Event.TERM_MOVED, now, appeal_id=old.appeal_id, before=before, after=after
        )


class Recounts:
    """Computing all open deadlines anew, as far as this transaction gets."""

    def __init__(self, transaction: Transaction, deadlines: Deadlines) -> None:
        self._transaction = transaction
        self._deadlines = deadlines

    def ask(self, stamp: str, now: datetime) -> None:
        """Begin one, unless the last one was for this very regulation with these calendars."""
        self._transaction.write(
            """INSERT INTO recounts (stamp, asked_at) SELECT :stamp, :now
            WHERE :stamp IS NOT (SELECT stamp FROM recounts ORDER BY id DESC LIMIT 1)""",
            {"stamp": stamp, "now": stored_moment(now)},
        )

    async def go_on(
        self, appeals: Appeals, assignments: Assignments, reckoning: Reckoning, now: datetime, limit: int
    ) -> int:
        """The next open appeals, in the order of their ids; how many there were."""
        after = await self._transaction.fetch_value(
            "SELECT after_id FROM recounts WHERE done_at IS NULL ORDER BY id DESC LIMIT 1"
        )
        if after is None:
            return 0
        found = await appeals.list_open_after(AppealId(after), limit)
        for appeal in found:
            await self._deadlines.keep(appeal, assignments, reckoning, now)
        self._transaction.write(
            """UPDATE recounts SET after_id = :after, done_at = :done WHERE done_at IS NULL""",
            {
                "after": found[-1].id if found else after,
                "done": None if len(found) == limit else stored_moment(now),
            },
        )
        return len(found)


def _columns(one: Deadline) -> dict[str, object]:
    return {
        "stage": one.stage.value,
        "holder": one.holder.value,
        "department": one.department,
        "started_at": stored_moment(one.started_at),
        "due_at": stored_moment(one.due_at) if one.due_at else None,
        "clause": one.clause,
    }


def _told(one: Deadline | KeptDeadline) -> dict[str, object]:
    due = stored_moment(one.due_at) if one.due_at else None
    return {"stage": one.stage.value, "department": one.department, "due_at": due, "clause": one.clause}


IS_GUARD: Final = f"stage IN ({', '.join(sorted(repr(stage.value) for stage in GUARDS))})"
"""Whether a deadline is none of the answer's."""
_OPEN: Final = """SELECT *, EXISTS (SELECT 1 FROM assignments WHERE assignments.appeal_id = :appeal AND NOT is_lead
    AND assignments.ended_at IS NULL) AS is_shared
FROM deadlines WHERE appeal_id = :appeal AND ended_at IS NULL ORDER BY id"""
_INSERT: Final = """INSERT INTO deadlines
(appeal_id, stage, holder, department, begun_at, started_at, due_at, clause)"""
_ROW: Final = (
    "(:appeal, :stage{at}, :holder{at}, :department{at}, :now, :started_at{at}, :due_at{at}, :clause{at})"
)


async def keep_deadlines(
    deadlines: Deadlines,
    appeals: Appeals,
    assignments: Assignments,
    reckoning: Reckoning,
    now: datetime,
) -> None:
    """Of all that the transaction has saved: the one place that no verb can forget."""
    for appeal in appeals.added:
        deadlines.begin(appeal.id, reckoning.list_deadlines(appeal), now)
    added = {appeal.id for appeal in appeals.added}
    for appeal_id in sorted((appeals.recounted | assignments.shared) - added):
        await deadlines.keep(await appeals.get(appeal_id), assignments, reckoning, now)
