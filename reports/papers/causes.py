"""Root causes and road maps in the words of a paper."""

from collections.abc import Sequence
from dataclasses import dataclass

from locales.texts import Texts
from reports.causes import RoadLine
from reports.papers.words import day_words, literal


@dataclass(frozen=True, slots=True)
class RoadRow:
    """A line of the road map; what is not known is a dash."""

    topic: str
    cause: str
    measure: str
    term: str
    who: str
    state: str


def road_rows(road: Sequence[RoadLine], texts: Texts) -> tuple[RoadRow, ...]:
    """Each line in words; what is late says so in capitals, since papers are copied in black and white."""
    return tuple(_row(one, texts) for one in road)


def _row(line: RoadLine, texts: Texts) -> RoadRow:
    state = texts.plain("paper-road-state", state=line.state.value)
    if line.moves:
        state = texts.plain("paper-road-moved", state=state, count=str(line.moves))
    return RoadRow(
        topic=literal(line.topic),
        cause=literal(line.cause),
        measure=literal(line.measure) or texts.plain("paper-road-no-measure"),
        term=day_words(line.due) if line.due else "—",
        who=literal(", ".join(filter(None, (line.department, line.person)))) or "—",
        state=state,
    )


def causes_words(causes: Sequence[str], texts: Texts) -> str:
    """Why a topic has grown, as people found; a sentence where nobody has said."""
    return "; ".join(map(literal, causes)) or texts.plain("paper-cause-not-given")
