"""Cards that go by e-mail: to a department without a chat, and as a copy to whoever has an address (R30)."""

import sqlite3
from dataclasses import replace

import pytest

from bot.mailing import smtp
from bot.mailing.smtp import Verdict
from domain.ids import ChatId
from tests.city import labels, living_town, running, settings_for, sleeping_town
from tests.mail_server import mail_server
from tests.story.scenes import (
    PITS,
    WATER,
    answers_in,
    approve,
    ask_database,
    bot_in,
    card_in,
    cards_in,
    replies,
    written,
)

ZHKH, ROADS = "zhkh@primersk.example", "dorogin@primersk.example"
PHONE = "8 912 345-67-89"


def by_mail(municipality):
    """The department of water has no chat, the roads' executor has an address."""
    water, roads = municipality.departments
    water = replace(water, chat=ChatId(municipality.chats.coordinators), email=ZHKH)
    staff = (
        replace(one, email=ROADS) if one.name.startswith("Дорогин") else one for one in municipality.staff
    )
    return replace(municipality, departments=(water, roads), staff=tuple(staff))


def mailing(server, **more):
    return {
        "SMTP_HOST": "127.0.0.1",
        "SMTP_PORT": server.port,
        "SMTP_FROM": "priemnaya@primersk.example",
        "SMTP_TLS": "none",
        **more,
    }


@pytest.fixture
async def server():
    async with mail_server() as server:
        yield server


@pytest.fixture
async def town(tmp_path, server):
    async with living_town(
        tmp_path,
        change=by_mail,
        ATTACHMENTS="copy",
        **mailing(server, SMTP_USER="bot", SMTP_PASSWORD="secret"),
    ) as town:
        yield town


def departments_card(town, number):
    """In the coordinators' chat, apart from their own."""
    return next(one for one in cards_in(town.coordinators, number) if "Ответ пришёл почтой" in labels(one))


async def test_r30_a_department_without_a_chat_gets_a_letter_and_its_answer_goes_the_usual_way(town, server):
    await town.anna.send_document(f"{WATER}. Мой телефон {PHONE}", b"pipe", name="../../pipe.PDF")
    await town.wait(10)
    (letter,) = server.letters
    number = ask_database(town, "SELECT number FROM appeals")[0][0]
    text = letter.get_body().get_content()
    assert (letter["To"], number in letter["Subject"]) == (ZHKH, True)
    for said in (
        "во дворе вода по колено",
        "Управление ЖКХ",
        "Подготовить ответ до: 02.03.2026",
        "с причиной, до 02.03.2026 09:30",
        "Файлы приложены: 1",
    ):
        assert said in text
    assert "345" not in text
    (file,) = letter.iter_attachments()
    assert file.get_content() == b"pipe"
    assert file.get_filename() == f"{number}-1.pdf"
    assert server.logins == [["bot", "secret"]]
    card, olga = departments_card(town, number), town.olga.in_(town.coordinators)
    assert f"Почтой на {ZHKH}: ушло" in card.text
    assert "Принять" not in labels(card)
    await town.clicks(olga, "Ответ пришёл почтой", on=card)
    await replies(town, olga, bot_in(town.coordinators)[-1], "Добрый день! Трубу заменили, воду откачали.")
    await town.clicks(olga, "Решено")
    await approve(town)
    await town.wait(31)
    assert answers_in(town.anna.chat)
    assert len(server.letters) == 1


async def test_what_is_added_or_corrected_after_the_letter_follows_in_one_letter_of_the_same_thread(
    town, server
):
    server.answers["RCPT"] = ["450 later"]
    words = await town.says(town.anna, WATER)
    await town.wait(3)
    await town.says(town.anna, "Вход со двора")
    await town.wait(70)
    (first,) = server.letters
    assert "Вход со двора" in first.get_body().get_content(), "the card itself brings it while it waits"
    await town.says(town.anna, f"подвал тоже залило, звоните {PHONE}")
    await town.anna.send_document("и лифт стоит", b"lift", name="lift.pdf")
    await town.anna.edit(words, WATER.replace("Ленина, 5", "Ленина, 7"))
    await town.wait(110)
    assert len(server.letters) == 1, "people write in several goes"
    await town.wait(15)
    _, second = server.letters
    number = ask_database(town, "SELECT number FROM appeals")[0][0]
    assert second["Subject"].startswith(f"Дополнение к № {number}")
    assert (second["In-Reply-To"], second["References"]) == (first["Message-ID"], first["Message-ID"])
    text = second.get_body().get_content()
    for said in (
        "Житель дополнил",
        "подвал тоже залило",
        "и лифт стоит",
        "теперь сообщение такое",
        "Ленина, 7",
    ):
        assert said in text
    assert ("345" in text, "Вход со двора" in text) == (False, False)
    assert [one.get_content() for one in second.iter_attachments()] == [b"lift"]
    await town.wait(600)
    assert len(server.letters) == 2


async def test_a_refused_address_is_told_with_what_to_do_and_the_letter_can_be_sent_again(town, server):
    server.answers["RCPT"] = ["550 5.1.1 no such box"]
    await town.admin.start()
    number = await written(town)
    await town.wait(3)
    olga = town.olga.in_(town.coordinators)
    told = [one.text for one in bot_in(town.coordinators) if "почта не доставлена" in one.text]
    assert len(told) == 1
    assert number in told[0]
    assert "550 5.1.1" in told[0]
    assert "Почта не доставлена" in departments_card(town, number).text
    assert "550 5.1.1" in bot_in(town.admin.chat)[-1].text
    assert not server.letters
    own = next(one for one in cards_in(town.coordinators, number) if "Ещё…" in labels(one))
    await town.clicks(olga, "Ещё…", on=own)
    await town.clicks(olga, "Отправить почтой", on=own)
    assert ZHKH in await town.clicks(olga, f"ЖКХ · {ZHKH}", on=own)
    await town.wait(3)
    assert len(server.letters) == 1
    assert "Почта не доставлена" not in card_in(town.coordinators, number).text


