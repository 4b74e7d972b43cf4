"""Words as the search keeps them and asks for them: by their dictionary forms, without what stands in every text."""

from collections.abc import Callable, Iterable
from itertools import islice
from typing import Final

from domain.routing import Lemmatizer, fold_word, list_words

MOST_WORDS: Final = 2_000
"""Of one appeal; a megabyte of words must not hold up its neighbours."""
_FILLERS: Final = frozenset(
    [
        *(
            "а",
            "без",
            "бы",
            "в",
            "во",
            "да",
            "для",
            "до",
            "же",
            "за",
            "и",
            "из",
            "или",
            "к",
            "ко",
            "как",
            "ли",
        ),
        *("на", "над", "не", "ни", "но", "о", "об", "от", "по", "под", "при", "про", "с", "со", "у", "что"),
        *("это", "ул", "улица", "д", "дом", "г", "пр", "просп", "проспект", "пер", "переулок"),
    ]
)
"""Small words, and kinds of streets, which people name or leave out: neither kept nor asked for."""


def list_terms(texts: Iterable[str], find_forms: Callable[[str], frozenset[str]]) -> set[str]:
    """All dictionary forms (`forms_of`) of all the words: what is kept of an appeal."""
    written = dict.fromkeys(word for text in texts for word in list_words(text))
    forms: set[str] = set()
    for word in islice(written, MOST_WORDS):
        forms |= find_forms(word)
    return forms - _FILLERS


def forms_of(word: str, lemmatizer: Lemmatizer) -> frozenset[str]:
    """The dictionary forms of a word; house numbers and marks of files have none but themselves."""
    word = fold_word(word)
    return lemmatizer.lemmas(word) if word.replace("-", "").isalpha() else frozenset({word})


def is_filler(word: str, lemmatizer: Lemmatizer) -> bool:
    """Whether a word is one of those that are not kept."""
    return not _FILLERS.isdisjoint(forms_of(word, lemmatizer))
