"""What a citizen's message is: the order of the questions is the rule."""

from dataclasses import replace
from datetime import timedelta

import pytest

from domain.ids import AppealId, ChatId, DepartmentCode, UserId
from domain.intake import (
    Decision,
    Earlier,
    Pending,
    Situation,
    Verdict,
    decide,
    hour_is_full,
    may_have_more,
    room_again_at,
    settles_at,
)
from domain.messages import ContentKind, Held, IncomingMessage
from domain.status import Status
from tests.domain.people import NOW, an_appeal

MESSAGE = IncomingMessage(
    chat_id=ChatId(5),
    message_id=7,
    user_id=UserId(5),
    user_name="Анна",
    username=None,
    kind=ContentKind.TEXT,
    sent_at=NOW,
    text="Опять течёт",
)
ZHKH, ROADS = DepartmentCode("zhkh"), DepartmentCode("roads")
HOUR, HALF_A_MINUTE = timedelta(hours=1), timedelta(seconds=30)
OPEN_APPEAL = an_appeal(Status.IN_PROGRESS, "zhkh", registered_at=NOW - HOUR / 2)
FRESH = replace(OPEN_APPEAL, registered_at=NOW - HALF_A_MINUTE)
OLDER = replace(an_appeal(Status.ASSIGNED, "roads"), id=AppealId(2), registered_at=NOW - HOUR)
ASKED = replace(OLDER, id=AppealId(3), question_waits=True)
ANSWERED = an_appeal(Status.ANSWERED, "zhkh", answered_at=NOW - timedelta(days=1))
LONG_AGO = an_appeal(Status.ANSWERED, "zhkh", answered_at=NOW - timedelta(days=31))
JUST_NOW = {AppealId(1): NOW - HALF_A_MINUTE}
AN_HOUR_AGO = {AppealId(1): NOW - HOUR}


def verdict_on(**facts):
    return decide(Situation(**{"message": MESSAGE, "now": NOW, **facts}))


def of_kind(kind):
    return replace(MESSAGE, kind=kind)


RULES = {
    "the first message": ({}, Decision(Verdict.REGISTER)),
    "a greeting": ({"is_greeting": True}, Decision(Verdict.GREET)),
    "thanks of somebody unknown": ({"is_thanks": True}, Decision(Verdict.GREET)),
    "what cannot be taken": ({"message": of_kind(ContentKind.UNSUPPORTED)}, Decision(Verdict.REFUSE)),
    "what cannot be taken, while something is open": (
        {"message": of_kind(ContentKind.UNSUPPORTED), "appeals": [OPEN_APPEAL]},
        Decision(Verdict.REFUSE),
    ),
    "another item of an album": (
        {"earlier": Earlier(AppealId(9), None), "consent_missing": True},
        Decision(Verdict.JOIN, AppealId(9)),
    ),
    "another item of an album that waits": (
        {"earlier": Earlier(None, Held.TOPIC)},
        Decision(Verdict.HOLD, held=Held.TOPIC),
    ),
    "another item of an album that was put aside": (
        {"earlier": Earlier(None, None)},
        Decision(Verdict.REACT),
    ),
    "without a consent": ({"consent_missing": True}, Decision(Verdict.HOLD, held=Held.CONSENT)),
    "a greeting without a consent": (
        {"consent_missing": True, "is_greeting": True},
        Decision(Verdict.HOLD, held=Held.CONSENT),
    ),
    "after «Написать»": (
        {"wants_new": True, "appeals": [OPEN_APPEAL], "last_words": JUST_NOW},
        Decision(Verdict.REGISTER),
    ),
    "a greeting after «Написать»": ({"wants_new": True, "is_greeting": True}, Decision(Verdict.GREET)),
    "while a question about an earlier one waits": (
        {"pending": Pending(Held.TOPIC, AppealId(1), NOW), "appeals": [OPEN_APPEAL]},
        Decision(Verdict.HOLD, AppealId(1), Held.TOPIC),
    ),
    "a reply while a question about an earlier one waits": (
        {
            "pending": Pending(Held.TOPIC, AppealId(1), NOW),
            "appeals": [OPEN_APPEAL, OLDER],
            "replied_to": OLDER,
        },
        Decision(Verdict.ADD, OLDER.id),
    ),
    "within the minute": ({"appeals": [FRESH], "last_words": JUST_NOW}, Decision(Verdict.JOIN, FRESH.id)),
    "within the minute of a press that opened it again": (
        {"appeals": [FRESH]},
        Decision(Verdict.ADD, FRESH.id),
    ),
    "right after an addition": (
        {"appeals": [OPEN_APPEAL], "last_words": JUST_NOW, "department": ZHKH},
        Decision(Verdict.JOIN, OPEN_APPEAL.id),
    ),
    "right after an addition, on another topic": (
        {"appeals": [OPEN_APPEAL], "last_words": JUST_NOW, "department": ROADS},
        Decision(Verdict.HOLD, OPEN_APPEAL.id, Held.TOPIC),
    ),
    "later": (
        {"appeals": [OPEN_APPEAL], "last_words": AN_HOUR_AGO},
        Decision(Verdict.ADD, OPEN_APPEAL.id),
    ),
    "within the minute, on another topic": (
        {"appeals": [FRESH], "last_words": JUST_NOW, "department": ROADS},
        Decision(Verdict.JOIN, FRESH.id),
    ),
    "later, on another topic": (
        {"appeals": [OPEN_APPEAL], "last_words": AN_HOUR_AGO, "department": ROADS},
        Decision(Verdict.HOLD, OPEN_APPEAL.id, Held.TOPIC),
    ),
    "later, on the same topic": (
        {"appeals": [OPEN_APPEAL], "last_words": AN_HOUR_AGO, "department": ZHKH},
        Decision(Verdict.ADD, OPEN_APPEAL.id),
    ),
    "a reply on another topic": (
        {"appeals": [OPEN_APPEAL], "replied_to": OPEN_APPEAL, "department": ROADS},
        Decision(Verdict.ADD, OPEN_APPEAL.id),
    ),
    "the latest of two": ({"appeals": [OPEN_APPEAL, OLDER]}, Decision(Verdict.ADD, OPEN_APPEAL.id)),
    "the one whose question waits": (
        {"appeals": [OPEN_APPEAL, ASKED], "department": ZHKH},
        Decision(Verdict.ADD, ASKED.id),
    ),
    "within the minute to the one whose question waits": (
        {"appeals": [ASKED], "last_words": {ASKED.id: NOW}},
        Decision(Verdict.ADD, ASKED.id),
    ),
    "the open one before the answered one": (
        {"appeals": [replace(ANSWERED, id=AppealId(8)), OPEN_APPEAL]},
        Decision(Verdict.ADD, OPEN_APPEAL.id),
    ),
    "thanks while something is open": (
        {"appeals": [OPEN_APPEAL], "is_thanks": True},
        Decision(Verdict.REACT, OPEN_APPEAL.id),
    ),
    "thanks after an answer": (
        {"appeals": [ANSWERED], "is_thanks": True},
        Decision(Verdict.REACT, ANSWERED.id),
    ),
    "a greeting after an answer": (
        {"appeals": [ANSWERED], "is_greeting": True},
        Decision(Verdict.REACT, ANSWERED.id),
    ),
    "a sticker after an answer": (
        {"appeals": [ANSWERED], "message": of_kind(ContentKind.STICKER)},
        Decision(Verdict.REACT, ANSWERED.id),
    ),
    "words after an answer": (
        {"appeals": [ANSWERED]},
        Decision(Verdict.HOLD, ANSWERED.id, Held.AFTER_ANSWER),
    ),
    "words after an answer of long ago": ({"appeals": [LONG_AGO]}, Decision(Verdict.REGISTER)),
    "the hour is full": (
        {"per_hour": 1, "appeals": [replace(LONG_AGO, registered_at=NOW)]},
        Decision(Verdict.HOLD, held=Held.LIMIT),
    ),
    "an addition while the hour is full": (
        {"per_hour": 1, "appeals": [OPEN_APPEAL]},
        Decision(Verdict.ADD, OPEN_APPEAL.id),
    ),
}


