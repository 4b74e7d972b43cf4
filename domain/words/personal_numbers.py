"""Where a text holds a phone, a passport or a СНИЛС: by their forms, as people write them.

A number overlooked is seen by a whole chat, one closed by mistake costs a press of `Телефон`. Yet houses, sums, dates,
readings and the appeals' own numbers are what the work is about: a form that they share with a phone needs a word like
«тел.» beside it. Digits count in whole groups, so that a number never begins in the middle of another.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from itertools import accumulate, pairwise
from typing import Final


class NumberKind(StrEnum):
    """What the number is; local phones are those without a code."""

    PHONE = "phone"
    LOCAL_PHONE = "local_phone"
    PASSPORT = "passport"
    SNILS = "snils"


@dataclass(frozen=True, slots=True)
class PersonalNumber:
    """A number and its place: `start` and `end` count characters of the text."""

    kind: NumberKind
    start: int
    end: int
    written: str

    @property
    def digits(self) -> str:
        """The number without its dress; a Russian phone without its country code."""
        digits = digits_in(self.written)
        is_russian = self.kind is NumberKind.PHONE and len(digits) == 11 and digits[0] in "78"
        return digits[1:] if is_russian else digits


_SP: Final = r"[ \t\u00a0\u2007\u2009\u202f]"
_DASH: Final = r"[-\u2010-\u2015\u2212]"
_GAP: Final = re.compile(r"[ \t\u00a0\u2000-\u200d\u202f\u2060\ufe0f\u20e3().\-\u2010-\u2015\u2212]{1,5}")
_NUMBER_SIGN: Final = rf"{_SP}*[,;:]?{_SP}*(?:№|N[oо]?|номер\w*:?|ном\.|н\.)?{_SP}*"
_CURRENCY: Final = r"(?:руб(?:\.|л\w+)?|₽|коп(?:\.|е\w+)|тыс(?:\.|яч\w*)|млн|млрд)(?!\w)"

_NAMED: Final = (
    (
        NumberKind.PASSPORT,
        rf"(?i:паспорт\w*|сери[яи]\b)[^\d\n]{{0,30}}(\d\d{_SP}?\d\d(?:{_DASH}|{_NUMBER_SIGN})\d{{3}}{_SP}?\d{{3}}(?!\d))",
    ),
    (NumberKind.PASSPORT, rf"(?i:паспорт\w*)[^\d\n]{{0,30}}(\d\d{_NUMBER_SIGN}\d{{7}}(?!\d))"),
    (NumberKind.SNILS, rf"(?i:снилс)\D{{0,15}}(\d(?:(?:{_SP}|{_DASH})?\d){{10}}(?!\d))"),
)
"""Numbers with their name ahead: whatever stands there in the right length."""

_NO_NUMBERS: Final = (
    r"(?<!\d)(?<!\d-)20\d\d-\d{5,6}(?!\d|-\d)",
    r"(?<![\d.])(?:0?[1-9]|[12]\d|3[01])([./-])(?:0?[1-9]|1[0-2])\1(?:19|20)\d\d(?!\d)",
    r"(?<!\d)(?:19|20)\d\d([./-])(?:0[1-9]|1[0-2])\1(?:0[1-9]|[12]\d|3[01])(?!\d)",
    r"(?<![\d.])(?:0[1-9]|[12]\d|3[01])\.(?:0[1-9]|1[0-2])\.\d\d(?!\.?\d)",
    rf"(?<!\d)(?:\d{{1,3}}(?:{_SP}\d{{3}})+|\d+)(?:[.,]\d{{1,2}})?{_SP}?(?i:{_CURRENCY})",
    r"(?<!\d)\d{3,}[.,]\d{1,3}(?![.,\-]?\d)",
)
"""Numbers of appeals, dates, sums, readings with a fraction."""

_SHAPED: Final = (
    (
        NumberKind.PASSPORT,
        rf"(?<!\d)(\d\d{_SP}?(?:9[7-9]|[0-3]\d){_SP}\d{{6}}|\d\d{_SP}?\d\d{_SP}?(?:№|N[oо]?){_SP}?\d{{6}})(?!\d)",
    ),
    (
        NumberKind.SNILS,
        rf"(?<!\d)(?<!\d-)(\d{{3}}(?:{_DASH}|{_SP})\d{{3}}(?:{_DASH}|{_SP})\d{{3}}(?:{_DASH}|{_SP})\d\d)(?!{_DASH}?\d)",
    ),
)
"""Numbers that are known by their form alone."""

_CALL: Final = (
    r"(?i:\b(?:тел(?:ефон\w*)?|тлф|сот(?:ов\w+)?|моб(?:ильн\w+)?|факс|whats?app|в[ао]т?[сц]ап|вайбер|viber)\b"
    r"|\b(?:пере|по)?звони(?:те|ть)\b)"
)
_LOCAL: Final = (
    rf"{_CALL}[^\d\n+]{{0,15}}(\d{{1,3}}(?:(?:{_DASH}|{_SP})?\d\d){{2}}(?!{_DASH}?\d))",
    rf"(?<!\d)(?<!\d[-.\u2010-\u2015])([2-9]\d\d{_DASH}\d\d{_DASH}\d\d)(?!{_DASH}?\d)",
)
_NO_PHONE_AFTER: Final = re.compile(
    r"\b(?i:д(?:ом\w{0,2})?|кв(?:артир\w*)?|к(?:орп\w*)?|стр(?:оени\w*)?|под(?:ъезд\w*)?|этаж\w*)\.?\s*$"
)

_GROUP: Final = re.compile(r"\d+")
_CODED: Final = frozenset({(3, 3, 4), (3, 3, 2, 2), (3, 2, 2, 3), (3, 4, 3)})
_LENGTHS: Final = {
    **dict.fromkeys(("7", "373", "374", "993"), 11),
    **dict.fromkeys(("375", "380", "992", "994", "995", "996", "998"), 12),
}
"""Digits with the country's code, for Russia and its neighbours."""
_ABROAD: Final = range(9, 16)
_MOST_GROUPS: Final = _ABROAD.stop
_BLANK: Final = "\0"
_WHOLE_PHONE: Final = 11
_WORD: Final = 20
"""Characters that a word for a house takes at most."""


