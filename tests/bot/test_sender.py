"""The outbox to Telegram: order, urgency, budgets, parts, restarts."""

import asyncio
from datetime import timedelta

from domain.messages import Attachment, ContentKind
from domain.notices import NoticeKind, Priority
from tests.bot.delivery_office import (
    ANNA,
    BORIS,
    HOUSING,
    LEADERS,
    ROADS,
    Office,
    bad,
    edit_of,
    flood,
    never,
    notice,
)
from tests.bot.machinery import START, migrated, until
from views.parts import Deletion, Edit, Files, Reaction, Text


def cards(number, chat=ROADS):
    return [notice(chat, f"карточка {n}") for n in range(number)]


def album(number, kind=ContentKind.PHOTO):
    return Files(tuple(Attachment(kind, f"файл-{n}") for n in range(number)))


async def test_what_is_to_be_said_is_said_and_written_down(office):
    await office.say(notice(ANNA, "зарегистрировано"))
    assert office.telegram.said == ["зарегистрировано"]
    assert office.reports.heard == [("part_sent", 1, Text("зарегистрировано"), (1,), 0, True, "now")]
    assert await office.rows("state, attempts, done_parts") == [("done", 1, 1)]


async def test_a_chat_gets_its_messages_in_their_order(office):
    await office.say(*(notice(ANNA, str(n)) for n in range(3)))
    await office.clock.advance(10)
    await office.say(*(notice(ANNA, str(n)) for n in range(3, 6)))
    assert office.telegram.said == ["0", "1", "2", "3", "4", "5"]


async def test_a_row_with_nothing_to_say_is_done_without_a_call(office):
    office.renderer.makes[NoticeKind.CARD_EDIT] = lambda _: []
    await office.say(notice(ROADS, kind=NoticeKind.CARD_EDIT))
    assert office.telegram.calls == []
    assert await office.rows() == ["done"]


async def test_what_is_for_later_is_said_later_by_itself(office):
    await office.say(notice(ANNA, "утром", not_before=START + timedelta(hours=3)))
    await office.clock.advance(3 * 3600 - 1)
    assert office.telegram.said == []
    await office.clock.advance(1)
    assert office.telegram.said == ["утром"]


async def test_a_receipt_and_what_follows_it_are_not_delayed(office):
    await office.say(notice(ANNA, "квитанция"), notice(ANNA, "вопрос"), notice(ANNA, "ещё"))
    assert office.telegram.times(ANNA) == [0, 0, 0]


async def test_a_private_chat_is_written_to_once_a_second_on_average(office):
    await office.say(*(notice(ANNA, str(n)) for n in range(10)))
    await office.clock.advance(60)
    times = office.telegram.times(ANNA)
    assert len(times) == 10
    assert all(later - earlier >= 3 for earlier, later in zip(times, times[3:], strict=False))


async def test_sends_and_edits_of_a_long_day_meet_no_refusal_and_waste_no_time(office):
    office.renderer.makes[NoticeKind.CARD_EDIT] = edit_of
    for minute in range(10):
        await office.add(*cards(10))
        await office.add(
            *(
                notice(ROADS, f"правка {minute}", Priority.EDIT, NoticeKind.CARD_EDIT, ref_id=n)
                for n in range(10)
            )
        )
        await office.clock.advance(60)
    await office.clock.advance(90)
    assert office.telegram.refusals == 0
    assert len(office.telegram.said) == 200
    assert len([call for call in office.telegram.calls if call.seconds < 600]) >= 0.95 * 180


async def test_an_urgent_row_overtakes_two_hundred_waiting_cards(office):
    await office.say(*cards(200))
    await office.clock.advance(10)
    await office.say(notice(ROADS, "срочно", Priority.URGENT))
    assert office.telegram.said[-1] == "срочно"
    assert office.telegram.calls[-1].seconds == 10


async def test_an_urgent_row_whose_time_comes_is_not_slept_through(office):
    await office.say(
        notice(ROADS, "срочно", Priority.URGENT, not_before=START + timedelta(seconds=10)), *cards(40)
    )
    await office.clock.advance(10)
    assert office.telegram.said[-1] == "срочно"