@pytest.mark.parametrize("case", RULES)
def test_what_a_message_is(case):
    facts, expected = RULES[case]
    assert verdict_on(**facts) == expected


@pytest.mark.parametrize(("seconds", "verdict"), [(60, Verdict.JOIN), (61, Verdict.ADD)])
def test_the_minute_counts_from_the_number_and_includes_its_end(seconds, verdict):
    appeal = replace(OPEN_APPEAL, registered_at=NOW - timedelta(seconds=seconds))
    last = {appeal.id: NOW - timedelta(seconds=seconds - 5)}
    assert verdict_on(appeals=[appeal], last_words=last).verdict is verdict


def registered(*minutes_ago):
    return [an_appeal(registered_at=NOW - timedelta(minutes=minutes)) for minutes in minutes_ago]


def test_the_hour_is_full_when_so_many_were_registered_within_it():
    assert not hour_is_full(registered(1, 61), 2, NOW)
    assert hour_is_full(registered(1, 59), 2, NOW)
    assert not hour_is_full(registered(1, 60), 2, NOW)


def test_there_is_room_again_an_hour_after_what_fills_the_place():
    appeals = registered(50, 40, 10)
    assert room_again_at(appeals, 3, NOW) == NOW + timedelta(minutes=10)
    assert room_again_at(appeals, 3, NOW, waiting=1) == NOW + timedelta(minutes=20)
    assert room_again_at(appeals, 3, NOW, waiting=2) == NOW + timedelta(minutes=50)


def test_whoever_waits_beyond_the_next_hour_waits_for_the_one_after():
    assert room_again_at(registered(50, 40), 2, NOW, waiting=2) == NOW + timedelta(minutes=70)


def test_where_there_is_room_it_is_now():
    assert room_again_at(registered(10), 2, NOW) == NOW
    assert room_again_at([], 2, NOW) == NOW


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ({}, False),
        ({"media_group_id": "1"}, True),
        ({"forwarded_from": "Сосед"}, True),
        ({"forwarded_from": ""}, True),
        ({"text": "а" * 3999}, False),
        ({"text": "а" * 4000}, True),
        ({"text": "😀" * 2000}, True),
    ],
)
def test_where_more_parts_are_likely(facts, expected):
    assert may_have_more(replace(MESSAGE, **facts)) is expected


def test_a_message_settles_after_three_seconds_of_silence_and_fifteen_at_most():
    assert settles_at(NOW, NOW) == NOW + timedelta(seconds=3)
    assert settles_at(NOW, NOW + timedelta(seconds=11)) == NOW + timedelta(seconds=14)
    assert settles_at(NOW, NOW + timedelta(seconds=14)) == NOW + timedelta(seconds=15)
