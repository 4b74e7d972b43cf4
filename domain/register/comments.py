"""Comments under the posts of official channels: which may be a matter, how many wait, where each stands (R09, R46)."""

import re
from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from typing import Final

from domain.ids import ChatId, UserId
from domain.messages import CitizenMessage, IncomingMessage
from domain.register.entry import Entry
from domain.routing import Route
from domain.words.cautions import Caution

MOST_OF_AUTHOR: Final = 3
"""Comments of one person that wait for a coordinator at once."""
MOST_WAITING: Final = 20
"""Of everybody together: a heated discussion must not bury the work of the day."""
_TOGETHER: Final = timedelta(seconds=20)
"""Pictures that somebody sends right after the words belong to them."""
_PRIVATE_PREFIX: Final = "-100"
_PLACE: Final = re.compile(r"/\d+(?=\?|$)")


def is_likely_matter(route: Route, caution: Caution | None) -> bool:
    """Whether a person should look at it: it speaks of a topic of the town, or of what nobody may overlook."""
    return route.best is not None or caution is not None


def has_room(waiting: Sequence[Entry], author: UserId) -> bool:
    """Whether one more of this author may be put up."""
    own = [entry for entry in waiting if entry.author_id == author]
    return len(waiting) < MOST_WAITING and len(own) < MOST_OF_AUTHOR


def find_begun(waiting: Sequence[Entry], message: IncomingMessage, now: datetime) -> Entry | None:
    """The comment that a further picture belongs to: of the same album, or sent without words right after it."""
    own = [entry for entry in waiting if entry.author_id == message.user_id]
    if message.media_group_id is not None:
        return next((entry for entry in own if entry.album == message.media_group_id), None)
    is_picture = message.file_id is not None and not message.text
    return next((one for one in own if is_picture and now - one.last_at <= _TOGETHER), None)


def comment_link(chat: int, message: int, thread: int | None, username: str | None) -> str:
    """How the messenger names a comment: by the group's own name, or by its number for those who are in it."""
    place = username or f"c/{str(chat).removeprefix(_PRIVATE_PREFIX)}"
    return f"https://t.me/{place}/{message}" + (f"?thread={thread}" if thread else "")


def link_beside(link: str | None, message: int) -> str | None:
    """Another message in the thread of a comment, by the link to the comment; None where that is no such link."""
    is_ours = link is not None and link.startswith("https://t.me/") and _PLACE.search(link) is not None
    return _PLACE.sub(f"/{message}", link, count=1) if link is not None and is_ours else None


def find_comment(messages: Iterable[CitizenMessage], public: Sequence[ChatId]) -> CitizenMessage | None:
    """The comment by which a matter came, which its answer can hang under; None: it came by another way."""
    return next((row for row in messages if row.chat_id in public), None)
