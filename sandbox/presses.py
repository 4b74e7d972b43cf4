"""Presses of buttons: the query, the 15 seconds in which the bot may answer it, the toast that the person sees."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from sandbox.errors import OLD_QUERY, bad
from sandbox.model import Json, Message, User

if TYPE_CHECKING:
    from sandbox.world import World

ANSWER_WINDOW = timedelta(seconds=15)


@dataclass(frozen=True, slots=True)
class Toast:
    """The answer to a press: a line at the top, or a window (`alert`); the empty text only stops the spinner."""

    text: str = ""
    alert: bool = False
    url: str = ""


@dataclass(slots=True, eq=False)
class Press:
    """One press. `toast` is None until the bot answers."""

    id: str
    person: User
    message: Message
    data: str
    at: datetime
    payload: Json
    toast: Toast | None = None
    update_ids: list[int] = field(default_factory=list)


class Presses:
    """All presses by the query's id."""

    def __init__(self, world: "World") -> None:
        self._world = world
        self._by_id: dict[str, Press] = {}

    def make(self, person: User, message: Message, data: str, age: float = 0.0) -> Press:
        """A press made `age` seconds ago: an old one can no longer be answered."""
        number = str(self._world.dice.randrange(10**17, 10**18))
        at = self._world.clock.now() - timedelta(seconds=age)
        press = Press(number, person, message, data, at, _payload(number, person, message, data))
        self._by_id[number] = press
        return press

    def send(self, press: Press) -> None:
        """Tell the bot whose button it is; sent again, the same query comes under another update_id."""
        for bot in self._world.bots_in(press.message.chat):
            if press.message.sender is bot.user:
                update_id = self._world.offer(bot, "callback_query", press.payload)
                press.update_ids += [update_id] if update_id is not None else []

    def answer(self, query_id: str, toast: Toast) -> None:
        press = self._by_id.get(query_id)
        if press is None or self._world.clock.now() - press.at > ANSWER_WINDOW:
            raise bad(OLD_QUERY)
        press.toast = press.toast or toast
        self._world.touch()

    def by(self, person: User) -> list[Press]:
        return [press for press in self._by_id.values() if press.person is person]


def _payload(number: str, person: User, message: Message, data: str) -> Json:
    seen: Json = (
        {"chat": message.chat.as_json(), "message_id": message.id, "date": 0}
        if message.deleted
        else message.as_json()
    )
    return {
        "id": number,
        "from": person.as_json(),
        "message": seen,
        "chat_instance": str(abs(message.chat.id) * 7919),
        "data": data,
    }
