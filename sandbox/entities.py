"""parse_mode=HTML as Telegram parses it: tags, character references, its errors and its trimming.

Offsets and limits are in UTF-16 code units. The order of the rules follows the Bot API's "Formatting options"
and the texts of the errors are those that bots receive.
"""

import re
from dataclasses import dataclass

from sandbox.errors import bad
from sandbox.model import Json

STYLES = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "tg-spoiler": "spoiler",
    "span": "spoiler",
    "tg-emoji": "custom_emoji",
    "code": "code",
    "pre": "pre",
    "a": "text_link",
    "blockquote": "blockquote",
}
REFERENCES = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
REFERENCE = re.compile(r"&(?:#(?:x(?P<hex>[0-9A-Fa-f]+)|(?P<dec>[0-9]+))|(?P<name>[A-Za-z]+));?")
ATTRIBUTE_END = re.compile(r"""[\s=>/"']""")
PLAIN = re.compile(r"[^<&]+")
NAME_TOKEN = re.compile(r"[A-Za-z0-9.\-]*")
PEOPLE_LINK = re.compile(r"tg://user\?id=(\d+)$")
MAX_CHARACTER = 0x10FFFF


@dataclass(slots=True)
class _Open:
    tag: str
    argument: str
    offset: int
    start: int


def units(text: str) -> int:
    """Length in UTF-16 code units, the unit of every Telegram offset."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


def parse_html(source: str) -> tuple[str, list[Json]]:
    """The plain text and its entities; 400 "can't parse entities" where Telegram refuses."""
    return _Parser(source).run()


class _Parser:
    def __init__(self, source: str) -> None:
        self.source = source
        self.at = 0
        self.begin = 0
        self.out: list[str] = []
        self.written = 0
        self.offset = 0
        self.open: list[_Open] = []
        self.found: list[Json] = []

    def run(self) -> tuple[str, list[Json]]:
        while self.at < len(self.source):
            self._step()
        if self.open:
            raise _refuse(f'Can\'t find end tag corresponding to start tag "{self.open[-1].tag}"')
        return "".join(self.out), self.found

    def _step(self) -> None:
        char = self.source[self.at]
        if char == "&":
            self._write(self._reference() or self._take())
        elif char != "<":
            self._write(self._plain())
        elif self.source.startswith("</", self.at):
            self._end_tag()
        else:
            self._start_tag()

    def _plain(self) -> str:
        match = PLAIN.match(self.source, self.at)
        assert match is not None
        self.at = match.end()
        return match[0]

    def _take(self) -> str:
        self.at += 1
        return self.source[self.at - 1]

    def _write(self, text: str) -> None:
        self.out.append(text)
        self.written += len(text)
        self.offset += units(text)

    def _reference(self) -> str:
        match = REFERENCE.match(self.source, self.at)
        char = _decode(match) if match else ""
        if match and char:
            self.at = match.end()
        return char

    def _start_tag(self) -> None:
        self.begin = self.at
        self.at += 1
        tag = self._until(" \t\r\n\v\f>").lower()
        if self.at >= len(self.source):
            raise self._error("Unclosed start tag")
        if tag not in STYLES:
            raise self._error(f'Unsupported start tag "{tag}"')
        argument = self._attributes(tag)
        if tag == "span" and argument != "spoiler":
            raise self._error('Tag "span" must have class "tg-spoiler"')
        self.at += 1
        self.open.append(_Open(tag, argument, self.offset, self.written))

    def _attributes(self, tag: str) -> str:
        argument = ""
        while self._skip_space(tag) != ">":
            name = self._attribute_name(tag)
            if self._skip_space(tag) == "=":
                self.at += 1
                self._skip_space(tag)
                argument = _argument(tag, name, self._attribute_value(tag)) or argument
            elif (tag, name) == ("blockquote", "expandable"):
                argument = "1"
        return argument

    def _attribute_name(self, tag: str) -> str:
        match = ATTRIBUTE_END.search(self.source, self.at)
        end = match.start() if match else len(self.source)
        name, self.at = self.source[self.at : end], end
        if not name:
            raise self._error(f'Empty attribute name in the tag "{tag}"')
        return name

    def _attribute_value(self, tag: str) -> str:
        quote = self.source[self.at]
        if quote in "\"'":
            self.at += 1
            return self._quoted(quote, tag)
        start = self.at
        token = NAME_TOKEN.match(self.source, self.at)
        self.at = token.end() if token else self.at
        if self._peek(tag) != ">" and not self.source[self.at].isspace():
            raise _refuse(f"Unexpected end of name token at byte offset {self._bytes(start)}")
        return self.source[start : self.at].lower()

    def _quoted(self, quote: str, tag: str) -> str:
        value: list[str] = []
        while self._peek(tag) != quote:
            value.append((self._reference() if self._peek(tag) == "&" else "") or self._take())
        self.at += 1
        self._peek(tag)
        return "".join(value)

    def _end_tag(self) -> None:
        self.begin = self.at
        if not self.open:
            raise self._error("Unexpected end tag")
        self.at += 2
        tag = self._until(" \t\r\n\v\f>").lower()
        while self.at < len(self.source) and self.source[self.at].isspace():
            self.at += 1
        if not self.source.startswith(">", self.at):
            raise self._error("Unclosed end tag")
        self.at += 1
        opened = self.open.pop()
        if tag and tag != opened.tag:
            raise self._error("Unmatched end tag", f', expected "</{opened.tag}>", found "</{tag}>"')
        if self.offset > opened.offset:
            self._close(opened)

    def _close(self, opened: _Open) -> None:
        entity: Json = {
            "type": STYLES[opened.tag],
            "offset": opened.offset,
            "length": self.offset - opened.offset,
        }
        if opened.tag == "a":
            url = opened.argument or "".join(self.out)[opened.start :]
            self.found.extend([entity | link] if (link := _link(url)) else [])
        elif opened.tag in {"pre", "code"}:
            self._close_code(opened, entity)
        else:
            self.found.append(_styled(entity, opened))

    def _close_code(self, opened: _Open, entity: Json) -> None:
        inner = self.found[-1] if self.found else {}
        nested = (inner.get("offset"), inner.get("length")) == (entity["offset"], entity["length"])
        language = opened.argument or inner.get("language", "")
        if nested and language and {inner["type"], entity["type"]} == {"pre", "code"}:
            inner |= {"type": "pre", "language": language}
        else:
            self.found.append(entity | ({"language": opened.argument} if opened.argument else {}))

    def _until(self, stops: str) -> str:
        start = self.at
        while self.at < len(self.source) and self.source[self.at] not in stops:
            self.at += 1
        return self.source[start : self.at]

    def _skip_space(self, tag: str) -> str:
        while self._peek(tag).isspace():
            self.at += 1
        return self.source[self.at]

    def _peek(self, tag: str) -> str:
        if self.at >= len(self.source):
            raise self._error(f'Unclosed start tag "{tag}"')
        return self.source[self.at]

    def _bytes(self, position: int) -> int:
        return len(self.source[:position].encode())

    def _error(self, reason: str, tail: str = "") -> Exception:
        return _refuse(f"{reason} at byte offset {self._bytes(self.begin)}{tail}")


def _refuse(reason: str) -> Exception:
    return bad(f"can't parse entities: {reason}")


def _decode(match: re.Match[str]) -> str:
    if match["name"]:
        return REFERENCES.get(match["name"], "")
    code = int(match["hex"], 16) if match["hex"] else int(match["dec"])
    return chr(code) if 0 < code < MAX_CHARACTER and not 0xD800 <= code < 0xE000 else ""


def _argument(tag: str, name: str, value: str) -> str:
    match tag, name:
        case ("a", "href") | ("tg-emoji", "emoji-id"):
            return value
        case "code", "class":
            return value.removeprefix("language-") if value.startswith("language-") else ""
        case "span", "class":
            return value.removeprefix("tg-") if value.startswith("tg-") else ""
        case "blockquote", "expandable":
            return "1"
    return ""


def _styled(entity: Json, opened: _Open) -> Json:
    if opened.tag == "blockquote" and opened.argument:
        return entity | {"type": "expandable_blockquote"}
    if opened.tag == "tg-emoji":
        return entity | {"custom_emoji_id": opened.argument}
    return entity


def _link(url: str) -> Json:
    """A link to a person becomes a mention; what is no link at all is dropped, its text stays."""
    if person := PEOPLE_LINK.match(url):
        return {"type": "text_mention", "user_id": int(person[1])}
    if not re.match(r"[A-Za-z][A-Za-z0-9+.\-]*:", url):
        url = f"http://{url}/" if "/" not in url else f"http://{url}"
    host = re.match(r"(?:https?|tg|ton)://([^/?#]+)", url)
    if host is None or (url.startswith("http") and "." not in host[1] and host[1] != "localhost"):
        return {}
    return {"type": "text_link", "url": url}
