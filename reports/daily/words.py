"""From the day's figures to its picture: the same figures that the summary tells in words (R11, R32)."""

from collections.abc import Collection, Iterator
from datetime import date
from typing import Final
from zoneinfo import ZoneInfo

from domain.municipality import Municipality
from domain.rhythm.figures import DayFigures, worst_first
from locales.days import period_in_words
from locales.texts import Texts
from reports.counting import Line, Lines
from reports.daily.shape import Column, DayPicture, DepartmentRow, Tile
from reports.papers.words import literal

DAYS_BEFORE: Final = 6
"""Working days whose arrivals stand beside the day's own."""
_DEPARTMENTS: Final = 10
_TOPICS: Final = 5


def day_picture(
    town: Municipality, figures: DayFigures, texts: Texts, scope: Collection[str] | None = None
) -> DayPicture:
    """Departments as the lists have them, whoever has to be asked on top. `scope`: codes of those whose figures these are:
    the picture names them, so that nobody takes a part for the whole (R66).
    """
    say, period = texts.plain, figures.period
    departments = worst_first(figures.departments)
    rest = len(departments) - _DEPARTMENTS
    return DayPicture(
        town=_whose(town, texts, scope),
        day=period_in_words(period, ZoneInfo(town.timezone), texts),
        tiles=tuple(_tiles(figures, texts)),
        heads=tuple(say(f"picture-head-{head}") for head in ("department", "late", "hand", "given", "done")),
        departments=tuple(
            DepartmentRow(_department(one.code, town), one.overdue, one.in_hand, one.given, one.answered)
            for one in departments[:_DEPARTMENTS]
        ),
        departments_rest=say("picture-departments-rest", count=rest) if rest > 0 else "",
        arrivals_title=say("picture-arrivals"),
        arrivals=tuple(_columns(figures, texts)),
        topics_title=say("picture-topics"),
        topics=_topics(town, figures, texts),
        topics_rest=_topics_rest(figures, texts),
        no_topics=say("picture-no-topics"),
    )


def _whose(town: Municipality, texts: Texts, scope: Collection[str] | None) -> str:
    if scope is None:
        return literal(town.name)
    departments = ", ".join(_department(code, town) for code in sorted(scope))
    return texts.plain("paper-part", name=literal(town.name), departments=departments)


def _tiles(figures: DayFigures, texts: Texts) -> Iterator[Tile]:
    yield Tile(figures.received, texts.plain("picture-received"))
    yield Tile(figures.answered, texts.plain("picture-answered"))
    yield Tile(figures.overdue, texts.plain("picture-overdue"), is_alarm=bool(figures.overdue))
    if figures.present is not None:
        yield Tile(figures.needs, texts.plain("picture-needs"), is_alarm=bool(figures.needs))


def _columns(figures: DayFigures, texts: Texts) -> Iterator[Column]:
    for day, count in figures.before:
        yield _column(day, count, texts)
    period = figures.period
    yield _column(period.day, figures.received, texts, is_whole=period.is_whole)


def _column(day: date, count: int, texts: Texts, *, is_whole: bool = True) -> Column:
    return Column(f"{day:%d.%m}", texts.plain(f"day-{day.weekday()}"), count, is_whole)


def _topics(town: Municipality, figures: DayFigures, texts: Texts) -> Lines:
    return tuple(
        Line(_topic(code, town, texts), count) for code, count in list(figures.topics.items())[:_TOPICS]
    )


def _topics_rest(figures: DayFigures, texts: Texts) -> str:
    rest = sum(list(figures.topics.values())[_TOPICS:])
    return texts.plain("picture-topics-rest", count=rest) if rest else ""


def _topic(code: str, town: Municipality, texts: Texts) -> str:
    """What an imported register calls otherwise keeps its name."""
    topic = town.find_topic(code)
    return literal(topic.name if topic else code) or texts.plain("paper-no-topic")


def _department(code: str, town: Municipality) -> str:
    department = town.find_department(code)
    return literal(department.label if department else code)
