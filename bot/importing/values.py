"""What stands in a cell, read as the value of its column."""

import re
from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from functools import partial
from typing import Any, Final
from zoneinfo import ZoneInfo

from bot.setup_texts import shown
from domain.kinds import AppealKind
from domain.municipality import Category, Channel, Municipality, Territory, Topic
from domain.outcomes import Outcome
from domain.register.marks import ApplicantKind
from domain.register.rows import HIGHEST_RATING, Column, Executor
from domain.ways import Way
from reports.register.words import RegisterWords, folded

_NUMBER: Final = re.compile(r"[12]\d{3}-\d{5,9}")
_MOMENTS: Final = (
    re.compile(
        r"(?P<y>\d{4})-(?P<m>\d{1,2})-(?P<d>\d{1,2})(?:[T ]+(?P<h>\d{1,2}):(?P<min>\d{2})(?::\d{2})?)?"
    ),
    re.compile(
        r"(?P<d>\d{1,2})\.(?P<m>\d{1,2})\.(?P<y>\d{4})(?:,?\s+(?P<h>\d{1,2}):(?P<min>\d{2})(?::\d{2})?)?"
    ),
)
_EARLIEST: Final = 1990
_MOST_QUESTIONS: Final = 999
_MOST_REQUESTS: Final = 9_999
_LISTED: Final = 30
"""So many of what would fit are named."""


class WrongValue(Exception):
    """A cell that cannot be read; the key of what to say, and its arguments."""

    def __init__(self, text: str, **facts: str) -> None:
        super().__init__(text)
        self.text = text
        self.facts = facts


@dataclass(frozen=True, slots=True)
class Told:
    """A moment in the municipality's zone; `is_day`: only its date was told, it stands at the day's beginning."""

    moment: datetime
    is_day: bool


class Values:
    """One reader for each column, for one municipality."""

    def __init__(self, municipality: Municipality, words: RegisterWords) -> None:
        self._words = words
        self._zone = ZoneInfo(municipality.timezone)
        self._channels = _Names(municipality.channels, "import-channel")
        self._territories = _names_of(municipality.territories)
        self._topics = _Names(municipality.topics, "import-topic")
        self._departments = [department.code for department in municipality.departments]
        self._enums: dict[type[StrEnum], Mapping[str, StrEnum]] = {
            kind: words.words_of(kind) for kind in (ApplicantKind, AppealKind, Category, Outcome, Way)
        }
        readers: dict[Column, Callable[[str], Any]] = dict.fromkeys(Column, str)
        readers |= dict.fromkeys(_FLAGS, self._flag)
        readers |= {
            Column.NUMBER: _number,
            Column.REPEAT_OF: _number,
            Column.RECEIVED: self._received,
            Column.ANSWERED: self._moment,
            Column.CHANNEL: lambda cell: self._channels.find(cell) if cell else "",
            Column.TERRITORY: lambda cell: self._territories.get(folded(cell), cell),
            Column.TOPIC: lambda cell: self._topics.find(cell) if cell else None,
            Column.APPLICANT_KIND: lambda cell: self._word(ApplicantKind, cell) or ApplicantKind.CITIZEN,
            Column.KIND: partial(self._word, AppealKind),
            Column.CATEGORY: partial(self._word, Category),
            Column.OUTCOME: partial(self._word, Outcome),
            Column.WAY: partial(self._word, Way),
            Column.EXECUTORS: self._executors,
            Column.OUTGOING_DATE: self._day,
            Column.REQUESTS: _requests,
            Column.RATING: _rating,
        }
        self.readers: Mapping[Column, Callable[[str], Any]] = readers

    def _received(self, cell: str) -> Told:
        told = self._moment(cell)
        if told is None:
            raise WrongValue("import-no-date")
        return told

    def _moment(self, cell: str) -> Told | None:
        if not cell:
            return None
        found = next((match for shape in _MOMENTS if (match := shape.fullmatch(cell))), None)
        parts = found.groupdict() if found else {}
        try:
            day = date(int(parts["y"]), int(parts["m"]), int(parts["d"]))
            moment = datetime(
                day.year,
                day.month,
                day.day,
                int(parts["h"] or 0),
                int(parts["min"] or 0),
                tzinfo=self._zone,
            )
        except (KeyError, ValueError):
            raise WrongValue("import-date", value=shown(cell)) from None
        if day.year < _EARLIEST:
            raise WrongValue("import-date", value=shown(cell))
        return Told(moment, is_day=parts["h"] is None)

    def _day(self, cell: str) -> date | None:
        told = self._moment(cell)
        return told.moment.date() if told else None

    def _flag(self, cell: str) -> bool:
        words = {folded(self._words.yes): True, folded(self._words.no): False, "": False}
        if folded(cell) not in words:
            raise WrongValue(
                "import-word", value=shown(cell), expected=f"{self._words.yes}, {self._words.no}"
            )
        return words[folded(cell)]

    def _word(self, kind: type[StrEnum], cell: str) -> StrEnum | None:
        if not cell:
            return None
        value = self._enums[kind].get(folded(cell))
        if value is None:
            expected = ", ".join(self._words.list_words(kind))
            raise WrongValue("import-word", value=shown(cell), expected=expected)
        return value

    def _executors(self, cell: str) -> tuple[Executor, ...]:
        found = [self._executor(part.strip()) for part in cell.split("|") if part.strip()]
        codes = [one.department for one in found]
        double = next((code for code in codes if codes.count(code) > 1), None)
        if double is not None:
            raise WrongValue("import-executor-twice", value=double)
        return tuple(found)

    def _executor(self, part: str) -> Executor:
        code, _, questions = (piece.strip() for piece in part.partition(":"))
        if code not in self._departments:
            raise WrongValue(
                "import-executor", value=shown(code), expected=", ".join(self._departments[:_LISTED])
            )
        if not questions:
            return Executor(code)
        if not (questions.isdecimal() and len(questions) < 5 and 1 <= int(questions) <= _MOST_QUESTIONS):
            raise WrongValue("import-questions", value=shown(part), limit=str(_MOST_QUESTIONS))
        return Executor(code, int(questions))


