"""The menus behind the coordinators' buttons: what stands in the table's place on the same card."""

from collections.abc import Sequence
from itertools import chain
from typing import Final

from aiogram.types import InlineKeyboardButton

from domain.appeal import Appeal
from domain.casefile import Card, CaseFile, Menu
from domain.messages import CitizenMessage
from domain.municipality import Category, Topic
from domain.register.entry import WAYS
from domain.ways import Way
from locales.texts import Texts
from views.buttons import Rows, button, in_rows
from views.callbacks import (
    AppealAction,
    AppealCallback,
    CategoryCallback,
    MenuCallback,
    RepeatCallback,
    SeparateCallback,
    TopicCallback,
    WayCallback,
)
from views.cards.lines import about
from views.cards.media import count_files
from views.cards.quotations import is_veiled, list_additions, words_of
from views.coordinator.territories import territory_way
from views.measure import one_line
from views.moments import day_and_hour, zone

_A_PAGE: Final = 8
_LABEL_ROOM: Final = 40


def category_menu(file: CaseFile, texts: Texts, _: Card) -> Rows:
    """`Обычное`, `Решаемое`; what it is now is ticked (R33, R34)."""
    return [[_category(category, file, texts) for category in Category]]


def _category(category: Category, file: CaseFile, texts: Texts) -> InlineKeyboardButton:
    label = texts.plain(f"button-category-{category.value}")
    if category is file.appeal.category:
        label = _ticked(label, texts)
    return button(label, CategoryCallback(appeal=file.appeal.id, category=category))


def subject_menu(file: CaseFile, texts: Texts, card: Card) -> Rows:
    """The topics, the likeliest first, a page at a time; below them address, gist and kind."""
    topics = _likeliest_first(file)
    last = max(len(topics) - 1, 0) // _A_PAGE
    page = min(card.page, last)
    shown = topics[page * _A_PAGE : (page + 1) * _A_PAGE]
    return [
        *in_rows([_topic(topic, file, texts) for topic in shown], 2),
        _pages(file, texts, page, last),
        _subject(file, texts),
        [
            button(texts.plain("button-kind"), MenuCallback(menu=Menu.KIND, appeal=file.appeal.id)),
            *territory_way(file, texts),
        ],
    ]


def _likeliest_first(file: CaseFile) -> list[Topic]:
    topics = file.municipality.topics
    named = filter(None, map(file.municipality.find_topic, file.likely_topics))
    near = (topic for topic in topics if topic.department in file.candidates)
    every = dict.fromkeys(topic.code for topic in chain(named, near, topics))
    found = map(file.municipality.find_topic, every)
    return [topic for topic in found if topic is not None]


def _topic(topic: Topic, file: CaseFile, texts: Texts) -> InlineKeyboardButton:
    label = one_line(topic.name, _LABEL_ROOM)
    if topic.code == file.appeal.topic:
        label = _ticked(label, texts)
    return button(label, TopicCallback(appeal=file.appeal.id, topic=topic.code))


def _pages(file: CaseFile, texts: Texts, page: int, last: int) -> list[InlineKeyboardButton]:
    ways = [("button-page-before", page - 1), ("button-page-after", page + 1)]
    return [
        button(texts.plain(label), MenuCallback(menu=Menu.SUBJECT, appeal=file.appeal.id, page=other))
        for label, other in ways
        if 0 <= other <= last
    ]


def _subject(file: CaseFile, texts: Texts) -> list[InlineKeyboardButton]:
    appeal = file.appeal
    offered = [
        (AppealAction.ADDRESS, True),
        (AppealAction.NO_ADDRESS, appeal.address is not None),
        (AppealAction.GIST, True),
    ]
    actions = [
        button(texts.plain(f"button-{action.value}"), AppealCallback(action=action, appeal=appeal.id))
        for action, holds in offered
        if holds
    ]
    if appeal.topic is None:
        return actions
    return [button(texts.plain("button-no-topic"), TopicCallback(appeal=appeal.id, topic="")), *actions]


def _ticked(label: str, texts: Texts) -> str:
    return texts.plain("ticked", label=label)


def repeat_menu(file: CaseFile, texts: Texts, _: Card) -> Rows:
    """The citizen's latest appeals before this one; any by its number; and the way out of being a repeat (R48)."""
    asked = AppealCallback(action=AppealAction.FORMER, appeal=file.appeal.id)
    return [
        *([_earlier(former, file, texts)] for former in file.earlier),
        [
            button(texts.plain("button-former"), asked),
            *([_no_repeat(file, texts)] if file.appeal.repeat_of else []),
        ],
    ]


def _earlier(former: Appeal, file: CaseFile, texts: Texts) -> InlineKeyboardButton:
    label = one_line(f"{former.number} · {about(file.municipality, former, texts)}", _LABEL_ROOM)
    if former.id == file.appeal.repeat_of:
        label = _ticked(label, texts)
    return button(label, RepeatCallback(appeal=file.appeal.id, former=former.id))


def _no_repeat(file: CaseFile, texts: Texts) -> InlineKeyboardButton:
    return button(texts.plain("button-no-repeat"), RepeatCallback(appeal=file.appeal.id, former=0))


def way_menu(file: CaseFile, texts: Texts, _: Card) -> Rows:
    """How the answer is to reach the applicant; what it is now is ticked."""
    ways = (Way.BOT, Way.CALL, Way.LETTER, Way.IN_PERSON) if file.citizen.has_chat else WAYS
    return in_rows([_way(way, file, texts) for way in ways], 2)


def _way(way: Way, file: CaseFile, texts: Texts) -> InlineKeyboardButton:
    label = texts.plain(f"way-{way.value}")
    shown = _ticked(label, texts) if way is file.appeal.way else label
    return button(shown, WayCallback(appeal=file.appeal.id, way=way))


def separate_menu(file: CaseFile, texts: Texts, _: Card) -> Rows:
    """The newest additions, each by its hour and first words; a press gives it a number of its own."""
    rows = one_of_each_album(list_additions(file))[-_A_PAGE:]
    return [[_addition(row, file, texts)] for row in rows]


def one_of_each_album(rows: Sequence[CitizenMessage]) -> list[CitizenMessage]:
    """An album is moved as a whole, so that it has one button."""
    return list({row.media_group_id or row.id: row for row in reversed(rows)}.values())[::-1]


def _addition(row: CitizenMessage, file: CaseFile, texts: Texts) -> InlineKeyboardButton:
    words = "" if is_veiled(file) else one_line(words_of(row), _LABEL_ROOM)
    time = day_and_hour(row.received_at, zone(file.municipality))
    label = texts.plain("separate-choice", time=time, words=words or count_files([row], texts) or "…")
    return button(label, SeparateCallback(appeal=file.appeal.id, row=row.id))
