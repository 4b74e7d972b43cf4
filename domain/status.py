"""The life of an appeal as one table: from which state, by which action of whom, to which state."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from domain.municipality import Role


class Status(StrEnum):
    """Where an appeal is."""

    REGISTERED = "registered"
    ASSIGNED = "assigned"
    IN_PROGRESS = "in_progress"
    ON_APPROVAL = "on_approval"
    APPROVED = "approved"
    ANSWERED = "answered"
    CLOSED = "closed"
    """Ended without an answer in the citizen's chat; the appeal's outcome says why."""


FINAL = frozenset({Status.ANSWERED, Status.CLOSED})
"""Nothing leads out of these."""
OPEN = frozenset(Status) - FINAL
"""States in which the appeal is still in the staff's hands."""


class Action(StrEnum):
    """What can be done with an appeal."""

    TAKE = "take"
    ROUTE = "route"
    TAKE_BACK = "take_back"
    MARK_URGENT = "mark_urgent"
    CLASSIFY = "classify"
    TELL_MAYOR = "tell_mayor"
    TAKE_CONTROL = "take_control"
    INSTRUCT = "instruct"
    REPORT = "report"
    ACCEPT = "accept"
    RETURN = "return"
    REVEAL_PHONE = "reveal_phone"
    NOTE = "note"
    WRITE = "write"
    SUBMIT = "submit"
    APPROVE = "approve"
    REVISE = "revise"
    REPLACE = "replace"
    UNDO = "undo"
    SHARE = "share"
    CONTRIBUTE = "contribute"
    RELEASE = "release"
    PUBLISH_ANSWER = "publish_answer"
    PUBLISH_INTERIM = "publish_interim"
    WRITE_UNROUTED = "write_unrouted"
    SUBMIT_UNROUTED = "submit_unrouted"
    REVISE_UNROUTED = "revise_unrouted"
    PUBLISH_INTERIM_UNROUTED = "publish_interim_unrouted"
    CHOOSE_WAY = "choose_way"
    HAND_OUT = "hand_out"
    ANSWER_BY_HAND = "answer_by_hand"
    REACH = "reach"
    MISS = "miss"
    WITHDRAW = "withdraw"
    NOT_NEEDED = "not_needed"
    PROPOSE_NO_REPLY = "propose_no_reply"
    CONFIRM_NO_REPLY = "confirm_no_reply"
    REJECT_NO_REPLY = "reject_no_reply"
    HAND_OVER = "hand_over"
    ASK_EXTENSION = "ask_extension"
    GRANT_EXTENSION = "grant_extension"
    REFUSE_EXTENSION = "refuse_extension"
    WRITE_PROMISE = "write_promise"
    SUBMIT_PROMISE = "submit_promise"
    APPROVE_PROMISE = "approve_promise"
    REVISE_PROMISE = "revise_promise"
    REPLACE_PROMISE = "replace_promise"
    UNDO_PROMISE = "undo_promise"
    PUBLISH_PROMISE = "publish_promise"
    DROP_PROMISE = "drop_promise"
    INQUIRE = "inquire"
    EVIDENCE = "evidence"
    NO_EVIDENCE = "no_evidence"
    TELL_SENDER = "tell_sender"
    REPORT_MEASURES = "report_measures"
    SEND_BY_MAIL = "send_by_mail"
    CORRECT = "correct"


