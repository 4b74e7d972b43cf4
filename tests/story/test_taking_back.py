"""For ten seconds a coordinator's route is taken back by one press, and its department has not seen it yet."""

from tests.city import labels, running, sleeping_town
from tests.story.scenes import LAMP, ask_database, bot_in, card_in, cards_in, written

READY = "Не наша территория"


async def routes(town, number, department="ЖКХ"):
    olga = town.olga.in_(town.coordinators)
    return await town.clicks(olga, department, on=card_in(town.coordinators, number), in_haste=True)


async def takes_back(town, number):
    return await town.clicks(
        town.olga.in_(town.coordinators), "Отменить", on=card_in(town.coordinators, number)
    )


async def test_a_slip_is_taken_back_and_the_department_never_sees_it(town):
    number = await written(town, LAMP)
    await routes(town, number)
    assert not bot_in(town.zhkh)
    assert await takes_back(town, number) == f"Отменено: {number} снова ждёт направления."
    card = card_in(town.coordinators, number)
    assert "Ждёт направления" in card.text
    assert labels(card)[:2] == ["ЖКХ", "Дороги"]
    assert "Отменить" not in labels(card)
    await town.let_go()
    assert not bot_in(town.zhkh)
    rows = ask_database(town, "SELECT department, assigned_at, return_by, undo_until FROM appeals")
    assert rows == [(None, None, None, None)]
    rows = ask_database(town, "SELECT action, actor_name FROM journal ORDER BY id DESC LIMIT 1")
    assert rows == [("take_back", "Кузнецова Ольга Павловна")]


async def test_when_the_time_is_over_the_department_has_its_card_and_the_button_is_gone(town):
    number = await written(town, LAMP)
    await routes(town, number)
    shown = card_in(town.coordinators, number)
    undo = shown.button("Отменить")["callback_data"]
    await town.let_go()
    assert len(cards_in(town.zhkh, number)) == 1
    assert "Отменить" not in labels(card_in(town.coordinators, number))
    await town.olga.in_(town.coordinators).press_data(shown, undo)
    await town.redraw()
    assert town.olga.toast.text == f"Кнопка устарела. {number} сейчас: направлено в отдел, ещё не принято."
    assert "Направлено: Управление ЖКХ" in card_in(town.zhkh, number).text


async def test_a_restart_in_between_loses_nothing(tmp_path):
    async with sleeping_town(tmp_path) as town:
        async with running(town):
            number = await written(town, LAMP)
            await routes(town, number)
            assert not bot_in(town.zhkh)
        await town.world.clock.advance(60)
        async with running(town):
            await town.let_go()
            assert len(cards_in(town.zhkh, number)) == 1


async def test_what_is_urgent_goes_at_once_and_is_withdrawn_with_a_word(town):
    number = await written(town, LAMP)
    await town.clicks(town.olga.in_(town.coordinators), "Срочно", on=card_in(town.coordinators, number))
    await routes(town, number)
    assert labels(card_in(town.zhkh, number))
    await takes_back(town, number)
    assert f"{number}: координатор отменил направление" in bot_in(town.zhkh)[-1].text
    gone = card_in(town.zhkh, number)
    assert "Направление отменено координатором." in gone.text
    assert not labels(gone)


async def test_what_becomes_urgent_meanwhile_is_held_back_no_longer(town):
    number = await written(town, LAMP)
    await routes(town, number)
    await town.clicks(town.olga.in_(town.coordinators), "Срочно", on=card_in(town.coordinators, number))
    assert card_in(town.zhkh, number).text.startswith("🔴")
    await town.let_go()
    assert len(bot_in(town.zhkh)) == 1


async def test_a_second_thought_goes_to_the_other_department_alone(town):
    number = await written(town, LAMP)
    await routes(town, number)
    olga = town.olga.in_(town.coordinators)
    await town.clicks(olga, "Ещё…", on=card_in(town.coordinators, number))
    await routes(town, number, "Дороги")
    await town.let_go()
    assert not bot_in(town.zhkh)
    assert len(cards_in(town.roads, number)) == 1


async def test_what_was_returned_before_shows_its_reason_again(town):
    number = await written(town)
    petrov = town.petrov.in_(town.zhkh)
    await town.clicks(petrov, "Не наше", on=card_in(town.zhkh, number))
    await town.clicks(petrov, READY)
    await routes(town, number, "Дороги")
    assert READY not in card_in(town.coordinators, number).text
    await takes_back(town, number)
    assert f"Возвращено: {READY}" in card_in(town.coordinators, number).text


async def test_files_that_come_meanwhile_wait_for_the_card(town):
    number = await written(town, LAMP)
    await routes(town, number)
    await town.anna.send_photo()
    await town.redraw()
    assert not bot_in(town.zhkh)
    await town.let_go()
    assert "📎 фото 1" in card_in(town.zhkh, number).text
