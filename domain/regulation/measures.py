"""The written report on the measures taken that a regulation demands of a department when it has answered (R12)."""

from dataclasses import dataclass

from domain.outcomes import Outcome


@dataclass(frozen=True, slots=True)
class MeasuresRule:
    """After which outcomes it is demanded, and where (Grozny, алг. 8)."""

    outcomes: tuple[Outcome, ...]
    clause: str
