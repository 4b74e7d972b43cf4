"""Russian words by their dictionary forms."""

from functools import cache, lru_cache
from typing import Final

import pymorphy3

from domain.routing import fold_word

_CACHED_WORDS: Final = 4096
_LONGEST_WORD: Final = 50
_PARTICLES: Final = ("-то", "-ка", "-таки", "-с")


class Words:
    """`domain.routing.Lemmatizer` over the OpenCorpora dictionary.

    Loads the dictionary when made, 0.1 s and 23 MB: one for the process.
    All parses count, unknown words are guessed by their endings, ё equals е.
    """

    def __init__(self, cached_words: int = _CACHED_WORDS) -> None:
        # Which parse is the likelier is never asked here; without the estimates a word takes half the time.
        self._analyzer = pymorphy3.MorphAnalyzer(lang="ru", probability_estimator_cls=None)
        self._cached = lru_cache(cached_words)(self._parse)

    def lemmas(self, word: str) -> frozenset[str]:
        """All dictionary forms of a folded word; the word itself where it is too long to be one."""
        return self._cached(word) if len(word) <= _LONGEST_WORD else frozenset({word})

    def _parse(self, word: str) -> frozenset[str]:
        bare = _without_particle(word)
        forms = {parse.normal_form for parse in self._analyzer.parse(bare)}
        return frozenset(map(fold_word, forms or {bare}))


@cache
def dictionary() -> Words:
    """The process's own."""
    return Words()


def _without_particle(word: str) -> str:
    particle = next((particle for particle in _PARTICLES if word.endswith(particle)), "")
    return word.removesuffix(particle)
