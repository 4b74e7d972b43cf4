"""What the register tells of a message besides its way through the house."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class ApplicantKind(StrEnum):
    """Who may apply (R60, control centre, п. 1.2а). ABROAD: a citizen who lives in another country."""

    CITIZEN = "citizen"
    ABROAD = "abroad"
    FOREIGNER = "foreigner"
    STATELESS = "stateless"
    ORGANISATION = "organisation"


@dataclass(slots=True, kw_only=True)
class RegisterMarks:
    """Marks of an appeal for the register alone (R03); they change nothing in how it is answered.

    `account`, `external_number`, `link`: where in its channel it stands (R01). `formal`: an appeal under 59-ФЗ, which
    only a clerk says. `important`: of high importance (R35), which the register tells apart from urgent.
    `forwarded_from`: the body that passed it on (R76, Nevinnomyssk). `repeat_number`: what it repeats, also where that is not in the
    register. `requests`: sent to other bodies for it (R80). `questions`: how many it holds, put to the department that gets it
    alone (R74). `shelved`: brought in unanswered from a file and taken up by nobody:
    it stands in the register alone, in no queue. `erased_at`: since when nothing personal is known of it any more.
    `territory`: by its name; `territory_given`: a person or a file has said it, and no address changes it any more (R58).
    """

    account: str = ""
    external_number: str | None = None
    link: str | None = None
    applicant_kind: ApplicantKind = ApplicantKind.CITIZEN
    formal: bool = False
    collective: bool = False
    important: bool = False
    territory: str | None = None
    territory_given: bool = False
    forwarded_from: str | None = None
    repeat_number: str | None = None
    requests: int = 0
    questions: int = 1
    shelved: bool = False
    erased_at: datetime | None = None

    def give_territory(self, name: str | None) -> None:
        """A person's word on where it lies; None: in none of them."""
        self.territory, self.territory_given = name, True

    def inquire(self, change: int) -> None:
        """One request to another body more, or one less."""
        self.requests = max(self.requests + change, 0)
