"""The fields of an appeal's card, for those who work on paper (R04, Grozny, алг. 2)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from domain.municipality import Municipality
from domain.register.rows import Column, RegisterRow
from locales.texts import Texts
from reports.papers.words import day_words, literal
from reports.register.cells import RegisterCells
from reports.register.words import RegisterWords


@dataclass(frozen=True, slots=True)
class CardLine:
    """What the register knows, by the name of its column."""

    name: str
    value: str


@dataclass(frozen=True, slots=True)
class ExecutorLine:
    """A department with the number of questions put to it (R74)."""

    name: str
    count: int


@dataclass(frozen=True, slots=True)
class CardFields:
    """Each is told of in docs/papers.md."""

    municipality: str
    legal_act: str
    number: str
    received: str
    due: str
    lines: tuple[CardLine, ...]
    departments: tuple[ExecutorLine, ...]
    text: tuple[str, ...]
    answer: tuple[str, ...]
    answered: str
    outcome: str
    outgoing: str


_APART = frozenset({Column.NUMBER, Column.RECEIVED, Column.ANSWERED, Column.TEXT, Column.EXECUTORS})
_AT_THE_END = frozenset({Column.OUTCOME, Column.OUTGOING_NUMBER, Column.OUTGOING_DATE, Column.RATING})


def card_fields(
    town: Municipality, row: RegisterRow, answer: str, due: datetime | None, texts: Texts
) -> CardFields:
    """`due`: until when the final answer is due, in the municipality's zone; None: no term is known."""
    cells = dict(zip(Column, RegisterCells(town, texts).cells(row), strict=True))
    words = RegisterWords(texts)
    names = {str(one.code): literal(one.name) for one in town.departments}
    return CardFields(
        municipality=literal(town.name),
        legal_act=literal(town.legal_act),
        number=row.number,
        received=moment_words(cells[Column.RECEIVED]),
        due=texts.plain("paper-card-no-term") if due is None else f"{due:%d.%m.%Y %H:%M}",
        lines=tuple(_list_lines(cells, words)),
        departments=tuple(
            ExecutorLine(names.get(one.department, one.department), one.questions) for one in row.executors
        ),
        text=paragraphs(row.text),
        answer=paragraphs(answer),
        answered=moment_words(cells[Column.ANSWERED]),
        outcome=cells[Column.OUTCOME],
        outgoing=outgoing_words(row, texts),
    )


def _list_lines(cells: dict[Column, str], words: RegisterWords) -> Iterator[CardLine]:
    """What is known and no «нет»: a card is read by eye."""
    for column, cell in cells.items():
        if cell and cell != words.no and column not in _APART | _AT_THE_END:
            yield CardLine(words.columns[column], literal(cell))


def outgoing_words(row: RegisterRow, texts: Texts) -> str:
    """«исх. № 01-25/134 от 24.11.2026»; empty where there is none."""
    number = literal(row.outgoing_number)
    if number and row.outgoing_date is not None:
        return texts.plain("paper-card-outgoing-dated", number=number, day=day_words(row.outgoing_date))
    return texts.plain("paper-card-outgoing", number=number) if number else ""


def moment_words(cell: str) -> str:
    """«2022-01-27 14:05» as papers write it; of a day from a file nobody knows the hour."""
    return f"{datetime.fromisoformat(cell):%d.%m.%Y %H:%M}".removesuffix(" 00:00") if cell else ""


def paragraphs(words: str) -> tuple[str, ...]:
    """A text to the letter, without empty lines and without what no document can hold."""
    return tuple(filter(None, map(literal, words.splitlines())))
