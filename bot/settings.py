"""Settings of the process, from the environment and `.env` in the working directory.

What belongs to the municipality itself stands in the municipality file and, once applied, in the database.
"""

import re
from pathlib import Path
from typing import Annotated, Literal
from urllib.parse import SplitResult, urlsplit

from pydantic import (
    AfterValidator,
    BeforeValidator,
    Field,
    SecretStr,
    ValidationError,
    ValidationInfo,
    model_validator,
)
from pydantic_core import PydanticCustomError
from pydantic_settings import BaseSettings, SettingsConfigDict

from bot.setup_texts import say, shown

TELEGRAM_API = "https://api.telegram.org"
DEFAULT_MUNICIPALITY_FILE = Path("municipality.toml")

_ENV_FILE = ".env"
_DATABASE_SCHEME = "sqlite+aiosqlite:///"
_TOKEN = re.compile(r"[0-9]+:\S+")
_ADDRESS = re.compile(r"[^\s@<>,;\"]+@[^\s@<>,;\"]+")
_HOST = re.compile(r"[A-Za-z0-9._:-]+")
_PROXY_SCHEMES = ("http", "socks5")
"""What the connector behind aiogram speaks; an `https://` proxy it refuses."""

_TEXTS = {
    "bot_token": "setup-env-bot-token",
    "bot_api_url": "setup-env-bot-api-url",
    "proxy_url": "setup-env-proxy-url",
    "database_url": "setup-env-database-url",
    "municipality_file": "setup-env-municipality-file",
    "attachments": "setup-env-attachments",
    "group_limit_per_minute": "setup-env-group-limit",
    "smtp_host": "setup-env-smtp-host",
    "smtp_port": "setup-env-smtp-port",
    "smtp_user": "setup-env-smtp-user",
    "smtp_password": "setup-env-smtp-password",
    "smtp_from": "setup-env-smtp-from",
    "smtp_tls": "setup-env-smtp-tls",
    "log_level": "setup-env-log-level",
    "log_json": "setup-env-log-json",
}
_OPEN = {"attachments", "group_limit_per_minute", "smtp_port", "smtp_tls", "log_level", "log_json"}
"""Settings whose wrong value may be shown: no secret was ever meant to stand there."""


SECRETS = frozenset({"BOT_TOKEN", "SMTP_USER", "SMTP_PASSWORD"})
"""What no process gets that opens no network."""


class SettingsError(Exception):
    """The settings cannot be used; `lines` name every mistake with its remedy and no secret."""

    def __init__(self, lines: list[str]) -> None:
        super().__init__("\n".join(lines))
        self.lines = lines


def _split_url(value: str) -> SplitResult:
    """Raises `ValueError` for what has no host or an impossible port."""
    parts = urlsplit(value)
    _ = (parts.hostname or "").encode("idna")
    if not parts.hostname or parts.port == 0 or not value.isprintable() or " " in value:
        raise ValueError
    return parts


def _token(value: SecretStr) -> SecretStr:
    if not _TOKEN.fullmatch(value.get_secret_value()):
        raise ValueError
    return value


def _api_root(value: str) -> str:
    parts = _split_url(value)
    if parts.scheme not in {"http", "https"} or parts.username or parts.query or parts.fragment:
        raise ValueError
    return value.rstrip("/")


def _proxy(value: SecretStr) -> SecretStr:
    parts = _split_url(value.get_secret_value())
    if parts.scheme not in _PROXY_SCHEMES or parts.port is None:
        raise ValueError
    return value


def _database(value: str) -> str:
    if not value.startswith(_DATABASE_SCHEME) or "?" in value:
        raise ValueError
    if value.endswith(("/", "/.", ":memory:")):
        raise PydanticCustomError("setup-env-database-file", "no file")
    return value


def _sender(value: str) -> str:
    if value and not (_ADDRESS.fullmatch(value) and value.isascii()):
        raise ValueError
    return value


def _mail_host(value: str, info: ValidationInfo) -> str:
    """A name or a number; whoever sends letters needs an address of the own, to which the answers come."""
    if not value:
        return value
    if not _HOST.fullmatch(value):
        raise ValueError
    if "smtp_from" in info.data and not info.data["smtp_from"]:
        raise PydanticCustomError("setup-env-smtp-no-from", "no sender")
    return value


