"""The words of the register's columns, in both directions: from values to words and back."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Final

from domain.kinds import AppealKind
from domain.municipality import Category
from domain.outcomes import Outcome
from domain.register.marks import ApplicantKind
from domain.register.rows import Column
from domain.ways import Way
from locales.texts import Texts

_FAMILIES: Final[Mapping[type[StrEnum], str]] = {
    ApplicantKind: "applicant_kind",
    AppealKind: "kind",
    Category: "category",
    Outcome: "outcome",
    Way: "way",
}


def folded(word: str) -> str:
    """As words of files are compared: case, ё and the number of spaces make no difference."""
    return " ".join(word.split()).casefold().replace("ё", "е")


class RegisterWords:
    """What the columns are called, and what stands in those that hold one of a few words."""

    def __init__(self, texts: Texts) -> None:
        self.columns = {column: texts.plain(f"register-column-{column.value}") for column in Column}
        self.yes, self.no = texts.plain("register-yes"), texts.plain("register-no")
        self._by_kind = {
            kind: {value: texts.plain(f"register-{family}-{value.value}") for value in kind}
            for kind, family in _FAMILIES.items()
        }

    def word(self, value: StrEnum | None) -> str:
        """The word for a value; nothing for none."""
        return "" if value is None else self._words_of(type(value))[value]

    def flag(self, value: bool) -> str:  # noqa: FBT001 — the value itself
        """«да» or «нет»."""
        return self.yes if value else self.no

    def words_of(self, kind: type[StrEnum]) -> Mapping[str, StrEnum]:
        """Every value of a kind by its word, folded."""
        return {folded(word): value for value, word in self._words_of(kind).items()}

    def list_words(self, kind: type[StrEnum]) -> list[str]:
        """The words as they are written."""
        return list(self._words_of(kind).values())

    def _words_of(self, kind: type[StrEnum]) -> Mapping[StrEnum, str]:
        return self._by_kind[kind]
