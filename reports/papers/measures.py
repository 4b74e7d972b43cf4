"""The fields of a report on the measures taken, from a department to the head (R12, Grozny, алг. 8)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from domain.messages import Attachment
from domain.municipality import Municipality, Role
from domain.register.measures import MeasuresReport
from domain.register.rows import Column, RegisterRow
from domain.words.masking import mask
from domain.words.names import short_name
from locales.texts import Texts
from reports.papers.card import moment_words, outgoing_words, paragraphs
from reports.papers.pictures import is_picture
from reports.papers.words import day_words, literal
from reports.register.cells import RegisterCells


@dataclass(frozen=True, slots=True)
class MeasuresFields:
    """Each is told of in docs/papers.md."""

    municipality: str
    legal_act: str
    head: str
    department: str
    clause: str
    number: str
    received: str
    date: str
    applicant: str
    address: str
    text: tuple[str, ...]
    answered: str
    outcome: str
    outgoing: str
    answer: tuple[str, ...]
    measures: tuple[str, ...]
    files: str
    position: str
    executor: str
    pictures: tuple[bytes, ...]


def measures_fields(
    town: Municipality,
    row: RegisterRow,
    answer: str,
    report: MeasuresReport,
    texts: Texts,
    *,
    pictures: Iterable[bytes] = (),
) -> MeasuresFields:
    """`report` is given, `pictures` are its photos as far as they are kept. The applicant's numbers are closed: the head reads of the matter."""
    cells = dict(zip(Column, RegisterCells(town, texts).cells(row), strict=True))
    department = town.find_department(report.department)
    employee = town.find_employee(report.given_by_id or 0)
    given = (report.given_at or report.asked_at).astimezone(ZoneInfo(town.timezone))
    return MeasuresFields(
        municipality=literal(town.name),
        legal_act=literal(town.legal_act),
        head=_head(town, texts),
        department=literal(department.name if department else report.department),
        clause=literal(report.clause),
        number=row.number,
        received=moment_words(cells[Column.RECEIVED]),
        date=_day(given),
        applicant=literal(row.applicant) or texts.plain("paper-measures-unnamed"),
        address=literal(mask(row.address)),
        text=paragraphs(mask(row.text)),
        answered=moment_words(cells[Column.ANSWERED]),
        outcome=cells[Column.OUTCOME],
        outgoing=outgoing_words(row, texts),
        answer=paragraphs(answer),
        measures=paragraphs(report.words),
        files=_files(report.attachments, texts),
        position=literal(employee.position)
        if employee and employee.position
        else texts.plain("paper-measures-signer"),
        executor=literal(short_name(report.given_by or "")),
        pictures=tuple(filter(is_picture, pictures)),
    )


def _head(town: Municipality, texts: Texts) -> str:
    """The mayor by position and name, where the settings know one."""
    mayor = next(iter(town.list_employees(Role.MAYOR)), None)
    position = literal(mayor.position) if mayor and mayor.position else texts.plain("paper-measures-head")
    return ", ".join(filter(None, (position, literal(short_name(mayor.name)) if mayor else "")))


def _files(files: tuple[Attachment, ...], texts: Texts) -> str:
    """«фото 2, документ 1»; empty: none."""
    kinds = [file.kind for file in files]
    return ", ".join(
        texts.plain(f"file-{kind.value}", count=kinds.count(kind)) for kind in dict.fromkeys(kinds)
    )


def _day(moment: datetime) -> str:
    return day_words(moment.date())
