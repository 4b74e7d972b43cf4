"""The one message on which something is entered by hand: what was guessed, a button for each field, the values of one of them."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, time
from typing import Final

from aiogram.types import ForceReply, InlineKeyboardButton, InlineKeyboardMarkup

from domain.ids import AppealId
from domain.messages import CitizenMessage
from domain.municipality import Municipality
from domain.register.entry import MOST_QUESTIONS, WAYS, Entry, EntryField, EntryState
from domain.register.marks import ApplicantKind
from locales.texts import Html, Texts, join_html
from views.buttons import Rows, button, in_rows, keyboard
from views.cards.media import count_files
from views.cards.people import mention
from views.measure import folded_quote, one_line, shorten
from views.moments import day_in_figures, moment, zone
from views.parts import Deletion, Edit, Part, Text
from views.register.callbacks import (
    EntryAct,
    EntryAskCallback,
    EntryCallback,
    EntryMenuCallback,
    EntryValueCallback,
)
from views.search.callbacks import HitCallback

_TEXT_ROOM: Final = 2500
_ROOM: Final = 150
_LABEL: Final = 30
_CHANNELS: Final = 40


@dataclass(frozen=True, slots=True)
class Shown:
    """An entry with all that its message tells: its words and files, usual senders with the appeal that names each,
    the number that it got, the message on which it stands.
    """

    entry: Entry
    messages: Sequence[CitizenMessage]
    senders: Sequence[tuple[str, AppealId]]
    number: str
    message_id: int | None


def put_up(
    town: Municipality, texts: Texts, shown: Shown, now: datetime, *, loud: bool = False
) -> list[Part]:
    """The message, new; `loud`: it must not wait until somebody happens to look."""
    if shown.entry.state is not EntryState.OPEN:
        return []
    return [Text(_draw(town, texts, shown, now), _keyboard(town, texts, shown), silent=not loud)]


def edit(town: Municipality, texts: Texts, shown: Shown, now: datetime) -> list[Part]:
    """The same message as it has to look now; registered it is one line, dropped it goes."""
    entry, message_id = shown.entry, shown.message_id
    if message_id is None:
        return []
    match entry.state:
        case EntryState.DROPPED:
            return [Deletion(message_id)]
        case EntryState.REGISTERED:
            channel = _channel(entry.channel, town)
            line = texts("entry-registered", number=shown.number, channel=channel)
            card = button(shown.number, HitCallback(appeal=entry.appeal_id or 0))
            return [Edit(message_id, line, keyboard([[card]]))]
        case EntryState.CORRECTED:
            return [Edit(message_id, texts("entry-corrected", number=shown.number), None)]
    return [Edit(message_id, _draw(town, texts, shown, now), _keyboard(town, texts, shown))]


def prompt(texts: Texts, entry: Entry) -> list[Part]:
    """Words for a field, of whoever pressed."""
    if entry.asked is None or entry.state is not EntryState.OPEN:
        return []
    who = mention(entry.asked_id or 0, entry.asked_name, texts)
    asked = texts(f"entry-ask-{entry.asked.value}")
    markup = ForceReply(selective=True, input_field_placeholder=texts.plain("entry-placeholder"))
    return [Text(texts("entry-prompt", mention=who, asked=asked), markup, silent=True)]


def _draw(town: Municipality, texts: Texts, shown: Shown, now: datetime) -> Html:
    words = "\n".join(filter(None, (row.text or row.detail for row in shown.messages)))
    files = count_files(shown.messages, texts)
    return join_html(
        "\n",
        [
            _head(texts, shown),
            *_fields(town, texts, shown.entry, now),
            *_marks(texts, shown.entry),
            *([folded_quote(shorten(words, _TEXT_ROOM))] if words else []),
            *([texts("card-files", files=files)] if files else []),
        ],
    )


def _head(texts: Texts, shown: Shown) -> Html:
    """What is in the register already is written press by press."""
    if shown.number:
        return texts("entry-head-correct", number=shown.number)
    return texts("entry-head-comment" if shown.entry.author_id else "entry-head")


def _fields(town: Municipality, texts: Texts, entry: Entry, now: datetime) -> Iterator[Html]:
    yield texts("entry-channel", value=_channel(entry.channel, town))
    if entry.received is not None:
        yield texts("entry-received", value=_received(entry.received, now, town))
    kind = texts.plain(f"register-applicant_kind-{entry.applicant_kind.value}")
    ordinary = entry.applicant_kind is ApplicantKind.CITIZEN
    yield texts(
        "entry-applicant",
        value=_value(entry.applicant, texts),
        kind="none" if ordinary else kind,
    )
    yield texts("entry-address", value=_value(entry.address, texts))
    yield texts("entry-contact", value=_value(entry.contact, texts))
    yield texts("entry-way", value=texts.plain(f"way-{entry.way.value}"))


def _received(at: datetime, now: datetime, town: Municipality) -> str:
    """A day alone where no hour was told."""
    local = at.astimezone(zone(town))
    return day_in_figures(local.date()) if local.time() == time(0) else moment(at, now, zone(town))


def _marks(texts: Texts, entry: Entry) -> Iterator[Html]:
    """What most messages have nothing of stands here only where there is something."""
    if entry.forwarded_from:
        yield texts("entry-sender", value=one_line(entry.forwarded_from, _ROOM))
    if entry.external_number:
        yield texts("entry-external", value=one_line(entry.external_number, _ROOM))
    if entry.link:
        yield texts("entry-link", value=one_line(entry.link, _ROOM))
    told = [
        *([texts("entry-collective")] if entry.collective else []),
        *([texts("entry-formal")] if entry.formal else []),
        *([texts("entry-questions", count=entry.questions)] if entry.questions > 1 else []),
    ]
    if told:
        yield join_html(" · ", told)


def _value(value: str, texts: Texts) -> str:
    return one_line(value, _ROOM) or texts.plain("entry-empty")


def _channel(code: str, town: Municipality) -> str:
    channel = town.find_channel(code)
    return one_line(channel.name if channel else code.capitalize(), _ROOM)


def _keyboard(town: Municipality, texts: Texts, shown: Shown) -> InlineKeyboardMarkup | None:
    entry = shown.entry
    menu = _MENUS.get(entry.menu) if entry.menu else None
    if menu is not None:
        back = button(texts.plain("button-back"), EntryCallback(act=EntryAct.BACK, entry=entry.id))
        return keyboard([*menu(town, texts, shown), [back]])
    fields = [
        *in_rows([_pencil(field, entry, texts) for field in _PENCILS if field not in _hidden(entry)], 3),
        [
            _turn(EntryField.COLLECTIVE, entry.collective, entry, texts),
            _turn(EntryField.FORMAL, entry.formal, entry, texts),
        ],
    ]
    if entry.appeal_id is not None:
        return keyboard([*fields, [_act(EntryAct.DONE, "button-entry-done", entry, texts)]])
    return keyboard(
        [
            [_act(EntryAct.REGISTER, "button-entry-register", entry, texts)],
            *fields,
            [_act(EntryAct.DROP, _drop_label(entry), entry, texts)],
        ]
    )


def _drop_label(entry: Entry) -> str:
    """Most of what people say under a post is no matter."""
    return "button-comment-drop" if entry.author_id else "button-entry-drop"


def _hidden(entry: Entry) -> set[EntryField]:
    """How it is answered is chosen on the card, once it has one."""
    return set() if entry.appeal_id is None else {EntryField.WAY}


def _act(act: EntryAct, label: str, entry: Entry, texts: Texts) -> InlineKeyboardButton:
    return button(texts.plain(label), EntryCallback(act=act, entry=entry.id))


_PENCILS: Final = (
    EntryField.CHANNEL,
    EntryField.APPLICANT,
    EntryField.ADDRESS,
    EntryField.CONTACT,
    EntryField.WAY,
    EntryField.RECEIVED,
    EntryField.SENDER,
    EntryField.EXTERNAL,
    EntryField.QUESTIONS,
)


def _pencil(field: EntryField, entry: Entry, texts: Texts) -> InlineKeyboardButton:
    return button(texts.plain(f"button-entry-{field.value}"), EntryMenuCallback(field=field, entry=entry.id))


def _turn(field: EntryField, holds: bool, entry: Entry, texts: Texts) -> InlineKeyboardButton:  # noqa: FBT001 — what it is now
    label = texts.plain(f"button-entry-{field.value}")
    value = "no" if holds else "yes"
    return button(
        texts.plain("entry-ticked", value=label) if holds else label,
        EntryValueCallback(field=field, entry=entry.id, value=value),
    )


def _choice(
    field: EntryField, value: str, label: str, entry: Entry, texts: Texts, *, chosen: bool
) -> InlineKeyboardButton:
    shown = one_line(label, _LABEL)
    return button(
        texts.plain("entry-ticked", value=shown) if chosen else shown,
        EntryValueCallback(field=field, entry=entry.id, value=value),
    )


def _words(field: EntryField, label: str, entry: Entry, texts: Texts) -> InlineKeyboardButton:
    return button(texts.plain(label), EntryAskCallback(field=field, entry=entry.id))


def _channels(town: Municipality, texts: Texts, shown: Shown) -> Rows:
    entry = shown.entry
    return in_rows(
        [
            _choice(EntryField.CHANNEL, one.code, one.name, entry, texts, chosen=one.code == entry.channel)
            for one in town.channels[:_CHANNELS]
        ],
        2,
    )


def _applicants(town: Municipality, texts: Texts, shown: Shown) -> Rows:  # noqa: ARG001 — all menus are drawn alike
    entry = shown.entry
    kinds = [
        _choice(
            EntryField.KIND,
            kind.value,
            texts.plain(f"register-applicant_kind-{kind.value}"),
            entry,
            texts,
            chosen=kind is entry.applicant_kind,
        )
        for kind in ApplicantKind
    ]
    return [[_words(EntryField.APPLICANT, "button-entry-name", entry, texts)], *in_rows(kinds, 2)]


def _ways(town: Municipality, texts: Texts, shown: Shown) -> Rows:  # noqa: ARG001
    entry = shown.entry
    return in_rows(
        [
            _choice(
                EntryField.WAY,
                way.value,
                texts.plain(f"way-{way.value}"),
                entry,
                texts,
                chosen=way is entry.way,
            )
            for way in WAYS
        ],
        2,
    )


def _senders(town: Municipality, texts: Texts, shown: Shown) -> Rows:  # noqa: ARG001
    entry = shown.entry
    known = [
        _choice(EntryField.SENDER, str(appeal), name, entry, texts, chosen=name == entry.forwarded_from)
        for name, appeal in shown.senders
    ]
    nobody = _choice(
        EntryField.SENDER, "", texts.plain("entry-nobody"), entry, texts, chosen=not entry.forwarded_from
    )
    return [*in_rows(known, 1), [_words(EntryField.SENDER, "button-entry-other", entry, texts), nobody]]


def _questions(town: Municipality, texts: Texts, shown: Shown) -> Rows:  # noqa: ARG001
    entry = shown.entry
    counts = range(1, MOST_QUESTIONS + 1)
    return in_rows(
        [
            _choice(EntryField.QUESTIONS, str(n), str(n), entry, texts, chosen=n == entry.questions)
            for n in counts
        ],
        3,
    )


_MENUS: Final[Mapping[EntryField, Callable[[Municipality, Texts, Shown], Rows]]] = {
    EntryField.CHANNEL: _channels,
    EntryField.APPLICANT: _applicants,
    EntryField.WAY: _ways,
    EntryField.SENDER: _senders,
    EntryField.QUESTIONS: _questions,
}
