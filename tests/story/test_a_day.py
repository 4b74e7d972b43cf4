"""The measure of the whole: what an ordinary day costs each role in touches and in sounds (the table: `pytest -s` on this file)."""

import sys
from typing import Any

from tests.city import running, sleeping_town
from tests.story.day import BEGINS, OPENING, TICK, Day

WATER = "Прорвало трубу на ул. Ленина, {}: во дворе вода по колено"
PITS = "Яма на ул. Мира, {}, машины бьются"
LAMP = "Не горит фонарь на ул. Гагарина, {}"
LUNCH = (300, 360)
CARDS = 40
SHARED, RETURNED = 13, {9, 21}


def at_work(minute: int) -> int:
    """When whoever would act then is at work."""
    minute = max(minute, OPENING + 5)
    return LUNCH[1] + 5 if LUNCH[0] < minute < LUNCH[1] else minute


def write_first(day: Day, case: int, minute: int, text: str) -> tuple[Any, int]:
    """Every seventh in an album, every fifth after a greeting; by when it is all there."""
    person = day.citizen()
    if case % 7 == 3:
        day.sends(minute, lambda: person.send_album(4, text), 4)
    elif case % 5 == 1:
        day.writes(minute, person, "Здравствуйте!")
        day.writes(minute + 5, person, text)
        return person, minute + 5
    else:
        day.writes(minute, person, text)
    return person, minute


def work(day: Day, case: int, minute: int, department: str, person: Any, *, ends: bool) -> int:
    """Half accept by the button and half by their reply; the minute of the answer."""
    executor, minute = day.executors[department], at_work(minute + 5)
    if case % 2 or not ends:
        day.presses(minute, "executor", executor, person, "Принять")
    if not ends:
        return 0
    drafted = at_work(minute + 10 + 10 * (case % 5))
    day.drafts(drafted, department, person)
    if case % 6 == 2:
        day.presses(drafted + 10, "revision", day.galina, person, "На доработку", "Указать срок")
        drafted = at_work(drafted + 20)
        day.drafts(drafted, department, person, role="revision")
    approved = at_work(drafted + 10)
    day.approves(approved, person)
    return approved + TICK


def plan(day: Day) -> None:
    """40 cards for departments, 25 answers, three urgent, and all that people write besides."""
    arrivals = [(8 + each * 30, "ЖКХ", WATER) for each in range(18)]
    arrivals += [(20 + each * 42, "Дороги", PITS) for each in range(13)]
    arrivals += [(95 + each * 70, "", LAMP) for each in range(7)]
    everybody = [go_its_way(day, case, *arrival) for case, arrival in enumerate(sorted(arrivals))]
    for person, minute, _ in everybody[10:33:9]:
        day.presses(at_work(minute + 5), "urgent", day.olga, person, "Срочно")
    without_answer(day)
    chatter(day, everybody)


def go_its_way(day: Day, case: int, minute: int, sure: str, text: str) -> tuple[Any, int, int]:
    """From a message to the answer, if one is given today: who wrote it, when it was there, and when it was answered."""
    person, written = write_first(day, case, minute, text.format(case))
    ends = day.approved < 25 and written < 440
    if case == SHARED:
        share(day, at_work(written + 5), person)
        return person, written, 0
    department, routed = sure or ("ЖКХ", "Дороги")[case % 2], written
    if not sure:
        routed = at_work(written + 5)
        day.presses(routed, "coordinator", day.olga, person, department)
    elif case in RETURNED:
        routed = at_work(written + 5)
        executor = day.executors[department]
        day.presses(routed, "returned", executor, person, "Не наше", "Это к другому отделу")
        department, routed = {"ЖКХ": "Дороги", "Дороги": "ЖКХ"}[department], routed + 5
        day.presses(routed, "returned", day.olga, person, department)
    return person, written, work(day, case, routed, department, person, ends=ends)


def share(day: Day, minute: int, person: Any) -> None:
    day.presses(minute, "several", day.olga, person, "Несколько", "ЖКХ", "Дороги", "Отправить 2")
    for executor in day.executors.values():
        day.presses(minute + 5, "several", executor, person, "Принять")


def without_answer(day: Day) -> None:
    for minute in (130, 400):
        person, _ = write_first(day, 0, minute, "Спасибо дворнику на ул. Мира, 4, очень чисто!")
        day.presses(at_work(minute + 5), "coordinator", day.olga, person, "Без ответа", "Благодарность")
    person, _ = write_first(day, 0, 220, "Я знаю, где вы живёте, убью вас за эту яму")
    day.presses(230, "no reply", day.olga, person, "Без ответа", "Ответ не даётся", "Угроза")
    day.presses(240, "no reply", day.galina, person, "Подтвердить")


def chatter(day: Day, everybody: list[tuple[Any, int, int]]) -> None:
    """What people write besides: additions, places, questions of when, thanks."""
    for case, (person, minute, answered) in enumerate(everybody):
        if case % 2:
            day.adds(minute + 15, person, lambda person=person: person.send("И подвал залило, помогите"))
        if case % 3 == 0:
            day.writes(minute + 20, person, "Когда будет ответ?")
        if case % 3 == 2:
            day.writes(minute + 25, person, "Есть новости?")
        if case % 5 == 2:
            day.writes(minute + 10, person, "Ну что там?")
        if case % 4 == 1:
            day.adds(minute + 5, person, lambda person=person: person.send_location(56.6, 57.7))
        if case % 9 == 4:
            day.adds(minute + 10, person, lambda person=person: person.send_contact("+79161234567"))
        if case % 8 == 6:
            day.adds(minute + 15, person, person.send_voice)
            day.writes(minute + 20, person, "Алло")
        if case == 12:
            day.adds(minute + 20, person, lambda person=person: person.send(LAMP.format(100)))
        if answered and case % 3:
            day.writes(answered + 10, person, "Спасибо большое!")
        elif answered:
            day.judges(answered + 10, person)


async def test_a_days_touches_and_sounds_stay_within_what_people_bear(tmp_path):
    """Of a routine message: two touches of a coordinator, three of an executor, one of an approver. Of a day: twenty sounds for
    the coordinators, one a card for a department, five for the leadership; for a card two sends and three edits.
    """
    async with sleeping_town(tmp_path) as town:
        town.world.clock.set_to(BEGINS)
        async with running(town):
            day = Day(town)
            plan(day)
            await day.play()
    sys.stdout.write(f"\n{day.table()}\n")
    assert day.said >= 150
    assert sum(len(day.numbers_in(chat)) for chat in (town.zhkh, town.roads)) >= CARDS
    assert (day.approved, day.answered()) == (25, 25)
    for role, most in {"coordinator": 2, "executor": 3, "approver": 1}.items():
        assert max(day.touches[role].values()) <= most, role
    assert len(day.sent(town.coordinators, loud=True)) <= 20
    assert len(day.sent(town.leadership, loud=True)) <= 5
    routine = set(day.touches["executor"]) - {
        number for role in ("revision", "urgent", "returned", "several") for number in day.touches[role]
    }
    routine -= day.chatty
    assert len(routine) > 5
    for chat in (town.zhkh, town.roads):
        for number in routine.intersection(day.numbers_in(chat)):
            assert len(day.sends_about(chat, number, loud=True)) <= 1, number
            assert len(day.sends_about(chat, number)) <= 2, day.sends_about(chat, number)
            assert day.edits_of(chat, number) <= 3 + (number in day.judged), number
