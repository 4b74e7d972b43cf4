"""Who somebody is follows from the messenger's id and, where a department trusts its chat, from the chat."""

from dataclasses import replace

from domain.ids import DepartmentCode
from domain.municipality import Members, Role
from domain.people import SYSTEM, actor_in_chat
from tests.domain.people import COORDINATORS, MUNICIPALITY, YARDS, ZHKH

PETROV, KUZNETSOVA, NOBODY = 201, 301, 777


def test_the_staff_list_knows_name_roles_and_departments():
    actor = actor_in_chat(MUNICIPALITY, PETROV, "Vanya 🔥", ZHKH)
    assert actor.name == "Петров Иван Сергеевич"
    assert actor.short_name == "Петров И. С."
    assert actor.roles == {Role.EXECUTOR}
    assert actor.departments == {DepartmentCode("zhkh")}


def test_one_person_may_hold_several_roles():
    """R64."""
    assert actor_in_chat(MUNICIPALITY, KUZNETSOVA, "", COORDINATORS).roles == {
        Role.COORDINATOR,
        Role.APPROVER,
    }


def test_whoever_is_not_listed_has_no_rights_in_a_listed_chat():
    actor = actor_in_chat(MUNICIPALITY, NOBODY, "Прохожий", ZHKH)
    assert not actor.roles
    assert not actor.departments
    assert actor.name == "Прохожий"


def test_a_department_may_trust_whoever_is_in_its_chat():
    actor = actor_in_chat(MUNICIPALITY, NOBODY, "Сидорова Мария", YARDS)
    assert actor.roles == {Role.EXECUTOR}
    assert actor.departments == {DepartmentCode("yards")}
    assert actor.short_name == "Сидорова М."


def test_trust_in_a_chat_adds_to_what_the_list_says_and_ends_at_its_door():
    there = actor_in_chat(MUNICIPALITY, KUZNETSOVA, "", YARDS)
    assert there.roles == {Role.COORDINATOR, Role.APPROVER, Role.EXECUTOR}
    elsewhere = actor_in_chat(MUNICIPALITY, NOBODY, "Сидорова Мария", COORDINATORS)
    assert not elsewhere.roles


def test_coordinators_act_for_a_department_that_works_by_mail_in_their_chat_alone():
    """R30."""
    yards = next(one for one in MUNICIPALITY.departments if one.code == "yards")
    mailed = replace(yards, chat=COORDINATORS, members=Members.LISTED, email="yards@example.ru")
    town = replace(MUNICIPALITY, departments=(*MUNICIPALITY.departments[:-1], mailed))
    assert actor_in_chat(town, KUZNETSOVA, "", COORDINATORS).departments_as(Role.EXECUTOR) == {"yards"}
    assert not actor_in_chat(town, KUZNETSOVA, "", ZHKH).departments_as(Role.EXECUTOR)
    assert not actor_in_chat(town, NOBODY, "", COORDINATORS).departments_as(Role.EXECUTOR)


def test_the_program_is_nobody():
    assert not SYSTEM.roles
    assert SYSTEM.short_name == ""