async def test_urgent_rows_beyond_the_reserve_still_go_before_the_cards(office):
    await office.say(*cards(100))
    await office.say(*(notice(ROADS, f"срочно {n}", Priority.URGENT) for n in range(5)))
    await office.clock.advance(61)
    said = office.telegram.said
    assert [text for text in said if text.startswith("срочно")] == said[18:23]
    assert office.telegram.refusals == 0


async def test_another_chat_does_not_wait_for_a_full_one(office):
    await office.say(*cards(100))
    await office.say(notice(LEADERS, "срочно"), notice(ANNA, "квитанция"))
    assert set(office.telegram.said[-2:]) == {"срочно", "квитанция"}
    assert office.telegram.calls[-1].seconds == 0


async def test_a_waiting_row_is_not_claimed(office):
    await office.say(*cards(30))
    assert (await office.rows()).count("sending") == 0


async def test_a_hanging_call_holds_up_its_own_chat_only(office):
    office.telegram.fail(never, chat=ROADS)
    await office.add(notice(ROADS, "висит"), notice(ANNA, "квитанция"))
    await until(lambda: office.telegram.said)
    assert office.telegram.said == ["квитанция"]


async def test_while_a_crowd_is_registered_receipts_go_a_few_at_a_time_and_what_is_urgent_at_once(office):
    office.sender.give_way()
    office.telegram.fail(never, chat=ANNA)
    office.telegram.fail(never, chat=BORIS)
    others = [notice(chat, str(chat), Priority.CITIZEN) for chat in (21, 22)]
    await office.add(notice(ANNA, "висит"), notice(BORIS, "висит"))
    await until(lambda: len(office.telegram.calls) == 2)
    await office.add(*others, notice(LEADERS, "срочно", Priority.URGENT))
    await until(lambda: office.telegram.said)
    assert office.telegram.said == ["срочно"]
    office.sender.go_on()
    await until(lambda: len(office.telegram.said) > 2)
    assert set(office.telegram.said) == {"срочно", "21", "22"}


async def test_in_a_crowd_that_does_not_end_everybody_gets_a_receipt_all_the_same(office):
    office.sender.give_way()
    await office.say(*(notice(chat, str(chat), Priority.CITIZEN) for chat in range(21, 41)))
    assert len(office.telegram.said) == 20


async def test_bulk_messages_stay_under_their_cap_and_replies_pass_them(office):
    await office.say(*(notice(1000 + n, str(n), Priority.BULK) for n in range(100)))
    await office.say(notice(ANNA, "квитанция"))
    assert office.telegram.said.count("квитанция") == 1
    assert len(office.telegram.calls) == 26
    await office.clock.advance(10)
    times = sorted(call.seconds for call in office.telegram.calls if call.chat >= 1000)
    assert len(times) == 100
    assert all(later - earlier >= 1 for earlier, later in zip(times, times[25:], strict=False))


async def test_ten_changes_in_two_seconds_are_two_edits_and_the_last_one_stands(office):
    state = []
    office.renderer.makes[NoticeKind.CARD_EDIT] = lambda row: [Edit(row.ref_id, state[-1])]
    for number in range(10):
        state.append(f"состояние {number}")
        later = office.clock.now() + timedelta(seconds=1)
        await office.add(
            notice(
                ROADS,
                "",
                Priority.EDIT,
                NoticeKind.CARD_EDIT,
                ref_id=5,
                coalesce_key="card:5",
                not_before=later,
            )
        )
        await office.clock.advance(0.2)
    await office.clock.advance(2)
    assert len(office.telegram.calls) <= 2
    assert office.telegram.said[-1] == "состояние 9"


async def test_a_change_during_the_call_is_not_lost(office):
    state, gate = ["старое"], asyncio.Event()

    async def slowly(method):
        await gate.wait()
        return bad("message is not modified")(method)

    office.renderer.makes[NoticeKind.CARD_EDIT] = lambda row: [Edit(row.ref_id, state[-1])]
    office.telegram.fail(slowly)
    changed = notice(ROADS, "", Priority.EDIT, NoticeKind.CARD_EDIT, ref_id=5, coalesce_key="card:5")
    await office.add(changed)
    await until(lambda: office.telegram.calls)
    state.append("новое")
    await office.add(changed)
    gate.set()
    await office.settle()
    assert [call.text for call in office.telegram.calls] == ["старое", "новое"]


