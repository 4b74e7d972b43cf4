"""The life of an appeal as one table: the tests have a table of their own, written by hand, to hold beside it."""

import pytest

from domain.municipality import Role
from domain.status import OPEN, TRANSITIONS, Action, Status, list_moves

S, A, R = Status, Action, Role
LIFE = {
    #                            registered     assigned       in_progress    on_approval    approved       answered       closed
    A.TAKE:                     [S.REGISTERED,  None,          None,          None,          None,          None,          None],
    A.ROUTE:                    [S.ASSIGNED,    S.ASSIGNED,    S.ASSIGNED,    None,          None,          None,          None],
    A.TAKE_BACK:                [None,          S.REGISTERED,  None,          None,          None,          None,          None],
    A.MARK_URGENT:              [S.REGISTERED,  S.ASSIGNED,    S.IN_PROGRESS, S.ON_APPROVAL, S.APPROVED,    None,          None],
    A.CLASSIFY:                 [S.REGISTERED,  S.ASSIGNED,    S.IN_PROGRESS, S.ON_APPROVAL, S.APPROVED,    None,          None],
    A.TELL_MAYOR:               [S.REGISTERED,  S.ASSIGNED,    S.IN_PROGRESS, S.ON_APPROVAL, S.APPROVED,    None,          None],
    A.INSTRUCT:                 [S.REGISTERED,  S.ASSIGNED,    S.IN_PROGRESS, S.ON_APPROVAL, S.APPROVED,    S.ANSWERED,    S.CLOSED],
    A.REPORT:                   [S.REGISTERED,  S.ASSIGNED,    S.IN_PROGRESS, S.ON_APPROVAL, S.APPROVED,    S.ANSWERED,    S.CLOSED],
    A.TAKE_CONTROL:             [S.REGISTERED,  S.ASSIGNED,    S.IN_PROGRESS, S.ON_APPROVAL, S.APPROVED,    S.ANSWERED,    S.CLOSED],
    A.REVEAL_PHONE:             [S.REGISTERED,  S.ASSIGNED,    S.IN_PROGRESS, S.ON_APPROVAL, S.APPROVED,    S.ANSWERED,    S.CLOSED],
    A.NOTE:                     [S.REGISTERED,  S.ASSIGNED,    S.IN_PROGRESS, S.ON_APPROVAL, S.APPROVED,    S.ANSWERED,    S.CLOSED],
    A.ACCEPT:                   [None,          S.IN_PROGRESS, None,          None,          None,          None,          None],
    A.RETURN:                   [None,          S.REGISTERED,  S.REGISTERED,  None,          None,          None,          None],
    A.WRITE:                    [None,          S.ASSIGNED,    S.IN_PROGRESS, S.ON_APPROVAL, None,          None,          None],
    A.SUBMIT:                   [None,          S.ON_APPROVAL, S.ON_APPROVAL, S.ON_APPROVAL, None,          None,          None],
    A.APPROVE:                  [None,          None,          None,          S.APPROVED,    None,          None,          None],
    A.REVISE:                   [None,          None,          None,          S.IN_PROGRESS, None,          None,          None],
    A.REPLACE:                  [None,          None,          None,          S.ON_APPROVAL, None,          None,          None],
    A.UNDO:                     [None,          None,          None,          None,          S.ON_APPROVAL, None,          None],
    A.SHARE:                    [S.REGISTERED,  S.ASSIGNED,    S.IN_PROGRESS, None,          None,          None,          None],
    A.CONTRIBUTE:               [S.REGISTERED,  S.ASSIGNED,    S.IN_PROGRESS, S.ON_APPROVAL, S.APPROVED,    S.ANSWERED,    S.CLOSED],
    A.RELEASE:                  [None,          None,          S.ASSIGNED,    None,          None,          None,          None],
    A.PUBLISH_ANSWER:           [None,          None,          None,          None,          S.ANSWERED,    None,          None],
    A.PUBLISH_INTERIM:          [None,          None,          None,          None,          S.IN_PROGRESS, None,          None],
    A.WRITE_UNROUTED:           [S.REGISTERED,  None,          None,          S.ON_APPROVAL, None,          None,          None],
    A.SUBMIT_UNROUTED:          [S.ON_APPROVAL, None,          None,          S.ON_APPROVAL, None,          None,          None],
    A.REVISE_UNROUTED:          [None,          None,          None,          S.REGISTERED,  None,          None,          None],
    A.PUBLISH_INTERIM_UNROUTED: [None,          None,          None,          None,          S.REGISTERED,  None,          None],
    A.CHOOSE_WAY:               [S.REGISTERED,  S.ASSIGNED,    S.IN_PROGRESS, None,          None,          None,          None],
    A.HAND_OUT:                 [None,          None,          None,          None,          S.APPROVED,    None,          None],
    A.ANSWER_BY_HAND:           [None,          None,          None,          None,          None,          S.ANSWERED,    None],
    A.REACH:                    [None,          None,          None,          None,          S.ANSWERED,    S.ANSWERED,    None],
    A.MISS:                     [None,          None,          None,          None,          S.APPROVED,    S.ANSWERED,    None],
    A.WITHDRAW:                 [S.CLOSED,      S.CLOSED,      S.CLOSED,      S.CLOSED,      None,          None,          None],
    A.NOT_NEEDED:               [S.CLOSED,      S.CLOSED,      S.CLOSED,      None,          None,          None,          None],
    A.PROPOSE_NO_REPLY:         [S.REGISTERED,  S.ASSIGNED,    S.IN_PROGRESS, None,          None,          None,          None],
    A.CONFIRM_NO_REPLY:         [S.CLOSED,      S.CLOSED,      S.CLOSED,      None,          None,          None,          None],
    A.REJECT_NO_REPLY:          [S.REGISTERED,  S.ASSIGNED,    S.IN_PROGRESS, None,          None,          None,          None],
    A.HAND_OVER:                [S.REGISTERED,  S.ASSIGNED,    S.IN_PROGRESS, S.ON_APPROVAL, S.APPROVED,    S.ANSWERED,    S.CLOSED],
    A.ASK_EXTENSION:            [None,          S.ASSIGNED,    S.IN_PROGRESS, None,          None,          None,          None],
    A.GRANT_EXTENSION:          [None,          S.ASSIGNED,    S.IN_PROGRESS, S.ON_APPROVAL, None,          None,          None],
    A.REFUSE_EXTENSION:         [None,          S.ASSIGNED,    S.IN_PROGRESS, S.ON_APPROVAL, None,          None,          None],
    A.WRITE_PROMISE:            [None,          None,          None,          None,          None,          S.ANSWERED,    None],
    A.SUBMIT_PROMISE:           [None,          None,          None,          None,          None,          S.ANSWERED,    None],
    A.APPROVE_PROMISE:          [None,          None,          None,          None,          None,          S.ANSWERED,    None],
    A.REVISE_PROMISE:           [None,          None,          None,          None,          None,          S.ANSWERED,    None],
    A.REPLACE_PROMISE:          [None,          None,          None,          None,          None,          S.ANSWERED,    None],
    A.UNDO_PROMISE:             [None,          None,          None,          None,          None,          S.ANSWERED,    None],
    A.PUBLISH_PROMISE:          [None,          None,          None,          None,          None,          S.ANSWERED,    None],
    A.INQUIRE:                  [S.REGISTERED,  S.ASSIGNED,    S.IN_PROGRESS, None,          None,          None,          None],
    A.EVIDENCE:                 [None,          None,          None,          None,          None,          S.ANSWERED,    None],
    A.NO_EVIDENCE:              [None,          None,          None,          None,          None,          S.ANSWERED,    None],
    A.TELL_SENDER:              [None,          None,          None,          None,          None,          S.ANSWERED,    None],
    A.REPORT_MEASURES:          [None,          None,          None,          None,          None,          S.ANSWERED,    None],
    A.SEND_BY_MAIL:             [None,          S.ASSIGNED,    S.IN_PROGRESS, None,          None,          None,          None],
    A.CORRECT:                  [S.REGISTERED,  S.ASSIGNED,    S.IN_PROGRESS, S.ON_APPROVAL, S.APPROVED,    S.ANSWERED,    S.CLOSED],
    A.DROP_PROMISE:             [S.REGISTERED,  S.ASSIGNED,    S.IN_PROGRESS, S.ON_APPROVAL, S.APPROVED,    S.ANSWERED,    None],
}  # fmt: skip
SECOND = {A.CONFIRM_NO_REPLY, A.REJECT_NO_REPLY, A.HAND_OVER}
BY_WHOM = {
    R.COORDINATOR: {
        A.TAKE,
        A.ROUTE,
        A.TAKE_BACK,
        A.MARK_URGENT,
        A.CLASSIFY,
        A.TELL_MAYOR,
        A.REVEAL_PHONE,
        A.NOTE,
        A.REPORT,
        A.SHARE,
        A.RELEASE,
        A.NOT_NEEDED,
        A.PROPOSE_NO_REPLY,
        A.WRITE_UNROUTED,
        A.CHOOSE_WAY,
        A.ANSWER_BY_HAND,
        A.REACH,
        A.MISS,
        A.SUBMIT_UNROUTED,
        A.WRITE_PROMISE,
        A.SUBMIT_PROMISE,
        A.DROP_PROMISE,
        A.INQUIRE,
        A.EVIDENCE,
        A.NO_EVIDENCE,
        A.TELL_SENDER,
        A.SEND_BY_MAIL,
        A.CORRECT,
        *SECOND,
    },
    R.LEADER: {A.TAKE_CONTROL, A.INSTRUCT},
    R.MAYOR: {A.TAKE_CONTROL, A.INSTRUCT},
    R.EXECUTOR: {
        A.ACCEPT,
        A.RETURN,
        A.WRITE,
        A.SUBMIT,
        A.REPORT,
        A.REVEAL_PHONE,
        A.NOTE,
        A.CONTRIBUTE,
        A.ASK_EXTENSION,
        A.WRITE_PROMISE,
        A.SUBMIT_PROMISE,
        A.REPORT_MEASURES,
    },
    R.APPROVER: {
        A.APPROVE,
        A.REVISE,
        A.REPLACE,
        A.UNDO,
        A.REVISE_UNROUTED,
        A.NOTE,
        *SECOND,
        A.GRANT_EXTENSION,
        A.REFUSE_EXTENSION,
        A.APPROVE_PROMISE,
        A.REVISE_PROMISE,
        A.REPLACE_PROMISE,
        A.UNDO_PROMISE,
    },
}
BY_CITIZEN = {A.WITHDRAW}
BY_ITSELF = {
    A.ROUTE,
    A.PUBLISH_ANSWER,
    A.PUBLISH_INTERIM,
    A.PUBLISH_INTERIM_UNROUTED,
    A.HAND_OUT,
    A.PUBLISH_PROMISE,
}


