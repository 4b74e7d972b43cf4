"""The municipality file's keys, types and bounds, section by section, and the domain values they become.

Whether the parts fit together (codes, references, doubles) is `bot.municipality_checks`.
"""

from collections.abc import Iterable
from datetime import date
from typing import Annotated, Any, ClassVar, Self, get_args

from pydantic import BaseModel, ConfigDict, Field, Strict, ValidationInfo, field_validator, model_validator

from bot.municipality_fields import (
    CalendarYear,
    ChatNumber,
    Code,
    Email,
    Flag,
    GroupNumber,
    Intervals,
    Language,
    Name,
    Note,
    Passage,
    Point,
    Region,
    Regulation,
    Short,
    Street,
    ThreadNumber,
    TimeZone,
    UserNumber,
    WebAddress,
    Word,
    refuse,
)
from domain import municipality as domain
from domain.ids import ChatId
from domain.municipality import Category, ConsentMode, DayKind, DepartmentKind, Members, Role, Weekday


class Section(BaseModel):
    """A table of the file; a key that it does not know is a mistake. `example`: the file that shows how it is done."""

    example: ClassVar[str] = "municipality.example.toml"
    model_config = ConfigDict(extra="forbid", frozen=True, hide_input_in_errors=True)


class GeneralSection(Section):
    name: Name
    timezone: TimeZone
    regulation: Regulation
    region: Region = ""
    calendar_years: tuple[CalendarYear, ...] = ()
    language: Language = "ru"
    official_appeal_url: WebAddress = ""
    emergency_phone: Short = "112"
    legal_act: Note = ""
    sstu: Flag = False


class ConsentSection(Section):
    mode: ConsentMode = ConsentMode.NOTICE
    version: Annotated[Short, Field(min_length=1)] = "1"
    text: Passage = ""
    keep_days: Annotated[int, Strict(), Field(ge=1, le=3650)] = 30


class RetentionSection(Section):
    days: Annotated[int, Strict(), Field(ge=30, le=36500)] | None = None


class HoursSection(Section):
    mon: Intervals = ()
    tue: Intervals = ()
    wed: Intervals = ()
    thu: Intervals = ()
    fri: Intervals = ()
    sat: Intervals = ()
    sun: Intervals = ()

    @model_validator(mode="after")
    def _some_time(self) -> Self:
        """Without a working minute no term in working time would ever end."""
        if not self.to_domain():
            raise refuse("setup-no-hours")
        return self

    def to_domain(self) -> domain.WeeklyHours:
        return {Weekday(day): intervals for day, intervals in self if intervals}


class CalendarSection(Section):
    date: Annotated[date, Strict()]
    kind: DayKind
    reason: Note = ""
    hours: Weekday | None = None
    minutes: Annotated[int, Strict(), Field(ge=1, le=24 * 60)] = 60


class IntakeSection(Section):
    gather_seconds: Annotated[int, Strict(), Field(ge=0, le=3600)] = 60
    per_citizen_per_hour: Annotated[int, Strict(), Field(ge=1)] = 30


class RoutingSection(Section):
    automatic: Flag = True


class ApprovalSection(Section):
    self_approval: Annotated[Flag, Field(alias="self")] = False
    undo_seconds: Annotated[int, Strict(), Field(ge=0, le=3600)] = 30


class ChatsSection(Section):
    coordinators: GroupNumber
    approvals: ChatNumber | None = None
    leadership: ChatNumber | None = None
    summary_to: tuple[ChatNumber, ...] = ()
    public: tuple[GroupNumber, ...] = ()

    def to_domain(self) -> domain.Chats:
        own = {"approvals": self.coordinators, "leadership": self.coordinators}
        return domain.Chats(**own | self.model_dump(exclude_none=True))


class ChannelSection(Section):
    code: Code
    name: Name
    counted: Flag = True
    account: Note = ""
    watched: Flag = False


