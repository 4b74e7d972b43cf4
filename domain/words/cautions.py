"""Words after which a person decides, and no rule: insults, threats, an intent to harm, despair.

A hint and never a verdict (R53, A20): a list errs on the side of asking somebody, because a clerk who looks in vain
loses a second.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from domain.routing import Lemmatizer, Reading, Word, fold_word, read_text


class Caution(StrEnum):
    """What the words speak of, the gravest first (R53, Krasnoufimsk No. 83, п. 21)."""

    SUICIDE = "suicide"
    HARM = "harm"
    THREAT = "threat"
    ABUSE = "abuse"

    @property
    def is_veiled(self) -> bool:
        """Whether cards hide the words until somebody wants to see them; a cry for help must be read at once."""
        return self is not Caution.SUICIDE


_EXACT: Final = "="
_END: Final = "."
_ENDS: Final = frozenset(".,!?…;:)\n")


def graver(first: Caution | None, second: Caution | None) -> Caution | None:
    """The graver of two."""
    return min(filter(None, (first, second)), key=list(Caution).index, default=None)


@dataclass(frozen=True, slots=True)
class _Token:
    """A word of a sign: in any inflection, or (`form`) exactly so."""

    lemmas: frozenset[str]
    form: str | None = None

    def fits(self, word: Word, text: str) -> bool:
        if self.form is not None:
            return fold_word(text[word.start : word.end]) == self.form
        return not self.lemmas.isdisjoint(word.lemmas)


@dataclass(frozen=True, slots=True, eq=False)
class _Sign:
    caution: Caution
    tokens: tuple[_Token, ...]
    ends: bool

    def stands_at(self, place: int, reading: Reading) -> bool:
        there = reading.words[place : place + len(self.tokens)]
        if len(there) < len(self.tokens):
            return False
        fits = all(token.fits(word, reading.text) for token, word in zip(self.tokens, there, strict=True))
        return fits and (not self.ends or _ends_after(place + len(self.tokens) - 1, reading))


def _ends_after(place: int, reading: Reading) -> bool:
    if place + 1 == len(reading.words):
        return True
    between = reading.text[reading.words[place].end : reading.words[place + 1].start]
    return not _ENDS.isdisjoint(between)


class CautionTable:
    """Signs by their first word. `=word` is that very form, any other word stands for all its inflections; a full stop
    at the end asks for the end of a clause: «не хочу жить», and not «не хочу жить рядом со свалкой».
    """

    def __init__(self, signs: Mapping[Caution, Iterable[str]], lemmatizer: Lemmatizer) -> None:
        self._by_first: defaultdict[str, list[_Sign]] = defaultdict(list)
        for caution, phrases in signs.items():
            for phrase in phrases:
                self._add(_read_sign(caution, phrase, lemmatizer))

    def find(self, reading: Reading) -> Caution | None:
        """The gravest that the words speak of."""
        found = {sign.caution for sign in self._list_standing(reading)}
        return min(found, key=list(Caution).index, default=None)

    def _add(self, sign: _Sign) -> None:
        first = sign.tokens[0]
        for key in first.lemmas:
            self._by_first[key].append(sign)

    def _list_standing(self, reading: Reading) -> Iterator[_Sign]:
        for place, word in enumerate(reading.words):
            for lemma in word.lemmas:
                yield from (sign for sign in self._by_first.get(lemma, ()) if sign.stands_at(place, reading))


def _read_sign(caution: Caution, phrase: str, lemmatizer: Lemmatizer) -> _Sign:
    ends = phrase.endswith(_END)
    tokens = [_read_token(word, lemmatizer) for word in phrase.removesuffix(_END).split()]
    return _Sign(caution, tuple(tokens), ends)


def _read_token(word: str, lemmatizer: Lemmatizer) -> _Token:
    bare = fold_word(word.removeprefix(_EXACT))
    (only,) = read_text(bare, lemmatizer).words
    return _Token(only.lemmas, bare if word.startswith(_EXACT) else None)
