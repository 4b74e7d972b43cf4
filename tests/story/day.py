"""A working day of the whole town by the clock: who writes and who presses when, and what it costs each of them."""

import re
from collections import Counter, defaultdict
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta
from typing import Any

from sandbox.people import Seat
from tests.city import NUMBER, Town
from tests.story.scenes import answers_in, bot_in, card_in, cards_in, is_receipt, number_in
from tests.story.test_summary import MOSCOW

TICK = 5
"""Minutes: whoever acts within them is played together."""
BEGINS, LASTS = datetime(2026, 3, 3, 7, tzinfo=MOSCOW), timedelta(hours=10, minutes=5)
"""From an hour before the opening to the summary."""
OPENING = 60
ANSWER = "Здравствуйте! Работы закончили сегодня, на месте всё проверили. Если повторится, напишите сюда."


class Day:
    """Things to happen by the minute, made before the day begins; `touches` by role and number, `said` in messages."""

    def __init__(self, town: Town) -> None:
        self.town = town
        self.touches: defaultdict[str, Counter[str]] = defaultdict(Counter)
        self.said = 0
        self.approved = 0
        self.chatty: set[str] = set()
        self.judged: set[str] = set()
        self._plan: defaultdict[int, list[Callable[[], Awaitable[Any]]]] = defaultdict(list)
        self._people: list[Any] = []
        self.olga = town.olga.in_(town.coordinators)
        self.galina = town.galina.in_(town.approvals)
        self.executors = {"ЖКХ": town.petrov.in_(town.zhkh), "Дороги": town.dorogin.in_(town.roads)}

    def citizen(self) -> Any:
        self._people.append(self.town.world.user(f"Житель {len(self._people) + 1}"))
        return self._people[-1]

    # What people will do

    def at(self, minute: int, do: Callable[[], Awaitable[Any]]) -> None:
        self._plan[-(-minute // TICK) * TICK].append(do)

    def sends(self, minute: int, send: Callable[[], Awaitable[Any]], count: int = 1) -> None:
        async def do() -> None:
            self.said += count
            await send()

        self.at(minute, do)

    def adds(self, minute: int, person: Any, add: Callable[[], Awaitable[Any]]) -> None:
        """Something more about what has a number already: that costs the department more than a routine message."""

        async def do() -> None:
            self.chatty.add(self.number_of(person))
            await add()

        self.sends(minute, do)

    def writes(self, minute: int, person: Any, text: str) -> None:
        self.sends(minute, lambda: person.send(text))

    def presses(self, minute: int, role: str, seat: Seat, person: Any, *captions: str) -> None:
        async def do() -> None:
            number = self.number_of(person)
            for caption in captions:
                toast = await self.town.clicks(seat, caption, on=self._with(seat.chat, number, caption))
                assert "недоступно" not in toast
                self.touches[role][number] += 1

        self.at(minute, do)

    def drafts(self, minute: int, department: str, person: Any, role: str = "executor") -> None:
        async def do() -> None:
            seat, number = self.executors[department], self.number_of(person)
            await seat.reply(card_in(seat.chat, number), ANSWER)
            await self.town.redraw()
            await self.town.clicks(seat, "Решено", on=self._with(seat.chat, number, "Решено"))
            self.touches[role][number] += 2

        self.at(minute, do)

    def approves(self, minute: int, person: Any) -> None:
        self.approved += 1
        self.presses(minute, "approver", self.galina, person, "Согласовать")

    def judges(self, minute: int, person: Any) -> None:
        async def do() -> None:
            self.judged.add(self.number_of(person))
            await person.click("Да, решено")

        self.at(minute, do)

    def number_of(self, person: Any) -> str:
        return number_in(next(filter(is_receipt, bot_in(person.chat))))

    def _with(self, chat: Any, number: str, caption: str) -> Any:
        """The newest message about it that has this button."""
        found = [one for one in bot_in(chat) if number in one.text and one.button(caption)]
        assert found, f"nobody can press {caption!r} for {number} in:\n{chat.transcript()}"
        return found[-1]

    # The day

    async def play(self) -> None:
        for minute in range(0, LASTS // timedelta(minutes=1) + 1, TICK):
            await self._until(BEGINS + timedelta(minutes=minute))
            for do in self._plan.pop(minute, []):
                await do()
        assert not self._plan, "the day is too short for its plan"
        await self._until(BEGINS + LASTS)

    async def _until(self, moment: datetime) -> None:
        """What is due comes within the last seconds; a poll more for each minute on the way would prove nothing."""
        town, clock = self.town, self.town.world.clock
        await town.settle()
        clock.set_to(max(clock.now(), moment.astimezone(clock.now().tzinfo) - timedelta(seconds=3)))
        await town.app.catch_up()
        await clock.advance(3)
        await town.app.catch_up()
        await town.settle()

    # What it came to

    def sent(self, chat: Any, *, loud: bool = False) -> list[Any]:
        calls = self._calls("send*", chat)
        return [call for call in calls if not (loud and call.params.get("disable_notification"))]

    def sends_about(self, chat: Any, number: str, *, loud: bool = False) -> list[str]:
        """What was sent about it; reminders of what is not done yet and the pinned list of all are left out."""
        said = [str(call.params.get("text", "")) for call in self.sent(chat, loud=loud)]
        others = ("Истекают до", "росрочено: ", "Срок близко", "В работе: ")
        return [one for one in said if number in one and not any(each in one for each in others)]

    def edits_of(self, chat: Any, number: str) -> int:
        """Of the cards of this number in the chat."""
        cards = {str(card.id) for card in cards_in(chat, number)}
        return sum(str(call.params.get("message_id")) in cards for call in self._calls("edit*", chat))

    def numbers_in(self, chat: Any) -> list[str]:
        """Of which the chat has a card."""
        last_lines = {one.text.rpartition("\n")[2] for one in bot_in(chat)}
        return sorted(line for line in last_lines if re.fullmatch(NUMBER, line))

    def _calls(self, method: str, chat: Any) -> list[Any]:
        return [call for call in self.town.world.history.calls(method, chat.id) if call.ok]

    def answered(self) -> int:
        return sum(len(answers_in(person.chat)) for person in self._people)

    def table(self) -> str:
        """What the day has cost, to be read by people."""
        town = self.town
        lines = [
            f"citizens wrote {self.said}, answered {self.answered()}",
            "role: messages, touches, most for one",
        ]
        lines += [
            f"{role}: {len(each)}, {each.total()}, {max(each.values())}"
            for role, each in self.touches.items()
        ]
        lines.append("chat: cards, sends, sounds, edits of cards")
        for name in ("coordinators", "approvals", "leadership", "zhkh", "roads"):
            chat = getattr(town, name)
            numbers = self.numbers_in(chat)
            edits = sum(self.edits_of(chat, number) for number in numbers)
            lines.append(
                f"{name}: {len(numbers)}, {len(self.sent(chat))}, {len(self.sent(chat, loud=True))}, {edits}"
            )
        return "\n".join(lines)
