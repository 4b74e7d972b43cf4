"""While a crowd waits to be registered, ordinary messages go a few at a time, and none is forgotten."""

from bot.delivery.gate import FEW, Gate
from domain.notices import Priority


def crowded(chats=5):
    """A gate in a crowd, at which so many chats have asked for their turn; and whom it has called since."""
    called = []
    gate = Gate(called.append)
    gate.narrow()
    let = [chat for chat in range(chats) if gate.lets_through(chat, Priority.CITIZEN)]
    return gate, let, called


def test_without_a_crowd_everybody_goes():
    gate = Gate(print)
    assert all(gate.lets_through(chat, Priority.BULK) for chat in range(100))


def test_in_a_crowd_a_few_go_at_a_time_and_who_has_waited_longest_is_next():
    gate, let, called = crowded()
    assert let == [0, 1]
    gate.leave(1)
    assert called == [FEW]
    assert gate.lets_through(FEW, Priority.CITIZEN)
    assert not gate.lets_through(1, Priority.CITIZEN)


def test_what_is_urgent_or_awaited_by_somebody_at_work_waits_for_no_crowd():
    gate, _, _ = crowded()
    assert gate.lets_through(9, Priority.URGENT)
    assert gate.lets_through(9, Priority.INTERACTIVE)


def test_one_who_is_called_and_has_nothing_to_say_any_more_passes_the_turn_on():
    gate, _, called = crowded()
    gate.leave(0)
    gate.leave(2)
    assert called == [2, 3]


def test_when_the_crowd_is_registered_all_who_waited_are_called():
    gate, _, called = crowded()
    gate.widen()
    assert called == [2, 3, 4]
    assert all(gate.lets_through(chat, Priority.CITIZEN) for chat in range(5))
