"""Rules of the verbs that need no town: what waits together, which consent is missing, a group's new id everywhere."""

from dataclasses import replace
from datetime import timedelta

import pytest

from domain.ids import ChatId, CitizenId, MessageRowId, UserId
from domain.messages import Citizen, CitizenMessage, ContentKind, Held, Position
from domain.municipality import Chats, Consent, ConsentMode
from services.citizen.consent import is_missing, next_morning
from services.citizen.held import group_by_gap
from services.delivery import Move, move_chats
from tests.domain.people import APPROVALS, COORDINATORS, LEADERSHIP, MUNICIPALITY, NOW, ROADS, ZHKH

MINUTE = timedelta(minutes=1)


def a_row(seconds: float) -> CitizenMessage:
    at = NOW + timedelta(seconds=seconds)
    return CitizenMessage(
        id=MessageRowId(int(seconds)),
        citizen_id=CitizenId(1),
        appeal_id=None,
        chat_id=ChatId(5),
        message_id=int(seconds),
        media_group_id=None,
        kind=ContentKind.TEXT,
        text="",
        file_id=None,
        file_name=None,
        detail="",
        forwarded_from=None,
        latitude=None,
        longitude=None,
        position=Position.ASIDE,
        held=Held.LIMIT,
        held_appeal_id=None,
        due_at=None,
        sent_at=at,
        received_at=at,
    )


@pytest.mark.parametrize(
    ("seconds", "groups"),
    [([], []), ([0], [[0]]), ([0, 60, 120], [[0, 60, 120]]), ([0, 61, 62, 200], [[0], [61, 62], [200]])],
)
def test_messages_that_follow_each_other_within_the_gap_are_one_matter(seconds, groups):
    made = group_by_gap([a_row(second) for second in seconds], MINUTE)
    assert [[row.id for row in group] for group in made] == groups


def a_citizen(version: str | None) -> Citizen:
    return Citizen(
        CitizenId(1), "telegram", UserId(5), ChatId(5), "Анна", None, None, NOW, consent_version=version
    )


@pytest.mark.parametrize(
    ("mode", "given", "missing"),
    [
        (ConsentMode.NOTICE, None, False),
        (ConsentMode.REQUIRED, None, True),
        (ConsentMode.REQUIRED, "1", True),
        (ConsentMode.REQUIRED, "2", False),
    ],
)
def test_a_consent_is_missing_until_the_present_version_is_agreed_to(mode, given, missing):
    town = replace(MUNICIPALITY, consent=Consent(mode, version="2"))
    assert is_missing(town, a_citizen(given)) is missing


def test_the_second_reminder_is_half_a_day_away():
    assert next_morning(NOW) - NOW >= timedelta(hours=8)


@pytest.mark.parametrize("old", [COORDINATORS, APPROVALS, LEADERSHIP, ZHKH])
def test_a_group_with_a_new_id_has_it_everywhere(old):
    town = replace(MUNICIPALITY, chats=replace(MUNICIPALITY.chats, public=(old,)))
    moved = move_chats(town, Move(old, ChatId(-500)))
    assert old not in moved.staff_chats
    assert old not in moved.chats.public
    assert ChatId(-500) in moved.staff_chats
    assert len(moved.staff_chats) == len(town.staff_chats)


def test_one_group_may_be_several_things_and_moves_as_all_of_them():
    town = replace(MUNICIPALITY, chats=Chats(ROADS, ROADS, LEADERSHIP))
    moved = move_chats(town, Move(ROADS, ChatId(-500)))
    assert moved.chats == Chats(ChatId(-500), ChatId(-500), LEADERSHIP)
    assert moved.departments[1].chat == ChatId(-500)
    assert moved.departments[0].chat == ZHKH
