"""The command line: `python -m bot` and its commands. Exit codes: 0, 1 (failed), 2 (wrong use or settings).

What is wrong is said in one line that names the file, the key and the remedy; a traceback is a defect.
"""

import argparse
import asyncio
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from bot.collector import building_for_good
from bot.refusals import Refused
from bot.report_commands import add_reports
from bot.settings import Settings, SettingsError, load_settings
from bot.setup_texts import russian, say
from bot.toml_reading import FileMistakes

OK, FAILED, WRONG_USE = 0, 1, 2

Command = Callable[[argparse.Namespace], int]


def build_parser() -> argparse.ArgumentParser:
    """All commands with their help."""
    parser = argparse.ArgumentParser(prog="python -m bot", description=say("setup-cli-bot"))
    parser.set_defaults(command=run)
    commands = parser.add_subparsers(metavar="COMMAND", title=say("setup-cli-commands"))

    def add(name: str, command: Command, about: str) -> argparse.ArgumentParser:
        own = commands.add_parser(name, help=about, description=about)
        own.set_defaults(command=command)
        return own

    add("check", check, say("setup-cli-check"))
    apply_ = add("apply", apply, say("setup-cli-apply"))
    apply_.add_argument("file", type=Path, help=say("setup-cli-apply-file"))
    apply_.add_argument("--dry-run", action="store_true", help=say("setup-cli-apply-dry-run"))
    settings_ = add("settings", write_settings, say("setup-cli-settings"))
    settings_.add_argument("--out", type=Path, help=say("setup-cli-settings-out"))
    _add_regulation(add("regulation", regulation, say("setup-cli-regulation")))
    import_ = add("import", import_register, say("setup-cli-import"))
    import_.add_argument("file", type=Path, help=say("setup-cli-import-file"))
    import_.add_argument("--dry-run", action="store_true", help=say("setup-cli-import-dry-run"))
    add_reports(add("report", report, say("setup-cli-report")))
    add("worktime", worktime, say("setup-cli-worktime"))
    return parser


def _add_regulation(parser: argparse.ArgumentParser) -> None:
    acts = parser.add_subparsers(metavar="COMMAND", title=say("setup-cli-commands"), required=True)
    show = acts.add_parser(
        "show", help=say("setup-cli-regulation-show"), description=say("setup-cli-regulation-show")
    )
    show.add_argument("name", metavar="NAME|PATH", help=say("setup-cli-regulation-name"))
    about = say("setup-cli-regulation-document")
    acts.add_parser("document", help=about, description=about).set_defaults(name=None)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command; its exit code."""
    parsed = build_parser().parse_args(arguments)
    try:
        return int(parsed.command(parsed))
    except (SettingsError, FileMistakes) as error:
        return _fail(str(error), WRONG_USE)
    except Refused as refused:
        return _fail(str(refused), refused.code)
    except KeyboardInterrupt:
        return OK
    except BrokenPipeError:
        return OK


def _fail(line: str, code: int) -> int:
    sys.stderr.write(f"{line}\n")
    return code


def _print(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def run(_: argparse.Namespace) -> int:
    """The bot itself, until it is told to stop."""
    settings = load_settings()
    if settings.bot_token is None:
        return _fail(say("setup-cli-no-token"), WRONG_USE)
    with building_for_good():
        from bot.running import run_bot

    return run_bot(settings)


def check(_: argparse.Namespace) -> int:
    """Look at everything that can be looked at before people rely on it."""
    from bot.checking import check_all

    findings = asyncio.run(check_all(load_settings()))
    for finding in findings:
        _print(str(finding))
    return FAILED if any(finding.is_bad for finding in findings) else OK


def apply(parsed: argparse.Namespace) -> int:
    """Put a municipality file in force, after showing what it changes."""
    from bot.applying import apply_file

    return _database_command(
        lambda settings: apply_file(settings, parsed.file, dry_run=parsed.dry_run, say=_print)
    )


def write_settings(parsed: argparse.Namespace) -> int:
    """The settings in force as a municipality file."""
    from bot.municipality_writing import write_municipality
    from bot.papers.source import get_municipality
    from bot.papers.writing import written

    def write(settings: Settings) -> int:
        text = write_municipality(get_municipality(settings))
        if parsed.out is None:
            _print(text.rstrip())
            return OK
        with written(parsed.out) as file:
            file.write(text.encode())
        return OK

    return _database_command(write)


def regulation(parsed: argparse.Namespace) -> int:
    """A profile of terms as a table with its clauses, or all of them as the documentation has them."""
    from bot.regulation_file import find_regulation
    from bot.regulation_table import write_document, write_table

    _print(write_document().rstrip() if parsed.name is None else write_table(find_regulation(parsed.name)))
    return OK


def import_register(parsed: argparse.Namespace) -> int:
    """Bring in a register from a file, all of it or nothing."""
    from bot.importing.command import import_file

    return _database_command(
        lambda settings: import_file(settings, parsed.file, russian(), rehearsal=parsed.dry_run, say=_print)
    )


def report(parsed: argparse.Namespace) -> int:
    """Write a paper."""

    def write(settings: Settings) -> int:
        parsed.write(settings, parsed, _print)
        return OK

    return _database_command(write)


def worktime(_: argparse.Namespace) -> int:
    """JSON lines in, JSON lines out."""
    from bot.worktime import run as answer

    for line in answer(sys.stdin):
        _print(line)
    return OK


def _database_command(work: Callable[[Settings], int]) -> int:
    from bot.database_faults import explain

    settings = load_settings()
    try:
        return work(settings)
    except Refused:
        raise
    except Exception as error:
        told = explain(error, settings)
        if told is None:
            raise
        return _fail(*told)
