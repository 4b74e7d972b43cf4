"""Alarms for the administrators: written to the outbox, the same one at most once an hour."""

from datetime import datetime, timedelta

from bot.alarms import AlarmKind
from bot.intake.raw_api import IntakeState
from services import announcements as announce
from services.ports import Clock
from storage.unit_of_work import Units

AGAIN_AFTER = timedelta(hours=1)


class Bell:
    """Rings in the administrators' private chats."""

    def __init__(self, units: Units, clock: Clock) -> None:
        self._units = units
        self._clock = clock
        self._rung: dict[tuple[object, ...], datetime] = {}

    async def __call__(self, kind: AlarmKind, **facts: str | int) -> None:
        """Ring, unless it has rung for the same lately."""
        now, what = self._clock.now(), (kind, *facts.values())
        last = self._rung.get(what)
        if last is not None and now - last < AGAIN_AFTER:
            return
        async with self._units.open(now=now) as uow:
            announce.alarm(uow, kind, now, **facts)
            await uow.commit()
        self._rung = {known: at for known, at in self._rung.items() if now - at < AGAIN_AFTER} | {what: now}

    async def polling(self, state: IntakeState) -> None:
        """Updates do not come in: another program takes them, or the token was taken back."""
        await self(AlarmKind.POLLING, state=state.value)
