"""What somebody looks for in the register, as the words of the question say it."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from domain.ids import DepartmentCode
from domain.municipality import Department, Municipality
from domain.numbers import find_whole_number
from domain.routing import Lemmatizer, fold_word, list_words
from domain.search.periods import Period, cut_period
from domain.search.terms import forms_of, is_filler
from domain.status import OPEN, Status

LONGEST: Final = 300
"""Characters of a question that are read."""
_MOST_WORDS: Final = 12
_QUOTED: Final = re.compile(r"[«\"“„]([^»\"”“]+)[»\"”“]")
_COUNTER: Final = re.compile(r"\s*(?:№\s*)?0*(\d{1,9})\s*")
_WITH_DEPARTMENT: Final = frozenset({Status.ASSIGNED, Status.IN_PROGRESS})
_STATES: Final[Mapping[str, frozenset[Status]]] = {
    **dict.fromkeys(("новое", "новые", "новых", "неразобранные"), frozenset({Status.REGISTERED})),
    **dict.fromkeys(("непринятые", "непринятых"), frozenset({Status.ASSIGNED})),
    **dict.fromkeys(("согласование", "согласовании"), frozenset({Status.ON_APPROVAL})),
    **dict.fromkeys(("согласовано", "согласованные"), frozenset({Status.APPROVED})),
    **dict.fromkeys(("отвечено", "отвеченные", "отвеченных"), frozenset({Status.ANSWERED})),
    **dict.fromkeys(("закрыто", "закрытые", "закрытых"), frozenset({Status.CLOSED})),
    **dict.fromkeys(("открыто", "открытые", "открытых", "незакрытые"), OPEN),
}
"""The forms in which people name a state; «закрыт люк» is something else."""
_AT_WORK: Final = ("в", "работе")
_OVERDUE: Final = frozenset({"просрочено", "просроченное", "просроченные", "просроченных", "просрочка"})
_URGENT: Final = frozenset({"срочно", "срочное", "срочные", "срочных"})


@dataclass(frozen=True, slots=True)
class Query:
    """All of it must hold. `number`: a whole one, or a counter that counts in every year; whoever has it in the words is found too.

    `words` as they were understood, each with its dictionary forms in `terms`, of which any will do.
    """

    words: tuple[str, ...] = ()
    terms: tuple[frozenset[str], ...] = ()
    number: str = ""
    states: frozenset[Status] = frozenset()
    departments: frozenset[DepartmentCode] = frozenset()
    overdue: bool = False
    urgent: bool = False
    period: Period = field(default_factory=Period)

    @property
    def is_empty(self) -> bool:
        """Whether it asks for nothing at all."""
        return self == Query()


def read_query(words: str, *, town: Municipality, lemmatizer: Lemmatizer, today: date) -> Query:
    """A number, a period, states and departments by their words; all else is looked for in the texts.

    What stands in quotation marks is text whatever it says.
    """
    words = words[:LONGEST]
    quoted = [word for part in _QUOTED.findall(words) for word in list_words(part)]
    folded = _QUOTED.sub(" ", words).lower().replace("ё", "е")
    counter = _COUNTER.fullmatch(folded)
    if counter and not quoted:
        return _with_words(Query(number=counter[1]), [counter[1]], lemmatizer)
    number = find_whole_number(folded) or ""
    period, rest = cut_period(folded.replace(number, " ") if number else folded, today)
    tokens = _Tokens([fold_word(word) for word in list_words(rest)])
    query = Query(
        number=number,
        departments=frozenset(_cut_departments(tokens, town.departments, lemmatizer)),
        states=frozenset(_cut_states(tokens)),
        overdue=tokens.cut_any(_OVERDUE),
        urgent=tokens.cut_any(_URGENT),
        period=period,
    )
    return _with_words(query, [*map(fold_word, quoted), *tokens.left], lemmatizer)


def _with_words(query: Query, words: Sequence[str], lemmatizer: Lemmatizer) -> Query:
    telling = [word for word in dict.fromkeys(words) if not is_filler(word, lemmatizer)][:_MOST_WORDS]
    return Query(
        words=tuple(telling),
        terms=tuple(forms_of(word, lemmatizer) for word in telling),
        number=query.number,
        states=query.states,
        departments=query.departments,
        overdue=query.overdue,
        urgent=query.urgent,
        period=query.period,
    )


class _Tokens:
    """The words of a question; whoever knows some of them cuts them out."""

    def __init__(self, words: Sequence[str]) -> None:
        self.left = list(words)

    def cut(self, phrase: Sequence[frozenset[str]], lemmatizer: Lemmatizer) -> bool:
        """One run of words; a single word must be written as it is, of several each may be inflected."""
        length = len(phrase)
        for place in range(len(self.left) - length + 1):
            there = self.left[place : place + length]
            if all(
                self._is(word, forms, lemmatizer, length) for word, forms in zip(there, phrase, strict=True)
            ):
                del self.left[place : place + length]
                return True
        return False

    def cut_any(self, forms: frozenset[str]) -> bool:
        """Every word that is one of these."""
        before = len(self.left)
        self.left = [word for word in self.left if word not in forms]
        return len(self.left) < before

    @staticmethod
    def _is(word: str, forms: frozenset[str], lemmatizer: Lemmatizer, length: int) -> bool:
        return word in forms or (length > 1 and not lemmatizer.lemmas(word).isdisjoint(forms))


def _cut_departments(
    tokens: _Tokens, departments: Sequence[Department], lemmatizer: Lemmatizer
) -> Iterator[DepartmentCode]:
    named = [
        (phrase, department.code)
        for department in departments
        for name in (department.name, department.short, department.code)
        if name and (phrase := _phrase(name, lemmatizer))
    ]
    for phrase, code in sorted(named, key=lambda one: -len(one[0])):
        if tokens.cut(phrase, lemmatizer):
            yield code


def _phrase(name: str, lemmatizer: Lemmatizer) -> list[frozenset[str]]:
    words = [fold_word(word) for word in list_words(name)]
    if len(words) == 1:
        return [frozenset(words)]
    return [lemmatizer.lemmas(word) | {word} for word in words]


def _cut_states(tokens: _Tokens) -> Iterator[Status]:
    for first, second in zip(tokens.left, tokens.left[1:], strict=False):
        if (first, second) == _AT_WORK:
            tokens.left.remove(second)
            yield from _WITH_DEPARTMENT
            break
    named = [word for word in tokens.left if word in _STATES]
    tokens.cut_any(frozenset(named))
    for word in named:
        yield from _STATES[word]
