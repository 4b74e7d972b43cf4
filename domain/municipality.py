"""The municipality as the program knows it: people, departments, topics, hours and chosen terms.

The values stand as in the municipality file (its keys are the stable interface); reading a file and
saying what is wrong with it is the program's work, keeping them in the database is storage's.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Final

from domain.ids import ChatId, DepartmentCode, TopicCode, UserId


class Role(StrEnum):
    """What a person of the staff may be; one person may be several things (R64)."""

    COORDINATOR = "coordinator"
    EXECUTOR = "executor"
    APPROVER = "approver"
    LEADER = "leader"
    MAYOR = "mayor"
    CURATOR = "curator"
    DEPARTMENT_HEAD = "department_head"
    BLOCK_HEAD = "block_head"
    OBSERVER = "observer"
    ADMIN = "admin"


class ConsentMode(StrEnum):
    """How the consent to personal data is asked: a text in the first receipt, or a button before registration."""

    NOTICE = "notice"
    REQUIRED = "required"


class DepartmentKind(StrEnum):
    """The three kinds of executors (R05, Grozny, алг. 3)."""

    DIVISION = "division"
    ENTERPRISE = "enterprise"
    INSTITUTION = "institution"


class Members(StrEnum):
    """Who acts for a department: the staff listed, or whoever presses or replies in its chat."""

    LISTED = "listed"
    CHAT = "chat"


class Category(StrEnum):
    """R33, R34, Krasnoufimsk No. 83, п. 8; high importance is a mark on top of either (R35)."""

    ORDINARY = "ordinary"
    FAST_TRACK = "fast_track"


class DayKind(StrEnum):
    """What a local exception makes of a date."""

    OFF = "off"
    WORKING = "working"
    SHORTENED = "shortened"


class Weekday(StrEnum):
    """Keys of the working hours."""

    MON = "mon"
    TUE = "tue"
    WED = "wed"
    THU = "thu"
    FRI = "fri"
    SAT = "sat"
    SUN = "sun"


class SetupStep(StrEnum):
    """What a set-up in the chat has to be told before citizens are let in; a file tells all of it at once."""

    NAME = "name"
    TIMEZONE = "timezone"
    REGULATION = "regulation"
    HOURS = "hours"
    DEPARTMENTS = "departments"
    COORDINATORS = "coordinators"
    PEOPLE = "people"
    OPENING = "opening"


WeeklyHours = dict[Weekday, tuple[str, ...]]
"""Working intervals of each weekday as written, `"08:00-12:00"`; a day left out is a day off."""


@dataclass(frozen=True, slots=True)
class Consent:
    """Terms of the consent to personal data (152-ФЗ); `text` empty: the built-in one.

    `keep_days`: how long words without a number are kept, for want of a consent or because their author is blocked.
    """

    mode: ConsentMode = ConsentMode.NOTICE
    version: str = "1"
    text: str = ""
    keep_days: int = 30


@dataclass(frozen=True, slots=True)
class Retention:
    """How long a message's personal data are kept after its end, in `days`; None: for ever (152-ФЗ, ст. 5, ч. 7)."""

    days: int | None = None


@dataclass(frozen=True, slots=True)
class CalendarException:
    """A regional or local day off, working day or shortened day (A23)."""

    date: date
    kind: DayKind
    reason: str = ""
    hours: Weekday | None = None
    minutes: int = 60


@dataclass(frozen=True, slots=True)
class Intake:
    """How messages become appeals: seconds that join what follows, appeals an hour from one citizen."""

    gather_seconds: int = 60
    per_citizen_per_hour: int = 30


@dataclass(frozen=True, slots=True)
class Routing:
    """Whether a sure rule sends straight to the department."""

    automatic: bool = True


@dataclass(frozen=True, slots=True)
class Approval:
    """`self_approval`: may an author approve the own draft; `undo_seconds` between approval and sending."""

    self_approval: bool = False
    undo_seconds: int = 30


@dataclass(frozen=True, slots=True)
class Chats:
    """The municipality's own chats; approvals and leadership fall back to the coordinators'."""

    coordinators: ChatId
    approvals: ChatId
    leadership: ChatId
    summary_to: tuple[ChatId, ...] = ()
    public: tuple[ChatId, ...] = ()


@dataclass(frozen=True, slots=True)
class Channel:
    """A way by which messages come; `counted`: in the total of the monthly report (R81); `account`: its page, address or
    telephone (R01). `watched`: nobody brings its messages, so the coordinators look there every working day (R18).
    """

    code: str
    name: str
    counted: bool = True
    account: str = ""
    watched: bool = False


TELEGRAM: Final = Channel(code="telegram", name="Telegram")
"""Always among the channels; it may be renamed or taken out of the report's total."""


