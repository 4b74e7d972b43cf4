"""One letter to the mail server, and what its answer means. The library is imported with the first letter, not before."""

import re
import ssl
from dataclasses import dataclass
from email.message import EmailMessage
from enum import StrEnum
from typing import TYPE_CHECKING

from bot.settings import Settings

if TYPE_CHECKING:
    from aiosmtplib import SMTP

TIMEOUT = 30.0
"""Seconds for each step of the conversation."""
_PORTS = {"starttls": 587, "tls": 465, "none": 25}
_ENHANCED = re.compile(r"\d\.\d{1,3}\.\d{1,3}")


class Verdict(StrEnum):
    """`LATER`: the server, or the way to it, is away. `CLOSED`: it does not let the bot in. `REFUSED`: not this letter, ever.
    `NEEDLESS`: it was not sent, since nobody waits for it. `UNFIT`: it could not be written.
    """

    TAKEN = "taken"
    LATER = "later"
    CLOSED = "closed"
    REFUSED = "refused"
    NEEDLESS = "needless"
    UNFIT = "unfit"


@dataclass(frozen=True, slots=True)
class MailAnswer:
    """`code`: «550 5.1.1», or the class of what broke; never the server's words, which may quote the letter."""

    verdict: Verdict
    code: str = ""


async def send(settings: Settings, message: EmailMessage, to: str) -> MailAnswer:
    """Hand the letter over; never raises for what a server or a network does."""
    from aiosmtplib import SMTPException

    try:
        async with _client(settings) as client:
            await client.send_message(message, sender=settings.smtp_from, recipients=[to])
    except (SMTPException, OSError, TimeoutError) as error:
        return _judge(error)
    return MailAnswer(Verdict.TAKEN)


async def greet(settings: Settings) -> MailAnswer:
    """Connect, be let in, leave: what `check` tries."""
    from aiosmtplib import SMTPException

    try:
        async with _client(settings):
            pass
    except (SMTPException, OSError, TimeoutError) as error:
        return _judge(error)
    return MailAnswer(Verdict.TAKEN)


def _client(settings: Settings) -> "SMTP":
    from aiosmtplib import SMTP

    password = settings.smtp_password
    return SMTP(
        hostname=settings.smtp_host,
        port=settings.smtp_port or _PORTS[settings.smtp_tls],
        username=settings.smtp_user or None,
        password=password.get_secret_value() if password else None,
        use_tls=settings.smtp_tls == "tls",
        start_tls=settings.smtp_tls == "starttls",
        timeout=TIMEOUT,
    )


def _judge(error: Exception) -> MailAnswer:
    """5xx to the login or to the greeting concerns every letter, 5xx to the letter this one; all else passes."""
    from aiosmtplib import SMTPAuthenticationError, SMTPException, SMTPHeloError, SMTPResponseException

    if type(error) is SMTPException or _is_about_protection(error):
        return MailAnswer(Verdict.CLOSED, type(error).__name__)
    answer = _answer_of(error)
    if not isinstance(answer, SMTPResponseException):
        return MailAnswer(Verdict.LATER, type(error).__name__)
    found = _ENHANCED.search(str(answer.message))
    code = f"{answer.code} {found[0]}" if found else str(answer.code)
    if answer.code < 500:
        return MailAnswer(Verdict.LATER, code)
    is_for_all = isinstance(answer, SMTPAuthenticationError | SMTPHeloError)
    return MailAnswer(Verdict.CLOSED if is_for_all else Verdict.REFUSED, code)


def _is_about_protection(error: Exception) -> bool:
    """No STARTTLS, no way to log in, a certificate that is not the server's: time mends none of them."""
    from aiosmtplib import SMTPNotSupported

    return isinstance(error, SMTPNotSupported) or any(
        isinstance(one, ssl.SSLError) for one in (error, error.__cause__)
    )


def _answer_of(error: Exception) -> Exception:
    """The one recipient's answer, where the library gathers those of all."""
    from aiosmtplib import SMTPRecipientsRefused

    return error.recipients[0] if isinstance(error, SMTPRecipientsRefused) else error