async def test_parts_go_one_after_another_and_each_is_written_down(office):
    office.renderer.makes[NoticeKind.CARD] = lambda _: [Text("карточка"), album(3), Text("продолжение")]
    await office.say(notice(ROADS, kind=NoticeKind.CARD))
    assert [call.name for call in office.telegram.calls] == ["SendMessage", "SendMediaGroup", "SendMessage"]
    assert [(index, last, ids) for _, _, _, ids, index, last, _ in office.reports.heard] == [
        (0, False, (1,)),
        (1, False, (2, 3, 4)),
        (2, True, (5,)),
    ]
    assert await office.rows("state, done_parts") == [("done", 3)]


async def test_once_begun_a_row_is_not_drawn_anew(office):
    state = ["первая часть", "вторая часть"]
    office.renderer.makes[NoticeKind.CARD] = lambda _: [Text(text) for text in state]
    office.telegram.fail(flood(5), text="вторая")
    await office.say(notice(ROADS, kind=NoticeKind.CARD))
    state[:] = ["всё иначе"]
    await office.clock.advance(6)
    assert office.telegram.said == ["первая часть", "вторая часть"]


async def test_an_urgent_row_passes_between_two_parts(office):
    office.renderer.makes[NoticeKind.CARD] = lambda _: [Text("часть 1"), Text("часть 2")]
    gate = asyncio.Event()

    async def slowly(method):
        await gate.wait()
        return bad("message is not modified")(method)

    office.telegram.fail(slowly, text="часть 1", applied=True)
    await office.add(notice(ROADS, kind=NoticeKind.CARD))
    await until(lambda: office.telegram.calls)
    await office.add(notice(ROADS, "срочно", Priority.URGENT))
    gate.set()
    await office.settle()
    assert office.telegram.said == ["часть 1", "срочно", "часть 2"]


async def test_after_a_restart_a_row_goes_on_with_its_next_part(office):
    office.renderer.makes[NoticeKind.CARD] = lambda _: [Text("часть 1"), Text("часть 2")]
    office.telegram.fail(never, text="часть 2")
    await office.add(notice(ROADS, kind=NoticeKind.CARD))
    await until(lambda: len(office.telegram.calls) == 2)
    await office.restart()
    await office.settle()
    assert office.telegram.said == ["часть 1", "часть 2"]


async def test_an_album_waits_until_it_fits_and_does_not_starve(office):
    office.renderer.makes[NoticeKind.LATE_FILES] = lambda _: [album(10)]
    await office.say(*cards(12))
    await office.say(notice(ROADS, kind=NoticeKind.LATE_FILES))
    assert (await office.rows()).count("sending") == 0
    await office.add(*cards(20))
    await office.clock.advance(61)
    names = [call.name for call in office.telegram.calls]
    assert names[12] == "SendMediaGroup"
    assert office.telegram.refusals == 0
    await office.clock.advance(121)
    assert len(office.telegram.calls) == 33


async def test_files_that_may_not_stand_together_are_sent_apart(office):
    items = (*album(2).items, *album(2, ContentKind.DOCUMENT).items, *album(1, ContentKind.VOICE).items)
    office.renderer.makes[NoticeKind.LATE_FILES] = lambda _: [Files(items)]
    await office.say(notice(ROADS, kind=NoticeKind.LATE_FILES))
    assert [call.name for call in office.telegram.calls] == ["SendMediaGroup", "SendMediaGroup", "SendVoice"]
    assert await office.rows("state, done_parts") == [("done", 3)]


async def test_extras_take_nothing_from_a_groups_budget(office):
    office.renderer.makes[NoticeKind.REACTION] = lambda _: [Reaction(5, "👌"), Deletion(6)]
    await office.say(*(notice(ROADS, kind=NoticeKind.REACTION) for _ in range(20)))
    assert len(office.telegram.calls) == 40
    await office.say(*cards(18))
    assert len(office.telegram.said) == 58


