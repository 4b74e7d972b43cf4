"""Keyboards under messages: what Telegram takes, and how it refuses."""

import re

from sandbox.call import Call
from sandbox.errors import bad
from sandbox.model import Json

DATA_LIMIT = 64
MOST_BUTTONS = 100
ACTIONS = (
    "callback_data", "url", "web_app", "login_url", "switch_inline_query", "switch_inline_query_current_chat",
    "switch_inline_query_chosen_chat", "copy_text", "callback_game", "pay",
)  # fmt: skip
LINK = re.compile(r"(?:https?://|tg://|ton://)?[^\s/]+\.?[^\s]*$")


def markup_of(call: Call) -> Json | None:
    """The reply_markup of the call, checked; an empty inline keyboard is none."""
    markup = call.json("reply_markup")
    if not markup:
        return None
    if not isinstance(markup, dict):
        raise bad("object expected as reply markup")
    if "inline_keyboard" in markup:
        return _inline(markup["inline_keyboard"])
    for row in markup.get("keyboard", []):
        for key in row:
            _caption(key if isinstance(key, dict) else {"text": key})
    return markup


def inline_of(call: Call) -> Json | None:
    """For edits: only an inline keyboard can be put under a message that exists."""
    markup = markup_of(call)
    if markup is not None and "inline_keyboard" not in markup:
        raise bad("inline keyboard expected")
    return markup


def _inline(rows: list[list[Json]]) -> Json | None:
    kept = [row for row in rows if row]
    if sum(map(len, kept)) > MOST_BUTTONS:
        raise bad("reply markup is too long")
    for row in kept:
        for button in row:
            _button(button)
    return {"inline_keyboard": kept} if kept else None


def _button(button: Json) -> None:
    _caption(button)
    actions = [action for action in ACTIONS if button.get(action) is not None]
    if not actions:
        raise bad("can't parse inline keyboard button: text buttons are unallowed in the inline keyboard")
    data = button.get("callback_data")
    if data is not None and not 1 <= len(data.encode()) <= DATA_LIMIT:
        raise bad("BUTTON_DATA_INVALID")
    url = button.get("url")
    if url is not None and not LINK.match(url):
        raise bad(f"inline keyboard button URL '{url}' is invalid: Wrong HTTP URL")


def _caption(button: Json) -> None:
    text = button.get("text")
    if not isinstance(text, str):
        raise bad("can't parse keyboard button: Can't find field \"text\"")
    if not text.strip():
        raise bad("BUTTON_TEXT_INVALID")
