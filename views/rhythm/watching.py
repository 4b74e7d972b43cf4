"""The morning's line: which groups and pages are to be looked through today, and which have been (R18)."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Final

from domain.municipality import Channel, Municipality
from domain.register.watching import Look, list_watched
from locales.texts import Html, Texts, join_html
from views.buttons import button, in_rows, keyboard
from views.measure import one_line
from views.moments import moment, zone
from views.parts import Part, Text
from views.rhythm.callbacks import LookCallback

_SHOWN: Final = 30
_NAME_ROOM: Final = 60
_LABEL: Final = 28


def watch(town: Municipality, texts: Texts, looks: Sequence[Look], *, day: date, now: datetime) -> list[Part]:
    """Nothing where no channel is looked through any more."""
    channels, seen = list_watched(town)[:_SHOWN], {one.channel: one for one in looks}
    if not channels:
        return []
    waiting = [one for one in channels if one.code not in seen]
    lines = [texts("watch-head" if waiting else "watch-done", day=f"{day:%d.%m}")]
    lines += [_line(one, seen.get(one.code), town, texts, now) for one in channels]
    buttons = [
        button(
            texts.plain("watch-looked", name=one_line(one.name, _LABEL)),
            LookCallback(channel=one.code, day=day.toordinal()),
        )
        for one in waiting
    ]
    return [Text(join_html("\n", lines), keyboard(in_rows(buttons, 1)), silent=True)]


def _line(channel: Channel, look: Look | None, town: Municipality, texts: Texts, now: datetime) -> Html:
    name, place = one_line(channel.name, _NAME_ROOM), one_line(channel.account, _NAME_ROOM)
    if look is not None:
        who = one_line(look.seen_by, _NAME_ROOM) or texts.plain("someone")
        return texts("watch-seen", name=name, who=who, time=moment(look.seen_at, now, zone(town)))
    return texts("watch-line-place", name=name, place=place) if place else texts("watch-line", name=name)
