"""By hand into the register: what came by another way is guessed, shown on one message, put right, registered (R18, R57, R73).

A letter, a call, a message of an electronic system, of a group, to the governor: from its number on it goes the way of all
others; only its answer is given by a person, since nobody who wrote it has a chat with the bot.
"""

from datetime import datetime, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from domain.errors import Forbidden, WordsNeeded
from domain.ids import CitizenId
from domain.messages import ContentKind, Held, IncomingMessage, Position
from domain.municipality import Municipality, Role
from domain.notices import Notice, NoticeKind, Priority
from domain.people import Deed
from domain.register.entry import MENUS, Entry, EntryField, EntryState
from domain.register.entry_errors import CorrectionOver, EntryKnown, EntryOver, NothingToEnter, WordsStay
from domain.register.guessing import answers_there, find_channel, guess
from domain.rights import ensure_works_here
from domain.status import Event
from services import announcements as announce
from services.ports import UnitOfWork
from services.register import corrected
from services.register.entry_values import set_by_button, set_by_words
from services.work.replies import Reply

TOGETHER: Final = timedelta(seconds=20)
"""What one person forwards from the same author within this belongs together, as it does in a citizen's own chat."""
_TELEGRAM: Final = "telegram"


def may_enter(by: Deed, municipality: Municipality) -> bool:
    """Whether a forward here is meant for the register."""
    try:
        ensure_works_here(by.actor, Role.COORDINATOR, chat=by.chat, municipality=municipality)
    except Forbidden:
        return False
    return True


async def begin(uow: UnitOfWork, message: IncomingMessage | None, *, by: Deed) -> None:
    """A message to be entered, on a message of its own with all that was guessed; without any it is asked for.

    Raises `Forbidden`, `EntryKnown` for the same message again, `NothingToEnter`.
    """
    ensure_works_here(by.actor, Role.COORDINATOR, chat=by.chat, municipality=uow.municipality)
    if message is None:
        entry = await _open(uow, by)
        await uow.entries.add(entry)
        await _ask(uow, entry, EntryField.TEXT, by)
    else:
        await _take(uow, message, by)
    await uow.commit()


async def _take(uow: UnitOfWork, message: IncomingMessage, by: Deed) -> None:
    known = await uow.messages.find(message.chat_id, message.message_id)
    last = await uow.entries.find_last(by.actor.user_id)
    if known is not None:
        entry = await _reopen(uow, known.citizen_id)
    elif last is not None and _belongs(last, message, by):
        entry = last
    else:
        entry = await _open(uow, by)
        entry.origin, entry.album = message.forwarded_from or "", message.media_group_id or ""
        await uow.entries.add(entry)
    await _add(uow, entry, message, by.at, is_new=known is None)
    show(uow, entry, by.at, anew=entry is not last)


def _belongs(last: Entry, message: IncomingMessage, by: Deed) -> bool:
    """Whether it is a further part of what this person has just begun here."""
    is_open = last.state is EntryState.OPEN and last.appeal_id is None
    if not is_open or last.chat_id != by.chat or by.at - last.last_at > TOGETHER:
        return False
    if message.media_group_id is not None:
        return last.album == message.media_group_id
    return message.forwarded_from is not None and last.origin == message.forwarded_from


async def _reopen(uow: UnitOfWork, citizen_id: CitizenId) -> Entry:
    """What was dropped may be wanted after all; what is open or registered is there already."""
    entry = await uow.entries.find_of_citizen(citizen_id)
    if entry is None or entry.state is not EntryState.DROPPED:
        raise EntryKnown(await _number(uow, entry) if entry else "")
    entry.state = EntryState.OPEN
    return entry


