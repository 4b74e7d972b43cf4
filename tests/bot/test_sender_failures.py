"""What the sender does about each way a call can end; nothing is lost, nothing goes on for ever."""

import pytest

from bot.alarms import AlarmKind
from bot.delivery.failures import Kind
from domain.messages import Attachment, ContentKind
from domain.notices import NoticeKind, Priority
from tests.bot.delivery_office import (
    ANNA,
    BORIS,
    HOUSING,
    ROADS,
    bad,
    flood,
    half_an_answer,
    no_answer,
    notice,
    server_error,
    unauthorized,
)
from views.parts import Files, Text


async def test_telegrams_seconds_are_kept_to_and_other_chats_go_on(office):
    office.telegram.fail(flood(30), chat=ROADS)
    await office.say(notice(ROADS, "карточка"), notice(HOUSING, "другая"))
    await office.clock.advance(29)
    await office.say(notice(ROADS, "срочно", Priority.URGENT))
    assert office.telegram.times(ROADS) == [0]
    await office.clock.advance(2)
    first, second, third = office.telegram.times(ROADS)
    assert (first, second, third) == (0, second, second)
    assert 30 <= second <= 31
    assert office.telegram.said == ["другая", "срочно", "карточка"]
    assert await office.rows("attempts, doubtful") == [(1, 0), (1, 0), (1, 0)]


async def test_telegrams_seconds_outlive_a_restart(office):
    office.telegram.fail(flood(30), chat=ROADS)
    await office.say(notice(ROADS, "карточка"))
    await office.clock.advance(10)
    await office.restart()
    await office.say(notice(ROADS, "ещё"))
    await office.clock.advance(19)
    assert office.telegram.times(ROADS) == [0]
    await office.clock.advance(2)
    assert office.telegram.said == ["карточка", "ещё"]


@pytest.mark.parametrize("error", [server_error, TypeError, no_answer, half_an_answer])
async def test_an_outage_is_waited_out_with_growing_pauses_and_order_is_kept(office, error):
    office.telegram.fail(error if error is not TypeError else lambda _: TypeError(), times=4)
    await office.say(notice(ANNA, "первая"), notice(ANNA, "вторая"))
    await office.clock.advance(20)
    assert office.telegram.times(ANNA)[:5] == [0, 1, 3, 7, 15]
    assert office.telegram.said == ["первая", "вторая"]
    assert not office.alarm.heard


@pytest.mark.parametrize(("error", "doubtful"), [(server_error, 0), (no_answer, 2), (half_an_answer, 2)])
async def test_a_lost_answer_is_counted_and_told_a_definite_failure_is_not(office, error, doubtful):
    office.telegram.fail(error, times=2, applied=bool(doubtful))
    await office.say(notice(ANNA, "ответ"))
    await office.clock.advance(5)
    assert await office.rows("state, doubtful") == [("done", doubtful)]
    assert office.reports.names() == ["doubtful"] * doubtful + ["part_sent"]


async def test_one_lost_answer_costs_one_repetition_at_most(office):
    office.telegram.fail(no_answer, applied=True)
    await office.say(notice(ANNA, "ответ"))
    await office.clock.advance(600)
    assert office.telegram.said == ["ответ", "ответ"]


async def test_after_two_hours_without_telegram_the_urgent_go_first_then_the_oldest(office):
    office.telegram.fail(server_error, times=10_000)
    for number in range(6):
        await office.say(notice(ROADS, f"карточка {number}"))
        await office.clock.advance(1200)
    await office.say(notice(ROADS, "срочно", Priority.URGENT))
    calls_in_outage = len(office.telegram.calls)
    office.telegram.recover()
    await office.clock.advance(61)
    assert calls_in_outage < 150
    assert office.telegram.said[0] == "срочно"
    assert sorted(office.telegram.said[1:]) == [f"карточка {number}" for number in range(6)]
    # One row, the first, made way for the next to try; it is a moment late.
    in_order = [text for text in office.telegram.said[1:] if text != "карточка 0"]
    assert in_order == sorted(in_order)
    assert office.telegram.calls[-1].seconds - office.telegram.calls[calls_in_outage].seconds < 1


async def test_a_row_that_always_fails_does_not_keep_its_neighbours(office):
    office.telegram.fail(server_error, text="ядовитая", times=10_000)
    await office.say(notice(ROADS, "ядовитая"), *(notice(ROADS, f"карточка {n}") for n in range(10)))
    await office.clock.advance(60)
    assert office.telegram.said == [f"карточка {n}" for n in range(10)]
    before = len(office.telegram.calls)
    await office.clock.advance(600)
    assert len(office.telegram.calls) - before <= 15


async def test_a_refused_token_stops_everything_for_a_while_and_is_told(office):
    office.telegram.fail(unauthorized)
    await office.say(notice(ANNA, "ответ"))
    await office.say(notice(BORIS, "ответ"))
    assert office.alarm.kinds == [AlarmKind.TOKEN_REFUSED]
    assert len(office.telegram.calls) == 1
    await office.clock.advance(30)
    assert office.telegram.said == ["ответ", "ответ"]
    assert await office.rows("attempts") == [1, 1]


