"""Appeals as the views get them: small, real, and changed one field at a time."""

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from aiogram.types import ForceReply, InlineKeyboardMarkup

from domain.appeal import Appeal
from domain.assignments import Assignment
from domain.casefile import Card, CaseFile, Menu, MessageEdit
from domain.drafts import Draft, DraftState, Prompt, PromptKind
from domain.ids import (
    AppealId,
    ChatId,
    CitizenId,
    DepartmentCode,
    DraftId,
    MessageRowId,
    PromptId,
    TopicCode,
    UserId,
)
from domain.messages import Attachment, Citizen, CitizenMessage, ContentKind, Position
from domain.municipality import Channel, Chats, Department, Municipality, Topic
from domain.notices import CardKind
from locales.texts import Translations
from sandbox.formatting import format_text
from views.parts import Edit, Part, Photo, Text

TRANSLATIONS = Translations()
RUSSIAN = TRANSLATIONS.texts("ru")
ENGLISH = TRANSLATIONS.texts("en")

NOW = datetime(2026, 3, 2, 6, 50, tzinfo=UTC)
"""09:50 on a Monday in Moscow."""
COORDINATORS, APPROVALS, LEADERSHIP, ZHKH = ChatId(-1001), ChatId(-1002), ChatId(-1003), ChatId(-1010)


def at(clock: str, day: int = 2) -> datetime:
    """A moment of that day in March, by the municipality's clock."""
    hour, minute = map(int, clock.split(":"))
    return datetime(2026, 3, day, hour - 3, minute, tzinfo=UTC)


def department(code: str, short: str = "") -> Department:
    names = {"zhkh": "Управление ЖКХ", "roads": "Отдел дорог"}
    chat = ZHKH if code == "zhkh" else ChatId(-1011)
    return Department(DepartmentCode(code), names.get(code, f"Отдел {code}"), chat, short)


def municipality(departments: int = 2, **changes: Any) -> Municipality:
    others = [department(f"d{number}") for number in range(departments - 2)]
    town = Municipality(
        name="Городской округ Примерск",
        timezone="Europe/Moscow",
        regulation="krasnoufimsk",
        hours={},
        chats=Chats(COORDINATORS, APPROVALS, LEADERSHIP),
        channels=(Channel("telegram", "Telegram"),),
        departments=(department("zhkh", "ЖКХ"), department("roads", "Дороги"), *others),
        topics=(Topic(TopicCode("water"), "Водоснабжение", DepartmentCode("zhkh")),),
    )
    return replace(town, **changes)


def appeal(**changes: Any) -> Appeal:
    facts: dict[str, Any] = {
        "number": "2026-00042",
        "citizen_id": CitizenId(1),
        "detected_at": at("09:30"),
        "registered_at": at("09:30"),
        "id": AppealId(42),
        "topic": TopicCode("water"),
        "address": "ул. Ленина, 5",
        "gist": "Прорвало трубу",
    }
    return Appeal(**facts | changes)


def citizen(**changes: Any) -> Citizen:
    facts: dict[str, Any] = {
        "id": CitizenId(1),
        "channel": "telegram",
        "user_id": UserId(900),
        "chat_id": ChatId(900),
        "name": "Анна Жителева",
        "username": None,
        "language": "ru",
        "created_at": at("09:30"),
    }
    return Citizen(**facts | changes)


def message(text: str = "Прорвало трубу у дома", **changes: Any) -> CitizenMessage:
    facts: dict[str, Any] = {
        "id": MessageRowId(1),
        "citizen_id": CitizenId(1),
        "appeal_id": AppealId(42),
        "chat_id": ChatId(900),
        "message_id": 10,
        "media_group_id": None,
        "kind": ContentKind.TEXT,
        "text": text,
        "file_id": None,
        "file_name": None,
        "detail": "",
        "forwarded_from": None,
        "latitude": None,
        "longitude": None,
        "position": Position.FIRST,
        "held": None,
        "held_appeal_id": None,
        "due_at": None,
        "sent_at": at("09:30"),
        "received_at": at("09:30"),
    }
    return CitizenMessage(**facts | changes)


def addition(text: str = "И ещё нет света", clock: str = "14:05", **changes: Any) -> CitizenMessage:
    return message(text, position=Position.ADDED, received_at=at(clock), **changes)


def photo(file_id: str = "photo", **changes: Any) -> CitizenMessage:
    return message(changes.pop("text", ""), kind=ContentKind.PHOTO, file_id=file_id, **changes)


def place() -> CitizenMessage:
    return message("", kind=ContentKind.LOCATION, latitude=56.8, longitude=57.3)


def edit_of(old: str, new: str, clock: str = "09:45") -> MessageEdit:
    return MessageEdit(1, old, new, at(clock))


