"""The single lines of a card: what the phone's notification shows, marks, who wrote, what is attached."""

from datetime import datetime
from typing import Final

from domain.appeal import Appeal
from domain.casefile import Card, CaseFile
from domain.municipality import Category, Municipality
from domain.notices import CardKind
from domain.register.marks import ApplicantKind
from domain.status import OPEN
from domain.words.addresses import find_address
from domain.words.masking import closed_phone, mask, mask_name
from locales.texts import Html, Texts, join_html
from views.cards.media import count_files
from views.cards.people import person
from views.cards.quotations import is_veiled, message_text
from views.coordinator.applicants import applicant_name
from views.coordinator.inquiries import inquiry_marks
from views.coordinator.kinds import kind_name
from views.measure import one_line
from views.moments import moment, zone

_TOPIC_ROOM: Final = 100
_BEGINNING_ROOM: Final = 40
_ADDRESS_ROOM: Final = 120
_GIST_ROOM: Final = 100
_NAME_ROOM: Final = 64
_NOTE_ROOM: Final = 300
_ABOVE_DEPARTMENTS: Final = frozenset(
    {CardKind.COORDINATORS, CardKind.QUEUE, CardKind.LEADERSHIP, CardKind.MAYOR}
)


def headline(file: CaseFile, texts: Texts) -> Html:
    """Topic and address, marked where it is urgent."""
    line = plain_headline(file, texts)
    return texts("card-headline-urgent", headline=line) if file.appeal.urgent else line


def plain_headline(file: CaseFile, texts: Texts) -> Html:
    """Topic and address; where no topic is known, what it is about, which may name the place already."""
    topic, address = subject(file, texts), one_line(mask_name(file.appeal.address or ""), _ADDRESS_ROOM)
    if address and address not in topic and find_address(topic) != address:
        return texts("card-headline", topic=topic, address=address)
    return texts("card-headline-no-address", topic=topic)


def says_it_all(file: CaseFile) -> bool:
    """Whether the headline is the citizen's whole message: no topic is known, and the words fit in a line."""
    has_topic = file.municipality.find_topic(file.appeal.topic) is not None
    words = " ".join(message_text(file).split())
    return not (has_topic or is_veiled(file)) and words == one_line(mask(file.appeal.gist), _TOPIC_ROOM)


def subject(file: CaseFile, texts: Texts) -> str:
    """The topic's name, else the gist, else that there is none."""
    topic = file.municipality.find_topic(file.appeal.topic)
    named = one_line(topic.name, _TOPIC_ROOM) if topic else _gist_as_subject(file)
    return named or texts.plain("card-no-topic")


def _gist_as_subject(file: CaseFile) -> str:
    """Its first words only, where the whole of it stands below anyway."""
    if is_veiled(file):
        return ""
    gist = one_line(mask(file.appeal.gist), _TOPIC_ROOM)
    said = " ".join(message_text(file).split())
    is_beginning = said != gist and said.startswith(gist.rstrip("…"))
    shown = one_line(gist, _BEGINNING_ROOM)
    if not is_beginning or shown == gist:
        return gist
    whole_words = shown[:-1].rpartition(" ")[0].rstrip(" ,.:;—-")
    return f"{whole_words}…" if whole_words else shown


def gist_lines(file: CaseFile) -> list[str]:
    """The gist where it says anything that the message does not."""
    gist = one_line(mask(file.appeal.gist), _GIST_ROOM)
    said = " ".join(message_text(file).split())
    has_topic = file.municipality.find_topic(file.appeal.topic) is not None
    if is_veiled(file):
        return []
    return [gist] if gist and has_topic and gist.rstrip("…") not in said else []


def mark_lines(file: CaseFile, texts: Texts) -> list[Html]:
    """Repeat, urgent, changed by the citizen, under control and the like, in one line or none."""
    marks = [*_marks_of_citizen(file, texts), *_marks_of_staff(file, texts)]
    return [join_html(" · ", marks)] if marks else []


def _marks_of_citizen(file: CaseFile, texts: Texts) -> list[Html]:
    origins = dict.fromkeys(one_line(row.forwarded_from or "", _NAME_ROOM) for row in file.messages)
    sources = [texts("card-mark-forwarded", origin=mask_name(origin)) for origin in origins if origin]
    return [
        *([texts("card-mark-repeat", former=file.former.number)] if file.former else []),
        *([texts(f"card-mark-caution-{file.appeal.caution.value}")] if file.appeal.caution else []),
        *([texts("card-mark-far", km=file.far_km)] if file.far_km else []),
        *_barred(file, texts),
        *_marks_of_register(file.appeal, texts),
        *inquiry_marks(file, texts),
        *sources[:2],
    ]


