"""What is drawn from: everything of one appeal, and what the buttons of one card have to know besides."""

from dataclasses import replace
from datetime import datetime

from bot.in_force import InForce
from bot.reckoning import days_left, reckon
from domain.appeal import Appeal
from domain.casefile import Card, CaseFile, Menu
from domain.drafts import Draft, DraftState
from domain.duty import with_stints
from domain.notices import CardKind, NoticeKind
from domain.people import actor_in_chat
from domain.places import Point, far_away
from domain.register.inquiries import Inquiry
from domain.register.measures import MeasuresReport
from domain.register.publications import Publication
from domain.regulation.answers import AnswerKind, Need
from domain.rights import find_view
from domain.status import Status
from domain.ways import Way
from storage.queries import AppealRows, Queries

_ABOUT_PROMPTS = frozenset(
    {
        NoticeKind.PROMPT,
        NoticeKind.REMARK_QUESTION,
        NoticeKind.WORDS_QUESTION,
        NoticeKind.BAR_REASONS,
    }
)
_EARLIER = 5
"""So many of the citizen's former appeals are offered where one is marked as a repeat."""


class CaseFiles:
    """Reads the present state, however old the row that asks for it."""

    def __init__(self, queries: Queries, in_force: InForce) -> None:
        self._queries = queries
        self._in_force = in_force

    async def of_card(self, card: Card, kind: NoticeKind, now: datetime) -> CaseFile | None:
        """What a card shows; None where it is shown to nobody any more."""
        if not self._is_staff_chat(card.chat_id):
            return None
        file = await self.open(kind, card.appeal_id, draft_id=card.draft_id)
        if file is None:
            return None
        if card.kind is CardKind.VIEW and card.chat_id > 0 and not await self._may_view(card, file, now):
            return replace(file, out_of_sight=True)
        return await self._with_offers(await self._with_place(file), card)

    async def _may_view(self, card: Card, file: CaseFile, now: datetime) -> bool:
        """Whether it is still the part of whoever asked for it: an appeal goes to other departments, people to other work (R66)."""
        town = self._in_force.municipality
        reader = actor_in_chat(town, card.chat_id, "", card.chat_id)
        reader = with_stints(reader, town, await self._queries.list_stints(card.chat_id, now))
        parts = [one.department for one in file.assignments if one.is_open]
        return (
            find_view(reader, appeal=file.appeal, chat=card.chat_id, municipality=town, parts=parts)
            is not None
        )

    async def _with_place(self, file: CaseFile) -> CaseFile:
        """Whether the point that came with it is one of this municipality's."""
        appeal = file.appeal
        if appeal.latitude is None or appeal.longitude is None:
            return file
        others = await self._queries.list_points(appeal)
        return replace(file, far_km=far_away(Point(appeal.latitude, appeal.longitude), others))

    async def open(self, kind: NoticeKind, appeal_id: int | None, *, draft_id: int | None) -> CaseFile | None:
        """The appeal as it is now; `draft_id` is the version that the row names."""
        rows = await self._queries.find_appeal_rows(appeal_id or 0)
        if rows is None:
            return None
        route = self._in_force.rules.route("\n".join(message.text for message in rows.messages))
        return CaseFile(
            municipality=self._in_force.municipality,
            appeal=rows.appeal,
            citizen=rows.citizen,
            messages=rows.messages,
            edits=rows.edits,
            candidates=tuple(route.departments),
            likely_topics=tuple(match.topic for match in route.matches),
            draft=_find_draft(rows, kind, draft_id),
            answer=next((draft for draft in reversed(rows.drafts) if draft.published_at), None),
            drafts=rows.drafts,
            prompts=rows.prompts,
            instructions=rows.instructions,
            former=rows.former,
            former_answer=rows.former_answer,
            note=rows.note,
            assignments=rows.assignments,
            deadlines=rows.deadlines,
            mailings=rows.mailings,
            inquiries=await self._find_inquiries(rows.appeal),
            measures=await self._find_measures(rows.appeal),
            publications=await self._find_publications(rows.appeal),
            sends_mail=self._in_force.sends_mail,
            needs_contacts=self._needs_contacts(rows.appeal),
        )

    def _needs_contacts(self, appeal: Appeal) -> bool:
        regulation = reckon(self._in_force.municipality).regulation
        rule = regulation.find_answer_rule(AnswerKind.REFERRED, appeal.category)
        return rule is not None and Need.CONTACTS in rule.needs

    async def _find_inquiries(self, appeal: Appeal) -> tuple[Inquiry, ...]:
        """Most appeals have none: nothing is asked then."""
        return tuple(await self._queries.list_inquiries(appeal)) if appeal.requests else ()

    async def _find_measures(self, appeal: Appeal) -> MeasuresReport | None:
        is_asked = appeal.status is Status.ANSWERED and appeal.department is not None
        return await self._queries.find_measures(appeal) if is_asked else None

    async def _find_publications(self, appeal: Appeal) -> tuple[Publication, ...]:
        is_published = appeal.way is Way.COMMENT and (appeal.reached_at or appeal.delivered_at) is not None
        return tuple(await self._queries.list_publications(appeal)) if is_published else ()

    def _is_staff_chat(self, chat: int) -> bool:
        """Whoever has left the staff is shown no more of what the own private chat got before."""
        municipality = self._in_force.municipality
        return chat < 0 or chat in municipality.staff_chats or municipality.find_employee(chat) is not None

    async def _with_offers(self, file: CaseFile, card: Card) -> CaseFile:
        """What only the buttons of this card have to know."""
        if card.kind is CardKind.APPROVAL:
            return replace(file, offers_next=await self._queries.offers_next(card))
        if card.kind is CardKind.DEPARTMENT:
            return replace(file, days_left=days_left(self._in_force.municipality, file.appeal))
        if card.kind is CardKind.QUEUE:
            file = replace(file, queue_place=await self._queries.find_queue_place(file.appeal))
        if card.menu is Menu.INQUIRY:
            return replace(file, usual_inquiries=tuple(await self._queries.list_usual_inquiries()))
        if card.menu is Menu.REPEAT:
            return replace(file, earlier=tuple(await self._queries.list_earlier(file.appeal, _EARLIER)))
        return file


def _find_draft(rows: AppealRows, kind: NoticeKind, draft_id: int | None) -> Draft | None:
    """The version that the row names; a card without one shows the version on its way."""
    if kind in _ABOUT_PROMPTS:
        return None
    named = next((draft for draft in rows.drafts if draft.id == draft_id), None)
    on_its_way = (
        draft for draft in rows.drafts if draft.state in {DraftState.SUBMITTED, DraftState.APPROVED}
    )
    return named or next(on_its_way, None)
