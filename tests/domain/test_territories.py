"""To which part of the town a street and a house belong (R58)."""

import pytest

from bot.words import dictionary
from domain.municipality import Territory
from domain.territories.matching import TerritoryTable
from domain.territories.streets import Claim, StreetMistake

TOWN = (
    Territory(
        "center",
        "Центр",
        (
            "ул. Ленина, 1-25, 40, 5а",
            "пр-т Мира",
            "ул. 8 Марта, чётные 2-40",
            "ул. Карла Маркса",
            "ул. Садовая",
            "ул. М. Горького",
        ),
        ("56.6000, 57.8000, 1000",),
    ),
    Territory(
        "north",
        "Северный",
        (
            "ул. Ленина, 27-39, 41-99",
            "ул. 8 Марта, нечётные",
            "пер. Садовый",
            "ул. Малая Садовая",
            "мкр. 5",
            "ул. Ленина, 3/2, 7к2",
        ),
        ("56.6100, 57.8000, 1000",),
    ),
    Territory("ivanovka", "Ивановка", ("с. Ивановка",)),
)
ADDRESSES = {
    "ул. Ленина, 5": "Центр",
    "на Ленина 5": "Центр",
    "ул.Ленина д.5": "Центр",
    "улице Ленина, дом 31": "Северный",
    "дом 31 по улице Ленина": "Северный",
    "ул. Ленина": None,
    "ул. Ленина, 26": None,
    "Ленина 40 корп. 2": "Центр",
    "ул. Ленина, 7 корп. 2": "Северный",
    "ул. Ленина, 7": "Центр",
    "ул. Ленина 3/2": "Северный",
    "ул. Ленина, 3/4": "Центр",
    "ул. Ленина, 250": None,
    "пер. Ленина, 5": None,
    "проспект Мира": "Центр",
    "проспекте Мира, 17": "Центр",
    "пр-кт Мира 3": "Центр",
    "Мира пр-т, 3": "Центр",
    "ул. Мира, 3": None,
    "ул. 8 Марта, 12": "Центр",
    "ул. 8-го Марта, 13": "Северный",
    "8 Марта 42": None,
    "ул. К. Маркса, 8": "Центр",
    "Карла Маркса, 8": "Центр",
    "ул. Максима Горького, 1": "Центр",
    "ул. Горького, 1": "Центр",
    "Садовой улице, 4": "Центр",
    "переулке Садовом 4": "Северный",
    "Садовая 4": "Центр",
    "Малой Садовой, 4": "Северный",
    "2-я Садовая, 4": None,
    "5-й микрорайон, 12": "Северный",
    "мкр. 5, д. 12": "Северный",
    "с. Ивановка, ул. Ленина, 5": "Ивановка",
    "селе Петровка, ул. Ленина, 5": None,
    "ул. Ленина, 5, с угла": "Центр",
    "угол Ленина 5 и Малой Садовой": None,
    "": None,
    "ул. <b>": None,
}


@pytest.fixture(scope="module")
def table():
    return TerritoryTable(TOWN, dictionary())


@pytest.mark.parametrize(("address", "territory"), ADDRESSES.items())
def test_r58_an_address_in_any_inflection(table, address, territory):
    assert table.find(address) == territory


WORDS = {
    "Не убирают снег, проспект Мира 17, третий день": "Центр",
    "Яма у дома на Ленина 31, чуть не упали": "Северный",
    "Яма на Садовой 4: улица или переулок?": None,
    "Прошёл чемпионат мира 5 лет назад": None,
    "Спасибо Ленина бабушке": None,
}


@pytest.mark.parametrize(("words", "territory"), WORDS.items())
def test_free_words_name_a_street_only_with_its_kind_or_a_house(table, words, territory):
    assert table.find("", words) == territory


def test_a_place_on_the_map_belongs_to_the_nearest_point_around(table):
    assert table.find("", point=(56.6001, 57.8)) == "Центр"
    assert table.find("", point=(56.6060, 57.8)) == "Северный"
    assert table.find("", point=(57.0, 57.8)) is None
    assert table.find("ул. Ленина, 31", point=(56.6001, 57.8)) == "Северный", "the address is surer"


BOTH = {
    ("ул. Ленина, 1-25", "улица Ленина, 25"): "25",
    ("ул. Ленина, 5а", "ул. Ленина, 5А"): "5а",
    ("ул. Ленина", "ул. Ленина, 5"): "",
    ("ул. Ленина", "Ленина"): "",
    ("ул. Ленина, чётные", "ул. Ленина, нечётные"): None,
    ("ул. Ленина, 5", "ул. Ленина, 5а"): None,
    ("ул. Мира", "пр. Мира"): None,
    ("ул. Садовая", "ул. Малая Садовая"): None,
}


@pytest.mark.parametrize(("entries", "both"), BOTH.items())
def test_what_two_entries_claim(entries, both):
    assert Claim.of(entries[0]).meets(Claim.of(entries[1])) == both


@pytest.mark.parametrize(
    ("entry", "part"),
    [
        ("", ""),
        ("ул. , 5", "ул."),
        ("ул. Ленина, все", "все"),
        ("ул. Ленина, 25-1", "25-1"),
        ("ул. Ленина,", ""),
    ],
)
def test_an_entry_that_says_nothing(entry, part):
    with pytest.raises(StreetMistake) as refused:
        Claim.of(entry)
    assert refused.value.part == part
