"""The fields of the map on paper, and the words of its picture (R58)."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from domain.municipality import Municipality
from locales.texts import Texts
from reports.counting import percent
from reports.heat.counting import MapFigures, Tally, largest
from reports.heat.words import MapWords
from reports.papers.words import literal

LISTED: Final = 200
"""Messages without a territory that a paper names; the rest are in the JSON and the book."""
_MOST: Final = 3
_IN_A_CELL: Final = 8


@dataclass(frozen=True, slots=True)
class PlaceLine:
    """A topic with its territories in one line, or a territory with its topics."""

    name: str
    count: int
    late: int
    most: str


@dataclass(frozen=True, slots=True)
class SpotLine:
    """A weak point."""

    topic: str
    territory: str
    count: int
    late: int
    unsolved: int


@dataclass(frozen=True, slots=True)
class WeekLine:
    """A week with what it was most written about."""

    week: str
    count: int
    most: str


@dataclass(frozen=True, slots=True)
class UnplacedLine:
    """A message whose territory somebody has to say."""

    number: str
    address: str


@dataclass(frozen=True, slots=True)
class MapFields:
    """Each is told of in docs/papers.md."""

    municipality: str
    legal_act: str
    days_words: str
    so_far: str
    received: int
    received_words: str
    late: int
    unsolved: int
    nowhere: int
    topics: tuple[PlaceLine, ...]
    territories: tuple[PlaceLine, ...]
    spots: tuple[SpotLine, ...]
    weeks: tuple[WeekLine, ...]
    unplaced: tuple[UnplacedLine, ...]
    unplaced_rest: int


def map_fields(
    town: Municipality, days_words: str, so_far: str, figures: MapFigures, texts: Texts
) -> MapFields:
    """`so_far`: a sentence where the days are not over yet."""
    names = _Names(figures, texts)
    unknown = texts.plain("paper-map-no-address")
    return MapFields(
        municipality=literal(town.name),
        legal_act=literal(town.legal_act),
        days_words=days_words,
        so_far=so_far,
        received=figures.whole.count,
        received_words=texts.plain("paper-appeals", count=figures.whole.count),
        late=figures.whole.late,
        unsolved=figures.whole.unsolved,
        nowhere=figures.nowhere,
        topics=tuple(names.list_topics()),
        territories=tuple(names.list_territories()),
        spots=tuple(
            SpotLine(
                literal(one.topic),
                literal(one.territory),
                one.tally.count,
                one.tally.late,
                one.tally.unsolved,
            )
            for one in figures.spots
        ),
        weeks=tuple(names.list_weeks()),
        unplaced=tuple(
            UnplacedLine(one.number, literal(one.address) or unknown) for one in figures.unplaced[:LISTED]
        ),
        unplaced_rest=max(len(figures.unplaced) - LISTED, 0),
    )


def map_words(
    town: Municipality, days_words: str, so_far: str, figures: MapFigures, texts: Texts
) -> MapWords:
    """For the picture and the book."""
    say = texts.plain
    return MapWords(
        title=say("paper-map-title"),
        town=literal(town.name),
        days=days_words,
        summary=tuple(_summary(figures, so_far, texts)),
        topic=say("paper-map-topic"),
        every=say("paper-map-every"),
        no_topic=say("paper-no-topic"),
        no_territory=say("paper-map-no-territory"),
        legend=say("paper-map-legend"),
        late_mark=say("paper-map-late-mark"),
        late=say("paper-map-late"),
        weeks=say("paper-map-weeks"),
        weeks_note=say("paper-map-weeks-note"),
        in_all=say("paper-map-in-all"),
        empty=say("paper-map-empty"),
        unplaced=say("paper-map-unplaced"),
        number=say("paper-map-number"),
        address=say("paper-map-address"),
    )


def _summary(figures: MapFigures, so_far: str, texts: Texts) -> Iterator[str]:
    """What a head reads first."""
    whole = figures.whole
    if so_far:
        yield so_far
    if not whole.count:
        return
    received = texts.plain("paper-appeals", count=whole.count)
    late, nowhere = _share(whole.late, whole.count), _share(figures.nowhere, whole.count)
    yield texts.plain("paper-map-summary", received=received, late=late, unsolved=str(whole.unsolved))
    most = [(f"{one.territory}: {one.topic}", one.tally) for one in figures.spots[:_MOST]]
    if most:
        yield texts.plain("paper-map-spots", spots=_in_line(most, "; "))
    if figures.nowhere:
        yield texts.plain("paper-map-nowhere", nowhere=nowhere)


def _share(part: int, whole: int) -> str:
    return f"{part} ({percent(part, whole, '1')} %)" if part else "0"


def _in_line(tallies: Sequence[tuple[str, Tally]], between: str = ", ") -> str:
    """«Центр – 14 (2)»: in brackets those that missed their term."""
    return between.join(
        f"{literal(name)} – {tally.count}" + (f" ({tally.late})" if tally.late else "")
        for name, tally in tallies
    )


class _Names:
    def __init__(self, figures: MapFigures, texts: Texts) -> None:
        self._figures = figures
        self._no_topic = texts.plain("paper-no-topic")
        self._no_territory = texts.plain("paper-map-no-territory")

    def list_topics(self) -> Iterator[PlaceLine]:
        figures = self._figures
        for topic in figures.topics:
            cells = {at: tally for (of, at), tally in figures.cells.items() if of == topic}
            name = literal(topic) or self._no_topic
            yield self._line(name, figures.by_topic[topic], cells, self._no_territory)

    def list_territories(self) -> Iterator[PlaceLine]:
        """Also those in which nothing happened."""
        figures = self._figures
        for territory in figures.territories:
            cells = {of: tally for (of, at), tally in figures.cells.items() if at == territory}
            name = literal(territory) or self._no_territory
            yield self._line(name, figures.by_territory.get(territory, Tally()), cells, self._no_topic)

    def list_weeks(self) -> Iterator[WeekLine]:
        figures = self._figures
        for monday in figures.weeks:
            of = [(topic, Tally(tally.weeks[monday])) for topic, tally in figures.by_topic.items()]
            most = largest(
                {topic or self._no_topic: tally for topic, tally in of},
                [one or self._no_topic for one, _ in of],
            )
            yield WeekLine(_week_words(monday), figures.whole.weeks[monday], _in_line(most[:_MOST]))

    @staticmethod
    def _line(name: str, tally: Tally, cells: Mapping[str, Tally], nameless: str) -> PlaceLine:
        shown = [(at or nameless, one) for at, one in largest(cells, list(cells))]
        more = ", …" if len(shown) > _IN_A_CELL else ""
        return PlaceLine(name, tally.count, tally.late, _in_line(shown[:_IN_A_CELL]) + more)


def _week_words(monday: date) -> str:
    return f"{monday:%d.%m}–{monday + timedelta(days=6):%d.%m.%Y}"
