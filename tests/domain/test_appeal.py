"""What every move leaves behind in the appeal."""

from datetime import timedelta

import pytest

from domain.errors import AlreadyAccepted, NotPossibleNow
from domain.ids import DepartmentCode
from domain.municipality import Role
from domain.outcomes import Delivery, Outcome
from domain.people import SYSTEM
from domain.status import OPEN, TRANSITIONS, Action, Status
from tests.domain.people import NOW, an_actor, an_appeal

PETROV = an_actor(Role.EXECUTOR, user_id=201)
SIDOROVA = an_actor(Role.EXECUTOR, user_id=202, name="Сидорова Мария Ивановна")
OLGA = an_actor(Role.COORDINATOR, user_id=301, name="Кузнецова Ольга Павловна")
ZHKH, ROADS = DepartmentCode("zhkh"), DepartmentCode("roads")
LATER = NOW + timedelta(minutes=5)

DEEDS = {
    Action.TAKE: lambda appeal: appeal.take(OLGA, NOW),
    Action.ROUTE: lambda appeal: appeal.route(ZHKH, OLGA, NOW),
    Action.MARK_URGENT: lambda appeal: appeal.mark_urgent(),
    Action.TAKE_CONTROL: lambda appeal: appeal.take_control(OLGA, NOW),
    Action.ACCEPT: lambda appeal: appeal.accept(PETROV, NOW),
    Action.RETURN: lambda appeal: appeal.return_to_coordinator("Не наш дом", LATER),
    Action.SUBMIT: lambda appeal: appeal.submit(NOW),
    Action.APPROVE: lambda appeal: appeal.approve(NOW),
    Action.REVISE: lambda appeal: appeal.revise(NOW),
    Action.REPLACE: lambda appeal: appeal.replace(),
    Action.UNDO: lambda appeal: appeal.undo_approval(),
    Action.PUBLISH_ANSWER: lambda appeal: appeal.publish_answer(Outcome.SOLVED, NOW),
    Action.PUBLISH_INTERIM: lambda appeal: appeal.publish_interim(NOW, asks=False),
}


@pytest.mark.parametrize("action", DEEDS)
@pytest.mark.parametrize("status", Status)
def test_a_deed_moves_as_the_table_says_or_is_refused_and_moves_nothing(action, status):
    appeal = an_appeal(status, "zhkh")
    target = TRANSITIONS[action].moves.get(status)
    if target is None:
        with pytest.raises(NotPossibleNow) as refusal:
            DEEDS[action](appeal)
        assert refusal.value.facts == {"number": "2026-00042", "status": status.value}
    else:
        DEEDS[action](appeal)
    assert appeal.status is (target or status)


@pytest.mark.parametrize("status", Status)
def test_it_is_open_until_it_is_answered(status):
    assert an_appeal(status).is_open == (status in OPEN)


def test_the_first_reader_stays_the_reader():
    appeal = an_appeal()
    appeal.take(OLGA, NOW)
    appeal.route(ZHKH, SIDOROVA, LATER)
    assert (appeal.read_by, appeal.read_at) == ("Кузнецова О. П.", NOW)


def test_routing_is_reading():
    """A2."""
    appeal = an_appeal()
    appeal.route(ZHKH, OLGA, NOW)
    assert (appeal.read_by, appeal.read_at) == ("Кузнецова О. П.", NOW)


def test_what_a_rule_routed_was_read_by_nobody_in_particular():
    appeal = an_appeal()
    appeal.route(ZHKH, SYSTEM, NOW, reason="вода")
    assert (appeal.read_by, appeal.read_at, appeal.route_reason) == (None, NOW, "вода")


def test_sent_on_it_starts_afresh_and_counts_the_turn():
    appeal = an_appeal(settles_at=LATER)
    appeal.route(ZHKH, SYSTEM, NOW, reason="вода")
    appeal.accept(PETROV, NOW)
    appeal.route(ROADS, OLGA, LATER)
    assert appeal.department == ROADS
    assert appeal.assigned_at == LATER
    assert appeal.assignments == 2
    assert appeal.executor_id is appeal.executor_name is appeal.accepted_at is None
    assert appeal.route_reason is None
    assert appeal.settles_at is None


def test_one_executor_wins_and_the_other_is_told_who_and_when():
    appeal = an_appeal(Status.ASSIGNED, "zhkh")
    appeal.accept(PETROV, NOW)
    with pytest.raises(AlreadyAccepted) as refusal:
        appeal.accept(SIDOROVA, LATER)
    assert refusal.value.facts == {"gender": "male", "name": "Петров И. С.", "at": NOW}
    assert (appeal.executor_id, appeal.accepted_at) == (PETROV.user_id, NOW)


def test_whoever_returns_it_says_why_and_leaves_no_trace_of_having_held_it():
    appeal = an_appeal(Status.ASSIGNED, "zhkh")
    appeal.accept(PETROV, NOW)
    appeal.return_to_coordinator("Не наш дом", LATER)
    assert appeal.return_reason == "Не наш дом"
    assert appeal.returns == 1
    assert appeal.department is appeal.executor_id is appeal.accepted_at is appeal.assigned_at is None


@pytest.mark.parametrize(("late_by", "late"), [(-1, False), (0, False), (1, True)])
def test_a_return_exactly_on_time_is_in_time_and_a_microsecond_later_it_is_not(late_by, late):
    """R40, A22."""
    appeal = an_appeal(Status.REGISTERED)
    appeal.route(ZHKH, OLGA, NOW, return_by=LATER)
    appeal.return_to_coordinator("Не наш дом", LATER + timedelta(microseconds=late_by))
    assert appeal.returned_late is late
    assert appeal.return_by is None
    appeal.route(ROADS, OLGA, LATER)
    assert not appeal.returned_late


def test_where_no_term_is_set_no_return_is_late():
    appeal = an_appeal(Status.REGISTERED)
    appeal.route(ZHKH, OLGA, NOW)
    appeal.return_to_coordinator("Не наш дом", NOW + timedelta(days=365))
    assert not appeal.returned_late


def test_the_next_department_does_not_read_why_the_former_returned_it():
    appeal = an_appeal(Status.ASSIGNED, "zhkh")
    appeal.return_to_coordinator("Не наш дом", LATER)
    appeal.route(ROADS, OLGA, LATER)
    assert appeal.return_reason is None
    assert appeal.returns == 1


def test_a_revision_leaves_it_with_its_executor_and_is_counted():
    """R44, R54."""
    appeal = an_appeal(Status.ASSIGNED, "zhkh")
    appeal.accept(PETROV, NOW)
    appeal.submit(NOW)
    appeal.revise(NOW)
    assert appeal.revisions == 1
    assert appeal.executor_id == PETROV.user_id


def test_an_answer_ends_every_waiting():
    appeal = an_appeal(Status.APPROVED, "zhkh", question_waits=True)
    appeal.publish_answer(Outcome.MEASURES, LATER)
    assert appeal.answered_at == LATER
    assert appeal.outcome is Outcome.MEASURES
    assert appeal.delivery is Delivery.SENT
    assert not appeal.question_waits


@pytest.mark.parametrize(
    ("asks", "waited", "waits"), [(True, False, True), (False, False, False), (False, True, True)]
)
def test_a_question_waits_until_it_is_answered_whatever_else_is_sent(asks, waited, waits):
    appeal = an_appeal(Status.APPROVED, "zhkh", question_waits=waited)
    appeal.publish_interim(NOW, asks=asks)
    assert appeal.question_waits is waits
    assert appeal.answered_at is None
