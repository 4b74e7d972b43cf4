"""What the verbs need from the outside, as Protocols: the clock, the rules at hand, the unit of work.

Reads are awaited. Writes are not: they gather in the transaction and become real, all together, with `commit`.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Protocol

from domain.appeal import Appeal
from domain.drafts import Draft, Prompt, PromptKind
from domain.ids import (
    AppealId,
    AssignmentId,
    CitizenId,
    DraftId,
    InstructionId,
    MessageRowId,
    PromptId,
)
from domain.messages import Attachment, Citizen, CitizenMessage, Held, IncomingMessage
from domain.municipality import Department, Municipality
from domain.notices import Notice, NoticeKind, SentMessage
from domain.people import Actor
from domain.routing import Route
from domain.status import Recorded
from domain.words.cautions import Caution
from services.ports.assignments import Assignments
from services.ports.cards import Cards
from services.ports.chats import Chats
from services.ports.colleagues import LooseFiles, Notes
from services.ports.records import Duty, Instructions, Journal
from services.ports.setup import AccessRequests, Invitations, SetupQuestions


class Clock(Protocol):
    """The one clock of the program: deadlines, budgets and ticks all read it, so that a sandbox can move it."""

    def now(self) -> datetime:
        """The present moment, aware, in UTC."""
        ...

    async def sleep(self, seconds: float) -> None:
        """Wait until `seconds` have passed on this clock."""
        ...


class Rules(Protocol):
    """What follows from the municipality's own settings: its topics' words and its working hours."""

    def route(self, text: str) -> Route:
        """Which department the words name, and how surely."""
        ...

    def caution(self, text: str) -> Caution | None:
        """What the words speak of where a person has to decide, the gravest of it."""
        ...

    def says_the_same(self, old: str, new: str) -> bool:
        """Whether an edit left the sense alone: only letters' case, marks or word forms changed."""
        ...

    def opens_at(self, now: datetime) -> datetime | None:
        """When work begins; None while it is going on, or where the calendar does not know."""
        ...

    def after_working(self, since: datetime, term: timedelta) -> datetime | None:
        """When so much of the municipality's working time has passed since then; None where the calendar does not know."""
        ...

    def return_by(self, department: Department, since: datetime) -> datetime | None:
        """Until when the department returns what is not its own; None where the regulation sets no term (R40)."""
        ...

    def find_mistake(self, municipality: Municipality, before: Municipality) -> str | None:
        """What the municipality file would be refused for, in words, unless it was so before."""
        ...


class Citizens(Protocol):
    """Those who write."""

    async def ensure(self, message: IncomingMessage, now: datetime) -> Citizen:
        """The citizen behind a message, made known at the first one."""
        ...

    async def get(self, citizen_id: CitizenId) -> Citizen: ...

    async def find_by_user(self, user_id: int) -> Citizen | None: ...

    def save(self, citizen: Citizen) -> None: ...


class Appeals(Protocol):
    """The register."""

    async def add(self, appeal: Appeal, year: int) -> None:
        """Give the next number of the year, never used before, and store; fills `id` and `number`."""
        ...

    async def get(self, appeal_id: AppealId) -> Appeal: ...

    async def find_by_number(self, number: str) -> Appeal | None: ...

    async def list_recent_of_citizen(self, citizen_id: CitizenId, ended_since: datetime) -> list[Appeal]:
        """Open ones and those that ended since, newest first."""
        ...

    async def list_open_of_department(self, code: str) -> list[Appeal]: ...

    async def find_next_waiting(self, after: Appeal | None = None) -> Appeal | None:
        """What waits for the coordinators, urgent first, then the oldest: the next after this one, else the first."""
        ...

    def save(
        self, appeal: Appeal, actor: Actor, now: datetime, *, action: Recorded, reason: str | None = None
    ) -> None:
        """Store what changed, with a journal entry that tells before and after."""
        ...


class Messages(Protocol):
    """What citizens wrote, to the letter, with every edit."""

    def add(
        self,
        citizen_id: CitizenId,
        message: IncomingMessage,
        now: datetime,
        *,
        place: str,
        appeal_id: AppealId | None = None,
        held: Held | None = None,
        held_appeal_id: AppealId | None = None,
        due_at: datetime | None = None,
    ) -> None: ...

    async def find(self, chat_id: int, message_id: int) -> CitizenMessage | None: ...

    async def get(self, row_id: MessageRowId) -> CitizenMessage: ...

    async def find_of_album(self, chat_id: int, media_group_id: str) -> CitizenMessage | None: ...

    async def find_asked_about(self, citizen_id: CitizenId) -> CitizenMessage | None:
        """A message that the citizen was asked about and has not answered for."""
        ...

    async def last_words(self, appeal_ids: Sequence[AppealId]) -> dict[AppealId, datetime]: ...

    async def list_of_appeal(self, appeal_id: AppealId) -> list[CitizenMessage]: ...

    async def list_held(self, citizen_id: CitizenId, held: Held) -> list[CitizenMessage]: ...

    def edit(self, row: CitizenMessage, text: str, at: datetime) -> None: ...

    def attach(self, row_ids: Sequence[MessageRowId], appeal_id: AppealId, place: str) -> None:
        """Give held messages to their appeal."""
        ...

    def put_aside(self, row_id: MessageRowId) -> None:
        """Nothing is held any more and no appeal took it: it was thanks."""
        ...

    def erase_unconsented(self, before: datetime) -> None:
        """Erase what waited for a consent since before then."""
        ...


