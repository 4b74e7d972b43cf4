"""Files: what a person or the bot uploaded, what the bot may download, and for how long the link lives."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from hashlib import blake2b
from random import Random

from sandbox.errors import bad
from sandbox.model import Json

DOWNLOAD_LIMIT = 20 * 1024 * 1024
UPLOAD_LIMIT = 50 * 1024 * 1024
LINK_LIFE = timedelta(hours=1)
FOLDERS = {
    "photo": ("photos", "jpg"), "video": ("videos", "mp4"), "document": ("documents", "bin"), "audio": ("music", "mp3"),
    "animation": ("animations", "mp4"), "voice": ("voice", "oga"), "video_note": ("video_notes", "mp4"),
    "sticker": ("stickers", "webp"),
}  # fmt: skip


@dataclass(slots=True, eq=False)
class File:
    """A stored file. `content` may be shorter than `size`; `sizes` are the forms of one photograph, smallest first."""

    id: str
    unique_id: str
    kind: str
    name: str
    size: int
    content: bytes
    path: str
    mime: str = ""
    link_until: datetime | None = None
    sizes: list["File"] = field(default_factory=list)

    def as_json(self) -> Json:
        return {"file_id": self.id, "file_unique_id": self.unique_id, "file_size": self.size}


class Files:
    """Every file of the world by file_id and by path. Ids look like Telegram's and are the same in each run of one seed."""

    def __init__(self, dice: Random) -> None:
        self._dice = dice
        self._by_id: dict[str, File] = {}
        self._by_path: dict[str, File] = {}

    def store(
        self, kind: str, content: bytes = b"", *, name: str = "", size: int | None = None, mime: str = ""
    ) -> File:
        """Keep a file; without `content` it gets a few bytes of its own, without `size` the content's length."""
        content = content or self._dice.randbytes(64)
        folder, ending = FOLDERS[kind]
        ending = name.rpartition(".")[2] if name.isascii() and "." in name and name[-1].isalnum() else ending
        number = len(self._by_id)
        file = File(
            id=f"{kind[:2].upper()}QAC{self._dice.randbytes(24).hex()}",
            unique_id=f"AQAD{blake2b(content + name.encode(errors='replace'), digest_size=8).hexdigest()}",
            kind=kind,
            name=name,
            size=len(content) if size is None else size,
            content=content,
            path=f"{folder}/file_{number}.{ending}",
            mime=mime,
        )
        self._by_id[file.id] = file
        self._by_path[file.path] = file
        return file

    def find(self, file_id: str) -> File | None:
        return self._by_id.get(file_id)

    def forget(self, file_id: str) -> None:
        """Telegram's ids are no promise: this one is refused from now on."""
        self._by_id.pop(file_id, None)

    def link(self, file_id: str, now: datetime) -> Json:
        """getFile: a path that lives an hour; 400 for an unknown file and for one above 20 MB."""
        file = self._by_id.get(file_id)
        if file is None:
            raise bad("invalid file_id")
        if file.size > DOWNLOAD_LIMIT:
            raise bad("file is too big")
        file.link_until = now + LINK_LIFE
        return {**file.as_json(), "file_path": file.path}

    def download(self, path: str, now: datetime) -> bytes | None:
        """The bytes under a living link."""
        file = self._by_path.get(path)
        if file is None or file.link_until is None or now > file.link_until:
            return None
        return file.content
