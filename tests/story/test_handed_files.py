"""The municipality file and a register, sent by an administrator to the bot: looked at first, in force by a press."""

from pathlib import Path

import pytest

from bot.handing.looking import look
from bot.setup_texts import russian
from domain.setup.handed import LARGEST, MOST_ROWS
from sandbox.faults import Kind
from tests.city import labels, running, sleeping_town
from tests.story.scenes import ask_database, bot_in, written

HEADLINE = "Номер;Поступило;Канал;Заявитель;Суть;Текст"
ROWS = (
    "2026-00007;12.01.2026 10:00;;Ким Борис;Свет;Не горит фонарь",
    "2026-00008;13.01.2026;;=HYPERLINK(1);Вода;Нет воды <b>совсем</b>",
)


@pytest.fixture(autouse=True)
def looks_here(monkeypatch, request):
    """A process of its own takes a second; one story tells of it."""
    if "child" in request.fixturenames:
        return

    def maker(settings):
        async def look_here(folder, name, now):
            monkeypatch.chdir(folder)
            found = await look(settings.database_path, Path(name), russian(), now)
            monkeypatch.chdir(Path(__file__).parent)
            return found

        return look_here

    monkeypatch.setattr("bot.app.RegisterChild", maker)


@pytest.fixture
def child():
    """The register is looked at as it is in the world."""


def settings_text(town, *, name="Городской округ Примерск"):
    """A file of what is in force, as an administrator would have it."""
    m = town.municipality
    chats = m.chats
    lines = [
        "[municipality]",
        f'name = "{name}"',
        'timezone = "Europe/Moscow"',
        'regulation = "krasnoufimsk"',
        "[hours]",
        *(f'{day} = ["08:00-12:00", "13:00-17:00"]' for day in ("mon", "tue", "wed", "thu", "fri")),
        "[chats]",
        f"coordinators = {chats.coordinators}",
        f"approvals = {chats.approvals}",
        f"leadership = {chats.leadership}",
    ]
    for one in m.departments:
        lines += ["[[departments]]", f'code = "{one.code}"', f'name = "{one.name}"', f'short = "{one.short}"']
        lines += [f"chat = {one.chat}"]
    for one in m.staff:
        roles = ", ".join(f'"{role.value}"' for role in one.roles)
        lines += ["[[staff]]", f"id = {one.id}", f'name = "{one.name}"', f"roles = [{roles}]"]
        if one.departments:
            lines += [f"departments = [{', '.join(f'{chr(34)}{code}{chr(34)}' for code in one.departments)}]"]
    for one in m.topics:
        words = ", ".join(f'"{word}"' for word in one.words)
        lines += ["[[topics]]", f'code = "{one.code}"', f'name = "{one.name}"']
        lines += [f'department = "{one.department}"', f"words = [{words}]"]
    return "\n".join(lines)


async def sends(town, content, name, by=None):
    """An administrator sends a file; what the bot says of it once it has looked."""
    by = by or town.admin
    await town.settle()
    data = content if isinstance(content, bytes) else content.encode()
    await by.send_document(content=data, file_name=name)
    await town.settle()
    await town.wait(1)
    return bot_in(by.chat)[-1]


async def test_a_municipality_file_shows_what_it_changes_and_is_in_force_by_a_press(town):
    await town.admin.start()
    said = await sends(town, settings_text(town, name="Округ <Новый>"), "municipality.toml")
    assert "что изменится (2):" in said.text
    assert 'municipality.name: "Городской округ Примерск" → "Округ <Новый>"' in said.text
    assert labels(said) == ["Применить", "Не надо"]
    assert town.app.units.municipality.name == "Городской округ Примерск"
    await town.clicks(town.admin, "Применить", on=said)
    await town.wait(1)
    assert "применён, изменений: 2" in said.text
    assert labels(said) == []
    assert town.app.units.municipality.name == "Округ <Новый>"
    assert ask_database(town, "SELECT length(content) FROM handed_files") == [(0,)]
    (change,) = ask_database(
        town, "SELECT applied_by FROM municipality_versions ORDER BY version DESC LIMIT 1"
    )
    assert change == ("Романов Антон Львович",)
    same = await sends(town, settings_text(town, name="Округ <Новый>"), "municipality.toml")
    assert "отличий от действующих настроек нет" in same.text
    assert labels(same) == []


