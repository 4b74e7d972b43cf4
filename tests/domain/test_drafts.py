"""Files and words that one person sends apart are one draft for three minutes."""

from datetime import timedelta

import pytest

from domain.drafts import Draft, with_proof
from domain.ids import AppealId, UserId
from domain.messages import Attachment, ContentKind
from tests.domain.people import NOW

OLD, NEW = (Attachment(ContentKind.PHOTO, name) for name in ("старое", "новое"))


def a_draft(text="", *attachments):
    return Draft(AppealId(1), 1, text, UserId(201), "Петров И. С.", NOW, attachments=attachments)


@pytest.mark.parametrize(
    ("earlier", "text", "attachments", "expected"),
    [
        (None, "Сделали", (NEW,), ("Сделали", (NEW,))),
        (a_draft("Сделали"), "", (NEW,), ("Сделали", (NEW,))),
        (a_draft("Сделали", OLD), " ", (NEW,), ("Сделали", (OLD, NEW))),
        (a_draft("", OLD), "Сделали", (), ("Сделали", (OLD,))),
        (a_draft("", OLD), "", (NEW,), ("", (OLD, NEW))),
        (a_draft("Делаем", OLD), "Сделали", (NEW,), ("Сделали", (NEW,))),
    ],
    ids=["alone", "photo after words", "second photo", "words after photo", "two photos", "newer words"],
)
def test_what_belongs_together(earlier, text, attachments, expected):
    assert with_proof(earlier, text, attachments, NOW + timedelta(minutes=3)) == expected


def test_after_three_minutes_nothing_is_drawn_in():
    later = NOW + timedelta(minutes=3, seconds=1)
    assert with_proof(a_draft("Сделали"), "", (NEW,), later) == ("", (NEW,))