async def _open(uow: UnitOfWork, by: Deed) -> Entry:
    """The channel is the one of the last time."""
    last = await uow.entries.find_last(by.actor.user_id)
    channel = uow.municipality.find_channel(last.channel if last else None)
    own = next((one for one in uow.municipality.channels if one.code != _TELEGRAM), None)
    return Entry(
        chat_id=by.chat,
        thread_id=by.thread,
        user_id=by.actor.user_id,
        user_name=by.actor.name,
        citizen_id=await uow.citizens.add_by_hand("", by.at),
        created_at=by.at,
        last_at=by.at,
        channel=channel.code if channel else own.code if own else _TELEGRAM,
    )


async def _add(
    uow: UnitOfWork, entry: Entry, message: IncomingMessage, now: datetime, *, is_new: bool = True
) -> None:
    if message.kind is ContentKind.UNSUPPORTED or not (message.text or message.file_id or message.detail):
        raise NothingToEnter
    if is_new:
        uow.messages.add(entry.citizen_id, message, now, position=Position.ASIDE, held=Held.ENTRY)
    rows = await uow.messages.list_held(entry.citizen_id, Held.ENTRY)
    text = "\n".join(filter(None, (row.text or row.detail for row in rows)))
    town = uow.municipality
    named = find_channel(text, entry.origin, (one for one in town.channels if one.code != _TELEGRAM))
    entry.channel, entry.last_at = named or entry.channel, now
    found = guess(text, senders=await uow.entries.list_senders(), now=now, tz=ZoneInfo(town.timezone))
    entry.take(found, answers_there=answers_there(town.find_channel(entry.channel)))
    entry.applicant = entry.applicant or ("" if named else entry.origin)
    uow.entries.save(entry)


async def open_menu(uow: UnitOfWork, entry_id: int, field: EntryField | None, *, by: Deed) -> None:
    """`✎`: the values of a field on the same message; None: back to all of them. A field without values asks for words."""
    entry = await _get(uow, entry_id, by)
    if field is None or field in MENUS:
        entry.menu = field
        uow.entries.save(entry)
        show(uow, entry, by.at)
    else:
        await _ask(uow, entry, field, by)
    await uow.commit()


async def ask(uow: UnitOfWork, entry_id: int, field: EntryField, *, by: Deed) -> None:
    """Words for a field; one question at a time, a selective one to who pressed."""
    await _ask(uow, await _get(uow, entry_id, by), field, by)
    await uow.commit()


async def set_value(uow: UnitOfWork, entry_id: int, field: EntryField, value: str, *, by: Deed) -> None:
    """A value from a button; pressed twice it is the same value."""
    entry = await _get(uow, entry_id, by)
    await set_by_button(uow, entry, field, value)
    if entry.appeal_id is not None:
        await corrected.write(uow, entry, field, by)
    entry.menu = None
    uow.entries.save(entry)
    show(uow, entry, by.at)
    await uow.commit()


async def answer(uow: UnitOfWork, message: IncomingMessage, reply: Reply, *, by: Deed) -> bool:
    """Words in reply to a question about an entry, or to the entry, whose text they go on; False where they reply to something else.

    Raises `Forbidden`, `ValueNotUnderstood`, `EntryOver`.
    """
    sent = await uow.outbox.find_sent(reply.chat_id, reply.replied_to)
    if sent is None or sent.kind not in {NoticeKind.ENTRY, NoticeKind.ENTRY_PROMPT} or sent.ref_id is None:
        return False
    entry = await _get(uow, sent.ref_id, by)
    is_text = sent.kind is NoticeKind.ENTRY or entry.asked is EntryField.TEXT
    if is_text and entry.appeal_id is not None:
        raise WordsStay
    if is_text:
        await _add(uow, entry, message, by.at)
    if sent.kind is NoticeKind.ENTRY_PROMPT:
        await _take_words(uow, entry, reply.text, by)
    shown = await uow.outbox.list_sent(NoticeKind.ENTRY, entry.id)
    show(uow, entry, by.at, anew=not shown)
    await uow.commit()
    return True


