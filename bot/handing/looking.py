"""A register that was sent to the bot, looked at in a process of its own, beside the bot: nothing is written."""

import asyncio
import json
import os
import sys
from collections.abc import Iterator, Mapping
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from bot.handing.wire import written
from bot.importing.command import list_cautions, mistake_line
from bot.importing.rows import RegisterReader
from bot.importing.tables import Row, read_table
from bot.refusals import Refused
from bot.settings import load_settings
from bot.setup_texts import russian, say
from domain.municipality import Municipality
from domain.register.rows import Column, Mistake, RegisterRow
from domain.setup.handed import LISTED, MOST_ROWS, HandedState, Look
from locales.texts import Texts
from reports.register.words import RegisterWords
from services.register.importing import Imported, look_through
from storage.connection import open_reader
from storage.municipality import read_municipality
from storage.register import known_to


class _TooMany(Exception):
    """The file has more rows than are brought in while the bot works."""


def main() -> int:
    """`python -m bot.handing.looking FOLDER NAME NOW`: the look as JSON."""
    _, folder, name, now = sys.argv
    database = load_settings().database_path.absolute()
    # Whatever is said of the file names it as its sender does.
    os.chdir(folder)
    sys.stdout.write(written(asyncio.run(look(database, Path(name), russian(), datetime.fromisoformat(now)))))
    return 0


async def look(database: Path, file: Path, texts: Texts, now: datetime) -> Look:
    """What bringing the file in would come to."""
    reader = await open_reader(database)
    rows: list[Row] = []
    try:
        town = await read_municipality(reader)
        if town is None:
            return _faulty([say("import-no-municipality", file=str(file))])
        read = RegisterReader(town, texts).read(_noting(read_table(file), rows), str(file))
        done = await look_through(known_to(reader), read, ZoneInfo(town.timezone), now=now)
    except _TooMany:
        return _faulty([say("handed-too-many-rows", file=str(file), most=MOST_ROWS)])
    except Refused as refused:
        return _faulty([str(refused)])
    finally:
        await reader.close()
    return told(done, str(file), rows, texts)


def told(done: Imported, file: str, rows: list[Row], texts: Texts) -> Look:
    """An import or its rehearsal, in words."""
    if done.mistakes:
        columns = RegisterWords(texts).columns
        mistakes = sorted(done.mistakes, key=lambda one: one.place)
        return _faulty([_line(file, one, columns) for one in mistakes[:LISTED]], len(mistakes))
    lines = list(list_cautions(done, file))
    state = HandedState.SOUND if done.added else HandedState.NOTHING
    content = "\n".join(json.dumps(row, ensure_ascii=False) for row in rows).encode("utf-8", "replace")
    return Look(state, tuple(lines), len(lines), done.added, done.known, content if done.added else b"")


def read_rows(content: bytes, town: Municipality, texts: Texts, file: str) -> Iterator[RegisterRow | Mistake]:
    """The rows of a file that was looked at."""
    rows = (json.loads(line) for line in content.decode().split("\n"))
    return RegisterReader(town, texts).read(((place, cells) for place, cells in rows), file)


def _noting(rows: Iterator[Row], seen: list[Row]) -> Iterator[Row]:
    for row in rows:
        seen.append(row)
        if len(seen) > MOST_ROWS + 1:
            raise _TooMany
        yield row


def _line(file: str, mistake: Mistake, columns: Mapping[Column, str]) -> str:
    return mistake_line(file, mistake, columns[mistake.column] if mistake.column else "")


def _faulty(lines: list[str], count: int = 1) -> Look:
    return Look(HandedState.FAULTY, tuple(lines), count)


if __name__ == "__main__":
    raise SystemExit(main())
