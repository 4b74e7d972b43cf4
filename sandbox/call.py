"""One call of a method: its parameters as Telegram reads them, and the budget it spends."""

import json
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from sandbox.bot_account import BotAccount
from sandbox.chat import Chat
from sandbox.errors import bad
from sandbox.model import Json

if TYPE_CHECKING:
    from sandbox.world import World

TRUE = frozenset({"true", "yes", "1"})


@dataclass(frozen=True, slots=True)
class Upload:
    """A file that came with the call."""

    name: str
    content: bytes
    mime: str = ""


@dataclass(slots=True)
class Call:
    """A call in progress. Parameters may be strings (forms, queries) or values (JSON): both read the same."""

    world: "World"
    bot: BotAccount
    method: str
    params: Json
    files: dict[str, Upload] = field(default_factory=dict)
    message_ids: list[int] = field(default_factory=list)

    def text(self, name: str, default: str = "") -> str:
        value = self.params.get(name, default)
        return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)

    def number(self, name: str, default: int = 0) -> int:
        value = self.params.get(name)
        if value in (None, ""):
            return default
        try:
            return int(str(value))
        except ValueError:
            raise bad(f"{name} must be an integer") from None

    def real(self, name: str) -> float:
        try:
            return float(str(self.params[name]))
        except (KeyError, ValueError):
            raise bad(f"{name} is empty" if name not in self.params else f"invalid {name}") from None

    def flag(self, name: str) -> bool:
        return str(self.params.get(name, "")).lower() in TRUE

    def json(self, name: str) -> Any:
        """A structure, None where it is not given."""
        value = self.params.get(name)
        if not isinstance(value, str):
            return value
        if not value:
            return None
        try:
            return json.loads(value)
        except ValueError:
            raise bad(f"can't parse {name.replace('_', ' ')} JSON object") from None

    @property
    def chat_id(self) -> int | str | None:
        return as_chat_id(self.params.get("chat_id"))

    def spend(self, chat: Chat, operations: int = 1) -> None:
        """Pay for the writing that is about to be done, or be refused with 429."""
        if self.world.limits is not None:
            self.world.limits.spend(self.bot.user.id, chat, self.world.clock.now(), operations)


Method = Callable[[Call], Any] | Callable[[Call], Awaitable[Any]]
REGISTRY: dict[str, Method] = {}


def method(*names: str) -> Callable[[Method], Method]:
    """Give a function the names by which callers ask for it; their case does not matter."""

    def register(function: Method) -> Method:
        REGISTRY.update({name.lower(): function for name in names})
        return function

    return register


def as_chat_id(value: object) -> int | str | None:
    if value in (None, ""):
        return None
    text = str(value)
    return int(text) if text.lstrip("-").isdigit() else text
