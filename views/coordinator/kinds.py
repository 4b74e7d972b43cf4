"""The kind of a message: its name on cards, and the menu that changes it (R19)."""

from aiogram.types import InlineKeyboardButton

from domain.appeal import Appeal
from domain.casefile import Card, CaseFile
from domain.kinds import AppealKind
from locales.texts import Texts
from views.buttons import Rows, button, in_rows
from views.callbacks import KindCallback
from views.toasts import toast


def kind_name(kind: AppealKind, texts: Texts) -> str:
    """«жалоба»."""
    return texts.plain(f"kind-{kind.value}")


def kind_menu(file: CaseFile, texts: Texts, _: Card) -> Rows:
    """The six kinds; what it is now is ticked."""
    return in_rows([_kind(kind, file.appeal, texts) for kind in AppealKind], 2)


def _kind(kind: AppealKind, appeal: Appeal, texts: Texts) -> InlineKeyboardButton:
    label = texts.plain(f"button-kind-{kind.value}")
    if kind is appeal.kind:
        label = texts.plain("ticked", label=label)
    return button(label, KindCallback(appeal=appeal.id, kind=kind))


def kind_asked(appeal: Appeal, texts: Texts) -> str:
    """What it is now, and by which words the guess went; a person's choice needs no reason."""
    kind = kind_name(appeal.kind, texts)
    if appeal.kind_reason:
        return toast(texts, "kind-guessed", kind=kind, words=appeal.kind_reason)
    return toast(texts, "kind-asked", kind=kind)


def kind_set(kind: AppealKind, texts: Texts, *, changed: bool) -> str:
    """What it is from now on, or was already."""
    return toast(texts, "kind-set" if changed else "kind-already", kind=kind_name(kind, texts))
