"""What the sender does about each way a call can end; nothing is lost, nothing goes on for ever."""

import pytest

from bot.alarms import AlarmKind
from bot.delivery.failures import Kind
from domain.messages import Attachment, ContentKind
from domain.notices import NoticeKind, Priority
from storage import outbox
from tests.bot.delivery_office import (
    ANNA,
    BORIS,
    HOUSING,
    ROADS,
    Office,
    bad,
    edit_of,
    flood,
    forbidden,
    half_an_answer,
    migrated_to,
    no_answer,
    notice,
    server_error,
    unauthorized,
)
from tests.bot.machinery import migrated
from views.parts import Deletion, Files, Reaction, Text


@pytest.fixture
async def office(tmp_path):
    async with migrated(tmp_path / "failures.sqlite3") as database:
        made = Office(database)
        made.renderer.makes[NoticeKind.CARD_EDIT] = edit_of
        yield made
        await made.kill()


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


@pytest.mark.parametrize(
    ("error", "kind"),
    [
        (forbidden("bot was blocked by the user"), Kind.BLOCKED),
        (forbidden("user is deactivated"), Kind.DEACTIVATED),
        (forbidden("bot can't initiate conversation with a user"), Kind.NEVER_STARTED),
        (bad("chat not found"), Kind.CHAT_NOT_FOUND),
    ],
)
async def test_a_person_out_of_reach_is_reported_for_each_row_and_gets_it_after_coming_back(
    office, error, kind
):
    office.telegram.fail(error, chat=ANNA, times=2)
    await office.say(notice(ANNA, "ответ"), notice(ANNA, "ещё"))
    await office.clock.advance(3600)
    assert office.reports.heard == [("undeliverable", 1, kind), ("undeliverable", 2, kind)]
    assert len(office.telegram.calls) == 2
    async with office.database.transaction() as transaction:
        outbox.release(transaction, ANNA, office.clock.now())
        await transaction.commit()
    office.sender.wake(ANNA)
    await office.settle()
    assert office.telegram.said == ["ответ", "ещё"]


@pytest.mark.parametrize(
    ("error", "kind"),
    [
        (forbidden("bot was kicked from the supergroup chat"), Kind.KICKED),
        (forbidden("bot is not a member of the supergroup chat"), Kind.NOT_A_MEMBER),
        (forbidden("the group chat was deleted"), Kind.GROUP_DELETED),
        (bad("chat not found"), Kind.CHAT_NOT_FOUND),
        (bad("not enough rights to send text messages to the chat"), Kind.NO_RIGHTS),
    ],
)
async def test_a_group_out_of_reach_keeps_its_rows_until_it_is_back(office, error, kind):
    office.telegram.fail(error, chat=ROADS)
    await office.say(notice(ROADS, "первая"), notice(ROADS, "вторая"))
    await office.clock.advance(3600)
    await office.say(notice(ROADS, "третья"))
    assert office.reports.heard == [("chat_unreachable", ROADS, kind)]
    assert len(office.telegram.calls) == 1
    async with office.database.transaction() as transaction:
        outbox.release(transaction, ROADS, office.clock.now())
        await transaction.commit()
    office.sender.wake(ROADS)
    await office.settle()
    assert office.telegram.said == ["первая", "вторая", "третья"]


async def test_a_group_that_stays_closed_though_nobody_held_it_is_not_called_in_a_rush(office):
    async def nothing(*_):
        """A report that forgets to hold the chat."""

    office.reports.chat_unreachable = nothing
    office.telegram.fail(forbidden("bot was kicked from the group chat"), times=1000)
    await office.say(notice(ROADS, "карточка"))
    await office.clock.advance(600)
    assert len(office.telegram.calls) < 20


async def test_a_migrated_group_gets_everything_under_its_new_id(office):
    office.telegram.fail(migrated_to(HOUSING), chat=ROADS)
    await office.say(notice(ROADS, "первая"), notice(ROADS, "вторая"))
    assert [(call.chat, call.text) for call in office.telegram.calls] == [
        (ROADS, "первая"),
        (HOUSING, "первая"),
        (HOUSING, "вторая"),
    ]
    assert office.reports.names() == ["migrated", "part_sent", "part_sent"]


@pytest.mark.parametrize("words", ["BUTTON_DATA_INVALID", "message is too long"])
async def test_a_refused_row_is_tried_five_times_while_others_pass_then_given_up(office, words):
    office.telegram.fail(bad(words), text="плохая", times=1000)
    await office.say(notice(ROADS, "плохая"), notice(ROADS, "хорошая"))
    assert office.telegram.said == ["хорошая"]
    await office.clock.advance(3600)
    assert [call.seconds for call in office.telegram.calls if call.text == "плохая"] == [0, 1, 3, 7, 15]
    assert office.reports.names() == ["part_sent", "failed"]
    assert office.alarm.kinds == [AlarmKind.NOT_SENT]
    assert words in office.reports.heard[-1][2]
    assert await office.rows() == ["failed", "done"]


