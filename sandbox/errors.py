"""Refusals of the Bot API, in Telegram's own words.

ApiError        the body {"ok": false, "error_code", "description", "parameters"}
  bad(...)        400 Bad Request
  forbidden(...)  403 Forbidden
  flood(...)      429 Too Many Requests, with retry_after
"""

import math

from sandbox.model import Json

NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly the same "
    "as a current content and reply markup of the message"
)
OLD_QUERY = "query is too old and response timeout expired or query ID is invalid"
TERMINATED = (
    "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running"
)
TERMINATED_BY_WEBHOOK = "Conflict: terminated by setWebhook request"
WEBHOOK_ACTIVE = "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"


class ApiError(Exception):
    """One refusal, as the caller will read it."""

    def __init__(self, code: int, description: str, **parameters: int) -> None:
        super().__init__(f"{code} {description}")
        self.code = code
        self.description = description
        self.parameters = parameters

    def as_json(self) -> Json:
        body: Json = {"ok": False, "error_code": self.code, "description": self.description}
        return body | {"parameters": self.parameters} if self.parameters else body


def bad(reason: str, **parameters: int) -> ApiError:
    return ApiError(400, f"Bad Request: {reason}", **parameters)


def forbidden(reason: str) -> ApiError:
    return ApiError(403, f"Forbidden: {reason}")


def flood(seconds: float) -> ApiError:
    """Telegram gives whole seconds, never zero."""
    wait = max(math.ceil(seconds), 1)
    return ApiError(429, f"Too Many Requests: retry after {wait}", retry_after=wait)


def conflict(description: str) -> ApiError:
    return ApiError(409, description)
