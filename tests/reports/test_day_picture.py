"""The day's picture: the summary's own figures, each in its place, whatever the town is like (R11, R32)."""

import io
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import combinations

import pytest
from PIL import Image, ImageDraw

from domain.ids import ChatId, DepartmentCode, TopicCode
from domain.municipality import Department, Topic
from domain.rhythm.days import Period
from domain.rhythm.figures import DayFigures, DepartmentFigures, Present
from locales.texts import Translations
from reports.daily.picture import WIDTH, draw_day
from reports.daily.shape import read_picture
from reports.daily.words import day_picture
from tests.reports.test_figures import TOWN

TEXTS = Translations().texts("ru")
CLOSING = datetime(2026, 3, 2, 14, tzinfo=UTC)
MONDAY = Period(date(2026, 3, 2), CLOSING - timedelta(days=3), CLOSING)
LONG = "Управление жилищно-коммунального хозяйства, благоустройства и охраны окружающей среды <b>"
PLAIN = DayFigures(
    MONDAY,
    received=41,
    answered=38,
    overdue=2,
    present=Present(needs=1),
    topics={"water": 40, "": 1},
    before=((date(2026, 2, 26), 12), (date(2026, 2, 27), 0)),
)


def town_of(count):
    departments = [Department(DepartmentCode(f"d{n}"), f"{n}. {LONG}", ChatId(-n - 1)) for n in range(count)]
    topic = Topic(TopicCode("water"), LONG, DepartmentCode("d0"))
    return replace(TOWN, name=LONG * 3, departments=tuple(departments), topics=(topic,))


def figures_of(count, number=1, **changes):
    departments = [DepartmentFigures(f"d{n}", number, number, number, number) for n in range(count)]
    return replace(PLAIN, departments=tuple(departments), **changes)


@pytest.fixture
def shapes(monkeypatch):
    """Where each bar and card stands."""
    found = []
    own = ImageDraw.ImageDraw
    for name, draw in {"rectangle": own.rectangle, "rounded_rectangle": own.rounded_rectangle}.items():

        def note(self, box, *, draw=draw, **how):
            found.append(box)
            draw(self, box, **how)

        monkeypatch.setattr(own, name, note)
    return found


@pytest.fixture
def boxes(monkeypatch):
    """Where each piece of writing stands."""
    found = []
    write = ImageDraw.ImageDraw.text

    def note(self, at, words, **how):
        found.append((words, self.textbbox(at, words, font=how["font"], anchor=how["anchor"])))
        write(self, at, words, **how)

    monkeypatch.setattr(ImageDraw.ImageDraw, "text", note)
    return found


def drawn(town, figures):
    file = io.BytesIO()
    draw_day(file, read_picture(day_picture(town, figures, TEXTS).as_json()))
    return Image.open(file)


def overlap(one, other):
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def contains(shape, box):
    return shape[0] <= box[0] and shape[1] <= box[1] and box[2] <= shape[2] and box[3] <= shape[3]


HUGE = {"received": 1_000_000, "overdue": 999_999, "topics": {f"Тема {n}" * 9: 90_000 for n in range(9)}}


@pytest.mark.parametrize(
    ("count", "figures"),
    [
        (0, DayFigures(MONDAY)),
        (1, figures_of(1)),
        (1, figures_of(1, topics={})),
        (30, figures_of(30, 888_888, **HUGE)),
        (11, figures_of(11, 0, period=replace(MONDAY, is_whole=False), present=None)),
    ],
    ids=["nothing", "plain", "nothing came", "all is huge", "so far"],
)
def test_every_word_stands_whole_on_the_sheet_on_no_other_and_on_no_edge(boxes, shapes, count, figures):
    picture = drawn(town_of(count), figures)
    assert picture.width == WIDTH
    for words, (left, top, right, bottom) in boxes:
        assert 0 <= left < right <= picture.width, words
        assert 0 <= top < bottom <= picture.height, words
        for shape in shapes:
            box = (left, top, right, bottom)
            assert contains(shape, box) or not overlap(shape, box), words
    for (words, one), (others, other) in combinations(boxes, 2):
        assert not overlap(one, other), (words, others)


def test_a_name_that_is_a_little_too_long_for_its_column_stands_in_smaller_letters(boxes):
    middling = Department(DepartmentCode("d0"), "Управление образования", ChatId(-1))
    drawn(replace(TOWN, departments=(middling,), topics=()), figures_of(1, topics={}))
    written = dict(boxes)
    assert written["Управление образования"][2] < written["просрочено"][0] + 20
    assert "За это время ничего" in " ".join(written)
    assert not any(words.endswith("…") for words in written)


def test_r32_the_worst_ten_departments_and_how_many_there_are_besides(boxes):
    figures = figures_of(30)
    worst = DepartmentFigures("d29", in_hand=7, given=6, answered=5, overdue=4)
    drawn(town_of(30), replace(figures, departments=(*figures.departments[:-1], worst)))
    written = [words for words, _ in boxes]
    assert "и ещё отделов: 20" in written
    first = next(place for place, words in enumerate(written) if words.startswith("29. Управление"))
    assert [words for words in written[first:] if words.isdecimal()][:4] == ["4", "7", "6", "5"]


def test_r66_a_part_says_whose_it_is(boxes):
    town = replace(town_of(3), name="Примерск")
    file = io.BytesIO()
    draw_day(file, day_picture(town, PLAIN, TEXTS, {"d1"}))
    assert boxes[1][0].startswith("Примерск (1. Управление жилищно-")


def test_the_figures_are_those_of_the_words(boxes):
    drawn(town_of(0), PLAIN)
    written = [words for words, _ in boxes]
    assert written[0] == "Сводка за пн, 2 марта, с выходными: с 27.02 17:00"
    assert written[3:11] == ["41", "поступило", "38", "ответили", "2", "просрочено", "1", "требует вас"]
    assert written[12:21] == ["12", "чт", "26.02", "0", "пт", "27.02", "41", "пн", "02.03"]
    assert written[-2:] == ["Тема не указана", "1"]