def case(*messages: CitizenMessage, **changes: Any) -> CaseFile:
    """Fields of the file by their names; any other is a field of the appeal."""
    names = {
        "municipality",
        "citizen",
        "edits",
        "candidates",
        "draft",
        "answer",
        "prompts",
        "former",
        "former_answer",
        "earlier",
        "drafts",
        "instructions",
        "offers_next",
        "publications",
    }
    own = {name: changes.pop(name) for name in names & changes.keys()}
    facts = {"municipality": municipality(), "citizen": citizen()} | own
    return CaseFile(appeal=appeal(**changes), messages=messages or (message(),), **facts)


def with_department(**changes: Any) -> dict[str, Any]:
    """Fields of an appeal that a department has got."""
    given = {"department": DepartmentCode("zhkh"), "assignments": 1, "assigned_at": at("09:40")}
    return given | changes


def accepted(**changes: Any) -> dict[str, Any]:
    taken = {"executor_id": UserId(201), "executor_name": "Петров И. С.", "accepted_at": at("09:42")}
    return with_department(**taken) | changes


def stay(code: str, turn: int, **changes: Any) -> Assignment:
    """A department that leads, or led, in this turn."""
    facts: dict[str, Any] = {"assigned_at": at("09:40"), "assigned_by": "", "is_lead": True, "turn": turn}
    return Assignment(appeal_id=AppealId(42), department=DepartmentCode(code), **facts | changes)


def card(kind: CardKind = CardKind.COORDINATORS, **changes: Any) -> Card:
    chats = {
        CardKind.COORDINATORS: COORDINATORS,
        CardKind.DEPARTMENT: ZHKH,
        CardKind.LEADERSHIP: LEADERSHIP,
        CardKind.MAYOR: LEADERSHIP,
        CardKind.APPROVAL: APPROVALS,
        CardKind.TASK: COORDINATORS,
        CardKind.SENDER: COORDINATORS,
        CardKind.QUEUE: COORDINATORS,
        CardKind.VIEW: ChatId(201),
    }
    facts: dict[str, Any] = {
        "id": 1,
        "appeal_id": AppealId(42),
        "kind": kind,
        "chat_id": chats[kind],
        "thread_id": 0,
        "department": "zhkh" if kind is CardKind.DEPARTMENT else None,
        "turn": 1 if kind is CardKind.DEPARTMENT else 0,
        "draft_id": 7 if kind in {CardKind.APPROVAL, CardKind.TASK, CardKind.SENDER} else None,
        "message_id": 77,
        "rendered": None,
        "menu": Menu.TABLE,
        "page": 0,
    }
    return Card(**facts | changes)


def draft(text: str = "Трубу заменили, вода есть.", **changes: Any) -> Draft:
    facts: dict[str, Any] = {
        "appeal_id": AppealId(42),
        "version": 1,
        "text": text,
        "author_id": UserId(201),
        "author_name": "Петров И. С.",
        "created_at": at("09:45"),
        "id": DraftId(7),
        "state": DraftState.SUBMITTED,
    }
    return Draft(**facts | changes)


def prompt(kind: PromptKind = PromptKind.RETURN_REASON, **changes: Any) -> Prompt:
    facts: dict[str, Any] = {
        "id": PromptId(5),
        "kind": kind,
        "appeal_id": AppealId(42),
        "draft_id": None,
        "chat_id": ZHKH,
        "user_id": UserId(201),
        "user_name": "Петров Иван Сергеевич",
        "words": None,
        "created_at": at("09:44"),
    }
    return Prompt(**facts | changes)


def files(count: int, kind: ContentKind = ContentKind.PHOTO) -> tuple[Attachment, ...]:
    return tuple(Attachment(kind, f"{kind}-{number}") for number in range(count))


def read(part: Part) -> str:
    """What a person reads, as Telegram parses it; refuses what Telegram would refuse."""
    assert isinstance(part, Text | Edit | Photo)
    limit = 1024 if isinstance(part, Photo) else 4096
    return format_text(part.html, "HTML", None, what="message", limit=limit)[0]


def entities(part: Part) -> list[dict[str, Any]]:
    assert isinstance(part, Text | Edit)
    return format_text(part.html, "HTML", None, what="message", limit=4096)[1]


def words(parts: list[Part]) -> list[str]:
    return [read(part) for part in parts if isinstance(part, Text)]


def the_card(parts: list[Part]) -> Text:
    [found] = [part for part in parts if isinstance(part, Text) and part.is_card]
    return found


def labels(part: Part) -> list[list[str]]:
    """The keyboard's rows."""
    assert isinstance(part, Text | Edit)
    match part.markup:
        case None:
            return []
        case InlineKeyboardMarkup(inline_keyboard=rows):
            return [[button.text for button in row] for row in rows]
        case ForceReply():
            return []
    return [[button.text for button in row] for row in getattr(part.markup, "keyboard", [])]


def flat(part: Part) -> list[str]:
    return [label for row in labels(part) for label in row]
