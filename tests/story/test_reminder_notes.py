"""Reminder notes: at the opening of the week each head reads what is late and what falls due, once (R78)."""

from dataclasses import replace
from datetime import timedelta

from tests.city import running, sleeping_town
from tests.story.scenes import accepted, ask_database, bot_in, written
from tests.story.test_summary import leap, until


def notes(chat):
    """Every reminder note in the chat."""
    heads = ("всё в срок", "просрочено", "просроченных нет")
    return [one for one in bot_in(chat) if any(head in one.text.splitlines()[0] for head in heads)]


def headed(town):
    """Sidorova answers for both departments."""
    sidorova = town.staff[1]
    return replace(town, departments=tuple(replace(one, head=sidorova.id) for one in town.departments))


async def test_r78_on_monday_at_opening_the_head_reads_what_is_late_and_who_has_it(tmp_path):
    async with sleeping_town(tmp_path, change=headed) as town, running(town):
        await town.sidorova.start()
        taken = await accepted(town)
        late = await written(town, by=town.boris)
        await until(town, "2026-03-10 07:59")
        assert not notes(town.sidorova.chat)
        await until(town, "2026-03-10 08:01")
        (note,) = notes(town.sidorova.chat)
        assert note.text.splitlines() == [
            "Управление ЖКХ, Отдел дорог: просрочено 2",
            f"{taken} · Водоснабжение · ул. Ленина, 5 · Петров И. С. · срок был 02.03 16:00",
            f"{late} · Водоснабжение · ул. Ленина, 5 · ЖКХ · срок был 02.03 16:00",
            "Всего в работе: 2",
        ]
        await until(town, "2026-03-13 12:00")
        assert len(notes(town.sidorova.chat)) == 1
        assert not notes(town.zhkh)


async def test_nothing_late_is_said_in_one_line(tmp_path):
    async with sleeping_town(tmp_path, change=headed) as town, running(town):
        await town.sidorova.start()
        await until(town, "2026-03-10 08:01")
        (note,) = notes(town.sidorova.chat)
        assert note.text == "Управление ЖКХ, Отдел дорог: всё в срок, на этой неделе ничего не истекает"


async def test_a_head_who_never_opened_the_bot_has_the_note_in_each_departments_chat_every_week(tmp_path):
    async with sleeping_town(tmp_path, change=headed) as town, running(town):
        for moment in ("2026-03-10 08:01", "2026-03-16 08:01"):
            await until(town, moment)
        for chat in (town.zhkh, town.roads):
            assert len(notes(chat)) == 2
            assert "Справка для руководителя: Сидорова М. И. ещё не открыл бота" in notes(chat)[0].text
            assert notes(chat)[0].silent
        await town.sidorova.start()
        await town.settle()
        assert not notes(town.sidorova.chat), "old ones are kept for nobody"
        await until(town, "2026-03-23 08:01")
        assert len(notes(town.sidorova.chat)) == 1
        assert len(notes(town.zhkh)) == 2


async def test_a_head_who_cannot_be_written_to_is_told_of_one_level_up(tmp_path):
    def overseen(town):
        zhkh, roads = headed(town).departments
        dorogin = town.staff[2]
        return replace(town, departments=(replace(zhkh, curator=dorogin.id), roads))

    async with sleeping_town(tmp_path, change=overseen) as town, running(town):
        for person in (town.dorogin, town.admin):
            await person.start()
        await until(town, "2026-03-10 08:01")
        (to_curator,) = notes(town.dorogin.chat)
        assert to_curator.text.splitlines() == [
            "Управление ЖКХ: всё в срок, на этой неделе ничего не истекает",
            "Справка для руководителя: Сидорова М. И. ещё не открыл бота, поэтому она здесь.",
        ]
        (to_admin,) = notes(town.admin.chat)
        assert to_admin.text.startswith("Отдел дорог: "), "a department without a curator"
        await town.dorogin.block_bot()
        await until(town, "2026-03-16 08:01")
        assert {one.text.partition(":")[0] for one in notes(town.admin.chat)[1:]} == {
            "Отдел дорог",
            "Управление ЖКХ",
        }
        assert len(notes(town.zhkh)) == 2


async def test_a_town_without_heads_is_asked_once_and_nobody_is_disturbed(town):
    await until(town, "2026-03-10 08:01")
    await until(town, "2026-03-10 12:00")
    assert not notes(town.zhkh)
    assert ask_database(town, "SELECT day FROM beats WHERE what = 'reminder_note'") == [("2026-03-09",)]


async def test_down_on_monday_it_comes_later_in_the_week_marked_late_and_never_in_the_night(tmp_path):
    async with sleeping_town(tmp_path, change=headed) as town:
        async with running(town):
            await town.sidorova.start()
        await leap(town, "2026-03-17 22:00")
        async with running(town):
            await town.wait(3600)
            assert not notes(town.sidorova.chat)
            await until(town, "2026-03-18 08:01")
        async with running(town):
            await town.wait(timedelta(hours=2).total_seconds())
            (note,) = notes(town.sidorova.chat)
    assert "Справка за начало недели, с опозданием" in note.text