@lru_cache(maxsize=256)
def find_numbers(text: str) -> tuple[PersonalNumber, ...]:
    """Every personal number of the text, in order; none overlaps another.

    Kept for a while: each card asks about the same few texts a dozen times.
    """
    if _GROUP.search(text) is None:
        return ()
    found: list[PersonalNumber] = []
    rest = _take(text, text, found, _NAMED)
    for pattern in _NO_NUMBERS:
        rest = re.sub(pattern, lambda match: _BLANK * len(match[0]), rest)
    rest = _take(text, rest, found, _SHAPED)
    for start, end in _phones(rest):
        found.append(PersonalNumber(_kind_of(text[start:end]), start, end, text[start:end]))
        rest = f"{rest[:start]}{_BLANK * (end - start)}{rest[end:]}"
    _take(text, rest, found, [(NumberKind.LOCAL_PHONE, pattern) for pattern in _LOCAL])
    return tuple(sorted(found, key=lambda number: number.start))


def _take(
    text: str, rest: str, found: list[PersonalNumber], patterns: Sequence[tuple[NumberKind, str]]
) -> str:
    for kind, pattern in patterns:
        for match in re.finditer(pattern, rest):
            start, end = match.span(1)
            if kind is NumberKind.LOCAL_PHONE and _is_after_house(rest, start):
                continue
            found.append(PersonalNumber(kind, start, end, text[start:end]))
            rest = f"{rest[:start]}{_BLANK * (end - start)}{rest[end:]}"
    return rest


def _kind_of(written: str) -> NumberKind:
    """Eleven digits in a row whose last two are the checksum are a СНИЛС, unless they begin like a mobile phone."""
    in_a_row = len(written) == _WHOLE_PHONE and written.isdecimal()
    is_snils = in_a_row and written[:2] not in {"79", "89"} and _is_snils(written)
    return NumberKind.SNILS if is_snils else NumberKind.PHONE


