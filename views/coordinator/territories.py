"""The menu behind «Территория»: the municipality's own, a page at a time (R58)."""

from typing import Final

from aiogram.types import InlineKeyboardButton

from domain.casefile import Card, CaseFile, Menu
from domain.municipality import Territory
from locales.texts import Texts
from views.buttons import Rows, button, in_rows
from views.callbacks import MenuCallback
from views.coordinator.callbacks import TerritoryCallback
from views.measure import one_line

_A_PAGE: Final = 12
_LABEL_ROOM: Final = 40


def territory_way(file: CaseFile, texts: Texts) -> list[InlineKeyboardButton]:
    """The button that leads there; none where the municipality tells no territories."""
    if not file.municipality.territories:
        return []
    return [button(texts.plain("button-territory"), MenuCallback(menu=Menu.TERRITORY, appeal=file.appeal.id))]


def territory_menu(file: CaseFile, texts: Texts, card: Card) -> Rows:
    """In the order of the file; the present one is ticked."""
    territories = file.municipality.territories
    last = max(len(territories) - 1, 0) // _A_PAGE
    page = min(card.page, last)
    shown = territories[page * _A_PAGE : (page + 1) * _A_PAGE]
    return [
        *in_rows([_territory(one, file, texts) for one in shown], 2),
        _pages(file, texts, page, last),
        [button(texts.plain("button-no-territory"), TerritoryCallback(appeal=file.appeal.id, territory=""))],
    ]


def territory_set(territory: Territory | None, texts: Texts) -> str:
    """The words of the toast."""
    if territory is None:
        return texts.plain("toast-no-territory")
    return texts.plain("toast-territory", territory=one_line(territory.name, _LABEL_ROOM))


def _territory(territory: Territory, file: CaseFile, texts: Texts) -> InlineKeyboardButton:
    label = one_line(territory.name, _LABEL_ROOM)
    if territory.name == file.appeal.territory:
        label = texts.plain("ticked", label=label)
    return button(label, TerritoryCallback(appeal=file.appeal.id, territory=territory.code))


def _pages(file: CaseFile, texts: Texts, page: int, last: int) -> list[InlineKeyboardButton]:
    ways = [("button-page-before", page - 1), ("button-page-after", page + 1)]
    return [
        button(texts.plain(label), MenuCallback(menu=Menu.TERRITORY, appeal=file.appeal.id, page=other))
        for label, other in ways
        if 0 <= other <= last
    ]
