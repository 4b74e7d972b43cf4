"""Approval: the question, the draft to the letter, the buttons of this very version."""

from datetime import timedelta

import pytest

from domain.casefile import CaseFile
from domain.drafts import DraftKind, DraftState, PromptKind
from domain.ids import DraftId
from domain.notices import CardKind
from domain.outcomes import Delivery, Outcome
from domain.status import Status
from tests.views.cases import (
    APPROVALS,
    NOW,
    RUSSIAN,
    accepted,
    at,
    card,
    case,
    draft,
    entities,
    files,
    flat,
    labels,
    message,
    prompt,
    read,
    the_card,
    words,
)
from views.callbacks import Choice, DraftAction, DraftCallback, OutcomeCallback, WordsAction
from views.cards.board import edit_card, put_up
from views.parts import Edit, Files, Part, Text
from views.work import drafting
from views.work.guesses import guess_choice

READY = ["Ответить по существу вопроса", "Написать проще и короче", "Указать срок", "Приложить фото"]
OUTCOMES = [
    "Решено",
    "Меры приняты",
    "Разъяснено",
    "Не подтвердилось",
    "Перенаправить",
    "Промежуточный ответ",
    "Уточнить",
]


def on_approval(
    text: str = "Трубу заменили, вода есть.", status: Status = Status.ON_APPROVAL, **changes
) -> CaseFile:
    facts = {"outcome": Outcome.SOLVED} | changes
    return case(**accepted(status=status), draft=draft(text, **facts))


def parts_of(file: CaseFile) -> list[Part]:
    return put_up(file, RUSSIAN, card=card(CardKind.APPROVAL), now=NOW)


def shown(file: CaseFile) -> list[str]:
    return read(the_card(parts_of(file))).split("\n")


def test_question_and_draft_stand_each_in_a_block_of_its_own() -> None:
    part = the_card(parts_of(on_approval(" До буквы:\n<b>&</b> ")))
    text, quotes = read(part), [one for one in entities(part) if one["type"] == "blockquote"]

    assert [text[one["offset"] : one["offset"] + one["length"]] for one in quotes] == [
        "Прорвало трубу у дома",
        " До буквы:\n<b>&</b> ",
    ]


def test_outcome_author_version_attachments_state_and_number_stand_below() -> None:
    file = on_approval(version=2, attachments=files(2), replaced_by="Сидоров А. А.")

    assert shown(file)[-6:] == [
        "Исход: Решено",
        "Автор: Петров И. С. · версия 2",
        "Текст: Сидоров А. А.",
        "📎 файлов к ответу: 2",
        "На согласовании",
        "2026-00042",
    ]
    assert parts_of(file)[0] == Files(files(2), silent=True)


@pytest.mark.parametrize(
    ("kind", "words"),
    [(DraftKind.INTERIM, "Промежуточный ответ, проект"), (DraftKind.CLARIFICATION, "Вопрос жителю, проект")],
)
def test_what_is_not_the_final_answer_says_so(kind: DraftKind, words: str) -> None:
    card = shown(on_approval(kind=kind, outcome=None))
    assert words in card
    assert not [line for line in card if line.startswith("Исход") or line == "Проект ответа"]


def test_a_version_on_approval_is_approved_or_sent_back() -> None:
    part = the_card(parts_of(on_approval()))

    assert labels(part) == [["Согласовать", "На доработку"]]
    assert (
        part.markup.inline_keyboard[0][0].callback_data
        == DraftCallback(action=DraftAction.APPROVE, draft=7).pack()
    )


def test_who_was_asked_what_to_revise_gets_ready_reasons() -> None:
    asked = prompt(PromptKind.REVISION_REASON, chat_id=APPROVALS, draft_id=DraftId(7))
    other = prompt(PromptKind.REVISION_REASON, chat_id=APPROVALS, draft_id=DraftId(6))
    file = on_approval()

    def offered(one: object) -> list[str]:
        asking = case(**accepted(status=Status.ON_APPROVAL), draft=file.draft, prompts=(one,))
        return flat(the_card(parts_of(asking)))

    assert offered(asked) == ["Согласовать", "На доработку", *READY, "Отмена"]
    assert offered(other) == ["Согласовать", "На доработку"]


def test_while_the_undo_time_runs_the_sending_can_be_stopped() -> None:
    publish_at = at("09:50") + timedelta(seconds=30)
    file = on_approval(
        status=Status.APPROVED, state=DraftState.APPROVED, decided_by="Орлов В. И.", publish_at=publish_at
    )

    assert flat(the_card(parts_of(file))) == ["Отменить отправку"]
    assert shown(file)[-2:] == ["Согласовано: Орлов В. И., отправится в 09:50:30", "2026-00042"]


