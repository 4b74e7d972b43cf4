"""From a row of the outbox to its parts: cards and questions from the present state, texts from the version it names."""

from collections.abc import Awaitable, Callable, Mapping
from datetime import datetime

from bot.delivery.case_files import CaseFiles
from bot.delivery.escalation_renderer import ESCALATION_DRAWS
from bot.delivery.extension_draws import EXTENSION_DRAWS
from bot.delivery.own_renderer import OwnRenderer
from bot.delivery.part_draws import PART_DRAWS, find_part
from bot.delivery.ports import Rendering
from bot.in_force import InForce
from domain.casefile import Card, CaseFile
from domain.drafts import DraftState, Prompt
from domain.escalation import LOUD_A_DAY
from domain.messages import FILES, CitizenMessage, ContentKind
from domain.notice_args import AdditionArgs, ClosingArgs, ReceiptArgs, read_args
from domain.notices import CardKind, NoticeKind
from locales.texts import Texts
from services.ports import Clock
from storage.outbox_rows import OutboxRow
from storage.queries import Queries
from views import alarms, errors
from views.cards import board, whole
from views.cards.states import was_taken_back
from views.citizen import answers, messages
from views.coordinator import blocking, lost
from views.moments import start_of_day
from views.parts import Part, Text, in_reply, in_silence
from views.work import approval, drafting, leadership, staff, surges

Draw = Callable[[OutboxRow], Awaitable[list[Part]]]
_UNDER_THE_CARD = {
    NoticeKind.INSTRUCTION,
    NoticeKind.RETURNED,
    NoticeKind.PARTS_IN,
    NoticeKind.PART_LATE,
    NoticeKind.PART_WITHDRAWN,
    NoticeKind.REVISION,
    NoticeKind.BECAME_URGENT,
    NoticeKind.CITIZEN_ADDED,
    NoticeKind.CITIZEN_EDITED,
    NoticeKind.SECOND_LOOK,
    NoticeKind.DELIVERY_FAILED,
    NoticeKind.REPLY_HINT,
    NoticeKind.ENDED,
    NoticeKind.NO_REPLY_REJECTED,
    NoticeKind.LIFE_AT_RISK,
}
"""News about a card: hung under it, so that nobody has to scroll for it."""
_FOR_CITIZENS = {
    NoticeKind.RECEIPT,
    NoticeKind.ADDITION_NOTED,
    NoticeKind.ANSWER,
    NoticeKind.PUBLIC_ANSWER,
    NoticeKind.EXTENDED,
    NoticeKind.RATING_QUESTION,
}
"""Whoever wrote at night hears of it at night; the staff at home hears of what is urgent alone."""
DrawOfCase = Callable[[OutboxRow, CaseFile, Texts], Awaitable[list[Part]]]


