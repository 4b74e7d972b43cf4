"""What citizens read: the number always, «сообщение» and never «обращение», in their own language."""

from datetime import timedelta

import pytest

from domain.appeal import Appeal
from domain.municipality import Consent
from domain.notice_args import AdditionArgs, ClosingArgs, ReceiptArgs
from domain.outcomes import Outcome
from domain.status import Status
from domain.ways import Way
from locales.texts import Translations
from tests.views.cases import (
    ENGLISH,
    NOW,
    RUSSIAN,
    appeal,
    at,
    case,
    draft,
    entities,
    flat,
    labels,
    message,
    municipality,
    read,
    words,
)
from views.citizen import answers, messages, own
from views.citizen.keyboards import Button, citizen_buttons, citizen_keyboard
from views.parts import Deletion, Edit, Part, Reaction, Text

LASTING = [["Написать", "Мои сообщения"], ["Помощь"]]


def one(parts: list[Part]) -> Text:
    [part] = parts
    assert isinstance(part, Text)
    return part


def own_list(*appeals: Appeal) -> list[Part]:
    return own.own_list(municipality(), RUSSIAN, page=own.OwnPage(appeals), now=NOW)


def receipt(file=None, **facts) -> Text:
    return one(messages.receipt(file or case(), RUSSIAN, now=NOW, facts=ReceiptArgs(**facts)))


def test_the_receipt_is_one_message_with_the_number_and_the_lasting_keyboard() -> None:
    assert "2026-00042" in read(receipt())
    assert labels(receipt()) == LASTING


def test_out_of_hours_the_receipt_says_when_work_begins() -> None:
    monday = receipt(opens_at=at("08:00", day=9).isoformat())

    assert "Начнём в пн, 9 марта, в 08:00." in read(monday)
    assert "Начнём сегодня в 13:00." in read(receipt(opens_at=at("13:00").isoformat()))
    assert "Начнём завтра в 08:00." in read(receipt(opens_at=at("08:00", day=3).isoformat()))
    assert "Начнём" not in read(receipt())


def test_without_an_address_the_receipt_asks_for_it_in_words_or_by_a_button() -> None:
    asking = receipt(asks_address=True)

    assert "Напишите адрес или нажмите «Отправить место»" in read(asking)
    assert labels(asking) == [["Отправить место"], *LASTING]
    assert asking.markup.keyboard[0][0].request_location is True


def test_voice_gets_the_hint_that_writing_is_quicker() -> None:
    assert "Если напишете текстом, будет быстрее" in read(receipt(spoken=True))


def test_the_first_receipt_says_what_this_is_not_and_whom_to_call_in_danger() -> None:
    town = municipality(official_appeal_url="https://primersk.example/?a=1&b=2", emergency_phone="112")
    first = receipt(case(municipality=town), notice=True)

    assert "это сообщение, а не официальное обращение по закону № 59-фз" in read(first).lower()
    assert "звоните 112" in read(first)
    assert "https://primersk.example/?a=1&b=2" in read(first)
    assert "https://primersk.example/?a=1&b=2" in [one.get("url") for one in entities(first)]
    assert "соглашаетесь" in read(first)


def test_the_municipality_may_word_the_consent_itself() -> None:
    own = municipality(consent=Consent(text="Согласие <нашими> словами"))

    assert "Согласие <нашими> словами" in read(receipt(case(municipality=own), notice=True))


def test_a_consent_of_any_length_still_leaves_the_receipt_one_message() -> None:
    long = municipality(
        consent=Consent(text="слово " * 700), official_appeal_url="https://a.example/" + "b" * 480
    )
    first = receipt(case(municipality=long), notice=True, asks_address=True, spoken=True)

    assert "2026-00042" in read(first)
    assert read(one(messages.consent_request(long, RUSSIAN)))


def test_a_repeat_names_the_former_number_and_asks_what_is_left() -> None:
    silent = read(receipt(case(message(""), former=appeal(number="2026-00017"))))
    worded = read(receipt(case(former=appeal(number="2026-00017"))))

    assert "2026-00042" in silent
    assert "повторно к 2026-00017" in silent
    assert "что осталось не так" in silent
    assert "что осталось не так" not in worded


