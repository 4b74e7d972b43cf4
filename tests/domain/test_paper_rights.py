"""Role × chat × paper: who gets what, of which departments, and where it comes (R27, R66)."""

from dataclasses import replace
from itertools import product

import pytest

from domain.errors import DomainError
from domain.ids import ChatId, UserId
from domain.municipality import Role
from domain.papers.kinds import Paper
from domain.papers.rights import find_place, paper_scope
from tests.domain.people import APPROVALS, COORDINATORS, LEADERSHIP, MUNICIPALITY, ZHKH, an_actor

PRIVATE = ChatId(201)
OWN, ALL, NONE = frozenset({"zhkh"}), None, "refused"
EVERYTHING = {Role.COORDINATOR, Role.APPROVER, Role.LEADER, Role.MAYOR, Role.OBSERVER}
PART = {Role.BLOCK_HEAD, Role.CURATOR, Role.DEPARTMENT_HEAD}


def found(paper, actor, chat, town=MUNICIPALITY):
    try:
        return paper_scope(paper, actor, chat=chat, municipality=town)
    except DomainError:
        return NONE


def expected(role, chat, paper):
    """The rule as people would say it, beside the code's."""
    sees_figures = chat in {PRIVATE, LEADERSHIP} or (chat == COORDINATORS and role is Role.COORDINATOR)
    if not sees_figures or (role is Role.EXECUTOR and chat == PRIVATE):
        return NONE
    if paper is Paper.REGISTER:
        return ALL if role in EVERYTHING else OWN if role in PART else NONE
    if role in PART and chat == PRIVATE:
        return OWN
    return ALL


@pytest.mark.parametrize("role", Role)
def test_r27_r66_each_role_gets_in_each_chat_what_the_table_says(role):
    actor = an_actor(role, departments=("zhkh",))
    wrong = [
        (chat, paper.value, found(paper, actor, chat))
        for chat, paper in product((PRIVATE, COORDINATORS, APPROVALS, LEADERSHIP, ZHKH), Paper)
        if found(paper, actor, chat) != expected(role, chat, paper)
    ]
    assert wrong == []


def test_a_curator_and_a_head_by_the_departments_own_line_and_whoever_stands_in_see_it_too():
    zhkh, *others = MUNICIPALITY.departments
    named = replace(MUNICIPALITY, departments=(replace(zhkh, curator=UserId(7), head=UserId(8)), *others))
    for actor in (an_actor(user_id=7), an_actor(user_id=8)):
        assert found(Paper.REGISTER, actor, actor.user_id, named) == OWN
    substitute = replace(an_actor(user_id=9), stands_for=frozenset({UserId(8)}))
    assert found(Paper.MONTH, substitute, substitute.user_id, named) == OWN
    assert found(Paper.MONTH, an_actor(user_id=10), ChatId(10), named) == NONE


def test_the_register_never_comes_to_the_leaderships_chat():
    leader = an_actor(Role.LEADER)
    places = {paper: find_place(paper, leader, chat=LEADERSHIP, municipality=MUNICIPALITY) for paper in Paper}
    assert places.pop(Paper.REGISTER) == leader.user_id
    assert set(places.values()) == {LEADERSHIP}
