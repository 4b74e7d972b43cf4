"""Which buttons a card offers, to the letter, and which it must not."""

from dataclasses import replace

import pytest

from domain.assignments import AssignmentState
from domain.casefile import CaseFile, Menu
from domain.drafts import PromptKind
from domain.ids import ChatId
from domain.kinds import AppealKind
from domain.notices import CardKind
from domain.status import Status
from tests.views.cases import (
    LEADERSHIP,
    NOW,
    RUSSIAN,
    accepted,
    at,
    card,
    case,
    flat,
    labels,
    municipality,
    prompt,
    stay,
    the_card,
    with_department,
)
from views.callbacks import AppealAction, AppealCallback, RouteCallback
from views.cards.board import put_up
from views.parts import Text

READY = ["Не наша территория", "Не в наших полномочиях", "Это к другому отделу", "Мало сведений: нет адреса"]


def put(file: CaseFile, kind: CardKind, **changes: object) -> Text:
    return the_card(put_up(file, RUSSIAN, card=card(kind, **changes), now=NOW))


def ways(part: Text) -> list[list[str]]:
    """The rows that lead to a department: the table of offers below them is not looked at."""
    rows = part.markup.inline_keyboard if part.markup else []
    leads = ("r:", "n:departments", "n::")
    return [[button.text for button in row] for row in rows if (row[0].callback_data or "").startswith(leads)]


def test_coordinators_see_the_likeliest_departments_first_and_what_else_they_can_do_below() -> None:
    shown = put(case(candidates=("roads",), topic=None), CardKind.COORDINATORS)

    assert labels(shown)[:3] == [["Дороги", "ЖКХ"], ["Несколько", "Взять"], ["Срочно", "Главе"]]
    assert {"Категория", "Тема и адрес"} <= set(flat(shown))


def test_the_department_of_the_topic_stands_before_those_that_the_words_suggest() -> None:
    shown = put(case(candidates=("roads",), topic="water"), CardKind.COORDINATORS)

    assert ways(shown) == [["ЖКХ", "Дороги"]]


def test_of_many_departments_six_are_offered_and_the_rest_stands_behind_more() -> None:
    file = case(municipality=municipality(9), candidates=("roads",), topic=None)

    assert ways(put(file, CardKind.COORDINATORS)) == [
        ["Дороги", "ЖКХ"],
        ["Отдел d0", "Отдел d1"],
        ["Отдел d2", "Отдел d3"],
        ["Ещё…"],
    ]
    every = [label for row in ways(put(file, CardKind.COORDINATORS, menu=Menu.DEPARTMENTS)) for label in row]
    assert every[-1] == "Назад"
    assert len(every) == 9 + 1
    assert "Ещё…" not in flat(put(file, CardKind.COORDINATORS, menu=Menu.DEPARTMENTS))


def test_who_has_returned_it_is_asked_again_last_and_with_a_mark() -> None:
    returned = stay("zhkh", 1, state=AssignmentState.RETURNED, ended_at=at("09:45"))
    file = replace(case(candidates=("zhkh",), topic="water"), assignments=(returned,))

    assert ways(put(file, CardKind.COORDINATORS)) == [["Дороги", "↩️ ЖКХ"]]


def test_what_is_read_and_urgent_is_not_offered_to_be_made_so_again() -> None:
    file = case(read_at=at("09:35"), urgent=True)

    assert not {"Взять", "Срочно"} & set(flat(put(file, CardKind.COORDINATORS)))


@pytest.mark.parametrize("status", [Status.ASSIGNED, Status.IN_PROGRESS])
def test_what_was_routed_can_be_routed_anew_to_another(status: Status) -> None:
    file = case(**accepted(status=status))

    assert ways(put(file, CardKind.COORDINATORS)) == [["Ещё…"]]
    assert ways(put(file, CardKind.COORDINATORS, menu=Menu.DEPARTMENTS)) == [["Дороги"], ["Назад"]]


