"""The program as a whole: what is begun is ended, in whatever state it is."""

import asyncio
from datetime import UTC, datetime

import pytest

from tests.city import running, sleeping_town


class Broken(Exception):
    pass


@pytest.mark.parametrize("step", ["bot.delivery.sender.Sender.start", "bot.intake.worker.Worker.refill"])
async def test_a_start_that_fails_half_way_tells_its_own_reason(tmp_path, monkeypatch, step):
    def fails(*_, **__):
        raise Broken

    async with sleeping_town(tmp_path) as town:
        monkeypatch.setattr(step, fails)
        with pytest.raises(Broken):
            async with running(town):
                pass


async def test_a_stop_cuts_short_what_tidies_up_and_no_ring_ends_in_an_error(tmp_path, caplog, monkeypatch):
    begun = asyncio.Event()

    async def hangs(*_):
        begun.set()
        await asyncio.Event().wait()

    monkeypatch.setattr("storage.inbox.prune", hangs)
    async with sleeping_town(tmp_path) as town, running(town) as app:
        app._scheduler.get_job("prune").modify(next_run_time=datetime.now(UTC))
        async with asyncio.timeout(10):
            await begun.wait()
    assert not [record.message for record in caplog.records if record.levelname == "ERROR"]
