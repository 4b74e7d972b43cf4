"""Cards: what is seen first, what is so now, and what must not be seen."""

from dataclasses import replace
from datetime import timedelta

import pytest

from domain.assignments import AssignmentState
from domain.messages import ContentKind
from domain.notices import CardKind
from domain.outcomes import Delivery, Solved
from domain.status import Status
from tests.views.cases import (
    NOW,
    RUSSIAN,
    accepted,
    addition,
    appeal,
    at,
    card,
    case,
    citizen,
    draft,
    edit_of,
    entities,
    message,
    municipality,
    photo,
    read,
    stay,
    the_card,
    with_department,
    words,
)
from views.cards.board import put_up
from views.measure import visible_len
from views.parts import Text


def shown(file, kind: CardKind = CardKind.COORDINATORS, **changes) -> str:
    return read(the_card(put_up(file, RUSSIAN, card=card(kind, **changes), now=NOW)))


def lines(file, kind: CardKind = CardKind.COORDINATORS, **changes) -> list[str]:
    return shown(file, kind, **changes).split("\n")


def test_topic_and_address_stand_first_and_the_number_last() -> None:
    assert lines(case())[0] == "Водоснабжение · ул. Ленина, 5"
    assert lines(case())[-1] == "2026-00042"


def test_what_is_urgent_says_so_in_the_first_line() -> None:
    assert lines(case(urgent=True))[0] == "🔴 Водоснабжение · ул. Ленина, 5"


@pytest.mark.parametrize("kind", [CardKind.COORDINATORS, CardKind.LEADERSHIP, CardKind.MAYOR])
def test_of_what_is_urgent_those_above_read_whom_to_call(kind) -> None:
    town = municipality()
    first = replace(town.departments[0], duty_phone="2-10-05")
    known = {"municipality": replace(town, departments=(first, *town.departments[1:]))}
    line = "☎️ Дежурный ЖКХ: 2-10-05"
    assert line in lines(case(urgent=True, **known, **with_department(status=Status.ASSIGNED)), kind)
    assert line not in lines(case(**known, **with_department(status=Status.ASSIGNED)), kind)
    assert line not in lines(case(urgent=True, **known, **with_department(status=Status.ANSWERED)), kind)
    department = with_department(status=Status.ASSIGNED)
    assert line not in lines(case(urgent=True, **known, **department), CardKind.DEPARTMENT)


def test_without_a_topic_the_gist_stands_first() -> None:
    assert lines(case(topic=None))[0] == "Прорвало трубу · ул. Ленина, 5"


def test_a_headline_does_not_repeat_a_message_that_stands_below_in_full() -> None:
    words = "Прорвало трубу у дома, вода заливает двор и подвал, звонили в аварийную ещё утром"
    begins = case(message(f"{words}, никто не приехал."), topic=None, gist=words)
    own = case(message(f"{words}, никто не приехал."), topic=None, gist="Авария на водопроводе, ждут с утра")

    assert lines(begins)[0] == "Прорвало трубу у дома, вода заливает… · ул. Ленина, 5"
    assert lines(own)[0] == "Авария на водопроводе, ждут с утра · ул. Ленина, 5"


def test_without_topic_gist_and_address_the_first_line_still_says_something() -> None:
    assert lines(case(photo(), topic=None, gist="", address=None))[0] == "Без темы"


def test_the_gist_is_shown_only_where_it_differs_from_the_text() -> None:
    assert "Прорвало трубу" not in lines(case())
    assert "Авария на водопроводе" in lines(case(gist="Авария на водопроводе"))


def test_a_short_message_stands_whole_in_a_quotation() -> None:
    [quotation] = [one for one in entities(the_card_of(case())) if one["type"] == "blockquote"]

    assert quotation["length"] == len("Прорвало трубу у дома")


def the_card_of(file, kind: CardKind = CardKind.COORDINATORS) -> Text:
    return the_card(put_up(file, RUSSIAN, card=card(kind), now=NOW))


def test_of_a_long_message_three_hundred_characters_are_seen_and_the_rest_is_folded() -> None:
    text = "Слово за словом. " * 60
    plain, folded = [one for one in entities(the_card_of(case(message(text)))) if "quote" in one["type"]]

    assert plain["type"] == "blockquote"
    assert 150 <= plain["length"] <= 300
    assert folded["type"] == "expandable_blockquote"
    assert text.split() == shown(case(message(text), topic=None, gist="Суть", address=None)).split()[1:-9]


