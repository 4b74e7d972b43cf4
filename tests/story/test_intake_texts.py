"""Whatever people write reaches the staff in full and is never interpreted (guarantee 19)."""

import pytest

from tests.story.scenes import WATER, ask_database, bot_in, card_in, number_in, numbers_told, written

LONG = " ".join(f"Жалоба, часть {part}: во дворе дома 5 по улице Ленина нет воды." for part in range(150))


def full_text(chat):
    """All that the bot has said in a chat, without the breaks between messages and lines."""
    return "".join("".join(message.text for message in bot_in(chat)).split())


async def test_four_thousand_emoji_reach_the_department_to_the_last_one(town):
    await town.anna.post({"text": "Вода" + "😀" * 4091 + "🏁"})
    await town.wait(4)
    assert len(numbers_told(town.anna.chat)) == 1
    said = full_text(town.zhkh)
    assert said.count("😀") >= 4091
    assert "🏁" in said


async def test_a_text_that_the_client_splits_is_one_message(town):
    assert len(LONG) > 9000
    parts = await town.anna.send_long(LONG)
    assert len(parts) == 3
    await town.wait(4)
    (number,) = numbers_told(town.anna.chat)
    assert len(bot_in(town.anna.chat)) == 1
    assert "".join(LONG.split())[-300:] in full_text(town.zhkh)
    for part in range(150):
        assert f"Жалоба, часть {part}:".replace(" ", "") in full_text(town.zhkh)
    assert card_in(town.zhkh, number)


ODD = {
    "markup": "<b>Вода</b> & <script>alert(1)</script> *жирно* _так_ [x](y) `z` </blockquote>",
    "right to left": "מים בחצר вода во дворе",
    "zalgo": "в̷̢̛о̶̧д̴̨а̵ ̶во дворе",
    "formula": "=1+1 вода во дворе",
    "placeholders": "{ $number } { receipt } %s {0} вода",
}


@pytest.mark.parametrize("text", ODD.values(), ids=ODD)
async def test_nothing_that_a_citizen_writes_is_interpreted(town, text):
    await written(town, text)
    holder = town.zhkh if bot_in(town.zhkh) else town.coordinators
    assert text in bot_in(holder)[-1].text
    entities = {entity["type"] for entity in bot_in(holder)[-1].entities}
    assert entities <= {"bold", "blockquote", "expandable_blockquote"}


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("<b>Ан</b> Я&Ко", "<b>Ан</b> Я&Ко · Telegram · замечание"),
        ("\u3164", "Имя не указано · Telegram · замечание"),
        ("Рога\nи копыта", "Рога и копыта · Telegram · замечание"),
        ("Звоните +7 916 123-45-67", "Звоните +7 ··· ·· 67 · Telegram · замечание"),
    ],
    ids=["markup", "invisible", "lines", "phone"],
)
async def test_a_name_of_any_kind_fits_its_line(town, name, shown):
    person = town.world.user("Кто-то")
    person.first_name, person.last_name = name, ""
    number = await written(town, by=person)
    assert shown in card_in(town.zhkh, number).text.splitlines()


async def test_half_a_character_is_taken_for_a_question_mark(town):
    person = town.world.user("Кто-то")
    person.last_name = "\ud83d"
    await person.post({"text": "Вода \ud83d во дворе"}, check=False)
    await town.settle()
    card = card_in(town.zhkh, number_in(person.chat.last_message)).text
    assert "Вода ? во дворе" in card or "Вода \ufffd во дворе" in card


async def test_two_messages_a_moment_apart_are_one(town):
    await town.anna.send(WATER)
    await town.world.clock.advance(0.3)
    await town.says(town.anna, "и ещё подвал залило")
    (number,) = numbers_told(town.anna.chat)
    await town.redraw()
    assert "подвал залило" in card_in(town.zhkh, number).text


async def test_five_messages_at_once_from_somebody_new_are_one(town):
    for text in (WATER, "третий день", "дети болеют", "куда звонить?", "жду"):
        await town.anna.send(text)
    await town.redraw()
    (number,) = numbers_told(town.anna.chat)
    assert len(bot_in(town.anna.chat)) == 1
    card = card_in(town.zhkh, number).text
    assert all(text in card for text in ("третий день", "дети болеют", "куда звонить?", "жду"))
    assert ask_database(town, "SELECT count(*) FROM citizens") == [(1,)]


async def test_two_hundred_citizens_at_once_get_a_number_each(town):
    crowd = [town.world.user(f"Житель {number}") for number in range(200)]
    for person in crowd:
        await person.send(WATER)
    await town.settle()
    told = [number_in(person.chat.last_message) for person in crowd]
    assert sorted(told) == [f"2026-{number:05}" for number in range(1, 201)]
    assert all(len(bot_in(person.chat)) == 1 for person in crowd)
    assert ask_database(town, "SELECT number FROM appeals ORDER BY id") == [
        (number,) for number in sorted(told)
    ]


async def test_a_message_that_comes_twice_is_registered_once(town):
    message = await town.anna.send(WATER)
    await town.settle()
    town.world.offer(town.world.bot, "message", message.as_json())
    await town.wait(61)
    assert len(bot_in(town.anna.chat)) == 1
    assert ask_database(town, "SELECT count(*) FROM citizen_messages") == [(1,)]
