"""Personal numbers in what the bot writes to staff chats: closed for the chat, opened to who asks (guarantee 28).

The citizen's own messages from the bot, and what is stored, stay to the letter.
"""

import re
from collections.abc import Collection, Iterable, Sequence
from typing import Final

from domain.messages import CitizenMessage, ContentKind
from domain.words.personal_numbers import NumberKind, PersonalNumber, digits_in, find_numbers

_LIKE_A_PHONE: Final = re.compile(r"\+?\d(?:[\W_]{0,3}\d){6,}")
"""Seven digits and more, however they are spaced: no name is spelled like that."""
_CLOSED: Final = {NumberKind.PASSPORT: "···· ······", NumberKind.SNILS: "···-···-··· ··"}


def mask(text: str, only: Collection[str] | None = None) -> str:
    """The text with its phones, passports and СНИЛС closed; `only`: phones of these digits alone, all the rest of them
    stays (an answer has to show the office's own phone to whoever agrees to it).
    """
    for number in reversed(find_numbers(text)):
        if only is None or not _is_phone(number) or number.digits in only:
            text = f"{text[: number.start]}{_closed(number)}{text[number.end :]}"
    return text


def mask_name(text: str) -> str:
    """The same where no number has any business: whatever could be a phone is closed."""
    return _LIKE_A_PHONE.sub(lambda run: closed_phone(run[0]), text)


def closed_phone(phone: str) -> str:
    """«+7 ··· ·· 12»: enough to recognise, too little to call."""
    digits = digits_in(phone)
    russian = (len(digits) == 11 and digits[0] in "78") or len(digits) == 10
    return f"+{'7' if russian else '··'} ··· ·· {digits[-2:]}"


def given_numbers(own: str | None, messages: Iterable[CitizenMessage]) -> list[PersonalNumber]:
    """What the citizen gave, each once: the own phone, those on contacts, and every number in the words."""
    found = [_phone(own)] if own else []
    for row in messages:
        found += find_numbers(row.text)
        if row.kind is ContentKind.CONTACT:
            found += map(_phone, _LIKE_A_PHONE.findall(row.detail))
        else:
            found += find_numbers(row.detail)
    return each_once(found)


def each_once(numbers: Sequence[PersonalNumber]) -> list[PersonalNumber]:
    """The same number told again, however it is written, is no other one."""
    return list({number.digits: number for number in reversed(numbers)}.values())[::-1]


def digits_of(numbers: Iterable[PersonalNumber]) -> frozenset[str]:
    """How the numbers are known again, however they are written."""
    return frozenset(number.digits for number in numbers)


def _phone(written: str) -> PersonalNumber:
    return PersonalNumber(NumberKind.PHONE, 0, len(written), written)


def _is_phone(number: PersonalNumber) -> bool:
    return number.kind in {NumberKind.PHONE, NumberKind.LOCAL_PHONE}


def _closed(number: PersonalNumber) -> str:
    if number.kind is NumberKind.LOCAL_PHONE:
        return f"··· ·· {number.digits[-2:]}"
    return _CLOSED.get(number.kind) or closed_phone(number.written)