class DepartmentSection(Section):
    code: Code
    name: Name
    email: Email = ""
    chat: Annotated[GroupNumber | None, Field(validate_default=True)] = None
    short: Short = ""
    kind: DepartmentKind = DepartmentKind.DIVISION
    thread: ThreadNumber = 0
    curator: UserNumber | None = None
    head: UserNumber | None = None
    duty_phone: Short = ""
    members: Members = Members.LISTED
    hours: HoursSection | None = None

    @field_validator("chat")
    @classmethod
    def _somewhere(cls, chat: int | None, info: ValidationInfo) -> int | None:
        """Its cards go to a chat, or by mail (R30)."""
        if chat is None and info.data.get("email") == "":
            raise refuse("setup-department-nowhere")
        return chat

    def to_domain(self, stand_in: ChatId) -> domain.Department:
        """`stand_in`: the coordinators' chat, where those are at home that work by mail."""
        hours = self.hours.to_domain() if self.hours else None
        chat = stand_in if self.chat is None else self.chat
        return domain.Department(**self.model_dump(exclude={"hours", "chat"}), chat=ChatId(chat), hours=hours)


class EmployeeSection(Section):
    id: UserNumber
    name: Name
    roles: Annotated[frozenset[Role], Field(min_length=1)]
    position: Note = ""
    phone: Short = ""
    email: Email = ""
    departments: frozenset[str] = frozenset()


class TopicSection(Section):
    code: Code
    name: Name
    department: str
    category: Category = Category.ORDINARY
    urgent: Flag = False
    words: tuple[Word, ...] = ()


class TerritorySection(Section):
    code: Code
    name: Name
    streets: tuple[Street, ...] = ()
    points: tuple[Point, ...] = ()


class BodySection(Section):
    code: Code
    name: Name
    phone: Short = ""
    email: Email = ""
    site: WebAddress = ""


class MunicipalityDocument(Section):
    """The whole file."""

    municipality: GeneralSection
    hours: HoursSection
    chats: ChatsSection
    consent: ConsentSection = ConsentSection()
    retention: RetentionSection = RetentionSection()
    intake: IntakeSection = IntakeSection()
    routing: RoutingSection = RoutingSection()
    approval: ApprovalSection = ApprovalSection()
    calendar: tuple[CalendarSection, ...] = ()
    channels: tuple[ChannelSection, ...] = ()
    departments: tuple[DepartmentSection, ...] = ()
    staff: tuple[EmployeeSection, ...] = ()
    topics: tuple[TopicSection, ...] = ()
    territories: tuple[TerritorySection, ...] = ()
    bodies: tuple[BodySection, ...] = ()

    def to_domain(self) -> domain.Municipality:
        return domain.Municipality(
            **self.municipality.model_dump(),
            hours=self.hours.to_domain(),
            chats=self.chats.to_domain(),
            consent=domain.Consent(**self.consent.model_dump()),
            retention=domain.Retention(**self.retention.model_dump()),
            intake=domain.Intake(**self.intake.model_dump()),
            routing=domain.Routing(**self.routing.model_dump()),
            approval=domain.Approval(**self.approval.model_dump()),
            calendar=tuple(domain.CalendarException(**row.model_dump()) for row in self.calendar),
            channels=_with_telegram(domain.Channel(**row.model_dump()) for row in self.channels),
            departments=tuple(row.to_domain(ChatId(self.chats.coordinators)) for row in self.departments),
            staff=tuple(domain.Employee(**row.model_dump()) for row in self.staff),
            topics=tuple(domain.Topic(**row.model_dump()) for row in self.topics),
            territories=tuple(domain.Territory(**row.model_dump()) for row in self.territories),
            bodies=tuple(domain.Body(**row.model_dump()) for row in self.bodies),
        )


def _with_telegram(channels: Iterable[domain.Channel]) -> tuple[domain.Channel, ...]:
    by_code = {domain.TELEGRAM.code: domain.TELEGRAM} | {channel.code: channel for channel in channels}
    return tuple(by_code.values())


def list_keys(section: type[Section]) -> dict[str, type[Section] | None]:
    """The keys of a table as they stand in the file, each with the section that it opens."""
    return {
        field.alias or name: _find_section(field.annotation) for name, field in section.model_fields.items()
    }


def _find_section(annotation: Any) -> type[Section] | None:
    if isinstance(annotation, type) and issubclass(annotation, Section):
        return annotation
    return next(filter(None, map(_find_section, get_args(annotation))), None)
