"""The kind of a message, one of the six of the register, and what it most likely is by its words.

A guess names the words that it went by, so that a coordinator sees why and puts it right (R19, Chaikovsky, п. 1).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Final


class AppealKind(StrEnum):
    """What a message is in the register."""

    QUESTION = "question"
    REMARK = "remark"
    COMPLAINT = "complaint"
    PROPOSAL = "proposal"
    APPLICATION = "application"
    THANKS = "thanks"


@dataclass(frozen=True, slots=True)
class KindGuess:
    """A kind, with the words of the message that speak for it."""

    kind: AppealKind
    words: str


_LOOKED_THROUGH: Final = 4_096
"""Characters that decide; a person says what it is long before."""
_WORDS_SHOWN: Final = 40

_COMPLAINT: Final = (
    r"\b(?:(?<!не )(?:по)?жал(?:уюсь|уемся|овать\w*|об[аыуе]\w*)|прошу наказать|привле\w+ к ответственности"
    r"|безобраз\w+|возмущ\w+|бездейств\w+|хам(?:ят|ит|ств\w+)|груб(?:ят|ит)\b|беспредел\w*|произвол\w*"
    r"|сколько можно|наруша(?:ет|ют)\w*|complain\w*)"
)
_PROPOSAL: Final = (
    r"\b(?:предлага(?:ю|ем)\b|хо\w+ предложить|(?:мое|наше|есть) предложение|почему бы не\b|хорошо бы\b"
    r"|было бы (?:хорошо|неплохо|здорово|удобн\w+|лучше)|i suggest\b)"
)
_APPLICATION: Final = (
    r"^\W*заявление\b|\bпрошу (?:вас )?(?:(?:принять|рассмотреть) (?:мое )?заявление"
    r"|выдать|предоставить|разрешить|оформить|зачислить|включить|поставить на|назначить"
    r"|(?:сделать|произвести) перерасчет|оказать (?:материальную )?помощь)"
)
_QUESTION: Final = (
    r"\?|\b(?:(?:подскажите|разъясните|поясните|объясните|можно ли|будет ли|будут ли|планируется ли|есть ли|правда ли)\b"
    r"|хо\w+(?: бы)? (?:узнать|спросить|уточнить))"
    r"|^\W*(?:когда|почему|зачем|сколько|куда|где|кто|какой|какая|какие|каков\w*)\b"
)
_THANKS: Final = (
    r"^\W*(?:(?:(?:здравствуйте|добрый (?:день|вечер)|доброе утро)\W+)?(?:(?:большое|огромное) )?(?:спасибо|благодар\w+)"
    r"|thank(?:s| you)\b)|\b(?:выража\w+ (?:\w+ ){0,2}благодарност\w+|хо\w+(?: бы)? поблагодарить)"
)
_BUT: Final = r"\b(?:но|однако|опять|снова|не|нет|прошу|просим|but|not)\b|\?"
"""After thanks comes the matter."""

_SIGNS: Final = tuple(
    (kind, re.compile(sign))
    for kind, sign in (
        (AppealKind.COMPLAINT, _COMPLAINT),
        (AppealKind.PROPOSAL, _PROPOSAL),
        (AppealKind.APPLICATION, _APPLICATION),
        (AppealKind.QUESTION, _QUESTION),
    )
)
"""In this order: a complaint asks as well, and a proposal often ends with a question mark. The beginning of a word stands ahead
of all that may follow: asked for each of a dozen phrases anew it costs two and a half times as much."""
_GRATITUDE: Final = re.compile(_THANKS)
_MATTER: Final = re.compile(_BUT)


def guess_kind(text: str) -> KindGuess | None:
    """The kind that the words speak for; None where they tell nothing, which the register calls a remark.

    Thanks are only thanks where nothing else is wanted; else a «спасибо» is courtesy.
    """
    folded = " ".join(text[:_LOOKED_THROUGH].lower().replace("ё", "е").split())
    return next(_guesses(folded), None)


def _guesses(folded: str) -> Iterator[KindGuess]:
    thanks = _GRATITUDE.search(folded)
    if thanks and not _MATTER.search(folded):
        yield KindGuess(AppealKind.THANKS, _shown(thanks))
    for kind, sign in _SIGNS:
        found = sign.search(folded)
        if found:
            yield KindGuess(kind, _shown(found))


def _shown(found: re.Match[str]) -> str:
    return found[0].strip(" ,.!:;-«»\"'()")[:_WORDS_SHOWN]
