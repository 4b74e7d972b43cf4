"""What a group is told of itself: what it is, what it can be, what has become of it."""

from aiogram.types import InlineKeyboardButton

from domain.municipality import Municipality
from domain.setup.binding import Post, Spot, find_spot, list_posts
from domain.setup.founding import NOWHERE
from locales.texts import Html, Texts, join_html
from views.buttons import Rows, button, in_rows, keyboard
from views.measure import one_line
from views.parts import Edit, Part, Text
from views.setup.callbacks import BindAction, BindCallback
from views.setup.pages import LABEL, Town, title_of

_MOST = 60
"""Departments with a button; Telegram takes a hundred buttons."""


def offer(town: Town, texts: Texts, spot: Spot, *, basic: bool = False) -> list[Part]:
    """What this chat is, and a button for everything that it can be."""
    lines = [_now(town.municipality, texts, spot), texts("bind-choose")]
    if spot.thread:
        lines.append(texts("bind-topic"))
    if basic:
        lines.append(texts("bind-basic"))
    return [Text(join_html("\n", lines), keyboard(_choices(town.municipality, texts, spot)))]


def _choices(municipality: Municipality, texts: Texts, spot: Spot) -> Rows:
    posts = [] if spot.thread else [post for post in Post if post is not Post.DEPARTMENT]
    if municipality.chats.coordinators == NOWHERE:
        posts = posts[:1]
    own = [_button(texts.plain("bind-post", post=post.value), BindAction.BIND, post) for post in posts]
    theirs = [
        _button(one.label, BindAction.BIND, Post.DEPARTMENT, one.code)
        for one in municipality.departments[:_MOST]
    ]
    leave = _button(texts.plain("bind-leave"), BindAction.LEAVE, Post.COORDINATORS)
    return [*in_rows(own, 1), *in_rows(theirs, 2), [leave]]


def question(town: Town, texts: Texts, post: Post, code: str, *, message_id: int) -> list[Part]:
    """It works elsewhere: is it to move?"""
    spot = find_spot(town.municipality, post, code)
    elsewhere = title_of(town, spot.chat if spot else NOWHERE, texts)
    rows = [
        [_button(texts.plain("bind-move"), BindAction.MOVE, post, code)],
        [_button(texts.plain("bind-leave"), BindAction.LEAVE, post, code)],
    ]
    what = _name(town.municipality, texts, post, code)
    return [Edit(message_id, texts("bind-elsewhere", what=what, chat=elsewhere), keyboard(rows))]


def done(town: Town, texts: Texts, spot: Spot, *, message_id: int) -> list[Part]:
    """What the chat is from now on."""
    return [Edit(message_id, _now(town.municipality, texts, spot))]


def _now(municipality: Municipality, texts: Texts, spot: Spot) -> Html:
    names = [_name(municipality, texts, post, code) for post, code in list_posts(municipality, spot)]
    return texts("bind-now", names=", ".join(names)) if names else texts("bind-nothing")


def _name(municipality: Municipality, texts: Texts, post: Post, code: str) -> str:
    department = municipality.find_department(code) if post is Post.DEPARTMENT else None
    return department.label if department else texts.plain("bind-post", post=post.value)


def _button(label: str, action: BindAction, post: Post, code: str = "") -> InlineKeyboardButton:
    return button(one_line(label, LABEL), BindCallback(action=action, post=post, code=code))
