"""A route goes to its department at once, and for ten seconds the coordinator takes it back by one press."""

from tests.city import labels, running, sleeping_town
from tests.story.scenes import LAMP, ask_database, bot_in, card_in, cards_in, replies, where, written

READY = "Не наша территория"


async def routes(town, number, department="ЖКХ"):
    olga = town.olga.in_(town.coordinators)
    return await town.clicks(olga, department, on=card_in(town.coordinators, number))


async def takes_back(town, number):
    return await town.clicks(
        town.olga.in_(town.coordinators), "Отменить", on=card_in(town.coordinators, number)
    )


async def test_a_slip_is_taken_back_and_the_departments_card_is_closed_in_one_edit(town):
    number = await written(town, LAMP)
    await routes(town, number)
    (came,) = bot_in(town.zhkh)
    assert "Принять" in labels(came)
    assert await takes_back(town, number) == f"Отменено: {number} снова ждёт направления."
    card = card_in(town.coordinators, number)
    assert "Ждёт направления" in card.text
    assert labels(card)[:2] == ["ЖКХ", "Дороги"]
    assert "Отменить" not in labels(card)
    (gone,) = bot_in(town.zhkh)
    assert gone.text.endswith(f"Направлено по ошибке, отозвано координатором.\n{number}")
    assert not labels(gone)
    rows = ask_database(town, "SELECT department, assigned_at, return_by, undo_until FROM appeals")
    assert rows == [(None, None, None, None)]
    rows = ask_database(town, "SELECT action, actor_name FROM journal ORDER BY id DESC LIMIT 1")
    assert rows == [("take_back", "Кузнецова Ольга Павловна")]


async def test_a_card_that_has_not_left_yet_does_not_leave(town):
    number = await written(town, LAMP)
    town.world.faults.add("retry_after", method="send*", chat=town.zhkh.id, seconds=8)
    await routes(town, number)
    await takes_back(town, number)
    await town.wait(10)
    assert not bot_in(town.zhkh)


async def test_when_the_time_is_over_the_button_is_gone(town):
    number = await written(town, LAMP)
    await routes(town, number)
    shown = card_in(town.coordinators, number)
    undo = shown.button("Отменить")["callback_data"]
    await town.wait(10)
    assert "Отменить" not in labels(card_in(town.coordinators, number))
    await town.olga.in_(town.coordinators).press_data(shown, undo)
    await town.redraw()
    assert town.olga.toast.text == f"Кнопка устарела. {number} сейчас: направлено в отдел, ещё не принято."
    assert "Направлено: Управление ЖКХ" in card_in(town.zhkh, number).text


async def test_the_button_goes_through_a_restart_too(tmp_path):
    async with sleeping_town(tmp_path) as town:
        async with running(town):
            number = await written(town, LAMP)
            await routes(town, number)
        await town.world.clock.advance(60)
        async with running(town):
            await town.wait(1)
            assert "Отменить" not in labels(card_in(town.coordinators, number))
            assert len(cards_in(town.zhkh, number)) == 1


async def test_who_has_accepted_meanwhile_keeps_it(town):
    number = await written(town, LAMP)
    await routes(town, number)
    shown = card_in(town.coordinators, number)
    undo = shown.button("Отменить")["callback_data"]
    await replies(
        town, town.petrov.in_(town.zhkh), card_in(town.zhkh, number), "Лампу заменили сегодня в 9:00."
    )
    await town.olga.in_(town.coordinators).press_data(shown, undo)
    await town.redraw()
    assert town.olga.toast.text == "Уже принял Петров И. С., 09:00"
    assert "Принял Петров И. С." in card_in(town.zhkh, number).text


async def test_what_was_returned_meanwhile_is_not_taken_back_as_well(town):
    number = await written(town, LAMP)
    await routes(town, number)
    shown = card_in(town.coordinators, number)
    undo = shown.button("Отменить")["callback_data"]
    petrov = town.petrov.in_(town.zhkh)
    await town.clicks(petrov, "Не наше", on=card_in(town.zhkh, number))
    await town.clicks(petrov, READY)
    await town.olga.in_(town.coordinators).press_data(shown, undo)
    await town.redraw()
    assert town.olga.toast.text.startswith(f"Кнопка устарела. {number} сейчас: ")
    assert f"Возвращено: {READY}" in card_in(town.zhkh, number).text


async def test_what_a_department_had_is_sent_on_by_another_press(town):
    number = await written(town, LAMP)
    await routes(town, number)
    await town.clicks(town.olga.in_(town.coordinators), "Ещё…", on=card_in(town.coordinators, number))
    await routes(town, number, "Дороги")
    assert "Передано: Отдел дорог" in card_in(town.zhkh, number).text
    assert len(cards_in(town.roads, number)) == 1
    assert "Отменить" not in labels(card_in(town.coordinators, number))


async def test_what_was_returned_before_shows_its_reason_again(town):
    number = await written(town)
    petrov = town.petrov.in_(town.zhkh)
    await town.clicks(petrov, "Не наше", on=card_in(town.zhkh, number))
    await town.clicks(petrov, READY)
    await routes(town, number, "Дороги")
    assert READY not in card_in(town.coordinators, number).text
    await takes_back(town, number)
    assert f"Возвращено: {READY}" in card_in(town.coordinators, number).text


@where(intake={"gather_seconds": 1})
async def test_words_and_lookups_in_the_ten_seconds_meet_what_is_so(town):
    number = await written(town, LAMP)
    await town.wait(2)
    await routes(town, number)
    await town.says(town.anna, "Темно уже третий день")
    await town.redraw()
    assert f"к сообщению {number}" in bot_in(town.anna.chat)[-1].text
    assert "Темно уже третий день" in card_in(town.zhkh, number).text
    await town.says(town.petrov.in_(town.zhkh), f"/card {number}")
    await town.redraw()
    assert "Принять" in labels(card_in(town.zhkh, number))
    await takes_back(town, number)
    assert "Темно уже третий день" in card_in(town.coordinators, number).text
    assert "отозвано" in card_in(town.zhkh, number).text
