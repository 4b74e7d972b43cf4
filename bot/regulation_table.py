"""A regulation as people read it: a table with the clauses for `regulation show` and the documentation, lines for `apply`."""

from collections.abc import Iterable, Iterator

from bot.regulation_file import built_in
from bot.setup_texts import say
from domain.regulation.answers import AnswerRule
from domain.regulation.regulation import BUILT_IN, Regulation
from domain.regulation.terms import Term

_COLUMNS = ("stage", "appeals", "holder", "span", "start", "clause")


def write_table(regulation: Regulation) -> str:
    """In Markdown, which reads well as it stands, too."""
    parts = [
        f"# {regulation.title} ({regulation.name})",
        regulation.act,
        _table(_columns(_COLUMNS), (_row(one, regulation) for one in regulation.terms)),
        "\n".join(f"- {line}" for line in _list_rules(regulation)),
        _table(
            _columns(("about", "says", "clause")),
            ([one.about, one.says, one.clause] for one in regulation.provisions),
        )
        if regulation.provisions
        else "",
    ]
    return "\n\n".join(filter(None, parts))


def write_document() -> str:
    """`docs/regulations.md`: all that come with the program."""
    tables = (write_table(built_in(name)).replace("# ", "## ", 1) for name in BUILT_IN)
    return "\n\n".join([say("regulation-document"), *tables]) + "\n"


def list_lines(regulation: Regulation) -> dict[str, str]:
    """What it says, key by key, so that two of them can be compared."""
    terms = {_key(one): ", ".join(filter(None, _row(one, regulation)[2:])) for one in regulation.terms}
    rules = {
        "day_due": regulation.day_due.value,
        "restart_on_reroute": str(regulation.restart_on_reroute).lower(),
        "pause_on_clarify": str(regulation.pause_on_clarify).lower(),
        "rework_alert": str(regulation.rework_alert),
        "extension": f"{regulation.extension.days} ({regulation.extension.clause})"
        if regulation.extension
        else "",
    }
    measures = regulation.measures
    reports = {"measures_report": f"{', '.join(measures.outcomes)} ({measures.clause})"} if measures else {}
    provisions = {f"provisions.{one.about}": f"{one.says} ({one.clause})" for one in regulation.provisions}
    groups = {
        f"outcomes.{one.name}": f"{', '.join(one.outcomes)} ({one.clause})" for one in regulation.outcomes
    }
    answers = {
        ".".join(filter(None, ("answers", one.answer.value, one.category))): f"{_needs(one)} ({one.clause})"
        for one in regulation.answers
    }
    return {
        "title": regulation.title,
        "act": regulation.act,
        **rules,
        **terms,
        **answers,
        **groups,
        **reports,
        **provisions,
    }


def _key(term: Term) -> str:
    importance = {None: "", True: "high_importance", False: "usual_importance"}[term.high_importance]
    return ".".join(filter(None, ("terms", term.stage.value, term.category, importance)))


def _row(term: Term, regulation: Regulation) -> list[str]:
    start = say("regulation-start", start=term.start.value)
    if term.interim_counts:
        start = f"{start}; {say('regulation-interim')}"
    span = say("regulation-span", unit=term.span.unit.value, count=term.span.count)
    if term.span.is_days:
        span = f"{span}, {say('regulation-roll', roll=term.roll.value)}"
    return [
        say("regulation-stage", stage=term.stage.value),
        _appeals(term, regulation),
        say("regulation-holder", holder=term.holder.value),
        span,
        start,
        term.clause,
    ]


def _appeals(term: Term, regulation: Regulation) -> str:
    category = say("regulation-category", category=term.category.value) if term.category else ""
    high = term.high_importance
    importance = "" if high is None else say("regulation-importance", high=int(high))
    is_alone = sum(one.stage is term.stage for one in regulation.terms) == 1
    return ", ".join(filter(None, (category, importance))) or say("regulation-all", alone=int(is_alone))


def _list_rules(regulation: Regulation) -> Iterator[str]:
    yield say("regulation-day-due", day_due=regulation.day_due.value)
    yield say("regulation-reroute", restarts=int(regulation.restart_on_reroute))
    yield say("regulation-pause", pauses=int(regulation.pause_on_clarify))
    if regulation.rework_alert:
        yield say("regulation-rework", count=regulation.rework_alert)
    extension = regulation.extension
    if extension is None:
        yield say("regulation-no-extension")
    else:
        yield say("regulation-extension", count=extension.days, clause=extension.clause)

    for rule in regulation.answers:
        category = rule.category.value if rule.category else ""
        yield say(
            "regulation-answer",
            answer=rule.answer.value,
            category=category,
            needs=_needs(rule),
            clause=rule.clause,
        )
    for group in regulation.outcomes:
        together = ", ".join(say(f"register-outcome-{one.value}") for one in group.outcomes)
        yield say("regulation-outcomes", name=group.name, outcomes=together, clause=group.clause)
    if regulation.measures is not None:
        after = ", ".join(say(f"register-outcome-{one.value}") for one in regulation.measures.outcomes)
        yield say("regulation-measures", outcomes=after, clause=regulation.measures.clause)


def _needs(rule: AnswerRule) -> str:
    return ", ".join(say("regulation-need", need=need.value) for need in rule.needs)


def _columns(names: Iterable[str]) -> list[str]:
    return [say("regulation-column", column=name) for name in names]


def _table(head: list[str], rows: Iterable[list[str]]) -> str:
    """A cell is never more than one line; a bar in it would end it."""
    lines = [head, *([cell.replace("|", "\\|") for cell in row] for row in rows)]
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    padded = [[cell.ljust(width) for cell, width in zip(line, widths, strict=True)] for line in lines]
    padded.insert(1, ["-" * width for width in widths])
    return "\n".join(f"| {' | '.join(line)} |" for line in padded)
