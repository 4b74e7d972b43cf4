"""`python -m bot apply`: what a municipality file changes, and putting it in force."""

import asyncio
from collections.abc import Callable
from pathlib import Path

from bot.changes import differences
from bot.municipality import load_municipality
from bot.settings import Settings
from bot.setup_texts import say as words
from bot.start import find_settled, open_locked, put_in_force
from domain.municipality import Municipality
from storage.database import Database
from storage.queries import Queries

OK, FAILED = 0, 1


def apply_file(settings: Settings, path: Path, *, dry_run: bool, say: Callable[[str], None]) -> int:
    """Print the differences and, unless it is a rehearsal, apply them; nothing is asked."""
    file = load_municipality(path)
    for warning in file.warnings:
        say(str(warning))
    return asyncio.run(_apply(settings, path, dry_run=dry_run, say=say))


async def _apply(settings: Settings, path: Path, *, dry_run: bool, say: Callable[[str], None]) -> int:
    municipality = load_municipality(path).municipality
    async with open_locked(settings) as database:
        settled = await find_settled(database)
        rows = differences(settled, municipality) if settled else []
        for row in rows:
            say(str(row))
        homeless = await _list_homeless(database, municipality)
        if homeless:
            say(words("setup-apply-homeless", file=str(path), departments=", ".join(homeless)))
            return FAILED
        if settled is not None and not rows:
            say(words("setup-apply-nothing", file=str(path)))
        elif dry_run:
            say(words("setup-apply-dry-run"))
        else:
            await put_in_force(database, municipality)
            say(words("setup-apply-done", file=str(path)))
    return OK


async def _list_homeless(database: Database, municipality: Municipality) -> list[str]:
    """Departments that the file drops while they have open appeals in hand."""
    held = await Queries(database.reader).list_departments_with_work()
    return [code for code in held if municipality.find_department(code) is None]
