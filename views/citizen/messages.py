"""What a citizen is told between the first word and the answer: plain, short, always with the number."""

from collections.abc import Sequence
from datetime import datetime

from domain.appeal import Appeal
from domain.casefile import CaseFile
from domain.kinds import AppealKind
from domain.municipality import Municipality
from domain.notice_args import AdditionArgs, ClosingArgs, ReceiptArgs
from domain.status import TRANSITIONS, Action
from locales.texts import Html, Texts, join_html
from views.cards.lines import about
from views.cards.quotations import message_text
from views.citizen.keyboards import (
    addition_keyboard,
    after_answer_keyboard,
    citizen_keyboard,
    consent_keyboard,
    language_keyboard,
    topic_keyboard,
    withdraw_keyboard,
)
from views.citizen.own import status_words
from views.citizen.terms import find_last, last_day
from views.measure import LIMIT, one_line, shorten
from views.moments import coming, zone
from views.parts import Deletion, Edit, Part, Reaction, Text

_CONSENT_ROOM = LIMIT - 1200
_PLACE_ROOM = 64
_WITH_OTHER_WAYS = frozenset({"citizen-start", "citizen-barred"})
"""Texts under which it stands where else one can turn to."""


def say(
    municipality: Municipality, texts: Texts, text: str, /, **facts: str | int | bool | None
) -> list[Part]:
    """A plain answer by the key of its text, with the lasting keyboard; some carry the note on other ways too."""
    known = {name: _plain(value) for name, value in facts.items()}
    known |= {"municipality": municipality.name, "phone": municipality.emergency_phone}
    note = _not_formal(municipality, texts) if text in _WITH_OTHER_WAYS else []
    markup = citizen_keyboard(texts) if municipality.is_open else None
    return [Text(join_html("\n\n", [texts(text, **known), *note]), markup)]


def receipt(
    file: CaseFile,
    texts: Texts,
    *,
    now: datetime,
    facts: ReceiptArgs,
) -> list[Part]:
    """The one message at registration; the first also says what this is and asks nothing more of the law."""
    lines = [
        _accepted(file, texts, now),
        *(
            [texts("receipt-opens", when=_opening(file.municipality, texts, facts.opens_at, now))]
            if facts.opens_at
            else []
        ),
        *([texts("receipt-address")] if facts.asks_address else []),
        *([texts("receipt-spoken")] if facts.spoken else []),
        *(_first_contact(file.municipality, texts) if facts.notice else []),
    ]
    return [Text(join_html("\n\n", lines), citizen_keyboard(texts, asks_place=facts.asks_address))]


def _accepted(file: CaseFile, texts: Texts, now: datetime) -> Html:
    number, former, day = file.appeal.number, file.former, _answered_by(file, texts, now)
    if former is None and file.appeal.kind is AppealKind.THANKS:
        return texts("receipt-thanks", number=number)
    if former is None:
        accepted = texts("receipt-accepted", number=number)
        return texts("receipt-accepted-until", number=number, day=day) if day else accepted
    lines = [
        texts("receipt-again", number=number, former=former.number),
        *([texts("receipt-until", day=day)] if day else []),
        *([] if message_text(file) else [texts("receipt-what-is-left")]),
    ]
    return join_html(" ", lines)


def _answered_by(file: CaseFile, texts: Texts, now: datetime) -> str:
    """By which day; whoever threatens or despairs hears of a person, and of no term."""
    if file.appeal.caution is not None:
        return ""
    return last_day(file.municipality, texts, find_last(file.deadlines), now)


def _opening(municipality: Municipality, texts: Texts, opens_at: str, now: datetime) -> str:
    return coming(datetime.fromisoformat(opens_at), now, zone(municipality), texts)


def _first_contact(municipality: Municipality, texts: Texts) -> list[Html]:
    own = shorten(municipality.consent.text, _CONSENT_ROOM)
    notice = texts("consent-notice", municipality=municipality.name)
    return [*_not_formal(municipality, texts), join_html("", [own]) if own else notice]


def _not_formal(municipality: Municipality, texts: Texts) -> list[Html]:
    url = municipality.official_appeal_url
    link = [texts("citizen-formal-link", url=url)] if url else []
    return [join_html("\n", [texts("citizen-not-formal", phone=municipality.emergency_phone), *link])]