def _marks_of_register(appeal: Appeal, texts: Texts) -> list[Html]:
    """What the register tells of a letter, so that whoever answers it knows in which form (R74–R76)."""
    sender, number = appeal.forwarded_from or "", appeal.external_number or ""
    applicant = applicant_name(appeal.applicant_kind, texts)
    marks: list[tuple[object, Html]] = [
        (
            appeal.territory,
            texts("card-mark-territory", territory=one_line(appeal.territory or "", _NAME_ROOM)),
        ),
        (appeal.applicant_kind is not ApplicantKind.CITIZEN, texts("card-mark-applicant", kind=applicant)),
        (appeal.formal, texts("card-mark-formal")),
        (appeal.collective, texts("card-mark-collective")),
        (appeal.questions > 1, texts("card-mark-questions", count=appeal.questions)),
        (sender, texts("card-mark-sender", body=one_line(sender, _NAME_ROOM))),
        (number, texts("card-mark-external", number=one_line(mask(number), _NAME_ROOM))),
    ]
    return [mark for holds, mark in marks if holds]


def _barred(file: CaseFile, texts: Texts) -> list[Html]:
    citizen = file.citizen
    if citizen.barred_at is None:
        return []
    name = one_line(citizen.barred_by or "", _NAME_ROOM) or texts.plain("someone")
    reason = one_line(mask(citizen.bar_reason or ""), _NOTE_ROOM)
    day = citizen.barred_at.astimezone(zone(file.municipality)).strftime("%d.%m")
    return [texts("card-mark-barred", reason=reason, name=name, day=day)]


def _marks_of_staff(file: CaseFile, texts: Texts) -> list[Html]:
    appeal = file.appeal
    marks: list[tuple[object, Html]] = [
        (appeal.urgent, texts("card-mark-urgent")),
        (appeal.category is Category.FAST_TRACK, texts("card-mark-fast-track")),
        (appeal.question_waits, texts("card-mark-question")),
        (
            appeal.controlled_by,
            texts("card-mark-control", name=one_line(appeal.controlled_by or "", _NAME_ROOM)),
        ),
        (
            appeal.mayor_told_at,
            texts("card-mark-mayor", name=one_line(appeal.mayor_told_by or "", _NAME_ROOM)),
        ),
        (appeal.erased_at, texts("card-mark-erased")),
        (appeal.returns, texts("card-mark-returns", count=appeal.returns)),
        (appeal.revisions, texts("card-mark-revisions", count=appeal.revisions)),
    ]
    return [mark for holds, mark in marks if holds]


def duty_lines(file: CaseFile, texts: Texts, card: Card) -> list[Html]:
    """Whom to call where an urgent matter does not move: the duty phones of those who have it, for the card's readers above them."""
    if not file.appeal.urgent or file.appeal.status not in OPEN or card.kind not in _ABOVE_DEPARTMENTS:
        return []
    codes = dict.fromkeys(
        [file.appeal.department, *(one.department for one in file.assignments if one.is_open)]
    )
    found = (file.municipality.find_department(code) for code in codes if code)
    return [
        texts("card-duty-phone", department=one.label, phone=one.duty_phone)
        for one in found
        if one and one.duty_phone
    ]


def citizen_line(file: CaseFile, texts: Texts) -> Html:
    """Name and channel, with the phone closed; last, where it disturbs nobody, the kind (R19)."""
    name, phone = person(file.citizen.name, texts), file.citizen.phone
    channel, kind = _channel(file), kind_name(file.appeal.kind, texts)
    if phone:
        return texts("card-citizen-phone", name=name, channel=channel, phone=closed_phone(phone), kind=kind)
    return texts("card-citizen", name=name, channel=channel, kind=kind)


def _channel(file: CaseFile) -> str:
    code = file.appeal.channel
    names = (channel.name for channel in file.municipality.channels if channel.code == code)
    return one_line(next(names, code.capitalize()), _NAME_ROOM)


def note_lines(file: CaseFile, texts: Texts, *, now: datetime) -> list[Html]:
    """The last note, for the staff alone."""
    note = file.note
    if note is None:
        return []
    name = one_line(note.author_name, _NAME_ROOM) or texts.plain("someone")
    time = moment(note.created_at, now, zone(file.municipality))
    return [texts("card-note", name=name, time=time, words=one_line(mask(note.text), _NOTE_ROOM))]


def file_lines(file: CaseFile, texts: Texts) -> list[Html]:
    """How many files of which kind came."""
    files = count_files(file.messages, texts)
    return [texts("card-files", files=files)] if files else []


def approval_files(count: int, texts: Texts) -> list[Html]:
    """How many files go with an answer."""
    return [texts("approval-files", count=count)] if count else []


def about(municipality: Municipality, appeal: Appeal, texts: Texts) -> str:
    """What a message is about, for the citizen who wrote it."""
    topic = municipality.find_topic(appeal.topic)
    said = one_line(appeal.gist, _GIST_ROOM) or (one_line(topic.name, _TOPIC_ROOM) if topic else "")
    return said or texts.plain("citizen-without-words")
