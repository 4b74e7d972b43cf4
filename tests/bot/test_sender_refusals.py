"""What the sender does where a chat is closed, a row is refused, or its own house fails; nothing goes on for ever."""

import pytest

from bot.alarms import AlarmKind
from bot.delivery.failures import Kind
from domain.messages import Attachment, ContentKind
from domain.notices import NoticeKind
from storage import outbox
from tests.bot.delivery_office import (
    ANNA,
    HOUSING,
    ROADS,
    bad,
    flood,
    forbidden,
    migrated_to,
    notice,
    server_error,
)
from views.parts import Deletion, Edit, Files, Photo, Reaction


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


async def test_a_message_too_old_to_be_taken_away_loses_its_buttons(office):
    office.renderer.makes[NoticeKind.CLOSE_MESSAGE] = lambda _: [Deletion(5)]
    office.telegram.fail(bad("message can't be deleted for everyone"), name="DeleteMessage")
    await office.say(notice(ROADS, kind=NoticeKind.CLOSE_MESSAGE))
    assert [call.name for call in office.telegram.calls] == ["DeleteMessage", "EditMessageReplyMarkup"]
    assert await office.rows() == ["done"]


@pytest.mark.parametrize(
    "error", [bad("not enough rights to send photos to the chat"), bad("IMAGE_PROCESS_FAILED")]
)
async def test_where_no_picture_is_taken_its_words_go_alone(office, error):
    office.renderer.makes[NoticeKind.SUMMARY] = lambda _: [Photo(b"picture", "<b>Поступило 2</b>")]
    office.telegram.fail(error, name="SendPhoto")
    await office.say(notice(ROADS, kind=NoticeKind.SUMMARY))
    assert [call.name for call in office.telegram.calls] == ["SendPhoto", "SendMessage"]
    assert office.telegram.said == ["<b>Поступило 2</b>"]
    assert await office.rows() == ["done"]


async def test_words_for_a_message_that_turns_out_to_be_a_photo_become_its_caption(office):
    office.renderer.makes[NoticeKind.SUMMARY_VIEW] = lambda _: [Edit(5, "Просрочено: 2")]
    office.telegram.fail(bad("there is no text in the message to edit"), name="EditMessageText")
    await office.say(notice(ROADS, kind=NoticeKind.SUMMARY_VIEW))
    assert [call.name for call in office.telegram.calls] == ["EditMessageText", "EditMessageCaption"]
    assert await office.rows() == ["done"]


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