class Event(StrEnum):
    """What the journal tells besides the actions: what citizens, the messenger and the program itself bring about."""

    REGISTER = "register"
    ADD = "add"
    CITIZEN_EDIT = "citizen_edit"
    CITIZEN_VERDICT = "citizen_verdict"
    RATE = "rate"
    CONSENT = "consent"
    DELIVERY = "delivery"
    FILE_GONE = "file_gone"
    PERHAPS_SAID_TWICE = "perhaps_said_twice"
    REFUSED = "refused"
    SETTINGS = "settings"
    INVITE = "invite"
    ASK_ACCESS = "ask_access"
    GRANT_ACCESS = "grant_access"
    REFUSE_ACCESS = "refuse_access"
    DUTY = "duty"
    SHOW_CARD = "show_card"
    FIND = "find"
    HISTORY = "history"
    EXPORT = "export"
    LOOK = "look"
    OCCASION = "occasion"
    OCCASION_DROPPED = "occasion_dropped"
    CAUSE = "cause"
    CAUSE_CLOSED = "cause_closed"
    CAUSE_REOPENED = "cause_reopened"
    MEASURE = "measure"
    MEASURE_SET = "measure_set"
    MEASURE_MOVED = "measure_moved"
    MEASURE_DONE = "measure_done"
    MEASURE_DROPPED = "measure_dropped"
    MEASURE_RESUMED = "measure_resumed"
    ENTER = "enter"
    ENTRY_DROPPED = "entry_dropped"
    SEPARATE = "separate"
    LET_GO = "let_go"
    BAR = "bar"
    UNBAR = "unbar"
    KEPT_DROPPED = "kept_dropped"
    ERASE = "erase"
    ESCALATE = "escalate"
    IMPORT = "import"
    TERM_MOVED = "term_moved"
    PROMISE = "promise"
    PROMISED_DAY = "promised_day"
    PROMISE_ENDED = "promise_ended"
    MEASURES_ASKED = "measures_asked"
    DIRECTORY = "directory"
    MAILED = "mailed"
    MAIL_FAILED = "mail_failed"
    UPLOADED = "uploaded"


Recorded = Action | Event
"""Every word that stands in the journal's column `action`."""


@dataclass(frozen=True, slots=True)
class Transition:
    """An action, who may do it, and what becomes of each state it is possible in.

    `by_rule`: the program itself does it, by a routing rule or when the undo time is over. `by_citizen`: whoever
    wrote the message does it.
    """

    action: Action
    roles: frozenset[Role]
    moves: Mapping[Status, Status]
    by_rule: bool = False
    by_citizen: bool = False


def _stay(*states: Status) -> dict[Status, Status]:
    return {state: state for state in states}


_S, _A, _R = Status, Action, Role
_WITH_DEPARTMENT = (_S.ASSIGNED, _S.IN_PROGRESS)
_UNANSWERED = (_S.REGISTERED, *_WITH_DEPARTMENT)
_DECIDING = frozenset({_R.COORDINATOR, _R.APPROVER})
_PROMISING = frozenset({_R.EXECUTOR, _R.COORDINATOR})
_BEING_ANSWERED = (*_WITH_DEPARTMENT, _S.ON_APPROVAL)

