"""When a staff chat rings: people who are called forty times a day mute the chat, and miss what matters (R10, R32)."""

from datetime import timedelta
from typing import Final

from domain.municipality import Municipality
from domain.notices import CardKind, NoticeKind

REST: Final = timedelta(minutes=30)
"""After a sound the chat, or the topic of a forum group, is left alone for so long by what can wait: whoever comes sees all of it."""

_CAN_WAIT: Final = frozenset(
    {NoticeKind.DIGEST, NoticeKind.NUDGE, NoticeKind.OVERDUE, NoticeKind.CITIZEN_ADDED}
)
"""Reminders, and what a citizen adds: the card of what they are about has rung itself."""
_OF_THE_LEADERSHIP: Final = frozenset({NoticeKind.OVERDUE, NoticeKind.SUMMARY, NoticeKind.SURGE})
_THEIR_CARDS: Final = frozenset({CardKind.LEADERSHIP, CardKind.MAYOR})


def can_wait(town: Municipality, chat: int, kind: NoticeKind, card: CardKind | None) -> bool:
    """Whether it rings only in a group that has been left alone for a while: reminders, and what waits for the
    coordinators, who go through it in one go. A private chat has its own measure, the leadership's is by the day.
    """
    if chat not in town.staff_chats or is_counted(town, chat, kind, card):
        return False
    return kind in _CAN_WAIT or card is CardKind.COORDINATORS


def is_counted(town: Municipality, chat: int, kind: NoticeKind, card: CardKind | None) -> bool:
    """Whether it is one of the few calls that the leadership hears in a day."""
    chats = town.chats
    apart = chat == chats.leadership and chat not in {chats.coordinators, chats.approvals}
    return apart and (kind in _OF_THE_LEADERSHIP or card in _THEIR_CARDS)
