"""The history of an appeal has a word for everything that the journal may say (R54)."""

from domain.assignments import AssignmentState
from domain.escalation import Level
from domain.promises import PromiseState
from domain.regulation.terms import Stage
from domain.search.history import TOLD
from domain.status import Action, Event
from locales.texts import Translations


def test_every_action_field_and_state_has_words_of_its_own():
    texts = Translations().texts("ru")
    wordless = [one for one in (*Action, *Event) if texts.plain("history-action", action=one) == one.value]
    wordless += [one for one in TOLD if texts.plain("history-field", field=one) == one]
    states = (*AssignmentState, *PromiseState)
    wordless += [one for one in states if texts.plain("history-state", value=one) == one.value]
    wordless += [one for one in Stage if texts.plain("history-stage", value=one) == one.value]
    wordless += [one for one in Level if texts.plain("history-level", value=one) == one.value]
    assert wordless == []
