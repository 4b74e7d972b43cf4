"""Reading for what is shown: rows of the present state, past the repositories, on the read-only connection."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, TypeVar

from domain.appeal import Appeal
from domain.assignments import Assignment
from domain.casefile import Card, LostCard, MessageEdit, Note, QueuePlace
from domain.deadlines import KeptDeadline
from domain.drafts import PROOF_PATIENCE, Draft, LooseFile, Prompt
from domain.duty import Stint
from domain.ids import AppealId
from domain.instructions import Instruction
from domain.mailing.mailings import Mailing
from domain.messages import Citizen, CitizenMessage
from domain.notices import CardKind, NoticeKind
from domain.places import Point
from domain.register.inquiries import Inquiry
from domain.register.measures import MeasuresReport
from domain.register.publications import Publication
from storage import duty, inquiries, measures, publications
from storage.cards import IN_LINE, NEEDED
from storage.database import Connection
from storage.escalations import count_loud
from storage.loose_files import OF_PERSON
from storage.mailings import OF_APPEAL
from storage.rows import read, read_moment, stored_moment

Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class AppealRows:
    """All rows that belong to one appeal."""

    appeal: Appeal
    citizen: Citizen
    messages: tuple[CitizenMessage, ...]
    edits: tuple[MessageEdit, ...]
    drafts: tuple[Draft, ...]
    prompts: tuple[Prompt, ...]
    instructions: tuple[Instruction, ...]
    former: Appeal | None
    former_answer: Draft | None
    note: Note | None
    assignments: tuple[Assignment, ...]
    deadlines: tuple[KeptDeadline, ...]
    mailings: tuple[Mailing, ...]


class Queries:
    """Questions to the database; each answer is what is committed at that moment."""

    def __init__(self, reader: Connection) -> None:
        self._reader = reader

    async def _list(self, kind: type[Value], sql: str, values: Mapping[str, Any]) -> list[Value]:
        return [read(kind, row) for row in await self._reader.run([(sql, values)])]

    async def _find(self, kind: type[Value], sql: str, values: Mapping[str, Any]) -> Value | None:
        found = await self._list(kind, sql, values)
        return found[0] if found else None

    async def list_points(self, appeal: Appeal) -> list[Point]:
        """Where the latest others come from; of old ones nobody need know."""
        sql = """SELECT latitude, longitude FROM appeals
            WHERE latitude IS NOT NULL AND id BETWEEN :id - 5000 AND :id + 5000 AND id <> :id ORDER BY id DESC LIMIT 200"""
        return await self._list(Point, sql, {"id": appeal.id})

    async def find_appeal(self, appeal_id: int) -> Appeal | None:
        """The appeal of this id."""
        return await self._find(Appeal, "SELECT * FROM appeals WHERE id = :id", {"id": appeal_id})

    async def find_appeal_rows(self, appeal_id: int) -> AppealRows | None:
        """Everything about one appeal."""
        of_appeal = {"appeal": appeal_id}
        (
            appeals,
            citizens,
            messages,
            edits,
            drafts,
            prompts,
            instructions,
            former,
            told,
            notes,
            shares,
            deadlines,
            letters,
        ) = await self._reader.run_each([(sql, of_appeal) for sql in _OF_APPEAL])
        if not appeals:
            return None
        return AppealRows(
            read(Appeal, appeals[0]),
            read(Citizen, citizens[0]),
            messages=tuple(read(CitizenMessage, row) for row in messages),
            edits=tuple(read(MessageEdit, row) for row in edits),
            drafts=tuple(read(Draft, row) for row in drafts),
            prompts=tuple(read(Prompt, row) for row in prompts),
            instructions=tuple(read(Instruction, row) for row in instructions),
            former=read(Appeal, former[0]) if former else None,
            former_answer=read(Draft, told[0]) if told else None,
            note=read(Note, notes[0]) if notes else None,
            assignments=tuple(read(Assignment, row) for row in shares),
            deadlines=tuple(read(KeptDeadline, row) for row in deadlines),
            mailings=tuple(read(Mailing, row) for row in letters),
        )

    async def list_earlier(self, appeal: Appeal, limit: int) -> list[Appeal]:
        """What the same citizen wrote before this, newest first."""
        return await self._list(
            Appeal,
            "SELECT * FROM appeals WHERE citizen_id = :citizen AND id < :id ORDER BY id DESC LIMIT :limit",
            {"citizen": appeal.citizen_id, "id": appeal.id, "limit": limit},
        )

    async def list_inquiries(self, appeal: Appeal) -> list[Inquiry]:
        """Papers to other bodies for it."""
        return await inquiries.list_of_appeal(self._reader, appeal.id)

    async def find_measures(self, appeal: Appeal) -> MeasuresReport | None:
        """The report on the measures taken, asked for or given."""
        return await measures.find_of_appeal(self._reader, appeal.id)

    async def list_publications(self, appeal: Appeal) -> list[Publication]:
        """Where a person has published its answer, the newest last."""
        return await publications.list_of_appeal(self._reader, appeal.id)

    async def list_usual_inquiries(self) -> list[Inquiry]:
        """One to each of the bodies that are asked most."""
        return await inquiries.list_usual(self._reader)

    async def list_stints(self, user_id: int, now: datetime) -> list[Stint]:
        """For whom this person stands in at this moment."""
        return await duty.list_stints_of(self._reader, user_id, now)

    async def find_card(self, card_id: int) -> Card | None:
        """The card of this id."""
        return await self._find(Card, "SELECT * FROM cards WHERE id = :id", {"id": card_id})

    async def find_holding_card(self, appeal_id: int, chat_id: int) -> Card | None:
        """The newest card of the appeal that stands in the chat."""
        return await self._find(
            Card,
            """SELECT * FROM cards WHERE appeal_id = :appeal AND chat_id = :chat AND message_id IS NOT NULL
            AND kind <> 'queue' ORDER BY id DESC LIMIT 1""",
            {"appeal": appeal_id, "chat": chat_id},
        )

    async def list_offered_files(self, chat: int, draft_id: int) -> list[LooseFile]:
        """Pictures that the draft's author sent to this chat beside it, while it is not sent to approval."""
        draft = await self._find(
            Draft, "SELECT * FROM drafts WHERE id = :id AND state = 'preview'", {"id": draft_id}
        )
        if draft is None:
            return []
        since = stored_moment(draft.created_at - PROOF_PATIENCE)
        return await self._list(LooseFile, OF_PERSON, {"chat": chat, "user": draft.author_id, "since": since})

    async def offers_next(self, card: Card) -> bool:
        """Whether another draft is on approval, and this card waits itself or is the lowest of its chat."""
        values = {"draft": card.draft_id, "chat": card.chat_id, "message": card.message_id or 0}
        rows = await self._reader.run([(_OFFERS_NEXT, values)])
        return bool(rows)

    async def list_put_up(self, kind: CardKind, chat_id: int, since: datetime) -> list[Appeal]:
        """Appeals whose cards of this kind were put up in the chat since then, in that order."""
        return await self._list(
            Appeal,
            """SELECT appeals.* FROM appeals JOIN (SELECT appeal_id, min(id) AS first FROM cards
            WHERE kind = :kind AND chat_id = :chat AND created_at >= :since GROUP BY appeal_id)
            ON appeal_id = appeals.id ORDER BY first""",
            {"kind": kind.value, "chat": chat_id, "since": stored_moment(since)},
        )

    async def count_overdue_calls(self, chat_id: int, since: datetime) -> int:
        """Lists of what is overdue that have called the chat since then."""
        return await count_loud(self._reader, chat_id, since)

    async def find_last_sent(self, kind: NoticeKind, chat_id: int, since: datetime) -> int | None:
        """The newest message of this kind in the chat since then."""
        rows = await self._reader.run(
            [
                (
                    """SELECT max(message_id) AS id FROM sent_messages
                    WHERE chat_id = :chat AND kind = :kind AND sent_at >= :since""",
                    {"chat": chat_id, "kind": kind.value, "since": stored_moment(since)},
                )
            ]
        )
        found: int | None = rows[0]["id"]
        return found

    async def find_queue_place(self, appeal: Appeal) -> QueuePlace:
        """Where the appeal stands among what waits for the coordinators."""
        rows = await self._reader.run(
            [
                (
                    """SELECT count(*) AS every,
                    count(*) FILTER (WHERE (-urgent, id) <= (:urgent, :id)) AS here,
                    count(*) FILTER (WHERE id = :id) AS waits
                    FROM appeals WHERE status = 'registered' AND settles_at IS NULL AND NOT shelved""",
                    {"urgent": -int(appeal.urgent), "id": appeal.id},
                )
            ]
        )
        return QueuePlace(rows[0]["here"] if rows[0]["waits"] else 0, rows[0]["every"])

    async def find_prompt(self, prompt_id: int) -> Prompt | None:
        """The prompt of this id."""
        return await self._find(Prompt, "SELECT * FROM prompts WHERE id = :id", {"id": prompt_id})

    async def find_citizen_of_chat(self, chat_id: int) -> Citizen | None:
        """The citizen whose private chat this is."""
        return await self._find(Citizen, "SELECT * FROM citizens WHERE chat_id = :chat", {"chat": chat_id})

    async def find_kept(self, citizen_id: int) -> tuple[Citizen, list[CitizenMessage]]:
        """A citizen, and what was kept while he or she was blocked."""
        (row,) = await self._reader.run([("SELECT * FROM citizens WHERE id = :id", {"id": citizen_id})])
        kept = await self._list(
            CitizenMessage,
            "SELECT * FROM citizen_messages WHERE citizen_id = :id AND held = 'barred' ORDER BY id",
            {"id": citizen_id},
        )
        return read(Citizen, row), kept

    async def find_message(self, chat_id: int, message_id: int) -> CitizenMessage | None:
        """A citizen's message by its place in the chat."""
        return await self._find(
            CitizenMessage,
            "SELECT * FROM citizen_messages WHERE chat_id = :chat AND message_id = :message",
            {"chat": chat_id, "message": message_id},
        )

    async def list_own_appeals(
        self, citizen_id: int, number: str | None, limit: int, skip: int = 0
    ) -> list[Appeal]:
        """The citizen's latest appeals past the first `skip`, or the one of this number if it is the citizen's own."""
        return await self._list(
            Appeal,
            """SELECT * FROM appeals WHERE citizen_id = :citizen AND (:number IS NULL OR number = :number)
            ORDER BY id DESC LIMIT :limit OFFSET :skip""",
            {"citizen": citizen_id, "number": number, "limit": limit, "skip": min(skip, 2**62)},
        )

    async def list_last_dues(self, appeals: Sequence[AppealId]) -> dict[AppealId, datetime]:
        """Until when the final answer to each is due, where that is known."""
        ids = ", ".join(str(int(one)) for one in appeals)
        sql = f"""SELECT appeal_id, due_at FROM deadlines
            WHERE appeal_id IN ({ids}) AND stage = 'final' AND ended_at IS NULL AND due_at IS NOT NULL"""
        return {
            AppealId(row["appeal_id"]): read_moment(row["due_at"])
            for row in await self._reader.run([(sql, {})])
        }

    async def is_recorded(self, chat_id: int, message_id: int) -> bool:
        """Whether the bot knows that it sent this message."""
        rows = await self._reader.run(
            [
                (
                    "SELECT 1 FROM sent_messages WHERE chat_id = :chat AND message_id = :message",
                    {"chat": chat_id, "message": message_id},
                )
            ]
        )
        return bool(rows)

    async def has_card(self, number: str, chat_id: int) -> bool:
        """Whether a card of the appeal is known to stand in the chat."""
        rows = await self._reader.run(
            [
                (
                    """SELECT 1 FROM cards JOIN appeals ON appeals.id = appeal_id
                    WHERE number = :number AND chat_id = :chat AND message_id IS NOT NULL""",
                    {"number": number, "chat": chat_id},
                )
            ]
        )
        return bool(rows)

    async def list_departments_with_work(self) -> list[str]:
        """Codes of the departments that have an open appeal."""
        rows = await self._reader.run([(_WITH_WORK, {})])
        return [str(row["department"]) for row in rows]

    async def list_lost_cards(self, stand_in: int) -> list[LostCard]:
        """Cards that this chat has to stand in for and that neither stand there nor are on their way."""
        return await self._list(LostCard, _LOST, {"chat": stand_in, "anew": NoticeKind.CARD.value})

    async def count_set_aside(self) -> int:
        """How many updates wait for a developer."""
        rows = await self._reader.run([("SELECT count(*) AS n FROM inbox WHERE state = 'set_aside'", {})])
        return int(rows[0]["n"])

    async def count_unconsented(self) -> int:
        """How many people's messages wait for their consent."""
        rows = await self._reader.run(
            [("SELECT count(DISTINCT citizen_id) AS n FROM citizen_messages WHERE held = 'consent'", {})]
        )
        return int(rows[0]["n"])


