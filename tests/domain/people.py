"""A small municipality and its people, for the tests of pure rules."""

from datetime import UTC, datetime

from domain.appeal import Appeal
from domain.ids import AppealId, ChatId, CitizenId, DepartmentCode, UserId
from domain.municipality import Chats, Department, Employee, Members, Municipality, Role, Weekday
from domain.people import Actor
from domain.status import Status

NOW = datetime(2026, 3, 2, 6, 42, tzinfo=UTC)
COORDINATORS, APPROVALS, LEADERSHIP, ZHKH, ROADS, YARDS = map(ChatId, (-1, -2, -3, -10, -11, -12))

MUNICIPALITY = Municipality(
    name="Городской округ Примерск",
    timezone="Europe/Moscow",
    regulation="krasnoufimsk",
    hours={Weekday.MON: ("08:00-12:00",)},
    chats=Chats(COORDINATORS, APPROVALS, LEADERSHIP),
    departments=(
        Department(DepartmentCode("zhkh"), "Управление ЖКХ", ZHKH),
        Department(DepartmentCode("roads"), "Отдел дорог", ROADS),
        Department(DepartmentCode("yards"), "Отдел дворов", YARDS, members=Members.CHAT),
    ),
    staff=(
        Employee(
            UserId(201),
            "Петров Иван Сергеевич",
            frozenset({Role.EXECUTOR}),
            departments=frozenset({DepartmentCode("zhkh")}),
        ),
        Employee(UserId(301), "Кузнецова Ольга Павловна", frozenset({Role.COORDINATOR, Role.APPROVER})),
    ),
)


def an_actor(*roles: Role, departments: tuple[str, ...] = (), user_id: int = 201, name: str = "") -> Actor:
    return Actor(
        UserId(user_id),
        name or "Петров Иван Сергеевич",
        frozenset(roles),
        frozenset(map(DepartmentCode, departments)),
    )


def an_appeal(status: Status = Status.REGISTERED, department: str | None = None, **facts: object) -> Appeal:
    appeal = Appeal(
        number="2026-00042",
        citizen_id=CitizenId(1),
        detected_at=NOW,
        registered_at=NOW,
        id=AppealId(1),
        status=status,
        department=DepartmentCode(department) if department else None,
    )
    for name, value in facts.items():
        setattr(appeal, name, value)
    return appeal
