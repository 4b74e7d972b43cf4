"""Rows about a search: what is found is read at the moment of the sending, within what the asker may see."""

from zoneinfo import ZoneInfo

from bot.in_force import InForce
from bot.regulation_file import regulation_of
from domain.notice_args import FoundArgs, read_args
from domain.notices import NoticeKind
from domain.papers.kinds import Paper
from domain.search.query import read_query
from services.ports import Clock
from storage.database import Connection
from storage.outbox_rows import OutboxRow
from storage.search import SearchQueries
from storage.searches import find_search
from views.parts import Part, in_place_of
from views.search import found


class FoundRenderer:
    """Days without a year, and «вчера», are those of the moment of the asking: a page turned later goes on in the same list."""

    def __init__(self, reader: Connection, clock: Clock, in_force: InForce) -> None:
        self._reader = reader
        self._queries = SearchQueries(reader)
        self._clock = clock
        self._in_force = in_force
        self.draws = {
            NoticeKind.FIND_PROMPT: self._prompt,
            NoticeKind.FOUND: self._found,
            NoticeKind.FOUND_PAGE: self._page,
        }

    async def _prompt(self, row: OutboxRow) -> list[Part]:
        search = await find_search(self._reader, row.ref_id or 0)
        return found.prompt(self._in_force.texts, search) if search and search.words is None else []

    async def _found(self, row: OutboxRow) -> list[Part]:
        search, args = await find_search(self._reader, row.ref_id or 0), read_args(FoundArgs, row.args)
        if search is None or search.words is None:
            return []
        town, now = self._in_force.municipality, self._clock.now()
        tz = ZoneInfo(town.timezone)
        query = read_query(
            search.words,
            town=town,
            lemmatizer=self._in_force.words,
            today=search.asked_at.astimezone(tz).date(),
        )
        scope = args.scope.split(",") if args.scope else None
        every, hits = (
            (0, [])
            if query.is_empty
            else await self._queries.find(query, scope=scope, page=args.page, now=now, tz=tz)
        )
        papers = [Paper.CARD, *([Paper.MEASURES] if regulation_of(town).measures else [])]
        return found.page(
            town,
            self._in_force.texts,
            search,
            query,
            hits,
            every=every,
            number=args.page,
            now=now,
            papers=papers,
        )

    async def _page(self, row: OutboxRow) -> list[Part]:
        args = read_args(FoundArgs, row.args)
        return [in_place_of(args.message_id, part) for part in await self._found(row)]
