"""An answer that sends the citizen to another body (R25, Chaikovsky, п. 5.3)."""

from domain.municipality import Body
from tests.city import labels
from tests.story.scenes import answers_in, approve, bot_in, drafted, submitted, where

BODIES = (
    Body("gji", "Жилищная инспекция", "8 343 111-22-33"),
    Body("rpn", "Роспотребнадзор", "8 800 555-49-43", "rpn@example.ru", "https://rpn.example.ru"),
)
REPLY = "Добрый день! Этот вопрос не относится к полномочиям администрации, его решает Роспотребнадзор."


@where(regulation="chaikovsky", bodies=BODIES)
async def test_r25_an_answer_that_sends_elsewhere_gets_the_contacts_by_a_press_and_is_warned_of_once(town):
    await drafted(town, REPLY)
    petrov = town.petrov.in_(town.zhkh)
    offered = ["➕ Контакты: Роспотребнадзор", "➕ Контакты: Жилищная инспекция"]
    assert labels(bot_in(town.zhkh)[-1])[:2] == offered
    assert "(п. 5.3)" in await town.clicks(petrov, "Перенаправить")
    preview = bot_in(town.zhkh)[-1]
    assert "Не хватает контактов органа: телефон, эл. почта, сайт" in preview.text
    await town.clicks(petrov, "Контакты: Жилищная", on=preview)
    preview = bot_in(town.zhkh)[-1]
    assert "Не хватает контактов органа: эл. почта, сайт" in preview.text, "the directory has no more of it"
    await town.clicks(town.sidorova.in_(town.zhkh), "Контакты: Роспотребнадзор", on=preview)
    assert bot_in(town.zhkh)[-1] is preview, "a colleague's words are the colleague's"
    await town.clicks(petrov, "Контакты: Роспотребнадзор", on=preview)
    preview = bot_in(town.zhkh)[-1]
    assert "тел. 8 800 555-49-43" in preview.text, "a public number is closed to nobody"
    assert "Не хватает" not in preview.text
    assert await town.clicks(petrov, "Перенаправить", on=preview) == "Отправлено на согласование."
    assert "Не хватает" not in bot_in(town.approvals)[-1].text
    await approve(town)
    await town.wait(31)
    (answer,) = answers_in(town.anna.chat)
    assert (
        "Роспотребнадзор: тел. 8 800 555-49-43, эл. почта rpn@example.ru, сайт https://rpn.example.ru"
        in answer.text
    )


@where(regulation="chaikovsky")
async def test_what_is_missing_is_warned_of_and_forbids_nothing(town):
    await drafted(town, REPLY)
    petrov = town.petrov.in_(town.zhkh)
    await town.clicks(petrov, "Перенаправить")
    assert await town.clicks(petrov, "Перенаправить") == "Отправлено на согласование."
    lacking = "Не хватает контактов органа: телефон, эл. почта, сайт"
    assert lacking in bot_in(town.approvals)[-1].text, "the approver decides knowing it"


@where(bodies=BODIES)
async def test_where_no_regulation_demands_contacts_the_approver_is_told_of_none(town):
    await submitted(town, REPLY, "Перенаправить")
    assert "Не хватает" not in bot_in(town.approvals)[-1].text
