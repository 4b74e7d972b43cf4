"""A regulation as a whole; `bot/regulations/*.toml` hold those that come with the program."""

from dataclasses import dataclass
from typing import Final

from domain.municipality import Category
from domain.outcomes import Outcome
from domain.regulation.answers import AnswerKind, AnswerRule
from domain.regulation.measures import MeasuresRule
from domain.regulation.terms import DayDue, Stage, Term

BUILT_IN: Final = ("krasnoufimsk", "chaikovsky", "grozny", "federal59")
"""The regulations that come with the program, by the names of the municipality file."""


@dataclass(frozen=True, slots=True)
class Extension:
    """By how many days, in all, a term may be moved."""

    days: int
    clause: str


@dataclass(frozen=True, slots=True)
class Provision:
    """What the regulation says besides its terms, for people to read: `about` what, and where it stands."""

    about: str
    says: str
    clause: str


@dataclass(frozen=True, slots=True)
class OutcomeGroup:
    """Outcomes that the regulation's own report counts together, under its own word (R13)."""

    name: str
    outcomes: tuple[Outcome, ...]
    clause: str


@dataclass(frozen=True, slots=True)
class Regulation:
    """What one regulation demands. It sets no term that is not among `terms`, and nothing is guessed in its place.

    `restart_on_reroute`: another department begins anew (A7). `pause_on_clarify`: a question to the
    citizen stops the clocks until the answer (A16). `rework_alert`: after so many returns for revision the curator hears of it (A18); 0: never.
    `extension`: None where terms are not moved. `answers`: what is demanded of answers besides their terms.
    `outcomes`: how its report counts them; one that is in no group stands by itself. `measures`: None where no report
    on the measures taken is demanded.
    """

    name: str
    title: str = ""
    act: str = ""
    terms: tuple[Term, ...] = ()
    day_due: DayDue = DayDue.CLOSING
    restart_on_reroute: bool = False
    pause_on_clarify: bool = False
    rework_alert: int = 0
    extension: Extension | None = None
    answers: tuple[AnswerRule, ...] = ()
    outcomes: tuple[OutcomeGroup, ...] = ()
    provisions: tuple[Provision, ...] = ()
    measures: MeasuresRule | None = None

    def find_term(self, stage: Stage, category: Category, *, urgent: bool) -> Term | None:
        """The term of the stage that says most of such an appeal; None where the regulation sets none."""
        said = [one for one in self.terms if one.stage is stage and one.holds_for(category, urgent=urgent)]
        return max(said, key=lambda one: one.weight, default=None)

    def find_answer_rule(self, answer: AnswerKind, category: Category) -> AnswerRule | None:
        """What is demanded of such an answer to such an appeal; None: nothing."""
        said = [one for one in self.answers if one.answer is answer and one.category in {None, category}]
        return max(said, key=lambda one: one.category is not None, default=None)
