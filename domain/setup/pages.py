"""Setting up in the chat: the pages of the one message, and the words that are waited for."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final

from domain.ids import UserId
from domain.municipality import Municipality, SetupStep
from domain.setup.changes import find_topic
from domain.setup.founding import next_step
from domain.setup.vocabulary import Change


class Page(StrEnum):
    """What the message shows; some pages are of one department, topic, person or role."""

    HOME = "home"
    TIMEZONE = "timezone"
    REGULATION = "regulation"
    HOURS = "hours"
    DEPARTMENTS = "departments"
    DEPARTMENT = "department"
    DROP_DEPARTMENT = "drop"
    TOPIC = "topic"
    CHATS = "chats"
    PEOPLE = "people"
    PERSON = "person"
    REMOVE = "remove"
    INVITE = "invite"
    INVITE_TO = "invite_to"
    CALENDAR = "calendar"
    CONSENT = "consent"
    APPROVAL = "approval"
    DETAILS = "details"
    CHANNELS = "channels"


PAGE_OF_STEP: Final = {
    SetupStep.TIMEZONE: Page.TIMEZONE,
    SetupStep.REGULATION: Page.REGULATION,
    SetupStep.HOURS: Page.HOURS,
    SetupStep.DEPARTMENTS: Page.DEPARTMENTS,
    SetupStep.COORDINATORS: Page.CHATS,
    SetupStep.PEOPLE: Page.PEOPLE,
}
"""Where a step is taken; all else begins on the first page."""

QUESTION_LIVES: Final = timedelta(hours=1)
"""So long words that reply to nothing are taken for the answer."""


@dataclass(frozen=True, slots=True)
class PageOf:
    """A page, and what it is a page of."""

    page: Page
    of: str = ""


@dataclass(frozen=True, slots=True)
class Question:
    """A waiting for an administrator's words, which survives restarts; `stamp` is what the page knew when it asked.

    `message_id` is the message with the pages, which changes when the words have come.
    """

    id: int
    change: Change
    of: str
    stamp: str
    chat_id: int
    user_id: UserId
    user_name: str
    message_id: int
    created_at: datetime
    closed_at: datetime | None = None


def page_after(old: Municipality, new: Municipality, change: Change, of: str) -> PageOf:
    """Where the message turns when a change is made: on to what is lacking, or to what was changed."""
    if change in _OF_TOWN:
        return page_of_step(next_step(new))
    match change:
        case Change.NEW_DEPARTMENT:
            return PageOf(Page.DEPARTMENT, new.departments[-1].code)
        case Change.DROP_DEPARTMENT:
            return PageOf(Page.DEPARTMENTS)
        case Change.DROP_TOPIC:
            return PageOf(Page.DEPARTMENT, find_topic(old, of).department)
        case Change.REMOVE:
            return PageOf(Page.PEOPLE)
    return PageOf(_PAGES.get(change, Page.DEPARTMENT), of)


def page_of_step(step: SetupStep | None) -> PageOf:
    """Where a step is taken."""
    return PageOf(PAGE_OF_STEP.get(step, Page.HOME) if step else Page.HOME)


def page_of(change: Change, of: str, municipality: Municipality) -> PageOf:
    """Where a change is offered, to be shown anew when somebody else was quicker."""
    if change in _OF_TOWN or change is Change.NEW_DEPARTMENT:
        return PageOf(Page.HOME)
    if change in _OF_TERMS:
        return PageOf(_OF_TERMS[change])
    page = Page.PERSON if change is Change.REMOVE else _PAGES.get(change, Page.DEPARTMENT)
    page = Page.TOPIC if change is Change.DROP_TOPIC else page
    there = municipality.find_department(of) or municipality.find_topic(of)
    if page is Page.PERSON and of.isdecimal():
        return PageOf(page, of) if municipality.find_employee(int(of)) else PageOf(Page.PEOPLE)
    return PageOf(page, of) if there else PageOf(Page.DEPARTMENTS)


_OF_TOWN: Final = {
    Change.NAME,
    Change.TIMEZONE,
    Change.REGULATION,
    Change.HOURS,
    Change.OWN_HOURS,
    Change.OPEN,
}
_OF_TERMS: Final = {
    **dict.fromkeys((Change.DAY_OFF, Change.WORKING_DAY, Change.SHORT_DAY, Change.DROP_DAY), Page.CALENDAR),
    **dict.fromkeys((Change.NEW_YEAR, Change.DROP_YEAR), Page.CALENDAR),
    **dict.fromkeys((Change.CONSENT_MODE, Change.CONSENT_TEXT, Change.CONSENT_KEEP), Page.CONSENT),
    **dict.fromkeys((Change.SELF_APPROVAL, Change.UNDO_SECONDS), Page.APPROVAL),
    **dict.fromkeys((Change.REGION, Change.EMERGENCY_PHONE, Change.APPEAL_URL, Change.SSTU), Page.DETAILS),
    **dict.fromkeys(
        (Change.NEW_CHANNEL, Change.COUNTED, Change.WATCHED, Change.ACCOUNT, Change.DROP_CHANNEL),
        Page.CHANNELS,
    ),
}
"""Pages of the whole town that no step of a first set-up needs."""
_PAGES: Final = {
    **_OF_TERMS,
    Change.TOPIC_NAME: Page.TOPIC,
    Change.WORDS: Page.TOPIC,
    Change.URGENT: Page.TOPIC,
    Change.CATEGORY: Page.TOPIC,
    Change.PERSON_NAME: Page.PERSON,
    Change.ROLE: Page.PERSON,
    Change.PLACE: Page.PERSON,
    Change.POSITION: Page.PERSON,
    Change.PERSON_PHONE: Page.PERSON,
    Change.EMAIL: Page.PERSON,
}