@dataclass(frozen=True, slots=True)
class Department:
    """Who answers by topic (R05, R17); `chat` and `thread` are where its cards go.

    With an `email` and no chat of its own it works by mail (`Municipality.works_by_mail`, R30).
    """

    code: DepartmentCode
    name: str
    chat: ChatId
    short: str = ""
    kind: DepartmentKind = DepartmentKind.DIVISION
    thread: int = 0
    curator: UserId | None = None
    head: UserId | None = None
    duty_phone: str = ""
    members: Members = Members.LISTED
    hours: WeeklyHours | None = None
    email: str = ""

    @property
    def label(self) -> str:
        """The name for a button."""
        return self.short or self.name


@dataclass(frozen=True, slots=True)
class Employee:
    """A person of the staff, known by the id in the messenger."""

    id: UserId
    name: str
    roles: frozenset[Role]
    position: str = ""
    phone: str = ""
    email: str = ""
    departments: frozenset[DepartmentCode] = frozenset()


@dataclass(frozen=True, slots=True)
class Topic:
    """A theme with the words that route to its department."""

    code: TopicCode
    name: str
    department: DepartmentCode
    category: Category = Category.ORDINARY
    urgent: bool = False
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Territory:
    """A part of the municipality (R58): its `streets`, whole or by houses (`domain.territories.streets`), and `points` with
    metres around them (`domain.territories.points`).
    """

    code: str
    name: str
    streets: tuple[str, ...] = ()
    points: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Body:
    """Another body to which citizens are sent, with what an answer has to name of it (R25)."""

    code: str
    name: str
    phone: str = ""
    email: str = ""
    site: str = ""


@dataclass(frozen=True, slots=True)
class Municipality:
    """Everything that the municipality decides for itself. `unsettled`: what a set-up in the chat still lacks.

    `sstu`: every month's results are brought into ССТУ.РФ, and the coordinators mark it (R82).
    `regulation_text`: where `regulation` is a path, what stood in that file when the settings were applied.
    `calendar_years`: years that the program has no production calendar of, declared known: what differs from the Labour
    Code is entered in `calendar` by hand.
    """

    name: str
    timezone: str
    regulation: str
    hours: WeeklyHours
    chats: Chats
    region: str = ""
    language: str = "ru"
    official_appeal_url: str = ""
    emergency_phone: str = "112"
    legal_act: str = ""
    sstu: bool = False
    consent: Consent = field(default_factory=Consent)
    retention: Retention = field(default_factory=Retention)
    calendar: tuple[CalendarException, ...] = ()
    intake: Intake = field(default_factory=Intake)
    routing: Routing = field(default_factory=Routing)
    approval: Approval = field(default_factory=Approval)
    channels: tuple[Channel, ...] = ()
    departments: tuple[Department, ...] = ()
    staff: tuple[Employee, ...] = ()
    topics: tuple[Topic, ...] = ()
    territories: tuple[Territory, ...] = ()
    bodies: tuple[Body, ...] = ()
    unsettled: frozenset[SetupStep] = frozenset()
    regulation_text: str = ""
    calendar_years: tuple[int, ...] = ()

    @property
    def is_open(self) -> bool:
        """Whether citizens are let in."""
        return not self.unsettled

    def find_department(self, code: str) -> Department | None:
        """The department of this code."""
        return next((department for department in self.departments if department.code == code), None)

    def find_employee(self, user_id: int) -> Employee | None:
        """The person of the staff with this messenger id."""
        return next((employee for employee in self.staff if employee.id == user_id), None)

    def find_topic(self, code: str | None) -> Topic | None:
        """The topic of this code."""
        return next((topic for topic in self.topics if topic.code == code), None)

    def find_channel(self, code: str | None) -> Channel | None:
        """The channel of this code; one that was dropped since is none."""
        return next((channel for channel in self.channels if channel.code == code), None)

    def find_territory(self, code: str) -> Territory | None:
        """The territory of this code."""
        return next((territory for territory in self.territories if territory.code == code), None)

    def find_body(self, code: str) -> Body | None:
        """The body of this code."""
        return next((body for body in self.bodies if body.code == code), None)

    def list_departments_of_chat(self, chat: int) -> list[Department]:
        """Departments that work in this chat; a shared forum group carries several."""
        return [department for department in self.departments if department.chat == chat]

    def works_by_mail(self, department: Department) -> bool:
        """Whether its cards go by e-mail, and what it answers comes back through the coordinators, in whose chat it is (R30)."""
        at_home = department.chat == self.chats.coordinators and department.thread == 0
        return bool(department.email) and at_home

    def list_employees(self, role: Role) -> Iterator[Employee]:
        """The people who hold a role."""
        return (employee for employee in self.staff if role in employee.roles)

    def is_public(self, chat: int) -> bool:
        """Whether it is the discussion group of an official channel; where the staff works it is not, whatever the file says."""
        return chat in self.chats.public and chat not in self.staff_chats

    @property
    def staff_chats(self) -> frozenset[ChatId]:
        """Every chat in which the staff works."""
        own = {self.chats.coordinators, self.chats.approvals, self.chats.leadership}
        return frozenset(own | {department.chat for department in self.departments})
