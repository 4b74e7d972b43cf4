"""Words of topics find their department, in any inflection, and the reason can be shown."""

import unicodedata

import pytest

from domain.ids import DepartmentCode, TopicCode
from domain.municipality import Topic
from domain.routing import Match, Route, RoutingTable, fold_word, list_words, read_text

FORMS = {
    "воды": {"вода"},
    "воду": {"вода"},
    "трубы": {"труба"},
    "трубу": {"труба"},
    "прорыва": {"прорыв"},
    "прорвало": {"прорвать"},
    "стекло": {"стекло", "стечь"},
    "стекла": {"стекло", "стечь"},
    "яму": {"яма"},
    "ямы": {"яма", "ям"},
    "школы": {"школа"},
    "горячей": {"горячий"},
    "горячая": {"горячий"},
}


class FewWords:
    """A lemmatizer that knows a dozen forms; any other word is its own lemma."""

    def lemmas(self, word: str) -> frozenset[str]:
        return frozenset(FORMS.get(word, {word}))


def topic(code: str, department: str, *words: str) -> Topic:
    return Topic(code=TopicCode(code), name=code, department=DepartmentCode(department), words=words)


def route(text: str, *topics: Topic) -> Route:
    return RoutingTable(topics, FewWords()).route(read_text(text, FewWords()))


WATER = topic("water", "zhkh", "вода", "прорыв трубы")
ROADS = topic("roads", "roads", "яма", "дорога")
SCHOOL = topic("school", "education", "школа")


def test_a_word_in_another_inflection_routes_surely() -> None:
    found = route("Нет воды третий день", WATER, ROADS)

    assert found.is_sure
    assert found.best == Match(
        TopicCode("water"), DepartmentCode("zhkh"), phrase="вода", found="воды", words=1
    )


def test_a_part_of_a_word_is_not_the_word() -> None:
    assert route("Водитель воданосец, вода-дорога", WATER, ROADS) == Route()


def test_case_and_yo_and_stress_marks_make_no_difference() -> None:
    ice = topic("ice", "roads", "лёд")

    assert route("ЛЕД", ice).is_sure
    assert route("во\u0301да", WATER).is_sure
    assert route(unicodedata.normalize("NFD", "чей-то лёд"), ice).is_sure


def test_words_of_a_phrase_stand_side_by_side_and_in_order() -> None:
    broken = topic("broken", "zhkh", "прорыв трубы")

    assert route("Из-за прорыва трубы затоплен двор", broken).is_sure
    assert route("прорыва,\nтрубы", broken).is_sure
    assert not route("прорыва старой трубы", broken).is_sure
    assert not route("трубы прорыва", broken).is_sure
    assert not route("прорыва", broken).is_sure


def test_a_word_of_the_same_root_is_another_word() -> None:
    assert not route("Прорвало трубу", topic("broken", "zhkh", "прорыв трубы")).is_sure


def test_a_word_that_is_read_in_two_ways_matches_by_either() -> None:
    assert route("Разбили стекло", topic("windows", "zhkh", "стекла")).is_sure


def test_the_reason_quotes_the_text_to_the_letter() -> None:
    best = route("СРОЧНО!!! После  «прорыва   трубы» затопило", WATER).best

    assert best is not None
    assert (best.phrase, best.found) == ("прорыв трубы", "прорыва   трубы")


def test_two_departments_are_not_sure_and_the_one_with_more_words_comes_first() -> None:
    found = route("Яму залило: нет воды после прорыва трубы", ROADS, WATER)

    assert not found.is_sure
    assert found.departments == ("zhkh", "roads")


def test_between_equals_the_order_of_the_file_decides() -> None:
    assert route("яму у школы", SCHOOL, ROADS).departments == ("education", "roads")
    assert route("яму у школы", ROADS, SCHOOL).departments == ("roads", "education")


def test_words_of_all_topics_count_for_their_department() -> None:
    heat = topic("heat", "zhkh", "батарея")
    found = route("яму и дорога, воды и батарея и труба", ROADS, WATER, heat, topic("pipes", "zhkh", "труба"))

    assert found.departments == ("zhkh", "roads")
    assert found.matches[0].department == "zhkh"


def test_a_word_counts_once_however_many_phrases_cover_it() -> None:
    wordy = topic("wordy", "zhkh", "вода", "воды", "горячая вода")

    best = route("Нет горячей воды", wordy).best

    assert best is not None
    assert (best.words, best.found) == (2, "горячей воды")


def test_of_one_departments_topics_the_one_with_more_words_wins() -> None:
    cold, hot = topic("cold", "zhkh", "вода"), topic("hot", "zhkh", "горячая вода")

    found = route("горячей воды нет", cold, hot)

    assert found.is_sure
    assert found.best is not None
    assert found.best.topic == "hot"
    assert [match.topic for match in found.matches] == ["hot", "cold"]


def test_more_words_outweigh_a_longer_phrase() -> None:
    whole, many = topic("whole", "zhkh", "горячая вода"), topic("many", "zhkh", "труба", "вода", "стекло")

    best = route("горячей воды нет, трубы и стекла", whole, many).best

    assert best is not None
    assert best.topic == "many"


def test_of_as_many_words_the_longer_phrase_wins() -> None:
    scattered, whole = topic("scattered", "zhkh", "горячий", "вода"), topic("whole", "zhkh", "горячая вода")

    best = route("горячей воды нет", scattered, whole).best

    assert best is not None
    assert best.topic == "whole"


@pytest.mark.parametrize("text", ["", "   ", "👍", "!!!", "\ud83d", "Добрый день"])
def test_where_nothing_matches_nobody_is_chosen(text: str) -> None:
    found = route(text, WATER, ROADS)

    assert not found.is_sure
    assert found.best is None
    assert found.departments == ()


def test_a_topic_without_words_matches_nothing() -> None:
    assert route("вода", topic("empty", "zhkh"), topic("blank", "zhkh", "", " - ")) == Route()


def test_words_are_letters_digits_and_hyphens_inside() -> None:
    assert list_words("Дом №5-а, по-прежнему — нет_света… 112!") == [
        "Дом",
        "5-а",
        "по-прежнему",
        "нет",
        "света",
        "112",
    ]


def test_a_word_is_folded_for_comparison() -> None:
    assert fold_word("Ёл\u00adка\u2011ИГОЛКА") == "елка-иголка"
    assert fold_word("и\u0306од") == "йод"