class Drafts(Protocol):
    """Versions of what the citizen will read."""

    async def add(self, draft: Draft) -> None:
        """Store as the next version of its appeal; fills `id` and `version`."""
        ...

    async def get(self, draft_id: DraftId) -> Draft: ...

    async def find_current(self, appeal_id: AppealId) -> Draft | None:
        """The version that is on approval or approved."""
        ...

    async def find_next_waiting(self, shown: Draft, author_id: int | None) -> Draft | None:
        """What to decide on after `shown`: urgent ones first, then the oldest, none by this author."""
        ...

    async def count_waiting(self) -> int: ...

    async def find_answer(self, appeal_id: AppealId) -> Draft | None:
        """The final answer that was published last."""
        ...

    async def list_previews_of(self, author_id: int, since: datetime) -> list[Draft]: ...

    async def find_preview(
        self, appeal_id: AppealId, author_id: int, assignment_id: AssignmentId | None = None
    ) -> Draft | None: ...

    async def drop_previews(
        self, appeal_id: AppealId, assignment_id: AssignmentId | None = None
    ) -> list[DraftId]: ...

    def save(self, draft: Draft) -> None: ...


class Prompts(Protocol):
    """Whose words are waited for."""

    async def add(
        self,
        kind: PromptKind,
        appeal_id: AppealId,
        *,
        chat_id: int,
        actor: Actor,
        now: datetime,
        draft_id: DraftId | None = None,
        words: str | None = None,
        attachments: tuple[Attachment, ...] = (),
        instruction_id: InstructionId | None = None,
        assignment_id: AssignmentId | None = None,
    ) -> PromptId: ...

    async def get(self, prompt_id: PromptId) -> Prompt: ...

    async def find_open(
        self,
        kind: PromptKind,
        appeal_id: AppealId,
        user_id: int,
        chat_id: int,
        assignment_id: AssignmentId | None = None,
    ) -> Prompt | None: ...

    async def list_open(self, chat_id: int, user_id: int, appeal_id: AppealId) -> list[Prompt]:
        """What this person was asked about this appeal here, newest first."""
        ...

    def close(self, prompt_id: PromptId, now: datetime) -> None: ...

    def close_of_appeal(
        self,
        appeal_id: AppealId,
        kinds: Sequence[PromptKind],
        now: datetime,
        assignment_id: AssignmentId | None = None,
    ) -> None: ...


class Outbox(Protocol):
    """What is to be said, in the transaction of the change it announces."""

    def add(self, notice: Notice, now: datetime) -> None: ...

    async def find_sent(self, chat_id: int, message_id: int) -> SentMessage | None: ...

    async def list_sent(self, kind: NoticeKind, ref_id: int) -> list[tuple[int, int]]:
        """Chat and message id of what was sent about this draft or prompt."""
        ...


class UnitOfWork(Protocol):
    """One transaction: everything in it happens with `commit`, or nothing does."""

    @property
    def municipality(self) -> Municipality: ...

    @property
    def citizens(self) -> Citizens: ...

    @property
    def appeals(self) -> Appeals: ...

    @property
    def assignments(self) -> Assignments: ...

    @property
    def messages(self) -> Messages: ...

    @property
    def drafts(self) -> Drafts: ...

    @property
    def prompts(self) -> Prompts: ...

    @property
    def instructions(self) -> Instructions: ...

    @property
    def duty(self) -> Duty: ...

    @property
    def loose_files(self) -> LooseFiles: ...

    @property
    def staff_notes(self) -> Notes: ...

    @property
    def cards(self) -> Cards: ...

    @property
    def outbox(self) -> Outbox: ...

    @property
    def chats(self) -> Chats: ...

    @property
    def journal(self) -> Journal: ...

    @property
    def invitations(self) -> Invitations: ...

    @property
    def access_requests(self) -> AccessRequests: ...

    @property
    def setup_questions(self) -> SetupQuestions: ...

    async def last_settings_change(self) -> tuple[str, datetime]:
        """Who put the present settings in force, and when."""
        ...

    def change_municipality(self, municipality: Municipality, actor: Actor, now: datetime) -> None:
        """Store a new version of the municipality's settings."""
        ...

    async def commit(self) -> None: ...
