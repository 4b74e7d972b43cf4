"""Where to write instead of a group that moved or is lost, also after a restart."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from domain.ids import ChatId
from domain.notices import Notice, NoticeKind, Priority
from storage.directions import Directions

OLD, NEW, LOST, COORDINATORS, OTHER = map(ChatId, (-1, -2, -3, -10, -20))
NOW = datetime(2026, 3, 2, 6, 0, tzinfo=UTC)
DIRECTIONS = Directions().with_move(OLD, NEW).with_stand_in(LOST, COORDINATORS)


def a_notice(chat, kind=NoticeKind.CARD):
    return Notice(kind, chat, Priority.CARD, thread_id=7)


def test_a_moved_group_is_known_by_its_present_id():
    assert DIRECTIONS.present_id(OLD) == NEW
    assert DIRECTIONS.present_id(OTHER) == OTHER
    assert DIRECTIONS.present_id(LOST) == LOST, "it is still this chat, only closed"


@pytest.mark.parametrize(("chat", "instead"), [(OLD, NEW), (LOST, COORDINATORS)])
def test_what_is_for_it_goes_to_the_main_thread_of_another(chat, instead):
    assert DIRECTIONS.redirect(a_notice(chat)) == replace(a_notice(instead), thread_id=0)


@pytest.mark.parametrize("kind", [NoticeKind.CLOSE_MESSAGE, NoticeKind.REACTION])
def test_what_is_about_one_message_of_it_makes_no_sense_elsewhere(kind):
    assert DIRECTIONS.redirect(a_notice(LOST, kind)) is None


def test_everything_else_goes_where_it_was_meant_to():
    assert DIRECTIONS.redirect(a_notice(OTHER)) == a_notice(OTHER)
    assert DIRECTIONS.without_stand_in(LOST).redirect(a_notice(LOST)) == a_notice(LOST)


def test_a_group_that_moved_and_was_lost_then_has_its_stand_in():
    both = DIRECTIONS.with_stand_in(NEW, COORDINATORS)
    assert both.redirect(a_notice(OLD)) == replace(a_notice(COORDINATORS), thread_id=0)
