"""Deadlines are kept beside every change, whoever makes it: what runs, what has ended, and in whose hands it was."""

import json
from datetime import date

from bot.regulation_file import built_in_file
from domain.municipality import CalendarException, DayKind
from tests.story.scenes import (
    LAMP,
    REPLY,
    approve,
    ask_database,
    bot_in,
    card_in,
    decree,
    replies,
    submitted,
    where,
    written,
)


def running(town):
    """Stage and local due moment of all that is open."""
    rows = ask_database(
        town, "SELECT stage, datetime(due_at, '+3 hours') FROM deadlines WHERE ended_at IS NULL ORDER BY id"
    )
    return {stage: due and due[5:16] for stage, due in rows}


def count(town):
    return ask_database(town, "SELECT count(*) FROM deadlines")[0][0]


def moves(town):
    rows = ask_database(town, "SELECT before, after FROM journal WHERE action = 'term_moved' ORDER BY id")
    return [(json.loads(before)["stage"], json.loads(after)["due_at"][11:16]) for before, after in rows]


async def test_from_the_first_word_to_the_answer(town):
    """R39-R46: each step ends one term and begins the next."""
    number = await written(town)
    assert running(town) == {
        "return": "03-02 09:30",
        "draft": "03-02 16:00",
        "answer": "03-02 17:00",
        "final": "03-10 17:00",
    }
    await town.clicks(town.petrov.in_(town.zhkh), "Принять")
    assert set(running(town)) == {"draft", "answer", "final"}
    await replies(town, town.petrov.in_(town.zhkh), card_in(town.zhkh, number), REPLY)
    await town.clicks(town.petrov.in_(town.zhkh), "Решено")
    assert running(town)["approval"] == "03-02 09:30"
    await approve(town)
    assert running(town)["publication"] == "03-02 09:30"
    await town.wait(40)
    assert running(town) == {}


async def test_what_waits_for_the_coordinators_waits_to_be_read_first(town):
    """A2, R39."""
    await town.says(town.anna, LAMP)
    await town.wait(65)
    assert set(running(town)) == {"read", "answer", "final"}
    await town.clicks(town.olga.in_(town.coordinators), "Взять")
    assert set(running(town)) == {"route", "answer", "final"}


async def test_the_time_in_each_pair_of_hands_is_kept_apart(town):
    """R54, A7: the six hours go on, and it is known how long each department had it."""
    number = await written(town)
    await town.wait(20 * 60)
    petrov = town.petrov.in_(town.zhkh)
    await town.clicks(petrov, "Не наше")
    await town.clicks(petrov, "Не наша территория")
    await town.clicks(town.olga.in_(town.coordinators), "Дороги", on=card_in(town.coordinators, number))
    rows = ask_database(
        town,
        """SELECT department, started_at, round((julianday(ended_at) - julianday(begun_at)) * 1440)
        FROM deadlines WHERE stage = 'draft' ORDER BY id""",
    )
    (first, started, minutes), (second, again, rest) = rows
    assert (first, second) == ("zhkh", "roads")
    assert started == again
    assert (minutes, rest) == (20, None)


async def test_high_importance_moves_the_terms_and_the_journal_tells_it(town):
    """A17, R35."""
    number = await written(town)
    await town.wait(4 * 3600 + 60)
    await town.clicks(town.olga.in_(town.coordinators), "Срочно", on=card_in(town.coordinators, number))
    assert running(town)["draft"] == "03-02 13:01"
    assert [stage for stage, _ in moves(town)] == ["draft", "answer"]


async def test_a_change_that_moves_no_term_writes_none(town):
    await written(town)
    before = count(town)
    await town.says(town.anna, "И ещё течёт в подъезде")
    assert (count(town), moves(town)) == (before, [])


async def test_a_day_off_entered_afterwards_moves_all_open_ones(town):
    """A23: what has ended is left alone."""
    await written(town)
    await written(town, by=town.boris)
    await town.wait(1)
    await decree(town, calendar=(CalendarException(date(2026, 3, 2), DayKind.OFF, "Траур"),))
    await town.wait(2)
    assert running(town)["draft"] == "03-03 15:00"
    assert len(moves(town)) >= 6
    assert ask_database(town, "SELECT count(*) FROM recounts WHERE done_at IS NULL") == [(0,)]


async def test_another_regulation_moves_begins_and_ends(town):
    await written(town)
    await decree(town, regulation="grozny")
    await town.wait(2)
    assert running(town) == {"draft": "03-12 17:00", "final": "03-13 17:00"}


@where(regulation=lambda _: "federal59")
async def test_a_profile_without_approval_keeps_the_press_and_has_no_term_for_it(town):
    """59-ФЗ knows no term of approval: the button is there all the same."""
    await submitted(town)
    assert set(running(town)) == {"final"}
    assert await approve(town)


