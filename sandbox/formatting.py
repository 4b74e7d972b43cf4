"""From what was sent to what is stored: cleaning, trimming, limits and the links Telegram finds by itself."""

import re

from sandbox.entities import parse_html, units
from sandbox.errors import bad
from sandbox.model import Json

TEXT_LIMIT = 4096
CAPTION_LIMIT = 1024
PRIORITY = ["blockquote", "expandable_blockquote", "pre", "code", "text_link", "text_mention"]
INVISIBLE = re.compile("[\r\u2028-\u202e\u0333\u033f\u030a]")
"""Characters that Telegram drops from every text: line separators, direction overrides, tall combining lines."""
CONTROL = re.compile("[\x00-\x09\x0b\x0c\x0e-\x1f]")
AUTOMATIC = [
    ("url", re.compile(r"(?<![\w@/.])(?:https?://[^\s<>\"«»]+|(?:[\w-]+\.)+(?:ru|рф|su|com|org|net|info)\b(?:/[^\s<>\"]*)?)")),
    ("email", re.compile(r"(?<![\w.+-])[\w.+-]+@[A-Za-z0-9-]+\.[A-Za-z0-9.-]*[A-Za-z]")),
    ("mention", re.compile(r"(?<![\w@])@[A-Za-z0-9_]{4,32}(?!\w)")),
    ("bot_command", re.compile(r"(?<![\w/<>])/[A-Za-z0-9_]{1,64}(?:@[A-Za-z0-9_]{3,32})?(?![\w/])")),
    ("hashtag", re.compile(r"(?<![\w#])#(?=\w*[^\W\d])\w{1,255}")),
    ("phone_number", re.compile(r"(?<![\w+])\+\d[\d ()-]{8,18}\d(?!\w)")),
]  # fmt: skip


def clean(text: str) -> str:
    """What survives Telegram's door: no direction overrides, no control characters, no broken UTF-8."""
    try:
        text.encode()
    except UnicodeEncodeError:
        raise bad("strings must be encoded in UTF-8") from None
    return CONTROL.sub(" ", INVISIBLE.sub("", text))


def format_text(
    source: str, mode: str, entities: list[Json] | None, *, what: str, limit: int
) -> tuple[str, list[Json]]:
    """Parse, trim and measure; `what` is "message" or "message caption", for the words of the refusal."""
    text, found = _parse(clean(source), mode, entities)
    text, found = _trim(text, found)
    if units(text) > limit:
        raise bad(f"{what} is too long")
    return text, with_links(text, found)


def with_links(text: str, entities: list[Json]) -> list[Json]:
    """Add commands, links, mentions, phones and the like that no given entity covers."""
    taken = [entity for entity in entities if entity["type"] in PRIORITY[2:]]
    found = list(entities)
    for kind, pattern in AUTOMATIC:
        for match in pattern.finditer(text):
            entity = _entity(kind, text, match)
            if not any(_overlap(entity, other) for other in taken):
                taken.append(entity)
                found.append(entity)
    return sorted(found, key=_order)


def _parse(text: str, mode: str, entities: list[Json] | None) -> tuple[str, list[Json]]:
    if mode.lower() == "html":
        return parse_html(text)
    if mode:
        raise bad("unsupported parse_mode")
    return text, [dict(entity) for entity in entities or []]


def _trim(text: str, entities: list[Json]) -> tuple[str, list[Json]]:
    text = text.rstrip(" \n")
    size = units(text)
    first = min((entity["offset"] for entity in entities), default=size)
    lead = min(len(text) - len(text.lstrip(" \n")), first)
    kept = (_clip(entity, lead, size) for entity in entities)
    return text[lead:], [entity for entity in kept if entity["length"] > 0]


def _clip(entity: Json, lead: int, size: int) -> Json:
    end = min(entity["offset"] + entity["length"], size)
    return entity | {"offset": entity["offset"] - lead, "length": end - entity["offset"]}


def _entity(kind: str, text: str, match: re.Match[str]) -> Json:
    return {"type": kind, "offset": units(text[: match.start()]), "length": units(match[0])}


def _overlap(one: Json, other: Json) -> bool:
    return bool(
        one["offset"] < other["offset"] + other["length"] and other["offset"] < one["offset"] + one["length"]
    )


def _order(entity: Json) -> tuple[int, int, int]:
    kind = entity["type"]
    return entity["offset"], -entity["length"], PRIORITY.index(kind) if kind in PRIORITY else len(PRIORITY)
