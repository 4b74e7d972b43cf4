"""What a citizen adds or changes after a department by mail has got the card: it sees no card, so a letter follows (R30)."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from domain.appeal import Appeal
from domain.mailing.mailings import Mailing, MailingState
from services.ports import UnitOfWork

GATHER = timedelta(minutes=2)
"""People write in several goes: from the first of them on so long a letter waits for the others."""
_HAS_LEFT = frozenset({MailingState.SENDING, MailingState.SENT})


async def tell_by_mail(uow: UnitOfWork, appeal: Appeal, message_ids: Sequence[int], now: datetime) -> None:
    """In the caller's transaction: one letter for all that comes within `GATHER`, to each department by mail that works on it.

    A card that has not left yet is written when it does, and tells of it by itself. `message_ids`: in the citizen's chat.
    """
    town = uow.municipality
    by_mail = {one.code: one.email for one in town.departments if town.works_by_mail(one)}
    if not by_mail or not appeal.is_open:
        return
    stays = await uow.assignments.list_of_appeal(appeal.id)
    working = {one.department for one in stays if one.is_open} & by_mail.keys()
    letters = await uow.mailings.list_of_appeal(appeal.id) if working else []
    for code in sorted(working):
        own = [one for one in letters if one.department == code and one.address == by_mail[code]]
        _add(uow, own, message_ids, now)


def _add(uow: UnitOfWork, letters: Sequence[Mailing], message_ids: Sequence[int], now: datetime) -> None:
    cards = [one for one in letters if one.follows is None]
    first = next((one for one in reversed(cards) if one.state in _HAS_LEFT), None)
    if first is None or any(one.state is MailingState.WAITING for one in cards):
        return
    following = [one for one in letters if one.follows == first.id and one.state is MailingState.WAITING]
    if following:
        uow.mailings.extend(following[0], message_ids)
    else:
        uow.mailings.follow(first, message_ids, now, now + GATHER)
