"""Which department a message is for, by the words of the topics in the municipality's file.

A word matches in any inflection: where the sets of all lemmas of the text's word and of the topic's word meet.
A word with several parses (стекло: the noun or the verb) matches by each, because a rule that keeps silent costs
a citizen more than one that a coordinator sees to be wrong; what is not sure, a coordinator decides.
"""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final, Protocol

from domain.ids import DepartmentCode, TopicCode
from domain.municipality import Topic

_UNSEEN: Final = "\u0300\u0301\u00ad\u200b-\u200d\u2060\ufeff"
_WORD: Final = re.compile(rf"[^\W_](?:[^\W_]|[{_UNSEEN}\u0302-\u036f]|[-\u2010\u2011](?=[^\W_]))*")
_DROPPED: Final = re.compile(f"[{_UNSEEN}]")
_FOLDED: Final = str.maketrans("ё\u2010\u2011", "е--")


class Lemmatizer(Protocol):
    """The dictionary forms of words; `bot.words.Words` over a real dictionary, a small table in tests."""

    def lemmas(self, word: str) -> frozenset[str]:
        """The dictionary forms of every parse of a folded word (`fold_word`), folded themselves; never empty."""
        ...


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a text: its possible lemmas and its place."""

    lemmas: frozenset[str]
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Reading:
    """A text read once; every rule about its words works on this."""

    text: str
    words: tuple[Word, ...]

    def quote(self, first: int, last: int) -> str:
        """The piece of the text from one word to another, both included."""
        return self.text[self.words[first].start : self.words[last].end]


@dataclass(frozen=True, slots=True)
class Match:
    """Why a topic was found: `phrase` as in the file, `found` as in the text, `words` of the text that speak for it."""

    topic: TopicCode
    department: DepartmentCode
    phrase: str
    found: str
    words: int


@dataclass(frozen=True, slots=True)
class Route:
    """The topics that a message speaks of, one match each, the likeliest department's first."""

    matches: tuple[Match, ...] = ()

    @property
    def departments(self) -> tuple[DepartmentCode, ...]:
        """Candidates, the likeliest first: the one with more words of the text, then the first in the file."""
        return tuple(dict.fromkeys(match.department for match in self.matches))

    @property
    def best(self) -> Match | None:
        """The match to show first; of one department's topics the one with most words, then the longest phrase."""
        return self.matches[0] if self.matches else None

    @property
    def is_sure(self) -> bool:
        """Exactly one department matches: the message may go to it without a coordinator."""
        return len(self.departments) == 1


def fold_word(word: str) -> str:
    """A word as it is compared: lower case, ё as е, without stress marks and soft hyphens."""
    composed = unicodedata.normalize("NFC", _DROPPED.sub("", word))
    return composed.lower().translate(_FOLDED)


def list_words(text: str) -> list[str]:
    """The words of a text as written: letters, digits, hyphens inside."""
    return _WORD.findall(text)


def read_text(text: str, lemmatizer: Lemmatizer) -> Reading:
    """Find the words (`list_words`) with their places and all their lemmas."""
    return Reading(
        text,
        tuple(
            Word(lemmatizer.lemmas(fold_word(found[0])), found.start(), found.end())
            for found in _WORD.finditer(text)
        ),
    )


@dataclass(frozen=True, slots=True, eq=False)
class _Phrase:
    text: str
    topic: int
    words: tuple[frozenset[str], ...]

    def stands_at(self, place: int, words: Sequence[Word]) -> bool:
        there = words[place : place + len(self.words)]
        return len(there) == len(self.words) and not any(
            own.isdisjoint(word.lemmas) for own, word in zip(self.words, there, strict=True)
        )


@dataclass(frozen=True, slots=True)
class _Hit:
    phrase: _Phrase
    start: int

    @property
    def places(self) -> range:
        return range(self.start, self.start + len(self.phrase.words))


@dataclass(frozen=True, slots=True)
class _Evidence:
    """What speaks for one topic; a word of the text counts once however many phrases cover it."""

    topic: Topic
    order: int
    places: frozenset[int]
    strongest: _Hit


class RoutingTable:
    """The topics' words, indexed by lemma, so that a message costs what it says and not what the file holds."""

    def __init__(self, topics: Iterable[Topic], lemmatizer: Lemmatizer) -> None:
        self._topics = tuple(topics)
        self._by_first_lemma: defaultdict[str, list[_Phrase]] = defaultdict(list)
        for order, topic in enumerate(self._topics):
            for text in topic.words:
                self._add(
                    _Phrase(text, order, tuple(word.lemmas for word in read_text(text, lemmatizer).words))
                )

    def route(self, reading: Reading) -> Route:
        """The topics whose words stand in the text, whole and, within a phrase, adjacent and in order."""
        evidence = self._collect(reading)
        return Route(tuple(_match(item, reading) for item in _rank(evidence)))

    def _add(self, phrase: _Phrase) -> None:
        if phrase.words:
            for lemma in phrase.words[0]:
                self._by_first_lemma[lemma].append(phrase)

    def _collect(self, reading: Reading) -> list[_Evidence]:
        hits: defaultdict[int, list[_Hit]] = defaultdict(list)
        for place, word in enumerate(reading.words):
            for phrase in self._phrases_of(word):
                if phrase.stands_at(place, reading.words):
                    hits[phrase.topic].append(_Hit(phrase, place))
        return [_weigh(self._topics[order], order, hits[order]) for order in sorted(hits)]

    def _phrases_of(self, word: Word) -> Iterator[_Phrase]:
        lists = (self._by_first_lemma.get(lemma, ()) for lemma in sorted(word.lemmas))
        return iter(dict.fromkeys(phrase for phrases in lists for phrase in phrases))


def _weigh(topic: Topic, order: int, hits: Sequence[_Hit]) -> _Evidence:
    places = frozenset(place for hit in hits for place in hit.places)
    return _Evidence(topic, order, places, max(hits, key=lambda hit: (len(hit.places), -hit.start)))


def _rank(evidence: Sequence[_Evidence]) -> list[_Evidence]:
    """The likeliest department first, within it the likeliest topic; the order of the file decides between equals."""
    places: defaultdict[DepartmentCode, set[int]] = defaultdict(set)
    order: dict[DepartmentCode, int] = {}
    for item in evidence:
        places[item.topic.department] |= item.places
        order.setdefault(item.topic.department, item.order)

    def likelihood(item: _Evidence) -> tuple[int, ...]:
        department = item.topic.department
        longest = len(item.strongest.places)
        return -len(places[department]), order[department], -len(item.places), -longest, item.order

    return sorted(evidence, key=likelihood)


def _match(item: _Evidence, reading: Reading) -> Match:
    places = item.strongest.places
    return Match(
        topic=item.topic.code,
        department=item.topic.department,
        phrase=item.strongest.phrase.text,
        found=reading.quote(places[0], places[-1]),
        words=len(item.places),
    )
