"""Reports on measures: asked for, then given."""

from typing import Final

from domain.ids import AppealId
from domain.register.measures import MeasuresReport
from storage.attachments import WantedFiles
from storage.database import Connection, Transaction
from storage.rows import read, stored_fields

_OF_APPEAL: Final = "SELECT * FROM measures_reports WHERE appeal_id = :appeal"


class MeasuresReports:
    """Those of one transaction."""

    def __init__(self, transaction: Transaction, wanted: WantedFiles) -> None:
        self._transaction = transaction
        self._wanted = wanted

    def add(self, report: MeasuresReport) -> None:
        """Store it; its id comes with the next reading."""
        columns = {name: value for name, value in stored_fields(report).items() if name != "id"}
        values = ", ".join(f":{name}" for name in columns)
        self._transaction.write(
            f"INSERT INTO measures_reports ({', '.join(columns)}) VALUES ({values})", columns
        )

    async def find(self, appeal_id: AppealId) -> MeasuresReport | None:
        """The one of an appeal."""
        row = await self._transaction.fetch_one(_OF_APPEAL, {"appeal": appeal_id})
        return read(MeasuresReport, row) if row else None

    def save(self, report: MeasuresReport) -> None:
        """Write what was given; its files are kept on disk too, where the town wants that."""
        columns = stored_fields(report)
        changes = ", ".join(f"{name} = :{name}" for name in columns if name != "id")
        self._transaction.write(f"UPDATE measures_reports SET {changes} WHERE id = :id", columns)
        for file in report.attachments:
            self._wanted.add(file.kind, file.file_id, report.given_at or report.asked_at)


async def find_of_appeal(reader: Connection, appeal_id: AppealId) -> MeasuresReport | None:
    """The one of an appeal."""
    rows = await reader.run([(_OF_APPEAL, {"appeal": appeal_id})])
    return read(MeasuresReport, rows[0]) if rows else None
