"""The length and the cutting of texts as the messenger counts them: in UTF-16 code units."""

import re
from typing import Final

_SURROGATE: Final = re.compile("[\ud800-\udfff]")
_SPACE: Final = re.compile(r"\s+")
_SENTENCE_END: Final = re.compile(r"[.!?…][»”\")\]]*$")
_ZWJ: Final = "\u200d"
_FLAG_HALVES: Final = "".join(map(chr, range(0x1F1E6, 0x1F200)))
_JOINS_BACKWARD: Final = re.compile(
    "[\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\u200d\ufe00-\ufe0f\ufe20-\ufe2f"
    "\U0001f3fb-\U0001f3ff\U000e0020-\U000e007f\U000e0100-\U000e01ef\udc00-\udfff]"
)


def clean_text(text: str) -> str:
    """The text without what no database and no API takes: lone surrogates become U+FFFD, NUL goes.

    All else stays to the letter: an answer is sent as it was approved.
    """
    if _SURROGATE.search(text):
        text = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return text.replace("\0", "")


def utf16_len(text: str) -> int:
    """The length in UTF-16 code units, the unit of every limit of the Bot API; a lone surrogate counts one."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def split_utf16(text: str, limit: int) -> tuple[str, ...]:
    """Parts of at most `limit` code units, cut where it hurts least: paragraph, line, sentence, word.

    Only the white space at a cut is lost, and a part of nothing else is left out, as the messenger
    refuses it. A word longer than the limit is cut between characters as people see them, never inside an
    emoji with its modifiers unless that alone exceeds the limit.
    """
    if limit < 2:
        raise ValueError(limit)
    parts = []
    while utf16_len(text) > limit:
        end, rest = _find_cut(text, _fit(text, limit))
        parts.append(text[:end])
        text = text[rest:]
    return tuple(part for part in (*parts, text) if part and not part.isspace())


def cut_utf16(text: str, limit: int) -> str:
    """The longest beginning of at most `limit` code units that ends between characters as people see them."""
    return text[: _whole_character(text, _fit(text, limit))]


def _fit(text: str, limit: int) -> int:
    """How many code points of the beginning fit into `limit` code units."""
    units = 0
    for place, character in enumerate(text):
        units += 2 if character > "\uffff" else 1
        if units > limit:
            return place
    return len(text)


def _find_cut(text: str, fit: int) -> tuple[int, int]:
    """Where the first part ends, at most `fit`, and where the rest begins.

    The weightiest break of the second half wins, the later of two equals; failing that the last of the first half.
    """
    best, cut = (False, -1, 0), None
    for space in _SPACE.finditer(text):
        start = space.start()
        if start > fit:
            break
        late = start * 2 >= fit
        rank = (late, _weight(text, space) if late else 0, start)
        if start and rank > best:
            best, cut = rank, (start, space.end())
    end = _whole_character(text, fit) or fit
    return cut or (end, end)


def _weight(text: str, space: re.Match[str]) -> int:
    newlines = space[0].count("\n")
    if newlines:
        return min(newlines, 2) + 1
    return int(_SENTENCE_END.search(text, max(0, space.start() - 4), space.start()) is not None)


def _whole_character(text: str, end: int) -> int:
    while 0 < end < len(text) and _is_inside_character(text, end):
        end -= 1
    return end


def _is_inside_character(text: str, place: int) -> bool:
    before, after = text[place - 1], text[place]
    if before == _ZWJ or _JOINS_BACKWARD.match(after):
        return True
    both_flags = before in _FLAG_HALVES and after in _FLAG_HALVES
    return both_flags and _flag_halves_before(text, place) % 2 == 1


def _flag_halves_before(text: str, place: int) -> int:
    return place - len(text[:place].rstrip(_FLAG_HALVES))
