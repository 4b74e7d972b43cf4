"""Albums: Telegram sends their items one by one, without a count and without an end (guarantee 9)."""

import asyncio
from itertools import count

import pytest

from sandbox.content import captioned, uploaded
from tests.city import running, sleeping_town
from tests.story.scenes import WATER, ask_database, bot_in, card_in, numbers_told

_groups = count(70_000)


class Album:
    """An album whose items come when the story says."""

    def __init__(self, person):
        self._person = person
        self._group = str(next(_groups))

    async def item(self, kind="photo", caption=None):
        body = captioned(uploaded(self._person.world.files, kind, b"", None, None, {}), caption)
        return await self._person.post(body, extra={"media_group_id": self._group})


def media_in(chat):
    return [message for message in bot_in(chat) if message.media]


@pytest.mark.parametrize("size", [2, 10])
async def test_an_album_is_one_message_whose_words_stand_under_any_of_its_items(town, size):
    sent = await town.anna.send_album(size, WATER, caption_on=min(size, 3) - 1)
    await town.wait(4)
    (number,) = numbers_told(town.anna.chat)
    assert len(bot_in(town.anna.chat)) == 1
    assert [message.file_id for message in media_in(town.zhkh)] == [message.file_id for message in sent]
    card = card_in(town.zhkh, number)
    assert "во дворе вода по колено" in card.text
    assert card.text.startswith("Водоснабжение · ул. Ленина, 5")
    assert not media_in(town.coordinators)
    assert card.reply_to is media_in(town.zhkh)[0]


async def test_the_receipt_of_an_album_does_not_wait_for_the_rest_of_it(town):
    album = Album(town.anna)
    await album.item()
    await town.settle()
    assert len(numbers_told(town.anna.chat)) == 1
    assert not bot_in(town.coordinators)


async def test_items_seconds_apart_stay_together(town):
    sending = town.anna.send_album(5, WATER, caption_on=2, delay=2.5)
    sent, _ = await asyncio.gather(sending, town.world.clock.advance(11))
    await town.wait(16)
    assert len(numbers_told(town.anna.chat)) == 1
    assert len(media_in(town.zhkh)) == len(sent) == 5
    assert ask_database(town, "SELECT count(DISTINCT appeal_id) FROM citizen_messages") == [(1,)]


async def test_a_straggler_after_twelve_seconds_stands_under_the_card(town):
    album = Album(town.anna)
    await album.item(caption=WATER)
    await album.item()
    await town.wait(12)
    (number,) = numbers_told(town.anna.chat)
    card = card_in(town.zhkh, number)
    late = await album.item("video")
    await town.wait(2)
    straggler = bot_in(town.zhkh)[-1]
    assert straggler.file_id == late.file_id
    assert straggler.reply_to is card
    assert straggler.silent
    assert "фото 2, видео 1" in card_in(town.zhkh, number).text
    assert len(bot_in(town.anna.chat)) == 1


async def test_an_album_in_two_batches_around_a_restart_is_one_message(tmp_path):
    async with sleeping_town(tmp_path) as town:
        album = Album(town.anna)
        async with running(town):
            await album.item()
            await album.item(caption=WATER)
            await town.settle()
        await town.world.clock.advance(1.5)
        await album.item()
        async with running(town):
            await album.item()
            await town.wait(16)
            (number,) = numbers_told(town.anna.chat)
            assert len(bot_in(town.anna.chat)) == 1
            assert len(media_in(town.zhkh)) == 4
            assert "фото 4" in card_in(town.zhkh, number).text


async def test_an_album_that_a_restart_cut_before_its_card_is_routed_after_it(tmp_path):
    async with sleeping_town(tmp_path) as town:
        async with running(town):
            await town.anna.send_album(2, WATER)
            await town.settle()
            assert not bot_in(town.zhkh)
        async with running(town):
            await town.wait(4)
            assert len(media_in(town.zhkh)) == 2
            assert len(numbers_told(town.anna.chat)) == 1


async def test_twelve_photos_which_the_client_sends_as_two_albums_are_one_message(town):
    await town.anna.send_album(10, WATER)
    await town.world.clock.advance(1)
    await town.anna.send_album(2)
    await town.wait(16)
    assert len(numbers_told(town.anna.chat)) == 1
    assert len(media_in(town.zhkh)) == 12


async def test_photos_and_videos_stay_in_one_album_and_documents_in_their_own(town):
    await town.anna.send_album(["photo", "video", "photo"], WATER)
    await town.anna.send_album(["document", "document"])
    await town.wait(16)
    groups = [message.media_group_id for message in media_in(town.zhkh)]
    assert groups[0] is not None
    assert groups[0] == groups[1] == groups[2] != groups[3] == groups[4]


async def test_words_that_follow_an_album_belong_to_it(town):
    await town.anna.send_album(2)
    await town.world.clock.advance(1)
    await town.says(town.anna, WATER)
    await town.wait(16)
    (number,) = numbers_told(town.anna.chat)
    assert card_in(town.zhkh, number).text.startswith("Водоснабжение")
    assert len(media_in(town.zhkh)) == 2


async def test_however_it_goes_on_the_staff_sees_it_after_fifteen_seconds(town):
    album = Album(town.anna)
    await album.item(caption=WATER)
    for _ in range(7):
        await town.wait(1)
        await album.item()
    await town.wait(1)
    (number,) = numbers_told(town.anna.chat)
    assert card_in(town.zhkh, number)
