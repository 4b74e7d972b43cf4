"""What is said at once to whoever pressed or replied: toasts, and hints in the staff's chats."""

from collections.abc import Iterable
from enum import StrEnum

from domain.regulation.answers import Demand, Need
from domain.words.personal_numbers import NumberKind, PersonalNumber
from locales.texts import Texts
from views.errors import TOAST_LIMIT
from views.measure import shorten


class Hint(StrEnum):
    """Keys of what is said to a press that came to nothing."""

    PRESS_FAILED = "press-failed"
    STALE_BUTTON = "press-stale"


class Alert(str):
    """What has to be read in peace: it stays until it is closed."""

    __slots__ = ()


def toast(texts: Texts, what: str, **facts: str | int) -> str:
    """The toast `toast-{what}`: «routed» with its department, «approved» with its seconds; at most 200 characters."""
    return shorten(texts.plain(f"toast-{what}", **facts), TOAST_LIMIT)


def revealed(texts: Texts, numbers: Iterable[PersonalNumber]) -> str:
    """The citizen's numbers for the one who asked: phones first, the others under their names."""
    ordered = sorted(numbers, key=lambda number: list(NumberKind).index(number.kind))
    return shorten(", ".join(_named(texts, number) for number in ordered), TOAST_LIMIT)


def demanded(texts: Texts, demand: Demand) -> str:
    """What the regulation demands of such an answer, and where; it is asked for below."""
    if Need.PROOF in demand.needs:
        return toast(texts, "proof-asked", clause=demand.clause)
    if Need.CONTACTS in demand.needs:
        return toast(texts, "contacts-lacking", clause=demand.clause)
    lacks = ", ".join(texts.plain("commitment-lack", lack=need.value) for need in demand.needs)
    return toast(texts, "commitment-asked", lacks=lacks, clause=demand.clause)


def _named(texts: Texts, number: PersonalNumber) -> str:
    is_phone = number.kind in {NumberKind.PHONE, NumberKind.LOCAL_PHONE}
    return texts.plain(
        "revealed-phone" if is_phone else f"revealed-{number.kind.value}", number=number.written
    )
