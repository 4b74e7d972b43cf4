"""What may be wrong with an act of setting up.

DomainError
├── OnlyAdministrator    set-up is the administrators' alone
├── OnlyInPrivate        a command of the private chat, given in a group
├── OnlyInGroup          a command of a group, given in private
├── WriteAsYourself      an anonymous administrator, whom nobody can know
├── NoLongerStaff        the question was asked of somebody who has left the staff since
├── NotInTopic           only a department can work in a topic
├── CodeUnknown          no invitation has this code
├── CodeExpired          the invitation is over
├── CodeUsed             somebody else has come by it
├── SettingsChanged      another administrator was quicker
├── BadSetting           the value breaks a rule of the municipality file
├── HoursUnread          words that name no working hours
├── DayUnread            words that name no day, or more than one
├── YearUnread           words that name no year
├── AlreadyDecided       somebody else has let the person in, or has not
├── AlreadyThere         something of this name exists
├── DepartmentHasWork    a department can't go with what it has in hand
├── LastAdministrator    nobody could set anything up any more
└── StillLacking         citizens can't be let in yet
"""

from collections.abc import Mapping
from datetime import datetime

from domain.errors import DomainError


class OnlyAdministrator(DomainError):
    """A right that no other role gives."""

    code = "error-only-administrator"


class OnlyInPrivate(DomainError):
    """Set-up is a matter between the administrator and the bot."""

    code = "error-only-in-private"


class OnlyInGroup(DomainError):
    """A chat is bound from within."""

    code = "error-only-in-group"


class WriteAsYourself(DomainError):
    """Rights come from a person's own id."""

    code = "error-write-as-yourself"


class NoLongerStaff(DomainError):
    """Who was asked has no role any more; silence would look as if the words were taken."""

    code = "error-no-longer-staff"


class NotInTopic(DomainError):
    """Coordinators, approvals and the leadership have a chat, not a topic of one."""

    code = "error-not-in-topic"


class CodeUnknown(DomainError):
    """It looks like a code, and is none of ours."""

    code = "error-code-unknown"


class CodeExpired(DomainError):
    """Codes are short-lived, so that an old log or an old message lets nobody in."""

    code = "error-code-expired"


class CodeUsed(DomainError):
    """One code, one person: the first who opened it."""

    code = "error-code-used"


class SettingsChanged(DomainError):
    """What the page showed is not so any more; it is shown anew."""

    code = "error-settings-changed"

    def __init__(self, name: str, at: datetime) -> None:
        super().__init__(name, at)
        self.name = name
        self.at = at

    @property
    def facts(self) -> Mapping[str, object]:
        """Who changed it, and when."""
        return {"name": self.name, "at": self.at}


class BadSetting(DomainError):
    """`problem`: what is wrong and what to do, in the words that a municipality file gets."""

    code = "error-bad-setting"

    def __init__(self, problem: str) -> None:
        super().__init__(problem)
        self.problem = problem

    @property
    def facts(self) -> Mapping[str, object]:
        """What is wrong."""
        return {"problem": self.problem}


class HoursUnread(DomainError):
    """Days and times could not be made out."""

    code = "error-hours-unread"


class DayUnread(DomainError):
    """Which day is meant is not guessed."""

    code = "error-day-unread"


class YearUnread(DomainError):
    """Four digits are wanted."""

    code = "error-year-unread"


class AlreadyDecided(DomainError):
    """One decides, the others are told who and when."""

    code = "error-already-decided"

    def __init__(self, name: str, at: datetime) -> None:
        super().__init__(name, at)
        self.name = name
        self.at = at

    @property
    def facts(self) -> Mapping[str, object]:
        """Who, and when."""
        return {"name": self.name, "at": self.at}


class AlreadyThere(DomainError):
    """Two of the same name could not be told apart."""

    code = "error-already-there"

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name

    @property
    def facts(self) -> Mapping[str, object]:
        """The name."""
        return {"name": self.name}


class DepartmentHasWork(DomainError):
    """Open messages would belong to nobody."""

    code = "error-department-has-work"


class LastAdministrator(DomainError):
    """The last one stays until there is another."""

    code = "error-last-administrator"


class StillLacking(DomainError):
    """Something has still to be told."""

    code = "error-still-lacking"
