"""Ready reasons: one press instead of typing. The label of the button is the reason that is recorded."""

from itertools import count, takewhile

from domain.errors import NotFound
from locales.texts import Texts
from views.callbacks import ReasonKind


def list_reasons(kind: ReasonKind, texts: Texts) -> list[str]:
    """The reasons in the order of their buttons; `ReasonCallback.index` counts from 0."""
    numbers = takewhile(lambda number: f"reason-{kind.value}-{number}" in texts, count(1))
    return [texts.plain(f"reason-{kind.value}-{number}") for number in numbers]


def ready_reason(kind: ReasonKind, index: int, texts: Texts) -> str:
    """The reason behind a button; an index that no button carries raises `NotFound`."""
    reasons = list_reasons(kind, texts)
    if not 0 <= index < len(reasons):
        raise NotFound
    return reasons[index]
