"""What becomes of one department's part, and what the parts make together."""

import pytest

from domain.assignments import (
    STEPS,
    Assignment,
    AssignmentState,
    Chosen,
    Step,
    common_draft,
    is_joint,
    list_awaited,
    list_given,
    read_tasks,
)
from domain.errors import AlreadyAccepted, PartNotPossibleNow, UnknownDepartment, WordsNeeded
from domain.ids import AppealId, DepartmentCode
from domain.messages import Attachment, ContentKind
from domain.municipality import Role
from tests.domain.people import MUNICIPALITY, NOW, an_actor

PETROV = an_actor(Role.EXECUTOR, user_id=201)
SIDOROVA = an_actor(Role.EXECUTOR, user_id=202, name="Сидорова Мария Ивановна")
S = AssignmentState
DEEDS = {
    Step.ACCEPT: lambda part: part.accept(PETROV, NOW),
    Step.GIVE: lambda part: part.give(PETROV, "Сделали", (), NOW),
    Step.RETURN: lambda part: part.hand_back("Не наш дом", NOW),
    Step.WITHDRAW: lambda part: part.withdraw(NOW),
    Step.RELEASE: lambda part: part.release(NOW),
}


def a_part(department="zhkh", state=S.ASSIGNED, **facts):
    part = Assignment(AppealId(1), DepartmentCode(department), NOW, "Кузнецова", state=state)
    for name, value in facts.items():
        setattr(part, name, value)
    return part


@pytest.mark.parametrize("step", Step)
@pytest.mark.parametrize("state", S)
def test_a_step_leads_where_the_table_says_or_is_refused_with_what_is_so(step, state):
    part = a_part(state=state)
    target = STEPS[step].get(state)
    if target is None:
        with pytest.raises(PartNotPossibleNow) as refusal:
            DEEDS[step](part)
        assert refusal.value.facts == {"state": state.value}
    else:
        DEEDS[step](part)
    assert part.state is (target or state)


def test_when_the_answer_has_left_words_are_kept_and_nothing_else_is_done():
    part = a_part(state=S.ACCEPTED, ended_at=NOW)
    with pytest.raises(PartNotPossibleNow) as refusal:
        part.hand_back("Поздно", NOW)
    assert refusal.value.facts == {"state": "over"}
    part.give(PETROV, "Сделали", (), NOW)
    assert part.text == "Сделали"


def test_one_executor_of_a_department_wins():
    part = a_part()
    part.accept(PETROV, NOW)
    with pytest.raises(AlreadyAccepted):
        part.accept(SIDOROVA, NOW)


def test_a_part_without_words_is_none():
    with pytest.raises(WordsNeeded):
        a_part().give(PETROV, " ", (), NOW)


def test_one_department_alone_is_not_joint_whatever_was_returned_or_taken_away():
    lead = a_part(is_lead=True)
    assert not is_joint([lead, a_part("roads", S.RETURNED), a_part("yards", S.WITHDRAWN)])
    assert is_joint([lead, a_part("roads")])


def test_the_lead_waits_for_the_others_not_for_itself():
    lead, roads, yards = a_part(is_lead=True), a_part("roads", S.ACCEPTED), a_part("yards", S.GIVEN)
    assert list_awaited([lead, roads, yards]) == [roads]


def test_the_common_draft_is_in_the_order_of_departments_with_all_files():
    photo = Attachment(ContentKind.PHOTO, "p")
    yards = a_part("yards", S.GIVEN, text="Двор убрали.", attachments=(photo,))
    zhkh = a_part("zhkh", S.GIVEN, text="Трубу заменили.\n")
    given = list_given([yards, a_part("roads"), zhkh], MUNICIPALITY)
    assert common_draft(given) == ("Трубу заменили.\n\nДвор убрали.", (photo,))
    assert common_draft([zhkh], "Остальное позже.")[0] == "Трубу заменили.\n\nОстальное позже."


def test_lines_say_whose_part_is_what():
    chosen = (Chosen("roads"), Chosen("zhkh"))
    words = "Управление ЖКХ: труба: срочно\n\nroads (3): яма\nи знак"
    assert read_tasks(words, MUNICIPALITY.departments, chosen) == (
        Chosen("roads", "яма и знак", 3),
        Chosen("zhkh", "труба: срочно"),
    )


def test_a_department_that_is_named_is_chosen():
    assert read_tasks("yards: двор", MUNICIPALITY.departments, (Chosen("zhkh"),))[1] == Chosen(
        "yards", "двор"
    )


def test_words_for_nobody_are_refused():
    with pytest.raises(UnknownDepartment):
        read_tasks("Горгаз: труба", MUNICIPALITY.departments, ())
    with pytest.raises(WordsNeeded):
        read_tasks(" \n ", MUNICIPALITY.departments, ())
