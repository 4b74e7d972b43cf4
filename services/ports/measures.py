"""What the verbs need to keep of reports on measures."""

from typing import Protocol

from domain.ids import AppealId
from domain.register.measures import MeasuresReport


class MeasuresReports(Protocol):
    """One of an appeal at most (R12)."""

    def add(self, report: MeasuresReport) -> None: ...

    async def find(self, appeal_id: AppealId) -> MeasuresReport | None: ...

    def save(self, report: MeasuresReport) -> None: ...
