"""Messages that get no answer: thanks and spam by one press, insults and threats by two people (R53, A20)."""

from domain.municipality import ConsentMode
from tests.city import labels
from tests.story.scenes import (
    BREATH,
    LAMP,
    accepted,
    ask_database,
    bot_in,
    card_in,
    cards_in,
    number_in,
    replies,
    where,
    written,
)

INSULT = "Вы там все мрази, на ул. Ленина, 5 третий день нет воды"
THREAT = "Я знаю, где вы живёте, убью вас за эту яму"
DESPAIR = "Третий месяц нет воды на ул. Мира, 1. Я больше не хочу жить."


async def proposed(town, text=INSULT, reason="Нецензурные либо оскорбительные выражения"):
    """Olga proposes not to answer, and somebody else has to agree."""
    number = await written(town, text)
    olga = town.olga.in_(town.coordinators)
    await town.clicks(olga, "Без ответа", on=card_in(town.coordinators, number))
    await town.clicks(olga, "Ответ не даётся", on=card_in(town.coordinators, number))
    await town.clicks(olga, reason, on=card_in(town.coordinators, number))
    return number


async def test_words_of_insult_are_folded_and_no_rule_sends_them_on(town):
    number = await written(town, INSULT)
    assert cards_in(town.zhkh, number) == []
    card = card_in(town.coordinators, number)
    assert card.text.splitlines()[0].startswith("Водоснабжение · ул. Ленина, 5 · до ")
    assert "⚠️ оскорбления или брань, текст скрыт" in card.text
    kinds = {entity["type"] for entity in card.content["entities"]}
    assert {"spoiler", "expandable_blockquote"} <= kinds
    await town.clicks(town.olga.in_(town.coordinators), "ЖКХ", on=card)
    assert cards_in(town.zhkh, number), "a clerk may send it the ordinary way"


async def test_thanks_and_spam_end_with_one_press(town):
    number = await written(town, LAMP)
    olga = town.olga.in_(town.coordinators)
    await town.clicks(olga, "Без ответа", on=card_in(town.coordinators, number))
    assert labels(card_in(town.coordinators, number)) == [
        "Благодарность / спам — ответ не требуется",
        "Ответ не даётся (п. 21)",
        "Передать в полицию / ответственному за безопасность",
        "Назад",
    ]
    said = len(bot_in(town.anna.chat))
    await town.clicks(olga, "Благодарность", on=card_in(town.coordinators, number))
    assert "Ответ не требуется: Кузнецова О. П., 09:00" in card_in(town.coordinators, number).text
    assert len(bot_in(town.anna.chat)) == said
    assert ask_database(town, "SELECT status, outcome FROM appeals") == [("closed", "not_needed")]
    await town.wait(120)
    await town.says(town.anna, LAMP)
    assert number_in(town.anna.chat.last_message) != number


async def test_a_second_person_confirms_with_the_reason_before_the_eyes(town):
    number = await proposed(town)
    question = bot_in(town.approvals)[-1]
    assert f"{number}: Кузнецова О. П. предлагает не отвечать" in question.text
    assert "Нецензурные либо оскорбительные выражения" in question.text
    assert "Ждёт подтверждения другого сотрудника" in card_in(town.coordinators, number).text
    toast = await town.clicks(
        town.olga.in_(town.coordinators), "Подтвердить", on=card_in(town.coordinators, number)
    )
    assert toast == "Подтвердить должен другой сотрудник: предложили вы."
    assert ask_database(town, "SELECT status FROM appeals") == [("registered",)]
    await town.clicks(town.galina.in_(town.approvals), "Подтвердить", on=question)
    assert ask_database(town, "SELECT status, outcome, no_reply_reason FROM appeals") == [
        ("closed", "no_reply", "Нецензурные либо оскорбительные выражения")
    ]
    assert labels(question) == []
    assert "подтверждено: Антонова Г. Ю." in card_in(town.coordinators, number).text
    await town.wait(BREATH)
    await town.says(town.anna, f"/status {number}")
    assert "Рассмотрели, ответа не будет (п. 21 порядка)" in town.anna.chat.last_message.text
    assert ask_database(town, "SELECT text FROM citizen_messages") == [(INSULT,)], "the words are kept"