async def test_refused_markup_is_sent_as_plain_words_at_once(office):
    office.telegram.fail(bad("can't parse entities: Unsupported start tag"))
    await office.say(notice(ANNA, "<b>5 &lt; 6</b> <яма>"))
    assert [(call.seconds, call.text, call.method.parse_mode) for call in office.telegram.calls] == [
        (0, "<b>5 &lt; 6</b> <яма>", "HTML"),
        (0, "5 < 6 <яма>", None),
    ]
    assert await office.rows() == ["done"]


async def test_an_edit_too_is_mended(office):
    office.telegram.fail(bad("can't parse entities"))
    await office.say(notice(ROADS, "<b>принято</b>", kind=NoticeKind.CARD_EDIT, ref_id=5))
    assert office.telegram.said == ["принято"]


async def test_what_would_hang_under_a_lost_message_hangs_under_none(office):
    office.renderer.makes[NoticeKind.PROMPT] = lambda _: [Text("напишите ответ", reply_to=5)]
    office.telegram.fail(bad("message to be replied not found"))
    await office.say(notice(ROADS, kind=NoticeKind.PROMPT))
    assert [call.method.reply_parameters is None for call in office.telegram.calls] == [False, True]
    assert office.telegram.said == ["напишите ответ"]


async def test_a_call_that_cannot_be_mended_is_not_tried_in_a_circle(office):
    office.telegram.fail(bad("can't parse entities"), times=100)
    await office.say(notice(ANNA, "<b>ответ</b>"))
    assert len(office.telegram.calls) == 2


async def test_an_edit_that_changes_nothing_is_a_success(office):
    office.telegram.fail(bad("message is not modified"))
    await office.say(notice(ROADS, "то же", kind=NoticeKind.CARD_EDIT, ref_id=5))
    assert await office.rows() == ["done"]
    assert office.reports.names() == ["part_sent"]


@pytest.mark.parametrize("words", ["message to edit not found", "message can't be edited"])
async def test_an_edit_of_a_lost_message_is_reported_once(office, words):
    office.telegram.fail(bad(words), name="Edit")
    await office.say(notice(ROADS, "правка", kind=NoticeKind.CARD_EDIT, ref_id=5))
    assert office.reports.names() == ["message_gone", "part_sent"]
    assert office.telegram.said == ["карточка заново"]


@pytest.mark.parametrize("thread", [4, 5])
async def test_what_waits_for_a_lost_topic_goes_to_general(office, thread):
    office.telegram.fail(bad("TOPIC_CLOSED"))
    await office.say(notice(ROADS, "первая", thread_id=thread), notice(ROADS, "вторая", thread_id=thread))
    assert [call.method.message_thread_id for call in office.telegram.calls] == [thread, None, None]
    assert office.telegram.said == ["первая", "вторая"]
    assert office.alarm.heard == [(AlarmKind.TOPIC_GONE, {"chat_id": ROADS, "thread_id": thread})]


async def test_a_closed_general_is_a_closed_group(office):
    office.telegram.fail(bad("TOPIC_CLOSED"), times=2)
    await office.say(notice(ROADS, "карточка"))
    assert office.reports.heard == [("chat_unreachable", ROADS, Kind.THREAD_GONE)]


def album(*names):
    return Files(tuple(Attachment(ContentKind.PHOTO, name) for name in names))


async def test_a_lost_file_is_told_and_the_rest_goes_on(office):
    office.renderer.makes[NoticeKind.ANSWER] = lambda _: [album("потерян"), Text("ответ")]
    office.telegram.fail(bad("wrong file identifier/HTTP URL specified"))
    await office.say(notice(ANNA, kind=NoticeKind.ANSWER))
    assert office.reports.names() == ["file_gone", "part_sent"]
    assert office.telegram.said == ["ответ"]
    assert await office.rows("state, done_parts") == [("done", 2)]


async def test_one_lost_file_does_not_keep_its_album_back(office):
    office.renderer.makes[NoticeKind.LATE_FILES] = lambda _: [album("a", "потерян", "c"), Text("конец")]

    def lost(method):
        return bad("wrong file identifier")(method)

    office.telegram.fail(lost, name="SendMediaGroup")
    office.telegram.fail(lost, name="SendPhoto", times=0)
    honest = office.telegram._count

    def count(method):
        if getattr(method, "photo", "") == "потерян":
            raise lost(method)
        honest(method)

    office.telegram._count = count
    await office.say(notice(ROADS, kind=NoticeKind.LATE_FILES))
    sent = [getattr(call.method, "photo", call.text) for call in office.telegram.calls if call.applied]
    assert sent == ["a", "c", "конец"]
    assert office.reports.names() == ["part_sent", "file_gone", "part_sent", "part_sent"]
    assert await office.rows() == ["done"]
