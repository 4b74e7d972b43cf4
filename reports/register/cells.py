"""A row of the register as the words of its cells; what the import reads is what stands here."""

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import datetime
from zoneinfo import ZoneInfo

from domain.municipality import Channel, Municipality, Topic
from domain.register.rows import Column, Executor, RegisterRow
from locales.texts import Texts
from reports.register.words import RegisterWords, folded


class RegisterCells:
    """Makes cells of rows: moments in the municipality's zone, channels and topics by name."""

    def __init__(self, municipality: Municipality, texts: Texts) -> None:
        self._words = RegisterWords(texts)
        self._zone = ZoneInfo(municipality.timezone)
        self._channels = _names(municipality.channels)
        self._topics = _names(municipality.topics)

    @property
    def headline(self) -> list[str]:
        """The columns' names in their order."""
        return [self._words.columns[column] for column in Column]

    def cells(self, row: RegisterRow) -> list[str]:
        """One cell for each column, in their order."""
        word, flag = self._words.word, self._words.flag
        return [
            row.number,
            self._moment(row.received),
            self._moment(row.answered),
            self._channels.get(row.channel, row.channel),
            row.account.strip(),
            row.external_number.strip(),
            row.link.strip(),
            row.applicant.strip(),
            word(row.applicant_kind),
            row.contact.strip(),
            word(row.kind),
            flag(row.formal),
            self._topics.get(row.topic or "", row.topic or ""),
            row.address.strip(),
            row.territory.strip(),
            row.gist.strip(),
            row.text,
            executors(row.executors),
            flag(row.collective),
            flag(row.urgent),
            flag(row.important),
            row.forwarded_from.strip(),
            row.repeat_of,
            word(row.category),
            word(row.outcome),
            word(row.way),
            row.outgoing_number.strip(),
            row.outgoing_date.isoformat() if row.outgoing_date else "",
            str(row.requests) if row.requests else "",
            str(row.rating) if row.rating else "",
        ]

    def _moment(self, moment: datetime | None) -> str:
        return (
            moment.astimezone(self._zone).replace(tzinfo=None).isoformat(" ", "minutes")[:16]
            if moment
            else ""
        )


def executors(shares: Iterable[Executor]) -> str:
    """«zhkh:2|legal:1» (R74)."""
    return "|".join(f"{share.department}:{share.questions}" for share in shares)


def _names(rows: Iterable[Channel] | Iterable[Topic]) -> Mapping[str, str]:
    """The name by the code; where a name is not clear by itself, the code stands for it."""
    named = [(str(row.code), row.name) for row in rows]
    taken = Counter([folded(name) for _, name in named])
    codes = {code for code, _ in named}
    return {
        code: name if taken[folded(name)] == 1 and (name not in codes or name == code) else code
        for code, name in named
    }
