"""Who may do what where: roles hold in their own chats, executors only for their own departments (guarantee 22)."""

from dataclasses import replace
from datetime import timedelta

import pytest

from domain.assignments import Assignment, AssignmentState
from domain.drafts import Draft
from domain.duty import Stint, with_stints
from domain.errors import Forbidden, OwnDraft
from domain.ids import DepartmentCode, StintId, UserId
from domain.municipality import Employee, Role
from domain.notices import CardKind
from domain.people import actor_in_chat
from domain.rights import ensure_may, ensure_not_own, find_view
from domain.setup.access import may_decide
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


_ROADS, _YARDS = frozenset({DepartmentCode("roads")}), frozenset({DepartmentCode("yards")})


def standing_in(town, *, for_):
    """Petrov, an executor of the department of housing, in place of somebody else."""
    stint = Stint(StintId(1), UserId(201), for_.id, None, NOW, NOW + timedelta(days=1), "Тест")
    return with_stints(actor_in_chat(town, 201, "", ZHKH), town, [stint])


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


def test_who_stands_in_for_another_departments_head_is_none_of_its_executors():
    """R64, guarantee 22: what is lent holds for the departments of who lends it, the own roles for the own ones."""
    head = Employee(UserId(501), "Дорогин Пётр Ильич", frozenset({Role.DEPARTMENT_HEAD}), departments=_ROADS)
    town = replace(MUNICIPALITY, staff=(*MUNICIPALITY.staff, head))
    executor = standing_in(town, for_=head)
    assert executor.roles == {Role.EXECUTOR, Role.DEPARTMENT_HEAD}
    assert executor.departments_as(Role.DEPARTMENT_HEAD) == _ROADS
    there = an_appeal(Status.ASSIGNED, "roads")
    assert not any(may(executor, action, ROADS, appeal=there) for action in Action)
    assert may(executor, Action.ACCEPT, ZHKH)
    assert find_view(executor, appeal=there, chat=PRIVATE, municipality=town) is CardKind.VIEW, (
        "as the head sees it"
    )


def test_who_stands_in_for_another_departments_executor_works_there_and_leads_nothing():
    colleague = Employee(UserId(501), "Дорогин Пётр Ильич", frozenset({Role.EXECUTOR}), departments=_ROADS)
    town = replace(MUNICIPALITY, staff=(*MUNICIPALITY.staff, colleague))
    executor = standing_in(town, for_=colleague)
    assert may(executor, Action.ACCEPT, ROADS, appeal=an_appeal(Status.ASSIGNED, "roads"))
    head = Employee(UserId(501), "Дорогин Пётр Ильич", frozenset({Role.BLOCK_HEAD}), departments=_YARDS)
    assert head_in_place(town, head).departments_as(Role.BLOCK_HEAD) == _YARDS
    assert head_in_place(town, head).departments_as(Role.EXECUTOR) == {"zhkh"}


def head_in_place(town, head):
    """The head of another block in Petrov's place."""
    stint = Stint(StintId(1), head.id, UserId(201), None, NOW, NOW + timedelta(days=1), "Тест")
    with_head = replace(town, staff=(*MUNICIPALITY.staff, head))
    return with_stints(actor_in_chat(with_head, head.id, "", ZHKH), with_head, [stint])


def test_the_substitute_of_a_head_lets_people_in_as_the_head_does():
    department = replace(MUNICIPALITY.find_department("roads"), head=UserId(501))
    head = Employee(UserId(501), "Дорогин Пётр Ильич", frozenset({Role.DEPARTMENT_HEAD}))
    town = replace(MUNICIPALITY, departments=(department,), staff=(*MUNICIPALITY.staff, head))
    assert may_decide(town, department, standing_in(town, for_=head))
    assert not may_decide(town, department, actor_in_chat(town, 201, "", ZHKH))


def test_a_trusted_chat_makes_nobody_an_executor_of_the_own_department():
    """Two departments in one group: the head of one is trusted there for the other alone."""
    yards = replace(MUNICIPALITY.find_department("yards"), chat=ROADS)
    head = Employee(UserId(501), "Дорогин Пётр Ильич", frozenset({Role.DEPARTMENT_HEAD}), departments=_ROADS)
    kept = tuple(one for one in MUNICIPALITY.departments if one.code != "yards")
    town = replace(MUNICIPALITY, departments=(*kept, yards), staff=(head,))
    actor = actor_in_chat(town, head.id, "", ROADS)
    assert actor.departments_as(Role.EXECUTOR) == _YARDS