async def _take_words(uow: UnitOfWork, entry: Entry, words: str, by: Deed) -> None:
    if entry.asked is None:
        raise EntryOver(await _number(uow, entry))
    if entry.asked_id != by.actor.user_id:
        raise Forbidden
    if entry.asked is not EntryField.TEXT:
        if not words.strip():
            raise WordsNeeded
        set_by_words(uow, entry, entry.asked, words, by.at)
        if entry.appeal_id is not None:
            await corrected.write(uow, entry, entry.asked, by)
    entry.wait_no_more()
    entry.menu = None
    uow.entries.save(entry)
    await announce.close_messages(uow, NoticeKind.ENTRY_PROMPT, entry.id, by.at)


async def drop(uow: UnitOfWork, entry_id: int, *, by: Deed) -> None:
    """`Не регистрировать`: the message goes; its words are erased with all that waited in vain (`consent.keep_days`)."""
    entry = await _get(uow, entry_id, by)
    await end(uow, entry, EntryState.DROPPED, by.at)
    uow.journal.record(by.actor, Event.ENTRY_DROPPED, by.at, after={"entry": entry.id})
    await uow.commit()


async def end(uow: UnitOfWork, entry: Entry, state: EntryState, now: datetime) -> None:
    """Nothing more can be put right."""
    if entry.asked is not None:
        await announce.close_messages(uow, NoticeKind.ENTRY_PROMPT, entry.id, now)
    entry.forget(state)
    uow.entries.save(entry)
    show(uow, entry, now)


async def forget_stale(uow: UnitOfWork, before: datetime) -> int:
    """What nobody has registered since then is dropped; how many there were."""
    stale = await uow.entries.list_stale(before)
    for entry in stale:
        entry.forget(EntryState.DROPPED)
        uow.entries.save(entry)
    return len(stale)


async def get_open(uow: UnitOfWork, entry_id: int, by: Deed) -> Entry:
    """The entry, for a coordinator where coordinators work; raises `Forbidden`, `EntryOver`."""
    return await _get(uow, entry_id, by)


async def _get(uow: UnitOfWork, entry_id: int, by: Deed) -> Entry:
    ensure_works_here(by.actor, Role.COORDINATOR, chat=by.chat, municipality=uow.municipality)
    entry = await uow.entries.get(entry_id)
    if entry.chat_id != by.chat:
        raise Forbidden
    if entry.state is EntryState.CORRECTED:
        raise CorrectionOver(await _number(uow, entry))
    if entry.state is not EntryState.OPEN:
        raise EntryOver(await _number(uow, entry))
    if entry.appeal_id is not None:
        await corrected.fill(uow, entry, await uow.appeals.get(entry.appeal_id))
    return entry


async def _number(uow: UnitOfWork, entry: Entry) -> str:
    return (await uow.appeals.get(entry.appeal_id)).number if entry.appeal_id is not None else ""


async def _ask(uow: UnitOfWork, entry: Entry, field: EntryField, by: Deed) -> None:
    if entry.asked is not None:
        await announce.close_messages(uow, NoticeKind.ENTRY_PROMPT, entry.id, by.at)
    entry.wait_for(field, by.actor.user_id, by.actor.name)
    uow.entries.save(entry)
    notice = Notice(
        NoticeKind.ENTRY_PROMPT,
        by.chat,
        Priority.INTERACTIVE,
        thread_id=by.thread,
        ref_id=entry.id,
        coalesce_key=f"entry-prompt:{entry.id}",
    )
    uow.outbox.add(notice, by.at)


def show(
    uow: UnitOfWork,
    entry: Entry,
    now: datetime,
    *,
    anew: bool = False,
    priority: Priority = Priority.INTERACTIVE,
) -> None:
    """The message is drawn from what is so at the moment of the sending; `anew`: it is a new one."""
    notice = Notice(
        NoticeKind.ENTRY if anew else NoticeKind.ENTRY_EDIT,
        entry.chat_id,
        priority,
        thread_id=entry.thread_id,
        ref_id=entry.id,
        coalesce_key=None if anew else f"entry:{entry.id}",
    )
    uow.outbox.add(notice, now)
