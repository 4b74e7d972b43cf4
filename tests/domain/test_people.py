"""Who somebody is follows from the messenger's id and, where a department trusts its chat, from the chat."""

from domain.ids import DepartmentCode
from domain.municipality import Role
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


def test_the_program_is_nobody():
    assert not SYSTEM.roles
    assert SYSTEM.short_name == ""