_LOST = f"""SELECT appeals.id AS appeal_id, number, status, urgent, gist, executor_name, cards.kind, cards.department
FROM cards JOIN appeals ON appeals.id = appeal_id
WHERE cards.chat_id = :chat AND message_id IS NULL AND NOT {IN_LINE} AND {NEEDED} ORDER BY cards.id"""
_WITH_WORK = "SELECT DISTINCT department FROM assignments WHERE ended_at IS NULL ORDER BY department"
_OFFERS_NEXT = """SELECT 1 FROM drafts AS shown WHERE shown.id = :draft
AND EXISTS (SELECT 1 FROM drafts WHERE state = 'submitted' AND id <> :draft)
AND (shown.state = 'submitted' OR NOT EXISTS (SELECT 1 FROM cards
    WHERE chat_id = :chat AND kind = 'approval' AND message_id > :message))"""
_OF_APPEAL = (
    "SELECT * FROM appeals WHERE id = :appeal",
    "SELECT citizens.* FROM citizens JOIN appeals ON citizens.id = citizen_id WHERE appeals.id = :appeal",
    "SELECT * FROM citizen_messages WHERE appeal_id = :appeal ORDER BY id",
    """SELECT message_edits.* FROM message_edits JOIN citizen_messages ON citizen_messages.id = row_id
    WHERE appeal_id = :appeal ORDER BY message_edits.id""",
    "SELECT * FROM drafts WHERE appeal_id = :appeal ORDER BY version",
    "SELECT * FROM prompts WHERE appeal_id = :appeal AND closed_at IS NULL",
    "SELECT * FROM instructions WHERE appeal_id = :appeal ORDER BY id",
    "SELECT * FROM appeals WHERE id = (SELECT repeat_of FROM appeals WHERE id = :appeal)",
    """SELECT * FROM drafts WHERE appeal_id = (SELECT repeat_of FROM appeals WHERE id = :appeal)
    AND kind = 'final' AND published_at IS NOT NULL ORDER BY version DESC LIMIT 1""",
    "SELECT * FROM notes WHERE appeal_id = :appeal ORDER BY id DESC LIMIT 1",
    "SELECT * FROM assignments WHERE appeal_id = :appeal ORDER BY id",
    "SELECT * FROM deadlines WHERE appeal_id = :appeal AND ended_at IS NULL ORDER BY due_at",
    OF_APPEAL,
)
