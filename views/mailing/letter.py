"""The card as a letter in plain text: what it is about, until when, and to whom the answer goes (R30)."""

from datetime import datetime
from typing import Final

from domain.assignments import Assignment
from domain.casefile import CaseFile
from domain.mailing.mailings import Mailing, list_added
from domain.messages import CitizenMessage
from domain.municipality import Role
from domain.regulation.terms import Stage
from domain.shown_terms import find_first
from domain.words.masking import mask, mask_name
from locales.texts import Texts
from views.cards.lines import gist_lines
from views.cards.lines import subject as topic_of
from views.cards.media import count_files
from views.cards.people import person
from views.cards.quotations import list_additions, message_text, words_of
from views.coordinator.kinds import kind_name
from views.measure import one_line
from views.moments import zone

_SUBJECT_ROOM: Final = 120
_LINE_ROOM: Final = 500
_CONTACTS: Final = 2
_OF_DEPARTMENT: Final = (Stage.PART, Stage.REWORK, Stage.DRAFT)


def subject(file: CaseFile, mailing: Mailing, texts: Texts) -> str:
    """With the number: by it the answer is found again."""
    known = [topic_of(file, texts), mask_name(file.appeal.address or "")]
    about = one_line(", ".join(filter(None, dict.fromkeys(known))), _SUBJECT_ROOM)
    key = "mail-subject" if mailing.follows is None else "mail-subject-added"
    return texts.plain(key, number=file.appeal.number, about=about)


def body(file: CaseFile, mailing: Mailing, texts: Texts, *, sent: int, files: int) -> str:
    """`sent`: how many of the message's `files` go with the letter. The citizen's numbers are closed as on every card."""
    blocks = (
        _of_card(file, mailing, texts) if mailing.follows is None else _of_additions(file, mailing, texts)
    )
    blocks = [*blocks, _files(sent, files, texts), _what_to_do(file, mailing, texts), *_contacts(file, texts)]
    return "\n\n".join(filter(None, blocks)) + "\n"


def _of_card(file: CaseFile, mailing: Mailing, texts: Texts) -> list[str]:
    said = "\n\n".join(filter(None, [message_text(file), *map(words_of, list_additions(file))]))
    head = "\n".join(_head(file, mailing, texts))
    return [head, texts.plain("mail-text") + "\n" + said if said else ""]


def _of_additions(file: CaseFile, mailing: Mailing, texts: Texts) -> list[str]:
    """Each message as it reads now: one that was corrected takes the place of its former words."""
    edited = {edit.row_id: edit.edited_at for edit in file.edits}
    head = [
        texts.plain(
            "mail-added-head", number=file.appeal.number, town=one_line(file.municipality.name, _LINE_ROOM)
        ),
        *([texts.plain("mail-urgent")] if file.appeal.urgent else []),
        texts.plain("mail-due", value=_due(file, mailing, texts)),
    ]
    return [
        "\n".join(head),
        *(_added(row, file, texts, edited.get(row.id)) for row in list_added(mailing, file.messages)),
    ]


def _added(row: CitizenMessage, file: CaseFile, texts: Texts, edited_at: datetime | None) -> str:
    label = texts.plain(
        "mail-added" if edited_at is None else "mail-changed",
        time=_moment(edited_at or row.received_at, file),
    )
    return f"{label}\n{words_of(row) or count_files([row], texts)}"


def _head(file: CaseFile, mailing: Mailing, texts: Texts) -> list[str]:
    town, appeal = file.municipality, file.appeal
    department = town.find_department(mailing.department)
    channel = town.find_channel(appeal.channel)
    known = [
        ("mail-to", department.name if department else mailing.department),
        ("mail-task", _task(file, mailing)),
        ("mail-topic", topic_of(file, texts)),
        ("mail-address", mask_name(appeal.address or "")),
        ("mail-gist", next(iter(gist_lines(file)), "")),
        ("mail-kind", kind_name(appeal.kind, texts)),
        ("mail-applicant", person(file.citizen.name, texts)),
        ("mail-channel", channel.name if channel else appeal.channel.capitalize()),
        ("mail-external", mask(appeal.external_number or "")),
        ("mail-sender", appeal.forwarded_from or ""),
        ("mail-received", _moment(appeal.detected_at, file)),
        ("mail-due", _due(file, mailing, texts)),
    ]
    lines = [texts.plain("mail-head", number=appeal.number, town=one_line(town.name, _LINE_ROOM))]
    if appeal.urgent:
        lines.append(texts.plain("mail-urgent"))
    return lines + [
        texts.plain(key, value=one_line(value, _LINE_ROOM)) for key, value in known if value.strip()
    ]


def _what_to_do(file: CaseFile, mailing: Mailing, texts: Texts) -> str:
    """To whom the answer goes, and until when the letter may be returned in time (R40)."""
    stay = _stay(file, mailing)
    return_by = stay.return_by if stay is not None else None
    until = _moment(return_by, file) if return_by is not None else "none"
    return texts.plain("mail-what-to-do", until=until)


def _stay(file: CaseFile, mailing: Mailing) -> Assignment | None:
    own = (one for one in reversed(file.assignments) if one.department == mailing.department and one.is_open)
    return next(own, None)


def _task(file: CaseFile, mailing: Mailing) -> str:
    """What this department was asked, where several work on it."""
    stay = _stay(file, mailing)
    return mask(stay.task) if stay is not None else ""


def _due(file: CaseFile, mailing: Mailing, texts: Texts) -> str:
    own = [one for one in file.deadlines if one.department == mailing.department]
    found = find_first(own, _OF_DEPARTMENT)
    if found is None or found.due_at is None:
        return texts.plain("mail-no-term")
    return _moment(found.due_at, file)


def _moment(at: datetime, file: CaseFile) -> str:
    return f"{at.astimezone(zone(file.municipality)):%d.%m.%Y %H:%M}"


def _files(sent: int, files: int, texts: Texts) -> str:
    return texts.plain("mail-files", sent=sent, missing=files - sent) if files else ""


def _contacts(file: CaseFile, texts: Texts) -> list[str]:
    """Coordinators who can be asked, by what the list of the staff knows of them."""
    reachable = [one for one in file.municipality.list_employees(Role.COORDINATOR) if one.phone or one.email]
    return [
        texts.plain("mail-contact", name=one.name, ways=", ".join(filter(None, (one.phone, one.email))))
        for one in reachable[:_CONTACTS]
    ]