def test_what_is_too_long_goes_on_silently_under_the_card() -> None:
    text = " ".join(f"слово{number}" for number in range(900))
    card_part, *more = put_up(case(message(text)), RUSSIAN, card=card(), now=NOW)

    assert more
    assert all(part.silent and read(part).startswith("2026-00042") for part in more)
    everything = " ".join(words([card_part, *more]))
    assert all(f"слово{number}" in everything for number in range(900))


def test_the_message_is_not_cut_shorter_when_more_is_added() -> None:
    text = " ".join(f"слово{number}" for number in range(900))
    before, after = shown(case(message(text))), shown(case(message(text), addition("ещё " * 500)))

    last = before.rsplit("слово", 1)[1].split()[0]
    assert f"слово{last}" in after


def test_messages_come_in_order_and_additions_with_their_time() -> None:
    text = shown(case(message("Первое"), addition("Второе", "09:44"), addition("Третье", "09:46")))

    assert "Первое\nДополнение, 09:44\nВторое\nДополнение, 09:46\nТретье" in text


def test_an_addition_of_another_day_has_its_date() -> None:
    later = addition("Второе", "09:44")
    tomorrow = put_up(case(message(), later), RUSSIAN, card=card(), now=NOW + timedelta(days=1))

    assert "Дополнение, 02.03 09:44" in read(the_card(tomorrow))


def test_an_addition_without_words_says_what_it_is() -> None:
    later = addition("", "09:44", kind=ContentKind.VOICE, file_id="voice")

    assert "Дополнение, 09:44: голосовое 1" in shown(case(message(), later))


def test_an_edit_shows_old_and_new_with_its_time() -> None:
    file = case(message("дом 7"), edits=(edit_of("дом 5", "дом 7"),))

    assert "✏️ 09:45 житель изменил: «дом 5» → «дом 7»" in lines(file)


def test_of_a_long_edit_the_place_that_differs_is_seen() -> None:
    same = "одно и то же " * 40
    text = shown(case(edits=(edit_of(f"{same}дом пять", f"{same}дом семь"),)))

    assert "дом пять»" in text
    assert "дом семь»" in text


def test_a_contact_and_a_poll_speak_by_their_detail() -> None:
    poll = message("", kind=ContentKind.POLL, detail="Что чинить?\n– крышу\n– трубу")

    assert "Что чинить?\n– крышу\n– трубу" in shown(case(poll))


def test_the_phone_is_closed() -> None:
    text = shown(case(citizen=citizen(phone="+79123456712")))

    assert "Анна Жителева · Telegram · +7 ··· ·· 12" in text
    assert "345" not in text


@pytest.mark.parametrize("name", ["Анна 8 912 345-67-12", "89123456712", "Анна (8)(912)(345)(67)(12)"])
def test_a_phone_in_the_name_is_closed_too(name: str) -> None:
    text = shown(case(citizen=citizen(name=name)))

    assert "+7 ··· ·· 12" in text
    assert "345" not in text


def test_a_name_cannot_break_the_line_or_turn_it_round() -> None:
    text = shown(case(citizen=citizen(name="Анна\nОтвет отправлен\u202e\u2066")))

    assert "Анна Ответ отправлен · Telegram" in text


def test_a_name_of_nothing_visible_is_named_so() -> None:
    assert "Имя не указано · Telegram" in shown(case(citizen=citizen(name="\u200b \u2060")))


def test_files_are_counted_by_kind() -> None:
    file = case(photo("1"), photo("2"), message("", kind=ContentKind.VOICE, file_id="v"))

    assert "📎 фото 2, голосовое 1" in lines(file)


def test_marks_stand_in_one_line() -> None:
    file = case(
        message(forwarded_from="Домком"),
        former=appeal(number="2026-00017"),
        urgent=True,
        returns=2,
        controlled_by="Иванова М. П.",
    )

    assert (
        "повторное к 2026-00017 · переслано: Домком · срочное · на контроле: Иванова М. П. · возвратов: 2"
        in lines(file)
    )


