"""The register without its people: for other bodies, which ask what was written of and what came of it (R71)."""

from typing import Final

from domain.municipality import Municipality
from domain.register.rows import Column, RegisterRow
from locales.texts import Texts
from reports.register.cells import RegisterCells
from reports.register.words import RegisterWords

SHOWN: Final = (
    Column.NUMBER,
    Column.RECEIVED,
    Column.ANSWERED,
    Column.CHANNEL,
    Column.KIND,
    Column.TOPIC,
    Column.TERRITORY,
    Column.EXECUTORS,
    Column.COLLECTIVE,
    Column.URGENT,
    Column.IMPORTANT,
    Column.FORWARDED_FROM,
    Column.REPEAT_OF,
    Column.CATEGORY,
    Column.OUTCOME,
    Column.WAY,
    Column.RATING,
)
"""No name, no contact, no address, no link, no word that a citizen wrote."""


class ImpersonalCells:
    """The register's own words in its own order; departments by their names."""

    def __init__(self, municipality: Municipality, texts: Texts) -> None:
        self._cells = RegisterCells(municipality, texts)
        self._columns = RegisterWords(texts).columns
        self._names = {str(one.code): one.name for one in municipality.departments}

    @property
    def headline(self) -> list[str]:
        """The columns' names, as the register has them."""
        return [self._columns[column] for column in SHOWN]

    def cells(self, row: RegisterRow) -> list[str]:
        """One cell for each column."""
        known = dict(zip(Column, self._cells.cells(row), strict=True))
        names = [self._names.get(one.department, one.department) for one in row.executors]
        return [", ".join(names) if column is Column.EXECUTORS else known[column] for column in SHOWN]
