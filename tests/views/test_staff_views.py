"""Messages of their own in the staff's chats, toasts, refusals and alarms."""

from zoneinfo import ZoneInfo

import pytest
from aiogram.types import ForceReply

from domain.drafts import PRESSED, PromptKind
from domain.errors import (
    AlreadyAccepted,
    DomainError,
    Forbidden,
    NotFound,
    NotPossibleNow,
    OwnDraft,
    StaleVersion,
    WordsNeeded,
)
from domain.messages import ContentKind
from domain.outcomes import Delivery
from domain.status import Status
from tests.views.cases import (
    ENGLISH,
    NOW,
    RUSSIAN,
    addition,
    at,
    case,
    draft,
    edit_of,
    entities,
    message,
    municipality,
    prompt,
    read,
    words,
)
from views import alarms, errors
from views.callbacks import ReasonKind
from views.errors import error_text
from views.parts import Part, Text
from views.toasts import Hint, toast
from views.work import drafting, staff
from views.work.ready_reasons import list_reasons, ready_reason

MOSCOW = ZoneInfo("Europe/Moscow")
ERRORS = [
    Forbidden(),
    OwnDraft(),
    *(NotPossibleNow("2026-00042", status) for status in Status),
    AlreadyAccepted("Петров И. С.", at("09:42")),
    StaleVersion(),
    NotFound(),
    WordsNeeded(),
]


def one(parts: list[Part]) -> Text:
    [part] = parts
    assert isinstance(part, Text)
    return part


@pytest.mark.parametrize("kind", sorted((set(PromptKind) - PRESSED) | {PromptKind.REMARK}))
def test_a_question_for_words_reaches_the_presser_alone(kind: PromptKind) -> None:
    asked = one(drafting.prompt(case(), RUSSIAN, prompt=prompt(kind)))
    [mention] = [found for found in entities(asked) if found["type"] == "text_mention"]

    assert mention["user_id"] == 201
    assert "2026-00042" in read(asked)
    assert isinstance(asked.markup, ForceReply)
    assert asked.markup.selective
    assert 0 < len(asked.markup.input_field_placeholder) <= 64


def test_a_name_without_letters_can_still_be_mentioned() -> None:
    asked = one(drafting.prompt(case(), RUSSIAN, prompt=prompt(user_name="\u200b")))

    assert [found["user_id"] for found in entities(asked) if found["type"] == "text_mention"] == [201]


def test_a_return_says_number_who_and_why() -> None:
    file = case(return_reason="Не наша территория")

    assert read(one(staff.returned(file, RUSSIAN, now=NOW))).startswith(
        "↩️ 2026-00042 вернули: Не наша территория"
    )
    assert "вернули (ЖКХ): Не наша территория" in read(one(staff.returned(file, RUSSIAN, now=NOW, who="ЖКХ")))


def test_a_revision_says_number_who_and_why() -> None:
    back = draft(decided_by="Орлов В. И.", reason="Указать срок")

    assert read(one(staff.revision(case(draft=back), RUSSIAN))).startswith(
        "✏️ 2026-00042 на доработку (Орлов В. И.): Указать срок"
    )


def test_what_became_urgent_is_heard() -> None:
    told = one(staff.became_urgent(case(urgent=True), RUSSIAN))

    assert read(told).startswith("🔴 2026-00042 теперь срочное\nВодоснабжение · ул. Ленина, 5")
    assert not told.silent


def test_an_edit_tells_the_first_wording_and_the_last() -> None:
    edits = (edit_of("дом 5", "дом 6", "09:44"), edit_of("дом 6", "дом 7", "09:45"))
    text = read(one(staff.citizen_edited(case(edits=edits), RUSSIAN, now=NOW)))

    assert text == "✏️ 2026-00042: житель изменил сообщение, 09:45\nБыло\nдом 5\nСтало\nдом 7"
    assert staff.citizen_edited(case(), RUSSIAN, now=NOW) == []


def test_an_addition_is_told_in_full_with_its_files() -> None:
    rows = (
        message(),
        addition("Первое", id=2),
        addition("Второе", id=3, kind=ContentKind.PHOTO, file_id="f"),
    )

    assert (
        read(one(staff.citizen_added(case(*rows), RUSSIAN)))
        == "➕ 2026-00042: житель дополнил\n📎 фото 1\nВторое"
    )
    assert "Первое" in read(one(staff.citizen_added(case(*rows), RUSSIAN, row_id=2)))


def test_an_addition_of_any_length_arrives_whole() -> None:
    text = " ".join(f"слово{number}" for number in range(800))
    parts = staff.citizen_added(case(message(), addition(text)), RUSSIAN)
    told = words(parts)

    assert [isinstance(part, Text) and part.silent for part in parts] == [False, True]
    assert all(f"слово{number}" in " ".join(told) for number in range(800))
    assert all("2026-00042" in text for text in told)


@pytest.mark.parametrize(
    ("delivery", "said"),
    [(Delivery.BLOCKED, "заблокировал бота"), (Delivery.FAILED, "не доставлен")],
)
def test_an_answer_that_did_not_arrive_is_told(delivery: Delivery, said: str) -> None:
    told = one(staff.delivery_failed(case(delivery=delivery), RUSSIAN))

    assert said in read(told)
    assert "2026-00042" in read(told)


