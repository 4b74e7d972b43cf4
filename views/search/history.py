"""The history of one appeal in words: who, when, what; what it was and what it became. Numbers of citizens stay closed."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime
from typing import Any, Final
from zoneinfo import ZoneInfo

from aiogram.types import InlineKeyboardButton

from domain.ids import AppealId
from domain.municipality import Municipality
from domain.search.history import PAGE, Entry, History
from domain.words.masking import mask, mask_name
from locales.texts import Html, Texts, join_html
from views.buttons import button, keyboard
from views.measure import one_line
from views.moments import zone
from views.parts import Part, Text
from views.rhythm.lines import department_name
from views.search.callbacks import HistoryPageCallback

_VALUE_ROOM: Final = 45
_REASON_ROOM: Final = 100
_NAME_ROOM: Final = 50
_MOST_CHANGES: Final = 4

Say = Callable[[Any], str]


def history(municipality: Municipality, texts: Texts, appeal_id: AppealId, shown: History) -> list[Part]:
    """The page with the way to its neighbours."""
    pages = max(-(-shown.every // PAGE), 1)
    head = texts("history-head", number=shown.number, page=str(shown.page + 1), pages=str(pages))
    values = _Values(municipality, texts)
    lines = [line for entry in shown.entries for line in values.list_lines(entry)]
    row = list(_turning(appeal_id, shown.page, pages, texts))
    return [Text(join_html("\n", [head, *lines]), keyboard([row]), silent=True)]


def _turning(appeal_id: AppealId, page: int, pages: int, texts: Texts) -> Iterator[InlineKeyboardButton]:
    if page:
        yield button(texts.plain("button-found-before"), HistoryPageCallback(appeal=appeal_id, page=page - 1))
    if page + 1 < pages:
        yield button(texts.plain("button-found-after"), HistoryPageCallback(appeal=appeal_id, page=page + 1))


class _Values:
    """Stored facts as people say them."""

    def __init__(self, municipality: Municipality, texts: Texts) -> None:
        self._town = municipality
        self._texts = texts
        self._tz = zone(municipality)
        word = texts.plain
        self._say: Mapping[str, Say] = {
            "status": lambda value: word("pinned-status", status=value),
            "kind": lambda value: word(f"register-kind-{value}"),
            "category": lambda value: word(f"register-category-{value}"),
            "outcome": lambda value: word(f"register-outcome-{value}"),
            "way": lambda value: word(f"register-way-{value}"),
            "topic": self._topic,
            "channel": self._channel,
            "applicant_kind": lambda value: word(f"register-applicant_kind-{value}"),
            "collective": lambda value: word("history-yes-no", value="yes" if value else "no"),
            "formal": lambda value: word("history-yes-no", value="yes" if value else "no"),
            "department": lambda value: department_name(value, municipality),
            "urgent": lambda value: word("history-yes-no", value="yes" if value else "no"),
            "state": lambda value: word("history-state", value=value),
            "stage": lambda value: word("history-stage", value=value),
            "level": lambda value: word("history-level", value=value),
            "delivery": lambda value: word("history-delivery", value=value),
            "solved": lambda value: word("history-solved", value=value),
        }

    def list_lines(self, entry: Entry) -> Iterator[Html]:
        """Who did what; under it what changed, and why."""
        somebody = "history-citizen" if entry.is_citizens else "history-program"
        name = one_line(mask_name(entry.actor_name), _NAME_ROOM) or self._texts.plain(somebody)
        at, action = _moment(entry.at, self._tz), self._texts.plain("history-action", action=entry.action)
        if entry.in_place_of:
            instead = one_line(mask_name(entry.in_place_of), _NAME_ROOM)
            yield self._texts("history-entry-instead", at=at, name=name, instead=instead, action=action)
        else:
            yield self._texts("history-entry", at=at, name=name, action=action)
        for field, was, became in list(entry.list_changes())[:_MOST_CHANGES]:
            yield self._change(field, was, became)
        if entry.reason:
            yield self._texts("history-reason", reason=one_line(mask(entry.reason), _REASON_ROOM))

    def _change(self, field: str, was: Any, became: Any) -> Html:
        label = self._texts.plain("history-field", field=field)
        if was is None or was == "":
            return self._texts("history-new", label=label, became=self._value(field, became))
        if became is None or became == "":
            return self._texts("history-gone", label=label, was=self._value(field, was))
        before, after = self._value(field, was), self._value(field, became)
        return self._texts("history-changed", label=label, was=before, became=after)

    def _value(self, field: str, value: Any) -> str:
        say = self._say.get(field)
        said = say(value) if say else _plain(value, self._tz)
        return one_line(mask(said), _VALUE_ROOM)

    def _channel(self, code: str) -> str:
        channel = self._town.find_channel(code)
        return channel.name if channel else code

    def _topic(self, code: str) -> str:
        topic = self._town.find_topic(code)
        return topic.name if topic else code


def _moment(at: datetime, tz: ZoneInfo) -> str:
    return f"{at.astimezone(tz):%d.%m.%Y %H:%M}"


def _plain(value: Any, tz: ZoneInfo) -> str:
    """Days and moments as the staff reads them, everything else as it stands."""
    text = str(value)
    try:
        return (
            _moment(datetime.fromisoformat(text), tz)
            if "T" in text
            else f"{date.fromisoformat(text):%d.%m.%Y}"
        )
    except ValueError:
        return text
