"""People on a card: names on one line, phones closed, mentions that reach."""

from typing import Final

from domain.municipality import Municipality
from domain.words.masking import mask_name
from domain.words.names import gender_of, visible
from locales.texts import Html, Texts
from views.measure import one_line

_NAME_LIMIT: Final = 64


def person(name: str, texts: Texts) -> str:
    """A name as the messenger brought it, made fit for a line of ours."""
    return one_line(mask_name(visible(name)), _NAME_LIMIT) or texts.plain("card-nameless")


def gender(name: str, municipality: Municipality) -> str:
    """For a verb in the past beside a name as cards show it (a code)."""
    return gender_of(name, (employee.name for employee in municipality.staff)).value


def mention(user_id: int, name: str, texts: Texts) -> Html:
    """A link that notifies the person, also without a username; a selective ForceReply goes by it."""
    return texts("mention", user=str(user_id), name=one_line(name, _NAME_LIMIT) or texts.plain("someone"))
