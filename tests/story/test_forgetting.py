"""Whoever wants to be forgotten is, down to the last page of the file (152-ФЗ, ст. 21; guarantee 29)."""

import pytest

from domain.municipality import ConsentMode, Retention
from tests.city import labels, living_town
from tests.story.scenes import answered, ask_database, bot_in, card_in, decree, number_in, replies, written

MARKS = "Аквамарин у подъезда Сердоликовая Халцедон"
ANSWER = "Яшмовый ответ: всё убрано, проверили вместе с вами."
PICTURE = b"\xff\xd8\xff\xe0 a picture of it"


@pytest.fixture
async def town(tmp_path):
    async with living_town(tmp_path, ATTACHMENTS="copy") as town:
        yield town


def traces(town, *words):
    """Which of these the database's files still hold, in whatever page; the journal's log included."""
    files = [town.database, *town.database.parent.glob(f"{town.database.name}-wal")]
    content = b"".join(file.read_bytes() for file in files)
    return [word for word in words if word.encode() in content]


def kept(town):
    return [file for file in (town.database.parent / "attachments").rglob("*") if file.is_file()]


async def closed(town, person):
    """A message with a picture, changed once, noted on, answered."""
    wrote = await person.send_photo("Прорыв трубы: Аквамарин, ул. Сердоликовая, 5", PICTURE)
    await town.wait(20)
    await person.edit(wrote, "Прорыв трубы: Халцедон, ул. Сердоликовая, 5")
    await town.redraw()
    number = number_in(bot_in(person.chat)[-1])
    card = card_in(town.zhkh, number)
    await replies(town, town.petrov.in_(town.zhkh), card, ANSWER)
    await town.clicks(town.petrov.in_(town.zhkh), "Решено")
    await town.clicks(town.galina.in_(town.approvals), "Согласовать")
    await town.wait(31)
    return number


async def test_who_asks_is_forgotten_to_the_last_page_and_the_register_keeps_the_count(town):
    person = town.world.user("Гелиодора Бирюзова", username="heliodora")
    number = await closed(town, person)
    words = ("Аквамарин", "Халцедон", "Сердоликовая", "Яшмовый", "Бирюзова", "heliodora", str(person.id))
    assert traces(town, *words), "the test would see them"
    assert kept(town)

    await town.says(person, "/forget")
    assert "Вернуть будет нельзя" in bot_in(person.chat)[-1].text
    assert labels(bot_in(person.chat)[-1]) == ["Стереть мои данные", "Не стирать"]
    await town.clicks(person, "Стереть мои данные")
    assert "Сотрём в ближайшие минуты" in bot_in(person.chat)[-1].text
    for _ in range(3):
        await town.wait(61)

    assert traces(town, *words) == []
    assert kept(town) == []
    row = ask_database(town, "SELECT number, status, outcome, topic, department, erased_at FROM appeals")
    assert row[0][:5] == (number, "answered", "solved", "water", "zhkh")
    assert row[0][5] is not None
    assert ask_database(town, "SELECT cause, is_whole, numbers, messages, files FROM erasures") == [
        ("request", 1, f'["{number}"]', 1, 1)
    ]
    await town.says(town.olga.in_(town.coordinators), f"/card {number}")
    assert "данные жителя стёрты" in bot_in(town.coordinators)[-1].text
    again = await written(town, "Снова прорыв трубы", by=person)
    assert again != number, "a stranger again, and welcome"


async def test_what_is_open_comes_to_its_end_first_and_the_mind_can_be_changed(town):
    number = await written(town, "Прорыв трубы: Аквамарин")
    await town.says(town.anna, "/forget")
    assert f"сначала должно закончиться то, что в работе: {number}" in bot_in(town.anna.chat)[-1].text
    await town.clicks(town.anna, "Стереть мои данные")
    assert f"как только закончится то, что в работе: {number}" in bot_in(town.anna.chat)[-1].text
    await town.wait(61)
    assert traces(town, "Аквамарин")
    await town.says(town.anna, "/forget")
    assert f"Сотрём, когда закончится то, что в работе: {number}" in bot_in(town.anna.chat)[-1].text
    await town.clicks(town.anna, "Не стирать")
    assert bot_in(town.anna.chat)[-1].text == "Хорошо, ничего не стираем."
    await town.says(town.anna, "/withdraw")
    await town.clicks(town.anna, f"Да, отозвать {number}")
    await town.wait(61)
    assert traces(town, "Аквамарин")

    await town.says(town.anna, "/forget")
    await town.clicks(town.anna, "Стереть мои данные")
    for _ in range(3):
        await town.wait(61)
    assert not traces(town, "Аквамарин")


async def test_who_is_blocked_cannot_end_the_block_by_being_forgotten(town):
    number = await answered(town, ANSWER)
    await town.says(town.olga.in_(town.coordinators), f"/block {number} оскорбления")
    assert ask_database(town, "SELECT count(*) FROM citizens WHERE barred_at IS NOT NULL") == [(1,)]
    await town.says(town.anna, "/forget")
    await town.clicks(town.anna, "Стереть мои данные")
    for _ in range(3):
        await town.wait(61)
    assert not traces(town, "Яшмовый")
    assert ask_database(town, "SELECT name, user_id FROM citizens WHERE barred_at IS NOT NULL") == [
        ("", town.anna.id)
    ]


async def test_messages_past_the_towns_term_lose_what_is_personal(town):
    number = await answered(town, ANSWER)
    await decree(town, retention=Retention(days=30))
    await written(town, "Прорыв трубы: Халцедон")
    await town.wait(29 * 24 * 3600)
    assert traces(town, "Яшмовый")
    await town.wait(2 * 24 * 3600)
    await town.wait(61)
    assert not traces(town, "Яшмовый")
    erased = ask_database(town, "SELECT number, erased_at IS NULL FROM appeals ORDER BY id")
    assert erased == [(number, 0), ("2026-00002", 1)]
    assert ask_database(town, "SELECT name FROM citizens") == [(town.anna.full_name,)], (
        "something is open still"
    )


async def test_what_has_no_number_yet_is_not_lost_with_what_is_old(town):
    """Who wrote long ago, and has just written again and is asked for the consent."""
    await answered(town, ANSWER)
    await town.wait(31 * 24 * 3600)
    await decree(town, consent={"mode": ConsentMode.REQUIRED, "version": "7", "keep_days": 30})
    await town.says(town.anna, "Прорыв трубы: Халцедон")
    await decree(town, retention=Retention(days=30))
    await town.wait(61)
    assert not traces(town, "Яшмовый")
    await town.clicks(town.anna, "Даю согласие")
    assert ask_database(town, "SELECT count(*) FROM appeals WHERE erased_at IS NULL") == [(1,)]
