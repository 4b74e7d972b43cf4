"""The office that the tests of the sender work in."""

import pytest

from domain.notices import NoticeKind
from tests.bot.delivery_office import Office, edit_of
from tests.bot.machinery import migrated
from tests.bot.rights_town import dispatch, in_force, toasts, town, translations  # noqa: F401 — where rights are tried
from tests.cheap import made_once, no_lingering, papers_at_once, pictures_at_once  # noqa: F401 — for every test here


@pytest.fixture
async def office(tmp_path):
    async with migrated(tmp_path / "office.sqlite3") as database:
        made = Office(database)
        made.renderer.makes[NoticeKind.CARD_EDIT] = edit_of
        yield made
        await made.kill()