async def test_what_is_in_force_comes_as_a_file_that_can_be_changed_and_sent_back(town):
    await town.says(town.admin, "/setup")
    await town.clicks(town.admin, "Файл настроек", on=bot_in(town.admin.chat)[-1])
    sent = bot_in(town.admin.chat)[-1].content["document"]
    assert sent["file_name"] == "municipality.toml"
    text = town.world.files.find(sent["file_id"]).content.decode()
    assert 'name = "Отдел дорог"' in text
    changed = text.replace("Отдел дорог", "Отдел дорог и мостов")
    said = await sends(town, changed, "municipality.toml")
    assert 'departments.roads.name: "Отдел дорог" → "Отдел дорог и мостов"' in said.text
    assert ask_database(town, "SELECT count(*) FROM journal WHERE action = 'export'") == [(1,)]


async def test_a_file_that_leaves_nobody_in_charge_is_refused(town):
    await town.admin.start()
    said = await sends(town, settings_text(town).replace('["admin"]', '["leader"]'), "municipality.toml")
    assert "нет ни одного администратора" in said.text
    assert labels(said) == []


async def test_all_mistakes_of_a_file_come_with_their_lines_and_nothing_can_be_pressed(town):
    await town.admin.start()
    bad = settings_text(town).replace("Europe/Moscow", "Europe/Moskva").replace("[[topics]]", "[[tpoics]]")
    said = await sends(town, bad, "municipality.toml")
    assert "так не подойдёт, ничего не изменено" in said.text
    assert "municipality.toml:3:" in said.text
    assert "topics" in said.text
    assert labels(said) == []


async def test_settings_that_changed_meanwhile_are_shown_anew_and_decided_on_again(town):
    await town.admin.start()
    first = await sends(town, settings_text(town, name="Первый"), "one.toml")
    second = await sends(town, settings_text(town, name="Второй"), "two.toml")
    await town.clicks(town.admin, "Применить", on=second)
    await town.wait(1)
    await town.clicks(town.admin, "Применить", on=first)
    await town.wait(1)
    assert "настройки изменились" in first.text
    assert '"Второй" → "Первый"' in first.text
    assert town.app.units.municipality.name == "Второй"
    await town.clicks(town.admin, "Не надо", on=first)
    await town.redraw()
    assert "ничего не изменилось" in first.text
    assert town.app.units.municipality.name == "Второй"


async def test_a_register_is_looked_at_then_brought_in_once(child, town):
    await town.admin.start()
    said = await sends(town, "\n".join((HEADLINE, *ROWS)), "реестр за январь.csv")
    assert "ошибок нет. Будет внесено строк: 2, уже в реестре: 0." in said.text
    assert ask_database(town, "SELECT count(*) FROM appeals") == [(0,)]
    await town.clicks(town.admin, "Внести строк: 2", on=said)
    assert "уже решено" in await press_again(town, said)
    await town.wait(1)
    assert "внесено строк: 2" in said.text
    rows = ask_database(town, "SELECT number, gist FROM appeals ORDER BY number")
    assert rows == [("2026-00007", "Свет"), ("2026-00008", "Вода")]
    again = await sends(town, "\n".join((HEADLINE, *ROWS)), "реестр за январь.csv")
    assert "вносить нечего, все строки уже в реестре: 2" in again.text


async def press_again(town, said):
    """The same button, from a copy of the message that shows it still."""
    (row,) = ask_database(town, "SELECT max(id) FROM handed_files")
    await town.admin.press_data(said, f"yf:{row[0]}:1")
    await town.settle()
    return town.admin.toast.text


