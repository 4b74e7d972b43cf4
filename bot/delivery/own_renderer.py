"""The rows that show a citizen the own messages: the list, one of them whole, those that can be taken back."""

from collections.abc import Awaitable, Callable

from bot.delivery.case_files import CaseFiles
from bot.in_force import InForce
from domain.appeal import Appeal
from domain.notices import NoticeKind
from locales.texts import Texts
from services.citizen.information import TO_WITHDRAW
from services.ports import Clock
from storage.outbox_rows import OutboxRow
from storage.queries import Queries
from views.citizen import messages, own
from views.citizen.forgetting import forget_question
from views.parts import Part


class OwnRenderer:
    """Each row shows what is so when it is sent."""

    def __init__(
        self,
        queries: Queries,
        files: CaseFiles,
        clock: Clock,
        in_force: InForce,
        texts: Callable[[int], Awaitable[Texts]],
    ) -> None:
        self._queries = queries
        self._files = files
        self._clock = clock
        self._in_force = in_force
        self._texts = texts
        self.draws = {
            NoticeKind.OWN_APPEALS: self._own_appeals,
            NoticeKind.WITHDRAW_QUESTION: self._withdraw_question,
            NoticeKind.FORGET_QUESTION: self._forget_question,
        }

    async def _own_appeals(self, row: OutboxRow) -> list[Part]:
        page, pressed = int(row.args.get("page") or 0), int(row.args.get("message_id") or 0)
        if row.args.get("number"):
            return await self._whole(row, page, pressed)
        _, found = await self._list_own(row, own.ON_A_PAGE + 1, page * own.ON_A_PAGE)
        appeals = tuple(found[: own.ON_A_PAGE])
        dues = await self._queries.list_last_dues([one.id for one in appeals])
        shown = own.OwnPage(appeals, page, is_last=len(found) <= own.ON_A_PAGE, dues=dues)
        texts = await self._texts(row.chat_id)
        return own.own_list(
            self._in_force.municipality, texts, page=shown, now=self._clock.now(), message_id=pressed
        )

    async def _whole(self, row: OutboxRow, page: int, pressed: int) -> list[Part]:
        texts = await self._texts(row.chat_id)
        _, named = await self._list_own(row, 1)
        file = await self._files.open(row.kind, named[0].id, draft_id=None) if named else None
        if file is None:
            return own.own_unknown(texts)
        return own.own_whole(file, texts, now=self._clock.now(), page=page, message_id=pressed)

    async def _withdraw_question(self, row: OutboxRow) -> list[Part]:
        wanted, appeals = await self._list_own(row, TO_WITHDRAW)
        texts = await self._texts(row.chat_id)
        return messages.withdraw_question(self._in_force.municipality, texts, appeals=appeals, number=wanted)

    async def _forget_question(self, row: OutboxRow) -> list[Part]:
        args = row.args
        return forget_question(
            await self._texts(row.chat_id),
            over=int(args.get("over") or 0),
            still_open=str(args.get("open") or ""),
            asked=bool(args.get("asked")),
        )

    async def _list_own(self, row: OutboxRow, limit: int, skip: int = 0) -> tuple[str | None, list[Appeal]]:
        person = await self._queries.find_citizen_of_chat(row.chat_id)
        number = row.args.get("number")
        wanted = None if number is None else str(number)
        if person is None:
            return wanted, []
        return wanted, await self._queries.list_own_appeals(person.id, wanted, limit, skip)
