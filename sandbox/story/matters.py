"""What most chapters do with a matter: it is written, reaches a department, is answered."""

import re
from dataclasses import dataclass, replace

from domain.municipality import Department
from sandbox.model import Message
from sandbox.people import Person, Seat
from sandbox.story.stage import Stage, StoryFailed
from services.work.assignment import ROUTE_UNDO

NUMBER = re.compile(r"\b\d{4}-\d{5,}\b")
LABEL = 39
"""Signs of a department's name that are surely on its button."""


@dataclass(frozen=True, slots=True)
class Matter:
    """A citizen's message on its way: its number, the department that holds it and its card there."""

    number: str
    citizen: Person
    department: Department
    card: Message


async def write(stage: Stage, name: str, text: str) -> Matter:
    """A new citizen writes, gets a number, and the matter reaches a department."""
    citizen = stage.life.city.resident(name)
    await stage.says(citizen, text)
    return await reach_department(stage, citizen)


async def reach_department(stage: Stage, citizen: Person) -> Matter:
    """By the rules, or by the coordinator where they are not sure."""
    if consent := stage.find_quietly(citizen.chat, "", "Даю согласие"):
        await stage.presses(citizen, "Даю согласие", consent)
    receipt = stage.find(citizen.chat, "Номер:")
    number = NUMBER.search(receipt.text)
    if number is None:
        raise StoryFailed("в расписке нет номера")
    matter = _find_held(stage, number[0], citizen)
    if matter is None:
        await route(stage, number[0], stage.life.city.municipality.departments[0])
        matter = _find_held(stage, number[0], citizen)
    if matter is None:
        raise StoryFailed(f"сообщение {number[0]} не дошло до отдела")
    return matter


def _find_held(stage: Stage, number: str, citizen: Person) -> Matter | None:
    for department in stage.life.city.municipality.departments:
        card = stage.find_quietly(stage.life.city.chat(department.chat), number, "Принять")
        if card is not None:
            return Matter(number, citizen, department, card)
    return None


async def route(stage: Stage, number: str, department: Department) -> None:
    """The coordinator sends it to a department by hand."""
    card = stage.find(stage.cast.coordinators, number, "Срочно")
    caption = department.label[:LABEL]
    if card.button(caption) is None:
        await stage.presses(stage.cast.coordinator, "Ещё…", card)
    await stage.presses(stage.cast.coordinator, caption, card)
    await stage.waits(ROUTE_UNDO.total_seconds() + 1)


def moved(stage: Stage, matter: Matter, department: Department) -> Matter:
    """The same matter, held by another department now."""
    card = stage.find(stage.life.city.chat(department.chat), matter.number, "Принять")
    return replace(matter, department=department, card=card)


async def draft(stage: Stage, author: Seat, matter: Matter, words: str, outcome: str = "Решено") -> Message:
    """A reply to the card, sent to approval; the card in the approvals' chat."""
    await stage.says(author, words, to=matter.card)
    await stage.presses(author, outcome, stage.find(author.chat, matter.number, outcome))
    return stage.find(stage.cast.approvals, matter.number, "Согласовать")


async def approve(stage: Stage, matter: Matter) -> None:
    """The newest version is agreed to."""
    card = stage.find(stage.cast.approvals, matter.number, "Согласовать")
    await stage.presses(stage.cast.approver, "Согласовать", card)


async def answer(stage: Stage, matter: Matter, words: str) -> None:
    """From the draft to the citizen's chat."""
    (author, *_) = stage.cast.executors(matter.department)
    await draft(stage, author, matter, words)
    await approve(stage, matter)
    await stage.waits(undo_seconds(stage) + 1)
    ensure_answered(stage, matter, words)


def ensure_answered(stage: Stage, matter: Matter, words: str) -> Message:
    """The citizen has the very words, with the number, once."""
    copies = [one for one in matter.citizen.chat.visible if words in one.text and matter.number in one.text]
    stage.ensure(copies, f"ответ на {matter.number} не дошёл")
    stage.ensure(len(copies) == 1, f"ответ на {matter.number} пришёл не один раз: {len(copies)}")
    return copies[0]


def undo_seconds(stage: Stage) -> int:
    """How long an approved answer can still be held back."""
    return stage.life.city.municipality.approval.undo_seconds
