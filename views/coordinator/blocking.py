"""Blocking a citizen: the reasons to choose from, and what was kept meanwhile."""

from collections.abc import Sequence
from datetime import datetime
from typing import Final

from domain.casefile import CaseFile
from domain.drafts import Prompt
from domain.messages import Citizen, CitizenMessage
from domain.municipality import Municipality
from domain.words.masking import mask, mask_name
from locales.texts import Texts, join_html
from views.buttons import button, keyboard, reason_rows
from views.callbacks import Kept, KeptCallback, ReasonKind
from views.cards.media import count_files
from views.measure import one_line, quote
from views.moments import moment, zone
from views.parts import Part, Text

_SHOWN: Final = 15
"""Messages listed; of the others the number is told."""
_NAME_ROOM: Final = 64
_LINE_ROOM: Final = 160


def bar_reasons(file: CaseFile, texts: Texts, *, prompt: Prompt) -> list[Part]:
    """Ready reasons beside the question for one."""
    html = texts("bar-reasons", number=file.appeal.number)
    return [Text(html, keyboard(reason_rows(ReasonKind.BAR, prompt, texts)), silent=True)]


def kept_meanwhile(
    municipality: Municipality,
    texts: Texts,
    *,
    citizen: Citizen,
    rows: Sequence[CitizenMessage],
    now: datetime,
) -> list[Part]:
    """What came from a citizen who was blocked: register it or not; nothing where that is decided."""
    if not rows:
        return []
    name = one_line(mask_name(citizen.name), _NAME_ROOM) or texts.plain("someone")
    tz = zone(municipality)
    listed = [_line(row, texts, moment(row.received_at, now, tz)) for row in rows[:_SHOWN]]
    more = [texts("kept-more", count=len(rows) - _SHOWN)] if len(rows) > _SHOWN else []
    heading = texts("kept-heading", name=name, count=len(rows))
    buttons = [
        button(texts.plain("button-kept-register"), KeptCallback(becomes=Kept.REGISTER, citizen=citizen.id)),
        button(texts.plain("button-kept-drop"), KeptCallback(becomes=Kept.DROP, citizen=citizen.id)),
    ]
    html = join_html("\n", [heading, quote("\n".join(listed)), *more])
    return [Text(html, keyboard([[one] for one in buttons]), silent=True)]


def _line(row: CitizenMessage, texts: Texts, time: str) -> str:
    words = one_line(mask(row.text or row.detail), _LINE_ROOM) or count_files([row], texts) or "—"
    return f"{time} {words}"