@pytest.mark.parametrize("status", [Status.ON_APPROVAL, Status.APPROVED])
def test_what_is_being_answered_goes_nowhere_else(status: Status) -> None:
    shown = put(case(**accepted(status=status)), CardKind.COORDINATORS, menu=Menu.DEPARTMENTS)

    assert not ways(shown)
    assert "Срочно" in flat(shown)


def test_what_is_answered_offers_the_coordinators_nothing() -> None:
    file = case(**accepted(status=Status.ANSWERED, answered_at=at("09:50")))

    assert put(file, CardKind.COORDINATORS).markup is None


def test_the_menu_of_kinds_ticks_what_it_is_now() -> None:
    file = case(kind=AppealKind.COMPLAINT)

    assert labels(put(file, CardKind.COORDINATORS, menu=Menu.KIND)) == [
        ["Вопрос", "Замечание"],
        ["✓ Жалоба", "Предложение"],
        ["Заявление", "Благодарность"],
        ["Назад"],
    ]


@pytest.mark.parametrize(
    ("status", "expected"),
    [
        (Status.ASSIGNED, ["Принять", "Не наше", "Написать ответ"]),
        (Status.IN_PROGRESS, ["Написать ответ", "Не наше"]),
        (Status.ON_APPROVAL, ["Написать ответ"]),
        (Status.APPROVED, []),
        (Status.ANSWERED, []),
    ],
)
def test_a_department_is_offered_what_is_possible_now(status: Status, expected: list[str]) -> None:
    assert flat(put(case(**with_department(status=status)), CardKind.DEPARTMENT)) == expected


@pytest.mark.parametrize("changes", [{"assignments": 2}, {"department": "roads"}, {"department": None}])
def test_a_department_whose_turn_is_over_is_offered_nothing(changes: dict[str, object]) -> None:
    file = case(**with_department(status=Status.ASSIGNED) | changes)

    assert put(file, CardKind.DEPARTMENT).markup is None


def test_who_was_asked_why_gets_ready_reasons_and_a_way_out() -> None:
    file = case(**with_department(status=Status.ASSIGNED), prompts=(prompt(),))

    assert flat(put(file, CardKind.DEPARTMENT)) == [
        "Принять",
        "Не наше",
        "Написать ответ",
        *READY,
        "Отмена",
    ]


@pytest.mark.parametrize(
    "other",
    [
        prompt(closed_at=at("09:45")),
        prompt(chat_id=ChatId(-5)),
        prompt(PromptKind.DRAFT),
    ],
)
def test_other_questions_bring_no_reasons(other: object) -> None:
    file = case(**with_department(status=Status.ASSIGNED), prompts=(other,))

    assert not set(READY) & set(flat(put(file, CardKind.DEPARTMENT)))


def test_leadership_is_offered_control_until_somebody_has_it() -> None:
    assert flat(put(case(), CardKind.LEADERSHIP)) == ["Взять на контроль"]
    assert put(case(controlled_by="Иванова М. П."), CardKind.LEADERSHIP).markup is None


def test_buttons_carry_the_appeal_and_a_department_the_turn_too() -> None:
    file = case(assignments=3)
    [departments, _, actions, *_] = put(file, CardKind.COORDINATORS).markup.inline_keyboard

    assert RouteCallback.unpack(departments[0].callback_data) == RouteCallback(
        appeal=42, department="zhkh", turn=3
    )
    assert AppealCallback.unpack(actions[0].callback_data) == AppealCallback(
        action=AppealAction.URGENT, appeal=42
    )


def test_a_keyboard_never_outgrows_telegram() -> None:
    file = case(municipality=municipality(300))
    card_of_all = put(file, CardKind.COORDINATORS, menu=Menu.DEPARTMENTS, chat_id=LEADERSHIP)

    assert len(flat(card_of_all)) <= 100


def test_no_button_is_left_alone_where_its_group_has_others() -> None:
    rows = labels(put(case(topic=None), CardKind.COORDINATORS))

    assert {len(row) for row in rows} <= {2, 3}
    assert len(rows) <= 7
