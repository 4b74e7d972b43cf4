"""Starting: the database is opened and brought up to date, the municipality's settings are found or applied."""

import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import datetime

from bot.changes import differences
from bot.clock import SystemClock
from bot.municipality import MunicipalityFileError, load_municipality
from bot.reckoning import reckon
from bot.settings import Settings
from bot.words import dictionary
from domain.ids import UserId
from domain.municipality import Municipality
from domain.notices import AlarmKind
from domain.people import Actor
from domain.setup.founding import blank
from services import announcements as announce
from services.people import invitations
from services.setup import from_file
from storage.database import Database, open_database
from storage.lock import single_instance
from storage.municipality import find_municipality
from storage.schema import migrate
from storage.unit_of_work import Units

_log = logging.getLogger(__name__)

COMMAND_LINE = Actor(UserId(0), "command line")


@asynccontextmanager
async def open_locked(settings: Settings) -> AsyncIterator[Database]:
    """The up-to-date database, for this process alone. Raises AlreadyRunning, SchemaTooNew."""
    with single_instance(settings.database_path):
        database = await open_database(settings.database_path)
        try:
            await migrate(database)
            yield database
        finally:
            await database.close()


async def find_settled(database: Database) -> Municipality | None:
    """The municipality's settings that the database holds."""
    async with database.transaction() as transaction:
        return await find_municipality(transaction)


async def settle_municipality(settings: Settings, database: Database) -> Municipality:
    """The database's settings; the file is applied to an empty database only, later it is compared.

    With neither there is a blank one, to be set up in the chat: it is kept from its first change on, so that a file
    that comes before that still counts. Raises MunicipalityFileError.
    """
    settled = await find_settled(database)
    if settled is not None:
        await _compare(settings, database, settled)
        return settled
    if not settings.municipality_file.exists() and not settings.municipality_file_is_named:
        return blank()
    file = load_municipality(settings.municipality_file)
    for warning in file.warnings:
        _log.warning("%s", warning)
    await put_in_force(database, file.municipality)
    return file.municipality


async def issue_first_code(database: Database, municipality: Municipality, *, now: datetime) -> str | None:
    """The code of the first administrator; None where there is one."""
    async with Units(database, municipality, reckon=reckon, words=dictionary).open(now=now) as uow:
        return await invitations.issue_first(uow, now=now)


async def put_in_force(
    database: Database, municipality: Municipality, *, now: datetime | None = None
) -> None:
    """Make these the settings, as an act of the command line; `now` where the town has a clock of its own."""
    now = now or SystemClock().now()
    async with Units(database, municipality, reckon=reckon, words=dictionary).open(now=now) as uow:
        await from_file.apply(uow, municipality, actor=COMMAND_LINE, now=now)


async def _compare(settings: Settings, database: Database, settled: Municipality) -> None:
    """Where the file says something else, the administrators are told; nothing changes by itself."""
    if not settings.municipality_file.exists():
        return
    try:
        rows = differences(settled, load_municipality(settings.municipality_file).municipality)
    except MunicipalityFileError as error:
        _log.warning("%s", error)
        return
    if not rows:
        return
    _log.warning(
        "the municipality file differs from the database in %d places; `apply` puts it in force", len(rows)
    )
    now = SystemClock().now()
    async with Units(database, settled, reckon=reckon, words=dictionary).open(now=now) as uow:
        announce.alarm(
            uow, AlarmKind.MUNICIPALITY_DIFFERS, now, count=len(rows), list="\n".join(map(str, rows[:30]))
        )
        await uow.commit()
