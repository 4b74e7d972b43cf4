"""Root causes and road maps: from the topic that grows to the measure that its department reports done (R62, R68)."""

from datetime import UTC, date, datetime

import pytest

from domain.causes.causes import Board, CauseState, GrownTopic, Measure, MeasureState, RootCause
from domain.causes.errors import CauseOver, MeasureDayWrong, MeasureOver
from domain.causes.terms import list_terms, read_term
from domain.ids import TopicCode, UserId
from tests.city import labels, running, sleeping_town
from tests.story.scenes import ask_database, bot_in, replies

MONDAY = datetime(2026, 3, 2, 7, tzinfo=UTC)
MEASURE = "Заменить 300 м трубы на ул. Ленина"


def cause(number, topic="water", state=CauseState.OPEN):
    return RootCause(
        topic=TopicCode(topic),
        words="Старые трубы",
        noted_by_id=UserId(1),
        noted_by="К.",
        noted_at=MONDAY,
        id=number,
        state=state,
    )


def measure(number, of=1, due=None, state=MeasureState.OPEN):
    return Measure(
        cause_id=of,
        words="Менять",
        noted_by_id=UserId(1),
        noted_by="К.",
        noted_at=MONDAY,
        id=number,
        due=due,
        state=state,
    )


def test_r68_what_has_grown_and_has_no_cause_stands_first():
    board = Board(
        (cause(1), cause(2, "pits")),
        (),
        (GrownTopic(TopicCode("pits"), 9, 2), GrownTopic(TopicCode("lamps"), 7, 1)),
    )
    assert board.list_topics() == ["lamps", "pits", "water"]


def test_the_road_map_holds_what_is_to_be_done_about_causes_that_stand_by_its_terms():
    measures = (
        measure(1),
        measure(2, due=date(2026, 4, 1)),
        measure(3, due=date(2026, 3, 1)),
        measure(4, due=date(2026, 2, 1), state=MeasureState.DONE),
        measure(5, of=2, due=date(2026, 2, 1)),
    )
    board = Board((cause(1), cause(2, state=CauseState.REMOVED)), measures)
    assert [one.id for one in board.list_to_do()] == [3, 2, 1]
    assert [one.is_late(date(2026, 3, 2)) for one in board.list_to_do()] == [True, False, False]


def test_who_comes_second_changes_nothing():
    closed, done = cause(1), measure(1, due=date(2026, 3, 9))
    closed.close(CauseState.REMOVED, by="Кузнецова О. П.", at=MONDAY)
    with pytest.raises(CauseOver):
        closed.close(CauseState.REFUTED, by="Другой", at=MONDAY)
    done.end(MeasureState.DONE, "Готово", by="Петров И. С.", at=MONDAY)
    with pytest.raises(MeasureOver):
        done.end(MeasureState.DROPPED, "Нет", by="Другой", at=MONDAY)
    assert (closed.state, closed.closed_by) == (CauseState.REMOVED, "Кузнецова О. П.")
    assert (done.state, done.said) == (MeasureState.DONE, "Готово")


@pytest.mark.parametrize(
    ("words", "due"), [("до 20.04, подрядчик не поставил", "2026-04-20"), ("через две недели", "2026-03-16")]
)
def test_a_term_in_words_is_one_day_that_is_still_to_come(words, due):
    assert read_term(words, MONDAY) == date.fromisoformat(due)


@pytest.mark.parametrize(
    ("words", "why"), [("скоро", "unclear"), ("01.03.2026", "past"), ("01.03.2031", "far")]
)
def test_any_other_words_are_asked_again(words, why):
    with pytest.raises(MeasureDayWrong) as wrong:
        read_term(words, MONDAY)
    assert wrong.value.why == why


def test_the_end_of_a_quarter_is_offered_while_there_is_time_until_it():
    assert list_terms(date(2026, 1, 12))[-1] == date(2026, 3, 31)
    assert list_terms(date(2026, 3, 2))[-1] == date(2026, 6, 30)
    assert list_terms(date(2026, 12, 1))[-1] == date(2027, 3, 31)


async def told(town, person, words):
    """A reply to the question that stands last in the coordinators' chat."""
    await replies(town, person, bot_in(town.coordinators)[-1], words)


async def pressed(town, seat, message, data):
    await seat.press_data(message, data)
    await town.settle()
    return seat.person.toast.text


async def until(town, moment):
    await town.wait(
        (datetime.fromisoformat(f"2026-{moment}:00+03:00") - town.world.clock.now()).total_seconds()
    )


