"""A right comes from the presser's own id, the chat and the state, never from a visible button (guarantee 22)."""

import sqlite3
from dataclasses import replace

import pytest

from domain.ids import UserId
from sandbox.model import ANONYMOUS
from tests.city import living_town
from tests.story.scenes import (
    LAMP,
    PITS,
    REPLY,
    WATER,
    answered,
    ask_database,
    bot_in,
    card_in,
    decree,
    replies,
    submitted,
    written,
)

KEPT = "appeals assignments cards citizen_messages citizens drafts message_edits outbox prompts municipality_versions"


def snapshot(town, tables=KEPT):
    """Everything but what only remembers that somebody tried (journal) and that an update came (inbox)."""
    connection = sqlite3.connect(f"file:{town.database}?mode=ro", uri=True)
    try:
        return {
            table: connection.execute(f"SELECT * FROM {table} ORDER BY 1").fetchall()
            for table in tables.split()
        }
    finally:
        connection.close()


class Stage:
    """A town in which every button stands somewhere: its data by the name of what it does."""

    def __init__(self, town):
        self.town = town
        self.buttons = {}

    def note(self, message, *captions):
        for caption in captions:
            self.buttons[caption] = message.button(caption)["callback_data"]

    async def set_up(self):
        town = self.town
        petrov, galina = town.petrov.in_(town.zhkh), town.galina.in_(town.approvals)
        olga = town.olga.in_(town.coordinators)
        people = [town.world.user(f"Житель {name}") for name in ("Аба", "Ваб", "Габ", "Даб", "Еба")]
        lamp = await written(town, LAMP, by=people[0])
        self.note(card_in(town.coordinators, lamp), "ЖКХ", "Взять", "Срочно")
        self.note(await self._urgent(people[1], olga), "контроль")
        returned = await written(town, WATER, by=people[2])
        self.note(card_in(town.zhkh, returned), "Принять", "Не наше", "Написать ответ")
        await town.clicks(petrov, "Не наше", on=card_in(town.zhkh, returned))
        self.note(card_in(town.zhkh, returned), "Не наша территория", "Отмена")
        previewed = await written(town, WATER, by=people[3])
        await replies(town, petrov, card_in(town.zhkh, previewed), REPLY)
        self.note(bot_in(town.zhkh)[-1], "Решено", "Просто переписка")
        await self._approvals(petrov, galina)

    async def _urgent(self, person, olga):
        town = self.town
        number = await written(town, PITS, by=person)
        await town.clicks(olga, "Срочно", on=card_in(town.coordinators, number))
        self.note(card_in(town.coordinators, number), "Ещё…")
        return card_in(town.leadership, number)

    async def _approvals(self, petrov, galina):
        town = self.town
        for name, wanted in (("Вар", "Согласовать"), ("Дар", "Отменить")):
            number = await written(town, WATER, by=town.world.user(f"Житель {name}"))
            await replies(town, petrov, card_in(town.zhkh, number), REPLY)
            await town.clicks(petrov, "Решено")
            if wanted == "Отменить":
                await town.clicks(galina, "Согласовать", on=card_in(town.approvals, number))
            else:
                self.note(card_in(town.approvals, number), "Согласовать", "На доработку")
                await replies(town, galina, card_in(town.approvals, number), "Укажите дату")
                self.note(bot_in(town.approvals)[-1], "Это замечание", "Заменить текст")
            await town.redraw()
        self.note(card_in(town.approvals, number), "Отменить")

    async def press(self, person, chat, caption):
        """The toast of a press on any message of the bot in that chat, with this button's data."""
        seat = person if chat is person.chat else person.in_(chat)
        await seat.press_data(bot_in(chat)[0], self.buttons[caption])
        await self.town.settle()
        return person.toast.text if person.toast else ""


