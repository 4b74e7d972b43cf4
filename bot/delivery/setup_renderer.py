"""Rows of setting up: pages, questions, links, and what a group is told of itself."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import replace

from bot.calendar_picture import draw_picture
from bot.in_force import InForce
from domain.notices import NoticeKind
from domain.setup.binding import Post, Spot
from domain.setup.pages import Page, PageOf
from services.ports import Clock
from storage.outbox_rows import OutboxRow
from storage.setup_queries import SetupQueries
from views.parts import Part
from views.setup import access, binding, pages, people
from views.setup.pages import Town

Draw = Callable[[OutboxRow], Awaitable[list[Part]]]


class SetupRenderer:
    """Draws from the settings in force at the moment of drawing. `username` is the bot's, "" until Telegram told it."""

    def __init__(
        self, queries: SetupQueries, clock: Clock, in_force: InForce, username: Callable[[], str]
    ) -> None:
        self._queries = queries
        self._in_force = in_force
        self._username = username
        self._clock = clock
        self.draws: Mapping[NoticeKind, Draw] = {
            NoticeKind.SETUP_PAGE: self._page,
            NoticeKind.SETUP_PROMPT: self._question,
            NoticeKind.TELL: self._tell,
            NoticeKind.INVITATION: self._invitation,
            NoticeKind.BINDING: self._binding,
            NoticeKind.ACCESS_OFFER: self._access,
            NoticeKind.ACCESS_REQUEST: self._access,
        }

    async def _town(self) -> Town:
        municipality = self._in_force.municipality
        titles = await self._queries.list_titles()
        known = await self._queries.list_known([one.id for one in municipality.staff])
        silent = frozenset(one.id for one in municipality.staff) - known
        return Town(municipality, titles, silent)

    async def _page(self, row: OutboxRow) -> list[Part]:
        there = PageOf(Page(str(row.args["page"])), str(row.args.get("of") or ""))
        town = await self._town()
        if there.page is Page.CALENDAR:
            town = replace(town, calendar=draw_picture(town.municipality, self._clock.now()))
        message_id, reads = int(row.args.get("message_id") or 0), bool(row.args.get("reads"))
        return people.page(town, self._in_force.texts, there, message_id=message_id, reads=reads)

    async def _question(self, row: OutboxRow) -> list[Part]:
        asked = await self._queries.find_question(row.ref_id or 0)
        return pages.question(self._in_force.texts, asked) if asked and asked.closed_at is None else []

    async def _tell(self, row: OutboxRow) -> list[Part]:
        facts = {name: fact for name, fact in row.args.items() if name != "text"}
        return pages.tell(self._in_force.texts, str(row.args["text"]), **facts)

    async def _invitation(self, row: OutboxRow) -> list[Part]:
        facts = {name: str(row.args.get(name) or "") for name in ("code", "role", "department")}
        return people.invitation(
            self._in_force.municipality, self._in_force.texts, username=self._username(), **facts
        )

    async def _binding(self, row: OutboxRow) -> list[Part]:
        town, texts = await self._town(), self._in_force.texts
        spot, message_id = Spot(row.chat_id, row.thread_id), int(row.args.get("message_id") or 0)
        if not message_id:
            return binding.offer(town, texts, spot, basic=bool(row.args.get("basic")))
        if row.args.get("done"):
            return binding.done(town, texts, spot, message_id=message_id)
        post, code = Post(str(row.args["post"])), str(row.args.get("code") or "")
        return binding.question(town, texts, post, code, message_id=message_id)

    async def _access(self, row: OutboxRow) -> list[Part]:
        request = await self._queries.find_access_request(row.ref_id or 0)
        if request is None:
            return []
        draw = access.offer if row.kind is NoticeKind.ACCESS_OFFER else access.question
        message_id = int(row.args.get("message_id") or 0)
        return draw(self._in_force.municipality, self._in_force.texts, request, message_id=message_id)
