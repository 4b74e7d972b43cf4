"""The fields of the act of erasing personal data (152-ФЗ, ст. 21; Roskomnadzor No. 179, 2022): the act and the extract in one."""

from collections.abc import Iterable
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from domain.erasure import Erasure
from domain.municipality import Municipality
from locales.texts import Texts
from reports.papers.words import literal, moment_words


@dataclass(frozen=True, slots=True)
class ActLine:
    """One erasing; the person is named by the number in the register of persons alone."""

    moment: str
    person: str
    what: str
    numbers: str
    messages: int
    files: int
    cause: str


@dataclass(frozen=True, slots=True)
class ErasureFields:
    """Each is told of in docs/papers.md."""

    municipality: str
    days_words: str
    acts: tuple[ActLine, ...]
    people: int
    messages: int
    files: int


def erasure_fields(
    town: Municipality, days_words: str, acts: Iterable[Erasure], texts: Texts
) -> ErasureFields:
    """In the order in which it was done."""
    zone, acts = ZoneInfo(town.timezone), list(acts)
    return ErasureFields(
        municipality=literal(town.name),
        days_words=days_words,
        acts=tuple(_line(one, zone, texts) for one in acts),
        people=len({one.citizen_id for one in acts}),
        messages=sum(one.messages for one in acts),
        files=sum(one.files for one in acts),
    )


def _line(act: Erasure, zone: ZoneInfo, texts: Texts) -> ActLine:
    return ActLine(
        moment=moment_words(act.erased_at.astimezone(zone)),
        person=str(act.citizen_id),
        what=texts.plain("paper-erased-all" if act.is_whole else "paper-erased-messages"),
        numbers=", ".join(act.numbers) or texts.plain("paper-erased-none"),
        messages=act.messages,
        files=act.files,
        cause=texts.plain(f"paper-erased-{act.cause}"),
    )