class _Names:
    """Things that are called by name or code."""

    def __init__(self, rows: tuple[Channel, ...] | tuple[Topic, ...], unknown: str) -> None:
        self._rows = rows
        self._unknown = unknown
        self._codes = frozenset(str(row.code) for row in rows)
        self._by_name: defaultdict[str, list[str]] = defaultdict(list)
        for row in rows:
            self._by_name[folded(row.name)].append(str(row.code))

    def find(self, cell: str) -> str:
        """The code; a code goes before a name."""
        if cell in self._codes:
            return cell
        named = self._by_name.get(folded(cell), ())
        if len(named) > 1:
            raise WrongValue("import-name-twice", value=shown(cell), expected=", ".join(named))
        if not named:
            expected = ", ".join(row.name for row in self._rows[:_LISTED])
            raise WrongValue(self._unknown, value=shown(cell), expected=expected)
        return named[0]


def _names_of(territories: tuple[Territory, ...]) -> dict[str, str]:
    """Each territory's name by its code and by the name as people write it; a code goes before a name."""
    return {folded(one.name): one.name for one in territories} | {
        folded(one.code): one.name for one in territories
    }


def _number(cell: str) -> str:
    if cell and not _NUMBER.fullmatch(cell):
        raise WrongValue("import-number", value=shown(cell))
    return cell


def _requests(cell: str) -> int:
    if not cell:
        return 0
    if not (cell.isdecimal() and len(cell) < 6 and int(cell) <= _MOST_REQUESTS):
        raise WrongValue("import-count", value=shown(cell), limit=str(_MOST_REQUESTS))
    return int(cell)


def _rating(cell: str) -> int | None:
    if cell and not (len(cell) == 1 and cell.isdecimal() and 1 <= int(cell) <= HIGHEST_RATING):
        raise WrongValue("import-rating", value=shown(cell))
    return int(cell) if cell else None


_FLAGS: Final = (Column.FORMAL, Column.COLLECTIVE, Column.URGENT, Column.IMPORTANT)