async def test_a_reason_in_own_words_and_a_rejection_lead_back_to_the_ordinary_way(town):
    number = await written(town, INSULT)
    olga = town.olga.in_(town.coordinators)
    await town.clicks(olga, "Без ответа", on=card_in(town.coordinators, number))
    await town.clicks(olga, "Ответ не даётся", on=card_in(town.coordinators, number))
    await replies(town, olga, bot_in(town.coordinators)[-1], "Брань в каждом слове")
    assert "Брань в каждом слове" in card_in(town.coordinators, number).text
    await town.clicks(town.galina.in_(town.approvals), "Отклонить", on=bot_in(town.approvals)[-1])
    assert "предложение не отвечать отклонено (Антонова Г. Ю.)" in bot_in(town.coordinators)[-1].text
    assert "Без ответа" in labels(card_in(town.coordinators, number))
    await town.clicks(olga, "ЖКХ", on=card_in(town.coordinators, number))
    assert ask_database(town, "SELECT status FROM appeals") == [("assigned",)]


async def test_what_was_sent_on_meanwhile_is_not_closed_by_the_old_question(town):
    number = await proposed(town)
    question = bot_in(town.approvals)[-1]
    confirm = question.button("Подтвердить")["callback_data"]
    await town.clicks(town.olga.in_(town.coordinators), "ЖКХ", on=card_in(town.coordinators, number))
    assert "предложение не отвечать снято" in question.text
    await town.galina.in_(town.approvals).press_data(question, confirm)
    await town.settle()
    assert "направлено в отдел" in town.galina.toast.text
    assert ask_database(town, "SELECT status FROM appeals") == [("assigned",)]


async def test_who_has_accepted_it_is_told_that_nothing_is_to_be_done(town):
    number = await accepted(town)
    olga = town.olga.in_(town.coordinators)
    await town.clicks(olga, "Без ответа", on=card_in(town.coordinators, number))
    await town.clicks(olga, "Благодарность", on=card_in(town.coordinators, number))
    assert bot_in(town.zhkh)[-1].text.startswith(f"✖️ {number}: закрыто, ответ не требуется")
    assert labels(card_in(town.zhkh, number)) == []


async def test_a_threat_is_handed_over_once_and_remembered(town):
    number = await written(town, THREAT)
    assert "⚠️ угроза, текст скрыт" in card_in(town.coordinators, number).text
    olga = town.olga.in_(town.coordinators)
    await town.clicks(olga, "Без ответа", on=card_in(town.coordinators, number))
    await town.clicks(olga, "Передать", on=card_in(town.coordinators, number))
    card = card_in(town.coordinators, number)
    assert "Передано в полицию / ответственному за безопасность: Кузнецова О. П., 09:00" in card.text
    assert "Передать в полицию / ответственному за безопасность" not in labels(card)
    assert ask_database(town, "SELECT actor_name FROM journal WHERE action = 'hand_over'") == [
        ("Кузнецова Ольга Павловна",)
    ]


async def test_despair_gets_the_helpline_at_once_and_a_person(town):
    await town.says(town.anna, DESPAIR)
    await town.wait(BREATH)
    helpline, receipt = bot_in(town.anna.chat)
    assert "8-800-2000-122" in helpline.text
    assert "112" in helpline.text
    number = number_in(receipt)
    assert cards_in(town.zhkh, number) == [], "somebody reads it before any department gets it"
    alert = bot_in(town.coordinators)[-1]
    assert alert.text.startswith(f"🆘 {number}: человек пишет о самоубийстве")
    assert not alert.silent
    assert DESPAIR in card_in(town.leadership, number).text


async def test_despair_in_an_addition_is_heard_too(town):
    number = await accepted(town)
    await town.wait(120)
    await town.says(town.anna, "Покончу с собой, если не почините")
    await town.wait(BREATH)
    assert any("8-800-2000-122" in message.text for message in bot_in(town.anna.chat))
    assert bot_in(town.coordinators)[-1].text.startswith(f"🆘 {number}")
    assert ask_database(town, "SELECT urgent, caution FROM appeals") == [(1, "suicide")]


@where(consent={"mode": ConsentMode.REQUIRED})
async def test_a_life_does_not_wait_for_a_consent(town):
    await town.says(town.anna, DESPAIR)
    await town.wait(BREATH)
    assert "8-800-2000-122" in bot_in(town.anna.chat)[0].text
    assert bot_in(town.coordinators)[-1].text.startswith("🆘")