def _lower(value: object) -> object:
    return value.lower() if isinstance(value, str) else value


def _upper(value: object) -> object:
    return value.upper() if isinstance(value, str) else value


class Settings(BaseSettings):
    """Each field is an environment variable of the same name in capitals; an empty one counts as unset."""

    model_config = SettingsConfigDict(
        env_file=_ENV_FILE,
        env_file_encoding="utf-8-sig",
        env_ignore_empty=True,
        extra="ignore",
        frozen=True,
        hide_input_in_errors=True,
    )

    bot_token: Annotated[SecretStr, AfterValidator(_token)] | None = None
    bot_api_url: Annotated[str, AfterValidator(_api_root)] = TELEGRAM_API
    proxy_url: Annotated[SecretStr, AfterValidator(_proxy)] | None = None
    database_url: Annotated[str, AfterValidator(_database)] = f"{_DATABASE_SCHEME}data/priemnaya.sqlite3"
    municipality_file: Path = DEFAULT_MUNICIPALITY_FILE
    attachments: Annotated[Literal["telegram", "copy"], BeforeValidator(_lower)] = "telegram"
    group_limit_per_minute: Annotated[int, Field(ge=0)] = 20
    smtp_from: Annotated[str, AfterValidator(_sender)] = ""
    smtp_host: Annotated[str, AfterValidator(_mail_host)] = ""
    smtp_port: Annotated[int, Field(ge=1, le=65535)] | None = None
    smtp_user: str = ""
    smtp_password: SecretStr | None = None
    smtp_tls: Annotated[Literal["starttls", "tls", "none"], BeforeValidator(_lower)] = "starttls"
    log_level: Annotated[
        Literal["DEBUG", "INFO", "WARNING", "ERROR", "CRITICAL"],
        BeforeValidator(_upper),
    ] = "INFO"
    log_json: bool = False

    @model_validator(mode="before")
    @classmethod
    def _ignore_blanks(cls, values: dict[str, object]) -> dict[str, object]:
        stripped = {
            name: value.strip() if isinstance(value, str) else value for name, value in values.items()
        }
        return {name: value for name, value in stripped.items() if value != ""}

    @property
    def database_path(self) -> Path:
        """Where the database lies; relative to the working directory unless the URL has four slashes."""
        return Path(self.database_url.removeprefix(_DATABASE_SCHEME))

    @property
    def copies_folder(self) -> Path:
        """Where copies of people's files lie: beside the database, so that one backup and one right cover both."""
        return self.database_path.parent / "attachments"

    @property
    def papers_folder(self) -> Path:
        """Where papers that the chat has ordered lie until they are sent."""
        return self.database_path.parent / "papers-to-send"

    @property
    def municipality_file_is_named(self) -> bool:
        """A file that was asked for by name must be there; the default one may be absent."""
        return "municipality_file" in self.model_fields_set


def load_settings() -> Settings:
    """The settings of this process; raises `SettingsError` with every mistake at once."""
    try:
        return Settings()
    except ValidationError as error:
        details = error.errors(include_url=False)
        raise SettingsError(
            [_describe(str(one["loc"][0]), one["type"], one["input"]) for one in details]
        ) from None
    except UnicodeDecodeError:
        raise SettingsError([f"{_ENV_FILE}: {say('setup-dotenv-not-utf8')}"]) from None
    except OSError as error:
        detail = error.strerror or ""
        raise SettingsError([f"{_ENV_FILE}: {say('setup-dotenv-unreadable', detail=detail)}"]) from None


def choose_program() -> Literal["bot", "sandbox"]:
    """What `make run` starts: the sandbox without a token; settings that are wrong the bot itself reports."""
    try:
        return "bot" if load_settings().bot_token else "sandbox"
    except SettingsError:
        return "bot"


def _describe(name: str, kind: str, value: object) -> str:
    text = kind if kind.startswith("setup-") else _TEXTS[name]
    facts = {"value": shown(value)} if name in _OPEN else {}
    return f"{name.upper()}: {say(text, **facts)}"
