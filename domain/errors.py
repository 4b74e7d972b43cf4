"""What may go wrong by the rules.

DomainError
├── Forbidden            the person has no right to this here
│   ├── OwnDraft         an author may not approve the own draft
│   ├── OwnProposal      a proposal not to answer is confirmed by somebody else
│   ├── OwnRequest       more time is granted by somebody else
│   └── AskedOfAnother   another person's words are waited for under this message
├── NotALeader           an instruction is given by a leader or the mayor
├── NoAppealHere         a reply to something that is about no appeal
├── TermNotUnderstood    a day in words that is no day, or over
│   └── NewDayUnclear    the same of a day until which more time is wanted
├── NoExtension          the term of this appeal is not moved, or not any further
├── ExtensionAsked       more time was asked for already
├── ExtensionTooLong     a day before the present term, or beyond the limit
├── PromisedDayWrong     words that name no day which could be kept under control
├── PromiseNotLater      a promise is moved to a later day
├── PromiseIsOver        what is being approved promises a day that has passed
├── NoPromise            nothing is promised to the citizen, or not any more
├── NotPossibleNow       the appeal is in another state than the press assumed
│   └── ExtensionOver    a request for more time that waits no more
├── HandedOn             another department has it by now
├── AlreadyAccepted      somebody else won
├── PartNotPossibleNow   the department's part is in another state than the press assumed
├── PartsAwaited         a final answer before every department has given its part
├── LeadStays            the lead department can't be ticked off, only exchanged
├── UnknownDepartment    a line that names no department
├── NoLongerAsked        the words come to a question that is settled
├── StaleVersion         the button belongs to an older version of the draft
├── DayNotUnderstood     a summary of no day, or of one that is not over
├── DayIsOff             a summary of a day on which nobody worked
├── NobodyNamed          a family name that is nobody's, or several people's
├── NoChat               the applicant has no chat with the bot
├── NothingWaits         there is no other draft to decide on
├── NoTermNow            no term of those who read the card runs
├── NothingKept          nothing is left of what a blocked citizen sent
├── NotFound             no such appeal, draft or department
│   └── NoSuchFormer     this citizen has no earlier appeal of that number
├── ProofNeeded          a reply without a photo, a video or a document where one was asked for
├── VoiceNeedsWords      a voice where the citizen is to read words
└── WordsNeeded          a reason or a text without words

Every error carries facts as attributes and a `code`, the key of its text; one place turns it into words.
"""

from collections.abc import Mapping
from datetime import date, datetime
from typing import ClassVar

from domain.status import Status
from domain.words.names import gender_of


class DomainError(Exception):
    """A rule said no; `facts` are the arguments of the text named by `code`, or by `in_words` where not a press but
    words were refused: a button that has grown old is nothing to somebody who wrote.
    """

    code: ClassVar[str]
    in_words: ClassVar[str | None] = None

    @property
    def said_code(self) -> str:
        """The key for words that were refused; an error with a code of its own does not speak as its parent does."""
        own = (vars(kind) for kind in type(self).__mro__)
        return next(
            str(facts.get("in_words") or facts["code"])
            for facts in own
            if {"in_words", "code"} & facts.keys()
        )

    @property
    def facts(self) -> Mapping[str, object]:
        """Arguments of the error's text."""
        return {}


class Forbidden(DomainError):
    """The presser's own id gives no right to this action on this appeal in this chat."""

    code = "error-forbidden"


class OwnDraft(Forbidden):
    """Nobody approves the own draft unless the municipality allows it (`approval.self`)."""

    code = "error-own-draft"


class OwnProposal(Forbidden):
    """Whoever proposes not to answer does not confirm it (R53, A20: a second person)."""

    code = "error-own-proposal"


class AskedOfAnother(Forbidden):
    """The bot waits for another person's words under this message."""

    code = "error-asked-of-another"

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name

    @property
    def facts(self) -> Mapping[str, object]:
        """Who was asked."""
        return {"name": self.name}


class NotALeader(DomainError):
    """Words in reply to a leadership card by somebody who gives no instructions; said to anybody, unlike `Forbidden`."""

    code = "error-not-a-leader"


class NoAppealHere(DomainError):
    """A leader replied to a message that is about no appeal."""

    code = "error-no-appeal-here"


class NotRepliedHere(DomainError):
    """Somebody of the staff replied in private to what takes no words, which is no citizen's message either."""

    code = "error-not-replied-here"


class TermNotUnderstood(DomainError):
    """By when? The words name no day, several, or one that is over; a reply to this question answers it, too."""

    code = "error-term-not-understood"

    def __init__(self, number: str) -> None:
        super().__init__(number)
        self.number = number

    @property
    def facts(self) -> Mapping[str, object]:
        """Which appeal the instruction is about."""
        return {"number": self.number}


class StintNotUnderstood(DomainError):
    """Until which day somebody is on duty or stands in: the words name none, or one that is over."""

    code = "error-stint-not-understood"


class DayNotUnderstood(DomainError):
    """Of which day? The words name none, several, or one that is still to come."""

    code = "error-day-not-understood"


