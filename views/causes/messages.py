"""What is asked in words, and what departments and coordinators are told of measures."""

from datetime import date

from aiogram.types import ForceReply

from domain.causes.causes import Board, Measure, RootCause
from domain.causes.pages import CauseAsk, CausePage, CauseQuestion
from domain.municipality import Municipality
from locales.texts import Html, Texts, join_html
from views.buttons import button, keyboard
from views.cards.people import mention
from views.causes import lines
from views.causes.callbacks import CauseGo
from views.causes.measure import done_button, measure_facts
from views.measure import one_line
from views.moments import day_in_figures
from views.parts import Part, Text


def prompt(texts: Texts, town: Municipality, board: Board, question: CauseQuestion) -> list[Part]:
    """Words of whoever pressed: about which topic, cause or measure, and by an example."""
    topic = lines.topic_name(question.of, town) if question.ask is CauseAsk.CAUSE else ""
    kept = board.causes if question.ask is CauseAsk.MEASURE else board.measures
    words = next((one.words for one in kept if str(one.id) == question.of), "")
    said = texts(
        "cause-prompt",
        ask=question.ask.value,
        mention=mention(question.user_id, question.user_name, texts),
        topic=topic,
        words=one_line(words, lines.WORDS_ROOM),
    )
    placeholder = texts.plain("cause-placeholder", ask=question.ask.value)
    return [Text(said, ForceReply(selective=True, input_field_placeholder=placeholder), silent=True)]


def of_department(
    texts: Texts,
    town: Municipality,
    about: tuple[RootCause, Measure],
    chat: int,
    today: date,
    *,
    is_due: bool,
) -> list[Part]:
    """What the department has to do, as it stands now; a button where it is still to be done and still the department's.

    A chat that is no department's stands in for one that is lost.
    """
    cause, measure = about
    there = town.list_departments_of_chat(chat)
    if there and measure.department not in {one.code for one in there}:
        moved = texts("measure-handed-on", who=lines.who(measure, town, texts))
        head = texts("measure-over-line", words=measure.words)
        return [Text(join_html("\n", [head, moved]), silent=True)]
    is_awaited = measure.is_open and cause.is_open
    key = _head(measure, today, is_due=is_due) if is_awaited else "measure-over-line"
    head = texts(key, words=measure.words, due=lines.due_words(measure))
    facts = measure_facts(measure, town, texts, today, calls=is_due and is_awaited)
    if measure.is_open and not cause.is_open:
        facts = [texts("measure-needless", state=cause.state.value, who=cause.closed_by or "")]
    markup = keyboard([[done_button(measure, texts)]]) if is_awaited else None
    return [Text(join_html("\n", [head, *facts]), markup)]


def _head(measure: Measure, today: date, *, is_due: bool) -> str:
    if not is_due or measure.due is None:
        return "measure-given"
    if measure.due == today:
        return "measure-due-today"
    return "measure-due-soon" if measure.due > today else "measure-due-over"


def reported(texts: Texts, town: Municipality, measure: Measure) -> list[Part]:
    """To the coordinators: a department says that it is done, with its words and the way to the cause."""
    department = town.find_department(measure.department) if measure.department else None
    called = (department.short or department.name) if department else "—"
    said = texts(
        "measure-reported-by",
        department=called,
        who=measure.said_by or "",
        said=measure.said or "",
    )
    head = texts("measure-reported", words=measure.words)
    more = button(texts.plain("button-roadmap"), CauseGo(page=CausePage.MEASURE, of=str(measure.id)))
    return [Text(join_html("\n", [head, said]), keyboard([[more]]), silent=True)]


def late_lines(texts: Texts, town: Municipality, measures: tuple[Measure, ...], most: int) -> list[Html]:
    """In the coordinators' digest: measures whose terms have passed."""
    if not measures:
        return []
    named = [
        texts(
            "digest-measure",
            words=one_line(one.words, lines.WORDS_ROOM),
            who=lines.who(one, town, texts),
            due=day_in_figures(one.due) if one.due else "",
        )
        for one in measures[:most]
    ]
    more = [texts("digest-measures-more")] if len(measures) > most else []
    return [texts("digest-measures", count=str(len(measures))), *named, *more]
