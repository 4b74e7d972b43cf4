"""Files that go before a card or an answer: albums where Telegram lets things stand together."""

from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import Final

from domain.messages import FILES, Attachment, CitizenMessage, ContentKind, Place
from locales.texts import Texts
from views.parts import Files, Part, Point

_ALBUM: Final = 10
_TOGETHER: Final = {
    ContentKind.PHOTO: "seen",
    ContentKind.VIDEO: "seen",
    ContentKind.DOCUMENT: "documents",
    ContentKind.AUDIO: "music",
}
"""Photos and videos may share an album, documents and music only with their like, all else stands alone."""


def attachments(rows: Iterable[CitizenMessage]) -> tuple[Attachment, ...]:
    """The files of a citizen's messages."""
    return tuple(Attachment(row.kind, row.file_id) for row in rows if row.kind in FILES and row.file_id)


def albums(items: Sequence[Attachment], reply_to: int | None = None) -> list[Part]:
    """The files in their order, in as few sends as Telegram allows."""
    parts: list[Part] = []
    for together, run in groupby(items, key=lambda item: _TOGETHER.get(item.kind, "")):
        files = tuple(run)
        size = _ALBUM if together else 1
        parts += [Files(files[at : at + size], reply_to) for at in range(0, len(files), size)]
    return parts


def points(rows: Iterable[CitizenMessage], reply_to: int | None = None) -> list[Part]:
    """The places that a citizen sent."""
    return [
        Point(Place(row.latitude, row.longitude), reply_to)
        for row in rows
        if row.latitude is not None and row.longitude is not None
    ]


def count_files(rows: Iterable[CitizenMessage], texts: Texts) -> str:
    """«фото 2, голосовое 1», in the order of their first coming; "" where there are none."""
    kinds = [row.kind for row in rows if row.kind in FILES or _is_place_or_own_phone(row)]
    return ", ".join(_count(kind, kinds.count(kind), texts) for kind in dict.fromkeys(kinds))


def _is_place_or_own_phone(row: CitizenMessage) -> bool:
    """Somebody else's contact has its name and number in words."""
    return row.kind is ContentKind.LOCATION or (row.kind is ContentKind.CONTACT and not row.detail)


def _count(kind: ContentKind, count: int, texts: Texts) -> str:
    return texts.plain(f"file-{kind.value}", count=count)
