"""The directory of responsible persons on paper (R17)."""

import json

from tests.bot.register_town import MUNICIPALITY, clerk

__all__ = ["clerk"]

IVANOV = """
[[staff]]
id = 7
name = "Иванов Пётр =1+1"
position = "Начальник"
phone = "8 912 111-22-33"
email = "ivanov@primersk.example"
roles = ["department_head", "executor"]
departments = ["zhkh"]
"""


def test_r17_the_directory_on_paper_names_who_is_lacking(clerk):
    (clerk.folder / "municipality.toml").write_text(MUNICIPALITY + IVANOV, encoding="utf-8")
    assert clerk.run("apply", "municipality.toml") == 0, clerk.complained
    assert clerk.run("report", "people", "--out", "people.txt", "--format", "json") == 0, clerk.complained
    told = json.loads(clerk.said)
    assert [(one["department"], one["part"], one["phone"]) for one in told["people"]] == [
        ("Управление ЖКХ", "руководитель", "8 912 111-22-33"),
        ("Правовое управление", "не назначен", ""),
    ]
    assert told["lacking"] == "Правовое управление"
    text = (clerk.folder / "people.txt").read_text(encoding="utf-8")
    assert "Иванов Пётр =1+1, Начальник" in text
    assert "Нет телефона или почты ответственного: Правовое управление." in text
    assert clerk.run("report", "people", "--out", "people.xlsx") == 0, clerk.complained
    assert clerk.run("report", "people", "--out", "own.txt", "--departments", "legal") == 0, clerk.complained
    assert "Иванов" not in (clerk.folder / "own.txt").read_text(encoding="utf-8")
