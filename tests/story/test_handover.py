"""Who is gone or away leaves nothing waiting: the coordinators see what is held and give it back (A19)."""

from tests.city import labels
from tests.story.scenes import (
    REPLY,
    accepted,
    ask_database,
    bot_in,
    card_in,
    decree,
    replies,
    submitted,
)
from tests.story.test_workflow_several import shared


async def without(town, person):
    """The person is on the staff list no more."""
    staff = town.app.units.municipality.staff
    await decree(town, staff=tuple(one for one in staff if one.id != person.id))
    await town.redraw()


def listed(town):
    """What the coordinators were told of open work."""
    return [message for message in bot_in(town.coordinators) if "На руках" in message.text]


async def test_what_a_leaver_holds_is_listed_once_and_given_back_to_the_department(town):
    number = await accepted(town)
    await without(town, town.petrov)
    [told] = listed(town)
    assert told.text.startswith("Петров И. С. больше не работает в отделе.")
    assert number in told.text
    assert labels(told) == ["Передать отделу"]
    toast = await town.clicks(town.olga.in_(town.coordinators), "Передать отделу", on=told)
    assert toast == "1 сообщение снова ждёт в отделе."
    card = card_in(town.zhkh, number)
    assert "Освободилось, 09:00: Управление ЖКХ" in card.text
    assert labels(card) == ["Принять", "Не наше", "Написать ответ", "Почему такой срок"]
    assert (
        bot_in(town.zhkh)[-1].text == f"Освободилось: {number}. Кто возьмёт — нажмите «Принять» на карточке."
    )
    assert bot_in(town.coordinators)[-1].text == "Передано отделам."
    await town.clicks(town.sidorova.in_(town.zhkh), "Принять", on=card)
    assert "Приняла Сидорова М. И." in card_in(town.zhkh, number).text
    assert ask_database(town, "SELECT executor_name, state FROM assignments") == [
        ("Сидорова М. И.", "accepted")
    ]


async def test_one_number_goes_and_the_others_stay_on_the_list(town):
    first, second = await accepted(town), None
    await town.clicks(town.anna, "Написать")
    second = await accepted(town)
    await without(town, town.petrov)
    [told] = listed(town)
    olga = town.olga.in_(town.coordinators)
    assert labels(told) == ["Передать отделу", first, second]
    await town.clicks(olga, first, on=told)
    assert first not in told.text
    assert second in told.text
    assert "Освободилось" in card_in(town.zhkh, first).text
    assert "Принял Петров И. С." in card_in(town.zhkh, second).text


async def test_a_part_is_given_back_as_well_and_the_lead_works_on(town):
    number = await shared(town)
    for person, chat in ((town.petrov, town.zhkh), (town.dorogin, town.roads)):
        await town.clicks(person.in_(chat), "Принять", on=card_in(chat, number))
    await without(town, town.dorogin)
    await town.clicks(town.olga.in_(town.coordinators), "Передать отделу", on=listed(town)[0])
    assert "Ваша часть сейчас: освободилось, 09:00" in card_in(town.roads, number).text
    assert "Принял Петров И. С." in card_in(town.zhkh, number).text


async def test_whoever_is_stood_in_for_is_away_and_the_work_is_shown(town):
    number = await accepted(town)
    await town.says(town.olga.in_(town.coordinators), "/duty Сидорова за Петрова до завтра")
    [told] = listed(town)
    assert told.text.startswith("Петров И. С. отсутствует.")
    assert number in told.text


async def test_nothing_held_nothing_told_and_a_change_of_something_else_is_silent(town):
    await accepted(town)
    await without(town, town.sidorova)
    await decree(town, approval={"undo_seconds": 10})
    assert not listed(town)


async def test_a_late_press_changes_nothing_and_says_so(town):
    number = await accepted(town)
    await without(town, town.petrov)
    [told] = listed(town)
    data = told.button("Передать отделу")["callback_data"]
    await replies(town, town.sidorova.in_(town.zhkh), card_in(town.zhkh, number), REPLY)
    await town.clicks(town.sidorova.in_(town.zhkh), "Решено")
    await town.olga.in_(town.coordinators).press_data(told, data)
    await town.redraw()
    assert town.olga.toast.text == "Уже передано: за этим человеком ничего не осталось."
    assert "На согласовании" in card_in(town.zhkh, number).text


async def test_nobody_but_a_coordinator_gives_it_back(town):
    number = await accepted(town)
    await without(town, town.petrov)
    [told] = listed(town)
    data = told.button("Передать отделу")["callback_data"]
    await town.sidorova.in_(town.zhkh).press_data(card_in(town.zhkh, number), data)
    await town.redraw()
    assert "недоступно" in town.sidorova.toast.text
    assert "Освободилось" not in card_in(town.zhkh, number).text


async def test_what_is_on_approval_is_not_taken_from_its_way(town):
    await submitted(town)
    await without(town, town.petrov)
    assert not listed(town)
