"""Budgets: never over Telegram's, never far below."""

from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from bot.delivery.pauses import ALL, Pauses
from bot.delivery.throttle import SlidingLog, Throttle
from domain.notices import Priority
from tests.bot.machinery import START

ROADS, ANNA = -100, 7


def after(seconds):
    return START + timedelta(seconds=seconds)


def spend(throttle, chat, times, at=START):
    for _ in range(times):
        throttle.spend(chat, 1, at)


def test_eighteen_ordinary_operations_then_a_minute():
    throttle = Throttle()
    spend(throttle, ROADS, 17)
    assert throttle.wait(ROADS, 1, Priority.CARD, START) == 0
    spend(throttle, ROADS, 1)
    assert throttle.wait(ROADS, 1, Priority.CARD, after(10)) == 50.3
    assert throttle.wait(ROADS, 1, Priority.CARD, after(60.3)) == 0


def test_two_are_kept_for_what_cannot_wait():
    throttle = Throttle()
    spend(throttle, ROADS, 18)
    for priority in (Priority.URGENT, Priority.INTERACTIVE):
        assert throttle.wait(ROADS, 1, priority, START) == 0
    spend(throttle, ROADS, 2)
    assert throttle.wait(ROADS, 1, Priority.URGENT, after(1)) == 59.3


def test_an_album_waits_until_all_its_items_fit():
    throttle = Throttle()
    spend(throttle, ROADS, 5, START)
    spend(throttle, ROADS, 10, after(20))
    assert throttle.wait(ROADS, 3, Priority.CARD, after(20)) == 0
    assert throttle.wait(ROADS, 8, Priority.CARD, after(20)) == 40.3
    assert throttle.wait(ROADS, 10, Priority.CARD, after(20)) == 60.3


def test_an_album_larger_than_the_limit_goes_when_nothing_else_counts():
    throttle = Throttle(group_limit=5)
    assert throttle.wait(ROADS, 10, Priority.CARD, START) == 0
    spend(throttle, ROADS, 1)
    assert throttle.wait(ROADS, 10, Priority.CARD, START) == 60.3
    throttle.spend(ROADS, 10, after(61))
    assert throttle.wait(ROADS, 1, Priority.CARD, after(62)) == 59.3


def test_the_smallest_limits_still_let_through():
    for limit in (1, 2, 3):
        throttle = Throttle(group_limit=limit)
        assert throttle.wait(ROADS, 1, Priority.CARD, START) == 0
        spend(throttle, ROADS, 1)
        assert throttle.wait(ROADS, 1, Priority.CARD, START) == 60.3
        assert throttle.wait(ROADS, 1, Priority.URGENT, START) == (60.3 if limit == 1 else 0)


def test_a_limit_of_zero_is_none():
    throttle = Throttle(group_limit=0)
    spend(throttle, ROADS, 1000)
    assert throttle.wait(ROADS, 10, Priority.CARD, START) == 0


def test_deletions_and_reactions_take_no_room():
    throttle = Throttle()
    spend(throttle, ROADS, 20)
    throttle.spend(ROADS, 0, START)
    assert throttle.wait(ROADS, 0, Priority.CARD, START) == 0


def test_groups_do_not_share_a_budget():
    throttle = Throttle()
    spend(throttle, ROADS, 20)
    assert throttle.wait(-200, 1, Priority.CARD, START) == 0


def test_a_private_chat_takes_three_at_once_and_then_one_a_second_on_average():
    throttle = Throttle()
    sent, now = [], 0.0
    for _ in range(30):
        now += throttle.wait(ANNA, 1, Priority.CITIZEN, after(now))
        throttle.spend(ANNA, 1, after(now))
        sent.append(now)
    assert sent[2] == 0
    assert all(later - earlier >= 3 for earlier, later in zip(sent, sent[3:], strict=False))
    assert sent[-1] == 27


def test_bulk_sending_stays_under_its_cap_and_replies_never_wait_for_it():
    throttle = Throttle()
    for chat in range(1, 26):
        assert throttle.wait(chat, 1, Priority.BULK, START) == 0
        throttle.begin(1, Priority.BULK, START)
    assert throttle.wait(99, 1, Priority.BULK, START) == 1
    assert throttle.wait(99, 1, Priority.CITIZEN, START) == 0


def test_a_clock_put_back_a_day_costs_a_minute_at_most():
    throttle = Throttle()
    spend(throttle, ROADS, 20, after(86_400))
    assert throttle.wait(ROADS, 1, Priority.CARD, START) == 60.3
    assert throttle.wait(ROADS, 1, Priority.CARD, after(60.3)) == 0


def test_quiet_chats_are_forgotten():
    throttle = Throttle()
    for chat in range(1, 3000):
        throttle.spend(chat, 1, after(chat))
    assert len(throttle._logs) <= 1000


@given(
    st.lists(
        st.tuples(
            st.integers(1, 10),
            st.floats(0, 30),
            st.floats(0, 5),
            st.sampled_from([Priority.URGENT, Priority.CARD]),
        ),
        max_size=80,
    )
)
def test_whatever_comes_no_sixty_seconds_see_more_than_twenty(work):
    """Each piece of work: operations, idle seconds before it, seconds until the answer, priority."""
    throttle, now, seen = Throttle(), 0.0, []
    for operations, idle, latency, priority in work:
        now += idle
        now += throttle.wait(ROADS, operations, priority, after(now))
        assert throttle.wait(ROADS, operations, priority, after(now)) <= 1e-5
        counted = now + latency / 2
        seen += [counted] * operations
        now += latency
        throttle.spend(ROADS, operations, after(now))
    for first, last in zip(seen, seen[20:], strict=False):
        assert last - first >= 60


def test_a_sliding_log_uses_its_whole_limit():
    log, now, sent = SlidingLog(20, 60.0), 0.0, 0
    while now < 600:
        now += log.wait(1, after(now), keep=2)
        log.add(1, after(now))
        sent += 1
    assert sent >= 180


def test_a_pause_is_for_its_chat_alone():
    pauses = Pauses()
    pauses.hold(ROADS, 30, START)
    assert (pauses.left(ROADS, after(10)), pauses.left(ANNA, after(10))) == (20, 0)
    assert pauses.left(ROADS, after(30)) <= 0


def test_a_pause_of_all_is_for_every_chat():
    pauses = Pauses()
    pauses.hold(ALL, 30, START)
    assert pauses.left(ANNA, after(10)) == 20


def test_failures_in_a_row_wait_longer_and_a_success_forgets_them():
    pauses = Pauses()
    waits = []
    for failures in range(1, 9):
        assert pauses.failed(ROADS, START) == failures
        waits.append(pauses.left(ROADS, START))
    assert waits == [1, 2, 4, 8, 16, 32, 60, 60]
    pauses.succeeded(ROADS)
    assert pauses.failed(ROADS, START) == 1


def test_a_pause_is_as_long_as_it_was_after_the_clock_is_put_back():
    pauses = Pauses()
    pauses.hold(ROADS, 30, after(86_400))
    assert pauses.left(ROADS, START) == 30
    assert pauses.left(ROADS, after(29)) == 1