def consent_request(municipality: Municipality, texts: Texts, *, again: bool = False) -> list[Part]:
    """A message of its own with its own button; until then nobody reads a word (152-ФЗ, ст. 9)."""
    own = shorten(municipality.consent.text, _CONSENT_ROOM)
    lines = [
        texts("consent-request-again") if again else texts("consent-request"),
        join_html("", [own]) if own else texts("consent-text", municipality=municipality.name),
        texts("consent-keep", days=municipality.consent.keep_days),
        *_not_formal(municipality, texts),
    ]
    return [Text(join_html("\n\n", lines), consent_keyboard(texts))]


def addition_noted(
    file: CaseFile,
    texts: Texts,
    *,
    row_id: int,
    facts: AdditionArgs,
) -> list[Part]:
    """Taken for an addition; `Новый вопрос` puts that right. What was not solved is open again: these are its first words."""
    is_first = file.former is not None and [row.id for row in file.messages[:1]] == [row_id]
    key = "addition-answers" if facts.answers else "addition-place" if facts.place else "addition-noted"
    key = "addition-opened-again" if is_first else key
    html = texts(key, number=file.appeal.number)
    return [Text(html, addition_keyboard(texts, row_id), reply_to=facts.message_id)]


def topic_question(texts: Texts, *, number: str, row_id: int, message_id: int | None = None) -> list[Part]:
    """Its topic differs: an addition, or a question of its own?"""
    return [Text(texts("topic-question", number=number), topic_keyboard(texts, row_id), reply_to=message_id)]


def after_answer_question(
    texts: Texts, *, number: str, row_id: int, message_id: int | None = None
) -> list[Part]:
    """Words after an answer: not solved, a new question, or thanks?"""
    html = texts("after-answer-question", number=number)
    return [Text(html, after_answer_keyboard(texts, row_id), reply_to=message_id)]


def limit_reached(
    municipality: Municipality, texts: Texts, *, due_at: str, message_id: int | None = None
) -> list[Part]:
    """Kept, and when it gets its number."""
    time = datetime.fromisoformat(due_at).astimezone(zone(municipality)).strftime("%H:%M")
    html = texts("limit-reached", time=time, phone=municipality.emergency_phone)
    return [Text(html, citizen_keyboard(texts), reply_to=message_id)]


def reaction(*, message_id: int, emoji: str) -> list[Part]:
    """Thanks are answered without words."""
    return [Reaction(message_id, emoji)]


def close_message(texts: Texts, closing: ClosingArgs) -> list[Part]:
    """A question that is settled: what came of it, or nothing at all."""
    if not closing.text:
        return [Deletion(closing.message_id)]
    html = texts(closing.text, number=closing.number, place=one_line(closing.place, _PLACE_ROOM))
    return [Edit(closing.message_id, html)]


def withdraw_question(
    municipality: Municipality, texts: Texts, *, appeals: Sequence[Appeal], number: str | None = None
) -> list[Part]:
    """`/withdraw`: of the citizen's own messages those that can still be taken back; a named one alone."""
    able = [appeal for appeal in appeals if appeal.status in TRANSITIONS[Action.WITHDRAW].moves]
    if not able:
        return [Text(_nothing_to_withdraw(municipality, texts, appeals, number), citizen_keyboard(texts))]
    named = [texts("withdraw-one", number=one.number, about=about(municipality, one, texts)) for one in able]
    html = join_html("\n\n", [join_html("\n", named), texts("withdraw-question")])
    return [Text(html, withdraw_keyboard(texts, able))]


def _nothing_to_withdraw(
    municipality: Municipality, texts: Texts, appeals: Sequence[Appeal], number: str | None
) -> Html:
    if number is None:
        return texts("withdraw-nothing")
    if not appeals:
        return texts("citizen-status-unknown")
    return texts("withdraw-too-late", number=number, status=status_words(municipality, texts, appeals[0]))


def language_question(texts: Texts) -> list[Part]:
    """In which language the bot itself speaks."""
    return [Text(texts("citizen-language"), language_keyboard(texts))]


def _plain(value: object) -> str | int:
    return value if isinstance(value, str) or type(value) is int else "" if value is None else str(value)
