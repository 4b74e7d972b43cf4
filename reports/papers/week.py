"""The fields of the week's analytical note (R69, control centre, п. 3.2а)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from domain.municipality import Municipality
from locales.texts import Texts
from reports.counting import Line, Lines
from reports.papers.causes import RoadRow, causes_words, road_rows
from reports.papers.ranking import PlaceLine
from reports.papers.words import literal, one_place, signed, terms_words
from reports.week import Grown, WeekFigures


@dataclass(frozen=True, slots=True)
class TopicLine:
    """A topic in this week and in the one before it."""

    name: str
    count: int
    former: int
    change: str


@dataclass(frozen=True, slots=True)
class GrowthLine:
    """A topic that grew, with what the register points at (`cause`) and what people have found (`given`)."""

    name: str
    count: int
    usual: str
    cause: str
    given: str


@dataclass(frozen=True, slots=True)
class WeekFields:
    """Each is told of in docs/papers.md."""

    municipality: str
    legal_act: str
    week_words: str
    so_far: str
    received: int
    received_words: str
    former_words: str
    change: str
    answered: int
    topics: tuple[TopicLine, ...]
    growth: tuple[GrowthLine, ...]
    road_map: tuple[RoadRow, ...]
    territories: Lines
    territories_rest: int
    terms: str
    returned: int
    revised: int
    repeats: int
    solved: int
    partly: int
    unsolved: int
    judged: int
    rated: int
    mean_rating: str
    ranking: tuple[PlaceLine, ...]


def week_fields(
    town: Municipality,
    told: tuple[str, str],
    figures: WeekFigures,
    ranking: tuple[PlaceLine, ...],
    texts: Texts,
) -> WeekFields:
    """`told`: the week in words, and a sentence where it is not over yet; `ranking`: of the last weeks."""
    week_words, so_far = told
    nameless, nowhere = texts.plain("paper-no-topic"), texts.plain("paper-no-territory")
    mean = figures.mean_rating
    return WeekFields(
        municipality=literal(town.name),
        legal_act=literal(town.legal_act),
        week_words=week_words,
        so_far=so_far,
        received=figures.received,
        received_words=texts.plain("paper-appeals", count=figures.received),
        former_words=texts.plain("paper-former", count=figures.former_received),
        change=signed(figures.received - figures.former_received),
        answered=figures.answered,
        topics=tuple(
            TopicLine(literal(one.name) or nameless, one.count, one.former, signed(one.change))
            for one in figures.topics
        ),
        growth=growth_lines(figures.growth, texts),
        road_map=road_rows(figures.road, texts),
        territories=tuple(Line(literal(line.name) or nowhere, line.count) for line in figures.territories),
        territories_rest=figures.territories_rest,
        terms=terms_words(figures.times, texts),
        returned=figures.returned,
        revised=figures.revised,
        repeats=figures.repeats,
        solved=figures.solved,
        partly=figures.partly,
        unsolved=figures.unsolved,
        judged=figures.solved + figures.partly + figures.unsolved,
        rated=figures.rated,
        mean_rating="" if mean is None else one_place(mean),
        ranking=ranking,
    )


def growth_lines(growth: Sequence[Grown], texts: Texts) -> tuple[GrowthLine, ...]:
    """What has grown, in words."""
    return tuple(
        GrowthLine(
            name=literal(one.name),
            count=one.count,
            usual=one_place(one.usual),
            cause="; ".join(_causes(one, texts)),
            given=causes_words(one.given, texts),
        )
        for one in growth
    )


def _causes(grown: Grown, texts: Texts) -> Iterator[str]:
    """What the register points at (R68); it proves nothing."""
    if grown.street:
        facts = {"often": str(grown.on_street), "every": str(grown.count)}
        yield texts.plain("paper-cause-street", street=literal(grown.street), **facts)
    if grown.repeats:
        yield texts.plain("paper-cause-repeats", often=str(grown.repeats))
    if not (grown.street or grown.repeats):
        yield texts.plain("paper-cause-unknown")
