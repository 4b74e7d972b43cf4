"""Versions of what the citizen will read, and whose words are waited for."""

from collections.abc import Sequence
from datetime import datetime

from domain.drafts import Draft, DraftState, Prompt, PromptKind
from domain.errors import NotFound
from domain.ids import AppealId, AssignmentId, DraftId, InstructionId, PromptId
from domain.messages import Attachment
from domain.people import Actor
from storage.attachments import WantedFiles
from storage.database import Transaction
from storage.rows import read, stored, stored_fields, stored_moment


class Drafts:
    """Drafts of one transaction."""

    def __init__(self, transaction: Transaction, wanted: WantedFiles) -> None:
        self._transaction = transaction
        self._wanted = wanted
        self.published: set[AppealId] = set()

    async def add(self, draft: Draft) -> None:
        """Store as the next version of its appeal."""
        columns = {
            name: value for name, value in stored_fields(draft).items() if name not in {"id", "version"}
        }
        names, values = ", ".join(columns), ", ".join(f":{name}" for name in columns)
        row = await self._transaction.fetch_one(
            f"""INSERT INTO drafts (version, {names})
            SELECT coalesce(max(version), 0) + 1, {values} FROM drafts WHERE appeal_id = :appeal_id
            RETURNING id, version""",
            columns,
        )
        if row is None:
            raise NotFound
        draft.id, draft.version = DraftId(row["id"]), row["version"]
        self._want_files(draft)

    async def get(self, draft_id: DraftId) -> Draft:
        """The version; raises `NotFound`."""
        found = await self._list("id = :id", id=draft_id)
        if not found:
            raise NotFound
        return found[0]

    async def find_current(self, appeal_id: AppealId) -> Draft | None:
        """The version that is on approval or approved."""
        found = await self._list(
            "appeal_id = :appeal AND state IN ('submitted', 'approved')", appeal=appeal_id
        )
        return found[-1] if found else None

    async def find_next_waiting(self, shown: Draft, author_id: int | None) -> Draft | None:
        """Urgent ones first, then the oldest; from one that waits still, the round goes on behind it."""
        row = await self._transaction.fetch_one(
            _NEXT_WAITING,
            {
                "id": shown.id,
                "author": author_id,
                "skipped": shown.state is DraftState.SUBMITTED,
            },
        )
        return read(Draft, row) if row else None

    async def count_waiting(self) -> int:
        """How many are on approval."""
        return int(
            await self._transaction.fetch_value("SELECT count(*) FROM drafts WHERE state = 'submitted'")
        )

    async def list_previews_of(self, author_id: int, since: datetime) -> list[Draft]:
        """What this person has been shown since and has not decided on."""
        return await self._list(
            "author_id = :author AND state = 'preview' AND created_at >= :since",
            author=author_id,
            since=stored_moment(since),
        )

    async def find_answer(self, appeal_id: AppealId) -> Draft | None:
        """The final answer that was published last, or what was said of its promise since."""
        found = await self._list(
            "appeal_id = :appeal AND state = 'published' AND kind IN ('final', 'kept', 'moved')",
            appeal=appeal_id,
        )
        return found[-1] if found else None

    async def find_returned(self, appeal_id: AppealId) -> Draft | None:
        """The version that was sent back last."""
        found = await self._list("appeal_id = :appeal AND state = 'returned'", appeal=appeal_id)
        return found[-1] if found else None

    async def find_said(self, chat_id: int, message_id: int) -> Draft | None:
        """The newest version that was made of this message."""
        found = await self._list(
            "message_id = :message AND chat_id = :chat AND message_id <> 0", message=message_id, chat=chat_id
        )
        return found[-1] if found else None

    async def find_preview(
        self, appeal_id: AppealId, author_id: int, assignment_id: AssignmentId | None = None
    ) -> Draft | None:
        """What this person was shown last and has not decided on: an answer, or the part of an assignment."""
        found = await self._list(
            "appeal_id = :appeal AND author_id = :author AND state = 'preview' AND assignment_id IS :assignment",
            appeal=appeal_id,
            author=author_id,
            assignment=assignment_id,
        )
        return found[-1] if found else None

    async def drop_previews(
        self, appeal_id: AppealId, assignment_id: AssignmentId | None = None
    ) -> list[DraftId]:
        """The appeal, or this part of it, has left the department: nobody there sends anything. Which ones they were."""
        rows = await self._transaction.fetch_all(
            """UPDATE drafts SET state = 'dropped' WHERE appeal_id = :appeal AND state = 'preview'
            AND assignment_id IS :assignment RETURNING id""",
            {"appeal": appeal_id, "assignment": assignment_id},
        )
        return [DraftId(row["id"]) for row in rows]

    def save(self, draft: Draft) -> None:
        """Write what became of it."""
        self.published.update({draft.appeal_id} if draft.state is DraftState.PUBLISHED else ())
        columns = stored_fields(draft)
        names = ", ".join(
            f"{name} = :{name}" for name in columns if name not in {"id", "appeal_id", "version"}
        )
        self._transaction.write(f"UPDATE drafts SET {names} WHERE id = :id", columns)
        self._want_files(draft)

    def _want_files(self, draft: Draft) -> None:
        for file in draft.attachments:
            self._wanted.add(file.kind, file.file_id, draft.created_at)

    async def _list(self, condition: str, **values: object) -> list[Draft]:
        rows = await self._transaction.fetch_all(
            f"SELECT * FROM drafts WHERE {condition} ORDER BY version", values
        )
        return [read(Draft, row) for row in rows]