async def test_a_limit_of_zero_leaves_it_to_telegram(tmp_path):
    async with migrated(tmp_path / "unlimited.sqlite3") as database:
        office = Office(database, group_limit=0)
        await office.say(*cards(25))
        assert office.telegram.refusals == 1
        await office.clock.advance(61)
        assert len(office.telegram.said) == 25
        await office.kill()


async def test_a_start_takes_up_what_waits(office):
    await office.add(*cards(2), notice(ANNA, "квитанция"), wake=False)
    await office.sender.start()
    await office.settle()
    assert len(office.telegram.said) == 3


async def test_a_restart_does_not_forget_what_a_group_has_seen(office):
    office.renderer.makes[NoticeKind.CARD_EDIT] = edit_of
    office.renderer.makes[NoticeKind.LATE_FILES] = lambda _: [album(5)]
    await office.say(*cards(5), notice(ROADS, kind=NoticeKind.LATE_FILES))
    await office.say(*(notice(ROADS, "п", Priority.EDIT, NoticeKind.CARD_EDIT, ref_id=n) for n in range(8)))
    await office.restart()
    await office.say(*cards(30))
    await office.clock.advance(200)
    assert office.telegram.refusals == 0
    assert len([call for call in office.telegram.calls if call.seconds == 0]) == 14


async def test_killed_between_the_call_and_its_record_it_is_said_twice_at_most_and_known(office):
    office.telegram.fail(never, text="квитанция", applied=True)
    await office.add(notice(ANNA, "квитанция"))
    await until(lambda: office.telegram.calls)
    assert await office.rows() == ["sending"]
    for _ in range(3):
        await office.restart()
        await office.settle()
    assert office.telegram.said == ["квитанция", "квитанция"]
    assert await office.rows("state, doubtful") == [("done", 1)]
    assert office.reports.names() == ["doubtful", "part_sent"]


async def test_killed_before_the_claim_it_is_said_once(office):
    await office.add(notice(ANNA, "квитанция"), wake=False)
    await office.restart()
    await office.settle()
    assert office.telegram.said == ["квитанция"]
    assert await office.rows("state, doubtful") == [("done", 0)]


async def test_stopping_lets_the_call_in_flight_end(office):
    gate = asyncio.Event()

    async def slowly(method):
        await gate.wait()
        return bad("message is not modified")(method)

    office.telegram.fail(slowly)
    await office.add(notice(ANNA, "квитанция"), notice(ANNA, "потом"))
    await until(lambda: office.telegram.calls)
    asyncio.get_running_loop().call_soon(gate.set)
    await office.sender.stop()
    assert await office.rows() == ["done", "pending"]


async def test_a_call_that_does_not_end_in_time_is_doubtful_at_the_next_start(office):
    office.telegram.fail(never)
    await office.add(notice(ANNA, "квитанция"))
    await until(lambda: office.telegram.calls)
    await office.sender.stop(grace_seconds=0)
    await office.restart()
    await office.settle()
    assert await office.rows("state, doubtful") == [("done", 1)]


async def test_while_the_database_is_away_nothing_is_sent_twice(office):
    async def away(method):
        office.database.away = True
        return bad("message is not modified")(method)

    office.telegram.fail(away, text="первая", applied=True)
    await office.say(notice(ANNA, "первая"), notice(BORIS, "вторая"))
    await office.clock.advance(10)
    office.database.away = False
    await office.clock.advance(2)
    assert sorted(office.telegram.said) == ["вторая", "первая"]
    assert await office.rows("state, doubtful") == [("done", 0), ("done", 0)]


async def test_a_database_that_goes_away_while_drawing_costs_no_attempt(office):
    draw = office.renderer.render

    async def away(row):
        office.database.away = True
        async with office.database.transaction():
            pass
        return await draw(row)

    office.renderer.render = away
    await office.say(notice(ANNA, "квитанция"))
    office.database.away, office.renderer.render = False, draw
    await office.clock.advance(2)
    assert office.telegram.said == ["квитанция"]
    assert await office.rows("state, attempts, doubtful") == [("done", 1, 0)]


async def test_chats_work_side_by_side(office):
    office.telegram.fail(never, times=10)
    await office.add(*(notice(chat, "висит") for chat in range(1, 11)), notice(HOUSING, "карточка"))
    await until(lambda: office.telegram.said)
    assert len(office.telegram.calls) == 11
