"""Whoever has a right can use it, once; `tests/bot/test_rights_matrix.py` shows that nobody else can (guarantee 22)."""

from dataclasses import replace

import pytest

from domain.ids import UserId
from tests.story.scenes import ask_database, card_in, decree, written
from tests.story.stage import snapshot

DEEDS = [
    ("olga", "coordinators", ["Взять", "Срочно", "ЖКХ", "Ещё…"]),
    ("olga", "coordinators", ["Категория", "Решаемое", "Ямы", "Адрес", "Суть", "Вид", "Жалоба"]),
    ("olga", "coordinators", ["Без ответа", "Ответ не даётся", "Передать", "Отклонить", "Благодарность"]),
    ("olga", "coordinators", ["Уточнить", "Ответить"]),
    ("olga", "coordinators", ["Способ ответа", "Звонок"]),
    ("olga", "private", ["Взять", "Срочно", "ЖКХ"]),
    ("glava", "leadership", ["контроль"]),
    ("glava", "private", ["контроль"]),
    ("glava", "leadership", ["Сегодня"]),
    ("olga", "coordinators", ["Главе", "Общественно значимое"]),
    ("petrov", "zhkh", ["Принять", "Не наша территория", "Решено"]),
    ("petrov", "zhkh", ["Отмена", "Написать ответ", "Просто переписка"]),
    ("sidorova", "zhkh", ["Не наше", "Принять", "Решено"]),
    ("sidorova", "zhkh", ["Написать ответ", "Просто переписка"]),
    ("galina", "approvals", ["Отменить", "На доработку", "Согласовать"]),
    ("galina", "approvals", ["Это замечание"]),
    ("galina", "approvals", ["Передать", "Подтвердить"]),
    ("galina", "approvals", ["Заменить текст"]),
    ("galina", "private", ["Отменить", "На доработку", "Согласовать"]),
]
"""The other half of the matrix, so that it cannot pass by refusing everybody."""
STATE = "appeals assignments cards drafts prompts"


def calls(town):
    """All that was said, presses' toasts aside."""
    history = town.world.history
    return len([*history.calls("send*"), *history.calls("edit*"), *history.calls("delete*")])


@pytest.mark.parametrize(("who", "where", "captions"), DEEDS)
async def test_whoever_has_the_right_does_it_and_the_same_press_once_more_does_nothing(
    stage, who, where, captions
):
    """One press may come under two update ids (tdlib/telegram-bot-api#699)."""
    town, person = stage.town, getattr(stage.town, who)
    chat = person.chat if where == "private" else getattr(town, where)
    for caption in captions:
        before = snapshot(town, STATE)
        await stage.press(person, chat, caption)
        await town.redraw()
        done, said = snapshot(town, STATE), calls(town)
        assert done != before, f"{who} could not {caption} in {where}: {person.toast.text}"
        town.world.presses.send(town.world.presses.by(person)[-1])
        await town.redraw()
        assert snapshot(town, STATE) == done
        assert calls(town) == said


async def test_fifty_executors_press_at_once_and_one_wins(town):
    crowd = [town.world.user(f"Работник {number}") for number in range(50)]
    staff = town.app.units.municipality.staff
    petrov = next(one for one in staff if one.id == town.petrov.id)
    await decree(
        town,
        staff=(
            *staff,
            *(
                replace(petrov, id=UserId(person.id), name=f"Работников{number} Иван Сергеевич")
                for number, person in enumerate(crowd)
            ),
        ),
    )
    number = await written(town)
    card = card_in(town.zhkh, number)
    for person in crowd:
        await person.in_(town.zhkh).click("Принять", on=card)
    await town.redraw()
    toasts = [person.toast.text for person in crowd]
    winners = [toast for toast in toasts if toast.startswith("Принято")]
    assert len(winners) == 1
    (name,) = ask_database(town, "SELECT executor_name FROM appeals")[0]
    assert toasts.count(f"Уже принял {name}, 09:00") == 49
    assert f"Принял {name}, 09:00" in card_in(town.zhkh, number).text
    assert ask_database(town, "SELECT count(*) FROM journal WHERE action = 'accept'") == [(1,)]
    assert ask_database(town, "SELECT count(*) FROM assignments") == [(1,)]


async def test_the_second_of_two_people_is_told_who_was_first(town):
    number = await written(town)
    card = card_in(town.zhkh, number)
    accept = card.button("Принять")["callback_data"]
    await town.clicks(town.petrov.in_(town.zhkh), "Принять")
    await town.world.clock.advance(42 * 60)
    await town.sidorova.in_(town.zhkh).press_data(card, accept)
    await town.redraw()
    assert town.sidorova.toast.text == "Уже принял Петров И. С., 09:00"
