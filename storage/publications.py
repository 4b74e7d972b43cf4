"""Answers that a person has published elsewhere, with what shows it."""

from typing import Final

from domain.errors import NotFound
from domain.ids import AppealId
from domain.register.publications import Publication
from storage.attachments import WantedFiles
from storage.database import Connection, Transaction
from storage.rows import read, stored_fields

_OF_APPEAL: Final = "SELECT * FROM publications WHERE appeal_id = :appeal ORDER BY id"


class Publications:
    """Those of one transaction."""

    def __init__(self, transaction: Transaction, wanted: WantedFiles) -> None:
        self._transaction = transaction
        self._wanted = wanted

    def add(self, publication: Publication) -> None:
        """Store it; its id comes with the next reading."""
        columns = {name: value for name, value in stored_fields(publication).items() if name != "id"}
        values = ", ".join(f":{name}" for name in columns)
        self._transaction.write(f"INSERT INTO publications ({', '.join(columns)}) VALUES ({values})", columns)

    async def get_last(self, appeal_id: AppealId) -> Publication:
        """The newest of an appeal; raises `NotFound`."""
        rows = await self._transaction.fetch_all(_OF_APPEAL, {"appeal": appeal_id})
        if not rows:
            raise NotFound
        return read(Publication, rows[-1])

    def save(self, publication: Publication) -> None:
        """Write what has become of it; its pictures are kept on disk too, where the town wants that."""
        columns = stored_fields(publication)
        changes = ", ".join(f"{name} = :{name}" for name in columns if name != "id")
        self._transaction.write(f"UPDATE publications SET {changes} WHERE id = :id", columns)
        for file in publication.attachments:
            self._wanted.add(file.kind, file.file_id, publication.settled_at or publication.published_at)


async def list_of_appeal(reader: Connection, appeal_id: AppealId) -> list[Publication]:
    """Every one of an appeal, the newest last."""
    return [read(Publication, row) for row in await reader.run([(_OF_APPEAL, {"appeal": appeal_id})])]