TRANSITIONS: Mapping[Action, Transition] = {
    transition.action: transition
    for transition in (
        Transition(_A.TAKE, frozenset({_R.COORDINATOR}), _stay(_S.REGISTERED)),
        Transition(
            _A.ROUTE,
            frozenset({_R.COORDINATOR}),
            dict.fromkeys((_S.REGISTERED, *_WITH_DEPARTMENT), _S.ASSIGNED),
            by_rule=True,
        ),
        Transition(_A.TAKE_BACK, frozenset({_R.COORDINATOR}), {_S.ASSIGNED: _S.REGISTERED}),
        Transition(_A.MARK_URGENT, frozenset({_R.COORDINATOR}), _stay(*OPEN)),
        Transition(_A.CLASSIFY, frozenset({_R.COORDINATOR}), _stay(*OPEN)),
        Transition(_A.TELL_MAYOR, frozenset({_R.COORDINATOR}), _stay(*OPEN)),
        Transition(_A.TAKE_CONTROL, frozenset({_R.LEADER, _R.MAYOR}), _stay(*Status)),
        Transition(_A.INSTRUCT, frozenset({_R.LEADER, _R.MAYOR}), _stay(*Status)),
        Transition(_A.REPORT, frozenset({_R.EXECUTOR, _R.COORDINATOR}), _stay(*Status)),
        Transition(_A.ACCEPT, frozenset({_R.EXECUTOR}), {_S.ASSIGNED: _S.IN_PROGRESS}),
        Transition(_A.RETURN, frozenset({_R.EXECUTOR}), dict.fromkeys(_WITH_DEPARTMENT, _S.REGISTERED)),
        Transition(_A.REVEAL_PHONE, frozenset({_R.EXECUTOR, _R.COORDINATOR}), _stay(*Status)),
        Transition(_A.NOTE, frozenset({_R.EXECUTOR, _R.COORDINATOR, _R.APPROVER}), _stay(*Status)),
        Transition(_A.WRITE, frozenset({_R.EXECUTOR}), _stay(*_BEING_ANSWERED)),
        Transition(_A.SUBMIT, frozenset({_R.EXECUTOR}), dict.fromkeys(_BEING_ANSWERED, _S.ON_APPROVAL)),
        Transition(_A.APPROVE, frozenset({_R.APPROVER}), {_S.ON_APPROVAL: _S.APPROVED}),
        Transition(_A.REVISE, frozenset({_R.APPROVER}), {_S.ON_APPROVAL: _S.IN_PROGRESS}),
        Transition(_A.REPLACE, frozenset({_R.APPROVER}), _stay(_S.ON_APPROVAL)),
        Transition(_A.UNDO, frozenset({_R.APPROVER}), {_S.APPROVED: _S.ON_APPROVAL}),
        Transition(_A.SHARE, frozenset({_R.COORDINATOR}), _stay(_S.REGISTERED, *_WITH_DEPARTMENT)),
        Transition(_A.CONTRIBUTE, frozenset({_R.EXECUTOR}), _stay(*Status)),
        Transition(_A.RELEASE, frozenset({_R.COORDINATOR}), {_S.IN_PROGRESS: _S.ASSIGNED}),
        Transition(_A.PUBLISH_ANSWER, frozenset(), {_S.APPROVED: _S.ANSWERED}, by_rule=True),
        Transition(_A.PUBLISH_INTERIM, frozenset(), {_S.APPROVED: _S.IN_PROGRESS}, by_rule=True),
        Transition(_A.WRITE_UNROUTED, frozenset({_R.COORDINATOR}), _stay(_S.REGISTERED, _S.ON_APPROVAL)),
        Transition(
            _A.SUBMIT_UNROUTED,
            frozenset({_R.COORDINATOR}),
            dict.fromkeys((_S.REGISTERED, _S.ON_APPROVAL), _S.ON_APPROVAL),
        ),
        Transition(_A.REVISE_UNROUTED, frozenset({_R.APPROVER}), {_S.ON_APPROVAL: _S.REGISTERED}),
        Transition(_A.PUBLISH_INTERIM_UNROUTED, frozenset(), {_S.APPROVED: _S.REGISTERED}, by_rule=True),
        Transition(_A.CHOOSE_WAY, frozenset({_R.COORDINATOR}), _stay(*_UNANSWERED)),
        Transition(_A.HAND_OUT, frozenset(), _stay(_S.APPROVED), by_rule=True),
        Transition(_A.ANSWER_BY_HAND, frozenset({_R.COORDINATOR}), _stay(_S.ANSWERED)),
        Transition(
            _A.REACH, frozenset({_R.COORDINATOR}), dict.fromkeys((_S.APPROVED, _S.ANSWERED), _S.ANSWERED)
        ),
        Transition(_A.MISS, frozenset({_R.COORDINATOR}), _stay(_S.APPROVED, _S.ANSWERED)),
        Transition(
            _A.WITHDRAW,
            frozenset(),
            dict.fromkeys((_S.REGISTERED, *_BEING_ANSWERED), _S.CLOSED),
            by_citizen=True,
        ),
        Transition(_A.NOT_NEEDED, frozenset({_R.COORDINATOR}), dict.fromkeys(_UNANSWERED, _S.CLOSED)),
        Transition(_A.PROPOSE_NO_REPLY, frozenset({_R.COORDINATOR}), _stay(*_UNANSWERED)),
        Transition(_A.CONFIRM_NO_REPLY, _DECIDING, dict.fromkeys(_UNANSWERED, _S.CLOSED)),
        Transition(_A.REJECT_NO_REPLY, _DECIDING, _stay(*_UNANSWERED)),
        Transition(_A.HAND_OVER, _DECIDING, _stay(*Status)),
        Transition(_A.ASK_EXTENSION, frozenset({_R.EXECUTOR}), _stay(*_WITH_DEPARTMENT)),
        Transition(_A.GRANT_EXTENSION, frozenset({_R.APPROVER}), _stay(*_BEING_ANSWERED)),
        Transition(_A.REFUSE_EXTENSION, frozenset({_R.APPROVER}), _stay(*_BEING_ANSWERED)),
        Transition(_A.WRITE_PROMISE, _PROMISING, _stay(_S.ANSWERED)),
        Transition(_A.SUBMIT_PROMISE, _PROMISING, _stay(_S.ANSWERED)),
        Transition(_A.APPROVE_PROMISE, frozenset({_R.APPROVER}), _stay(_S.ANSWERED)),
        Transition(_A.REVISE_PROMISE, frozenset({_R.APPROVER}), _stay(_S.ANSWERED)),
        Transition(_A.REPLACE_PROMISE, frozenset({_R.APPROVER}), _stay(_S.ANSWERED)),
        Transition(_A.UNDO_PROMISE, frozenset({_R.APPROVER}), _stay(_S.ANSWERED)),
        Transition(_A.PUBLISH_PROMISE, frozenset(), _stay(_S.ANSWERED), by_rule=True),
        Transition(_A.INQUIRE, frozenset({_R.COORDINATOR}), _stay(*_UNANSWERED)),
        Transition(_A.EVIDENCE, frozenset({_R.COORDINATOR}), _stay(_S.ANSWERED)),
        Transition(_A.NO_EVIDENCE, frozenset({_R.COORDINATOR}), _stay(_S.ANSWERED)),
        Transition(_A.TELL_SENDER, frozenset({_R.COORDINATOR}), _stay(_S.ANSWERED)),
        Transition(_A.REPORT_MEASURES, frozenset({_R.EXECUTOR}), _stay(_S.ANSWERED)),
        Transition(_A.SEND_BY_MAIL, frozenset({_R.COORDINATOR}), _stay(*_WITH_DEPARTMENT)),
        Transition(_A.CORRECT, frozenset({_R.COORDINATOR}), _stay(*Status)),
        Transition(_A.DROP_PROMISE, frozenset({_R.COORDINATOR}), _stay(*OPEN, _S.ANSWERED)),
    )
}

UNROUTED: Mapping[Action, Action] = {
    Action.WRITE: Action.WRITE_UNROUTED,
    Action.SUBMIT: Action.SUBMIT_UNROUTED,
    Action.REVISE: Action.REVISE_UNROUTED,
    Action.PUBLISH_INTERIM: Action.PUBLISH_INTERIM_UNROUTED,
}
"""What a department does with its own, the coordinators do with what no department has."""

OF_PROMISES: Mapping[Action, Action] = {
    Action.WRITE: Action.WRITE_PROMISE,
    Action.SUBMIT: Action.SUBMIT_PROMISE,
    Action.APPROVE: Action.APPROVE_PROMISE,
    Action.REVISE: Action.REVISE_PROMISE,
    Action.REPLACE: Action.REPLACE_PROMISE,
    Action.UNDO: Action.UNDO_PROMISE,
}
"""What is done with words about an answer, is done with words about what was promised in it."""


def list_moves() -> Iterator[tuple[Status, Action, Status]]:
    """Every legal move, for tests and for the picture in the documentation."""
    for action, transition in TRANSITIONS.items():
        for source, target in transition.moves.items():
            yield source, action, target
