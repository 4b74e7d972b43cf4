"""The directory of responsible persons, `/people` (R17, Chaikovsky, order п. 3)."""

from dataclasses import replace

import pytest

from domain.municipality import Role
from tests.city import labels
from tests.story.scenes import ask_database, bot_in

PHONE, MAIL = "8 912 111-22-33", "petrov@primersk.example"


def with_contacts(municipality):
    """Petrov has a phone and an e-mail, Sidorova heads the roads, and there are nine departments more."""
    staff = tuple(
        replace(one, phone=PHONE, email=MAIL)
        if one.name.startswith("Петров")
        else replace(one, roles=frozenset({Role.DEPARTMENT_HEAD}), departments=frozenset({"roads"}))
        if one.name.startswith("Сидорова")
        else one
        for one in municipality.staff
    )
    water, roads = municipality.departments
    more = tuple(replace(roads, code=f"dep{n}", name=f"Отдел <{n}>", short="") for n in range(9))
    return replace(municipality, staff=staff, departments=(water, roads, *more))


@pytest.mark.parametrize("town", [with_contacts], indirect=True)
async def test_r17_who_answers_for_each_department_is_told_with_phone_and_mail(town):
    olga = town.olga.in_(town.coordinators)
    await town.says(olga, "/people")
    page = bot_in(town.coordinators)[-1]
    assert f"Исполнитель: Петров Иван Сергеевич — {PHONE}, {MAIL}" in page.text
    assert "Руководитель: Сидорова Мария Ивановна — телефон и почта не указаны" in page.text
    assert "Отдел <0>" in page.text
    assert "Ответственного нет" in page.text
    await town.clicks(olga, "›", on=page)
    assert "Отдел <8>" in page.text
    assert labels(page) == ["‹"]
    await town.sidorova.start()
    await town.says(town.sidorova, "/people")
    own = bot_in(town.sidorova.chat)[-1].text
    assert "Дорогин" in own
    assert "Петров Иван" not in own, "of the own department alone"
    await town.says(town.petrov.in_(town.zhkh), "/people")
    assert PHONE not in bot_in(town.zhkh)[-1].text
    await town.says(town.anna, "/people")
    assert PHONE not in bot_in(town.anna.chat)[-1].text
    assert ask_database(town, "SELECT actor_name FROM journal WHERE action = 'directory'") == [
        ("Кузнецова Ольга Павловна",),
        ("Сидорова Мария Ивановна",),
    ]
