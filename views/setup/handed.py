"""A file that an administrator has sent: what it would change, and what became of it, on one message."""

from aiogram.types import InlineKeyboardMarkup

from domain.setup.handed import DECIDABLE, HandedFile, HandedKind
from locales.texts import Html, Texts, escape, join_html
from views.buttons import button, keyboard
from views.measure import LIMIT, visible_len
from views.parts import Document, Edit, Part, Text
from views.setup.callbacks import HandedCallback

_ROOM = LIMIT - 600
"""Units for the lines; the rest is for what stands round them."""


def settings_file(texts: Texts, content: str) -> list[Part]:
    """The municipality file of what is in force."""
    return [Document(content.encode(), "municipality.toml", texts.plain("settings-file-caption"))]


def shown(texts: Texts, file: HandedFile) -> list[Part]:
    """In reply to the file."""
    said, markup = _said(texts, file), _buttons(texts, file)
    return [Text(said, markup, reply_to=file.message_id, silent=True)]


def edited(texts: Texts, file: HandedFile, message_id: int) -> list[Part]:
    """The same message later."""
    return [Edit(message_id, _said(texts, file), _buttons(texts, file))]


def _said(texts: Texts, file: HandedFile) -> Html:
    facts = {
        "kind": file.kind.value,
        "file": file.name,
        "count": file.count,
        "added": file.added,
        "known": file.known,
    }
    head = texts(f"handed-{file.state.value}", **facts)
    lines = _fitting(file)
    more = file.count - len(lines)
    rest = texts("handed-more", count=more, kind=file.kind.value) if more > 0 else ""
    return join_html("\n", filter(None, [head, *map(escape, lines), rest]))


def _fitting(file: HandedFile) -> list[str]:
    lines, room = [], _ROOM
    for line in file.lines.split("\n") if file.lines else []:
        room -= visible_len(escape(line)) + 1
        if room < 0:
            break
        lines.append(line)
    return lines


def _buttons(texts: Texts, file: HandedFile) -> InlineKeyboardMarkup | None:
    if file.state not in DECIDABLE:
        return None
    wants = "handed-decide-apply" if file.kind is HandedKind.APPLY else "handed-decide-import"
    return keyboard(
        [
            [
                button(texts.plain(wants, added=file.added), HandedCallback(file=file.id, wants=True)),
                button(texts.plain("handed-decide-drop"), HandedCallback(file=file.id, wants=False)),
            ]
        ]
    )