@pytest.mark.parametrize(
    ("count", "said"),
    [(1, "1 сообщение ждёт"), (2, "2 сообщения ждут"), (5, "5 сообщений ждут"), (21, "21 сообщение ждёт")],
)
def test_who_waits_for_a_consent_is_only_counted(count: int, said: str) -> None:
    assert read(one(staff.unconsented(RUSSIAN, count=count))).startswith(said)


def test_a_lost_race_names_the_winner_and_the_time() -> None:
    error = AlreadyAccepted("Петров И. С.", at("09:42"))

    assert error_text(error, RUSSIAN, MOSCOW) == "Уже принял Петров И. С., 09:42"
    assert error_text(error, RUSSIAN, MOSCOW, at("09:50", day=3)) == "Уже принял Петров И. С., 02.03 09:42"
    assert (
        error_text(AlreadyAccepted("", at("09:42")), RUSSIAN, MOSCOW) == "Уже принял другой сотрудник, 09:42"
    )


def test_a_stale_button_says_what_is_so_now() -> None:
    error = NotPossibleNow("2026-00042", Status.ON_APPROVAL)

    assert error_text(error, RUSSIAN, MOSCOW) == "Кнопка устарела. 2026-00042 сейчас: ответ на согласовании."


@pytest.mark.parametrize("texts", [RUSSIAN, ENGLISH], ids=["ru", "en"])
@pytest.mark.parametrize("error", ERRORS, ids=lambda error: error.code)
def test_every_refusal_has_words_that_fit_a_toast(error: DomainError, texts) -> None:
    assert 0 < len(error_text(error, texts, MOSCOW)) <= 200


def test_a_toast_with_the_longest_name_still_fits() -> None:
    assert len(error_text(AlreadyAccepted("Ы" * 500, NOW), RUSSIAN, MOSCOW)) <= 200
    assert len(toast(RUSSIAN, "routed", department="Ы" * 500)) <= 200


def test_a_refusal_in_words_reads_the_facts_of_its_notice() -> None:
    said = errors.refusal(
        municipality(),
        RUSSIAN,
        NOW,
        "error-already-accepted",
        gender="male",
        name="Петров И. С.",
        at=at("09:42").isoformat(),
    )

    assert read(one(said)) == "Уже принял Петров И. С., 09:42"


@pytest.mark.parametrize(
    ("seconds", "said"),
    [
        (30, "Отменить можно 30 секунд."),
        (31, "Отменить можно 31 секунду."),
        (0, "Согласовано, отправляется."),
    ],
)
def test_approval_says_how_long_it_can_be_undone(seconds: int, said: str) -> None:
    assert toast(RUSSIAN, "approved", seconds=seconds).endswith(said)


def test_citizens_get_their_toasts_in_english_too() -> None:
    assert toast(ENGLISH, "registered", number="2026-00042") == "It is a new message now: number 2026-00042."


@pytest.mark.parametrize("key", [Hint.PRESS_FAILED, Hint.STALE_BUTTON])
def test_a_press_that_failed_gets_words(key: Hint) -> None:
    assert RUSSIAN.plain(key) != ENGLISH.plain(key)


def test_ready_reasons_are_found_by_their_place_and_no_other() -> None:
    assert (
        ready_reason(ReasonKind.RETURN, 0, RUSSIAN)
        == list_reasons(ReasonKind.RETURN, RUSSIAN)[0]
        == "Не наша территория"
    )
    assert (
        ready_reason(ReasonKind.REVISE, 3, RUSSIAN)
        == list_reasons(ReasonKind.REVISE, RUSSIAN)[3]
        == "Приложить фото"
    )
    for forged in (-1, 99):
        with pytest.raises(NotFound):
            ready_reason(ReasonKind.RETURN, forged, RUSSIAN)


@pytest.mark.parametrize(
    ("key", "facts", "said"),
    [
        ("alarm-update-set-aside", {"update_id": 1234567, "error": "ValueError"}, "обновление 1234567"),
        (
            "alarm-chat-unreachable",
            {"chat": "-1010", "reason": "not a member"},
            "Управление ЖКХ» (-1010): бота там нет",
        ),
        ("alarm-topic-gone", {"chat_id": -1001, "thread_id": 7}, "тема 7 закрыта или удалена (чат -1001)"),
        ("alarm-migrated", {"old": "-5", "new": "-1005"}, "была -5, теперь -1005"),
        ("alarm-not-sent", {"chat_id": 5, "row_id": 3, "notice": "card", "error": "x" * 9000}, "строка 3"),
        ("alarm-polling", {"state": "conflict"}, "ещё одна программа"),
        ("alarm-token-refused", {}, "BOT_TOKEN"),
        ("alarm-municipality-differs", {"count": 2, "list": "hours.mon\nhours.tue"}, "в 2 местах"),
    ],
)
def test_an_alarm_says_what_happened(key: str, facts: dict[str, str | int], said: str) -> None:
    assert said in read(one(alarms.alarm(municipality(), RUSSIAN, facts={"text": key, **facts})))
