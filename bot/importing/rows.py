"""Rows of words become rows of the register, or mistakes with their remedies; nothing is guessed that a clerk can say."""

from collections.abc import Iterator, Sequence
from difflib import get_close_matches
from typing import Any, Final

from bot.importing.tables import UNSHOWN, BrokenRow, Row
from bot.importing.values import Values, WrongValue
from bot.refusals import Refused
from bot.setup_texts import say, shown
from domain.municipality import Municipality
from domain.register.rows import Column, Mistake, RegisterRow
from locales.texts import Texts
from reports.register.words import RegisterWords, folded

ROOM: Final = 2_000
"""Characters of a cell other than the text: more is a slip of the delimiter."""
TEXT_ROOM: Final = 500_000


class RegisterReader:
    """Reads the cells of one file by the municipality's channels, topics and departments."""

    def __init__(self, municipality: Municipality, texts: Texts) -> None:
        self._words = RegisterWords(texts)
        self._values = Values(municipality, self._words)

    def read(self, rows: Iterator[Row], file: str) -> Iterator[RegisterRow | Mistake]:
        """Every row, or what is wrong with it. Raises Refused where the headline has no column of the register."""
        try:
            place, headline = next(rows, (0, []))
            columns, mistakes = self._find_columns(place, headline, file)
            yield from mistakes
            for row, cells in rows:
                yield from self._read_row(row, columns, cells)
        except BrokenRow as broken:
            yield Mistake(broken.row, None, broken.text, broken.facts)

    def _find_columns(
        self, place: int, headline: Sequence[str], file: str
    ) -> tuple[Sequence[Column | None], list[Mistake]]:
        by_name = {folded(name): column for column, name in self._words.columns.items()}
        columns = [by_name.get(folded(name)) for name in headline]
        if not any(columns):
            if not headline:
                raise Refused(say("import-empty", file=file))
            names = ", ".join(self._words.columns.values())
            raise Refused(say("import-no-columns", file=file, expected=names))
        mistakes = [
            self._unknown(place, name, columns)
            for name, column in zip(headline, columns, strict=True)
            if column is None and name.strip()
        ]
        doubles = [column for at, column in enumerate(columns) if column and column in columns[:at]]
        facts = ({"value": self._words.columns[column]} for column in doubles)
        return columns, mistakes + [Mistake(place, None, "import-double-column", one) for one in facts]

    def _unknown(self, place: int, name: str, columns: Sequence[Column | None]) -> Mistake:
        free = {folded(word): word for column, word in self._words.columns.items() if column not in columns}
        likely = get_close_matches(folded(name), free, n=1)
        facts = {
            "value": shown(name),
            "likely": free[likely[0]] if likely else "none",
            "expected": ", ".join(free.values()),
        }
        return Mistake(place, None, "import-unknown-column", facts)

    def _read_row(
        self, place: int, columns: Sequence[Column | None], cells: Sequence[str]
    ) -> Iterator[RegisterRow | Mistake]:
        told: dict[Column, str] = {}
        for column, cell in zip(columns, cells, strict=False):
            if column is not None:
                told.setdefault(column, cell)
        mistakes = []
        if any(cell.strip() for cell in cells[len(columns) :]):
            mistakes.append(Mistake(place, None, "import-extra-cells"))
        found: dict[str, Any] = {"place": place}
        for column, read in self._values.readers.items():
            try:
                value = read(_fitting(column, told.get(column, "")))
            except WrongValue as wrong:
                mistakes.append(Mistake(place, column, wrong.text, wrong.facts))
            else:
                found[column.value] = value
        yield from mistakes or self._whole(place, found)

    def _whole(self, place: int, found: dict[str, Any]) -> Iterator[RegisterRow | Mistake]:
        """The row, if its parts agree; of an answer whose hour is not told any hour of its day will do."""
        answered = found["answered"]
        if answered is not None:
            found["answered"] = answered.moment
            if answered.is_day and answered.moment.date() == found["received"].moment.date():
                found["answered"] = max(answered.moment, found["received"].moment)
            if found["answered"] < found["received"].moment:
                yield Mistake(place, Column.ANSWERED, "import-answered-before")
                return
        found["received"] = found["received"].moment
        yield RegisterRow(**found)


def _fitting(column: Column, cell: str) -> str:
    if cell == UNSHOWN:
        raise WrongValue("import-formula")
    room = TEXT_ROOM if column is Column.TEXT else ROOM
    if len(cell) > room:
        raise WrongValue("import-long", value=str(len(cell)), limit=str(room))
    return cell if column is Column.TEXT else cell.strip()
