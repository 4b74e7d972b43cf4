"""The guard of «exactly once»: what the rhythm has done is a row that there can be only one of (guarantee 24).

Which days are due is looked up before, and what was told is not due any more. That alone would keep the peace as well,
so that a day's stories stay green without this guard: it is tried here by itself.
"""

from datetime import UTC, date, datetime, timedelta

from domain.ids import ChatId
from domain.rhythm.days import Beat
from storage.beats import Beats
from tests.bot.machinery import migrated

NOW = datetime(2026, 3, 2, 14, tzinfo=UTC)
DAY, CHAT = date(2026, 3, 2), ChatId(-3)


async def add(database, what=Beat.SUMMARY, day=DAY, chat=CHAT):
    async with database.transaction() as transaction:
        is_new = await Beats(transaction).add(what, day, chat, NOW)
        await transaction.commit()
        return is_new


async def test_a_beat_is_done_once_for_a_chat_and_a_date(tmp_path):
    async with migrated(tmp_path / "town.sqlite3") as database:
        assert await add(database)
        assert not await add(database), "also by a later transaction, as after a restart"
        assert await add(database, what="digest:11:0")
        assert await add(database, day=DAY + timedelta(days=1))
        assert await add(database, chat=ChatId(-4))
        assert not await add(database)
