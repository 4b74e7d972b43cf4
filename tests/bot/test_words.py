"""Russian words as the real dictionary reads them."""

import pytest

from bot.words import Words
from domain.ids import DepartmentCode, TopicCode
from domain.municipality import Topic
from domain.routing import RoutingTable, fold_word, read_text


@pytest.fixture(scope="module")
def words() -> Words:
    return Words()


def routes(words: Words, phrase: str, text: str) -> bool:
    topic = Topic(TopicCode("topic"), "", DepartmentCode("department"), words=(phrase,))
    return RoutingTable([topic], words).route(read_text(text, words)).is_sure


@pytest.mark.parametrize(
    ("phrase", "text"),
    [
        ("вода", "Третий день нет воды"),
        ("вода", "Вода-то будет?"),
        ("прорыв трубы", "После прорыва трубы затопило подвал"),
        ("лифт не работает", "ЛИФТ НЕ РАБОТАЕТ!!!"),
        ("стекло", "В подъезде разбиты стёкла"),
        ("мусор", "Когда вывезут мусор?"),
        ("мусор", "Горы мусора во дворе"),
        ("яма", "Сколько можно объезжать ям"),
        ("дорога", "На дороге яма"),
        ("школа", "У школы нет перехода"),
        ("капремонт", "КАПРЕМОНТ крыши"),
        ("Капремонт", "о капремонте"),
        ("детский сад", "очередь в детские сады"),
        ("снег", "Снега по колено"),
        ("ТКО", "вывоз тко"),
        ("уличное освещение", "нет уличного освещения"),
        ("человек", "много людей на остановке"),
        ("ребёнок", "дети идут по льду"),
    ],
)
def test_a_word_is_known_in_any_inflection(words: Words, phrase: str, text: str) -> None:
    assert routes(words, phrase, text)


@pytest.mark.parametrize(
    ("phrase", "text"),
    [
        ("вода", "Водитель автобуса хамит"),
        ("прорыв трубы", "Прорвало трубу"),
        ("мусор", "мусорный бак"),
        ("вода", "водный стадион"),
        ("школа", "школьный автобус"),
        ("лифт не работает", "лифт работает"),
        ("лифт не работает", "не работает лифт"),
        ("сад", "посадили деревья"),
    ],
)
def test_another_word_is_not_taken_for_it(words: Words, phrase: str, text: str) -> None:
    assert not routes(words, phrase, text)


def test_every_parse_gives_its_lemma(words: Words) -> None:
    assert words.lemmas("стекло") == {"стекло", "стечь"}


def test_yo_is_e(words: Words) -> None:
    assert words.lemmas(fold_word("ёлка")) == words.lemmas("елка") == {"елка"}


@pytest.mark.parametrize("word", ["112", "hello", "ы", "щщщщ", "а" * 5000, "1-й", "ъ-то", "на-на-на-на-на"])
def test_whatever_people_write_has_a_lemma(words: Words, word: str) -> None:
    assert all(words.lemmas(word))
    assert words.lemmas(word)


def test_what_is_too_long_for_a_word_stays_as_it_is(words: Words) -> None:
    assert words.lemmas("воды" * 20) == {"воды" * 20}


def test_only_so_many_words_are_remembered() -> None:
    words = Words(cached_words=2)

    for word in ("воды", "трубы", "ямы"):
        words.lemmas(word)

    assert words._cached.cache_info().currsize == 2
