"""The main job, from a citizen's message to the citizen's answer, as people do it."""

import re

from tests.city import NUMBER, labels
from tests.story.scenes import card_in


async def test_a_message_is_registered_routed_drafted_approved_and_answered(town):
    """R03, R28, R40, R49, R59: one register, a message and not a 59-ФЗ appeal, an answer to the point."""
    await town.says(town.anna, "Прорвало трубу на ул. Ленина, 5: во дворе вода по колено")
    receipt = town.anna.chat.last_message
    number = re.search(NUMBER, receipt.text)[0]
    assert "59-ФЗ" in receipt.text
    card = town.zhkh.find(number)
    assert card.text.startswith("Водоснабжение · ул. Ленина, 5")
    assert labels(card) == ["Принять", "Не наше", "Написать ответ", "Почему такой срок"]

    petrov = town.petrov.in_(town.zhkh)
    assert (await town.clicks(petrov, "Принять")).startswith("Принято")
    assert "Принял Петров И. С." in town.zhkh.find(number).text
    await petrov.reply(card, "Добрый день! Трубу заменили, воду откачали.")
    await town.settle()
    assert await town.clicks(petrov, "Решено") == "Отправлено на согласование."

    draft = town.approvals.find(number)
    assert "вода по колено" in draft.text
    assert "Трубу заменили, воду откачали." in draft.text
    assert (
        await town.clicks(town.galina.in_(town.approvals), "Согласовать")
        == "Согласовано. Отменить можно 30 секунд."
    )
    assert town.anna.chat.find("Трубу заменили") is None

    await town.wait(31)
    answer = town.anna.chat.find("Добрый день! Трубу заменили, воду откачали.")
    assert number in answer.text
    assert labels(answer) == ["Да, решено", "Частично", "Не решено"]
    assert "доставлен" in card_in(town.zhkh, number).text
    assert len(town.anna.chat.sent_by(town.world.bot.user)) == 2
