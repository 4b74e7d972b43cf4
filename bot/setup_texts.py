"""Words about settings and the municipality file, for the person who installs; `locales/*/setup.ftl`."""

from collections.abc import Callable
from functools import cache

from locales.texts import Texts, Translations

Say = Callable[[str], None]
"""How a command tells its user a line."""


def say(key: str, /, **facts: str | int) -> str:
    """The Russian text of a key; read on the first need, since a good set-up needs none."""
    return russian().plain(key, **facts)


def shown(value: object, limit: int = 60) -> str:
    """A value as part of a one-line message: at most `limit` characters, none of which breaks the line."""
    text = value if isinstance(value, str) else repr(value)
    visible = "".join(sign if sign.isprintable() else "·" for sign in text)
    return visible if len(visible) <= limit else visible[: limit - 1] + "…"


@cache
def translations() -> Translations:
    """Every language, read once for the process: the commands' own words stand among all the others."""
    return Translations()


def russian() -> Texts:
    """All texts of the staff's language."""
    return translations().texts("ru")
