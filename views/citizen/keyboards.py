"""Buttons for citizens: the lasting keyboard below the text field, and the answers to the bot's questions."""

from collections.abc import Iterable, Mapping
from enum import StrEnum

from aiogram.types import InlineKeyboardMarkup, KeyboardButton, ReplyKeyboardMarkup

from domain.appeal import Appeal
from domain.outcomes import Solved
from locales.texts import Texts, Translations
from views.buttons import button, keyboard
from views.callbacks import (
    ConsentCallback,
    Language,
    LanguageCallback,
    MessageAction,
    MessageCallback,
    RatingCallback,
    SolvedCallback,
    WithdrawCallback,
)


class Button(StrEnum):
    """The lasting keyboard's buttons, which arrive as plain words."""

    WRITE = "button-write"
    MY = "button-my"
    HELP = "button-help"


def citizen_keyboard(texts: Texts, *, asks_place: bool = False) -> ReplyKeyboardMarkup:
    """`Написать`, `Мои сообщения`, `Помощь`; above them a button for the place where one is wanted."""
    place = KeyboardButton(text=texts.plain("button-send-place"), request_location=True)
    rows = [
        [
            KeyboardButton(text=texts.plain(Button.WRITE)),
            KeyboardButton(text=texts.plain(Button.MY)),
        ],
        [KeyboardButton(text=texts.plain(Button.HELP))],
    ]
    return ReplyKeyboardMarkup(
        keyboard=[[place], *rows] if asks_place else rows, resize_keyboard=True, is_persistent=True
    )


def citizen_buttons(translations: Translations) -> Mapping[str, Button]:
    """The lasting keyboard's buttons by their words in every language: a press arrives in whichever stood there."""
    every = [translations.texts(code) for code in translations.languages]
    return {texts.plain(one): one for texts in every for one in Button}


def consent_keyboard(texts: Texts) -> InlineKeyboardMarkup | None:
    """`Даю согласие`."""
    return keyboard([[button(texts.plain("button-consent"), ConsentCallback())]])


def addition_keyboard(texts: Texts, row_id: int) -> InlineKeyboardMarkup | None:
    """`Новый вопрос` under what was taken for an addition."""
    return _of_message(texts, row_id, MessageAction.NEW)


def topic_keyboard(texts: Texts, row_id: int) -> InlineKeyboardMarkup | None:
    """`Дополнение`, `Новый вопрос`."""
    return _of_message(texts, row_id, MessageAction.ADD, MessageAction.NEW)


def after_answer_keyboard(texts: Texts, row_id: int) -> InlineKeyboardMarkup | None:
    """`Не решено`, `Новый вопрос`, `Просто спасибо`."""
    return _of_message(texts, row_id, MessageAction.UNSOLVED, MessageAction.NEW, MessageAction.THANKS)


def solved_keyboard(texts: Texts, appeal_id: int) -> InlineKeyboardMarkup | None:
    """`Да, решено`, `Частично`, `Не решено`."""
    return keyboard(
        [
            [
                button(
                    texts.plain(f"button-solved-{solved.value}"),
                    SolvedCallback(appeal=appeal_id, solved=solved),
                )
                for solved in Solved
            ]
        ]
    )


def rating_keyboard(appeal_id: int) -> InlineKeyboardMarkup | None:
    """`1` … `5`."""
    ratings = [button(str(rating), RatingCallback(appeal=appeal_id, rating=rating)) for rating in range(1, 6)]
    return keyboard([ratings])


def withdraw_keyboard(texts: Texts, appeals: Iterable[Appeal]) -> InlineKeyboardMarkup | None:
    """`Да, снять 2026-00042`, one row for each that can be taken back."""
    return keyboard(
        [button(texts.plain("withdraw-button", number=appeal.number), WithdrawCallback(appeal=appeal.id))]
        for appeal in appeals
    )


def language_keyboard(texts: Texts) -> InlineKeyboardMarkup | None:
    """Every language, called as it calls itself."""
    return keyboard(
        [button(texts.plain(f"language-{language.value}"), LanguageCallback(language=language))]
        for language in Language
    )


def _of_message(texts: Texts, row_id: int, *actions: MessageAction) -> InlineKeyboardMarkup | None:
    labels = {
        MessageAction.NEW: "button-new-question",
        MessageAction.ADD: "button-addition",
        MessageAction.UNSOLVED: "button-solved-no",
        MessageAction.THANKS: "button-just-thanks",
    }
    buttons = [
        button(texts.plain(labels[action]), MessageCallback(action=action, row=row_id)) for action in actions
    ]
    return keyboard([[one] for one in buttons])