class OutboxRenderer:
    """Knows which view draws which row, and what the view needs to see."""

    def __init__(
        self,
        queries: Queries,
        clock: Clock,
        in_force: InForce,
        more: Mapping[NoticeKind, Draw],
    ) -> None:
        self._queries = queries
        self._clock = clock
        self._in_force = in_force
        self._files = CaseFiles(queries, in_force)
        self._without_appeal: dict[NoticeKind, Draw] = {
            NoticeKind.SAY: self._say,
            NoticeKind.REFUSAL: self._refusal,
            NoticeKind.LANGUAGE_QUESTION: self._language_question,
            NoticeKind.CONSENT_REQUEST: self._consent_request,
            NoticeKind.TOPIC_QUESTION: self._question_about_message,
            NoticeKind.AFTER_ANSWER_QUESTION: self._question_about_message,
            NoticeKind.LIMIT_REACHED: self._limit_reached,
            NoticeKind.REACTION: self._reaction,
            NoticeKind.CLOSE_MESSAGE: self._close_message,
            NoticeKind.UNCONSENTED: self._unconsented,
            NoticeKind.LOST_CARDS: self._lost_cards,
            NoticeKind.URGENT_LIST: self._urgent_list,
            NoticeKind.SURGE: self._surge,
            NoticeKind.STAFF_LINE: self._staff_line,
            NoticeKind.ALARM: self._alarm,
            **OwnRenderer(queries, self._files, clock, in_force, self._texts).draws,
            **more,
        }
        self._of_appeal: dict[NoticeKind, DrawOfCase] = {
            NoticeKind.RECEIPT: self._receipt,
            NoticeKind.ADDITION_NOTED: self._addition_noted,
            NoticeKind.ANSWER: _drawn(answers.answer),
            NoticeKind.PUBLIC_ANSWER: _public_answer,
            NoticeKind.RATING_QUESTION: _drawn(answers.rating_question),
            NoticeKind.LATE_FILES: self._late_files,
            NoticeKind.PROMPT: self._about_prompt(drafting.prompt),
            NoticeKind.BAR_REASONS: self._about_prompt(blocking.bar_reasons),
            NoticeKind.PREVIEW: self._preview,
            NoticeKind.WORDS_QUESTION: self._words_question,
            NoticeKind.PROOF_OFFER: self._proof_offer,
            NoticeKind.REPLY_HINT: _drawn(staff.reply_hint),
            NoticeKind.REMARK_QUESTION: self._about_prompt(drafting.remark_question),
            NoticeKind.INSTRUCTION_OFFER: self._about_prompt(leadership.instruction_offer),
            NoticeKind.INSTRUCTION: self._instruction,
            NoticeKind.REPORT_OFFER: self._about_prompt(leadership.report_offer),
            NoticeKind.RETURNED: self._returned,
            **PART_DRAWS,
            **ESCALATION_DRAWS,
            **EXTENSION_DRAWS,
            NoticeKind.REVISION: _drawn(staff.revision),
            NoticeKind.BECAME_URGENT: _drawn(staff.became_urgent),
            NoticeKind.CITIZEN_EDITED: self._citizen_edited,
            NoticeKind.CITIZEN_ADDED: self._citizen_added,
            NoticeKind.SECOND_LOOK: _second_look,
            NoticeKind.DELIVERY_FAILED: _drawn(staff.delivery_failed),
            NoticeKind.ENDED: _drawn(staff.ended),
            NoticeKind.NO_REPLY_QUESTION: _drawn(staff.no_reply_question),
            NoticeKind.NO_REPLY_REJECTED: self._no_reply_rejected,
            NoticeKind.LIFE_AT_RISK: _drawn(staff.life_at_risk),
        }

    async def render(self, row: OutboxRow) -> Rendering:
        """What the row says now; nothing where what it is about is gone or looks so already."""
        if row.kind is NoticeKind.CARD:
            return await self._card(row)
        if row.kind is NoticeKind.CARD_EDIT:
            return await self._card_edit(row)
        if row.kind in self._without_appeal:
            return Rendering(tuple(await self._without_appeal[row.kind](row)))
        file = await self._files.open(row.kind, row.appeal_id, draft_id=row.ref_id)
        if file is None:
            return Rendering(())
        texts = await self._texts(row.chat_id)
        parts = await self._of_appeal[row.kind](row, file, texts)
        if row.kind in _UNDER_THE_CARD and parts:
            card = await self._queries.find_holding_card(file.appeal.id, row.chat_id)
            parts = [in_reply(parts[0], card.message_id if card else None), *parts[1:]]
        if row.kind not in _FOR_CITIZENS and self._must_be_silent(file):
            parts = list(map(in_silence, parts))
        return Rendering(tuple(parts))

    def _must_be_silent(self, file: CaseFile) -> bool:
        return not file.appeal.urgent and self._in_force.rules.rests(self._now)

    # Cards

    async def _card(self, row: OutboxRow) -> Rendering:
        card, file = await self._find_card_and_file(row)
        if card is None or file is None or card.message_id is not None or was_taken_back(file, card):
            return Rendering(())
        parts = board.put_up(file, self._in_force.texts, card=card, now=self._now)
        if (self._must_be_silent(file) and card.kind is not CardKind.MAYOR) or not await self._is_heard(
            row, card
        ):
            parts = list(map(in_silence, parts))
        look = next((part for part in parts if isinstance(part, Text) and part.is_card), None)
        return Rendering(tuple(parts), board.digest(look) if look else None)

    async def _card_edit(self, row: OutboxRow) -> Rendering:
        card, file = await self._find_card_and_file(row)
        if card is None or file is None or card.message_id is None:
            return Rendering(())
        edit = board.edit_card(file, self._in_force.texts, card=card, now=self._now)
        if edit is None or board.digest(edit) == card.rendered:
            return Rendering(())
        return Rendering((edit,), board.digest(edit))

    async def _find_card_and_file(self, row: OutboxRow) -> tuple[Card | None, CaseFile | None]:
        card = await self._queries.find_card(row.ref_id or 0)
        return card, await self._files.of_card(card, row.kind, self._now) if card else None

    # Staff

    def _about_prompt(self, view: Callable[..., list[Part]]) -> DrawOfCase:
        async def draw(row: OutboxRow, file: CaseFile, texts: Texts) -> list[Part]:
            prompt = await self._find_open_prompt(row)
            return view(file, texts, prompt=prompt) if prompt else []

        return draw

    async def _instruction(self, row: OutboxRow, file: CaseFile, texts: Texts) -> list[Part]:
        is_silent = bool(row.args.get("silent"))
        return leadership.instruction(file, texts, instruction_id=row.ref_id, silent=is_silent)

    async def _urgent_list(self, row: OutboxRow) -> list[Part]:
        since = start_of_day(self._now, self._in_force.municipality)
        appeals = await self._queries.list_put_up(CardKind.LEADERSHIP, row.chat_id, since)
        standing = await self._queries.find_last_sent(row.kind, row.chat_id, since)
        heard = await self._count_heard(row.chat_id, since)
        return leadership.urgent_list(
            self._in_force.municipality,
            self._in_force.texts,
            appeals=appeals,
            heard=heard,
            message_id=standing,
        )

    async def _surge(self, row: OutboxRow) -> list[Part]:
        return surges.surge(self._in_force.texts, row.args)

    async def _is_heard(self, row: OutboxRow, card: Card) -> bool:
        """The leadership is called five times a day at most; what comes after that is silent and in the day's list."""
        if row.args.get("silent") or card.kind is not CardKind.LEADERSHIP:
            return not row.args.get("silent")
        since = start_of_day(self._now, self._in_force.municipality)
        appeals = await self._queries.list_put_up(card.kind, card.chat_id, since)
        heard = await self._count_heard(card.chat_id, since)
        return card.appeal_id in [appeal.id for appeal in appeals[:heard]]

    async def _count_heard(self, chat: int, since: datetime) -> int:
        """What is left for cards of the calls of the day."""
        return max(LOUD_A_DAY - await self._queries.count_overdue_calls(chat, since), 0)

    async def _words_question(self, row: OutboxRow, file: CaseFile, texts: Texts) -> list[Part]:
        prompt, under = await self._find_open_prompt(row), _number(row, "message_id")
        return drafting.words_question(file, texts, prompt=prompt, message_id=under) if prompt else []

    async def _find_open_prompt(self, row: OutboxRow) -> Prompt | None:
        prompt = await self._queries.find_prompt(row.ref_id or 0)
        return prompt if prompt and prompt.closed_at is None else None

    async def _preview(self, row: OutboxRow, file: CaseFile, texts: Texts) -> list[Part]:
        is_current = file.draft is not None and file.draft.state is DraftState.PREVIEW
        return drafting.preview(file, texts) if is_current else []

    async def _proof_offer(self, row: OutboxRow, file: CaseFile, texts: Texts) -> list[Part]:
        files = await self._queries.list_offered_files(row.chat_id, row.ref_id or 0)
        return drafting.proof_offer(file, texts, files=files)

    async def _late_files(self, row: OutboxRow, file: CaseFile, texts: Texts) -> list[Part]:
        card = await self._queries.find_holding_card(file.appeal.id, row.chat_id)
        late = [message for message in file.messages if not message.shown and _has_file(message)]
        return whole.late_files(late, file=file, reply_to=card.message_id if card else None)

    async def _returned(self, row: OutboxRow, file: CaseFile, texts: Texts) -> list[Part]:
        return_by, who = str(row.args.get("return_by") or ""), str(row.args.get("who") or "")
        late_for, part = datetime.fromisoformat(return_by) if return_by else None, find_part(row, file)
        if part is not None:
            return staff.part_returned(file, texts, part=part, now=self._now, who=who)
        return staff.returned(file, texts, now=self._now, who=who, late_for=late_for)

    async def _no_reply_rejected(self, row: OutboxRow, file: CaseFile, texts: Texts) -> list[Part]:
        return staff.no_reply_rejected(file, texts, who=str(row.args.get("who") or ""))

    async def _citizen_added(self, row: OutboxRow, file: CaseFile, texts: Texts) -> list[Part]:
        message = await self._queries.find_message(_number(row, "chat"), _number(row, "message_id"))
        return staff.citizen_added(file, texts, row_id=message.id) if message else []

    async def _citizen_edited(self, row: OutboxRow, file: CaseFile, texts: Texts) -> list[Part]:
        return staff.citizen_edited(file, texts, now=self._now)

    async def _unconsented(self, row: OutboxRow) -> list[Part]:
        count = await self._queries.count_unconsented()
        return staff.unconsented(self._in_force.texts, count=count) if count else []

    async def _staff_line(self, row: OutboxRow) -> list[Part]:
        return staff.line(self._in_force.texts, **dict(row.args))  # type: ignore[arg-type]

    async def _alarm(self, row: OutboxRow) -> list[Part]:
        count = await self._queries.count_set_aside()
        return alarms.alarm(
            self._in_force.municipality, self._in_force.texts, facts=row.args, set_aside=count
        )

    async def _lost_cards(self, row: OutboxRow) -> list[Part]:
        found = await self._queries.list_lost_cards(row.chat_id)
        return lost.lost_cards(
            self._in_force.municipality, self._in_force.texts, chat=row.ref_id or 0, cards=found
        )

    async def _refusal(self, row: OutboxRow) -> list[Part]:
        text, facts = _key_and_facts(row)
        return errors.refusal(self._in_force.municipality, self._in_force.texts, self._now, text, **facts)

    async def _close_message(self, row: OutboxRow) -> list[Part]:
        texts = await self._texts(row.chat_id)
        return messages.close_message(texts, read_args(ClosingArgs, row.args))

    # Citizens

    async def _say(self, row: OutboxRow) -> list[Part]:
        texts, (text, facts) = await self._texts(row.chat_id), _key_and_facts(row)
        return messages.say(self._in_force.municipality, texts, text, **facts)

    async def _receipt(self, row: OutboxRow, file: CaseFile, texts: Texts) -> list[Part]:
        return messages.receipt(file, texts, now=self._now, facts=read_args(ReceiptArgs, row.args))

    async def _addition_noted(self, row: OutboxRow, file: CaseFile, texts: Texts) -> list[Part]:
        message = await self._find_message(row)
        facts = read_args(AdditionArgs, row.args)
        return messages.addition_noted(file, texts, row_id=message.id, facts=facts) if message else []

    async def _question_about_message(self, row: OutboxRow) -> list[Part]:
        message, about = await self._find_message(row), await self._queries.find_appeal(_number(row, "about"))
        if message is None or message.held is None or about is None:
            return []
        ask = (
            messages.topic_question
            if row.kind is NoticeKind.TOPIC_QUESTION
            else messages.after_answer_question
        )
        texts = await self._texts(row.chat_id)
        return ask(texts, number=about.number, row_id=message.id, message_id=message.message_id)

    async def _limit_reached(self, row: OutboxRow) -> list[Part]:
        texts = await self._texts(row.chat_id)
        due_at = str(row.args["due_at"])
        return messages.limit_reached(
            self._in_force.municipality, texts, due_at=due_at, message_id=_number(row, "message_id")
        )

    async def _reaction(self, row: OutboxRow) -> list[Part]:
        return messages.reaction(message_id=_number(row, "message_id"), emoji=str(row.args["emoji"]))

    async def _consent_request(self, row: OutboxRow) -> list[Part]:
        texts = await self._texts(row.chat_id)
        return messages.consent_request(self._in_force.municipality, texts, again=bool(row.args.get("again")))

    async def _language_question(self, row: OutboxRow) -> list[Part]:
        return messages.language_question(await self._texts(row.chat_id))

    async def _find_message(self, row: OutboxRow) -> CitizenMessage | None:
        return await self._queries.find_message(row.chat_id, _number(row, "message_id"))

    async def _texts(self, chat_id: int) -> Texts:
        """A citizen is spoken to in the language that he or she chose; the staff in the municipality's."""
        person = await self._queries.find_citizen_of_chat(chat_id) if chat_id > 0 else None
        return self._in_force.translations.texts(
            (person and person.language) or self._in_force.municipality.language
        )

    @property
    def _now(self) -> datetime:
        return self._clock.now()


def _drawn(
    view: Callable[[CaseFile, Texts], list[Part]],
) -> DrawOfCase:
    async def draw(_: OutboxRow, file: CaseFile, texts: Texts) -> list[Part]:
        return view(file, texts)

    return draw


async def _second_look(row: OutboxRow, file: CaseFile, texts: Texts) -> list[Part]:
    return approval.second_look(file, texts, is_edit=bool(row.args.get("is_edit")))


def _key_and_facts(row: OutboxRow) -> tuple[str, dict[str, str | int | bool | None]]:
    """The key of a text, and what stands in it."""
    return str(row.args["text"]), {name: fact for name, fact in row.args.items() if name != "text"}


def _number(row: OutboxRow, name: str) -> int:
    return int(row.args.get(name) or 0)


def _has_file(message: CitizenMessage) -> bool:
    return message.kind in FILES or message.kind is ContentKind.LOCATION


async def _public_answer(row: OutboxRow, file: CaseFile, texts: Texts) -> list[Part]:
    return answers.public_answer(file, texts, reply_to=_number(row, "message_id"))
