"""A group becomes a supergroup: what stands there is put up anew once, and nothing that was said is said again."""

from tests.city import labels
from tests.story.scenes import LAMP, accepted, bot_in, card_in, written
from tests.story.test_escalation import lists_in
from tests.story.test_escalation import until as at
from tests.story.test_groups import MOVES, moved
from tests.story.test_pinned import MINUTE, on_top, trusting
from tests.story.test_reminders import digests
from tests.story.test_summary import until


@MOVES
async def test_a_digest_is_not_told_again_after_the_move_and_the_next_one_stands_alone(town, move):
    number = await accepted(town)
    await until(town, "2026-03-02 11:00:30")
    assert len(digests(town.zhkh)) == 1
    old = await move(town)
    await written(town, by=town.boris)
    await until(town, "2026-03-02 13:50")
    assert not digests(town.zhkh), "the slot has been told, under the group's old number"
    await until(town, "2026-03-02 14:00:30")
    (told,) = digests(town.zhkh)
    assert number in labels(told)
    assert len(digests(old)) == 1, "nobody can take away what stands in the old group"
    await until(town, "2026-03-02 16:00:30")
    assert len(digests(town.zhkh)) == 1


async def test_the_counter_on_top_is_put_up_anew_once_and_goes_on(town):
    await trusting(town)
    number = await written(town, LAMP)
    await town.wait(MINUTE)
    old = await moved(town, "coordinators")
    town.coordinators.promote_bot("can_pin_messages")
    await town.wait(MINUTE)
    queue = on_top(town.coordinators)
    assert queue.text.startswith("Ждут направления: 1")
    await town.clicks(town.olga.in_(old), "ЖКХ", on=card_in(old, number))
    await town.wait(MINUTE)
    assert queue.text == "Очередь пуста"
    assert len([one for one in bot_in(town.coordinators) if "Ждут направления" in one.text]) == 0


async def test_the_list_of_what_is_missed_is_put_up_anew_and_edited_there(town):
    number = await accepted(town)
    await at(town, "03-03 10:00")
    assert lists_in(town.coordinators)
    await moved(town, "coordinators")
    other = await written(town, by=town.boris)
    await at(town, "03-04 16:00")
    (told,) = lists_in(town.coordinators)
    assert number in told.text
    assert other in told.text
