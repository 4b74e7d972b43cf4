"""What people write under the official channel's posts: what may be a matter is put before the coordinators (R09, R46).

Nothing is said in the public group, whoever writes there; what is no matter leaves no trace.
"""

from dataclasses import replace
from typing import Final
from zoneinfo import ZoneInfo

from domain.messages import ContentKind, Held, IncomingMessage, Position
from domain.municipality import Role
from domain.notices import Priority
from domain.people import Deed
from domain.register.comments import find_begun, has_room, is_likely_matter
from domain.register.entry import NOBODY, Entry, EntryState
from domain.register.guessing import guess
from domain.rhythm.slots import find_turn
from domain.ways import Way
from services import announcements as announce
from services.citizen import edits
from services.ports import Rules, UnitOfWork
from services.register.entering import show

_TELEGRAM: Final = "telegram"


async def hear(uow: UnitOfWork, rules: Rules, message: IncomingMessage, link: str, *, by: Deed) -> None:
    """Somebody has written under a post; what the staff writes there is no message to the staff."""
    if by.actor.roles or not uow.municipality.is_open:
        return
    waiting = await uow.entries.list_comments()
    begun = find_begun(waiting, message, by.at)
    if begun is None and not is_likely_matter(rules.route(message.text), rules.caution(message.text)):
        return
    if await uow.messages.find(message.chat_id, message.message_id) or await _is_barred(uow, message):
        return
    if begun is not None:
        await _keep(uow, begun, message, by)
        show(uow, begun, by.at)
    elif has_room(waiting, message.user_id):
        await _put_up(uow, message, link, by)
    else:
        await _tell_of_crowd(uow, rules, by)
    await uow.commit()


async def bring_in(uow: UnitOfWork, message: IncomingMessage, link: str, *, by: Deed) -> None:
    """`/add` in reply to a comment: a coordinator wants this one, whatever its words; of anybody else it is not heard."""
    has_content = message.kind is not ContentKind.UNSUPPORTED and (message.text or message.file_id)
    if Role.COORDINATOR not in by.actor.roles or not uow.municipality.is_open or not has_content:
        return
    known = await uow.messages.find(message.chat_id, message.message_id)
    if known is None:
        await _put_up(uow, message, link, by)
    else:
        await _put_up_again(uow, await uow.entries.find_of_citizen(known.citizen_id), message, link, by)
    await uow.commit()


async def hear_edit(uow: UnitOfWork, rules: Rules, message: IncomingMessage, *, by: Deed) -> None:
    """The author has put other words there: where they are kept they are shown anew, in the register with both versions."""
    row = await uow.messages.find(message.chat_id, message.message_id)
    if row is None or row.text == message.text:
        return
    if row.appeal_id is not None:
        await edits.edit(uow, rules, message, now=by.at)
        return
    entry = await uow.entries.find_of_citizen(row.citizen_id)
    if entry is not None and entry.state is EntryState.OPEN:
        uow.messages.edit(row, message.text, message.edited_at or by.at)
        show(uow, entry, by.at)
        await uow.commit()


async def _is_barred(uow: UnitOfWork, message: IncomingMessage) -> bool:
    citizen = await uow.citizens.find_by_user(message.user_id)
    return citizen is not None and citizen.barred_at is not None


async def _put_up(uow: UnitOfWork, message: IncomingMessage, link: str, by: Deed) -> None:
    entry = Entry(
        chat_id=uow.municipality.chats.coordinators,
        user_id=NOBODY,
        user_name="",
        citizen_id=await uow.citizens.add_by_hand("", by.at),
        created_at=by.at,
        last_at=by.at,
        channel=_TELEGRAM,
        author_id=message.user_id,
        album=message.media_group_id or "",
        applicant=message.user_name,
        link=link,
        way=Way.COMMENT,
        is_way_chosen=True,
    )
    await uow.entries.add(entry)
    await _keep(uow, entry, message, by)
    show(uow, entry, by.at, anew=True, priority=Priority.CARD)


async def _put_up_again(
    uow: UnitOfWork, entry: Entry | None, message: IncomingMessage, link: str, by: Deed
) -> None:
    """What was dropped may be wanted after all; what is open or registered is there already."""
    if entry is None or entry.state is not EntryState.DROPPED:
        return
    entry.state, entry.author_id = EntryState.OPEN, message.user_id
    entry.applicant, entry.link = message.user_name, link
    await _guess(uow, entry, by)
    show(uow, entry, by.at, anew=True, priority=Priority.CARD)


async def _keep(uow: UnitOfWork, entry: Entry, message: IncomingMessage, by: Deed) -> None:
    uow.messages.add(entry.citizen_id, message, by.at, position=Position.ASIDE, held=Held.ENTRY)
    await _guess(uow, entry, by)


async def _guess(uow: UnitOfWork, entry: Entry, by: Deed) -> None:
    """What a comment tells of itself; when it came and where it stands is known."""
    rows = await uow.messages.list_held(entry.citizen_id, Held.ENTRY)
    text = "\n".join(filter(None, (row.text for row in rows)))
    tz = ZoneInfo(uow.municipality.timezone)
    found = guess(text, senders=(), now=by.at, tz=tz)
    entry.take(replace(found, received=None, link="", external_number=""), answers_there=True)
    entry.last_at = by.at
    uow.entries.save(entry)


async def _tell_of_crowd(uow: UnitOfWork, rules: Rules, by: Deed) -> None:
    """Once a slot of the day: more of them wait in the group than are put up here."""
    chat = uow.municipality.chats.coordinators
    turn = find_turn(rules.calendar, by.at)
    slot = turn.slot.value if turn is not None else "rest"
    day = rules.calendar.date_of(by.at)
    if await uow.beats.add(f"comments:{slot}", day, chat, by.at):
        announce.hint(uow, chat, 0, "hint-comments-wait", by.at)
