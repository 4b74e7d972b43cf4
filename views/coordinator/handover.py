"""What waits for somebody who is not there, with a button for each number and one for all."""

from collections.abc import Sequence
from typing import Final

from domain.handover import Absence, HeldPart
from domain.ids import UserId
from locales.texts import Texts, join_html
from views.buttons import button, in_rows, keyboard
from views.callbacks import ReleaseCallback
from views.measure import one_line
from views.parts import Edit, Part, Text

_NAME_ROOM: Final = 60
_MOST: Final = 60
_ACROSS: Final = 3


def handover(
    texts: Texts,
    *,
    user_id: UserId,
    name: str,
    absence: Absence,
    held: Sequence[HeldPart],
    message_id: int = 0,
) -> list[Part]:
    """One message, changed in place while the numbers go; nothing where nothing is held any more."""
    if not held:
        return []
    who = one_line(name, _NAME_ROOM) or texts.plain("someone")
    heading = texts(f"handover-{absence.value}", name=who)
    listed = texts("held-list", numbers=", ".join(one.number for one in held[:_MOST]), count=len(held))
    single = [button(one.number, ReleaseCallback(user=user_id, assignment=one.id)) for one in held[:_MOST]]
    every = button(texts.plain("button-release-all"), ReleaseCallback(user=user_id))
    markup = keyboard([[every], *in_rows(single if len(held) > 1 else [], _ACROSS)])
    html = join_html("\n", [heading, listed])
    return [Edit(message_id, html, markup) if message_id else Text(html, markup)]


def released(texts: Texts, *, numbers: str) -> list[Part]:
    """To the department: its work again, of whoever takes it."""
    return [Text(texts("notice-released", numbers=numbers))]
