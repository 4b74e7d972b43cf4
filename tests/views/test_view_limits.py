"""Whatever people write: Telegram takes every message, and nothing of theirs becomes markup."""

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from domain.casefile import CaseFile, Menu
from domain.drafts import DraftKind, DraftState
from domain.ids import AppealId, DraftId, UserId
from domain.instructions import Instruction
from domain.messages import ContentKind
from domain.notices import CardKind
from domain.register.publications import Publication
from domain.status import Status
from domain.ways import Way
from tests.views.cases import (
    APPROVALS,
    NOW,
    RUSSIAN,
    accepted,
    addition,
    appeal,
    card,
    case,
    citizen,
    draft,
    edit_of,
    entities,
    files,
    labels,
    message,
    municipality,
    photo,
    prompt,
    read,
)
from tests.views.strategies import long_texts, short_texts
from views.cards.board import edit_card, put_up
from views.citizen import answers, own
from views.measure import divide, visible_len
from views.parts import Part, Text
from views.work import drafting, staff

OURS = {"bold", "blockquote", "expandable_blockquote"}
FOUND_BY_TELEGRAM = {"url", "email", "mention", "bot_command", "hashtag", "phone_number"}

slowly = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def publication(words: str, name: str, *, is_waived: bool) -> Publication:
    return Publication(
        appeal_id=AppealId(42),
        draft_id=DraftId(7),
        sender=words,
        published_by=name,
        published_at=NOW,
        link=words,
        waived_for=words if is_waived else None,
        settled_by=name,
        settled_at=NOW,
        told_by=name,
        told_at=NOW if len(words) % 2 else None,
    )


def instruction(words: str) -> Instruction:
    return Instruction(
        appeal_id=AppealId(42),
        words=words,
        given_by_id=UserId(1),
        given_by="Глебов Г. П.",
        given_at=NOW,
        due_at=NOW,
        due_has_hour=True,
        done_by=words,
        done_at=NOW if len(words) % 2 else None,
        report=words,
    )


@st.composite
def cases(draw: st.DrawFn) -> CaseFile:
    """Every field that people fill in, at its worst."""
    status = draw(st.sampled_from(Status))
    rows = [
        message(draw(long_texts()), detail=draw(short_texts), forwarded_from=draw(short_texts)),
        *(addition(draw(long_texts())) for _ in range(draw(st.integers(0, 3)))),
        *(addition("ещё") for _ in range(draw(st.sampled_from([0, 20])))),
        *(photo(str(number)) for number in range(draw(st.integers(0, 3)))),
        message("", kind=ContentKind.STICKER, file_id="s"),
    ]
    changes: dict[str, Any] = (
        accepted(status=status, executor_name=draw(short_texts)) if draw(st.booleans()) else {}
    )
    edits = tuple(edit_of(draw(long_texts()), draw(long_texts())) for _ in range(draw(st.integers(0, 3))))
    return case(
        *rows,
        **changes,
        citizen=citizen(name=draw(short_texts), phone=draw(st.sampled_from([None, "+79123456712"]))),
        edits=edits,
        draft=draft(draw(long_texts()), reason=draw(short_texts), decided_by=draw(short_texts)),
        former=appeal(number="2026-00017"),
        address=draw(short_texts),
        gist=draw(short_texts),
        urgent=draw(st.booleans()),
        return_reason=draw(long_texts()),
        controlled_by=draw(short_texts),
        mayor_told_by=draw(short_texts),
        mayor_told_at=draw(st.sampled_from([None, NOW])),
        mayor_reason=draw(long_texts()),
        instructions=tuple(instruction(draw(long_texts())) for _ in range(draw(st.integers(0, 4)))),
        returns=3,
        question_waits=True,
        topic=draw(st.sampled_from([None, "water"])),
        way=Way.COMMENT,
        reached_at=draw(st.sampled_from([None, NOW])),
        publications=(publication(draw(long_texts()), draw(short_texts), is_waived=draw(st.booleans())),),
    )


def ensure_telegram_takes(parts: list[Part], number: str = "2026-00042") -> None:
    for part in parts:
        if isinstance(part, Text):
            assert number in read(part)
            assert visible_len(part.html) <= 4096
            assert sum(map(len, labels(part))) <= 100
            assert {one["type"] for one in entities(part)} <= OURS | FOUND_BY_TELEGRAM


