"""Files kept on the town's own disk too (`ATTACHMENTS=copy`): beside the work, whatever Telegram does meanwhile."""

import logging
import sqlite3
import stat
from contextlib import closing

import pytest

from domain.municipality import ConsentMode
from sandbox.faults import Kind
from tests.city import living_town, running, sleeping_town
from tests.story.scenes import (
    REPLY,
    WATER,
    ask_database,
    bot_in,
    card_in,
    decree,
    numbers_told,
)

PIPE, ACT = b"\xff\xd8 the pipe" * 999, b"%PDF the act" * 999
DAY = 24 * 3600


@pytest.fixture
async def town(tmp_path):
    """A town that keeps copies."""
    async with living_town(tmp_path, ATTACHMENTS="copy") as town:
        yield town


def kept(town):
    """What lies on the disk, by its path within the folder."""
    folder = town.database.parent / "attachments"
    return {str(file.relative_to(folder)): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


def states(town):
    return [state for (state,) in ask_database(town, "SELECT state FROM attachments ORDER BY id")]


async def photographs(town, content=PIPE, **facts):
    await town.anna.send_photo(WATER, content, **facts)
    await town.wait(4)


async def test_what_a_citizen_and_an_executor_send_lies_on_the_disk_under_names_that_nobody_gave(town):
    await photographs(town)
    await town.anna.send_document("и акт", ACT, name="../../x.pdf")
    await town.wait(4)
    (number,) = numbers_told(town.anna.chat)
    card = card_in(town.zhkh, number)
    await town.petrov.in_(town.zhkh).reply(card, REPLY, photo=b"mended")
    await town.wait(4)
    assert sorted(kept(town).values()) == sorted([PIPE, ACT, b"mended"])
    for path in kept(town):
        folder, name = path.split("/")
        assert name.startswith(folder)
        assert set(name) <= set("0123456789abcdef")
    assert not list(town.database.parent.parent.glob("x.pdf*"))
    assert states(town) == ["kept"] * 3


async def test_copies_are_for_the_bots_own_user_alone(town):
    await photographs(town)
    folder = town.database.parent / "attachments"
    modes = {stat.S_IMODE(path.stat().st_mode) for path in [folder, *folder.rglob("*")] if path.is_dir()}
    assert modes == {0o700}
    assert {stat.S_IMODE(path.stat().st_mode) for path in folder.rglob("*") if path.is_file()} == {0o600}


async def test_without_the_setting_nothing_is_kept(tmp_path):
    async with living_town(tmp_path) as town:
        await photographs(town)
        assert not kept(town)
        assert not states(town)
        assert not town.world.history.calls("getFile")


@pytest.mark.parametrize("kind", [Kind.RETRY_AFTER, Kind.ERROR_500, Kind.CUT_BEFORE, Kind.BAD_GATEWAY])
async def test_a_download_that_fails_is_tried_again_and_holds_up_nobody(town, kind):
    fault = town.world.faults.add(kind, method="getFile", seconds=30)
    await photographs(town)
    assert fault.struck == 1
    assert not kept(town)
    (number,) = numbers_told(town.anna.chat)
    assert card_in(town.zhkh, number)
    await town.wait(20)
    assert bool(kept(town)) == (kind is not Kind.RETRY_AFTER), (
        "as long as Telegram asks, nothing is asked of it"
    )
    await town.wait(20)
    assert list(kept(town).values()) == [PIPE]


async def test_a_stop_in_the_middle_costs_no_copy_and_leaves_nothing_behind(tmp_path):
    async with sleeping_town(tmp_path) as town:
        town.world.faults.add(Kind.ERROR_500, method="getFile", count=None)
        async with running(town, ATTACHMENTS="copy"):
            await photographs(town)
        ((name,),) = ask_database(town, "SELECT name FROM attachments")
        folder = town.database.parent / "attachments" / name[:2]
        folder.mkdir(parents=True)
        (folder / f"{name}.part").write_bytes(b"half of")
        (folder / "ab12").write_bytes(b"nobody's")
        town.world.faults.clear()
        async with running(town, ATTACHMENTS="copy"):
            await town.wait(10)
            assert kept(town) == {f"{name[:2]}/{name}": PIPE}
        (folder / name).unlink()
        async with running(town, ATTACHMENTS="copy"):
            await town.wait(4)
            assert kept(town) == {f"{name[:2]}/{name}": PIPE}, "a copy that was lost is fetched again"


async def test_what_is_too_big_is_noted_and_alarms_nobody(town):
    await town.admin.start()
    await photographs(town, size=21 * 1024 * 1024)
    await town.wait(DAY)
    assert states(town) == ["too_big"]
    assert not kept(town)
    assert not town.admin.chat.find("Не удалось сохранить копии")
    assert len(town.world.history.calls("getFile")) == 1


async def test_after_a_day_in_vain_the_administrator_hears_of_it_once(town):
    await town.admin.start()
    town.world.faults.add(Kind.ERROR_500, method="getFile", count=None)
    await town.says(town.anna, "Здравствуйте")
    await town.anna.send_album(2, WATER)
    for _ in range(14):
        await town.wait(7200)
    tries = len(town.world.history.calls("getFile"))
    assert states(town) == ["failed", "failed"]
    assert (
        len([message for message in bot_in(town.admin.chat) if "Не удалось сохранить копии" in message.text])
        == 1
    )
    await town.wait(DAY)
    assert len(town.world.history.calls("getFile")) == tries


async def test_a_copy_is_erased_with_its_message_unless_the_file_stands_elsewhere(town):
    await decree(town, consent={"mode": ConsentMode.REQUIRED, "version": "7", "keep_days": 30})
    photo = await town.anna.send_photo(WATER, PIPE)
    passed_on = await town.anna.send_photo("и подвал", ACT)
    await town.boris.post(passed_on.content)
    await town.wait(4)
    assert len(kept(town)) == 2
    await town.clicks(town.boris, "Даю согласие")
    await town.wait(31 * DAY)
    assert list(kept(town).values()) == [ACT]
    assert states(town) == ["kept"]
    assert photo.file_id not in str(ask_database(town, "SELECT * FROM attachments"))


async def test_what_is_erased_while_it_is_fetched_does_not_stay_on_the_disk(town, monkeypatch):
    fetch = town.world.files.download

    def erased_meanwhile(*asked):
        with closing(sqlite3.connect(town.database)) as connection, connection:
            connection.execute("UPDATE attachments SET state = 'erasing'")
        return fetch(*asked)

    monkeypatch.setattr(town.world.files, "download", erased_meanwhile)
    await photographs(town)
    await town.wait(4)
    assert not kept(town)
    assert not states(town)


async def test_no_line_of_the_log_holds_the_token(town, caplog, monkeypatch):
    caplog.set_level(logging.INFO)
    for kind in (Kind.ERROR_500, Kind.CUT_BEFORE, Kind.TRUNCATED):
        town.world.faults.add(kind, method="getFile")
    with monkeypatch.context() as patch:
        patch.setattr(town.world.files, "download", lambda *_: None)
        await photographs(town)
        for _ in range(4):
            await town.wait(60)
    assert "copy 1, attempt 4" in caplog.text
    await town.wait(60)
    assert list(kept(town).values()) == [PIPE]
    assert town.world.bot.token not in caplog.text


async def test_a_file_that_telegram_has_forgotten_is_sent_from_the_copy(town):
    await town.anna.send_document("Нет света, вот акт", ACT, name="акт.pdf")
    await town.wait(4)
    (number,) = numbers_told(town.anna.chat)
    forgotten = next(message.file_id for message in town.anna.chat.visible if message.media)
    town.world.files.forget(forgotten)
    await town.clicks(town.olga.in_(town.coordinators), "ЖКХ", on=card_in(town.coordinators, number))
    (document,) = [message for message in bot_in(town.zhkh) if message.media]
    assert document.file_id != forgotten
    assert town.world.files.find(document.file_id).content == ACT
    assert town.world.files.find(document.file_id).name == "акт.pdf"
    assert len(town.world.history.calls("sendDocument", town.zhkh.id)) == 2, (
        "once refused, once from the disk"
    )


async def test_without_a_copy_the_rest_of_the_card_goes_on(town):
    await photographs(town, size=21 * 1024 * 1024)
    (number,) = numbers_told(town.anna.chat)
    for message in town.anna.chat.visible:
        if message.media:
            town.world.files.forget(message.file_id)
    await town.clicks(town.olga.in_(town.coordinators), "Ещё", on=card_in(town.coordinators, number))
    await town.clicks(town.olga.in_(town.coordinators), "Дороги", on=card_in(town.coordinators, number))
    assert card_in(town.roads, number)
    assert not [message for message in bot_in(town.roads) if message.media]
