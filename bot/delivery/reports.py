"""What became of a row, written down in one transaction with all that follows from it."""

from collections.abc import Sequence
from datetime import datetime

from bot.delivery.failures import Failure, Kind
from domain.ids import AppealId, ChatId, DraftId
from domain.notices import Notice, NoticeKind, Priority, SentMessage
from domain.people import SYSTEM
from domain.status import Event
from services import announcements as announce
from services import delivery
from services.coordinator import by_hand, publications
from services.delivery import Fate, Move
from services.papers import making
from services.ports import Clock
from services.rhythm import reminder_notes, summary
from services.work import escalation, leadership, why
from storage.outbox_rows import OutboxRow
from storage.unit_of_work import UnitOfWork, Units
from views.cards.board import digest as digest_of
from views.parts import Edit, Files, Part, Pin, Point, Text, is_heard

_NAMES_A_MESSAGE = {
    NoticeKind.ADDITION_NOTED,
    NoticeKind.TOPIC_QUESTION,
    NoticeKind.AFTER_ANSWER_QUESTION,
}
"""Rows about a citizen's message by its place in the chat; what is sent is found again by the stored message."""

_OF_THE_DAY = {
    NoticeKind.SUMMARY,
    NoticeKind.SUMMARY_VIEW,
    NoticeKind.REMINDER_NOTE,
    NoticeKind.OVERDUE,
    NoticeKind.REWORKED,
    NoticeKind.TERM_EXPLAINED,
}
"""Rows that nobody wants any more when a private chat opens again."""


_ANSWERS = {NoticeKind.ANSWER, NoticeKind.PUBLIC_ANSWER}
_ENDS_A_PAPER = {NoticeKind.PAPER, NoticeKind.PAPER_TROUBLE}


