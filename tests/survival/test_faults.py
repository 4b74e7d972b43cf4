"""Telegram refuses, breaks off, lies or falls silent: everything arrives, and twice only where nobody could know."""

from pathlib import Path
from random import Random

from sandbox import Kind
from tests.city import living_town
from tests.story.scenes import bot_in
from tests.survival.checks import count_doubts
from tests.survival.rig import Rig

DEFINITE = (Kind.RETRY_AFTER, Kind.ERROR_500, Kind.ERROR_500_BARE, Kind.OK_FALSE)
"""It is certain that nothing was said."""
LOST_BEFORE = (Kind.BAD_GATEWAY, Kind.CUT_BEFORE, Kind.HANG)
"""Nothing was said, but the bot cannot know it."""
LOST_AFTER = (Kind.CUT_AFTER, Kind.TRUNCATED)
"""It was said, but the bot cannot know it."""
EVERY = (*DEFINITE, *LOST_BEFORE, *LOST_AFTER)
FAULTY = 0.25


async def test_after_each_kind_of_fault_the_receipt_arrives(rig: Rig) -> None:
    """Guarantee 11: once after a definite failure; at most one copy, and a word in the journal, after a lost answer."""
    citizens = dict(zip(EVERY, rig.people(len(EVERY)), strict=True))
    for kind, citizen in citizens.items():
        rig.world.faults.add(kind, method="sendMessage", chat=citizen.id, seconds=1, wall=True)
    await rig.start()
    for citizen in citizens.values():
        await citizen.send("Яма у дома")
    await rig.quiet()
    said = {kind: len(citizen.chat.sent_by(rig.world.bot.user)) for kind, citizen in citizens.items()}
    assert said == {kind: 2 if kind in LOST_AFTER else 1 for kind in EVERY}
    doubts = count_doubts(rig.ask)
    known = {kind: doubts[citizen.id] for kind, citizen in citizens.items()}
    assert known == {kind: 0 if kind in DEFINITE else 1 for kind in EVERY}


async def test_with_a_quarter_of_the_calls_failing_everything_arrives(rig: Rig, dice: Random) -> None:
    """Guarantee 11, with kills: receipts, cards and edits of thirty matters through every fault at once."""
    citizens = rig.people(30)
    rig.world.faults.seed(dice.randrange(10**6))
    for kind in EVERY:
        for method in ("send*", "edit*"):
            share = FAULTY / len(EVERY)
            rig.world.faults.add(kind, method=method, count=None, probability=share, seconds=1, wall=True)
    for _ in range(3):
        await rig.start()
        for citizen in dice.sample(citizens, 20):
            await citizen.send("Яма у дома")
        await rig.for_seconds(dice.uniform(0.1, 0.8))
        await rig.kill()
    for citizen in citizens:
        await citizen.send("Яма у дома")
    await rig.start()
    await rig.for_seconds(1)
    rig.world.faults.clear()
    await rig.quiet(40)
    stored = rig.ask("SELECT user_id FROM appeals JOIN citizens ON citizens.id = citizen_id")
    assert sorted(row["user_id"] for row in stored) == sorted(citizen.id for citizen in citizens)
    assert all(citizen.chat.find("Номер:") for citizen in citizens)
    for row in rig.ask("SELECT number FROM appeals"):
        assert rig.town.roads.find(row["number"])
        assert rig.town.coordinators.find(row["number"])


async def test_forty_five_cards_reach_one_group_without_a_single_refusal(tmp_path: Path) -> None:
    """Guarantee 13; failure story 5: sends and edits together, on the world's own clock, at the settings' default."""
    async with living_town(tmp_path) as town:
        citizens = [town.world.user(f"Житель №{number}") for number in range(45)]
        for citizen in citizens:
            await citizen.send("Яма у дома")
        await town.settle()
        await town.clicks(town.dorogin.in_(town.roads), "Принять")
        for _ in range(5):
            await town.wait(60)
        assert len(bot_in(town.roads)) == 45
        assert len(bot_in(town.coordinators)) == 45
        assert not [call for call in town.world.history.calls() if call.status == 429]
