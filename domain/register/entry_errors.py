"""What may be wrong with a message that is entered by hand.

DomainError
├── EntryOver            it is registered, or was dropped
│   └── CorrectionOver   it was in the register, and what was wrong has been put right
├── NotByHand            a citizen wrote it to the bot: nobody else says who and when
├── DataErased           what is to be put right is erased
├── WordsStay            what was written is not corrected, only what is known of it
├── EntryKnown           this very message has been entered
├── ExternalKnown        the number that it has in its channel is in the register
├── ValueNotUnderstood   words that are no value of the field
└── NothingToEnter       no words and no file
"""

from collections.abc import Mapping

from domain.errors import DomainError


class _OfOne(DomainError):
    """What is said of one message of the register; "none" stands for a number that it has not."""

    def __init__(self, number: str) -> None:
        super().__init__(number)
        self.number = number

    @property
    def facts(self) -> Mapping[str, object]:
        """Its number."""
        return {"number": self.number or "none"}


class EntryOver(_OfOne):
    """A press on what was registered, or dropped without a number, meanwhile."""

    code = "error-entry-over"


class EntryKnown(_OfOne):
    """The same message once more; it has no number while it is filled in still."""

    code = "error-entry-known"


class ExternalKnown(DomainError):
    """Two rows of the register under one number of a channel."""

    code = "error-external-known"

    def __init__(self, external: str, number: str) -> None:
        super().__init__(external, number)
        self.external = external
        self.number = number

    @property
    def facts(self) -> Mapping[str, object]:
        """Both numbers."""
        return {"external": self.external, "number": self.number}


class ValueNotUnderstood(DomainError):
    """It is asked again; `field` says for what."""

    code = "error-entry-value"

    def __init__(self, field: str) -> None:
        super().__init__(field)
        self.field = field

    @property
    def facts(self) -> Mapping[str, object]:
        """The field."""
        return {"field": self.field}


class NothingToEnter(DomainError):
    """A message of a kind that holds neither words nor a file."""

    code = "error-entry-nothing"


class CorrectionOver(EntryOver):
    """A press on what was finished."""

    code = "error-correction-over"


class WordsStay(DomainError):
    """Words in reply to the message on which fields are put right."""

    code = "error-words-stay"


class NotByHand(_OfOne):
    """Only what the staff brought in is put right by the staff."""

    code = "error-not-by-hand"


class DataErased(NotByHand):
    """Nothing personal is known of it any more, and nothing is to be written anew."""

    code = "error-data-erased"