class DeliveryReports:
    """Keeps cards, answers and chats true to what Telegram said."""

    def __init__(self, units: Units, clock: Clock) -> None:
        self._units = units
        self._clock = clock

    async def part_sent(
        self,
        row: OutboxRow,
        part: Part,
        message_ids: Sequence[int],
        *,
        index: int,
        last: bool,
        digest: str | None,
    ) -> None:
        """The part stands: its messages can be replied to, its card has an id, the answer is delivered."""
        now = self._clock.now()
        async with self._units.open(now=now, is_note=True) as uow:
            message = await _describe(uow, row)
            uow.notes.messages_stand(row, message_ids, message, now, heard=is_heard(part))
            _mark_card(uow, row, part, message_ids, digest, now)
            _mark_files(uow, row, part)
            _mark_pinned(uow, row, part, message_ids, now)
            uow.notes.part_done(row.id, now, index=index, last=last)
            if index == 0 and row.kind is NoticeKind.PUBLIC_ANSWER:
                await _note_published(uow, row, message_ids, now)
            if last and row.kind in _ANSWERS and row.appeal_id is not None:
                await delivery.note_answer_delivered(uow, row.appeal_id, now=now)
            if last and row.kind in _ENDS_A_PAPER and row.ref_id is not None:
                await making.note_sent(uow, row.ref_id, now=now)
            await uow.commit()

    async def file_gone(self, row: OutboxRow, part: Part, *, index: int, last: bool) -> None:
        """A file that Telegram has forgotten is journaled; the rest of the row goes on."""
        now = self._clock.now()
        async with self._units.open(now=now) as uow:
            uow.notes.part_done(row.id, now, index=index, last=last)
            uow.journal.record(
                SYSTEM, Event.FILE_GONE, now, appeal_id=row.appeal_id, after={"part": type(part).__name__}
            )
            await uow.commit()

    async def message_gone(self, row: OutboxRow) -> None:
        """A deleted card is put up again, once; other messages that are gone need no edit."""
        now = self._clock.now()
        async with self._units.open(now=now) as uow:
            uow.notes.finish(row.id, now)
            if row.kind is NoticeKind.CARD_EDIT and row.ref_id is not None:
                uow.notes.card_is_gone(row.ref_id)
                uow.outbox.add(
                    Notice(
                        NoticeKind.CARD,
                        row.chat_id,
                        Priority.CARD,
                        thread_id=row.thread_id,
                        appeal_id=row.appeal_id,
                        ref_id=row.ref_id,
                        coalesce_key=f"again:{row.ref_id}",
                    ),
                    now,
                )
            elif row.kind in {NoticeKind.PINNED, NoticeKind.PIN} and row.ref_id is not None:
                uow.pinned.is_gone(row.ref_id)
                _say_of_pinned(uow, row, NoticeKind.PINNED, now)
            await uow.commit()

    async def undeliverable(self, row: OutboxRow, failure: Failure) -> None:
        """A private chat is closed: what waits for it is kept; of an answer the staff is told."""
        now = self._clock.now()
        async with self._units.open(now=now) as uow:
            if row.kind in _OF_THE_DAY:
                uow.notes.finish(row.id, now)
            else:
                uow.notes.hold(row.id, failure.kind.value)
            uow.chats.note_closed(row.chat_id, failure.kind.value, now)
            if row.kind is NoticeKind.CARD and row.ref_id is not None:
                await leadership.note_mayor_unreachable(uow, row.ref_id, now=now)
            await _pass_on(uow, row, now)
            if row.kind is NoticeKind.ANSWER and row.appeal_id is not None:
                fate = Fate.NEVER_STARTED if failure.kind is Kind.NEVER_STARTED else Fate.BLOCKED
                await delivery.note_answer_undelivered(uow, row.appeal_id, fate, now=now)
            await uow.commit()

    async def failed(self, row: OutboxRow, error: str) -> None:
        """Given up; an answer that did not leave is told to those who wait for it."""
        now = self._clock.now()
        async with self._units.open(now=now) as uow:
            uow.notes.fail(row.id, error, now)
            if row.kind is NoticeKind.ANSWER and row.appeal_id is not None:
                await delivery.note_answer_undelivered(uow, row.appeal_id, Fate.FAILED, now=now)
            if row.kind is NoticeKind.PUBLIC_ANSWER:
                await _publish_by_hand(uow, row, "failed", now)
            if row.kind is NoticeKind.PAPER and row.ref_id is not None:
                making.note_unsent(uow, row.ref_id)
            await uow.commit()

    async def not_published(self, row: OutboxRow, failure: Failure) -> None:
        """The answer to a comment: a person sees to it, and reads why the bot could not."""
        now = self._clock.now()
        async with self._units.open(now=now) as uow:
            uow.notes.fail(row.id, failure.kind.value, now)
            await _publish_by_hand(uow, row, failure.kind.name.lower(), now)
            await uow.commit()

    async def chat_unreachable(self, chat_id: ChatId, failure: Failure) -> None:
        """A group is closed to the bot."""
        now = self._clock.now()
        async with self._units.open(now=now) as uow:
            await delivery.note_unreachable(uow, chat_id, failure.kind.value, now=now)

    async def not_pinned(self, row: OutboxRow) -> None:
        """The message stays unpinned and is edited all the same; the group reads once that a person can pin it."""
        now = self._clock.now()
        async with self._units.open(now=now) as uow:
            uow.notes.finish(row.id, now)
            if await uow.pinned.refuse(row.ref_id or 0, now):
                announce.hint(uow, row.chat_id, row.thread_id, "hint-pin-by-hand", now)
            await uow.commit()

    async def not_bound(self, row: OutboxRow) -> None:
        """/bind in a group where the bot may not write: whoever asked hears it in private, and what to do."""
        now = self._clock.now()
        async with self._units.open(now=now) as uow:
            uow.notes.finish(row.id, now)
            title = str(row.args.get("title") or row.chat_id)
            announce.tell(uow, int(row.args.get("user") or 0), "bind-no-rights", now, title=title)
            await uow.commit()

    async def migrated(self, old: ChatId, new: ChatId) -> None:
        """The group has a new id."""
        now = self._clock.now()
        async with self._units.open(now=now) as uow:
            await delivery.migrate(uow, Move(old, new), now=now)

    async def doubtful(self, row: OutboxRow) -> None:
        """The answer to a call was lost: the journal knows that what comes next may be said twice."""
        now = self._clock.now()
        async with self._units.open(now=now) as uow:
            uow.journal.record(
                SYSTEM,
                Event.PERHAPS_SAID_TWICE,
                now,
                appeal_id=row.appeal_id,
                after={"outbox": row.id, "kind": row.kind.value},
            )
            await uow.commit()


