"""«Всплеск»: many write about the same; what the leadership and the mayor read of it."""

from typing import Final

from domain.notices import Args
from domain.words.masking import mask_name
from locales.texts import Texts, join_html
from views.measure import one_line
from views.parts import Part, Text

_ROOM: Final = 120


def surge(texts: Texts, facts: Args) -> list[Part]:
    """The verdict first, with the usual number beside it; then where, and which messages they are."""
    topic, usual = one_line(str(facts["topic"]), _ROOM), str(facts["usual"]).replace(".", ",")
    street, others = one_line(mask_name(str(facts["street"])), _ROOM), int(facts["more"] or 0)
    numbers = str(facts["numbers"])
    lines = [
        texts("surge", topic=topic, count=int(facts["count"] or 0), usual=usual),
        *([texts("surge-street", street=street, count=int(facts["on_street"] or 0))] if street else []),
        texts("surge-numbers-more", numbers=numbers, count=others)
        if others
        else texts("surge-numbers", numbers=numbers),
    ]
    return [Text(join_html("\n", lines))]