class DayIsOff(DomainError):
    """Nobody worked on that day: what came then is told of with the next working day."""

    code = "error-day-is-off"

    def __init__(self, day: date, told_with: date) -> None:
        super().__init__(day, told_with)
        self.day = day
        self.told_with = told_with

    @property
    def facts(self) -> Mapping[str, object]:
        """Both days."""
        return {"day": f"{self.day:%d.%m}", "next": f"{self.told_with:%d.%m}"}


class NotPossibleNow(DomainError):
    """The appeal has moved on since the button was shown."""

    code = "error-not-possible-now"
    in_words = "refusal-not-possible-now"

    def __init__(self, number: str, status: Status) -> None:
        super().__init__(number, status)
        self.number = number
        self.status = status

    @property
    def facts(self) -> Mapping[str, object]:
        """Number and what is so now."""
        return {"number": self.number, "status": self.status.value}


class NoLongerAsked(NotPossibleNow):
    """A question of the bot that is settled or cancelled waits for no words any more."""

    in_words = "refusal-no-longer-asked"


class HandedOn(DomainError):
    """A department that had the appeal presses its old card, or replies to it: another one has it by now."""

    code = "error-handed-on"

    def __init__(self, number: str, department: str, at: datetime) -> None:
        super().__init__(number, department, at)
        self.number = number
        self.department = department
        self.at = at

    @property
    def facts(self) -> Mapping[str, object]:
        """Who has it, since when."""
        return {"number": self.number, "department": self.department, "at": self.at}


class AlreadyAccepted(DomainError):
    """Somebody else accepted first; one wins, the others are told who and when."""

    code = "error-already-accepted"

    def __init__(self, name: str, at: datetime) -> None:
        super().__init__(name, at)
        self.name = name
        self.at = at

    @property
    def facts(self) -> Mapping[str, object]:
        """Who holds the appeal, since when; by which form the verb agrees."""
        return {"gender": gender_of(self.name), "name": self.name, "at": self.at}


class PartNotPossibleNow(DomainError):
    """The department's part has moved on since the button was shown; `state` «over»: the answer has left."""

    code = "error-part-not-possible-now"
    in_words = "refusal-part-not-possible-now"

    def __init__(self, state: str) -> None:
        super().__init__(state)
        self.state = state

    @property
    def facts(self) -> Mapping[str, object]:
        """What is so now."""
        return {"state": str(self.state)}


class PartsAwaited(DomainError):
    """The final answer is a common one: some departments have not given their parts yet (R47)."""

    code = "error-parts-awaited"

    def __init__(self, departments: str) -> None:
        super().__init__(departments)
        self.departments = departments

    @property
    def facts(self) -> Mapping[str, object]:
        """Who is waited for."""
        return {"departments": self.departments}


class LeadStays(DomainError):
    """Somebody has to lead: another department is made the lead by routing to it."""

    code = "error-lead-stays"

    def __init__(self, department: str) -> None:
        super().__init__(department)
        self.department = department

    @property
    def facts(self) -> Mapping[str, object]:
        """Who leads."""
        return {"department": self.department}


class UnknownDepartment(DomainError):
    """Words about parts begin with a name that no department has."""

    code = "error-unknown-department"

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name

    @property
    def facts(self) -> Mapping[str, object]:
        """The name as it was written."""
        return {"name": self.name}


class StaleVersion(DomainError):
    """A button of an old version of a draft sends nothing."""

    code = "error-stale-version"
    in_words = "refusal-stale-version"


class NoChat(DomainError):
    """Whoever applied has no chat with the bot: only a person can ask or answer."""

    code = "error-no-chat"


class NothingWaits(DomainError):
    """Every other draft has been decided on."""

    code = "error-nothing-waits"


class NoTermNow(DomainError):
    """Nothing has to be done by those who read the card, or the term is being computed anew at this moment."""

    code = "error-no-term-now"

    def __init__(self, number: str) -> None:
        super().__init__(number)
        self.number = number

    @property
    def facts(self) -> Mapping[str, object]:
        """The number."""
        return {"number": self.number}


class NothingKept(DomainError):
    """What came from a citizen who was blocked has been decided on, or the citizen is blocked again."""

    code = "error-nothing-kept"


class NobodyNamed(DomainError):
    """A family name that is nobody's of the staff, or several people's."""

    code = "error-nobody-named"

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name

    @property
    def facts(self) -> Mapping[str, object]:
        """The word that was meant for a name."""
        return {"name": self.name}


class NotFound(DomainError):
    """What the button or the words named does not exist, or not for this person."""

    code = "error-not-found"
    in_words = "refusal-not-found"


class NoSuchFormer(NotFound):
    """A repeat is a repeat of what the same citizen wrote before (R48)."""

    code = "error-no-such-former"
    in_words = "error-no-such-former"


class ProofNeeded(DomainError):
    """Neither a sticker nor a voice shows that it is done, or that there is nothing to do (R50, R52)."""

    code = "error-proof-needed"


class VoiceNeedsWords(DomainError):
    """A voice is no answer that could be agreed to and sent."""

    code = "error-voice-needs-words"


class WordsNeeded(DomainError):
    """A return or a revision without a written reason does not count (R40, R44)."""

    code = "error-words-needed"