async def _note_published(uow: UnitOfWork, row: OutboxRow, message_ids: Sequence[int], now: datetime) -> None:
    if row.appeal_id is not None and row.ref_id is not None and message_ids:
        await publications.note_published(
            uow, AppealId(row.appeal_id), DraftId(row.ref_id), message_ids[0], now=now
        )


async def _publish_by_hand(uow: UnitOfWork, row: OutboxRow, reason: str, now: datetime) -> None:
    if row.appeal_id is not None and row.ref_id is not None:
        await by_hand.publish_by_hand(uow, AppealId(row.appeal_id), DraftId(row.ref_id), reason, now=now)


async def _pass_on(uow: UnitOfWork, row: OutboxRow, now: datetime) -> None:
    """What one person cannot be told is told to another."""
    match row.kind:
        case NoticeKind.SUMMARY:
            await summary.note_unreachable(uow, row.args, now=now)
        case NoticeKind.REMINDER_NOTE:
            await reminder_notes.note_unreachable(uow, row.chat_id, row.args, now=now)
        case NoticeKind.OVERDUE:
            await escalation.note_unreachable(uow, row.chat_id, now=now)
        case NoticeKind.REWORKED if row.appeal_id is not None:
            await escalation.note_rework_unreachable(uow, row.appeal_id, now=now)
        case NoticeKind.TERM_EXPLAINED:
            why.note_unreachable(uow, row.appeal_id, row.args, now=now)


async def _describe(uow: UnitOfWork, row: OutboxRow) -> SentMessage:
    if row.kind not in _NAMES_A_MESSAGE:
        return SentMessage(row.kind, row.appeal_id, row.ref_id)
    message = await uow.messages.find(row.chat_id, int(row.args.get("message_id") or 0))
    return SentMessage(row.kind, row.appeal_id, message.id if message else None)


def _mark_card(
    uow: UnitOfWork,
    row: OutboxRow,
    part: Part,
    message_ids: Sequence[int],
    digest: str | None,
    now: datetime,
) -> None:
    if row.ref_id is None:
        return
    if isinstance(part, Text) and part.is_card:
        uow.notes.card_stands(row.ref_id, message_ids[0], digest)
    elif isinstance(part, Edit) and row.kind is NoticeKind.CARD_EDIT:
        uow.notes.card_looks(row.ref_id, digest, now)


def _mark_files(uow: UnitOfWork, row: OutboxRow, part: Part) -> None:
    if row.kind not in {NoticeKind.CARD, NoticeKind.LATE_FILES} or row.appeal_id is None:
        return
    if row.chat_id not in uow.municipality.staff_chats:
        return
    if isinstance(part, Files):
        uow.notes.files_shown(row.appeal_id, [item.file_id for item in part.items])
    elif isinstance(part, Point):
        uow.notes.places_shown(row.appeal_id)


def _mark_pinned(
    uow: UnitOfWork, row: OutboxRow, part: Part, message_ids: Sequence[int], now: datetime
) -> None:
    if row.ref_id is None or row.kind not in {NoticeKind.PINNED, NoticeKind.PIN}:
        return
    match part:
        case Text():
            uow.pinned.stands(row.ref_id, message_ids[0], digest_of(part))
            _say_of_pinned(uow, row, NoticeKind.PIN, now)
        case Edit():
            uow.pinned.looks(row.ref_id, digest_of(part))
        case Pin():
            uow.pinned.is_on_top(row.ref_id, now)


def _say_of_pinned(uow: UnitOfWork, row: OutboxRow, kind: NoticeKind, now: datetime) -> None:
    key = f"{kind.value}:{row.ref_id}"
    notice = Notice(
        kind, row.chat_id, Priority.BULK, thread_id=row.thread_id, ref_id=row.ref_id, coalesce_key=key
    )
    uow.outbox.add(notice, now)