def _is_snils(digits: str) -> bool:
    total = sum(int(digit) * weight for digit, weight in zip(digits, range(9, 0, -1), strict=False))
    return total % 101 % 100 == int(digits[9:])


def _phones(text: str) -> Iterator[tuple[int, int]]:
    for run in _runs(text):
        at = 0
        while at < len(run):
            taken = _count_groups(text, run[at : at + _MOST_GROUPS])
            if taken:
                start = run[at].start()
                yield start - (text[start - 1 : start] in {"+", "("}), run[at + taken - 1].end()
            at += taken or 1


def _is_after_house(text: str, start: int) -> bool:
    """«дом 8 912…»: the first digits are the house's."""
    return _NO_PHONE_AFTER.search(text, max(0, start - _WORD), start) is not None


def _runs(text: str) -> Iterator[list[re.Match[str]]]:
    """Groups of digits with nothing but spaces, dashes, dots and brackets between them."""
    run: list[re.Match[str]] = []
    for group in _GROUP.finditer(text):
        if run and not _GAP.fullmatch(text, run[-1].end(), group.start()):
            yield run
            run = []
        run.append(group)
    if run:
        yield run


def _count_groups(text: str, run: Sequence[re.Match[str]]) -> int:
    """How many groups from the first of the run on make up a phone; 0 where it begins none."""
    start = run[0].start()
    sizes = list(accumulate(len(group[0]) for group in run))
    digits = digits_in("".join(group[0] for group in run))
    if text[start - 1 : start] == "+":
        return _count_abroad(digits, sizes)
    if len(run[0][0]) <= 3 and _is_after_house(text, start):
        return 0
    for size, fits in ((_WHOLE_PHONE, _is_whole), (_WHOLE_PHONE - 1, _is_coded)):
        if size in sizes:
            groups = run[: sizes.index(size) + 1]
            if fits(text, groups, digits) and _dots_agree(text, groups):
                return len(groups)
    return 0


def _count_abroad(digits: str, sizes: Sequence[int]) -> int:
    wanted = next((size for code, size in _LENGTHS.items() if digits.startswith(code)), 0)
    if wanted in sizes:
        return sizes.index(wanted) + 1
    return max((count for count, size in enumerate(sizes, 1) if size in _ABROAD), default=0)


def _is_whole(_: str, groups: Sequence[re.Match[str]], digits: str) -> bool:
    """Eight or seven ahead, in a group of its own or with the code; or a СНИЛС in a row."""
    first = len(groups[0][0])
    if first == _WHOLE_PHONE and _is_snils(digits[:_WHOLE_PHONE]):
        return True
    if digits[0] not in "78" or digits[1] not in "3456789":
        return False
    one_by_one = len(groups) == _WHOLE_PHONE
    return first >= 4 or (first == 1 and len(groups[1][0]) >= 2) or one_by_one


def _is_coded(text: str, groups: Sequence[re.Match[str]], digits: str) -> bool:
    """Ten digits with the code ahead: a mobile phone in a row, a code in brackets, or groups as phones have them."""
    shape = tuple(len(group[0]) for group in groups)
    start, end = groups[0].span()
    if text[start - 1 : start] == "(" and text[end : end + 1] == ")":
        return 3 <= shape[0] <= 5
    if digits[0] == "9" and shape in {(10,), (3, 7)}:
        return True
    return digits[0] in "3489" and shape in _CODED


def _dots_agree(text: str, groups: Sequence[re.Match[str]]) -> bool:
    """Either every gap has a dot or none has: otherwise these are readings side by side."""
    gaps = [text[one.end() : other.start()] for one, other in pairwise(groups)]
    dots = ["." in gap for gap in gaps]
    return all(dots) or not any(dots) or any(")" in gap for gap in gaps)


def digits_in(text: str) -> str:
    """Its digits alone, those of other scripts as ours."""
    return "".join(str(int(sign)) for sign in text if sign.isdecimal())
