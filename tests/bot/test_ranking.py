"""Departments compared by what was in their own hands (R67, R70)."""

import json
import re
import sqlite3
from pathlib import Path

import pytest

from reports.ranking import Axis, Share, placed, score
from tests.bot.register_town import clerk

__all__ = ["clerk"]

DAYS = ("--from", "2026-03-01", "--to", "2026-03-31")


def rows(department, *, answered=(), late=0, channel="paper", start=0, **cells):
    """So many answered in time, and so many late."""
    for number in range(answered + late):
        yield {
            "Поступило": "2026-03-02 10:00",
            "Отвечено": "2026-03-03 10:00" if number < answered else "2026-03-30 10:00",
            "Исход": "решено",
            "Исполнители": department,
            "Канал": channel,
            "Внешний номер": f"{department}-{channel}-{start + number}",
            **cells,
        }


def figures(clerk, *days):
    assert clerk.run("report", "ranking", *(days or DAYS), "--format", "json") == 0, clerk.complained
    told = json.loads(clerk.said)
    return told, {one["code"]: one for one in told["departments"]}


def test_r70_three_axes_of_what_is_known(clerk):
    waiting = [{"Поступило": "2026-02-02 10:00", "Исполнители": "legal", "Канал": "paper"}]
    running = [{"Поступило": "2026-03-31 10:00", "Исполнители": "legal", "Канал": "paper"}]
    no_reply = rows("legal", answered=1, start=50, Исход="без ответа")
    given = [*rows("zhkh", answered=30), *rows("legal", answered=2, late=3, Оценка="1"), *waiting, *running]
    assert clerk.imports([*given, *no_reply]) == 0, clerk.said
    told, of = figures(clerk)
    assert of["zhkh"] | {"quantity": {"done": 30, "of": 30}, "time": {"done": 30, "of": 30}} == of["zhkh"]
    assert of["legal"]["quantity"] == {"done": 5, "of": 6}, (
        "one is overdue; one still runs; one had no answer"
    )
    assert of["legal"]["time"] == {"done": 2, "of": 5}
    assert of["legal"]["completeness"] == {"done": 0, "of": 5}
    assert of["legal"]["improve"] == "completeness"
    assert [one["code"] for one in told["departments"]] == ["zhkh", "legal"]
    assert (of["zhkh"]["place_from"], of["zhkh"]["place_to"]) == (1, 1)
    assert (of["legal"]["place_from"], of["legal"]["place_to"]) == (2, 2)


def test_small_numbers_put_nobody_below_another(clerk):
    assert clerk.imports([*rows("zhkh", answered=40, late=2), *rows("legal", answered=2, late=1)]) == 0
    _, of = figures(clerk)
    assert of["legal"]["points"] < of["zhkh"]["points"]
    for one in of.values():
        assert (one["place_from"], one["place_to"]) == (1, 2)
        assert one["margin"] > 0


def test_r67_each_channel_has_a_ranking_of_its_own(clerk):
    worse = rows("zhkh", late=20, answered=0, channel="hotline")
    assert (
        clerk.imports([*rows("zhkh", answered=20), *worse, *rows("legal", answered=20, channel="hotline")])
        == 0
    )
    told, _ = figures(clerk)
    by_channel = {one["channel"]: [line["code"] for line in one["departments"]] for one in told["channels"]}
    assert by_channel == {"hotline": ["legal", "zhkh"], "paper": ["zhkh"]}
    assert clerk.run("report", "ranking", *DAYS, "--out", "paper.txt") == 0, clerk.complained
    text = (clerk.folder / "paper.txt").read_text(encoding="utf-8")
    assert re.search(r"^Телефон доверия +1 +Правовое управление", text, re.MULTILINE)
    assert "Укладываться в сроки: в срок 20 из 40 (по городу 40 из 60)." in text


def test_r66_who_answers_for_a_department_reads_its_own_place_among_all_and_no_other(clerk):
    assert clerk.imports([*rows("zhkh", answered=20), *rows("legal", answered=4, late=30)]) == 0
    _, of = figures(clerk)
    told, own = figures(clerk, *DAYS, "--departments", "legal")
    assert own == {"legal": of["legal"]}
    assert own["legal"]["place_from"] == 2
    assert told["town"]["time"]["of"] == 54, "beside the whole town"
    assert clerk.run("report", "ranking", *DAYS, "--departments", "legal", "--out", "own.txt") == 0
    text = (clerk.folder / "own.txt").read_text(encoding="utf-8")
    assert "Укладываться в сроки" in text
    assert "Управление ЖКХ" not in text


