"""A measure as a line, and who answers for it."""

from datetime import date
from typing import Final

from domain.causes.causes import Measure
from domain.ids import UserId
from domain.municipality import Municipality
from domain.words.names import short_name
from locales.texts import Html, Texts
from views.cards.people import mention
from views.measure import one_line
from views.moments import day_in_figures

WORDS_ROOM: Final = 140
"""Of a cause or a measure in a list."""
BUTTON_ROOM: Final = 48
_NAME_ROOM: Final = 60


def state(measure: Measure, today: date) -> str:
    """As texts call it (a code)."""
    if not measure.is_open:
        return measure.state.value
    if not measure.is_whole:
        return "unset"
    return "late" if measure.is_late(today) else "open"


def due_words(measure: Measure) -> str:
    """«20.03.2026», empty where there is no term."""
    return day_in_figures(measure.due) if measure.due else ""


def who(measure: Measure, town: Municipality, texts: Texts, *, calls: bool = False) -> str | Html:
    """The department by its short name and the person, mentioned where the message `calls`; a dash where there is none."""
    department = town.find_department(measure.department) if measure.department else None
    called = one_line(department.short or department.name, _NAME_ROOM) if department else "—"
    employee = town.find_employee(measure.person or UserId(0))
    if employee is None:
        return called
    name = one_line(short_name(employee.name), _NAME_ROOM)
    if calls:
        return texts("measure-people", department=called, name=mention(employee.id, name, texts))
    return texts.plain("measure-people", department=called, name=name)


def measure_line(measure: Measure, town: Municipality, texts: Texts, today: date) -> Html:
    """What, until when, who; how it ended."""
    return texts(
        "measure-line",
        state=state(measure, today),
        words=one_line(measure.words, WORDS_ROOM),
        due=due_words(measure),
        who=who(measure, town, texts),
    )


def topic_name(code: str, town: Municipality) -> str:
    """A topic that is no more stands by its code."""
    topic = town.find_topic(code)
    return one_line(topic.name if topic else code, _NAME_ROOM)