@pytest.fixture
async def stage(tmp_path):
    async with living_town(tmp_path, GROUP_LIMIT_PER_MINUTE=0) as town:
        town.world.limits = None
        for person in (
            town.olga,
            town.galina,
            town.glava,
            town.dorogin,
            town.sidorova,
            town.admin,
            town.stranger,
        ):
            await person.start()
        stage = Stage(town)
        await stage.set_up()
        await town.redraw()
        yield stage


COORDINATION = {"ЖКХ", "Взять", "Срочно", "Ещё…"}
CONTROL = {"контроль"}
WORK = {"Принять", "Не наше", "Написать ответ", "Решено", "Просто переписка"}
APPROVAL = {"Согласовать", "На доработку", "Отменить"}
PETROVS = {"Не наша территория", "Отмена"}
GALINAS = {"Это замечание", "Заменить текст"}
EVERY = COORDINATION | CONTROL | WORK | APPROVAL | PETROVS | GALINAS

ALLOWED = {
    "stranger": {},
    "admin": {},
    "dorogin": {},
    "olga": {"coordinators": COORDINATION, "private": COORDINATION},
    "galina": {"approvals": APPROVAL | GALINAS, "private": APPROVAL | GALINAS},
    "glava": {"leadership": CONTROL, "private": CONTROL},
    "sidorova": {"zhkh": WORK},
}
CHATS = ("coordinators", "zhkh", "roads", "approvals", "leadership", "private")


async def press_everything_forbidden(stage, who, allowed):
    person = getattr(stage.town, who)
    before = snapshot(stage.town)
    for where in CHATS:
        chat = person.chat if where == "private" else getattr(stage.town, where)
        for caption in sorted(EVERY - allowed.get(where, set())):
            toast = await stage.press(person, chat, caption)
            assert toast, f"{who} pressed {caption} in {where} and was told nothing"
        assert snapshot(stage.town) == before, f"{who} changed something in {where}"


async def test_whoever_has_no_right_is_told_so_and_changes_nothing(stage):
    assert set(stage.buttons) == EVERY
    for who, allowed in ALLOWED.items():
        await press_everything_forbidden(stage, who, allowed)
    ((refused,),) = ask_database(stage.town, "SELECT count(*) FROM journal WHERE action = 'refused'")
    assert refused > 300, "who tried what is remembered"


async def test_whoever_was_removed_from_the_staff_has_lost_every_right_at_once(stage):
    staff = stage.town.app.units.municipality.staff
    await decree(stage.town, staff=tuple(one for one in staff if one.id != stage.town.sidorova.id))
    await press_everything_forbidden(stage, "sidorova", {})


DEEDS = [
    ("olga", "coordinators", ["Взять", "Срочно", "ЖКХ", "Ещё…"]),
    ("olga", "private", ["Взять", "Срочно", "ЖКХ"]),
    ("glava", "leadership", ["контроль"]),
    ("glava", "private", ["контроль"]),
    ("petrov", "zhkh", ["Принять", "Не наша территория", "Решено"]),
    ("petrov", "zhkh", ["Отмена", "Написать ответ", "Просто переписка"]),
    ("sidorova", "zhkh", ["Не наше", "Принять", "Решено"]),
    ("sidorova", "zhkh", ["Написать ответ", "Просто переписка"]),
    ("galina", "approvals", ["Отменить", "На доработку", "Согласовать"]),
    ("galina", "approvals", ["Это замечание"]),
    ("galina", "approvals", ["Заменить текст"]),
    ("galina", "private", ["Отменить", "На доработку", "Согласовать"]),
]
"""The other half of the matrix, so that the first half cannot pass by refusing everybody."""
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


FORGED = [
    "",
    "a",
    "a:accept",
    "a:accept:0",
    "a:accept:-1",
    "a:accept:999999",
    "a:accept:99999999999999999999999999",
    "a:accept:1:1",
    "a:destroy:1",
    "a:accept:один",
    "r:1:nowhere:0",
    "r:1:zhkh:77",
    "d:approve:999999",
    "d:undo:99999999999999999999999999",
    "o:1:unknown",
    "o:99999:solved",
    "q:return:1:99",
    "q:return:999999:0",
    "q:revise:1:-1",
    "w:999999:text",
    "x:999999",
    "s:999999:no",
    "m:new:999999",
    "g:1:9",
    "l:xx",
    "я" * 32,
    "\x00\x00",
    "'; DROP TABLE appeals; --",
]


