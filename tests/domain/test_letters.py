"""What a letter or a note of a call tells of itself, and what it does not."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from domain.municipality import Channel
from domain.register.guessing import answers_there, find_channel, guess
from domain.register.marks import ApplicantKind
from domain.words import letters

NOW = datetime(2026, 3, 18, 9, tzinfo=UTC)
MOSCOW = ZoneInfo("Europe/Moscow")


def guessed(text, senders=()):
    return guess(text, senders=senders, now=NOW, tz=MOSCOW)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("от Петровой Анны Ивановны,\nпрошу", "Петрова Анна Ивановна"),
        ("Главе Иванову И. И.\nот гр. Кима Олега Павловича", "Ким Олег Павлович"),
        ("от Высоцкого Андрея Ильича", "Высоцкий Андрей Ильич"),
        ("от Киселёвой Марии Львовны", "Киселёва Мария Львовна"),
        ("Звонил Сидоров Пётр Ильич: темно", "Сидоров Пётр Ильич"),
        ("Темно у школы.\nС уважением, Иванова М. П.", "Иванова М. П."),
        ("Я, Петров Иван Сергеевич, прошу", "Петров Иван Сергеевич"),
        ("Заявитель: ООО «Ромашка»", "ООО «Ромашка»"),
        ("Участковый Иванов Иван Иванович не отвечает", ""),
        ("Обещал Иванов И. И. ещё в мае", ""),
        ("улица Ленина, дом 5", ""),
    ],
)
def test_a_name_is_taken_where_it_is_the_writers(text, name):
    assert letters.find_applicant(text) == name


def test_a_letter_tells_name_place_contact_and_form():
    found = guessed(
        "от Петровой Анны Ивановны, проживающей по адресу: ул. Мира, д. 10, кв. 5\nтел. 8 912 345-67-89, a@b.ru\n"
        "ЗАЯВЛЕНИЕ\n1. Засыпать яму на ул. Ленина, 5\n2. Поставить знак"
    )
    assert found.address == "ул. Ленина, 5"
    assert found.contact == "8 912 345-67-89, a@b.ru"
    assert found.formal
    assert found.questions == 2
    assert guessed("Проживаю: ул. Мира, д. 10. Темно").contact == "ул. Мира, д. 10"


def test_the_gist_is_not_taken_from_the_head():
    head = "вх. № 5\nГлаве города\nот Петровой Анны Ивановны\n\nЗАЯВЛЕНИЕ\n"
    assert letters.find_body(f"{head}Темно у школы") == "Темно у школы"
    assert letters.find_body("Звонила Иванова М. П.: темно") == "Звонила Иванова М. П.: темно"


def test_numbers_and_days_of_the_post_are_told_from_those_of_the_sender():
    own = guessed("вх. № 123-П/22 от 16.03.2026\nисх. № 5 от 01.03.2026")
    assert (own.external_number, own.received) == ("123-П/22", datetime(2026, 3, 16, tzinfo=MOSCOW))
    theirs = guessed("исх. № 5-1 от 01.03.2026")
    assert (theirs.external_number, theirs.received) == ("5-1", None)
    stamped = guessed("Дата обращения: 17.03.2026 14:05, дом № 5")
    assert (stamped.external_number, stamped.received) == ("", datetime(2026, 3, 17, 14, 5, tzinfo=MOSCOW))
    assert guessed("Обращение № 4512233 от 17 марта 2025").received is None, "last year's is no new one"


@pytest.mark.parametrize(
    ("text", "sender"),
    [
        ("Направляется из прокуратуры города обращение", "Прокуратура города"),
        ("Перенаправлено от Губернатора края", "Губернатор"),
        ("Уважаемый губернатор! Нет воды", "Губернатор"),
        ("Поступило из Правительства края", "Правительство"),
        ("Жаловались в прокуратуру, толку нет", ""),
    ],
)
def test_the_body_that_passed_it_on(text, sender):
    assert guessed(text, ["Прокуратура города"]).forwarded_from == sender


@pytest.mark.parametrize(
    ("text", "collective"),
    [
        ("Мы, жители дома 5, просим", True),
        ("Коллективная жалоба", True),
        ("Иванов И. И.\nПетрова А. С.\nКим О. П.", True),
        ("Под письмом 34 подписи", True),
        ("Я и соседи просим", False),
    ],
)
def test_several_people_wrote_it(text, collective):
    assert guessed(text).collective is collective


def test_the_law_counts_where_the_letter_goes_by_it():
    assert guessed("Прошу рассмотреть в порядке 59-ФЗ").formal
    assert not guessed("Сообщение не является обращением по 59-ФЗ").formal
    assert not guessed("Жалоба\nтемно у школы").formal
    assert guessed("от ООО «Ромашка»").applicant_kind is ApplicantKind.ORGANISATION


def test_a_channel_is_known_by_its_name_or_account_and_systems_are_answered_in_their_place():
    hotline, page = (
        Channel("hotline", "Телефон доверия"),
        Channel("vk", "Группа", account="vk.com/p", watched=True),
    )
    assert find_channel("Телефон доверия: темно", "", [hotline, page]) == "hotline"
    assert find_channel("Темно vk.com/p", "", [hotline, page]) == "vk"
    assert find_channel("Темно", "", [hotline, page]) is None
    assert [answers_there(one) for one in (hotline, page, None)] == [False, True, False]
