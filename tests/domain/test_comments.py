"""Which comment may be a matter, how many wait, and where each stands."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.cautions import caution_table
from bot.words import Words
from domain.ids import ChatId, CitizenId, DepartmentCode, TopicCode, UserId
from domain.messages import ContentKind, IncomingMessage
from domain.municipality import Topic
from domain.register.comments import (
    MOST_OF_AUTHOR,
    MOST_WAITING,
    comment_link,
    find_begun,
    has_room,
    is_likely_matter,
    link_beside,
)
from domain.register.entry import Entry
from domain.routing import RoutingTable, read_text

NOW = datetime(2026, 3, 2, 9, tzinfo=UTC)
WORDS = Words()
TOPICS = RoutingTable(
    [Topic(TopicCode("water"), "Вода", DepartmentCode("zhkh"), words=("вода", "прорыв трубы"))], WORDS
)
CAUTIONS = caution_table(WORDS)


@pytest.mark.parametrize(
    ("words", "likely"),
    [
        ("Третий день сидим без воды!", True),
        ("а ВОДУ когда дадут", True),
        ("Опять прорыв трубы у школы", True),
        ("Взорву вашу администрацию", True),
        ("С праздником, земляки!", False),
        ("Подводный мир прекрасен", False),
        ("👍👍👍", False),
        ("", False),
    ],
)
def test_a_topic_in_any_inflection_or_a_danger_makes_a_likely_matter(words, likely):
    reading = read_text(words, WORDS)
    assert is_likely_matter(TOPICS.route(reading), CAUTIONS.find(reading)) is likely


def waiting(author, *, album=""):
    return Entry(
        chat_id=ChatId(-1),
        user_id=UserId(0),
        user_name="",
        citizen_id=CitizenId(1),
        created_at=NOW,
        last_at=NOW,
        channel="telegram",
        author_id=UserId(author),
        album=album,
    )


def test_one_person_has_a_few_at_once_and_all_together_no_more_than_can_be_read():
    own = [waiting(7)] * MOST_OF_AUTHOR
    assert not has_room(own, UserId(7))
    assert has_room(own[1:], UserId(7))
    assert has_room(own, UserId(8))
    assert not has_room([waiting(author) for author in range(1, MOST_WAITING + 1)], UserId(99))


def picture(author, *, text="", album=None):
    return IncomingMessage(
        ChatId(-5), 1, UserId(author), "", None, ContentKind.PHOTO, NOW, text, "f", media_group_id=album
    )


def test_pictures_belong_to_the_words_just_said_by_the_same_person_or_to_their_album():
    words, album = waiting(7), waiting(8, album="a")
    both = [words, album]
    assert find_begun(both, picture(7), NOW + timedelta(seconds=20)) is words
    assert find_begun(both, picture(7), NOW + timedelta(seconds=21)) is None
    assert find_begun(both, picture(9), NOW) is None
    assert find_begun(both, picture(7, text="И ещё"), NOW) is None
    assert find_begun(both, picture(8, album="a"), NOW + timedelta(hours=1)) is album
    assert find_begun(both, picture(7, album="b"), NOW) is None


def test_a_comment_is_named_by_its_link_and_so_is_the_answer_beside_it():
    link = comment_link(-1002000000016, 19, 4, None)
    assert link == "https://t.me/c/2000000016/19?thread=4"
    assert link_beside(link, 23) == "https://t.me/c/2000000016/23?thread=4"
    assert comment_link(-1002000000016, 19, None, "primersk") == "https://t.me/primersk/19"
    assert link_beside("https://t.me/primersk/19", 23) == "https://t.me/primersk/23"
    assert link_beside("https://vk.com/wall-1_19", 23) is None
    assert link_beside(None, 23) is None
