"""The appeal: a citizen's message with a number, and the moves that its life consists of."""

from dataclasses import dataclass
from datetime import date, datetime

from domain.errors import AlreadyAccepted, NotPossibleNow, OwnProposal
from domain.ids import AppealId, CitizenId, DepartmentCode, PromptId, TopicCode, UserId
from domain.kinds import AppealKind
from domain.municipality import Category, Topic
from domain.outcomes import WITHOUT_ANSWER, Delivery, Outcome, Solved
from domain.people import Actor
from domain.promises import PromiseMarks
from domain.status import OF_PROMISES, OPEN, TRANSITIONS, UNROUTED, Action, Status
from domain.ways import Outgoing, Way, way_without_chat
from domain.words.cautions import Caution

__all__ = ["WITHOUT_ANSWER", "Appeal", "Delivery", "Outcome", "Solved"]

_UNSAVED = AppealId(0)


@dataclass(slots=True)
class Appeal(PromiseMarks):
    """One registered message and its state. `version` grows with every change that is stored.

    `settles_at`: until then more of the same message may arrive (album, forward, long text) and nothing is routed.
    `returns`, `revisions` count how often a
    department or an approver sent it back, `assignments` how often it was given to one. `return_by`: until then the
    department returns what is not its own (R40); None: no term. `undo_until`: until then one press takes the route
    back; the program clears it. `kind_reason`: the words by which the kind was guessed, where nobody set it.
    `submitted_at`, `revised_at`, `approved_at`: the present round of approval; `interim_at`: the first word on the matter.
    `closed_by`: who of the staff ended it without an answer. `caution`: what its words speak of, so that a person
    decides. `no_reply_*`: the proposal not to answer that waits for its second person, later the one that was
    confirmed; `no_reply_id` tells it from another. `way`: how the answer reaches the applicant, `contact` where to;
    `task_since`: a person has to see to it since then, `attempts` in vain so far, `reached_by` whose hand it came at last.
    """

    number: str
    citizen_id: CitizenId
    detected_at: datetime
    registered_at: datetime
    id: AppealId = _UNSAVED
    version: int = 1
    channel: str = "telegram"
    status: Status = Status.REGISTERED
    kind: AppealKind = AppealKind.REMARK
    kind_reason: str | None = None
    topic: TopicCode | None = None
    address: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    gist: str = ""
    category: Category = Category.ORDINARY
    urgent: bool = False
    settles_at: datetime | None = None
    read_by: str | None = None
    read_at: datetime | None = None
    department: DepartmentCode | None = None
    route_reason: str | None = None
    assigned_at: datetime | None = None
    undo_until: datetime | None = None
    return_by: datetime | None = None
    assignments: int = 0
    executor_id: UserId | None = None
    executor_name: str | None = None
    accepted_at: datetime | None = None
    released_at: datetime | None = None
    returns: int = 0
    return_reason: str | None = None
    returned_late: bool = False
    returned_at: datetime | None = None
    revisions: int = 0
    submitted_at: datetime | None = None
    revised_at: datetime | None = None
    approved_at: datetime | None = None
    interim_at: datetime | None = None
    controlled_by: str | None = None
    controlled_at: datetime | None = None
    mayor_told_by: str | None = None
    mayor_told_at: datetime | None = None
    mayor_reason: str = ""
    repeat_of: AppealId | None = None
    answered_at: datetime | None = None
    outcome: Outcome | None = None
    delivery: Delivery | None = None
    delivered_at: datetime | None = None
    solved: Solved | None = None
    rating: int | None = None
    closed_at: datetime | None = None
    closed_by: str | None = None
    caution: Caution | None = None
    no_reply_id: PromptId | None = None
    no_reply_reason: str | None = None
    no_reply_by_id: UserId | None = None
    no_reply_by: str | None = None
    handed_over_by: str | None = None
    handed_over_at: datetime | None = None
    way: Way = Way.BOT
    contact: str | None = None
    task_since: datetime | None = None
    attempts: int = 0
    reached_by: str | None = None
    reached_at: datetime | None = None
    outgoing_number: str | None = None
    outgoing_date: date | None = None

    @property
    def is_open(self) -> bool:
        """Whether the staff still has it in hand."""
        return self.status in OPEN

    @property
    def counts_for_terms(self) -> bool:
        """Whether it stands in the denominator of what was in time and what was not (R53)."""
        return self.outcome not in WITHOUT_ANSWER

    @property
    def waits_for_second(self) -> bool:
        """Whether somebody has proposed not to answer, and nobody else has decided yet."""
        return self.is_open and self.no_reply_id is not None

    @property
    def waits(self) -> bool:
        """Whether the coordinators have to say where it goes."""
        return self.status is Status.REGISTERED and self.settles_at is None and not self.shelved

    def ensure_possible(self, action: Action) -> Status:
        """The state that the action leads to; raises `NotPossibleNow` with what is so now."""
        target = TRANSITIONS[action].moves.get(self.status)
        if target is None:
            raise NotPossibleNow(self.number, self.status)
        return target

    def own(self, action: Action) -> Action:
        """The same action on what no department has, or on the promise in what is answered, by its own name."""
        if self.status is Status.ANSWERED and self.promise_id is not None:
            return OF_PROMISES.get(action, action)
        return UNROUTED.get(action, action) if self.department is None else action

    def _move(self, action: Action) -> None:
        self.status = self.ensure_possible(action)

    def take(self, actor: Actor, now: datetime) -> None:
        """A coordinator has read it: the thirty minutes of R39 run from here (A2)."""
        self._move(Action.TAKE)
        self._mark_read(actor, now)

    def _mark_read(self, actor: Actor, now: datetime) -> None:
        if self.shelved:
            self.shelved, self.way = False, way_without_chat(self.way, self.contact or "")
        if self.read_at is None:
            self.read_by, self.read_at = actor.short_name or None, now

    def route(
        self,
        department: DepartmentCode,
        actor: Actor,
        now: datetime,
        *,
        reason: str | None = None,
        return_by: datetime | None = None,
        undo_until: datetime | None = None,
    ) -> None:
        """Send it to a department; `reason` is what a rule went by. Routing is reading (A2)."""
        self._move(Action.ROUTE)
        self._forget_proposal()
        self.forget_request()
        self._mark_read(actor, now)
        self.department, self.assigned_at, self.route_reason = department, now, reason
        self.return_by, self.returned_late, self.undo_until = return_by, False, undo_until
        self.assignments += 1
        self.executor_id = self.executor_name = self.accepted_at = self.return_reason = None
        self.released_at = self.settles_at = self.submitted_at = self.revised_at = None

    def take_back(self, *, reason: str | None = None, late: bool = False) -> None:
        """The route was a slip: it waits for the coordinators as before, with the return (`reason`, `late`) that it had."""
        if self.status is Status.IN_PROGRESS and self.accepted_at is not None:
            raise AlreadyAccepted(self.executor_name or "", self.accepted_at)
        if self.undo_until is None:
            raise NotPossibleNow(self.number, self.status)
        self._move(Action.TAKE_BACK)
        self.department = self.assigned_at = self.return_by = self.undo_until = None
        self.return_reason, self.returned_late = reason, late

    def mark_urgent(self) -> None:
        """High importance on top of its category (R35)."""
        self._move(Action.MARK_URGENT)
        self.urgent = self.important = True

    def set_category(self, category: Category) -> None:
        """Ordinary or fast track, as the coordinator reads it (R33, R34)."""
        self._move(Action.CLASSIFY)
        self.category = category

    def set_topic(self, topic: Topic | None, former: Topic | None) -> None:
        """What it is about; the category follows the topic unless somebody has chosen another one."""
        self._move(Action.CLASSIFY)
        if self.category is (former.category if former else Category.ORDINARY):
            self.category = topic.category if topic else Category.ORDINARY
        self.topic = topic.code if topic else None

    def set_address(self, address: str | None) -> None:
        """Where it is, in the coordinator's words; None: nowhere in particular."""
        self._move(Action.CLASSIFY)
        self.address = address

    def set_repeat(self, former: AppealId | None) -> None:
        """The same citizen wrote of it before, or it turned out not to be so (R48)."""
        self._move(Action.CLASSIFY)
        self.repeat_of = former

    def set_gist(self, gist: str) -> None:
        """What it says, in one line."""
        self._move(Action.CLASSIFY)
        self.gist = gist

    def set_kind(self, kind: AppealKind) -> None:
        """A person's word on what it is, which no guess overrides (R19)."""
        self._move(Action.CLASSIFY)
        self.kind, self.kind_reason = kind, None

    def tell_mayor(self, actor: Actor, reason: str, now: datetime) -> None:
        """What matters to the public goes to the mayor; that is no mark of urgency (R56)."""
        self._move(Action.TELL_MAYOR)
        self.mayor_told_by, self.mayor_told_at, self.mayor_reason = actor.short_name, now, reason

    def take_control(self, actor: Actor, now: datetime) -> None:
        """The leadership watches it from now on."""
        self._move(Action.TAKE_CONTROL)
        self.controlled_by, self.controlled_at = actor.short_name, now

    def accept(self, actor: Actor, now: datetime) -> None:
        """One executor wins; a second press by the same person changes nothing, others are told who holds it."""
        if self.executor_id is not None and self.executor_id != actor.user_id and self.accepted_at:
            raise AlreadyAccepted(self.executor_name or "", self.accepted_at)
        self._move(Action.ACCEPT)
        self.executor_id, self.executor_name, self.accepted_at = actor.user_id, actor.short_name, now
        self.released_at = self.undo_until = None

    def release(self, now: datetime) -> None:
        """Whoever held it is away: the department has it still, anybody there may accept."""
        self._move(Action.RELEASE)
        self.executor_id = self.executor_name = self.accepted_at = None
        self.released_at = now

    def return_to_coordinator(self, reason: str, now: datetime) -> None:
        """Not theirs: back, with the written reason that R40 demands (Krasnoufimsk No. 83, п. 11).

        After its term a return is possible and marked as late; exactly on time is in time (A22).
        """
        self._move(Action.RETURN)
        self.returned_late = self.return_by is not None and now > self.return_by
        self.return_reason, self.returned_at = reason, now
        self.returns += 1
        self.forget_request()
        self.department = self.assigned_at = self.return_by = self.route_reason = self.undo_until = None
        self.executor_id = self.executor_name = self.accepted_at = None

    def ask_extension(self, request: PromptId, days: int, reason: str, actor: Actor) -> None:
        """The executor needs more time, with a reason: without one nobody asks (R08)."""
        self._move(Action.ASK_EXTENSION)
        self.extension_id, self.extension_days, self.extension_reason = request, days, reason
        self.extension_by_id, self.extension_by = actor.user_id, actor.short_name

    def grant_extension(self, until: date) -> None:
        """The term is moved to this day, and the citizen hears why (R07, R08: Grozny, алг. 4)."""
        self._move(Action.GRANT_EXTENSION)
        self.extended_days, self.extended_for = self.extension_days, self.extension_reason
        self.extended_until, self.committed_until = until, None
        self.forget_request()

    def refuse_extension(self) -> None:
        """The term stays as it is."""
        self._move(Action.REFUSE_EXTENSION)
        self.forget_request()

    def submit(self, now: datetime) -> None:
        """A draft goes to approval (R43)."""
        self._move(self.own(Action.SUBMIT))
        self._forget_proposal()
        self.submitted_at, self.revised_at = now, None

    def approve(self, now: datetime) -> None:
        """The approver agrees; what was agreed is sent when the undo time is over."""
        self._move(self.own(Action.APPROVE))
        self.approved_at = now

    def revise(self, now: datetime) -> None:
        """Back to the executor with reasons (R44)."""
        self._move(self.own(Action.REVISE))
        self.revisions += 1
        self.revised_at, self.promise_reported_at = now, None

    def replace(self) -> None:
        """The approver's own wording takes the place of the draft's."""
        self._move(self.own(Action.REPLACE))

    def undo_approval(self) -> None:
        """Stop the sending while the undo time runs."""
        self._move(self.own(Action.UNDO))

    def publish_answer(self, outcome: Outcome, now: datetime) -> None:
        """The final answer leaves for the citizen."""
        self._move(Action.PUBLISH_ANSWER)
        self.answered_at, self.outcome, self.delivery = now, outcome, Delivery.SENT
        self.expect_nothing()

    def publish_interim(self, now: datetime, *, asks: bool, until: date | None = None) -> None:
        """An interim answer, or (`asks`) a question to the citizen: the work goes on (R31, R42), `until` as it says (R51)."""
        self._move(self.own(Action.PUBLISH_INTERIM))
        self.delivery, self.interim_at = Delivery.SENT, self.interim_at or now
        if asks:
            self.ask(now)
        if until is not None:
            self.commit_to(until, now)

    def choose_way(self, way: Way) -> None:
        """How the applicant wants to be answered."""
        self._move(Action.CHOOSE_WAY)
        self.way = way

    def hand_out(self, outcome: Outcome, now: datetime) -> None:
        """The approved answer waits for whoever calls or writes; it is answered when the applicant was reached."""
        self._move(Action.HAND_OUT)
        self.outcome, self.task_since = outcome, now

    def answer_by_hand(self, way: Way, now: datetime) -> None:
        """The bot could not deliver it, so a person does."""
        self._move(Action.ANSWER_BY_HAND)
        if self.task_since is not None or self.delivery not in {Delivery.BLOCKED, Delivery.FAILED}:
            raise NotPossibleNow(self.number, self.status)
        self.way, self.task_since = way, now

    def reach(self, actor: Actor, now: datetime, outgoing: Outgoing | None = None) -> None:
        """The applicant has the answer by a person's hand, a letter under its outgoing number."""
        self._ensure(Action.REACH, self.task_since is not None)
        self._move(Action.REACH)
        self.answered_at = self.answered_at or now
        self.delivery, self.delivered_at, self.task_since = Delivery.DELIVERED, now, None
        self.reached_by, self.reached_at = actor.short_name, now
        self.expect_nothing()
        if outgoing is not None:
            self.outgoing_number, self.outgoing_date = outgoing.number, outgoing.day

    def miss(self) -> None:
        """Called in vain once more."""
        self._ensure(Action.MISS, self.task_since is not None)
        self._move(Action.MISS)
        self.attempts += 1

    def _ensure(self, action: Action, holds: bool) -> None:  # noqa: FBT001 — what has to hold besides
        self.ensure_possible(action)
        if not holds:
            raise NotPossibleNow(self.number, self.status)

    def withdraw(self, now: datetime) -> None:
        """The citizen takes it back."""
        self._close(Action.WITHDRAW, Outcome.WITHDRAWN, None, now)

    def close_as_not_needed(self, actor: Actor, now: datetime) -> None:
        """Thanks or spam: there is nothing to answer."""
        self._close(Action.NOT_NEEDED, Outcome.NOT_NEEDED, actor, now)

    def propose_no_reply(self, proposal: PromptId, reason: str, actor: Actor) -> None:
        """Threats, insults: a person proposes not to answer, with a reason (R53, A20)."""
        self._move(Action.PROPOSE_NO_REPLY)
        self.no_reply_id, self.no_reply_reason = proposal, reason
        self.no_reply_by_id, self.no_reply_by = actor.user_id, actor.short_name

    def confirm_no_reply(self, proposal: PromptId, actor: Actor, now: datetime) -> None:
        """Somebody else agrees: closed without an answer (R53)."""
        self._ensure_waits(Action.CONFIRM_NO_REPLY, proposal)
        if actor.user_id == self.no_reply_by_id:
            raise OwnProposal
        self._close(Action.CONFIRM_NO_REPLY, Outcome.NO_REPLY, actor, now)

    def reject_no_reply(self, proposal: PromptId) -> None:
        """It will be answered like any other."""
        self._ensure_waits(Action.REJECT_NO_REPLY, proposal)
        self._move(Action.REJECT_NO_REPLY)
        self._forget_proposal()

    def hand_over(self, actor: Actor, now: datetime) -> None:
        """Told to the police or to whoever answers for safety; the words are kept."""
        self._move(Action.HAND_OVER)
        self.handed_over_by, self.handed_over_at = actor.short_name, now

    def _ensure_waits(self, action: Action, proposal: PromptId) -> None:
        self._ensure(action, self.no_reply_id == proposal)

    def _forget_proposal(self) -> None:
        self.no_reply_id = self.no_reply_reason = self.no_reply_by_id = self.no_reply_by = None

    def _close(self, action: Action, outcome: Outcome, by: Actor | None, now: datetime) -> None:
        self._move(action)
        self.outcome, self.closed_at, self.closed_by = outcome, now, by.short_name if by else None
        self.settles_at = None
        self.stop_waiting()
        if outcome is not Outcome.NO_REPLY:
            self._forget_proposal()
