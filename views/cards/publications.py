"""Where a person has published the answer: what shows it, and whether whoever passed the message on was told (R26)."""

from datetime import datetime
from typing import Final

from domain.casefile import CaseFile
from domain.register.publications import Publication
from domain.words.masking import mask
from locales.texts import Html, Texts
from views.measure import one_line
from views.moments import day_in_figures, moment, zone

_NAME_ROOM: Final = 100
_LINK_ROOM: Final = 200
_REASON_ROOM: Final = 200


def publication_lines(file: CaseFile, texts: Texts, now: datetime) -> list[Html]:
    """Of the newest one."""
    if not file.publications:
        return []
    last = file.publications[-1]
    return [evidence_line(last, texts), *sender_lines(file, last, texts, now)]


def evidence_line(publication: Publication, texts: Texts) -> Html:
    """Pictures, a link, why there is neither, or that they are waited for."""
    if publication.settled_at is None:
        return texts("publication-waits")
    if publication.waived_for is not None:
        name = one_line(publication.settled_by or "", _NAME_ROOM) or texts.plain("someone")
        reason = one_line(mask(publication.waived_for), _REASON_ROOM)
        return texts("publication-without", reason=reason, name=name)
    link = one_line(publication.link or "", _LINK_ROOM)
    files = len(publication.attachments)
    if link and files:
        return texts("publication-shown-both", count=files, link=link)
    return texts("publication-linked", link=link) if link else texts("publication-shown", count=files)


def sender_lines(file: CaseFile, publication: Publication, texts: Texts, now: datetime) -> list[Html]:
    """Nothing where nobody passed it on, or nothing can be told yet."""
    if publication.sender is None or publication.settled_at is None:
        return []
    sender = one_line(publication.sender, _NAME_ROOM)
    if publication.told_at is None:
        return [texts("publication-sender-waits", sender=sender)]
    facts = {
        "sender": sender,
        "name": one_line(publication.told_by or "", _NAME_ROOM) or texts.plain("someone"),
        "time": moment(publication.told_at, now, zone(file.municipality)),
    }
    if publication.outgoing_number is None or publication.outgoing_date is None:
        return [texts("publication-sender-told", **facts)]
    number, day = one_line(publication.outgoing_number, _NAME_ROOM), publication.outgoing_date
    return [texts("publication-sender-told-under", outgoing=number, day=day_in_figures(day), **facts)]
