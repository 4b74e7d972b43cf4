"""What an administrator may change in the chat, by name."""

from enum import StrEnum
from typing import Final


class Change(StrEnum):
    """What may be changed; for `WORDED` ones the value comes in words, for the others with the button."""

    NAME = "name"
    TIMEZONE = "tz"
    REGULATION = "reg"
    HOURS = "hours"
    OWN_HOURS = "own_hours"
    OPEN = "open"
    NEW_DEPARTMENT = "dep_new"
    DEPARTMENT_NAME = "dep_name"
    SHORT = "dep_short"
    PHONE = "dep_phone"
    DEPARTMENT_EMAIL = "dep_mail"
    MEMBERS = "dep_who"
    DEPARTMENT_KIND = "dep_kind"
    DROP_DEPARTMENT = "dep_drop"
    NEW_TOPIC = "top_new"
    TOPIC_NAME = "top_name"
    WORDS = "top_words"
    URGENT = "top_urg"
    CATEGORY = "top_cat"
    DROP_TOPIC = "top_drop"
    PERSON_NAME = "per_name"
    ROLE = "role"
    PLACE = "place"
    REMOVE = "remove"
    DAY_OFF = "day_off"
    WORKING_DAY = "day_work"
    SHORT_DAY = "day_short"
    DROP_DAY = "day_drop"
    NEW_YEAR = "year_new"
    DROP_YEAR = "year_drop"
    POSITION = "per_post"
    PERSON_PHONE = "per_phone"
    EMAIL = "per_mail"
    CONSENT_MODE = "con_mode"
    CONSENT_TEXT = "con_text"
    CONSENT_KEEP = "con_keep"
    SELF_APPROVAL = "app_self"
    UNDO_SECONDS = "app_undo"
    REGION = "region"
    EMERGENCY_PHONE = "emergency"
    APPEAL_URL = "url"
    SSTU = "sstu"
    NEW_CHANNEL = "cha_new"
    COUNTED = "cha_count"
    WATCHED = "cha_watch"
    ACCOUNT = "cha_acc"
    DROP_CHANNEL = "cha_drop"


WORDED: Final = frozenset(
    {
        Change.NAME,
        Change.OWN_HOURS,
        Change.NEW_DEPARTMENT,
        Change.DEPARTMENT_NAME,
        Change.SHORT,
        Change.PHONE,
        Change.DEPARTMENT_EMAIL,
        Change.NEW_TOPIC,
        Change.TOPIC_NAME,
        Change.WORDS,
        Change.PERSON_NAME,
        Change.DAY_OFF,
        Change.WORKING_DAY,
        Change.SHORT_DAY,
        Change.POSITION,
        Change.PERSON_PHONE,
        Change.EMAIL,
        Change.CONSENT_TEXT,
        Change.REGION,
        Change.EMERGENCY_PHONE,
        Change.APPEAL_URL,
        Change.NEW_CHANNEL,
        Change.ACCOUNT,
    }
)
MAY_BE_EMPTY: Final = frozenset(
    {
        Change.SHORT,
        Change.PHONE,
        Change.DEPARTMENT_EMAIL,
        Change.WORDS,
        Change.POSITION,
        Change.PERSON_PHONE,
        Change.EMAIL,
        Change.CONSENT_TEXT,
        Change.REGION,
        Change.APPEAL_URL,
        Change.ACCOUNT,
    }
)
"""A dash takes these away."""
