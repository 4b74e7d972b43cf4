"""What can be solved quickly and is not: an interim answer with term, responsible person and actions (R51)."""

from tests.city import labels, running, sleeping_town
from tests.story.scenes import approve, ask_database, bot_in, card_in, drafted, replies
from tests.story.test_proof import fast_track, preview_in

WORDS = "Сами не успеваем: нужна труба."
THREE = "до 05.03\nПетров И. С., начальник участка\nзаказали трубу, ставим временную"
TOLD = "Срок: до 5 марта\nОтвечает: Петров И. С., начальник участка\nЧто делаем: заказали трубу, ставим временную"


def final_day(town):
    ((due,),) = ask_database(town, "SELECT due_at FROM deadlines WHERE stage = 'final' AND ended_at IS NULL")
    return due[:10]


def interim_in(chat):
    return next(one for one in reversed(bot_in(chat)) if one.text.startswith("Промежуточный ответ"))


async def asked(town, words=WORDS):
    """Petrov has pressed «Промежуточный ответ», and the bot has asked for what it lacks."""
    number = await fast_track(town)
    petrov = town.petrov.in_(town.zhkh)
    await replies(town, petrov, card_in(town.zhkh, number), words)
    toast = await town.clicks(petrov, "Промежуточный ответ", on=preview_in(town.zhkh))
    return number, toast, bot_in(town.zhkh)[-1]


async def test_r51_an_interim_answer_names_term_people_and_actions(town):
    """Krasnoufimsk No. 83, п. 20 абз. 2; the earlier of that day and the eight of п. 12 holds (R42)."""
    number, toast, prompt = await asked(town)
    assert (
        toast
        == "Не хватает: срок, кто отвечает, что делаете (п. 20 абз. 2). Ответьте боту ниже одним сообщением."
    )
    assert prompt.markup["force_reply"]
    assert number in prompt.text
    assert "не хватает: срок, кто отвечает, что делаете (п. 20 абз. 2)" in prompt.text
    assert not bot_in(town.approvals)
    petrov = town.petrov.in_(town.zhkh)
    await replies(town, petrov, prompt, THREE)
    preview = preview_in(town.zhkh)
    assert TOLD in preview.text
    assert labels(preview)[0] == "Промежуточный ответ"
    assert await town.clicks(petrov, "Промежуточный ответ", on=preview) == "Отправлено на согласование."
    assert TOLD in bot_in(town.approvals)[-1].text
    assert final_day(town) == "2026-03-10"
    await approve(town)
    await town.wait(31)
    told = interim_in(town.anna.chat).text
    assert f"{WORDS}\n\n{TOLD}" in told
    assert "Окончательный ответ пришлём не позднее 5 марта." in told
    assert final_day(town) == "2026-03-05"
    await town.says(town.anna, f"/status {number}")
    assert "Ответим не позднее 5 марта." in bot_in(town.anna.chat)[-1].text
    await town.clicks(petrov, "Почему такой срок", on=card_in(town.zhkh, number))
    assert "п. 20 абз. 2" in town.petrov.toast.text


async def test_r51_what_the_words_say_already_is_not_asked_for_and_the_rest_once_more(town):
    """Krasnoufimsk No. 83, п. 20 абз. 2."""
    _number, toast, prompt = await asked(town, "Меняем трубу, закончим до 05.03.")
    assert "Не хватает: кто отвечает, что делаете (" in toast
    petrov = town.petrov.in_(town.zhkh)
    await replies(town, petrov, prompt, "Петров И. С.")
    again = bot_in(town.zhkh)[-1]
    assert again.markup["force_reply"]
    assert "не хватает: что делаете (п. 20 абз. 2)" in again.text
    await replies(town, petrov, again, "меняем стояк")
    assert "Отвечает: Петров И. С.\nЧто делаем: меняем стояк" in preview_in(town.zhkh).text


async def test_r51_a_later_day_than_the_eight_is_told_to_executor_and_approver_and_moves_nothing(town):
    """Krasnoufimsk No. 83, п. 12, п. 20 абз. 2: both hold."""
    *_, prompt = await asked(town)
    petrov = town.petrov.in_(town.zhkh)
    await replies(town, petrov, prompt, "до 20.03; Петров И. С.; меняем трубу")
    warned = "Названный срок позже, чем нужен окончательный ответ: до 10.03.2026."
    assert warned in preview_in(town.zhkh).text
    await town.clicks(petrov, "Промежуточный ответ", on=preview_in(town.zhkh))
    assert warned in bot_in(town.approvals)[-1].text
    await approve(town)
    await town.wait(31)
    assert "не позднее 10 марта" in interim_in(town.anna.chat).text
    assert final_day(town) == "2026-03-10"


async def test_the_three_stay_when_the_words_are_written_anew_after_a_remark(town):
    number, _, prompt = await asked(town)
    petrov, galina = town.petrov.in_(town.zhkh), town.galina.in_(town.approvals)
    await replies(town, petrov, prompt, THREE)
    await town.clicks(petrov, "Промежуточный ответ", on=preview_in(town.zhkh))
    await town.clicks(galina, "На доработку")
    await replies(town, galina, bot_in(town.approvals)[-1], "Мягче")
    await replies(town, petrov, card_in(town.zhkh, number), "Труба в пути, приедет не позднее 06.03.")
    preview = preview_in(town.zhkh)
    assert "Срок: до 6 марта\nОтвечает: Петров И. С." in preview.text
    assert await town.clicks(petrov, "Промежуточный ответ", on=preview) == "Отправлено на согласование."


async def test_the_question_survives_a_restart(tmp_path):
    async with sleeping_town(tmp_path) as town:
        async with running(town):
            *_, prompt = await asked(town)
        async with running(town):
            await replies(town, town.petrov.in_(town.zhkh), prompt, THREE)
            assert TOLD in preview_in(town.zhkh).text


async def test_other_words_put_an_end_to_the_question(town):
    number, _, prompt = await asked(town)
    petrov = town.petrov.in_(town.zhkh)
    await replies(town, petrov, card_in(town.zhkh, number), "Трубу заменили, вода есть.")
    await replies(town, petrov, prompt, THREE)
    assert "Срок" not in preview_in(town.zhkh).text


async def test_an_ordinary_message_is_answered_meanwhile_without_any_of_it(town):
    await drafted(town, WORDS)
    toast = await town.clicks(town.petrov.in_(town.zhkh), "Промежуточный ответ")
    assert toast == "Отправлено на согласование."


async def test_a_final_answer_drops_what_the_interim_one_would_have_said(town):
    *_, prompt = await asked(town)
    petrov = town.petrov.in_(town.zhkh)
    await replies(town, petrov, prompt, THREE)
    await town.clicks(petrov, "Разъяснено", on=preview_in(town.zhkh))
    assert "Срок" not in bot_in(town.approvals)[-1].text.split("Ответ")[-1]
