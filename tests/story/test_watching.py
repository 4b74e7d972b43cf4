"""Groups and pages that nobody brings messages from: the coordinators are asked to look every working day (R18)."""

from dataclasses import replace
from datetime import UTC, datetime

from domain.municipality import Channel
from domain.setup.changes import changed
from domain.setup.vocabulary import Change
from tests.city import labels, running, sleeping_town
from tests.domain.people import MUNICIPALITY
from tests.story.scenes import ask_database, bot_in, decree

PAGES = (
    Channel("telegram", "Telegram"),
    Channel("talk", "Подслушано", account="vk.com/talk", watched=True),
    Channel("ok", "Одноклассники", watched=True),
)
DAY = 24 * 3600
NOON = datetime(2026, 3, 2, 9, tzinfo=UTC)


def lists(town):
    return [
        message for message in bot_in(town.coordinators) if message.text.startswith(("👀", "✅ Площадки"))
    ]


async def test_r18_each_working_day_at_opening_the_coordinators_are_asked_once_to_look(tmp_path):
    def watched(municipality):
        return replace(municipality, channels=PAGES)

    async with sleeping_town(tmp_path, change=watched) as town:
        async with running(town):
            await town.wait(60)
            (message,) = lists(town)
            assert "Подслушано — vk.com/talk" in message.text
            olga = town.olga.in_(town.coordinators)
            assert "Просмотрено: Кузнецова О. П." in await town.clicks(
                olga, "Просмотрено: Подслушано", on=message
            )
            assert "✓ Подслушано: Кузнецова О. П." in message.text
            assert labels(message) == ["Просмотрено: Одноклассники"]
            await olga.press_data(message, "lk:talk:739677")
            await town.settle()
            assert ask_database(town, "SELECT count(*) FROM journal WHERE action = 'look'") == [(1,)]
        async with running(town):
            await town.wait(3600)
            assert lists(town) == [message], "a restart asks nobody again"
            await town.clicks(olga, "Просмотрено: Одноклассники", on=message)
            assert message.text.startswith("✅ Площадки за 02.03 просмотрены")
            await town.wait(DAY)
            (tomorrow,) = lists(town)
            assert "03.03" in tomorrow.text, "the list of the day before has gone"
            assert "закрыт" in await _pressed(town, olga, tomorrow, "lk:ok:739677")
            await decree(town, channels=lambda present: tuple(replace(one, watched=False) for one in present))
            await town.wait(DAY)
            assert lists(town) == [tomorrow], "switched off nobody is asked"
            assert ask_database(town, "SELECT channel, day FROM looks ORDER BY channel") == [
                ("ok", "2026-03-02"),
                ("talk", "2026-03-02"),
            ]


def test_an_administrator_sets_account_and_watch_of_a_channel():
    town = replace(MUNICIPALITY, channels=PAGES)
    town = changed(town, Change.ACCOUNT, "ok", "ok.ru/primersk", now=NOON)
    town = changed(town, Change.WATCHED, "ok", "0", now=NOON)
    assert town.find_channel("ok") == Channel("ok", "Одноклассники", account="ok.ru/primersk")


async def _pressed(town, seat, message, data):
    await seat.press_data(message, data)
    await town.settle()
    return town.olga.toast.text
