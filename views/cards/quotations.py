"""The citizen's own words on a card: the message, what was added to it, what was changed in it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from domain.casefile import CaseFile, MessageEdit
from domain.drafts import Draft
from domain.messages import CitizenMessage, ContentKind, Position
from domain.words.masking import digits_of, given_numbers, mask, mask_name
from locales.texts import Html, Texts
from views.cards.commitments import whole_answer
from views.cards.media import count_files
from views.measure import divide, folded_quote, one_line, shorten, veiled_quote, visible_len
from views.moments import moment, zone

_MESSAGE_ROOM: Final = 2600
"""Units of the message itself on a card; constant, so that what was shown does not shrink when more is added."""
_MOST_ADDITIONS: Final = 10
_MOST_EDITS: Final = 2
_EDIT_ROOM: Final = 150
_LEAST_ROOM: Final = 60
_ANSWER_ROOM: Final = 600


@dataclass(frozen=True, slots=True)
class Quotations:
    """Blocks for the card, and the words that did not fit."""

    blocks: tuple[Html, ...]
    rest: tuple[str, ...] = ()


def message_text(file: CaseFile) -> str:
    """What the citizen wrote at first, with what followed at once."""
    rows = (row for row in file.messages if row.position is not Position.ADDED)
    return "\n".join(filter(None, map(words_of, rows)))


def words_of(row: CitizenMessage) -> str:
    """Text to the letter but for personal numbers; what has none of its own speaks by its detail."""
    close = mask_name if row.kind is ContentKind.CONTACT else mask
    return "\n".join(filter(None, (mask(row.text), close(row.detail))))


def shown_answer(file: CaseFile, draft: Draft, texts: Texts) -> str:
    """The answer as the staff sees it: without the citizen's own numbers, with the office's phone that it names."""
    return shown_part(file, whole_answer(draft, texts))


def shown_part(file: CaseFile, text: str) -> str:
    """Words for the answer with the citizen's own numbers closed; the offices' own stay."""
    return mask(text, only=digits_of(given_numbers(file.citizen.phone, file.messages)))


def closed_note(file: CaseFile, draft: Draft, texts: Texts) -> list[Html]:
    """That the citizen gets the answer to the letter, where it is not shown so."""
    is_whole = shown_answer(file, draft, texts) == whole_answer(draft, texts)
    return [] if is_whole else [texts("answer-numbers-closed")]


def is_veiled(file: CaseFile) -> bool:
    """Whether the citizen's words are hidden until somebody wants to see them (R53)."""
    return file.appeal.caution is not None and file.appeal.caution.is_veiled


def citizens_quote(file: CaseFile, text: str) -> Html:
    """The citizen's words in a block of their own, as much at a glance as is fit to be seen."""
    return veiled_quote(text) if is_veiled(file) else folded_quote(text)


def list_additions(file: CaseFile) -> list[CitizenMessage]:
    """What came later, in the order of its coming."""
    return [row for row in file.messages if row.position is Position.ADDED]


def quotations(
    file: CaseFile, texts: Texts, *, now: datetime, room: int, is_said: bool = False
) -> Quotations:
    """The message first, unless it `is_said` above, then as many of the newest additions as `room` units hold."""
    for_additions = _LEAST_ROOM if list_additions(file) else 0
    shown, rest = divide(
        "" if is_said else message_text(file),
        max(min(_MESSAGE_ROOM, room - 2 - for_additions), _LEAST_ROOM),
    )
    blocks = [citizens_quote(file, shown)] if shown else []
    left = room - sum(map(_cost, blocks))
    added = _additions(file, texts, now=now, room=left)
    return Quotations((*blocks, *added.blocks), (*filter(None, [rest]), *added.rest))


def _additions(file: CaseFile, texts: Texts, *, now: datetime, room: int) -> Quotations:
    rows, blocks, rest = list_additions(file), list[Html](), list[str]()
    room -= _LEAST_ROOM
    while rows and len(blocks) < _MOST_ADDITIONS and room > 2 * _LEAST_ROOM:
        block, over = _addition(rows.pop(), file, texts, now=now, room=room)
        room -= _cost(block)
        blocks.insert(0, block)
        rest[:0] = filter(None, [over])
    if rows:
        blocks.insert(0, texts("card-earlier-additions", count=len(rows)))
    return Quotations(tuple(blocks), (*filter(None, map(words_of, rows)), *rest))


def _addition(
    row: CitizenMessage, file: CaseFile, texts: Texts, *, now: datetime, room: int
) -> tuple[Html, str]:
    time, files = moment(row.received_at, now, zone(file.municipality)), count_files([row], texts)
    label = (
        texts("card-addition-files", time=time, files=files) if files else texts("card-addition", time=time)
    )
    words, rest = divide(words_of(row), room - visible_len(label) - 2)
    return (Html(f"{label}\n{citizens_quote(file, words)}") if words else label), rest


def _cost(block: str) -> int:
    """Units of a block with the line break that follows it."""
    return visible_len(block) + 1


def former_answer(file: CaseFile, texts: Texts, *, now: datetime) -> list[Html]:
    """What the citizen, who says it is not solved, has been told (R48)."""
    answer, former = file.former_answer, file.former
    if former is None:
        return []
    if answer is None or answer.published_at is None:
        return [texts("card-former-open", former=former.number)]
    time = moment(answer.published_at, now, zone(file.municipality))
    label = texts("card-former-answer", former=former.number, time=time)
    return [Html(f"{label}\n{folded_quote(shorten(shown_answer(file, answer, texts), _ANSWER_ROOM))}")]


def list_edits(file: CaseFile, texts: Texts, *, now: datetime) -> list[Html]:
    """The latest edits, old and new with the time."""
    tz = zone(file.municipality)
    if is_veiled(file):
        return []
    return [
        texts("card-edit", time=moment(edit.edited_at, now, tz), old=old, new=new)
        for edit in file.edits[-_MOST_EDITS:]
        for old, new in [_difference(edit)]
    ]


def _difference(edit: MessageEdit) -> tuple[str, str]:
    """Both wordings, without a long beginning that they share."""
    old, new = (one_line(text, len(text) + 1) for text in map(mask, (edit.old_text, edit.new_text)))
    if max(len(old), len(new)) <= _EDIT_ROOM:
        return _short_pair((old, new))
    same = next((at for at, pair in enumerate(zip(old, new, strict=False)) if pair[0] != pair[1]), len(old))
    start = max(old.rfind(" ", 0, max(same - _EDIT_ROOM // 4, 0)), 0)
    return _short_pair((f"…{text[start:].lstrip()}" if start else text) for text in (old, new))


def _short_pair(pair: Iterable[str]) -> tuple[str, str]:
    old, new = (shorten(text, _EDIT_ROOM) for text in pair)
    return old, new
