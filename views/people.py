"""People on a card: names on one line, phones closed, mentions that reach."""

import re
from typing import Final

from domain.names import visible
from domain.phones import PHONE
from locales.texts import Html, Texts
from views.measure import one_line

_NAME_LIMIT: Final = 64


def closed_phone(phone: str) -> str:
    """«+7 ··· ·· 12»: enough to recognise, too little to call (guarantee 28)."""
    digits = re.sub(r"\D", "", phone)
    russian = (len(digits) == 11 and digits[0] in "78") or len(digits) == 10
    return f"+{'7' if russian else '··'} ··· ·· {digits[-2:]}"


def close_phones(text: str) -> str:
    """The text with every phone in it closed."""
    return PHONE.sub(lambda run: closed_phone(run[0]), text)


def person(name: str, texts: Texts) -> str:
    """A name as the messenger brought it, made fit for a line of ours."""
    return one_line(close_phones(visible(name)), _NAME_LIMIT) or texts.plain("card-nameless")


def mention(user_id: int, name: str, texts: Texts) -> Html:
    """A link that notifies the person, also without a username; a selective ForceReply goes by it."""
    return texts("mention", user=str(user_id), name=one_line(name, _NAME_LIMIT) or texts.plain("someone"))
