"""How long a text is to Telegram, and how a person's words stand apart from ours."""

import re
from html import unescape
from typing import Final

from domain.words.text import cut_utf16, split_utf16, utf16_len
from locales.texts import Html, escape

LIMIT: Final = 4096
"""UTF-16 units of a message after parsing."""
UNDER_A_PHOTO: Final = 1024
"""The same under a photo."""
AT_A_GLANCE: Final = 300
"""Units of a citizen's text that a card shows unfolded."""

_TAG: Final = re.compile("<[^>]*>")


def visible_len(html: str) -> int:
    """Units that the messenger counts: tags gone, character references resolved."""
    return utf16_len(unescape(_TAG.sub("", html)))


def shorten(text: str, limit: int) -> str:
    """The text, or its beginning with an ellipsis, in at most `limit` units."""
    return text if utf16_len(text) <= limit else f"{cut_utf16(text, limit - 1).rstrip()}…"


def one_line(text: str, limit: int) -> str:
    """A name or an address for a line of ours: no line breaks, no invisible signs that turn the line round."""
    seen = text
    if not text.isprintable():
        seen = "".join(sign if sign.isprintable() or sign == "\u200d" else " " for sign in text)
    return shorten(" ".join(seen.split()), limit)


def quote(text: str) -> Html:
    """Words in a block of their own; costs their length."""
    return Html(f"<blockquote>{escape(text)}</blockquote>")


def folded_quote(text: str) -> Html:
    """Three hundred units at a glance, the rest folded; costs one unit more than the words where they are longer."""
    head, rest = divide(text, AT_A_GLANCE)
    if not rest:
        return quote(text)
    return Html(f"{quote(head)}\n<blockquote expandable>{escape(rest)}</blockquote>")


def veiled_quote(text: str) -> Html:
    """Words that nobody has to read who does not want to: folded, and blurred until they are touched."""
    return Html(f"<blockquote expandable><tg-spoiler>{escape(text)}</tg-spoiler></blockquote>")


def divide(text: str, limit: int) -> tuple[str, str]:
    """A beginning of at most `limit` units that ends where it hurts least, and the rest without the space between."""
    text = text if utf16_len(text) <= limit else text.strip()
    if utf16_len(text) <= limit:
        return text, ""
    head = split_utf16(cut_utf16(text, 2 * limit) or text, limit)[0]
    return head, text[len(head) :].lstrip()