async def test_forged_data_is_answered_and_harmless(stage):
    town = stage.town
    before, alarms = snapshot(town), len(bot_in(town.admin.chat))
    seats = [
        (town.petrov, town.petrov.in_(town.zhkh)),
        (town.olga, town.olga.in_(town.coordinators)),
        (town.galina, town.galina.in_(town.approvals)),
        (town.stranger, town.stranger),
    ]
    for person, seat in seats:
        message = bot_in(seat._seat().chat)[0]
        for data in FORGED:
            await seat.press_data(message, data)
            await town.settle()
            assert person.toast, f"{data!r} was not answered"
            assert person.toast.text, f"{data!r} was answered with nothing"
    assert snapshot(town) == before
    assert len(bot_in(town.admin.chat)) == alarms, "a forger does not wake the administrator"
    assert ask_database(town, "SELECT count(*) FROM inbox WHERE state = 'set_aside'") == [(0,)]


async def test_a_rating_that_no_button_offers_is_not_taken(town):
    await answered(town)
    await town.clicks(town.anna, "Да, решено")
    for rating in ("0", "6", "-5", "100"):
        await town.anna.press_data(bot_in(town.anna.chat)[-1], f"g:1:{rating}")
        await town.settle()
        assert town.anna.toast.text
    assert ask_database(town, "SELECT rating FROM appeals") == [(None,)]


MASKS = {
    "an anonymous administrator": lambda town: town.petrov.in_(town.zhkh, anonymous=True),
    "a channel": lambda town: town.petrov.in_(town.zhkh, as_channel=town.world.channel("Канал", town.petrov)),
    "another bot": lambda town: town.world.user("Робот", is_bot=True).in_(town.zhkh),
    "a stranger": lambda town: town.stranger.in_(town.zhkh),
}


@pytest.mark.parametrize("mask", MASKS)
async def test_words_of_whoever_is_nobody_here_are_no_draft(town, mask):
    number = await written(town)
    town.zhkh.promote_bot()
    before, said = snapshot(town), len(bot_in(town.zhkh))
    await replies(town, MASKS[mask](town), card_in(town.zhkh, number), REPLY)
    assert snapshot(town) == before
    assert len(bot_in(town.zhkh)) == said


async def test_an_anonymous_administrator_presses_under_the_own_id(town):
    number = await written(town)
    town.zhkh.make_anonymous(town.petrov)
    await town.clicks(town.petrov.in_(town.zhkh), "Принять")
    assert "Принял Петров И. С." in card_in(town.zhkh, number).text
    assert ask_database(town, "SELECT count(*) FROM appeals WHERE executor_id = ?", ANONYMOUS.id) == [(0,)]


@pytest.mark.parametrize("who", ["dorogin", "olga", "galina"])
async def test_words_of_other_staff_in_reply_are_refused_in_words(town, who):
    number = await written(town)
    await replies(town, getattr(town, who).in_(town.zhkh), card_in(town.zhkh, number), REPLY)
    assert "недоступно" in bot_in(town.zhkh)[-1].text
    assert ask_database(town, "SELECT count(*) FROM drafts") == [(0,)]
    assert ask_database(town, "SELECT status FROM appeals") == [("assigned",)]


@pytest.mark.parametrize("who", ["petrov", "olga", "stranger", "glava"])
async def test_words_in_reply_to_a_draft_are_the_approvers_alone(town, who):
    number = await submitted(town)
    before = snapshot(town, "appeals drafts prompts")
    await replies(town, getattr(town, who).in_(town.approvals), card_in(town.approvals, number), "Не то")
    assert snapshot(town, "appeals drafts prompts") == before


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
