"""Who may do what where: roles hold in their own chats, executors only for their own departments (guarantee 22)."""

from dataclasses import replace

import pytest

from domain.assignments import Assignment, AssignmentState
from domain.drafts import Draft
from domain.errors import Forbidden, OwnDraft
from domain.municipality import Role
from domain.rights import ensure_may, ensure_not_own
from domain.status import TRANSITIONS, Action, Status
from tests.domain.people import (
    APPROVALS,
    COORDINATORS,
    LEADERSHIP,
    MUNICIPALITY,
    NOW,
    ROADS,
    ZHKH,
    an_actor,
    an_appeal,
)

PRIVATE = 201
CHATS = {
    "coordinators": COORDINATORS,
    "approvals": APPROVALS,
    "leadership": LEADERSHIP,
    "zhkh": ZHKH,
    "roads": ROADS,
    "private": PRIVATE,
    "somebody else's private": 999,
    "unknown": -77,
}
AT_HOME = {
    Role.COORDINATOR: {"coordinators", "private"},
    Role.APPROVER: {"approvals", "private"},
    Role.LEADER: {"leadership", "private"},
    Role.MAYOR: {"leadership", "private"},
    Role.EXECUTOR: {"zhkh"},
}


def may(actor, action, chat, *, appeal=None, card_chat=None):
    try:
        ensure_may(
            actor,
            action,
            appeal=appeal or an_appeal(Status.ASSIGNED, "zhkh"),
            chat=chat,
            municipality=MUNICIPALITY,
            card_chat=card_chat,
        )
    except Forbidden:
        return False
    return True


@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize("action", Action)
def test_a_role_acts_in_its_own_chat_and_nowhere_else(role, action):
    actor = an_actor(role, departments=("zhkh",))
    allowed = {name for name, chat in CHATS.items() if may(actor, action, chat)}
    assert allowed == (AT_HOME.get(role, set()) if role in TRANSITIONS[action].roles else set())


@pytest.mark.parametrize("action", Action)
def test_without_a_role_nothing_is_allowed_anywhere(action):
    assert not any(may(an_actor(departments=("zhkh",)), action, chat) for chat in CHATS.values())


@pytest.mark.parametrize("action", Action)
def test_everything_at_once_still_leaves_the_programs_own_deeds_to_the_program(action):
    everybody = an_actor(*Role, departments=("zhkh", "roads"))
    anywhere = any(may(everybody, action, chat) for chat in CHATS.values())
    assert anywhere == bool(TRANSITIONS[action].roles)


@pytest.mark.parametrize("status", Status)
def test_an_executor_of_another_department_may_nothing_even_in_the_right_chat(status):
    appeal = an_appeal(status, "zhkh")
    stranger = an_actor(Role.EXECUTOR, departments=("roads",))
    assert not any(may(stranger, action, chat, appeal=appeal) for action in Action for chat in CHATS.values())


def test_an_appeal_that_is_with_no_department_is_no_executors():
    executor = an_actor(Role.EXECUTOR, departments=("zhkh", "roads"))
    assert not may(executor, Action.ACCEPT, ZHKH, appeal=an_appeal())


def test_an_executor_works_where_the_card_stands_when_the_departments_chat_is_lost():
    executor = an_actor(Role.EXECUTOR, departments=("zhkh",))
    assert may(executor, Action.ACCEPT, COORDINATORS, card_chat=COORDINATORS)
    assert may(executor, Action.ACCEPT, ZHKH, card_chat=COORDINATORS)
    assert not may(executor, Action.ACCEPT, ROADS, card_chat=COORDINATORS)


def test_an_executor_of_two_departments_acts_for_each_in_its_own_chat():
    executor = an_actor(Role.EXECUTOR, departments=("zhkh", "roads"))
    assert may(executor, Action.ACCEPT, ZHKH)
    assert not may(executor, Action.ACCEPT, ROADS), "this one is with the other department"


def test_several_roles_of_one_person_hold_each_in_its_place():
    actor = an_actor(Role.COORDINATOR, Role.APPROVER)
    assert may(actor, Action.ROUTE, COORDINATORS)
    assert may(actor, Action.APPROVE, APPROVALS)
    assert not may(actor, Action.APPROVE, COORDINATORS)


def a_draft(author, **changes):
    return Draft(1, 2, "Трубу заменили.", author.user_id, author.short_name, NOW, **changes)


def test_the_author_does_not_approve_and_who_put_in_other_words_may():
    author, approver = an_actor(Role.EXECUTOR), an_actor(Role.APPROVER, user_id=401)
    replaced = a_draft(author, replaced_by=approver.short_name)
    ensure_not_own(approver, replaced, [], municipality=MUNICIPALITY)
    with pytest.raises(OwnDraft):
        ensure_not_own(author, replaced, [], municipality=MUNICIPALITY)
    with pytest.raises(OwnDraft):
        ensure_not_own(approver, a_draft(approver), [], municipality=MUNICIPALITY)


def test_who_gave_a_part_does_not_approve_the_whole_unless_the_municipality_allows_it():
    author, other = an_actor(Role.EXECUTOR), an_actor(Role.EXECUTOR, user_id=202)
    part = Assignment(1, "roads", NOW, "", executor_id=202, state=AssignmentState.GIVEN)
    with pytest.raises(OwnDraft):
        ensure_not_own(other, a_draft(author), [part], municipality=MUNICIPALITY)
    allowed = replace(MUNICIPALITY, approval=replace(MUNICIPALITY.approval, self_approval=True))
    ensure_not_own(other, a_draft(author), [part], municipality=allowed)
