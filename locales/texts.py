"""Every word that people read: Fluent messages by key, in HTML, with their arguments made harmless.

TextError
├── BrokenTexts   a file that does not parse, a key said twice, a reference to nothing: seen at the start
└── MissingText   a key or an argument that is not there: seen at the first call, on any branch of the text
"""

import html
import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from importlib.resources import files
from typing import Final

from fluent.runtime.types import FluentInt

from locales.loading import BrokenTexts, Folder, Message, TextError, list_languages, load_language

__all__ = ["BrokenTexts", "Html", "MissingText", "TextError", "Texts", "Translations", "escape", "join_html"]

DEFAULT_LANGUAGE: Final = "ru"

# fluent.runtime refuses to place more than 2,500 characters, less than a citizen may write: a long argument
# is represented by a mark and put in afterwards.
_LONG: Final = 100
_MARK: Final = re.compile("\ue000([\\w-]+)\ue001")


class MissingText(TextError):
    """No such key in this language or the default one, or `arguments` of it were not given."""

    def __init__(self, language: str, key: str, arguments: Iterable[str] = ()) -> None:
        self.language = language
        self.key = key
        self.arguments = tuple(sorted(arguments))
        super().__init__(" ".join((f"{language}: {key}", *(f"${name}" for name in self.arguments))))


class Html(str):
    """Text that is markup already and is not escaped again; any operation on it gives a plain `str`, so escaped."""

    __slots__ = ()


def escape(text: str) -> Html:
    """A person's words as harmless markup, in elements and in double-quoted attributes."""
    return Html(html.escape(text, quote=False).replace('"', "&quot;"))


def join_html(separator: str, parts: Iterable[str]) -> Html:
    """Put together lines or pieces; what is not markup yet is escaped, the separator too."""
    return Html(_as_html(separator).join(map(_as_html, parts)))


class Texts:
    """The texts in one language: `texts(key, …)` is markup for messages, `texts.plain(key, …)` is for buttons.

    Numbers of appeals, dates and names are strings; an `int` is for plurals and stands without digit grouping.
    """

    def __init__(self, language: str, messages: Mapping[str, Message]) -> None:
        self.language = language
        self._messages = messages
        self._unchanging: dict[str, str] = {}

    def __call__(self, key: str, /, **arguments: str | int) -> Html:
        """The text as HTML; every `str` that is not `Html` is escaped."""
        return Html(self._format(key, {name: _harmless(value) for name, value in arguments.items()}))

    def plain(self, key: str, /, **arguments: str | int) -> str:
        """The text for what has no markup: buttons, toasts, alerts, the command line. Takes no `Html`."""
        return self._format(key, {name: _literal(value) for name, value in arguments.items()})

    def __contains__(self, key: object) -> bool:
        return key in self._messages

    def __iter__(self) -> Iterator[Message]:
        return iter(self._messages.values())

    def _format(self, key: str, arguments: dict[str, str | FluentInt]) -> str:
        if key in self._unchanging:
            return self._unchanging[key]
        message = self._messages.get(key)
        if message is None:
            raise MissingText(self.language, key)
        if not message.variables:
            return self._unchanging.setdefault(key, message.format({}))
        if not message.variables <= arguments.keys():
            raise MissingText(self.language, key, message.variables - arguments.keys())
        long = {
            name: value for name, value in arguments.items() if isinstance(value, str) and len(value) > _LONG
        }
        if not long:
            return message.format(arguments)
        marked = message.format(arguments | {name: f"\ue000{name}\ue001" for name in long})
        return _MARK.sub(lambda mark: long.get(mark[1], mark[0]), marked)


class Translations:
    """All languages of a folder `LANGUAGE/*.ftl`, read once for the process.

    What another language does not say is said in the default one: staff texts exist in Russian only.
    """

    def __init__(self, folder: Folder | None = None, default: str = DEFAULT_LANGUAGE) -> None:
        self._default = default
        own = {
            language.name: load_language(language) for language in list_languages(folder or files("locales"))
        }
        if default not in own:
            raise BrokenTexts(default)
        self._texts = {
            language: Texts(language, own[default] | messages) for language, messages in own.items()
        }

    @property
    def languages(self) -> tuple[str, ...]:
        """Codes of the languages there are, the default one first."""
        return tuple(sorted(self._texts, key=lambda code: (code != self._default, code)))

    def texts(self, language: str) -> Texts:
        """The texts in a language (`en`, `en-GB`), in the default one where it is unknown."""
        primary = language.partition("-")[0].lower()
        return self._texts.get(primary) or self._texts[self._default]


def _as_html(text: str) -> Html:
    return text if isinstance(text, Html) else escape(text)


def _harmless(value: str | int) -> str | FluentInt:
    return _as_html(value) if isinstance(value, str) else _number(value)


def _literal(value: str | int) -> str | FluentInt:
    if isinstance(value, Html):
        raise TypeError(value)
    return value if isinstance(value, str) else _number(value)


@lru_cache(1024, typed=True)
def _number(value: int) -> FluentInt:
    if type(value) is not int:
        raise TypeError(value)
    return FluentInt(value, useGrouping=False)
