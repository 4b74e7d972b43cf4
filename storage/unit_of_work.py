"""One transaction with all that a verb touches; with the commit, the update that caused it is done too."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import datetime

from domain.deadlines import Reckoning
from domain.municipality import Municipality
from domain.notices import Notice, NoticeKind, SentMessage
from domain.people import Actor
from domain.routing import Lemmatizer
from domain.status import Event
from domain.territories.locating import Locator
from services.rhythm import uncounted
from services.work import extending
from storage import inbox, outbox, sent_messages
from storage.access_requests import AccessRequests
from storage.appeals import Appeals
from storage.assignments import Assignments
from storage.attachments import WantedFiles
from storage.beats import Beats
from storage.cards import Cards
from storage.causes import Causes
from storage.chats import Chats
from storage.citizens import Citizens, Messages
from storage.database import Database, Transaction
from storage.deadlines import Deadlines, Recounts, keep_deadlines
from storage.delivery_notes import DeliveryNotes
from storage.directions import Directions, load_directions
from storage.drafts import Drafts, Prompts
from storage.duty import Duty
from storage.entries import Entries
from storage.erasure import Erasures
from storage.escalations import Escalations
from storage.handed_files import HandedFiles
from storage.inquiries import Inquiries
from storage.instructions import Instructions
from storage.invitations import Invitations
from storage.journal import Journal
from storage.looks import Looks
from storage.loose_files import LooseFiles
from storage.mailings import Mailings
from storage.measures import MeasuresReports
from storage.municipality import add_municipality, find_last_change
from storage.notes import Notes
from storage.occasions import Occasions
from storage.paper_orders import PaperOrders
from storage.pins import PinnedNotes, see_to_pinned
from storage.promises import Promises
from storage.publications import Publications
from storage.register import Register
from storage.reminders import Reminders
from storage.search import SearchIndex
from storage.searches import Searches
from storage.setup_questions import SetupQuestions
from storage.surges import Surges
from storage.uploads import Uploads

FindWords = Callable[[], Lemmatizer]
"""The dictionary, loaded where it is needed first."""
Reckon = Callable[[Municipality], Reckoning]
"""The terms that follow from settings, with the calendars of all who act."""


class Outbox:
    """What the verbs of one transaction have to say."""

    def __init__(self, transaction: Transaction, touched: set[int], chats: Chats) -> None:
        self._transaction = transaction
        self._touched = touched
        self._chats = chats

    def add(self, notice: Notice, now: datetime) -> None:
        """Say it once the transaction stands; what is for a lost group goes to whoever stands in for it."""
        directed = self._chats.directions.redirect(notice)
        if directed is not None:
            outbox.add(self._transaction, directed, now)
            self._touched.add(directed.chat_id)

    async def find_sent(self, chat_id: int, message_id: int) -> SentMessage | None:
        """What the bot said with this message."""
        return await sent_messages.find_sent(self._transaction, chat_id, message_id)

    async def list_sent(self, kind: NoticeKind, ref_id: int) -> list[tuple[int, int]]:
        """Chat and message id of what was sent about this thing."""
        return await sent_messages.list_sent(self._transaction, kind, ref_id)


class UnitOfWork:
    """The repositories of one transaction, and the settings in force in it."""

    def __init__(
        self,
        transaction: Transaction,
        municipality: Municipality,
        directions: Directions,
        *,
        update_id: int | None,
        now: datetime,
        keeps_files: bool,
        reckon: "Reckon",
        words: "FindWords",
        locator: Locator,
        on_done: "Callable[[UnitOfWork], None]",
    ) -> None:
        self.transaction = transaction
        self._reckon = reckon
        self.municipality = self._municipality = municipality
        self._directions = directions
        self.touched: set[int] = set()
        self.is_done = False
        self._on_done = on_done
        self._update_id = update_id
        self._now = now
        self.journal = Journal(transaction)
        self.citizens = Citizens(transaction)
        self.appeals = Appeals(transaction, self.journal, locator.locate)
        self.assignments = Assignments(transaction, self.journal)
        self._search = SearchIndex(transaction, words)
        self.register = Register(transaction, self._search, locator.locate)
        wanted = WantedFiles(transaction, keeps=keeps_files)
        self.messages = Messages(transaction, wanted)
        self.drafts = Drafts(transaction, wanted)
        self.erasures = Erasures(transaction, self.appeals)
        self.prompts = Prompts(transaction)
        self.promises = Promises(transaction)
        self.instructions = Instructions(transaction)
        self.duty = Duty(transaction)
        self.surges = Surges(transaction)
        self.beats = Beats(transaction)
        self.reminders = Reminders(transaction)
        self.escalations = Escalations(transaction)
        self.staff_notes = Notes(transaction)
        self.loose_files = LooseFiles(transaction)
        self.invitations = Invitations(transaction)
        self.access_requests = AccessRequests(transaction)
        self.setup_questions = SetupQuestions(transaction)
        self._open_shelves(transaction, wanted)
        self.chats = Chats(transaction, self.touched, directions)
        self.cards = Cards(transaction, self.touched, self.chats)
        self.outbox = Outbox(transaction, self.touched, self.chats)
        self.notes = DeliveryNotes(transaction)
        self.pinned = PinnedNotes(transaction)
        self.deadlines = Deadlines(transaction, self.journal)
        self.recounts = Recounts(transaction, self.deadlines)

    def _open_shelves(self, transaction: Transaction, wanted: WantedFiles) -> None:
        """What is kept beside the way of an appeal: for the register, for papers, for other bodies."""
        self.entries = Entries(transaction)
        self.looks = Looks(transaction)
        self.uploads = Uploads(transaction)
        self.occasions = Occasions(transaction)
        self.causes = Causes(transaction)
        self.inquiries = Inquiries(transaction)
        self.measures = MeasuresReports(transaction, wanted)
        self.publications = Publications(transaction, wanted)
        self.mailings = Mailings(transaction)
        self.searches = Searches(transaction)
        self.papers = PaperOrders(transaction)
        self.handed_files = HandedFiles(transaction)

    @property
    def reckoning(self) -> Reckoning:
        """The terms of the settings in force, with their calendars."""
        return self._reckon(self.municipality)

    def recount_if_changed(self) -> None:
        """Ask for it where the regulation or a calendar is not the one of the last time."""
        self.recounts.ask(self.reckoning.stamp, self._now)

    async def recount(self, limit: int) -> int:
        """Compute the deadlines of the next open appeals anew, where that was asked for; how many there were."""
        count = await self.recounts.go_on(self.appeals, self.assignments, self.reckoning, self._now, limit)
        for appeal_id in sorted(self.deadlines.moved):
            await self.cards.refresh(appeal_id, self._now)
        return count

    def change_municipality(self, municipality: Municipality, actor: Actor, now: datetime) -> None:
        """Put new settings in force with this transaction."""
        self.municipality = municipality
        add_municipality(self.transaction, municipality, by=actor.name, now=now)
        self.journal.record(actor, Event.SETTINGS, now)

    async def last_settings_change(self) -> tuple[str, datetime]:
        """Who put the present settings in force, and when."""
        return await find_last_change(self.transaction) or ("", self._now)

    async def commit(self) -> None:
        """Make all of it durable, the update that caused it included; whoever has something to send is told then."""
        if self._update_id is not None:
            inbox.mark_done(self.transaction, self._update_id, self._now)
        await self._see_to_deadlines()
        for appeal, request in self.appeals.dropped_requests:
            await extending.close_dropped(self, appeal, request, now=self._now)
        self._see_to_pinned()
        await self._search.bring_up_to_date(
            self.appeals.reworded | self.messages.reworded | self.drafts.published, self.citizens.renamed
        )
        await self.transaction.commit(self._done, alone=self.changes_the_course)

    async def _see_to_deadlines(self) -> None:
        """Whatever moves a deadline, its verb need not think of it."""
        if self.municipality is not self._municipality:
            self.recount_if_changed()
        if self.appeals.added or self.appeals.recounted or self.assignments.shared:
            await keep_deadlines(self.deadlines, self.appeals, self.assignments, self.reckoning, self._now)
        if self.deadlines.troubles:
            await uncounted.tell(self, self.deadlines.troubles.values(), now=self._now)

    def _see_to_pinned(self) -> None:
        """Cards have changed, so what the coordinators and the leadership are told of all may have, too."""
        if self.municipality is not self._municipality:
            self.chats.changed.update(self.municipality.staff_chats, self._municipality.staff_chats)
        if not self.chats.changed:
            return
        shared = {self.municipality.chats.coordinators, self.municipality.chats.leadership}
        chats = {chat for chat in self.chats.changed | shared if chat < 0 and not self.chats.is_lost(chat)}
        see_to_pinned(self.transaction, self.municipality, chats, self._now)
        self.touched.update(chats)

    @property
    def changes_the_course(self) -> bool:
        """Whether the next unit of work must see what this one did before it begins: settings, groups that moved."""
        return self.municipality is not self._municipality or self.chats.directions is not self._directions

    def _done(self) -> None:
        self.is_done = True
        self._on_done(self)


class Units:
    """Opens units of work; after each commit tells who has something to send, and keeps the settings in force.

    `reckon`: the terms that follow from settings. `words`: for what is searched. `keeps_files`: the files that people send are to be kept on disk too.
    """

    def __init__(
        self,
        database: Database,
        municipality: Municipality,
        *,
        reckon: Reckon,
        words: FindWords,
        keeps_files: bool = False,
    ) -> None:
        self._database = database
        self._reckon = reckon
        self._words = words
        self._keeps_files = keeps_files
        self.municipality = municipality
        self._locator = Locator(municipality, words)
        self._directions: Directions | None = None
        self.on_outbox: Callable[[int], None] = _nobody
        self.on_settings: Callable[[Municipality], None] = _nobody

    @asynccontextmanager
    async def open(
        self, *, now: datetime, update_id: int | None = None, is_note: bool = False
    ) -> AsyncIterator[UnitOfWork]:
        """A unit of work that is undone unless it was committed. `is_note`: the sender's, on what it has said."""
        async with self._database.transaction(
            survives_power_loss=not is_note, goes_first=is_note
        ) as transaction:
            if self._directions is None:
                self._directions = await load_directions(transaction, self.municipality.chats.coordinators)
            yield UnitOfWork(
                transaction,
                self.municipality,
                self._directions,
                update_id=update_id,
                now=now,
                keeps_files=self._keeps_files,
                reckon=self._reckon,
                words=self._words,
                locator=self._locator,
                on_done=self._tell,
            )

    def _tell(self, uow: UnitOfWork) -> None:
        if uow.changes_the_course:
            self._directions = uow.chats.directions
        if uow.municipality is not self.municipality:
            self.municipality = uow.municipality
            self._locator = Locator(uow.municipality, self._words)
            self.on_settings(uow.municipality)
        # People before groups: who has just written looks at the screen.
        for chat in sorted(uow.touched, reverse=True):
            self.on_outbox(chat)


def _nobody(_: object) -> None:
    return None