@pytest.mark.parametrize(
    ("changes", "state"),
    [
        ({}, "Ждёт направления"),
        (
            {"read_by": "Смирнова О. В.", "read_at": at("09:35")},
            "Взято: Смирнова О. В., 09:35\nЖдёт направления",
        ),
        ({"return_reason": "Не наша\nтерритория"}, "Возвращено: Не наша территория\nЖдёт направления"),
        (with_department(status=Status.ASSIGNED), "Направлено: Управление ЖКХ, 09:40"),
        (
            with_department(status=Status.ASSIGNED, route_reason="прорвало трубу\nпрорыв трубы"),
            "Направлено: Управление ЖКХ, 09:40 — по словам «прорвало трубу»",
        ),
        (accepted(status=Status.IN_PROGRESS), "Принял Петров И. С., 09:42"),
        (accepted(status=Status.ON_APPROVAL), "Принял Петров И. С., 09:42\nНа согласовании"),
        (
            accepted(status=Status.APPROVED, draft=draft(publish_at=at("09:50") + timedelta(seconds=30))),
            "Согласовано, отправится в 09:50:30",
        ),
        (
            accepted(status=Status.ANSWERED, answered_at=at("09:50"), delivery=Delivery.SENT),
            "Ответ отправлен, 09:50",
        ),
        (
            accepted(status=Status.ANSWERED, answered_at=at("09:50"), delivery=Delivery.DELIVERED),
            "Ответ доставлен, 09:50",
        ),
        (
            accepted(status=Status.ANSWERED, answered_at=at("09:50"), delivery=Delivery.BLOCKED),
            "Ответ не доставлен: житель заблокировал бота",
        ),
        (
            accepted(status=Status.ANSWERED, answered_at=at("09:50"), delivery=Delivery.FAILED),
            "Ответ не доставлен",
        ),
        (
            accepted(status=Status.ANSWERED, answered_at=at("09:50"), solved=Solved.PARTLY, rating=4),
            "Житель: решено частично\nОценка жителя: 4",
        ),
    ],
)
def test_the_state_stands_above_the_number(changes: dict[str, object], state: str) -> None:
    assert shown(case(**changes)).endswith(f"{state}\n2026-00042")


def test_a_card_of_an_earlier_turn_says_where_the_appeal_went() -> None:
    first, second = stay("zhkh", 1, ended_at=at("09:40")), stay("roads", 2, assigned_at=at("09:40"))
    moved = case(**with_department(status=Status.ANSWERED, assignments=2, department="roads"))
    left = replace(first, state=AssignmentState.WITHDRAWN)
    returned = replace(first, state=AssignmentState.RETURNED, reason="Не наша территория")

    assert lines(replace(moved, assignments=(left, second)), CardKind.DEPARTMENT) == [
        "Передано: Отдел дорог, 09:40",
        "2026-00042",
    ]
    assert lines(replace(case(assignments=1), assignments=(returned,)), CardKind.DEPARTMENT) == [
        "Возвращено: Не наша территория",
        "2026-00042",
    ]


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("Соколова О. П.", "Приняла Соколова О. П., 09:42"),
        ("Ким Л. С.", "Принял Ким Л. С., 09:42"),
    ],
)
def test_the_verb_agrees_with_the_name(name: str, said: str) -> None:
    assert said in lines(case(**accepted(status=Status.IN_PROGRESS, executor_name=name)))


def test_a_slip_that_was_taken_back_is_no_place_where_it_went() -> None:
    first = stay("zhkh", 1, ended_at=at("09:40"), state=AssignmentState.RETURNED, reason="Не наш дом")
    slip = stay("roads", 2, assigned_at=at("09:41"), ended_at=at("09:42"), state=AssignmentState.WITHDRAWN)

    file = replace(case(assignments=2), assignments=(first, slip))

    assert lines(file, CardKind.DEPARTMENT)[0] == "Возвращено: Не наш дом"
    assert lines(file, CardKind.DEPARTMENT, turn=2)[0] == "Направлено по ошибке, отозвано координатором."


def test_the_citizens_words_are_never_markup() -> None:
    text = '<b>жирно</b> & <a href="tg://user?id=1">сюда</a> &lt;'
    file = case(message(text), citizen=citizen(name="<i>Анна</i>"), address="<u>ул.</u>")

    assert text in shown(file)
    assert "<i>Анна</i> · Telegram" in shown(file)
    assert {one["type"] for one in entities(the_card_of(file))} <= {"bold", "blockquote", "text_link"}
    assert [one["type"] for one in entities(the_card_of(file))].count("bold") == 1


def test_length_is_measured_as_telegram_measures_it() -> None:
    part = the_card_of(case(message("🏚️ <b>&\u202e")))

    assert visible_len(part.html) >= len(read(part).encode("utf-16-le")) // 2
