"""The week before the visitor came: a few matters that went their way, so that nobody meets an empty city."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from domain.municipality import Municipality, Role
from sandbox.chat import Chat
from sandbox.life import Life
from sandbox.people import Person

WEEK = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class _Matter:
    """What was written, when (days before today and the hour), and how it ended."""

    days_ago: int
    hour: int
    words: str
    answer: str
    outcome: str
    solved: str


_MATTERS = (
    _Matter(6, 10, "На Садовой 12 второй день нет горячей воды, кран сухой", "На вводе в дом заменили задвижку, горячую воду дали вчера в 18:40. Если напор слабый, напишите сюда.", "Решено", "Да, решено"),
    _Matter(5, 9, "Яма у перехода на Мира, 8, вчера там упал велосипедист", "Яму засыпали и заделали холодным асфальтом. Весь участок в плане ямочного ремонта, он закончится 20 марта.", "Меры приняты", "Частично"),
    _Matter(4, 11, "Когда включат фонари на Лесной? Вечером темно", "Фонари на Лесной не горели из-за обрыва кабеля. Кабель заменили, свет включается в 17:50.", "Разъяснено", "Да, решено"),
)  # fmt: skip


async def live_through(life: Life, residents: Sequence[Person], today: datetime) -> None:
    """Let the matters of the week happen, each by the same presses as today's."""
    for number, matter in enumerate(_MATTERS):
        moment = (today - timedelta(days=matter.days_ago)).replace(hour=matter.hour, minute=5)
        await _wait_until(life, moment)
        await _one_matter(life, residents[number % len(residents)], matter)
    await _wait_until(life, today)


async def _one_matter(life: Life, resident: Person, matter: _Matter) -> None:
    city, municipality = life.city, life.city.municipality
    await resident.send(matter.words)
    await life.settle()
    chat = _chat_with_card(life, municipality, "Принять")
    if chat is None:
        return
    executor = city.person(next(user for user in chat.members if city.is_staff(user))).in_(chat)
    approver_chat = city.chat(municipality.chats.approvals)
    approver = city.person(next(one.id for one in municipality.list_employees(Role.APPROVER))).in_(
        approver_chat
    )
    await executor.click("Принять")
    await life.wait(40 * 60)
    card = chat.find_button("Написать ответ")
    if card is None:
        return
    await executor.reply(card, matter.answer)
    await life.settle()
    await executor.click(matter.outcome)
    await life.settle()
    await approver.click("Согласовать")
    await life.wait(40)
    if resident.chat.find_button(matter.solved):
        await resident.click(matter.solved)
        await life.settle()
        if resident.chat.find_button("5"):
            await resident.click("5")
    await life.settle()


def _chat_with_card(life: Life, municipality: Municipality, label: str) -> Chat | None:
    chats = (life.city.chat(department.chat) for department in municipality.departments)
    return next((chat for chat in chats if chat.find_button(label)), None)


async def _wait_until(life: Life, moment: datetime) -> None:
    ahead = (moment - life.city.clock.now()).total_seconds()
    if ahead > 0:
        await life.wait(ahead)
