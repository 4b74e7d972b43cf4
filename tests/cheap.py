"""What makes a bot in a test cheap: made once what is the same in all of them. For a folder's conftest to import."""

import ssl
from functools import cache

import pytest
from aiogram.client.session.aiohttp import AiohttpSession

import bot.app

_OWN_PAPER_CHILD, _OWN_INTRODUCTION = bot.app.PaperChild, bot.app.Introduction
_OWN_PICTURE_CHILD = bot.app.PictureChild


@pytest.fixture(scope="session", autouse=True)
def made_once():
    """Reading the certificates of authorities takes longer than most stories; they never change."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(ssl, "create_default_context", cache(ssl.create_default_context))
        yield


@pytest.fixture(scope="session", autouse=True)
def no_lingering():
    """Aiogram waits a quarter of a second for TLS to close; here there is none."""

    async def close(session: AiohttpSession) -> None:
        if session._session is not None:
            await session._session.close()

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(AiohttpSession, "close", close)
        yield


class _Papers:
    """Every paper is one word."""

    def __init__(self, _):
        pass

    async def make(self, order, out, now):
        out.write_bytes(b"paper")


@pytest.fixture(scope="package", autouse=True)
def papers_at_once():
    """A process that writes a paper takes two seconds; whoever tells a story about it asks for `makes_papers`."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(bot.app, "PaperChild", _Papers)
        yield


@pytest.fixture
def makes_papers(papers_at_once, monkeypatch):
    """Papers are made as they are in the world."""
    monkeypatch.setattr(bot.app, "PaperChild", _OWN_PAPER_CHILD)


class _Pictures:
    """Every picture is one word."""

    async def draw(self, picture):
        return b"picture"


@pytest.fixture(scope="package", autouse=True)
def pictures_at_once():
    """A process that draws takes half a second; whoever tells a story about it asks for `draws_pictures`."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(bot.app, "PictureChild", _Pictures)
        yield


@pytest.fixture
def draws_pictures(pictures_at_once, monkeypatch):
    """Pictures are drawn as they are in the world."""
    monkeypatch.setattr(bot.app, "PictureChild", _OWN_PICTURE_CHILD)


class _Introduced:
    """Telegram knows the bot already."""

    def __init__(self, bot, *_):
        self._bot = bot
        self.username = ""

    async def make(self):
        self.username = (await self._bot.me()).username


@pytest.fixture(scope="package", autouse=True)
def introduced():
    """A start tells Telegram two dozen menus and descriptions, half of all the calls of a short story; whoever tells
    a story about them asks for `introduces`.
    """
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(bot.app, "Introduction", _Introduced)
        yield


@pytest.fixture
def introduces(introduced, monkeypatch):
    """The bot says who it is, as it does in the world."""
    monkeypatch.setattr(bot.app, "Introduction", _OWN_INTRODUCTION)
