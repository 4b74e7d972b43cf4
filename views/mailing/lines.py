"""What the cards say of letters: whether they left, and what to do where they did not."""

from datetime import datetime
from typing import Final

from domain.casefile import Card, CaseFile
from domain.mailing.mailings import Mailing, MailingState
from domain.notices import CardKind
from locales.texts import Html, Texts
from views.measure import one_line
from views.moments import moment, zone

_ROOM: Final = 80


def mail_lines(file: CaseFile, texts: Texts, card: Card, now: datetime) -> list[Html]:
    """The latest letter to each address, where coordinators read it and on the card of the department it went to."""
    latest = {
        one.address: one
        for one in file.mailings
        if _concerns(one, card) and one.state is not MailingState.DROPPED
    }
    return [_line(one, file, texts, now) for one in latest.values()]


def _concerns(mailing: Mailing, card: Card) -> bool:
    if card.kind is CardKind.DEPARTMENT:
        return card.department == mailing.department
    return card.kind in {CardKind.COORDINATORS, CardKind.QUEUE}


def _line(mailing: Mailing, file: CaseFile, texts: Texts, now: datetime) -> Html:
    tz, address = zone(file.municipality), one_line(mailing.address, _ROOM)
    if mailing.state is MailingState.SENT and mailing.sent_at is not None:
        return texts("card-mail-sent", address=address, time=moment(mailing.sent_at, now, tz))
    if mailing.state is MailingState.FAILED:
        trouble = mailing.trouble.value if mailing.trouble else ""
        return texts("card-mail-failed", address=address, trouble=trouble, code=mailing.code)
    return texts("card-mail-stuck" if mailing.is_stuck else "card-mail-waiting", address=address)
