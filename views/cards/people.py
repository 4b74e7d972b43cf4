"""People on a card: names on one line, phones closed, mentions that reach."""

from typing import Final

from domain.words.masking import mask_name
from domain.words.names import visible
from locales.texts import Html, Texts
from views.measure import one_line

_NAME_LIMIT: Final = 64


def person(name: str, texts: Texts) -> str:
    """A name as the messenger brought it, made fit for a line of ours."""
    return one_line(mask_name(visible(name)), _NAME_LIMIT) or texts.plain("card-nameless")


def mention(user_id: int, name: str, texts: Texts) -> Html:
    """A link that notifies the person, also without a username; a selective ForceReply goes by it."""
    return texts("mention", user=str(user_id), name=one_line(name, _NAME_LIMIT) or texts.plain("someone"))