async def test_rows_of_days_to_come_are_pointed_at_and_brought_in_all_the_same(town):
    await town.admin.start()
    said = await sends(town, "\n".join((HEADLINE, ROWS[0], "2099-00001;01.02.2099;;;Свет;")), "r.csv")
    assert "ещё не наступили: 1, первая — 3" in said.text
    assert labels(said)[0] == "Внести строк: 2"


async def test_one_bad_row_and_nothing_is_brought_in(town):
    await town.admin.start()
    said = await sends(town, "\n".join((HEADLINE, ROWS[0], ";32.01.2026;Голуби;;;")), "r.csv")
    assert "r.csv:3: Поступило" in said.text
    assert "r.csv:3: Канал" in said.text
    assert labels(said) == []
    assert ask_database(town, "SELECT count(*) FROM appeals") == [(0,)]


async def test_a_number_taken_while_it_waited_is_told_and_nothing_is_brought_in(town):
    await town.admin.start()
    said = await sends(
        town, "Номер;Поступило;Суть\n;13.01.2026;Вода\n2026-00001;12.01.2026 10:00;Свет", "r.csv"
    )
    number = await written(town)
    assert number == "2026-00001"
    await town.clicks(town.admin, "Внести строк: 2", on=said)
    await town.wait(1)
    assert "r.csv:3: Номер" in said.text
    assert ask_database(town, "SELECT count(*) FROM appeals") == [(1,)]


async def test_a_press_survives_a_stop_and_is_carried_out_once(tmp_path):
    async with sleeping_town(tmp_path) as town:
        async with running(town):
            await town.admin.start()
            said = await sends(town, "\n".join((HEADLINE, *ROWS)), "r.csv")
            await town.clicks(town.admin, "Внести строк: 2", on=said)
        async with running(town):
            await town.wait(1)
        assert "внесено строк: 2" in said.text
        assert ask_database(town, "SELECT count(*) FROM appeals") == [(2,)]


@pytest.mark.parametrize(
    ("content", "name", "told"),
    [
        (b"\xff\xfe\x00[", "municipality.toml", "municipality.toml:1:"),
        (b"PK\x03\x04zzz", "r.xlsx", "r.xlsx"),
        (b"", "r.csv", "r.csv"),
        (
            "\n".join((HEADLINE, *[ROWS[0]] * (MOST_ROWS + 1))).encode(),
            "r.csv",
            f"не больше {MOST_ROWS} строк",
        ),
    ],
)
async def test_what_cannot_be_read_is_told_by_its_name(town, content, name, told):
    await town.admin.start()
    said = await sends(town, content, name)
    assert told in said.text
    assert "/tmp" not in said.text
    assert labels(said) == []


async def test_too_big_a_file_is_refused_at_once_and_others_files_are_messages(town):
    await town.admin.start()
    await town.settle()
    await town.admin.send_document(content=b"x" * (LARGEST + 1), file_name="r.csv")
    await town.redraw()
    assert "до 5 МБ" in bot_in(town.admin.chat)[-1].text
    await town.anna.start()
    await town.settle()
    await town.anna.send_document("Вот файл", content=b"[x]", file_name="municipality.toml")
    await town.wait(120)
    assert ask_database(town, "SELECT count(*) FROM handed_files") == [(0,)]
    assert ask_database(town, "SELECT count(*) FROM appeals") == [(1,)]


async def test_a_file_that_telegram_does_not_hand_out_ends_in_words(town):
    await town.admin.start()
    town.world.faults.add(Kind.ERROR_500, method="getFile", count=None)
    await town.admin.send_document(content=b"[x]", file_name="municipality.toml")
    for _ in range(7):
        await town.wait(6)
    assert "не смог получить" in bot_in(town.admin.chat)[-1].text
