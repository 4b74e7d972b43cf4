"""The row that tells at length why a deadline is when it is, computed at the moment of the sending."""

from bot.in_force import InForce
from bot.reckoning import reckon
from domain.casefile import Card
from domain.errors import DomainError
from domain.explaining import Explanation, explain_card
from domain.municipality import Municipality
from domain.notices import NoticeKind
from locales.texts import Texts
from storage.outbox_rows import OutboxRow
from storage.queries import AppealRows, Queries
from views.errors import error_text
from views.moments import zone
from views.parts import Part, Text
from views.work.why import at_length


class WhyRenderer:
    """Shows what is so now: a row may wait until its private chat opens."""

    def __init__(self, queries: Queries, in_force: InForce) -> None:
        self._queries = queries
        self._in_force = in_force
        self.draws = {NoticeKind.TERM_EXPLAINED: self._draw}

    async def _draw(self, row: OutboxRow) -> list[Part]:
        rows = await self._queries.find_appeal_rows(row.appeal_id or 0)
        card = await self._queries.find_card(row.ref_id or 0)
        if rows is None or card is None:
            return []
        municipality = self._in_force.municipality
        texts = self._in_force.texts
        return [self._say(municipality, texts, rows, card)]

    def _say(self, municipality: Municipality, texts: Texts, rows: AppealRows, card: Card) -> Text:
        try:
            found = self._explain(municipality, rows, card)
        except DomainError as error:
            said = error_text(error, texts, zone(municipality))
            return Text(texts("why-none", why=said, number=rows.appeal.number))
        return at_length(municipality, texts, found, rows.appeal.number)

    def _explain(self, municipality: Municipality, rows: AppealRows, card: Card) -> Explanation:
        return explain_card(reckon(municipality), card, rows.appeal, rows.deadlines, rows.assignments)
