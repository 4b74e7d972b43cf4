"""Carries the cards that go by e-mail, one after another, beside everything else and in nobody's way.

A letter is claimed durably before the server hears of it; after a kill in between it leaves again under the same
Message-ID, so that it is at most one repetition and the receiving server can know it for one.
"""

import asyncio
import logging
from datetime import timedelta

from bot.alarms import Alarm, AlarmKind, sound
from bot.delivery.case_files import CaseFiles
from bot.in_force import InForce
from bot.mailing import smtp
from bot.mailing.letters import FindCopy, deliverable, find_first, write_letter
from bot.mailing.smtp import MailAnswer, Verdict
from bot.settings import Settings
from domain.casefile import CaseFile
from domain.mailing.mailings import Mailing, MailingState, MailTrouble, list_added
from domain.notices import NoticeKind
from services.ports import Clock
from services.work import mailing as verbs
from storage import mailings
from storage.database import Database, StorageUnavailable
from storage.queries import Queries
from storage.unit_of_work import Units

_log = logging.getLogger(__name__)

FIRST_PAUSE, LONGEST_PAUSE = timedelta(minutes=1), timedelta(hours=1)
_ATTEMPT = timedelta(minutes=3)
"""After so long a letter whose attempt nobody has seen the end of is due again."""
_TROUBLES = {Verdict.REFUSED: MailTrouble.REFUSED, Verdict.UNFIT: MailTrouble.UNFIT}
PATIENCE = timedelta(days=1)
"""So long a letter is tried while the server is away."""


class Postman:
    """`find_copy`: the kept files."""

    def __init__(
        self,
        database: Database,
        units: Units,
        clock: Clock,
        settings: Settings,
        in_force: InForce,
        *,
        alarm: Alarm,
        find_copy: FindCopy,
    ) -> None:
        self._database = database
        self._units = units
        self._clock = clock
        self._settings = settings
        self._in_force = in_force
        self._files = CaseFiles(Queries(database.reader), in_force)
        self._alarm = alarm
        self._find_copy = find_copy
        self._round = asyncio.Lock()

    async def round(self) -> None:
        """Carry what is due now; where the server is away the rest waits for the next round."""
        async with self._round:
            try:
                for mailing_id in await mailings.list_due(self._database.reader, self._clock.now()):
                    if not await self._carry(mailing_id):
                        return
            except StorageUnavailable as error:
                _log.warning("the database is not available: %s", error)

    async def _carry(self, mailing_id: int) -> bool:
        """Whether the next one is worth trying."""
        async with self._database.transaction() as transaction:
            mailing = await mailings.claim(transaction, mailing_id, again=self._clock.now() + _ATTEMPT)
            await transaction.commit()
        if mailing is None:
            return True
        answer = await self._try(mailing)
        _log.info(
            "letter %d, attempt %d: %s %s", mailing.id, mailing.attempts, answer.verdict.value, answer.code
        )
        await self._note(mailing, answer)
        return answer.verdict not in {Verdict.LATER, Verdict.CLOSED}

    async def _try(self, mailing: Mailing) -> MailAnswer:
        try:
            return await self._hand_over(mailing)
        except StorageUnavailable:
            raise
        except Exception as error:  # noqa: BLE001 — a letter that cannot be written holds up no other
            return MailAnswer(Verdict.UNFIT, type(error).__name__)

    async def _hand_over(self, mailing: Mailing) -> MailAnswer:
        file = await self._files.open(NoticeKind.CARD, mailing.appeal_id, draft_id=None)
        if file is None or not _is_wanted(file, mailing):
            return MailAnswer(Verdict.NEEDLESS)
        if not self._settings.smtp_host:
            return MailAnswer(Verdict.REFUSED)
        letter = await write_letter(
            file, mailing, self._settings, self._in_force.texts, self._find_copy, now=self._clock.now()
        )
        return await smtp.send(self._settings, letter, deliverable(mailing.address))

    async def _note(self, mailing: Mailing, answer: MailAnswer) -> None:
        now = self._clock.now()
        if answer.verdict is Verdict.CLOSED:
            await sound(self._alarm, AlarmKind.MAIL_CLOSED, code=answer.code)
        async with self._units.open(now=now) as uow:
            if answer.verdict is Verdict.TAKEN:
                await verbs.note_sent(uow, mailing, now=now)
            elif answer.verdict is Verdict.NEEDLESS:
                await verbs.note_dropped(uow, mailing, now=now)
            elif answer.verdict in {Verdict.REFUSED, Verdict.UNFIT} or now - mailing.created_at >= PATIENCE:
                await verbs.note_failed(uow, mailing, self._trouble(answer), answer.code, now=now)
            else:
                until = now + pause_after(mailing.attempts)
                await verbs.note_put_off(
                    uow, mailing, MailTrouble.UNREACHABLE, answer.code, until=until, now=now
                )

    def _trouble(self, answer: MailAnswer) -> MailTrouble:
        if not self._settings.smtp_host:
            return MailTrouble.NOT_SET_UP
        return _TROUBLES.get(answer.verdict, MailTrouble.UNREACHABLE)


def _is_wanted(file: CaseFile, mailing: Mailing) -> bool:
    """Whether the department still has the appeal, or a part of it; and where it adds to a card, whether that card has left without it."""
    has_it = any(one.is_open and one.department == mailing.department for one in file.assignments)
    if mailing.follows is None:
        return has_it
    first = find_first(file, mailing)
    has_left = first is not None and first.state is MailingState.SENT
    return has_it and has_left and bool(list_added(mailing, file.messages))


def pause_after(attempts: int) -> timedelta:
    """How long a letter waits after so many vain attempts: twice as long each time, up to an hour."""
    return min(FIRST_PAUSE * (1 << min(attempts - 1, 20)), LONGEST_PAUSE)
