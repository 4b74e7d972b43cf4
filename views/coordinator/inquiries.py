"""`Запрос в…`: the bodies that are asked most, words for another, and what was noted by mistake (R80)."""

from typing import Final

from domain.casefile import Card, CaseFile
from locales.texts import Html, Texts
from views.buttons import Rows, button, in_rows
from views.callbacks import AppealAction, AppealCallback
from views.measure import one_line
from views.moments import zone
from views.register.callbacks import BodyInquiryCallback, DropInquiryCallback, InquiryCallback

_LABEL_ROOM: Final = 40
_BODY_ROOM: Final = 40
_NAMED: Final = 3
_KNOWN: Final = 12
_DROPPED: Final = 6


def inquiry_menu(file: CaseFile, texts: Texts, _: Card) -> Rows:
    """A body by a press, those that are asked most before the rest of the directory; `Другой орган…`; what stands can be taken off."""
    usual = [
        button(one_line(one.body, _LABEL_ROOM), InquiryCallback(appeal=file.appeal.id, like=one.id))
        for one in file.usual_inquiries
    ]
    asked = {one.body.casefold() for one in file.usual_inquiries}
    known = [
        button(one_line(body.name, _LABEL_ROOM), BodyInquiryCallback(appeal=file.appeal.id, body=body.code))
        for body in file.municipality.bodies
        if body.name.casefold() not in asked
    ][:_KNOWN]
    other = AppealCallback(action=AppealAction.INQUIRE, appeal=file.appeal.id)
    drops = [
        button(
            texts.plain("inquiry-drop", body=one_line(one.body, _LABEL_ROOM)),
            DropInquiryCallback(inquiry=one.id),
        )
        for one in file.inquiries[-_DROPPED:]
    ]
    return [
        *in_rows([*usual, *known], 1),
        [button(texts.plain("button-inquiry-other"), other)],
        *in_rows(drops, 1),
    ]


def inquiry_marks(file: CaseFile, texts: Texts) -> list[Html]:
    """To whom papers left for it, and when; of those from a file their number alone is known."""
    if not file.appeal.requests:
        return []
    tz = zone(file.municipality)
    named = [
        f"{one_line(one.body, _BODY_ROOM)} ({one.asked_at.astimezone(tz):%d.%m})"
        for one in file.inquiries[-_NAMED:]
    ]
    if not named:
        return [texts("card-mark-requests", count=file.appeal.requests)]
    more = file.appeal.requests - len(named)
    return [texts("card-mark-inquiries", bodies=", ".join(named), more=more)]