def test_consent_is_asked_in_a_message_of_its_own() -> None:
    asked = one(messages.consent_request(municipality(consent=Consent(keep_days=2)), RUSSIAN))

    assert flat(asked) == ["Даю согласие"]
    assert "через 2 дня оно сотрётся" in read(asked)
    assert read(one(messages.consent_request(municipality(), RUSSIAN, again=True))).startswith("Напоминаем")


@pytest.mark.parametrize(
    ("facts", "said"),
    [
        ({}, "Добавили к сообщению 2026-00042."),
        ({"place": True}, "Место записали к сообщению 2026-00042. Спасибо!"),
        ({"answers": True}, "Ваш ответ передали тем, кто занимается сообщением 2026-00042."),
    ],
)
def test_an_addition_is_noted_under_the_message_itself(facts: dict[str, bool], said: str) -> None:
    noted = one(messages.addition_noted(case(), RUSSIAN, row_id=3, facts=AdditionArgs(10, **facts)))

    assert read(noted) == said
    assert noted.reply_to == 10
    assert flat(noted) == ["Новый вопрос"]


def test_where_the_bot_is_not_sure_it_asks_and_says_what_happens_without_an_answer() -> None:
    topic = one(messages.topic_question(RUSSIAN, number="2026-00042", row_id=3))
    after = one(messages.after_answer_question(RUSSIAN, number="2026-00042", row_id=3))

    assert flat(topic) == ["Дополнение", "Новый вопрос"]
    assert flat(after) == ["Не решено", "Новый вопрос", "Просто спасибо"]
    for question in (topic, after):
        assert "2026-00042" in read(question)
        assert "через 15 минут" in read(question)


def test_above_the_limit_it_is_said_when_the_number_comes() -> None:
    text = read(one(messages.limit_reached(municipality(), RUSSIAN, due_at=at("10:20").isoformat())))

    assert "номер дадим в 10:20" in text
    assert "звоните 112" in text


@pytest.mark.parametrize(
    ("status", "said"),
    [
        (Status.REGISTERED, "Выбираем, кому передать — с 09:30"),
        (Status.ASSIGNED, "Передали в отдел"),
        (Status.IN_PROGRESS, "Отдел готовит ответ"),
        (Status.ON_APPROVAL, "Ответ написан, его проверяют"),
        (Status.APPROVED, "Ответ проверили, отправляем"),
    ],
)
def test_an_open_message_says_where_it_is_and_what_comes_next(status: Status, said: str) -> None:
    mine = one(own_list(appeal(status=status)))

    [first, now, *_, following] = read(mine).split("\n\n")[1].split("\n")
    assert first == "2026-00042 · Прорвало трубу"
    assert now.startswith(said)
    assert following.startswith("Дальше: ")


def test_an_ended_message_takes_a_line() -> None:
    mine = own_list(appeal(status=Status.ANSWERED), appeal(status=Status.CLOSED, outcome=Outcome.WITHDRAWN))

    assert read(one(mine)).split("\n\n")[1:] == [
        "2026-00042 · Прорвало трубу · Ответили",
        "2026-00042 · Прорвало трубу · Вы отозвали сообщение",
    ]


def test_a_question_of_ours_stands_before_all_else() -> None:
    mine = read(one(own_list(appeal(status=Status.IN_PROGRESS, question_waits=True))))

    assert "Ждём вашего ответа на наш вопрос\nНапишите ответ сюда" in mine


def test_an_answer_by_telephone_is_not_promised_here() -> None:
    mine = read(one(own_list(appeal(status=Status.ON_APPROVAL, way=Way.CALL))))

    assert "позвоним вам" in mine
    assert "сюда" not in mine


def test_nothing_written_and_an_unknown_number() -> None:
    assert "пока нет сообщений" in read(one(own_list()))
    assert "Такого номера среди ваших сообщений нет" in read(one(own.own_unknown(RUSSIAN)))