@pytest.mark.parametrize(
    ("changes", "state"),
    [
        (
            {"state": DraftState.RETURNED, "decided_by": "Орлов В. И.", "reason": "Указать\nсрок"},
            "Возвращено на доработку, Орлов В. И.: Указать срок",
        ),
        ({"state": DraftState.REPLACED}, "Заменено новой версией"),
        ({"state": DraftState.DROPPED}, "Снято"),
        (
            {"state": DraftState.PUBLISHED, "published_at": at("09:50"), "kind": DraftKind.INTERIM},
            "Отправлено, 09:50",
        ),
    ],
)
def test_a_version_that_is_history_has_no_buttons_and_says_what_became_of_it(
    changes: dict[str, object], state: str
) -> None:
    file = on_approval(**changes)

    assert shown(file)[-2] == state
    assert the_card(parts_of(file)).markup is None


def test_an_answer_that_did_not_arrive_says_so_to_the_approver_too() -> None:
    sent = draft(state=DraftState.PUBLISHED, published_at=at("09:50"))
    file = case(**accepted(status=Status.ANSWERED, delivery=Delivery.BLOCKED), draft=sent)

    assert "Ответ не доставлен: житель заблокировал бота" in shown(file)


def test_a_long_draft_is_shown_whole_before_its_buttons() -> None:
    text = " ".join(f"слово{number}" for number in range(500))
    *before, last = parts_of(on_approval(text))

    assert before
    assert all(isinstance(part, Text) and part.silent and part.markup is None for part in before)
    assert isinstance(last, Text)
    assert last.is_card
    everything = " ".join(words([*before, last]))
    assert all(f"слово{number}" in everything for number in range(500))
    assert all("2026-00042" in text for text in words([*before, last]))


def test_a_long_question_gives_way_to_the_draft() -> None:
    text = "ответ " * 400
    file = case(message("вопрос " * 600), **accepted(status=Status.ON_APPROVAL), draft=draft(text))

    assert text in "\n".join(shown(file))
    assert len(words(parts_of(file))) == 1


def test_the_card_is_cut_in_the_same_place_whatever_its_state() -> None:
    text = "слово " * 800
    before = the_card(parts_of(on_approval(text)))
    after = edit_card(
        on_approval(text, state=DraftState.RETURNED, reason="Почему " * 60, decided_by="Орлов В. И."),
        RUSSIAN,
        card=card(CardKind.APPROVAL),
        now=NOW,
    )

    assert isinstance(after, Edit)
    assert read(before).count("слово") == read(after).count("слово")


def test_a_preview_is_silent_and_its_outcomes_are_the_sending_buttons_the_guess_first() -> None:
    [shown_part] = drafting.preview(on_approval("Работы выполнены."), RUSSIAN, guess=Choice.REFERRED)
    assert isinstance(shown_part, Text)

    assert shown_part.silent
    assert flat(shown_part)[0] == "Перенаправить"
    assert sorted(flat(shown_part)[:-1]) == sorted(OUTCOMES)
    assert labels(shown_part)[-1] == ["Просто переписка"]
    assert read(shown_part).startswith("2026-00042. Так увидит житель:\nРаботы выполнены.")
    assert OutcomeCallback.unpack(shown_part.markup.inline_keyboard[0][0].callback_data).draft == 7


def test_a_preview_without_words_asks_for_them_and_sends_nothing() -> None:
    [part] = drafting.preview(on_approval(" ", attachments=files(1)), RUSSIAN)

    assert flat(part) == ["Просто переписка"]
    assert "2026-00042: нужны слова" in read(part)
    assert "файлов к ответу: 1" in read(part)


def test_a_long_preview_ends_with_its_buttons() -> None:
    text = "слово " * 900
    parts = drafting.preview(on_approval(text), RUSSIAN)

    assert [bool(labels(part)) for part in parts] == [False, True]
    assert " ".join(words(parts)).count("слово") == 900


@pytest.mark.parametrize(
    ("text", "choice"),
    [
        ("Трубу заменили, вода есть.", Choice.SOLVED),
        ("Труба будет заменена до пятницы, ремонт запланирован.", Choice.INTERIM),
        ("Проведена проверка, выдано предписание.", Choice.MEASURES),
        ("Факт не подтвердился.", Choice.NOT_CONFIRMED),
        ("Ваше сообщение направлено в Россети.", Choice.REFERRED),
        ("Подскажите, какой это подъезд?", Choice.CLARIFY),
        ("Льгота положена по закону области.", Choice.EXPLAINED),
    ],
)
def test_the_guess_goes_by_the_words(text: str, choice: Choice) -> None:
    assert guess_choice(text) is choice


@pytest.mark.parametrize(
    ("text", "likelier"),
    [
        ("Добавьте срок", WordsAction.REMARK),
        ("Здравствуйте! Трубу заменили", WordsAction.TEXT),
        ("Трубу заменили. Вода есть.", WordsAction.TEXT),
        ("слово " * 40, WordsAction.TEXT),
    ],
)
def test_an_approvers_words_are_asked_about_the_likelier_first(text: str, likelier: WordsAction) -> None:
    [part] = drafting.remark_question(case(), RUSSIAN, prompt=prompt(PromptKind.REMARK, words=text))
    first = {"Это замечание": WordsAction.REMARK, "Заменить текст": WordsAction.TEXT}[flat(part)[0]]

    assert first is likelier
    assert sorted(flat(part)) == ["Заменить текст", "Отмена", "Это замечание"]
    assert "2026-00042" in read(part)
    assert text.strip() in read(part)