async def test_an_alarm_that_is_refused_raises_no_further_alarm(office):
    office.telegram.fail(bad("BUTTON_DATA_INVALID"), times=1000)
    await office.say(notice(ANNA, "тревога", kind=NoticeKind.ALARM))
    await office.clock.advance(3600)
    assert await office.rows() == ["failed"]
    assert not office.alarm.heard


async def test_failures_of_the_way_do_not_count_as_refusals(office):
    office.telegram.fail(server_error, times=10)
    office.telegram.fail(bad("BUTTON_DATA_INVALID"), times=3)
    await office.say(notice(ANNA, "ответ"))
    await office.clock.advance(3600)
    assert office.telegram.said == ["ответ"]


@pytest.mark.parametrize(
    "error",
    [
        bad("message to delete not found"),
        bad("REACTION_INVALID"),
        bad("not enough rights"),
        forbidden("bot was blocked by the user"),
    ],
)
@pytest.mark.parametrize("part", [Deletion(5), Reaction(5, "👌")])
async def test_an_extra_that_is_refused_is_dropped_in_silence(office, part, error):
    office.renderer.makes[NoticeKind.REACTION] = lambda _: [part]
    office.telegram.fail(error)
    await office.say(notice(ANNA, kind=NoticeKind.REACTION))
    await office.clock.advance(60)
    assert await office.rows() == ["done"]
    assert len(office.telegram.calls) == 1
    assert not office.alarm.heard


async def test_an_extra_waits_out_an_outage_like_everything_else(office):
    office.renderer.makes[NoticeKind.REACTION] = lambda _: [Reaction(5, "👌")]
    office.telegram.fail(server_error, times=2)
    await office.say(notice(ANNA, kind=NoticeKind.REACTION))
    await office.clock.advance(60)
    assert [call.applied for call in office.telegram.calls] == [False, False, True]


async def test_a_row_that_cannot_be_drawn_is_given_up_alone(office, caplog):
    def fail(_):
        raise KeyError("паспорт 1234")

    office.renderer.makes[NoticeKind.PREVIEW] = fail
    await office.say(notice(ROADS, kind=NoticeKind.PREVIEW), notice(ROADS, "карточка"))
    await office.clock.advance(3600)
    assert office.telegram.said == ["карточка"]
    assert await office.rows() == ["failed", "done"]
    assert office.alarm.kinds == [AlarmKind.NOT_SENT]
    assert "паспорт" not in caplog.text + str(office.alarm.heard)


async def test_a_part_that_makes_no_call_is_given_up_alone(office):
    office.renderer.makes[NoticeKind.PREVIEW] = lambda _: [Files((Attachment(ContentKind.POLL, "x"),))]
    await office.say(notice(ROADS, kind=NoticeKind.PREVIEW), notice(ROADS, "карточка"))
    await office.clock.advance(3600)
    assert await office.rows() == ["failed", "done"]


async def test_what_was_sent_but_cannot_be_written_down_is_not_sent_again(office):
    async def fail(*_, **__):
        raise KeyError("номер")

    office.reports.part_sent = fail
    await office.say(notice(ANNA, "ответ"))
    await office.clock.advance(3600)
    assert office.telegram.said == ["ответ"]
    assert await office.rows() == ["failed"]
    assert office.alarm.kinds == [AlarmKind.NOT_SENT]


async def test_a_clock_put_back_a_day_does_not_silence_a_chat(office):
    office.telegram.fail(flood(30), chat=ROADS)
    await office.say(notice(ROADS, "карточка"))
    office.clock.set_to(office.clock.now().replace(day=1))
    office.sender.wake(ROADS)
    await office.clock.advance(31)
    assert office.telegram.said == ["карточка"]


async def test_a_new_trouble_after_a_success_begins_with_a_short_pause(office):
    office.telegram.fail(server_error, times=3)
    await office.say(notice(ANNA, "первое"))
    await office.clock.advance(60)
    office.telegram.fail(server_error)
    await office.say(notice(ANNA, "второе"))
    await office.clock.advance(60)
    assert office.telegram.times(ANNA) == [0, 1, 3, 7, 60, 61]


async def test_a_row_that_always_fails_comes_seldom_where_others_get_through(office):
    office.telegram.fail(server_error, text="ядовитая", times=10_000)
    await office.say(notice(ROADS, "ядовитая"))
    for number in range(120):
        await office.add(notice(ROADS, f"карточка {number}"))
        await office.clock.advance(5)
    await office.clock.advance(60)
    assert office.telegram.said == [f"карточка {n}" for n in range(120)]
    assert len([call for call in office.telegram.calls if call.text == "ядовитая"]) <= 25


async def test_calls_that_telegram_never_saw_take_nothing_from_a_groups_budget(office):
    office.telegram.fail(server_error, times=6)
    await office.say(*(notice(ROADS, f"карточка {n}") for n in range(30)))
    await office.clock.advance(64)
    assert len(office.telegram.said) == 18
    assert {call.seconds for call in office.telegram.calls if call.applied} == {63}
