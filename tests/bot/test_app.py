"""The program as a whole: what is begun is ended, in whatever state it is."""

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
