"""What a file of the register brings in unanswered calls nobody, until a coordinator takes it up (R03)."""

from bot.importing.command import bring_in
from bot.setup_texts import russian
from tests.city import labels, running, settings_for, sleeping_town
from tests.story.scenes import ask_database, bot_in, card_in

OPEN = "Номер;Поступило;Заявитель;Контакт;Суть\n2026-00007;2026-02-27 14:05;Иванов И. И.;+7 900 111-22-33;Яма на дороге\n"
ANSWERED = "Номер;Поступило;Отвечено;Исход\n2026-00008;2026-02-20;2026-02-25;отказано\n"


async def brought_in(town, content):
    """The bot is stopped, the file is brought in."""
    file = town.database.with_name("register.csv")
    file.write_text(content, encoding="utf-8")
    async with running(town):
        pass
    settings = settings_for(town.address, town.world, town.database)
    said = []
    assert await bring_in(settings, file, russian(), rehearsal=False, say=said.append) == 0, said


async def test_it_waits_in_the_register_and_in_no_queue(tmp_path):
    async with sleeping_town(tmp_path) as town:
        await brought_in(town, OPEN)
        async with running(town):
            await town.wait(2 * 24 * 3600)
            said = [
                chat for chat in (town.coordinators, town.zhkh, town.roads, town.approvals) if bot_in(chat)
            ]
            assert said == []
            assert ask_database(town, "SELECT count(*) FROM deadlines") == [(0,)]
            await town.says(town.olga.in_(town.coordinators), "/queue")
            assert "ничего" in bot_in(town.coordinators)[-1].text.lower()
            assert "Из файла без ответа, в работу никто не взял: 1" in bot_in(town.leadership)[-1].text


async def test_a_coordinator_takes_it_up_and_it_is_answered_by_telephone(tmp_path):
    """Whoever wrote a letter has no chat: the answer is a task with the contact, a question is refused."""
    async with sleeping_town(tmp_path) as town:
        await brought_in(town, OPEN)
        async with running(town):
            olga = town.olga.in_(town.coordinators)
            await town.says(olga, "/card 2026-00007")
            await town.redraw()
            card = card_in(town.coordinators, "2026-00007")
            assert "Иванов И. И." in card.text
            assert "Внесено в реестр из файла без ответа" in card.text
            await town.clicks(olga, "Взять", on=card)
            assert ask_database(town, "SELECT shelved, way FROM appeals") == [(0, "call")]
            assert ask_database(town, "SELECT count(*) > 0 FROM deadlines") == [(1,)], "its terms run"
            assert "Уточнить" in labels(card)
            await town.clicks(olga, "Уточнить", on=card)
            await town.says(olga, "Где именно?", reply_to=bot_in(town.coordinators)[-1])
            assert "Заявитель писал не в бот" in bot_in(town.coordinators)[-1].text
            await town.clicks(olga, "Дороги", on=card)
            assert card_in(town.roads, "2026-00007")


async def test_an_answer_on_paper_is_shown_by_its_number(tmp_path):
    async with sleeping_town(tmp_path) as town:
        await brought_in(town, ANSWERED)
        async with running(town):
            await town.says(town.olga.in_(town.coordinators), "/card 2026-00008")
            await town.redraw()
            assert "2026-00008" in card_in(town.coordinators, "2026-00008").text


async def test_the_next_message_to_the_bot_gets_the_next_number(tmp_path):
    async with sleeping_town(tmp_path) as town:
        await brought_in(town, OPEN)
        async with running(town):
            await town.says(town.anna, "Прорвало трубу на ул. Мира, 3")
            assert "2026-00008" in town.anna.chat.last_message.text
