"""What the program accepts from the environment and `.env`, and what it says about the rest."""

from pathlib import Path

import pytest

from bot.settings import Settings, SettingsError, choose_program, load_settings

TOKEN = "123456789:AAE-canary_of_the_token"


@pytest.fixture(autouse=True)
def working_directory(tmp_path, monkeypatch):
    """An empty folder and an environment without any of our settings."""
    for name in Settings.model_fields:
        monkeypatch.delenv(name.upper(), raising=False)
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def environment(monkeypatch):
    def set_variables(**variables):
        for name, value in variables.items():
            monkeypatch.setenv(name, value)

    return set_variables


def mistakes():
    with pytest.raises(SettingsError) as refusal:
        load_settings()
    return refusal.value.lines


def the_mistake():
    (line,) = mistakes()
    return line


def test_without_any_setting_there_are_defaults():
    settings = load_settings()
    assert settings.bot_token is None
    assert settings.bot_api_url == "https://api.telegram.org"
    assert settings.proxy_url is None
    assert settings.database_path == Path("data/priemnaya.sqlite3")
    assert settings.municipality_file == Path("municipality.toml")
    assert settings.attachments == "telegram"
    assert settings.group_limit_per_minute == 20
    assert (settings.log_level, settings.log_json) == ("INFO", False)


def test_a_dotenv_of_the_working_directory_is_read_even_with_a_byte_order_mark():
    Path(".env").write_text(f"BOT_TOKEN={TOKEN}\nSOMETHING_ELSE=1\n", encoding="utf-8-sig")
    assert load_settings().bot_token.get_secret_value() == TOKEN


def test_the_environment_beats_the_dotenv(environment):
    Path(".env").write_text("LOG_LEVEL=ERROR\nLOG_JSON=yes\n")
    environment(LOG_LEVEL="debug")
    settings = load_settings()
    assert (settings.log_level, settings.log_json) == ("DEBUG", True)


def test_empty_and_blank_values_count_as_unset(environment):
    Path(".env").write_text("GROUP_LIMIT_PER_MINUTE=7\nLOG_LEVEL=\n")
    environment(BOT_TOKEN="", PROXY_URL="  ", GROUP_LIMIT_PER_MINUTE="", MUNICIPALITY_FILE="")
    settings = load_settings()
    assert settings.bot_token is None
    assert settings.proxy_url is None
    assert settings.group_limit_per_minute == 7
    assert settings.log_level == "INFO"
    assert not settings.municipality_file_is_named


def test_a_named_municipality_file_is_told_from_the_default_one(environment):
    assert not load_settings().municipality_file_is_named
    environment(MUNICIPALITY_FILE="municipality.toml")
    assert load_settings().municipality_file_is_named


@pytest.mark.parametrize(
    ("url", "path"),
    [
        ("sqlite+aiosqlite:///data/city.sqlite3", "data/city.sqlite3"),
        ("sqlite+aiosqlite:////var/lib/city.sqlite3", "/var/lib/city.sqlite3"),
    ],
)
def test_three_slashes_start_at_the_working_directory_and_four_at_the_root(environment, url, path):
    environment(DATABASE_URL=url)
    assert load_settings().database_path == Path(path)


@pytest.mark.parametrize("token", ["1:a", "123:ABC-def_ё/.."])
def test_any_token_of_digits_colon_anything_is_left_to_the_api(environment, token):
    environment(BOT_TOKEN=token)
    assert load_settings().bot_token.get_secret_value() == token


@pytest.mark.parametrize(
    "url", ["http://proxy:3128", "socks5://me:secret@10.0.0.1:1080", "socks5://[::1]:1080"]
)
def test_http_and_socks5_proxies_are_accepted(environment, url):
    environment(PROXY_URL=url)
    assert load_settings().proxy_url.get_secret_value() == url


