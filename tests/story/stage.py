"""A town in which every button stands somewhere, for tests that press all of them; and the whole of its memory."""

import sqlite3

from tests.story.scenes import LAMP, PITS, REPLY, WATER, bot_in, card_in, replies, written

KEPT = (
    "appeals assignments cards citizen_messages citizens drafts message_edits notes outbox prompts "
    "municipality_versions invitations setup_questions"
)


OFFERS = {"outbox": "WHERE kind <> 'access_offer'"}
"""A stranger who was refused is shown the way in; that changes nothing of anybody's."""


def snapshot(town, tables=KEPT):
    """Everything but what only remembers that somebody tried (journal) and that an update came (inbox)."""
    connection = sqlite3.connect(f"file:{town.database}?mode=ro", uri=True)
    try:
        return {
            table: connection.execute(f"SELECT * FROM {table} {OFFERS.get(table, '')} ORDER BY 1").fetchall()
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
        self.note(card_in(town.coordinators, lamp), "ЖКХ", "Взять", "Срочно", "Уточнить", "Ответить")
        await self._open(olga, card_in(town.coordinators, lamp), "Категория", "Решаемое")
        await self._open(
            olga, card_in(town.coordinators, lamp), "Тема и адрес", "Ямы", "Адрес", "Суть", "Вид"
        )
        await town.clicks(olga, "Тема и адрес", on=card_in(town.coordinators, lamp))
        await self._open(olga, card_in(town.coordinators, lamp), "Вид", "Жалоба")
        await self._open(olga, card_in(town.coordinators, lamp), "Повторное", "По номеру")
        await self._open(
            olga,
            card_in(town.coordinators, lamp),
            "Без ответа",
            "Благодарность",
            "Ответ не даётся",
            "Передать",
        )
        await self._open(olga, card_in(town.coordinators, lamp), "Способ ответа", "Звонок")
        await self._propose_no_reply(people[4], olga)
        mayors = ("Отправить Главе", "Общественно значимое", "Своими словами")
        await self._open(olga, card_in(town.coordinators, lamp), "Главе", *mayors)
        await self._leaders(await self._urgent(people[1], olga))
        returned = await written(town, WATER, by=people[2])
        self.note(card_in(town.zhkh, returned), "Принять", "Не наше", "Написать ответ")
        await town.clicks(petrov, "Не наше", on=card_in(town.zhkh, returned))
        self.note(card_in(town.zhkh, returned), "Не наша территория", "Отмена")
        previewed = await written(town, WATER, by=people[3])
        await replies(town, petrov, card_in(town.zhkh, previewed), REPLY)
        self.note(bot_in(town.zhkh)[-1], "Решено", "Просто переписка")
        await self._approvals(petrov, galina)

    async def _open(self, seat, card, menu, *captions):
        """What stands in a menu of the card; the card is left as it was."""
        self.note(card, menu)
        await self.town.clicks(seat, menu, on=card)
        self.note(card, *captions)
        await self.town.clicks(seat, "Назад", on=card)

    async def _propose_no_reply(self, person, olga):
        town = self.town
        number = await written(town, LAMP, by=person)
        for caption in ("Без ответа", "Ответ не даётся"):
            await town.clicks(olga, caption, on=card_in(town.coordinators, number))
        self.note(card_in(town.coordinators, number), "Нецензурные")
        await town.clicks(olga, "Нецензурные", on=card_in(town.coordinators, number))
        self.note(bot_in(town.approvals)[-1], "Подтвердить", "Отклонить")

    async def _leaders(self, card):
        self.note(card, "контроль")
        await replies(self.town, self.town.glava.in_(self.town.leadership), card, "Разобраться и доложить")
        self.note(bot_in(self.town.leadership)[-1], "Передать как поручение", "Сегодня")

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