_NEXT_WAITING = """
WITH line AS (
    SELECT drafts.*, row_number() OVER (ORDER BY urgent DESC, drafts.submitted_at, drafts.id) AS place
    FROM drafts JOIN appeals ON appeals.id = appeal_id WHERE state = 'submitted'
)
SELECT * FROM line WHERE id <> :id AND author_id IS NOT :author
ORDER BY :skipped AND place < (SELECT place FROM line WHERE id = :id), place LIMIT 1
"""


class Prompts:
    """Waitings for words, of one transaction."""

    def __init__(self, transaction: Transaction) -> None:
        self._transaction = transaction

    async def add(
        self,
        kind: PromptKind,
        appeal_id: AppealId,
        *,
        chat_id: int,
        actor: Actor,
        now: datetime,
        draft_id: DraftId | None = None,
        words: str | None = None,
        attachments: tuple[Attachment, ...] = (),
        instruction_id: InstructionId | None = None,
        assignment_id: AssignmentId | None = None,
        message_id: int = 0,
    ) -> PromptId:
        """Wait for this person's words."""
        return PromptId(
            await self._transaction.fetch_value(
                """INSERT INTO prompts (kind, appeal_id, draft_id, chat_id, user_id, user_name, words, attachments,
                instruction_id, created_at, assignment_id, message_id)
                VALUES (:kind, :appeal, :draft, :chat, :user, :name, :words, :files, :instruction, :now, :assignment,
                :message)
                RETURNING id""",
                {
                    "kind": kind.value,
                    "appeal": appeal_id,
                    "draft": draft_id,
                    "chat": chat_id,
                    "user": actor.user_id,
                    "name": actor.name,
                    "words": words,
                    "files": stored(attachments),
                    "instruction": instruction_id,
                    "now": stored_moment(now),
                    "assignment": assignment_id,
                    "message": message_id,
                },
            )
        )

    async def find_said(self, chat_id: int, message_id: int) -> Prompt | None:
        """What the words of this message were taken for."""
        found = await self._list(
            "message_id = :message AND chat_id = :chat AND message_id <> 0", message=message_id, chat=chat_id
        )
        return found[0] if found else None

    async def get(self, prompt_id: PromptId) -> Prompt:
        """The prompt; raises `NotFound`."""
        found = await self._list("id = :id", id=prompt_id)
        if not found:
            raise NotFound
        return found[0]

    async def find_open(
        self,
        kind: PromptKind,
        appeal_id: AppealId,
        user_id: int,
        chat_id: int,
        assignment_id: AssignmentId | None = None,
    ) -> Prompt | None:
        """What this person is being asked already."""
        prompts = await self.list_open(chat_id, user_id, appeal_id)
        same = (one for one in prompts if one.kind is kind and one.assignment_id == assignment_id)
        return next(same, None)

    async def list_open(self, chat_id: int, user_id: int, appeal_id: AppealId) -> list[Prompt]:
        """What this person was asked about this appeal here, newest first."""
        return await self._list(
            "chat_id = :chat AND user_id = :user AND appeal_id = :appeal AND closed_at IS NULL",
            chat=chat_id,
            user=user_id,
            appeal=appeal_id,
        )

    async def list_waiting(self, chat_id: int, user_id: int, since: datetime) -> list[Prompt]:
        """What this person was asked here since then and has not answered, newest first."""
        return await self._list(
            "chat_id = :chat AND user_id = :user AND created_at > :since AND closed_at IS NULL",
            chat=chat_id,
            user=user_id,
            since=stored_moment(since),
        )

    def close(self, prompt_id: PromptId, now: datetime, *, said_in: int = 0) -> None:
        """The words have come, with the message `said_in`, or are not needed."""
        self._transaction.write(
            "UPDATE prompts SET closed_at = :now, message_id = :message WHERE id = :id",
            {"id": prompt_id, "now": stored_moment(now), "message": said_in},
        )

    def close_of_appeal(
        self,
        appeal_id: AppealId,
        kinds: Sequence[PromptKind],
        now: datetime,
        assignment_id: AssignmentId | None = None,
    ) -> None:
        """Nothing of these kinds is waited for any more, about the whole or about this part."""
        for kind in kinds:
            self._transaction.write(
                """UPDATE prompts SET closed_at = :now
                WHERE appeal_id = :appeal AND kind = :kind AND closed_at IS NULL AND assignment_id IS :assignment""",
                {
                    "appeal": appeal_id,
                    "kind": kind.value,
                    "now": stored_moment(now),
                    "assignment": assignment_id,
                },
            )

    async def _list(self, condition: str, **values: object) -> list[Prompt]:
        rows = await self._transaction.fetch_all(
            f"SELECT * FROM prompts WHERE {condition} ORDER BY id DESC", values
        )
        return [read(Prompt, row) for row in rows]