@pytest.mark.parametrize("action", Action)
@pytest.mark.parametrize("status", Status)
def test_every_action_leads_from_every_state_where_it_should(action, status):
    expected = LIFE[action][list(Status).index(status)]
    assert TRANSITIONS[action].moves.get(status) == expected


@pytest.mark.parametrize("role", Role)
def test_every_role_may_do_what_it_should_and_no_more(role):
    may = {action for action, transition in TRANSITIONS.items() if role in transition.roles}
    assert may == BY_WHOM.get(role, set())


def test_the_program_itself_does_only_what_is_left_to_it():
    assert {action for action, transition in TRANSITIONS.items() if transition.by_rule} == BY_ITSELF


def test_the_citizen_does_only_what_is_left_to_whoever_wrote_it():
    assert {action for action, transition in TRANSITIONS.items() if transition.by_citizen} == BY_CITIZEN


def test_an_appeal_leaves_the_staffs_hands_when_it_has_ended_and_never_before():
    assert set(Status) - {S.ANSWERED, S.CLOSED} == OPEN


def test_every_state_can_be_reached_and_answered():
    reached = {S.REGISTERED}
    while more := {target for source, _, target in list_moves() if source in reached} - reached:
        reached |= more
    assert reached == set(Status)
    for start in OPEN:
        ahead = {start}
        while more := {target for source, _, target in list_moves() if source in ahead} - ahead:
            ahead |= more
        assert S.ANSWERED in ahead, f"from {start} there is no way to an answer"


def test_the_list_of_moves_is_the_table():
    moves = {(source, action): target for source, action, target in list_moves()}
    table = {
        (source, action): target
        for action, targets in LIFE.items()
        for source, target in zip(Status, targets, strict=True)
        if target is not None
    }
    assert moves == table