async def test_r62_from_the_topic_to_the_measure_that_its_department_reports_done(tmp_path):
    async with sleeping_town(tmp_path) as town:
        olga, petrov = town.olga.in_(town.coordinators), town.petrov.in_(town.zhkh)
        async with running(town):
            await town.says(olga, "/causes")
            await town.clicks(olga, "Добавить первопричину")
            await town.clicks(olga, "Водоснабжение")
            question = bot_in(town.coordinators)[-1]
            assert "почему об этом пишут? Тема: Водоснабжение" in question.text
        async with running(town):
            await replies(town, olga, question, "Изношен водопровод 1974 года")
            page = bot_in(town.coordinators)[-1]
            assert "Изношен водопровод 1974 года" in page.text
            assert "Мер пока нет" in page.text
            assert "недоступно" in await pressed(town, town.stranger.in_(town.coordinators), page, "cw:m:1")
            await town.clicks(olga, "Добавить меру", on=page)
            await told(town, olga, MEASURE)
            page = bot_in(town.coordinators)[-1]
            assert "До какого дня?" in page.text
            await town.clicks(olga, "Через неделю, 09.03.2026", on=page)
            assert "Срок уже поставлен: 09.03.2026" in await pressed(town, olga, page, "cs:t:1:739700")
            assert "Какой отдел отвечает?" in page.text, "whoever came second sees what is so now"
            await town.clicks(olga, "ЖКХ", on=page)
            await town.clicks(olga, "Петров И. С.", on=page)
            assert "Отвечает: ЖКХ, Петров И. С." in page.text
            given = bot_in(town.zhkh)[-1]
            assert given.text.startswith(f"🛠 Мера дорожной карты: {MEASURE}")
            await town.clicks(olga, "Перенести срок", on=page)
            late = bot_in(town.coordinators)[-1]
            await told(town, olga, "скоро")
            assert "Не понял, до какого дня" in bot_in(town.coordinators)[-1].text
            await replies(town, olga, late, "до 11.03, нет экскаватора")
            assert "Срок перенесён (Кузнецова О. П., 02.03.2026): до 11.03, нет экскаватора" in given.text
            await until(town, "03-11T07:00")
            assert not [one for one in bot_in(town.zhkh) if one.text.startswith("⏰")], "work has not begun"
        async with running(town):
            await until(town, "03-11T08:02")
            reminder = bot_in(town.zhkh)[-1]
            assert reminder.text.startswith(f"⏰ Срок меры сегодня: {MEASURE}")
            await until(town, "03-12T08:02")
            assert bot_in(town.zhkh)[-1] is reminder, "once for a term"
            digest = bot_in(town.coordinators)[-1]
            assert f"🛠 {MEASURE} · ЖКХ, Петров И. С., срок был 11.03.2026" in digest.text
            assert "недоступно" in await pressed(town, town.stranger.in_(town.zhkh), reminder, "cw:k:1")
            await town.clicks(petrov, "Выполнено", on=reminder)
            asked = bot_in(town.zhkh)[-1]
            await replies(town, town.sidorova.in_(town.zhkh), asked, "Это я сделала")
            assert "ждут слов от другого человека" in bot_in(town.zhkh)[-1].text
            await replies(town, petrov, asked, "Заменено 310 м, акт 12")
            assert (labels(reminder), labels(given)) == ([], [])
            report = bot_in(town.coordinators)[-1]
            assert "Петров И. С.: Заменено 310 м, акт 12" in report.text
            assert "уже отмечена как выполненная: Петров И. С." in await pressed(
                town, petrov, given, "cw:k:1"
            )
            await town.clicks(olga, "Дорожная карта", on=report)
            await town.clicks(olga, "Вернуть в работу", on=report)
            again = bot_in(town.zhkh)[-1]
            assert labels(again) == ["Выполнено"]
            await town.clicks(olga, "← Назад", on=report)
            await town.clicks(olga, "Устранена", on=report)
            assert "Делать её больше не нужно: первопричина устранена (Кузнецова О. П.)" in again.text
            assert labels(again) == []
            assert "уже закрыта как устранённая: Кузнецова О. П." in await pressed(
                town, olga, report, "cs:f:1:"
            )
            glava = town.glava.in_(town.leadership)
            await town.says(glava, "/causes")
            board = bot_in(town.leadership)[-1]
            assert labels(board) == ["Дорожная карта"]
            assert "недоступно" in await pressed(town, glava, board, "cs:o:1:")
        assert [action for (action,) in ask_database(town, _TOLD)] == [
            "cause",
            "measure",
            "measure_set",
            "measure_set",
            "measure_set",
            "measure_moved",
            "measure_done",
            "measure_resumed",
            "cause_closed",
        ]


_TOLD = "SELECT action FROM journal WHERE action LIKE 'cause%' OR action LIKE 'measure%' ORDER BY id"
