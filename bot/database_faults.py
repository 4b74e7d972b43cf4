"""What the database, or whoever has it, says no with, in the one line that a user reads."""

import sqlite3

from bot.refusals import FAILED
from bot.settings import Settings
from bot.setup_texts import say
from storage.database import StorageUnavailable
from storage.lock import AlreadyRunning
from storage.schema import SchemaTooNew


def explain(error: Exception, settings: Settings) -> tuple[str, int] | None:
    """A known reason not to work in one line with its remedy, and the exit code; None for an unknown one."""
    database = str(settings.database_path)
    match error:
        case AlreadyRunning(path=path):
            return say("setup-start-already-running", database=database, lock=str(path)), FAILED
        case SchemaTooNew(found=found, known=known):
            facts = {"found": str(found), "known": str(known)}
            return say("setup-start-schema-too-new", database=database, **facts), FAILED
        case StorageUnavailable() | sqlite3.Error() | OSError():
            return say("setup-start-database", database=database, detail=str(error)), FAILED
    return None