def test_r69_the_note_of_a_week_ends_with_the_ranking_of_four(clerk):
    older = rows("zhkh", answered=2, Поступило="2026-02-25 10:00", Отвечено="2026-02-27 10:00")
    assert clerk.imports([*rows("legal", answered=3), *older]) == 0, clerk.said
    assert clerk.run("report", "week", "--date", "2026-03-25", "--out", "note.txt") == 0, clerk.complained
    text = (clerk.folder / "note.txt").read_text(encoding="utf-8")
    ranking = text.partition("Рейтинг подразделений за четыре недели:")[2]
    assert re.search(r"^1 +Правовое управление +\d+ ± \d+ +3 из 3", ranking, re.MULTILINE)
    assert "Управление ЖКХ" not in ranking, "its answers are older than four weeks"


def test_days_on_which_nobody_had_anything(clerk):
    assert clerk.imports(list(rows("zhkh", answered=1))) == 0
    told, of = figures(clerk, "--from", "2025-01-01", "--to", "2025-01-31")
    assert (of, told["channels"]) == ({}, [])
    assert told["idle"] == ["zhkh", "legal"]
    assert clerk.run("report", "ranking", "--from", "2025-01-01", "--to", "2025-01-31", "--out", "p.txt") == 0
    text = (clerk.folder / "p.txt").read_text(encoding="utf-8")
    assert "не было дел" in text
    assert "Нет данных: Управление ЖКХ, Правовое управление." in text


TERMS = {
    "kept though the approver was slow": ("2026-03-04", "2026-03-03", True, True),
    "missed though the answer was in time": ("2026-03-02", "2026-03-03", True, False),
    "still running at the close": ("2026-04-02", None, None, None),
    "overdue at the close": ("2026-03-10", None, False, None),
}


@pytest.mark.parametrize(("due", "ended", "done", "in_time"), TERMS.values(), ids=TERMS)
def test_what_was_not_in_its_hands_does_not_count(clerk, due, ended, done, in_time):
    """By the terms of its own, where the program kept them, and not by the day of the answer."""
    assert clerk.imports(list(rows("zhkh", answered=0, late=1))) == 0
    _keep_term(clerk.folder, due, ended)
    told, _ = figures(clerk)
    expected = [{"done": int(bool(one)), "of": int(one is not None)} for one in (done, in_time)]
    assert [told["town"]["quantity"], told["town"]["time"]] == expected


def _keep_term(folder: Path, due, ended):
    connection = sqlite3.connect(next(folder.glob("**/*.sqlite3")))
    with connection:
        connection.execute(
            """INSERT INTO deadlines (appeal_id, stage, holder, department, begun_at, started_at, due_at, clause, ended_at)
            VALUES (1, 'draft', 'department', 'zhkh', :start, :start, :due, '', :ended)""",
            {
                "start": "2026-03-02T05:00:00.000000Z",
                "due": f"{due}T05:00:00.000000Z",
                "ended": ended and f"{ended}T05:00:00.000000Z",
            },
        )
    connection.close()


_DOCUMENTATION = Path(__file__).parents[2] / "docs" / "papers.md"
_LINE = re.compile(
    r"^\| (\w+(?: \w+)*) \| (\d+) из (\d+) \| (\d+) из (\d+) \| (\d+) из (\d+) \| (.*) \|$", re.MULTILINE
)


def test_the_worked_example_of_the_documentation_is_reckoned_right():
    text = _DOCUMENTATION.read_text(encoding="utf-8").partition("### Рейтинг: пример")[2]
    shares, told = {}, {}
    for name, *numbers, rest in _LINE.findall(text):
        pairs = zip(map(int, numbers[::2]), map(int, numbers[1::2]), strict=True)
        shares[name] = {axis: Share(*pair) for axis, pair in zip(Axis, pairs, strict=True)}
        told[name] = rest
    average = {axis: share.done / share.of for axis, share in shares.pop("По городу").items()}
    assert list(shares) == ["ЖКХ", "Парки", "Дороги"]
    scores = placed(score(name, own, average) for name, own in shares.items())
    for one in scores:
        first, last = one.first_place, one.last_place
        place = f"{first}" if first == last else f"{first}–{last}"
        assert told[one.department] == with_commas(f"{one.points:.1f} | {one.margin:.1f} | {place}")
    for axis, share in shares["Парки"].items():
        drawn = share.drawn_to(average[axis])
        reckoned = f"({share.done} + 10 · {average[axis]:.3f}) / ({share.of} + 10) = {drawn:.3f}"
        assert with_commas(reckoned) in text


def with_commas(text):
    return text.replace(".", ",")


def test_where_all_went_well_chance_is_not_over():
    well = {axis: Share(1, 1) for axis in Axis}
    one = score("zhkh", well, dict.fromkeys(Axis, 1.0))
    many = score("zhkh", {axis: Share(100, 100) for axis in Axis}, dict.fromkeys(Axis, 1.0))
    assert one.points == many.points == 100
    assert one.margin > 2 * many.margin > 0