@slowly
@given(cases(), st.sampled_from(CardKind))
def test_a_card_is_always_taken(file: CaseFile, kind: CardKind) -> None:
    shown = card(kind, menu=Menu.DEPARTMENTS)

    ensure_telegram_takes(put_up(file, RUSSIAN, card=shown, now=NOW))
    edit = edit_card(file, RUSSIAN, card=shown, now=NOW)
    assert edit is not None
    assert len(read(edit).encode("utf-16-le")) <= 2 * 4096


@pytest.mark.parametrize("length", [2599, 2600, 2601, 3900, 4096, 5200, 8192])
def test_an_approval_card_with_the_longest_of_everything_is_taken(length: int) -> None:
    long = "Ы" * 500
    file = case(
        message(long * 10),
        addition(long * 10),
        **accepted(status=Status.IN_PROGRESS),
        draft=draft(
            "Щ" * length,
            state=DraftState.RETURNED,
            author_name=long,
            replaced_by=long,
            decided_by=long,
            reason=long,
            version=2,
            attachments=files(1),
        ),
        address=long,
        urgent=True,
    )
    parts = put_up(file, RUSSIAN, card=card(CardKind.APPROVAL), now=NOW)

    ensure_telegram_takes(parts)
    assert "".join(read(part) for part in parts if isinstance(part, Text)).count("Щ") == length


@slowly
@given(cases(), st.sampled_from(DraftKind))
def test_an_answer_is_always_taken(file: CaseFile, kind: DraftKind) -> None:
    assert file.draft is not None
    file.draft.kind = kind

    ensure_telegram_takes(answers.answer(file, RUSSIAN))


@slowly
@given(long_texts())
def test_an_answer_arrives_to_the_letter_but_for_the_space_at_a_cut(text: str) -> None:
    pages = [part for part in answers.answer(case(draft=draft(text)), RUSSIAN) if isinstance(part, Text)]
    visible = "".join(read(page).replace("2026-00042, продолжение", "") for page in pages)

    assert (letters(text) in letters(visible)) is True


def letters(text: str) -> str:
    """What Telegram keeps, without white space: it drops direction marks from every message by itself."""
    return "".join(read_as_telegram(text).split())


def read_as_telegram(text: str) -> str:
    dropped = {"\r", "\u0333", "\u033f", "\u030a", *map(chr, range(0x2028, 0x202F))}
    return "".join(" " if char < " " and char != "\n" else char for char in text if char not in dropped)


@slowly
@given(cases())
def test_everything_else_the_staff_reads_is_always_taken(file: CaseFile) -> None:
    asked = prompt(words=file.appeal.return_reason, user_name=file.citizen.name, chat_id=APPROVALS)
    assert file.draft is not None
    file.draft.state = DraftState.PREVIEW

    ensure_telegram_takes(drafting.preview(file, RUSSIAN))
    ensure_telegram_takes(drafting.remark_question(file, RUSSIAN, prompt=asked))
    ensure_telegram_takes(staff.returned(file, RUSSIAN, now=NOW, who=file.citizen.name, late_for=NOW))
    ensure_telegram_takes(staff.revision(file, RUSSIAN))
    ensure_telegram_takes(staff.citizen_edited(file, RUSSIAN, now=NOW))
    ensure_telegram_takes(staff.citizen_added(file, RUSSIAN))


@slowly
@given(st.lists(cases(), min_size=1, max_size=3))
def test_a_citizens_list_is_always_taken(files_: list[CaseFile]) -> None:
    page = own.OwnPage(tuple(file.appeal for file in files_ * 3)[: own.ON_A_PAGE], 1)
    ensure_telegram_takes(own.own_list(municipality(), RUSSIAN, page=page, now=NOW))
    for file in files_:
        ensure_telegram_takes(own.own_whole(file, RUSSIAN, now=NOW))


@slowly
@given(long_texts(2000), st.integers(60, 400))
def test_what_is_divided_loses_nothing_but_white_space(text: str, limit: int) -> None:
    head, rest = divide(text, limit)

    assert len(head.encode("utf-16-le")) <= 2 * limit
    assert "".join(f"{head}{rest}".split()) == "".join(text.split())


def test_files_of_a_draft_come_in_albums() -> None:
    parts = answers.answer(case(draft=draft(attachments=files(12))), RUSSIAN)

    assert len(parts) == 3
