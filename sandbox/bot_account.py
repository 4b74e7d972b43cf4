"""A bot's account as Telegram keeps it: its queue, its private chats, its settings."""

from dataclasses import dataclass, field

from sandbox.chat import PrivateChat
from sandbox.model import Json, User
from sandbox.updates import UpdateQueue


@dataclass(slots=True)
class Webhook:
    url: str
    secret: str = ""
    max_connections: int = 40
    last_error: str = ""
    last_error_date: int | None = None


@dataclass(slots=True, eq=False)
class BotAccount:
    """`reads_all`: privacy mode is off. `known`: people whom the bot has met, in a chat or by their updates."""

    user: User
    token: str
    queue: UpdateQueue
    reads_all: bool = False
    private: dict[int, PrivateChat] = field(default_factory=dict)
    known: set[int] = field(default_factory=set)
    webhook: Webhook | None = None
    commands: dict[str, list[Json]] = field(default_factory=dict)
    texts: dict[str, str] = field(default_factory=dict)
    menu: dict[int, Json] = field(default_factory=dict)

    def command_names(self, scope: str = "default", language: str = "") -> list[str]:
        return [command["command"] for command in self.commands.get(f"{scope}|{language}", [])]