def test_the_root_of_another_api_server_loses_its_last_slash(environment):
    environment(BOT_API_URL="http://127.0.0.1:8081/")
    assert load_settings().bot_api_url == "http://127.0.0.1:8081"


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("BOT_TOKEN", "canary"),
        ("BOT_TOKEN", "canary:123"),
        ("BOT_TOKEN", "123:"),
        ("BOT_TOKEN", "123:can ary"),
        ("BOT_API_URL", "127.0.0.1:8081"),
        ("BOT_API_URL", "ftp://example.org"),
        ("BOT_API_URL", "http://me:canary@example.org"),
        ("BOT_API_URL", "http://example.org:port"),
        ("PROXY_URL", "proxy:3128"),
        ("PROXY_URL", "socks5://me:canary@proxy"),
        ("PROXY_URL", "https://me:canary@proxy:3128"),
        ("PROXY_URL", "socks4://proxy:3128"),
        ("PROXY_URL", "http://me:canary@proxy:99999"),
        ("DATABASE_URL", "postgresql+asyncpg://me:canary@db/city"),
        ("DATABASE_URL", "sqlite:///data/city.sqlite3"),
        ("DATABASE_URL", "sqlite+aiosqlite://data/city.sqlite3"),
        ("DATABASE_URL", "sqlite+aiosqlite:///"),
        ("DATABASE_URL", "sqlite+aiosqlite:///data/"),
        ("DATABASE_URL", "sqlite+aiosqlite:///:memory:"),
        ("ATTACHMENTS", "disk"),
        ("GROUP_LIMIT_PER_MINUTE", "-1"),
        ("GROUP_LIMIT_PER_MINUTE", "many"),
        ("GROUP_LIMIT_PER_MINUTE", "1.5"),
        ("LOG_LEVEL", "LOUD"),
        ("LOG_JSON", "perhaps"),
    ],
)
def test_a_wrong_value_is_one_line_with_its_name_and_remedy_and_no_secret(environment, name, value):
    environment(**{name: value})
    line = the_mistake()
    assert line.startswith(f"{name}: ")
    assert " — " in line
    assert "\n" not in line
    assert "canary" not in line


def test_every_mistake_is_told_at_once(environment):
    environment(BOT_TOKEN="x", PROXY_URL="x", DATABASE_URL="x", LOG_LEVEL="x")
    names = [line.partition(":")[0] for line in mistakes()]
    assert names == ["BOT_TOKEN", "PROXY_URL", "DATABASE_URL", "LOG_LEVEL"]


def test_nothing_that_prints_settings_prints_a_secret(environment):
    environment(BOT_TOKEN=TOKEN, PROXY_URL="http://me:canary@proxy:3128")
    assert "canary" not in repr(load_settings()) + str(load_settings())


def test_a_dotenv_in_another_encoding_is_told_by_its_name():
    Path(".env").write_bytes("LOG_LEVEL=INFO # журнал".encode("cp1251"))
    assert the_mistake().startswith(".env: ")


def test_a_dotenv_that_may_not_be_read_is_told_by_its_name(monkeypatch):
    def forbid(*_args, **_options):
        raise PermissionError(13, "Permission denied")

    Path(".env").write_text("LOG_LEVEL=INFO")
    monkeypatch.setattr("dotenv.main.open", forbid, raising=False)
    assert the_mistake().startswith(".env: ")


def test_make_run_starts_the_sandbox_only_where_no_token_is_given(environment):
    assert choose_program() == "sandbox"
    environment(BOT_TOKEN=TOKEN)
    assert choose_program() == "bot"


def test_make_run_leaves_wrong_settings_to_the_bot_to_report(environment):
    environment(BOT_TOKEN="wrong")
    assert choose_program() == "bot"


def test_mail_needs_the_address_to_which_the_answers_come(environment):
    """R30."""
    environment(SMTP_HOST="mail.primersk.ru", SMTP_PASSWORD="canary")
    assert "SMTP_FROM" in the_mistake()
    environment(SMTP_FROM="Priemnaya <a@b>")
    assert "SMTP_FROM" in the_mistake()
    environment(SMTP_FROM="priemnaya@primersk.ru", SMTP_TLS="ssl")
    assert "starttls" in the_mistake()
    environment(SMTP_TLS="TLS")
    settings = load_settings()
    assert (settings.smtp_host, settings.smtp_tls) == ("mail.primersk.ru", "tls")
    assert "canary" not in repr(settings)
