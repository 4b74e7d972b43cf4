"""Everything that is shown of one appeal, read at one moment: what a card or a message is drawn from."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from domain.appeal import Appeal
from domain.assignments import Assignment, Chosen
from domain.deadlines import KeptDeadline
from domain.drafts import Draft, Prompt
from domain.ids import AppealId
from domain.instructions import Instruction
from domain.mailing.mailings import Mailing
from domain.messages import Citizen, CitizenMessage
from domain.municipality import Department, Municipality
from domain.notices import CardKind
from domain.register.comments import find_comment
from domain.register.inquiries import Inquiry
from domain.register.measures import MeasuresReport
from domain.register.publications import Publication
from domain.status import Status
from domain.ways import Way


@dataclass(frozen=True, slots=True)
class MessageEdit:
    """What an edit changed, and when."""

    row_id: int
    old_text: str
    new_text: str
    edited_at: datetime


class Menu(StrEnum):
    """What the keyboard of a coordinators' card is opened at: its table, or one of the menus behind it."""

    TABLE = ""
    DEPARTMENTS = "departments"
    MAYOR = "mayor"
    SEVERAL = "several"
    CATEGORY = "category"
    SUBJECT = "subject"
    TERRITORY = "territory"
    KIND = "kind"
    APPLICANT = "applicant"
    REPEAT = "repeat"
    NO_REPLY = "no_reply"
    WAY = "way"
    SEPARATE = "separate"
    WHY = "why"
    INQUIRY = "inquiry"
    MAIL = "mail"


@dataclass(frozen=True, slots=True)
class Card:
    """A card in a chat. `turn` counts the appeal's assignments when it was put up: a card of an earlier turn is
    history. `message_id` is None until it stands; `menu` and its `page` (from 0) are what its buttons show; `chosen`:
    departments being ticked there. `assignment_id`: the part of a department that does not lead.
    """

    id: int
    appeal_id: AppealId
    kind: CardKind
    chat_id: int
    thread_id: int
    department: str | None
    turn: int
    draft_id: int | None
    message_id: int | None
    rendered: str | None
    menu: Menu
    page: int
    chosen: tuple[Chosen, ...] | None = None
    assignment_id: int | None = None


@dataclass(frozen=True, slots=True)
class LostCard:
    """A card that is still needed and stands nowhere: its group is lost, another chat stands in for it."""

    appeal_id: int
    number: str
    status: Status
    urgent: bool
    gist: str
    executor_name: str | None
    kind: CardKind
    department: str | None


@dataclass(frozen=True, slots=True)
class Note:
    """What a colleague noted for the others: for the staff alone."""

    author_name: str
    text: str
    created_at: datetime


@dataclass(frozen=True, slots=True)
class QueuePlace:
    """«3 of 12» among what waits for the coordinators; `number` counts from 1, 0: it waits no more."""

    number: int
    of: int


@dataclass(frozen=True, slots=True)
class CaseFile:
    """The appeal with its people, words, drafts and open prompts, as the database has them now.

    `messages` in the order in which they came; `candidates` are the department codes that the words suggest, the
    likeliest first, `likely_topics` the topics; `draft` is the version the notice is about, else the one on
    approval; `answer` the newest published one; `drafts` every version; `former` what this appeal repeats,
    `former_answer` what was said then, `note` the last one; `earlier` the citizen's latest before this one, where a
    menu offers them. `offers_next`: the card drawn is one from which an approver goes on to the next draft.
    `assignments`: every department's stay, in their order.
    `deadlines`: what runs now. `days_left`: by how many days the answer's term can still be moved.
    `queue_place` where in the queue it stands, on the card that goes through the queue. `far_km`: so far from where
    others come from lies the point that the citizen sent; 0: near, or there is none.
    `inquiries`: papers to other bodies; `usual_inquiries`: one to each body that is asked most, where a menu offers them.
    `publications`: where a person has published its answer, the newest last. `measures`: the department's
    report on the measures taken, asked for or given.
    `mailings`: letters by which the card was sent. `needs_contacts`: an answer that sends the citizen elsewhere has to
    name the telephone, e-mail and site (R25). `sends_mail`: a letter could leave, the mail server is set (R30). `out_of_sight`: whoever reads this card may read it no more.
    """

    municipality: Municipality
    appeal: Appeal
    citizen: Citizen
    messages: tuple[CitizenMessage, ...]
    edits: tuple[MessageEdit, ...] = ()
    candidates: tuple[str, ...] = ()
    likely_topics: tuple[str, ...] = ()
    draft: Draft | None = None
    answer: Draft | None = None
    drafts: tuple[Draft, ...] = ()
    offers_next: bool = False
    prompts: tuple[Prompt, ...] = ()
    instructions: tuple[Instruction, ...] = ()
    former: Appeal | None = None
    former_answer: Draft | None = None
    note: Note | None = None
    earlier: tuple[Appeal, ...] = ()
    assignments: tuple[Assignment, ...] = ()
    deadlines: tuple[KeptDeadline, ...] = ()
    queue_place: QueuePlace | None = None
    days_left: int = 0
    far_km: int = 0
    inquiries: tuple[Inquiry, ...] = ()
    usual_inquiries: tuple[Inquiry, ...] = ()
    publications: tuple[Publication, ...] = ()
    measures: MeasuresReport | None = None
    mailings: tuple[Mailing, ...] = ()
    needs_contacts: bool = False
    sends_mail: bool = False
    out_of_sight: bool = False

    @property
    def comment(self) -> CitizenMessage | None:
        """The comment under which the bot itself publishes the answer; None: it goes another way."""
        is_comment = self.appeal.way is Way.COMMENT
        return find_comment(self.messages, self.municipality.chats.public) if is_comment else None

    @property
    def department(self) -> Department | None:
        """Who has it now."""
        return self.municipality.find_department(self.appeal.department or "")
