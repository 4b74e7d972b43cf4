"""«История»: who did what with an appeal, in words (R54)."""

from dataclasses import replace
from datetime import UTC, datetime

from bot.delivery.calls import plain_text
from domain.ids import AppealId
from domain.search.history import PAGE, Entry, History
from locales.texts import Translations
from tests.city import labels
from tests.domain.people import MUNICIPALITY
from tests.story.scenes import WATER, answered, ask_database, bot_in, card_in, written
from views.search.history import history


async def reads_history(town, person, number):
    """From the search to the history; every page, as one text."""
    await town.says(person, f"/find {number}")
    await town.redraw()
    await town.clicks(person, "История")
    message = bot_in(person.chat)[-1]
    told = [message.text]
    while "▶" in labels(message):
        await town.clicks(person, "▶", on=message)
        told.append(message.text)
    return "\n".join(told)


async def test_r54_the_history_tells_who_did_what_and_what_it_was_before(town):
    number = await answered(town, text=f"{WATER}, звоните 8 912 345-67-89")
    told = await reads_history(town, town.olga, number)
    assert told.startswith(f"{number}: история, страница 1 из ")
    for line in (
        "02.03.2026 09:00 · Программа: зарегистрировано",
        "Петров Иван Сергеевич: принято в работу\n· состояние: в отделе → готовят ответ",
        "· исполнитель: Петров И. С.",
        "Антонова Галина Юрьевна: ответ согласован\n· состояние: на согласовании → ответ согласован",
        "Программа: ответ отправлен жителю",
        "· исход: решено",
    ):
        assert line in told, told
    assert "345-67" not in told
    assert "None" not in told
    assert ask_database(town, "SELECT actor_name FROM journal WHERE action = 'history'") == [
        ("Кузнецова Ольга Павловна",)
    ]


async def test_whoever_may_not_find_it_reads_no_history_of_it(town):
    number = await written(town)
    await town.says(town.petrov, f"/find {number}")
    await town.redraw()
    found = bot_in(town.petrov.chat)[-1]
    olga = town.olga.in_(town.coordinators)
    await town.clicks(olga, "Ещё…", on=card_in(town.coordinators, number))
    await town.clicks(olga, "Дороги", on=card_in(town.coordinators, number))
    await town.wait(60)
    assert await town.clicks(town.petrov, "История", on=found)
    assert "история" not in bot_in(town.petrov.chat)[-1].text


def test_the_longest_page_fits_into_a_message_and_closes_numbers():
    long = "Звоните 8 912 345-67-89, " * 40
    facts = dict.fromkeys(("address", "gist", "contact", "extension_reason", "no_reply_reason"), long)
    entry = Entry(datetime(2026, 3, 2, tzinfo=UTC), long, long, "publish_interim_unrouted", facts, {}, long)
    changed = replace(entry, after={name: f"! {value}" for name, value in facts.items()})
    shown = History("2026-00001", 0, 12, (changed,) * PAGE)
    (part,) = history(MUNICIPALITY, Translations().texts("ru"), AppealId(1), shown)
    assert len(plain_text(part.html)) <= 4096
    assert "345" not in part.html
