"""Reception days, calls, meetings: what was noted, and the list of what stands (R77, R81)."""

from collections.abc import Sequence
from typing import Final

from aiogram.types import ForceReply

from domain.register.occasions import Occasion, OccasionKind
from locales.texts import Texts, join_html
from views.buttons import button, in_rows, keyboard
from views.cards.people import mention
from views.measure import one_line
from views.moments import day_in_figures
from views.parts import Part, Text
from views.register.callbacks import OccasionAskCallback, OccasionDropCallback

_ROOM: Final = 120
_NAME_ROOM: Final = 60
_BUTTONS: Final = 10


def noted(texts: Texts, occasion: Occasion, *, has_twin: bool = False) -> list[Part]:
    """How it was understood; a slip is taken back by one press. `has_twin`: the same has been noted before."""
    line = _line(occasion, texts)
    if occasion.dropped_at is not None:
        who = one_line(occasion.dropped_by or "", _NAME_ROOM) or texts.plain("someone")
        return [Text(texts("occasion-dropped", line=line, who=who), silent=True)]
    drop = button(texts.plain("button-occasion-undo"), OccasionDropCallback(occasion=occasion.id))
    head = texts("occasion-noted", line=line, month=f"{occasion.day:%m.%Y}")
    said = [head, texts("occasion-twin")] if has_twin else [head]
    return [Text(join_html("\n", said), keyboard([[drop]]), silent=True)]


def standing(texts: Texts, occasions: Sequence[Occasion]) -> list[Part]:
    """What stands of this month and the last one, and the way to more."""
    lines = [texts("occasions-head"), *(texts("occasions-line", line=_line(one, texts)) for one in occasions)]
    if not occasions:
        lines = [texts("occasions-none")]
    drops = [
        button(
            one_line(texts.plain("occasion-drop", line=_line(one, texts)), _NAME_ROOM),
            OccasionDropCallback(occasion=one.id),
        )
        for one in occasions[:_BUTTONS]
    ]
    more = button(texts.plain("button-occasion-add"), OccasionAskCallback())
    return [Text(join_html("\n", lines), keyboard([*in_rows(drops, 1), [more]]), silent=True)]


def prompt(texts: Texts, user_id: int, name: str) -> list[Part]:
    """Words, of whoever pressed."""
    markup = ForceReply(selective=True, input_field_placeholder=texts.plain("entry-placeholder"))
    return [Text(texts("occasion-prompt", mention=mention(user_id, name, texts)), markup, silent=True)]


def _line(occasion: Occasion, texts: Texts) -> str:
    day, words = day_in_figures(occasion.day), one_line(occasion.words, _ROOM)
    more = "yes" if occasion.is_more else "no"
    match occasion.kind:
        case OccasionKind.RECEPTION:
            return texts.plain("occasion-reception", day=day, count=occasion.number, more=more)
        case OccasionKind.CALLS:
            return texts.plain("occasion-calls", day=day, count=occasion.number, more=more)
    return texts.plain("occasion-other", day=day, words=words)
