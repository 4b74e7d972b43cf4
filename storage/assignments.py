"""Each department's stay with an appeal, kept apart: whose hands it was in, and what each gave (R47, R54)."""

from datetime import datetime

from domain.appeal import Appeal
from domain.assignments import Assignment, AssignmentState
from domain.errors import NotFound
from domain.handover import HeldPart
from domain.ids import AppealId, AssignmentId, UserId
from domain.people import Actor
from domain.status import Action, Recorded
from storage.database import Connection, Transaction
from storage.journal import Journal
from storage.rows import read, stored_fields, stored_moment

_LEADS = "appeal_id = :appeal AND is_lead AND ended_at IS NULL"


class Assignments:
    """Assignments of one transaction. The lead's goes with its appeal and is written beside it, unread."""

    def __init__(self, transaction: Transaction, journal: Journal) -> None:
        self._transaction = transaction
        self._journal = journal
        self.shared: set[AppealId] = set()

    def begin(
        self,
        appeal: Appeal,
        actor: Actor,
        now: datetime,
        *,
        task: str = "",
        questions: int = 1,
        former: Assignment | None = None,
    ) -> None:
        """The appeal's department leads from now on; what it gave as one of several (`former`) stays given."""
        given = former if former is not None and former.given_at is not None else None
        self._insert(
            Assignment(
                appeal_id=appeal.id,
                department=appeal.department,  # type: ignore[arg-type]
                assigned_at=now,
                assigned_by=actor.name,
                is_lead=True,
                turn=appeal.assignments,
                task=task,
                questions=questions,
                return_by=appeal.return_by,
                state=AssignmentState.GIVEN if given else AssignmentState.ASSIGNED,
                text=given.text if given else "",
                attachments=given.attachments if given else (),
                given_at=given.given_at if given else None,
                executor_id=given.executor_id if given else None,
                executor_name=given.executor_name if given else None,
            )
        )

    def accepted(self, appeal: Appeal, actor: Actor, now: datetime) -> None:
        """An executor of the lead department has it from now on; whoever gave its part stays the part's author."""
        self._transaction.write(
            f"""UPDATE assignments SET accepted_at = :now,
            executor_id = CASE state WHEN 'given' THEN executor_id ELSE :user END,
            executor_name = CASE state WHEN 'given' THEN executor_name ELSE :name END,
            state = CASE state WHEN 'assigned' THEN 'accepted' ELSE state END, released_at = NULL WHERE {_LEADS}""",
            {
                "appeal": appeal.id,
                "now": stored_moment(now),
                "user": actor.user_id,
                "name": actor.short_name,
            },
        )

    def released(self, appeal: Appeal, now: datetime) -> None:
        """Nobody of the lead department holds it; the department does."""
        self._transaction.write(
            f"""UPDATE assignments SET accepted_at = NULL,
            executor_id = CASE state WHEN 'given' THEN executor_id END,
            executor_name = CASE state WHEN 'given' THEN executor_name END,
            state = CASE state WHEN 'accepted' THEN 'assigned' ELSE state END, released_at = :now WHERE {_LEADS}""",
            {"appeal": appeal.id, "now": stored_moment(now)},
        )

    def leave(self, appeal: Appeal, now: datetime, state: AssignmentState, *, reason: str | None) -> None:
        """It has left the lead department's hands; the others go on."""
        self._transaction.write(
            f"UPDATE assignments SET ended_at = :now, state = :state, reason = :reason WHERE {_LEADS}",
            {"appeal": appeal.id, "now": stored_moment(now), "state": state.value, "reason": reason},
        )

    def end(self, appeal: Appeal, now: datetime, *, reason: str | None) -> None:
        """It has left everybody's hands."""
        self._transaction.write(
            "UPDATE assignments SET ended_at = :now, reason = :reason WHERE appeal_id = :appeal AND ended_at IS NULL",
            {"appeal": appeal.id, "now": stored_moment(now), "reason": reason},
        )

    async def add(self, assignment: Assignment, actor: Actor, now: datetime) -> None:
        """Another department takes part; fills `id`."""
        self.shared.add(assignment.appeal_id)
        self._insert(assignment)
        assignment.id = AssignmentId(await self._transaction.fetch_value("SELECT last_insert_rowid()", {}))
        self._record(assignment, actor, now, Action.SHARE)

    async def get(self, assignment_id: AssignmentId) -> Assignment:
        """The assignment; raises `NotFound`."""
        found = await self._list("id = :id", id=assignment_id)
        if not found:
            raise NotFound
        return found[0]

    async def list_of_appeal(self, appeal_id: AppealId) -> list[Assignment]:
        """Every department's stay, in their order."""
        return await self._list("appeal_id = :appeal", appeal=appeal_id)

    async def list_parts(self, appeal_id: AppealId) -> list[Assignment]:
        """What the departments that do not lead have in hand."""
        return await self._list("appeal_id = :appeal AND NOT is_lead AND ended_at IS NULL", appeal=appeal_id)

    async def list_held(self, user_id: int) -> list[HeldPart]:
        """What this person has accepted and not given; of the leads' what is being answered."""
        rows = await self._transaction.fetch_all(_HELD, {"user": user_id})
        return [read(HeldPart, row) for row in rows]

    async def list_holders(self) -> list[UserId]:
        """Everybody who holds anything."""
        rows = await self._transaction.fetch_all(f"SELECT DISTINCT holder FROM ({_HELD_BY_ALL})", {})
        return [UserId(row["holder"]) for row in rows]

    def save(
        self,
        assignment: Assignment,
        actor: Actor,
        now: datetime,
        *,
        action: Recorded,
        reason: str | None = None,
    ) -> None:
        """Write what became of it, with a journal entry."""
        self.shared.add(assignment.appeal_id)
        columns = stored_fields(assignment)
        names = ", ".join(f"{name} = :{name}" for name in columns if name not in {"id", "appeal_id"})
        self._transaction.write(f"UPDATE assignments SET {names} WHERE id = :id", columns)
        self._record(assignment, actor, now, action, reason)

    def _insert(self, assignment: Assignment) -> None:
        columns = {name: value for name, value in stored_fields(assignment).items() if name != "id"}
        names, values = ", ".join(columns), ", ".join(f":{name}" for name in columns)
        self._transaction.write(f"INSERT INTO assignments ({names}) VALUES ({values})", columns)

    def _record(
        self, assignment: Assignment, actor: Actor, now: datetime, action: Recorded, reason: str | None = None
    ) -> None:
        after = {"assignment": assignment.id, "department": assignment.department, "state": assignment.state}
        self._journal.record(actor, action, now, appeal_id=assignment.appeal_id, after=after, reason=reason)

    async def _list(self, condition: str, **values: object) -> list[Assignment]:
        rows = await self._transaction.fetch_all(
            f"SELECT * FROM assignments WHERE {condition} ORDER BY id", values
        )
        return [read(Assignment, row) for row in rows]


async def list_held(reader: Connection, user_id: int) -> list[HeldPart]:
    """The same, without a transaction."""
    return [read(HeldPart, row) for row in await reader.run([(_HELD, {"user": user_id})])]


_HELD_BY_ALL = """SELECT assignments.id, appeal_id, number, assignments.department, is_lead,
    CASE WHEN is_lead THEN appeals.executor_id ELSE assignments.executor_id END AS holder,
    CASE WHEN is_lead THEN appeals.executor_name ELSE assignments.executor_name END AS executor_name
FROM assignments JOIN appeals ON appeals.id = appeal_id
WHERE ended_at IS NULL AND holder IS NOT NULL
    AND CASE WHEN is_lead THEN status = 'in_progress' ELSE state = 'accepted' END"""
_HELD = f"{_HELD_BY_ALL} AND holder = :user ORDER BY appeal_id"
