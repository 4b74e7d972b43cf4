"""An address as words with their lemmas and, where a word says what kind of place stands beside it, that kind."""

from collections.abc import Iterator
from dataclasses import dataclass

from domain.routing import Lemmatizer, fold_word, read_text
from domain.territories.streets import KINDS, ORDINAL, SHORT_KINDS, street_word


@dataclass(frozen=True, slots=True)
class Token:
    """A word of the address: `plain` as it is compared, `kind` in the nominative or empty."""

    plain: str
    lemmas: frozenset[str]
    kind: str
    start: int
    end: int
    is_ordinal: bool

    @property
    def is_letter(self) -> bool:
        """An initial."""
        return len(self.plain) == 1 and not self.plain.isdigit()


def read_tokens(text: str, lemmatizer: Lemmatizer) -> list[Token]:
    """The words in their order."""
    return list(_read(text, lemmatizer))


def lemmas_of(word: str, lemmatizer: Lemmatizer) -> frozenset[str]:
    """The dictionary forms of a name's word, and the word itself: not every name is in the dictionary."""
    return frozenset({word}) if word.isdigit() else lemmatizer.lemmas(word) | {word}


def _read(text: str, lemmatizer: Lemmatizer) -> Iterator[Token]:
    for word in read_text(text, lemmatizer).words:
        written = text[word.start : word.end]
        plain = street_word(written)
        yield Token(
            plain=plain,
            lemmas=frozenset({plain}) if plain.isdigit() else word.lemmas | {plain},
            kind=_kind(text, plain, word.lemmas, word.end),
            start=word.start,
            end=word.end,
            is_ordinal=ORDINAL.fullmatch(fold_word(written)) is not None,
        )


def _kind(text: str, plain: str, lemmas: frozenset[str], end: int) -> str:
    """A single letter is a kind with a point behind it alone, and before a name: «с. Ивановка», but «с Ленина», «д. 5»."""
    if len(plain) == 1:
        behind = text[end:].lstrip(". ")[:1]
        is_kind = text[end : end + 1] == "." and behind.isalpha()
        return SHORT_KINDS.get(plain, "") if is_kind else ""
    return SHORT_KINDS.get(plain) or next(iter(sorted(lemmas & KINDS)), "")
