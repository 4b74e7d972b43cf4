"""A letter from what is shown: with the headers by which servers know a repetition, and the files that are kept here."""

import asyncio
import mimetypes
from collections.abc import Awaitable, Callable
from datetime import datetime
from email.message import EmailMessage
from email.utils import format_datetime

from bot.delivery.calls import Upload
from bot.settings import Settings
from domain.casefile import CaseFile
from domain.mailing.mailings import Mailing, list_added
from locales.texts import Texts
from views.cards.media import attachments
from views.mailing.letter import body, subject

FindCopy = Callable[[str], Awaitable[Upload | None]]
"""What was kept of a file (`ATTACHMENTS=copy`), by its id."""
MOST = 15 * 1024 * 1024
"""Bytes of all files together: in a letter they take a third more, and many servers refuse above 25 MB."""


async def write_letter(
    file: CaseFile, mailing: Mailing, settings: Settings, texts: Texts, find_copy: FindCopy, *, now: datetime
) -> EmailMessage:
    """The card as it is now, or what was added to it, in the thread of the letter with the card."""
    first = find_first(file, mailing)
    wanted = attachments(list_added(mailing, file.messages) if first else file.messages)
    uploads = [await find_copy(one.file_id) for one in wanted]
    contents = await asyncio.to_thread(_read, [one for one in uploads if one is not None])
    message = EmailMessage()
    message["Subject"] = subject(file, mailing, texts)
    message["From"] = settings.smtp_from
    message["To"] = deliverable(mailing.address)
    message["Date"] = format_datetime(now)
    message["Message-ID"] = _id_of(mailing, settings)
    if first is not None:
        message["In-Reply-To"] = message["References"] = _id_of(first, settings)
    message["Auto-Submitted"] = "auto-generated"
    message.set_content(body(file, mailing, texts, sent=len(contents), files=len(wanted)), cte="base64")
    for number, (content, ending) in enumerate(contents, 1):
        kind, _, subtype = (mimetypes.guess_type(f"file{ending}")[0] or "application/octet-stream").partition(
            "/"
        )
        message.add_attachment(
            content, maintype=kind, subtype=subtype, filename=f"{file.appeal.number}-{number}{ending}"
        )
    return message


def find_first(file: CaseFile, mailing: Mailing) -> Mailing | None:
    """The letter with the card that this one adds to; None for a card."""
    return next((one for one in file.mailings if one.id == mailing.follows), None)


def _id_of(mailing: Mailing, settings: Settings) -> str:
    return f"<{mailing.token}@{settings.smtp_from.rpartition('@')[2]}>"


def deliverable(address: str) -> str:
    """The address as every server takes it: «otdel@пример.рф» with its domain in Latin letters. Raises UnicodeError."""
    name, _, domain = address.rpartition("@")
    return f"{name.encode('ascii').decode()}@{domain.encode('idna').decode()}"


def _read(uploads: list[Upload]) -> list[tuple[bytes, str]]:
    """Contents and endings, as many of the first as a letter holds; one that has gone meanwhile is left out."""
    found, room = list[tuple[bytes, str]](), MOST
    for upload in uploads:
        try:
            if upload.path.stat().st_size <= room:
                content = upload.path.read_bytes()
                room -= len(content)
                found.append((content, _ending(upload.name)))
        except OSError:
            continue
    return found


def _ending(name: str) -> str:
    """Of what a citizen called a file nothing but a plain ending gets into the letter."""
    ending = name.rpartition(".")[2].lower() if "." in name else ""
    return f".{ending}" if ending.isascii() and ending.isalnum() and len(ending) <= 8 else ""
