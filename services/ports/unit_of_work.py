"""One transaction, and all that a verb can reach in it."""

from datetime import datetime
from typing import Protocol

from domain.deadlines import Reckoning
from domain.municipality import Municipality
from domain.people import Actor
from services.ports.access_requests import AccessRequests
from services.ports.appeals import Appeals
from services.ports.assignments import Assignments
from services.ports.beats import Beats
from services.ports.cards import Cards
from services.ports.causes import Causes
from services.ports.chats import Chats
from services.ports.citizens import Citizens
from services.ports.deadlines import Deadlines
from services.ports.drafts import Drafts
from services.ports.duty import Duty
from services.ports.entries import Entries
from services.ports.erasures import Erasures
from services.ports.escalations import Escalations
from services.ports.handed_files import HandedFiles
from services.ports.inquiries import Inquiries
from services.ports.instructions import Instructions
from services.ports.invitations import Invitations
from services.ports.journal import Journal
from services.ports.looks import Looks
from services.ports.loose_files import LooseFiles
from services.ports.mailings import Mailings
from services.ports.measures import MeasuresReports
from services.ports.messages import Messages
from services.ports.notes import Notes
from services.ports.occasions import Occasions
from services.ports.outbox import Outbox
from services.ports.papers import PaperOrders
from services.ports.promises import Promises
from services.ports.prompts import Prompts
from services.ports.publications import Publications
from services.ports.register import Register
from services.ports.reminders import Reminders
from services.ports.searches import Searches
from services.ports.setup_questions import SetupQuestions
from services.ports.surges import Surges
from services.ports.uploads import Uploads


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
    def register(self) -> Register: ...

    @property
    def deadlines(self) -> Deadlines: ...

    @property
    def messages(self) -> Messages: ...

    @property
    def erasures(self) -> Erasures: ...

    @property
    def drafts(self) -> Drafts: ...

    @property
    def promises(self) -> Promises: ...

    @property
    def prompts(self) -> Prompts: ...

    @property
    def instructions(self) -> Instructions: ...

    @property
    def duty(self) -> Duty: ...

    @property
    def beats(self) -> Beats: ...

    @property
    def reminders(self) -> Reminders: ...

    @property
    def escalations(self) -> Escalations: ...

    @property
    def loose_files(self) -> LooseFiles: ...

    @property
    def staff_notes(self) -> Notes: ...

    @property
    def surges(self) -> Surges: ...

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

    @property
    def entries(self) -> Entries: ...

    @property
    def looks(self) -> Looks: ...

    @property
    def uploads(self) -> Uploads: ...

    @property
    def occasions(self) -> Occasions: ...

    @property
    def causes(self) -> Causes: ...

    @property
    def inquiries(self) -> Inquiries: ...

    @property
    def measures(self) -> MeasuresReports: ...

    @property
    def publications(self) -> Publications: ...

    @property
    def mailings(self) -> Mailings: ...

    @property
    def searches(self) -> Searches: ...

    @property
    def papers(self) -> PaperOrders: ...

    @property
    def handed_files(self) -> HandedFiles: ...

    async def last_settings_change(self) -> tuple[str, datetime]:
        """Who put the present settings in force, and when."""
        ...

    def change_municipality(self, municipality: Municipality, actor: Actor, now: datetime) -> None:
        """Store a new version of the municipality's settings."""
        ...

    @property
    def reckoning(self) -> Reckoning:
        """The terms of the settings in force, with their calendars."""
        ...

    async def recount(self, limit: int) -> int:
        """Compute the deadlines of the next open appeals anew, where that was asked for; how many there were."""
        ...

    def recount_if_changed(self) -> None:
        """Ask for it where the regulation or a calendar is not the one of the last time."""
        ...

    async def commit(self) -> None: ...
