"""What was committed is said, whatever happens between the commit and the words: guarantees 10, 12, 31."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import pytest

from sandbox import Kind, Person
from sandbox.chat import Chat
from sandbox.history import CallRecord, Record
from sandbox.model import Message
from tests.survival.checks import NUMBER
from tests.survival.rig import Rig

ANSWER = "Яму засыпали, проверили сегодня."
REASON = "Это дорога области"


@dataclass(frozen=True)
class Promise:
    """Words that somebody has to find in a chat."""

    chat: Chat
    words: str
    number: str = ""

    def copies(self) -> list[Message]:
        return [one for one in self.chat.visible if self.words in one.text and self.number in one.text]


@pytest.mark.parametrize("trouble", [Kind.ERROR_500, Kind.HANG, Kind.CUT_AFTER])
async def test_whatever_was_owed_at_the_kill_is_said_after_it(rig: Rig, trouble: Kind) -> None:
    """Guarantee 10: receipt, cards, answer, return, revision, urgent copy; copies only where the answer was lost."""
    town = rig.town
    await rig.start()
    answered = await _submit_draft(rig, town.anna)
    revised = await _submit_draft(rig, town.boris)
    await town.galina.in_(town.approvals).click("На доработку", on=town.approvals.find(revised))
    asked = await town.approvals.expect("что доработать?")
    returned = await _ask_return_reason(rig, rig.world.user("Вера"))
    urgent = await _register(rig.world.user("Глеб"), "Шумят соседи")
    await rig.quiet()

    for method in ("send*", "edit*"):
        rig.world.faults.add(trouble, method=method, count=None)
    await town.galina.in_(town.approvals).click("Согласовать", on=town.approvals.find(answered))
    await town.galina.in_(town.approvals).reply(asked, REASON)
    await town.dorogin.in_(town.roads).reply(await town.roads.expect("почему не ваше?"), REASON)
    await town.olga.in_(town.coordinators).click("Срочно", on=town.coordinators.find(urgent))
    dima = rig.world.user("Дима")
    await dima.send("Нет воды в доме 5")
    await rig.eventually(lambda: _owes_six(rig))
    await rig.kill()
    rig.world.faults.clear()
    await rig.start()
    await rig.quiet()

    promises = [
        Promise(dima.chat, "Номер:"),
        Promise(town.zhkh, "Нет воды в доме 5"),
        Promise(town.coordinators, "Нет воды в доме 5"),
        Promise(town.anna.chat, ANSWER, answered),
        Promise(town.coordinators, REASON, f"{returned} вернули"),
        Promise(town.roads, REASON, f"{revised} на доработку"),
        Promise(town.leadership, "Шумят соседи", urgent),
    ]
    copies = [len(promise.copies()) for promise in promises]
    assert copies == [1] * 7 if trouble is not Kind.CUT_AFTER else all(copies), copies


async def test_telegrams_wait_is_kept_over_a_restart_and_by_nobody_else(rig: Rig) -> None:
    """Guarantee 12; failure story 6: obeyed to a second, in a group and in a private chat."""
    town, seconds = rig.town, 2
    await rig.start()
    for chat in (town.anna.chat, town.roads):
        rig.world.faults.add("retry_after", method="sendMessage", chat=chat.id, seconds=seconds)
    await town.anna.send("Яма у дома 1")
    await rig.eventually(lambda: len(rig.ask("SELECT 1 FROM chats WHERE paused_until IS NOT NULL")) == 2)
    await rig.kill()
    await rig.start()
    await town.boris.send("Нет воды в доме 2")
    await town.boris.chat.expect("Номер:", 2)
    await rig.quiet()
    for chat in (town.anna.chat, town.roads):
        refused, said = rig.calls("sendMessage", chat.id)
        assert refused.status == 429
        waited = datetime.fromisoformat(said.at) - datetime.fromisoformat(refused.at)
        assert timedelta(seconds=seconds) <= waited <= timedelta(seconds=seconds + 1)


@pytest.mark.parametrize("which", [0, 1])
async def test_a_reply_to_either_copy_of_a_prompt_is_taken(rig: Rig, which: int) -> None:
    """Guarantee 31: killed between sending the prompt and noting its id, the bot asks again and hears both."""
    town = rig.town
    await rig.start()
    number = await _ask_return_reason(rig, town.anna, dies=True)
    await rig.buried()
    await rig.start()
    await rig.quiet()
    prompts = Promise(town.roads, "почему не ваше?", number).copies()
    assert len(prompts) == 2
    await town.dorogin.in_(town.roads).reply(prompts[which], REASON)
    await rig.eventually(Promise(town.coordinators, REASON, f"{number} вернули").copies)


async def test_a_prompt_and_a_card_live_through_a_restart(rig: Rig) -> None:
    """Guarantee 31: replies to what was said before the kill are understood after it."""
    town = rig.town
    await rig.start()
    number = await _ask_return_reason(rig, town.anna)
    other = await _register(town.boris, "Яма у дома 2")
    await rig.quiet()
    await rig.kill()
    await rig.start()
    dorogin = town.dorogin.in_(town.roads)
    await dorogin.reply(await town.roads.expect("почему не ваше?"), REASON)
    await rig.eventually(Promise(town.coordinators, REASON, f"{number} вернули").copies)
    await dorogin.reply(await town.roads.expect(other), ANSWER)
    await town.roads.expect(f"{other}. Так увидит житель:")


async def test_a_card_that_was_sent_but_never_recorded_is_as_good_as_its_copy(rig: Rig) -> None:
    """Guarantee 31: buttons under it work, a reply to it is a draft."""
    town = rig.town
    await rig.start()
    rig.kill_when(_is_sent(town.roads, "Яма у дома 1"))
    await town.anna.send("Яма у дома 1")
    await rig.buried()
    await rig.start()
    await rig.quiet()
    first, _ = Promise(town.roads, "Яма у дома 1").copies()
    dorogin = town.dorogin.in_(town.roads)
    await dorogin.click("Принять", on=first)
    await rig.world.until(lambda: "Принято" in str(town.dorogin.toast))
    await dorogin.reply(first, ANSWER)
    await town.roads.expect("Так увидит житель:")


async def _register(citizen: Person, words: str) -> str:
    """The number."""
    await citizen.send(words)
    receipt = await citizen.chat.expect("Номер:")
    return str(NUMBER.findall(receipt.text)[0])


async def _submit_draft(rig: Rig, citizen: Person) -> str:
    town = rig.town
    number = await _register(citizen, "Яма у дома 1")
    dorogin = town.dorogin.in_(town.roads)
    await dorogin.reply(await town.roads.expect(number), ANSWER)
    preview = await town.roads.expect(f"{number}. Так увидит житель:")
    await dorogin.click("Решено", on=preview)
    await town.approvals.expect(number)
    return number


async def _ask_return_reason(rig: Rig, citizen: Person, *, dies: bool = False) -> str:
    town = rig.town
    number = await _register(citizen, "Яма у дома 3")
    card = await town.roads.expect(number)
    await rig.quiet()
    if dies:
        rig.kill_when(_is_sent(town.roads, "почему не ваше?"))
    await town.dorogin.in_(town.roads).click("Не наше", on=card)
    await town.roads.expect("почему не ваше?")
    return number


def _is_sent(chat: Chat, words: str) -> Callable[[Record], bool]:
    def is_sent(record: Record) -> bool:
        if not isinstance(record, CallRecord) or record.chat != chat.id or not record.message_ids:
            return False
        return words in chat.log[record.message_ids[0]].text

    return is_sent


def _owes_six(rig: Rig) -> Any:
    owed = {row["kind"] for row in rig.ask("SELECT kind FROM outbox WHERE state IN ('pending', 'sending')")}
    return owed >= {"receipt", "card", "answer", "returned", "revision"}
