"""The pages of the terms on which the municipality works: consent, approval, region and phones, channels."""

from typing import Final

from aiogram.types import InlineKeyboardButton

from domain.municipality import TELEGRAM, Channel, ConsentMode, Municipality
from domain.setup.pages import Page
from domain.setup.terms import KEEP_DAYS, UNDO_SECONDS
from domain.setup.vocabulary import Change
from locales.texts import Html, Texts, join_html
from views.buttons import in_rows
from views.measure import one_line, quote, shorten
from views.setup.pages import Drawn, Town, ask, back, put

_TEXT_ROOM: Final = 2500
_NAME_ROOM: Final = 60
_LABEL_ROOM: Final = 28
_SHOWN: Final = 22
"""Channels with buttons, four each: Telegram takes a hundred."""


def consent(town: Town, texts: Texts, _: str) -> Drawn:
    """How people agree to the use of their data (152-ФЗ), with the town's own words."""
    municipality, present = town.municipality, town.municipality.consent
    own = shorten(present.text, _TEXT_ROOM)
    lines = [
        texts("setup-consent", mode=present.mode.value, days=present.keep_days, version=present.version),
        *([texts("setup-consent-own"), quote(own)] if own else [texts("setup-consent-built-in")]),
    ]
    other = ConsentMode.NOTICE if present.mode is ConsentMode.REQUIRED else ConsentMode.REQUIRED
    days = [
        put(
            municipality,
            _marked(texts.plain("setup-consent-days", days=one), is_now=one == present.keep_days),
            Change.CONSENT_KEEP,
            "",
            str(one),
        )
        for one in KEEP_DAYS
    ]
    return lines, [
        [
            put(
                municipality,
                texts.plain("setup-consent-mode", to=other.value),
                Change.CONSENT_MODE,
                "",
                other.value,
            )
        ],
        [ask(municipality, texts.plain("setup-consent-text"), Change.CONSENT_TEXT)],
        days,
        [back(texts, Page.HOME)],
    ]


def approval(town: Town, texts: Texts, _: str) -> Drawn:
    """Who may approve the own draft, and how long a sending can be taken back."""
    municipality, present = town.municipality, town.municipality.approval
    on = int(present.self_approval)
    seconds = [
        put(
            municipality,
            _marked(texts.plain("setup-undo-seconds", seconds=one), is_now=one == present.undo_seconds),
            Change.UNDO_SECONDS,
            "",
            str(one),
        )
        for one in UNDO_SECONDS
    ]
    switch = put(
        municipality, texts.plain("setup-self-approval", on=1 - on), Change.SELF_APPROVAL, "", str(1 - on)
    )
    lines = [texts("setup-approval", on=on, seconds=present.undo_seconds)]
    return lines, [[switch], *in_rows(seconds, 3), [back(texts, Page.HOME)]]


def details(town: Town, texts: Texts, _: str) -> Drawn:
    """The region, whose days off count, where else citizens can turn to, and whether ССТУ.РФ is asked about (R82)."""
    municipality = town.municipality
    on = int(municipality.sstu)
    lines = [
        texts(
            "setup-details",
            region=municipality.region or "—",
            phone=municipality.emergency_phone,
            url=municipality.official_appeal_url or "—",
            on=on,
        )
    ]
    changes = (Change.REGION, Change.EMERGENCY_PHONE, Change.APPEAL_URL)
    buttons = [ask(municipality, texts.plain("setup-detail", what=one.value), one) for one in changes]
    buttons.append(put(municipality, texts.plain("setup-sstu", on=1 - on), Change.SSTU, "", str(1 - on)))
    return lines, [*([one] for one in buttons), [back(texts, Page.HOME)]]


def channels(town: Town, texts: Texts, _: str) -> Drawn:
    """By which ways messages come besides this bot, which of them the monthly report counts (R81), and which are looked
    through by hand (R18).
    """
    municipality = town.municipality
    listed = [_channel_line(one, texts) for one in municipality.channels]
    lines = [texts("setup-channels"), *([Html(""), join_html("\n", listed)] if listed else [])]
    rows = [row for one in municipality.channels[:_SHOWN] for row in _channel_rows(one, municipality, texts)]
    new = ask(municipality, texts.plain("setup-new-channel"), Change.NEW_CHANNEL)
    return lines, [*rows, [new], [back(texts, Page.HOME)]]


def _channel_line(channel: Channel, texts: Texts) -> Html:
    return texts(
        "setup-channel",
        name=one_line(channel.name, _NAME_ROOM),
        on=int(channel.counted),
        watched=int(channel.watched),
        account=one_line(channel.account, _NAME_ROOM) or "none",
    )


def _channel_rows(
    channel: Channel, municipality: Municipality, texts: Texts
) -> list[list[InlineKeyboardButton]]:
    name, code = channel.name, channel.code
    counts, watches = str(int(not channel.counted)), str(int(not channel.watched))
    counted = texts.plain("setup-counted", name=name, on=int(not channel.counted))
    watched = texts.plain("setup-watched", name=name, on=int(not channel.watched))
    account = texts.plain("setup-account", name=one_line(name, _LABEL_ROOM))
    drop = texts.plain("setup-drop-channel", name=name)
    if code == TELEGRAM.code:
        return [[put(municipality, counted, Change.COUNTED, code, counts)]]
    return [
        [
            put(municipality, counted, Change.COUNTED, code, counts),
            put(municipality, watched, Change.WATCHED, code, watches),
        ],
        [
            ask(municipality, account, Change.ACCOUNT, code),
            put(municipality, drop, Change.DROP_CHANNEL, code, ""),
        ],
    ]


def _marked(label: str, *, is_now: bool) -> str:
    return f"✓ {label}" if is_now else label
