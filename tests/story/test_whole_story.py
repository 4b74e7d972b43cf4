"""The main job, from a citizen's message to the citizen's answer, as people do it."""

import re

from tests.city import NUMBER, labels


async def test_a_message_is_registered_routed_drafted_approved_and_answered(town):
    await town.anna.start()
    await town.says(town.anna, "На Ленина, 5 прорвало, во дворе вода по колено")
    receipt = await town.anna.chat.expect("2026-")
    number = re.search(NUMBER, receipt.text)[0]
    card = town.zhkh.find(number)
    print(town.anna.chat.transcript()); print(town.coordinators.transcript()); print(town.zhkh.transcript())
    assert labels(card) == ["Принять", "Не наше", "Написать ответ"]

    print(await town.clicks(town.petrov.in_(town.zhkh), "Принять"))
    await town.petrov.in_(town.zhkh).reply(card, "Добрый день! Трубу заменили, воду откачали.")
    await town.redraw()
    print(town.zhkh.transcript())
    print(await town.clicks(town.petrov.in_(town.zhkh), "Решено"))
    print(town.approvals.transcript())
    print(await town.clicks(town.galina.in_(town.approvals), "Согласовать"))
    print(town.approvals.transcript())
    await town.wait(31)
    print(town.anna.chat.transcript())
    print(town.zhkh.transcript())
    answer = await town.anna.chat.expect("Трубу заменили, воду откачали.")
    assert number in answer.text
    assert {"Да, решено", "Частично", "Не решено"} <= set(labels(answer))
