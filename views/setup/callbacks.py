"""What the buttons of setting up carry; rights and values are checked by the verbs, since anyone can send any of it."""

from enum import StrEnum

from aiogram.filters.callback_data import CallbackData

from domain.municipality import Role
from domain.setup.binding import Post
from domain.setup.pages import Page
from domain.setup.vocabulary import Change
from views.callbacks import Count


class SetupGo(CallbackData, prefix="yg"):
    """Another page on the same message."""

    page: Page
    of: str = ""


class SetupSet(CallbackData, prefix="ys"):
    """A change with its value; `seen` is the stamp of what the page showed."""

    change: Change
    of: str
    value: str
    seen: str


class SetupAsk(CallbackData, prefix="yw"):
    """A change whose value comes in words."""

    change: Change
    of: str
    seen: str


class SetupInvite(CallbackData, prefix="yi"):
    """A link for one person, with a role and, where the role has one, a department."""

    role: Role
    department: str = ""


class SettingsFileCallback(CallbackData, prefix="ye"):
    """`Файл настроек`: as they are in force."""


class HandedCallback(CallbackData, prefix="yf"):
    """What is decided on a file that was sent."""

    file: Count
    wants: bool


class BindAction(StrEnum):
    """`Перенести сюда` moves what works elsewhere."""

    BIND = "bind"
    MOVE = "move"
    LEAVE = "leave"


class BindCallback(CallbackData, prefix="yb"):
    """What a group is to be."""

    action: BindAction
    post: Post
    code: str = ""


class AccessAction(StrEnum):
    """An unknown person asks, somebody who may grants or refuses."""

    ASK = "ask"
    GRANT = "grant"
    REFUSE = "refuse"


class AccessCallback(CallbackData, prefix="yq"):
    """A request for access to a department's work."""

    action: AccessAction
    request: Count


class DirectoryCallback(CallbackData, prefix="yp"):
    """A page of the directory of responsible persons, from 0."""

    page: Count