def test_a_gist_of_markup_stays_words_in_the_list() -> None:
    assert "2026-00042 · <b>&</b>" in read(one(own_list(appeal(gist="<b>&</b>"))))


def test_start_says_who_this_is_how_to_write_and_what_this_is_not() -> None:
    start = one(messages.say(municipality(), RUSSIAN, "citizen-start"))

    assert "Городской округ Примерск" in read(start)
    assert "Напишите одним сообщением, что случилось и где. Можно с фото" in read(start)
    assert "не официальное обращение" in read(start)
    assert labels(start) == LASTING


@pytest.mark.parametrize(
    "key",
    ["citizen-help", "citizen-write", "citizen-greeting", "citizen-unsupported", "citizen-not-taken"],
)
def test_plain_answers_need_no_facts(key: str) -> None:
    assert read(one(messages.say(municipality(), RUSSIAN, key, whatever=True, nothing=None)))
    assert read(one(messages.say(municipality(), ENGLISH, key)))


def test_a_settled_question_says_what_came_of_it_or_goes() -> None:
    assert messages.close_message(RUSSIAN, ClosingArgs(5, "citizen-made-new", "2026-00042")) == [
        Edit(5, "Записали как новое сообщение 2026-00042.")
    ]
    assert messages.close_message(RUSSIAN, ClosingArgs(5)) == [Deletion(5)]
    assert messages.reaction(message_id=5, emoji="👍") == [Reaction(5, "👍")]


def test_the_languages_are_offered_in_themselves() -> None:
    assert flat(one(messages.language_question(ENGLISH))) == ["Русский", "English"]


@pytest.mark.parametrize(
    ("said", "button"),
    [
        ("Написать", Button.WRITE),
        ("Мои сообщения", Button.MY),
        ("Помощь", Button.HELP),
        ("My messages", Button.MY),
        ("Написать письмо", None),
        ("написать", None),
        ("", None),
    ],
)
def test_a_press_of_the_lasting_keyboard_is_known_in_every_language(said: str, button: Button | None) -> None:
    assert citizen_buttons(Translations()).get(said) is button


def test_the_lasting_keyboard_stays_and_takes_little_room() -> None:
    markup = citizen_keyboard(RUSSIAN)

    assert markup.is_persistent
    assert markup.resize_keyboard
    assert labels(Text("", citizen_keyboard(ENGLISH))) == [["Write", "My messages"], ["Help"]]


def test_citizens_read_of_a_message_and_of_an_appeal_only_where_it_is_none() -> None:
    file = case(former=appeal(number="2026-00017"), draft=draft())
    town = municipality(official_appeal_url="https://a.example")
    every = [
        *messages.receipt(
            file, RUSSIAN, now=NOW, facts=ReceiptArgs(at("13:00").isoformat(), asks_address=True, spoken=True)
        ),
        *messages.addition_noted(file, RUSSIAN, row_id=1, facts=AdditionArgs(10)),
        *messages.topic_question(RUSSIAN, number="1", row_id=1),
        *messages.after_answer_question(RUSSIAN, number="1", row_id=1),
        *messages.limit_reached(town, RUSSIAN, due_at=NOW.isoformat()),
        *own_list(appeal()),
        *own.own_whole(file, RUSSIAN, now=NOW),
        *messages.say(town, RUSSIAN, "citizen-help"),
        *answers.answer(file, RUSSIAN),
        *answers.rating_question(file, RUSSIAN),
    ]

    assert not [text for text in words(every) if "обращени" in text.lower()]


def test_english_citizens_read_english_and_the_answer_as_it_was_written() -> None:
    file = case(draft=draft("Трубу заменили."))
    later = (NOW + timedelta(days=7)).isoformat()

    assert "Work begins on Mon, 9 March, at 09:50" in read(
        one(messages.receipt(file, ENGLISH, now=NOW, facts=ReceiptArgs(later)))
    )
    assert "Трубу заменили." in read(one(answers.answer(file, ENGLISH)))
    assert flat(one(answers.answer(file, ENGLISH))) == ["Yes, solved", "Partly", "Not solved"]
