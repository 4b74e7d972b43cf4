"""One appeal on paper, for those who work so (R04)."""

import json

from tests.bot.register_town import clerk

__all__ = ["clerk"]

WAITING = {
    "Номер": "2026-00042",
    "Поступило": "2026-03-02 10:10",
    "Канал": "paper",
    "Заявитель": "Иванова Анна Петровна",
    "Тема": "Водоснабжение",
    "Текст": "Уважаемый Глава!\n\nПросим <срочно> помочь & ответить.",
    "Исполнители": "zhkh:2|legal:1",
    "Коллективное": "да",
}
ANSWERED = {
    "Отвечено": "2026-03-05",
    "Исход": "решено",
    "Исходящий номер": "01-25/134",
    "Исходящая дата": "2026-03-05",
}


def card(clerk, number="2026-00042"):
    assert clerk.run("report", "card", number, "--out", "card.txt", "--format", "json") == 0, clerk.complained
    return (clerk.folder / "card.txt").read_text(encoding="utf-8"), json.loads(clerk.said)


def test_r04_what_waits_has_room_for_the_instruction(clerk):
    assert clerk.imports([WAITING]) == 0, clerk.said
    text, told = card(clerk)
    assert "Карточка сообщения № 2026-00042\nпоступило 02.03.2026 10:10" in text
    assert "Уважаемый Глава!\nПросим <срочно> помочь & ответить." in text
    assert "Поручение:\n____" in text
    lines = {one["name"]: one["value"] for one in told["lines"]}
    assert lines["Коллективное"] == "да"
    assert "Срочное" not in lines, "a card does not list what is not so"
    assert [tuple(one.values()) for one in told["departments"]] == [
        ("Управление ЖКХ", 2),
        ("Правовое управление", 1),
    ]


def test_what_is_answered_says_how(clerk):
    assert clerk.imports([WAITING | ANSWERED]) == 0, clerk.said
    text, _ = card(clerk)
    assert "Ответ дан 05.03.2026: решено, исх. № 01-25/134 от 05.03.2026." in text
    assert "Поручение" not in text


def test_a_number_that_is_not_there_is_said_to_be_so(clerk):
    assert clerk.imports([WAITING]) == 0
    assert clerk.run("report", "card", "2026-00043", "--out", "card.txt") == 1
    assert "Сообщения 2026-00043 в реестре нет" in clerk.complained
    assert not (clerk.folder / "card.txt").exists()
