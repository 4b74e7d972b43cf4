"""`Отправить почтой`: the addresses of those who have the appeal (R17, R30)."""

from typing import Final

from domain.casefile import Card, CaseFile
from domain.mailing.recipients import Recipient, list_recipients
from domain.status import TRANSITIONS, Action
from locales.texts import Texts
from views.buttons import Rows, button, in_rows
from views.mailing.callbacks import MailCallback
from views.measure import one_line

_LABEL_ROOM: Final = 60
_MOST: Final = 20


def recipients_of(file: CaseFile) -> list[Recipient]:
    """Nobody where no mail server is set, no department has it, or none of its people has an address."""
    if not file.sends_mail or file.appeal.status not in TRANSITIONS[Action.SEND_BY_MAIL].moves:
        return []
    codes = [file.appeal.department, *(one.department for one in file.assignments if one.is_open)]
    return list_recipients(file.municipality, codes)[:_MOST]


def mail_menu(file: CaseFile, texts: Texts, _: Card) -> Rows:
    """A press sends a copy of the card."""
    buttons = [
        button(
            one_line(texts.plain("mail-choice", name=one.name, address=one.address), _LABEL_ROOM),
            MailCallback(appeal=file.appeal.id, to=one.key),
        )
        for one in recipients_of(file)
    ]
    return in_rows(buttons, 1)
