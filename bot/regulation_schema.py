"""The keys, types and bounds of a regulation's file, section by section, and the domain values they become."""

from typing import Annotated, ClassVar, Self

from pydantic import Field, Strict, model_validator

from bot.municipality_fields import Flag, Name, Note, refuse
from bot.municipality_schema import Section
from domain.municipality import Category
from domain.outcomes import Outcome
from domain.regulation import answers
from domain.regulation import regulation as domain
from domain.regulation.measures import MeasuresRule
from domain.regulation.terms import (
    STARTS,
    DayDue,
    Holder,
    Span,
    Stage,
    Start,
    Term,
    Unit,
    list_holders,
)
from domain.workdays import Roll

Minutes = Annotated[int, Strict(), Field(ge=0, le=1_000_000)]
Days = Annotated[int, Strict(), Field(ge=0, le=3650)]


class RegulationSection(Section):
    """A table of such a file."""

    example: ClassVar[str] = "bot/regulations/krasnoufimsk.toml"


class TermSection(RegulationSection):
    stage: Stage
    holder: Holder
    start: Start
    clause: Note
    minutes: Minutes | None = None
    hours: Minutes | None = None
    calendar_days: Days | None = None
    working_days: Days | None = None
    category: Category | None = None
    high_importance: Flag | None = None
    interim_counts: Flag = False
    roll: Roll = Roll.NEXT

    @model_validator(mode="after")
    def _fits(self) -> Self:
        """Raise where the parts of one term contradict each other."""
        if len(self._spans()) != 1:
            key = "setup-term-with-spans" if self._spans() else "setup-term-without-span"
            raise refuse(key, expected=", ".join(Unit))
        if self.stage not in STARTS:
            raise refuse("setup-term-stage", value=self.stage, expected=", ".join(sorted(STARTS)))
        if self.start not in STARTS[self.stage]:
            raise refuse("setup-term-start", value=self.stage, expected=", ".join(sorted(STARTS[self.stage])))
        if self.holder not in list_holders(self.stage):
            raise refuse("setup-term-holder", value=self.stage, expected=", ".join(list_holders(self.stage)))
        return self

    def _spans(self) -> list[Span]:
        counts = ((unit, getattr(self, unit.value)) for unit in Unit)
        return [Span(count, unit) for unit, count in counts if count is not None]

    def to_domain(self) -> Term:
        (span,) = self._spans()
        return Term(**self.model_dump(exclude={unit.value for unit in Unit}), span=span)


class ExtensionSection(RegulationSection):
    days: Annotated[int, Strict(), Field(ge=1, le=3650)]
    clause: Note


class AnswerSection(RegulationSection):
    answer: answers.AnswerKind
    needs: Annotated[tuple[answers.Need, ...], Field(min_length=1)]
    clause: Note
    category: Category | None = None

    @model_validator(mode="after")
    def _fits(self) -> Self:
        """Raise where something is demanded that no such answer has."""
        wrong = answers.ONLY_INTERIM.intersection(self.needs)
        if wrong and self.answer is not answers.AnswerKind.INTERIM:
            raise refuse(
                "setup-answer-needs", value=", ".join(sorted(wrong)), expected=answers.AnswerKind.INTERIM
            )
        if answers.Need.CONTACTS in self.needs and self.answer is not answers.AnswerKind.REFERRED:
            raise refuse(
                "setup-answer-needs", value=answers.Need.CONTACTS, expected=answers.AnswerKind.REFERRED
            )
        return self


class OutcomeSection(RegulationSection):
    name: Name
    outcomes: Annotated[tuple[Outcome, ...], Field(min_length=1)]
    clause: Note


class MeasuresSection(RegulationSection):
    outcomes: Annotated[tuple[Outcome, ...], Field(min_length=1)]
    clause: Note


class ProvisionSection(RegulationSection):
    about: Name
    says: Note
    clause: Note


class RegulationDocument(RegulationSection):
    """The whole file."""

    title: Name
    act: Note = ""
    day_due: DayDue = DayDue.CLOSING
    restart_on_reroute: Flag = False
    pause_on_clarify: Flag = False
    rework_alert: Annotated[int, Strict(), Field(ge=0, le=100)] = 0
    terms: Annotated[tuple[TermSection, ...], Field(min_length=1)]
    extension: ExtensionSection | None = None
    answers: tuple[AnswerSection, ...] = ()
    outcomes: tuple[OutcomeSection, ...] = ()
    provisions: tuple[ProvisionSection, ...] = ()
    measures_report: MeasuresSection | None = None

    def to_domain(self, name: str) -> domain.Regulation:
        extension = domain.Extension(**self.extension.model_dump()) if self.extension else None
        return domain.Regulation(
            name=name,
            title=self.title,
            act=self.act,
            terms=tuple(one.to_domain() for one in self.terms),
            day_due=self.day_due,
            restart_on_reroute=self.restart_on_reroute,
            pause_on_clarify=self.pause_on_clarify,
            rework_alert=self.rework_alert,
            extension=extension,
            answers=tuple(answers.AnswerRule(**one.model_dump()) for one in self.answers),
            outcomes=tuple(domain.OutcomeGroup(**one.model_dump()) for one in self.outcomes),
            provisions=tuple(domain.Provision(**one.model_dump()) for one in self.provisions),
            measures=MeasuresRule(**self.measures_report.model_dump()) if self.measures_report else None,
        )
