"""`python -m bot import`: a register from a file, after all of it was looked at; one bad row and nothing is brought in."""

import asyncio
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from bot.clock import SystemClock
from bot.importing.rows import RegisterReader
from bot.importing.tables import read_table
from bot.municipality import load_municipality
from bot.reckoning import reckon
from bot.refusals import FAILED, Refused
from bot.settings import Settings
from bot.setup_texts import Say
from bot.setup_texts import say as words
from bot.start import COMMAND_LINE, find_settled, open_locked, put_in_force
from bot.words import dictionary
from domain.municipality import Municipality
from domain.register.rows import Mistake
from locales.texts import Texts
from reports.register.words import RegisterWords
from services.register.importing import Imported, take_in
from storage.database import Database
from storage.unit_of_work import Units

OK = 0
LISTED: Final = 1_000
"""Mistakes that are shown one by one."""


def import_file(settings: Settings, path: Path, texts: Texts, *, rehearsal: bool, say: Say) -> int:
    """Bring the register of this file in, or say of every mistake where it is and what to do."""
    return asyncio.run(bring_in(settings, path, texts, rehearsal=rehearsal, say=say))


async def bring_in(settings: Settings, path: Path, texts: Texts, *, rehearsal: bool, say: Say) -> int:
    """The same, where a loop runs already; the bot must not."""
    async with open_locked(settings) as database:
        municipality = await _find_municipality(settings, database, rehearsal=rehearsal)
        if municipality is None:
            raise Refused(words("import-no-municipality", file=str(path)), FAILED)
        now = SystemClock().now()
        async with Units(database, municipality, reckon=reckon, words=dictionary).open(now=now) as uow:
            rows = RegisterReader(municipality, texts).read(read_table(path), str(path))
            done = await take_in(uow, rows, rehearsal=rehearsal, actor=COMMAND_LINE, now=now)
    _tell(path, done, texts, rehearsal=rehearsal, say=say)
    return FAILED if done.mistakes else OK


async def _find_municipality(
    settings: Settings, database: Database, *, rehearsal: bool
) -> Municipality | None:
    """The settings in force; an empty database gets those of the file, as at a start."""
    settled = await find_settled(database)
    if settled is not None:
        return settled
    if not settings.municipality_file.exists() and not settings.municipality_file_is_named:
        return None
    municipality = load_municipality(settings.municipality_file).municipality
    if not rehearsal:
        await put_in_force(database, municipality)
    return municipality


def _tell(path: Path, done: Imported, texts: Texts, *, rehearsal: bool, say: Say) -> None:
    file = str(path)
    columns = RegisterWords(texts).columns
    for mistake in sorted(done.mistakes, key=lambda one: one.place)[:LISTED]:
        say(mistake_line(file, mistake, columns[mistake.column] if mistake.column else ""))
    if len(done.mistakes) > LISTED:
        say(words("import-more", count=str(len(done.mistakes) - LISTED)))
    if done.mistakes:
        say(words("import-refused", file=file, count=str(len(done.mistakes))))
        return
    key = "import-rehearsed" if rehearsal else "import-done"
    say(words(key, file=file, added=str(done.added), known=str(done.known)))
    for caution in list_cautions(done, file):
        say(caution)


def list_cautions(done: Imported, file: str) -> Iterator[str]:
    """What is no mistake, and should be looked at."""
    if done.unmarked:
        yield words("import-unmarked", file=file, unmarked=str(done.unmarked))
    if done.ahead:
        yield words("import-ahead", file=file, count=str(len(done.ahead)), row=str(done.ahead[0]))


def mistake_line(file: str, mistake: Mistake, column: str) -> str:
    """`register.csv:12: Канал: what is wrong — remedy`."""
    said = words(mistake.text, **mistake.facts)
    return ": ".join(filter(None, (f"{file}:{mistake.place}", column, said)))
