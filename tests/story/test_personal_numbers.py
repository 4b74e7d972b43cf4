"""Phones, passports and СНИЛС of a citizen: closed in every staff chat, to the letter for the citizen (guarantee 28)."""

from tests.story.scenes import WATER, ask_database, bot_in, card_in, number_in, replies

PHONE, OTHER_PHONE, PASSPORT, SNILS = "8 912 345-67-12", "+79161112233", "6512 123456", "112-233-445 95"
SECRETS = ("345-67", "3456712", "1112233", "123456", "233-445")
OFFICE = "8 (34394) 5-12-34"
ANSWER = f"Трубу заменили, мы позвоним вам по телефону {PHONE}. Диспетчерская: {OFFICE}."


def said(town, chat):
    """Everything that the bot has ever written or changed in a chat, as it went out."""
    calls = (*town.world.history.calls("send*", chat.id), *town.world.history.calls("edit*", chat.id))
    return "\n".join(str(call.params.get("text", "")) for call in calls)


async def told_everything(town):
    """Anna has written her numbers, changed one and added one; Petrov has accepted."""
    message = await town.says(town.anna, f"{WATER}. Мой телефон {PHONE}, паспорт {PASSPORT}")
    number = number_in(bot_in(town.anna.chat)[-1])
    await town.clicks(town.petrov.in_(town.zhkh), "Принять", on=card_in(town.zhkh, number))
    await town.anna.edit(message, f"{WATER}. Телефон соседки {OTHER_PHONE}, паспорт {PASSPORT}")
    await town.wait(70)
    await town.says(town.anna, f"Мой СНИЛС {SNILS}, а телефон всё тот же: {PHONE}")
    await town.redraw()
    return number


async def test_no_staff_chat_ever_reads_a_citizens_number_and_the_citizen_gets_the_answer_to_the_letter(town):
    number = await told_everything(town)
    petrov, galina = town.petrov.in_(town.zhkh), town.galina.in_(town.approvals)
    await replies(town, petrov, card_in(town.zhkh, number), ANSWER)
    await town.clicks(petrov, "Решено")
    assert OFFICE in card_in(town.approvals, number).text, (
        "whoever agrees sees what the office says of itself"
    )
    assert "житель увидит целиком" in card_in(town.approvals, number).text
    await replies(town, galina, card_in(town.approvals, number), f"Без телефона {PHONE}")
    await town.clicks(galina, "Заменить текст")
    await replies(town, galina, card_in(town.approvals, number), f"Верните {PHONE}, он нужен")
    await town.clicks(galina, "Это замечание")
    await replies(town, petrov, card_in(town.zhkh, number), ANSWER)
    await town.clicks(petrov, "Решено")
    await town.clicks(galina, "Согласовать")
    await town.wait(31)
    for chat in (town.zhkh, town.approvals, town.coordinators):
        heard = said(town, chat)
        assert "+7 ··· ·· 12" in heard
        assert not [secret for secret in SECRETS if secret in heard]
    assert ANSWER in "\n".join(message.text for message in bot_in(town.anna.chat))


async def test_a_written_reason_does_not_carry_the_phone_to_the_coordinators(town):
    number = await told_everything(town)
    await town.clicks(town.petrov.in_(town.zhkh), "Не наше")
    await replies(town, town.petrov.in_(town.zhkh), bot_in(town.zhkh)[-1], f"Не наш дом, звонил по {PHONE}")
    assert f"{number} вернули" in said(town, town.coordinators)
    assert "345-67" not in said(town, town.coordinators)


async def test_who_works_on_it_opens_all_of_them_and_the_journal_knows_who(town):
    number = await told_everything(town)
    toast = await town.clicks(town.petrov.in_(town.zhkh), "Телефон", on=card_in(town.zhkh, number))
    assert toast == f"{OTHER_PHONE}, {PHONE}, паспорт {PASSPORT}, СНИЛС {SNILS}"
    looked = ask_database(town, "SELECT actor_name FROM journal WHERE action = 'reveal_phone'")
    assert looked == [("Петров Иван Сергеевич",)]
