"""Files that an administrator sends: a municipality file or a register, looked at first, put in force by a press (R03)."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from domain.ids import ChatId
from domain.municipality import Municipality, Role
from domain.notices import Notice, NoticeKind, Priority
from domain.people import Actor, Deed
from domain.register.rows import Mistake, RegisterRow
from domain.setup.handed import (
    DECIDABLE,
    LARGEST,
    HandedFile,
    HandedGone,
    HandedKind,
    HandedState,
    HandedTooBig,
    Look,
)
from domain.status import Event
from services.ports import UnitOfWork
from services.register.importing import Imported, bring
from services.setup import from_file
from services.setup.rights import ensure_sets_up


async def send_settings(uow: UnitOfWork, *, by: Deed) -> None:
    """The settings in force as a file that can be changed and sent back; people's names and phones are in it.

    Raises `OnlyAdministrator`, `OnlyInPrivate`.
    """
    ensure_sets_up(by)
    uow.journal.record(by.actor, Event.EXPORT, by.at, after={"paper": "settings"})
    uow.outbox.add(Notice(NoticeKind.SETTINGS_FILE, by.chat, Priority.INTERACTIVE), by.at)
    await uow.commit()


async def hand_in(uow: UnitOfWork, kind: HandedKind, name: str, file_id: str, size: int, *, by: Deed) -> None:
    """Take a file to be looked at. Raises `OnlyAdministrator`, `OnlyInPrivate`, `HandedTooBig`."""
    ensure_sets_up(by)
    if size > LARGEST:
        raise HandedTooBig
    handed = await uow.handed_files.add(kind, name, file_id, by=by)
    _say(uow, NoticeKind.HANDED_FILE, by.chat, handed, by.at)
    await uow.commit()


async def decide(uow: UnitOfWork, handed_id: int, *, wants: bool, by: Deed) -> None:
    """`Применить`, `Внести`, `Не надо`. Raises `HandedGone`, and what `hand_in` raises of rights."""
    ensure_sets_up(by)
    file = await uow.handed_files.find(handed_id)
    if file is None or file.chat_id != by.chat or file.state not in DECIDABLE:
        raise HandedGone
    chosen = (
        replace(file, state=HandedState.WANTED, attempts=0) if wants else file.settled(HandedState.DROPPED)
    )
    _show(uow, chosen, by.at)
    await uow.commit()


async def begin(uow: UnitOfWork, file: HandedFile) -> None:
    """Count the try before it is made."""
    uow.handed_files.save(replace(file, attempts=file.attempts + 1))
    await uow.commit()


async def note_look(uow: UnitOfWork, file: HandedFile, look: Look, *, now: datetime) -> None:
    """What looking at it has brought: the message says so, with the buttons where something can be decided."""
    _show(uow, file.seen(look), now)
    await uow.commit()


async def give_up(uow: UnitOfWork, file: HandedFile, *, now: datetime) -> None:
    """It can't be fetched or looked at."""
    _show(uow, file.settled(HandedState.FAILED), now)
    await uow.commit()


async def apply(uow: UnitOfWork, file: HandedFile, municipality: Municipality, *, now: datetime) -> None:
    """The settings of the file are the municipality's from now on."""
    await from_file.change(uow, municipality, actor=_who(file), now=now)
    _show(uow, file.settled(HandedState.DONE), now)
    await uow.commit()


async def bring_in(
    uow: UnitOfWork, file: HandedFile, rows: Iterable[RegisterRow | Mistake], *, now: datetime
) -> Imported:
    """The rows of the file are the register's; after a mistake nothing is changed, and the caller tells of it."""
    done = await bring(uow, rows, rehearsal=False, actor=_who(file), now=now)
    if not done.mistakes:
        settled = replace(file.settled(HandedState.DONE), added=done.added, known=done.known)
        _show(uow, settled, now)
        await uow.commit()
    return done


def _who(file: HandedFile) -> Actor:
    return Actor(file.user_id, file.user_name, frozenset({Role.ADMIN}))


def _show(uow: UnitOfWork, file: HandedFile, now: datetime) -> None:
    uow.handed_files.save(file)
    _say(uow, NoticeKind.HANDED_FILE_EDIT, file.chat_id, file.id, now)


def _say(uow: UnitOfWork, kind: NoticeKind, chat: int, handed: int, now: datetime) -> None:
    uow.outbox.add(Notice(kind, ChatId(chat), Priority.INTERACTIVE, ref_id=handed), now)