async def test_several_departments_have_two_hours_each(town):
    """R47, A9."""
    number = await written(town)
    olga = town.olga.in_(town.coordinators)
    await town.clicks(olga, "Несколько", on=card_in(town.coordinators, number))
    await town.clicks(olga, "Дороги", on=card_in(town.coordinators, number))
    await town.clicks(olga, "Отправить 2", on=card_in(town.coordinators, number))
    deadlines = running(town)
    assert deadlines["part"] == deadlines["draft"] == "03-02 11:00"


async def test_the_first_line_says_until_when_in_absolute_words(town):
    """R41: whoever has to act reads it in the phone's notification."""
    number = await written(town)
    assert card_in(town.zhkh, number).text.splitlines()[0].endswith("до 16:00")
    assert "до 1" not in card_in(town.coordinators, number).text.splitlines()[0]
    await town.wait(8 * 3600)
    await town.clicks(town.petrov.in_(town.zhkh), "Принять", on=card_in(town.zhkh, number))
    assert card_in(town.zhkh, number).text.splitlines()[0].endswith("просрочено, было до 16:00")


async def test_the_approver_sees_the_own_term_and_until_when_the_citizen_waits(town):
    """R44."""
    number = await submitted(town)
    assert card_in(town.approvals, number).text.splitlines()[0].endswith("до 09:30, ответ жителю до 17:00")


async def test_coordinators_see_until_when_to_read_and_to_route(town):
    """R39."""
    number = await written(town, LAMP)
    await town.wait(65)
    assert card_in(town.coordinators, number).text.splitlines()[0].endswith("до 09:30")


def stopping(name):
    """One's own profile: a copy of this one in which a question stops the clocks."""
    text = built_in_file(name).decode()
    assert "pause_on_clarify = false" in text
    text = text.replace("pause_on_clarify = false", "pause_on_clarify = true")
    return where(regulation="own.toml", regulation_text=text)


async def asked(town):
    number = await submitted(town, "Какая у вас квартира?", "Уточнить")
    await approve(town)
    await town.wait(31)
    return number


def silence_told(town):
    """What the coordinators read of a question that waits."""
    return [one for one in bot_in(town.coordinators) if "не отвечает на вопрос" in one.text]


@stopping("chaikovsky")
async def test_a_citizen_who_never_answers_is_told_of_once_with_what_to_do(town):
    """A16: while the clocks stand no deadline speaks of it; the question of Monday is told of on Thursday at opening."""
    number = await asked(town)
    await town.wait(3 * 24 * 3600 - 2 * 3600)
    assert not silence_told(town), "07:00, nobody is woken"
    await town.wait(2 * 3600)
    (told,) = silence_told(town)
    assert told.text.startswith(
        f"❓ {number}: житель три рабочих дня не отвечает на вопрос. Срок всё это время стоит и сам о себе не напомнит."
    )
    assert f"/card {number}" in told.text
    assert not told.silent
    await town.wait(5 * 24 * 3600)
    assert len(silence_told(town)) == 1
    await town.says(town.anna, "Двенадцатая")
    await town.wait(5 * 24 * 3600)
    assert len(silence_told(town)) == 1, "an answer ends it"


@stopping("chaikovsky")
async def test_while_the_citizen_is_asked_the_clock_stands_where_the_profile_says_so(town):
    """A16: the deadline moves by the working time from the question to the answer."""
    await town.says(town.petrov, "/start")
    number = await written(town)
    assert running(town) == {"draft": "03-03 09:00", "final": "03-03 14:00"}
    petrov = town.petrov.in_(town.zhkh)
    await replies(town, petrov, card_in(town.zhkh, number), "Какая у вас квартира?")
    await town.clicks(petrov, "Уточнить")
    await approve(town)
    await town.wait(31)
    assert running(town) == {}, "it stands"
    await town.wait(2 * 3600)
    await town.says(town.anna, "Двенадцатая")
    assert running(town) == {"draft": "03-03 11:00", "final": "03-03 16:00"}
    await town.redraw()
    await town.clicks(petrov, "Почему такой срок", on=card_in(town.zhkh, number))
    assert "Вопрос жителю: часы стояли с 02.03 09:00 до 02.03 11:00." in town.petrov.toast.text
    await town.clicks(petrov, "Подробно", on=card_in(town.zhkh, number))
    assert (
        "Вопрос жителю: часы стояли с пн 02.03 09:00 до пн 02.03 11:00" in bot_in(town.petrov.chat)[-1].text
    )


async def test_a_question_is_the_first_reaction_and_the_eight_days_go_on(town):
    """A16, R31: the built-in profile of Krasnoufimsk knows no pause."""
    await asked(town)
    assert running(town) == {"final": "03-10 17:00"}
    await town.wait(86400)
    await town.says(town.anna, "Двенадцатая")
    assert running(town) == {"final": "03-10 17:00"}
