"""The fields of the day's paper: what came, what became of it, what is overdue (R11, Grozny, алг. 7)."""

from collections.abc import Sequence
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from domain.municipality import Municipality
from domain.regulation.terms import Holder
from domain.rhythm.figures import DayFigures, WorkItem, worst_first
from locales.texts import Texts
from reports.counting import Line, Lines
from reports.papers.words import day_words, literal, moment_words


@dataclass(frozen=True, slots=True)
class DepartmentLine:
    """One department on this day."""

    name: str
    given: int
    answered: int
    overdue: int


@dataclass(frozen=True, slots=True)
class OverdueLine:
    """An appeal whose term was over at the end of the day."""

    number: str
    what: str
    who: str
    due: str


@dataclass(frozen=True, slots=True)
class DayFields:
    """Each is told of in docs/papers.md."""

    municipality: str
    legal_act: str
    day_words: str
    since_words: str
    until_words: str
    so_far: str
    received: int
    received_words: str
    answered: int
    closed: int
    overdue: int
    overdue_rest: int
    channels: Lines
    departments: tuple[DepartmentLine, ...]
    overdue_list: tuple[OverdueLine, ...]


def day_fields(
    town: Municipality, figures: DayFigures, items: Sequence[WorkItem], so_far: str, texts: Texts
) -> DayFields:
    """`items`: the longest overdue, as many as the paper lists."""
    zone, period = ZoneInfo(town.timezone), figures.period
    names = {channel.code: channel.name for channel in town.channels}
    return DayFields(
        municipality=literal(town.name),
        legal_act=literal(town.legal_act),
        day_words=day_words(period.day),
        since_words=moment_words(period.since.astimezone(zone)),
        until_words=moment_words(period.until.astimezone(zone)),
        so_far=so_far,
        received=figures.received,
        received_words=texts.plain("paper-appeals", count=figures.received),
        answered=figures.answered,
        closed=figures.closed,
        overdue=figures.overdue,
        overdue_rest=max(figures.overdue - len(items), 0),
        channels=tuple(
            Line(literal(names.get(channel, channel)), count) for channel, count in figures.channels.items()
        ),
        departments=tuple(
            DepartmentLine(_department(one.code, town), one.given, one.answered, one.overdue)
            for one in worst_first(figures.departments)
            if one.given or one.answered or one.overdue
        ),
        overdue_list=tuple(_overdue(item, town, zone, texts) for item in items),
    )


def _department(code: str, town: Municipality) -> str:
    known = town.find_department(code)
    return literal(known.name if known else code)


def _overdue(item: WorkItem, town: Municipality, zone: ZoneInfo, texts: Texts) -> OverdueLine:
    """Words that speak of a threat stay folded: the paper names the topic alone."""
    topic = town.find_topic(item.topic)
    gist = "" if item.caution else item.gist
    what = ", ".join(filter(None, (topic.name if topic else gist, item.address)))
    return OverdueLine(
        item.number, literal(what), _who(item, town, texts), moment_words(item.due_at.astimezone(zone))
    )


def _who(item: WorkItem, town: Municipality, texts: Texts) -> str:
    if item.department:
        return ", ".join(
            filter(None, (_department(item.department, town), literal(item.executor_name or "")))
        )
    return texts.plain("work-approvers" if item.holder is Holder.APPROVERS else "work-coordinators")