async def test_a_route_that_is_taken_back_reaches_nobody_by_mail(town, server):
    olga = town.olga.in_(town.coordinators)
    number = await written(town, "Не горит фонарь на ул. Гагарина, 3")
    await town.clicks(olga, "ЖКХ", on=card_in(town.coordinators, number))
    await town.clicks(
        olga, "Отменить", on=next(c for c in cards_in(town.coordinators, number) if "Отменить" in labels(c))
    )
    await town.wait(12)
    assert not server.letters
    assert ask_database(town, "SELECT state FROM mailings") == [("dropped",)]
    await town.clicks(
        olga, "ЖКХ", on=next(c for c in cards_in(town.coordinators, number) if "ЖКХ" in labels(c))
    )
    await town.wait(12)
    assert len(server.letters) == 1


async def test_an_executor_with_an_address_gets_a_copy_by_a_press(town, server):
    number = await written(town, PITS)
    await town.wait(3)
    assert not server.letters, "the department has a chat"
    olga, card = town.olga.in_(town.coordinators), card_in(town.coordinators, number)
    await town.clicks(olga, "Ещё…", on=card)
    await town.clicks(olga, "Отправить почтой", on=card)
    (choice,) = [one for one in labels(card) if ROADS in one]
    await town.clicks(olga, choice, on=card)
    await town.wait(3)
    assert [one["To"] for one in server.letters] == [ROADS]
    assert ask_database(town, "SELECT reason FROM journal WHERE action IN ('send_by_mail', 'mailed')") == [
        (ROADS,),
        (ROADS,),
    ]


async def test_a_letter_whose_confirmation_was_lost_leaves_again_under_the_same_id_also_after_a_kill(
    tmp_path, server
):
    server.answers["DATA"] = [""]
    async with sleeping_town(tmp_path, change=by_mail) as town:
        async with running(town, **mailing(server)):
            number = await written(town)
            await town.wait(3)
            assert len(server.letters) == 1
            assert "пока не отвечает" in departments_card(town, number).text
        with sqlite3.connect(town.database) as connection:
            connection.execute("UPDATE mailings SET state = 'sending', not_before = created_at")
        async with running(town, **mailing(server)):
            await town.wait(3)
            first, second = server.letters
            assert first["Message-ID"] == second["Message-ID"]
            assert "ушло" in departments_card(town, number).text
            await town.wait(3 * 3600)
            assert len(server.letters) == 2


async def test_an_address_that_no_server_takes_is_told_and_holds_up_no_other_letter(tmp_path, server):
    def strange(municipality):
        water, roads = by_mail(municipality).departments
        roads = replace(roads, chat=water.chat, email="otdel@пример.рф")
        return replace(municipality, departments=(replace(water, email="отдел@primersk.example"), roads))

    async with living_town(tmp_path, change=strange, **mailing(server)) as town:
        number = await written(town)
        await written(town, PITS, by=town.boris)
        await town.wait(3)
        assert [one["To"] for one in server.letters] == ["otdel@xn--e1afmkfd.xn--p1ai"]
        assert "Слева от @ должны быть латинские буквы" in departments_card(town, number).text


async def test_without_a_server_the_cards_say_so_and_the_work_goes_on(tmp_path):
    async with living_town(tmp_path, change=by_mail) as town:
        number = await written(town)
        await town.wait(3)
        assert "почта бота не настроена" in departments_card(town, number).text
        olga = town.olga.in_(town.coordinators)
        own = next(one for one in cards_in(town.coordinators, number) if "Ещё…" in labels(one))
        await town.clicks(olga, "Ещё…", on=own)
        assert "Запрос в…" in labels(own)
        assert "Отправить почтой" not in labels(own), "a press would send nothing"


@pytest.mark.parametrize(
    ("said", "protection", "verdict", "code"),
    [
        ({"AUTH": ["535 5.7.8 no"]}, "none", Verdict.CLOSED, "535 5.7.8"),
        ({"EHLO": ["421 busy"], "HELO": ["421 busy"]}, "none", Verdict.LATER, "421"),
        ({}, "starttls", Verdict.CLOSED, "SMTPException"),
        ({}, "tls", Verdict.CLOSED, "SMTPConnectError"),
        ({}, "none", Verdict.TAKEN, ""),
    ],
)
async def test_what_a_server_says_to_the_bot_decides_who_has_to_act(
    tmp_path, server, said, protection, verdict, code
):
    server.answers.update(said)
    wanted = mailing(server, SMTP_TLS=protection, SMTP_USER="bot", SMTP_PASSWORD="secret")
    settings = settings_for("http://127.0.0.1:1", _Nobody(), tmp_path / "none", **wanted)
    answer = await smtp.greet(settings)
    assert (answer.verdict, answer.code) == (verdict, code)
    assert protection == "none" or not server.logins, (
        "no password leaves without the protection that was asked for"
    )


class _Nobody:
    class bot:  # noqa: N801
        token = "1:a"
