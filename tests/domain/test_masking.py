"""Personal numbers in words: closed as people write them, and nothing else is closed with them (guarantee 28)."""

import re
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.words.masking import digits_of, mask
from domain.words.personal_numbers import find_numbers
from domain.words.phrases import gist

PHONES = """
8 912 345-67-12 | +7 (912) 345 67 12 | 89123456712 | 8-912-345-67-12 | 9123456712 | 8.912.345.67.12 | 8912 345 67 12
(912) 345-67-12 | 912 345 67 12 | 8(34394)5-12-12 | (34394) 5-12-12 | 8 (912) - 345 - 67 - 12 | +79123456712
+375 29 123-45-12 | 8️⃣9️⃣1️⃣2️⃣3️⃣4️⃣5️⃣6️⃣7️⃣1️⃣2️⃣ | ８９１２３４５６７１２ | 345-67-12 | тел. 5-12-12 | телефон 51212 | звоните мне 23-45-12
""".replace("\n", " | ").split(" | ")
PASSPORTS = (
    "6512 123456|65 12 123456|65 12 № 123456|паспорт 6512123456|паспорт серия 6512 номер 123456"
    "|серия 65 12, № 123 456|загранпаспорт 65 1234567|паспорт: 6512-123456"
)
SNILS = "112-233-445 95|112-233-445-95|112 233 445 95|11223344595|СНИЛС 11223344500"
KEPT = """
дом 5, корп. 2, кв. 112 | ул. Ленина, 5/2 | ул. Ленина 5-12-12 | дома 8, 9, 12, 34, 56, 71 | дома 83 85 87 | кв. 12-34-56
2026-00042 | 2026-123456 | 02.03.2026 | 2026-03-02 | 12-03-2026 | с 01.02.26 по 28.02.26 | в 14:05 и в 15:40 | с 9 до 18
1 234 567 руб. | 12 500,50 ₽ | 89123456712 рублей | 8 500 000 рублей | за 2024 123456 рублей | 10 000 000
показания 00123456 | 12345.678 | 345.67 и 123.45 | показания 12345 67890 | лицевой счёт 1234567890 | звонила 12.03.2026
звоните 112 | по заявке 2026-00042 звонил 3 раза | на 7.9.2026 12345 | СНиП 2.07.01-89 | ФЗ-59 от 02.05.2006
""".replace("\n", " | ").split(" | ")


@pytest.mark.parametrize("written", [phone for phone in PHONES if phone])
def test_a_phone_is_closed_but_for_its_last_two_digits(written: str) -> None:
    [number] = find_numbers(f"Горит свет, {written}, спросить Анну")

    closed = mask(f"Горит свет, {written}, спросить Анну")
    assert number.digits[-2:] == "12"
    assert re.findall(r"\d+", closed.replace("+7", "")) == ["12"]
    assert closed.startswith("Горит свет, ")
    assert closed.endswith(", спросить Анну")


@pytest.mark.parametrize("written", [*PASSPORTS.split("|"), *SNILS.split("|")])
def test_of_a_passport_and_a_snils_no_digit_is_seen(written: str) -> None:
    assert not re.search(r"\d", mask(f"Мои данные: {written}."))


@pytest.mark.parametrize("written", [text for text in KEPT if text])
def test_what_the_work_is_about_stays(written: str) -> None:
    assert mask(written) == written
    assert mask(f"Прошу помочь: {written}.") == f"Прошу помочь: {written}."


def test_each_of_several_is_closed_alone() -> None:
    assert mask("89123456711 89123456712/8 912 345 67 13") == "+7 ··· ·· 11 +7 ··· ·· 12/+7 ··· ·· 13"
    assert mask("д. 8 8 912 345 67 12 кв. 5") == "д. 8 +7 ··· ·· 12 кв. 5"


def test_of_phones_only_those_asked_for_may_be_closed() -> None:
    own = digits_of(find_numbers("+7 912 345-67-12"))

    text = "Ваш 8 (912) 345-67-12, наш 8 (34394) 5-12-34, паспорт 6512 123456"
    assert mask(text, only=own) == "Ваш +7 ··· ·· 12, наш 8 (34394) 5-12-34, паспорт ···· ······"


def test_the_gist_is_never_cut_inside_a_phone() -> None:
    assert "912" not in gist("Нет воды, звоните мне на восемь девять: 8 912 345 67 12, жду", 52)


houses = st.builds(
    "{}{}{}".format,
    st.sampled_from(["ул. Мира, ", "д. ", "дом ", "кв. ", "дом №"]),
    st.integers(1, 400),
    st.sampled_from(["", "а", "/2", "-1", ", корп. 3", ", подъезд 2"]),
)
numbers = st.builds("{}-{:05}".format, st.integers(2020, 2099), st.integers(1, 999_999))
dates = st.builds(
    date.strftime, st.dates(date(1950, 1, 1), date(2099, 1, 1)), st.sampled_from(["%d.%m.%Y", "%Y-%m-%d"])
)
sums = st.builds(
    "{} {}".format, st.integers(0, 10**12), st.sampled_from(["руб.", "рублей", "₽"])
) | st.builds(
    lambda amount, cents: f"{amount:,}".replace(",", " ") + cents + " руб.",
    st.integers(0, 10**9),
    st.sampled_from(["", ",50"]),
)
readings = st.builds("показания {:05}".format, st.integers(0, 10**8)) | st.builds(
    "счётчик {}.{:03}".format, st.integers(0, 10**5), st.integers(0, 999)
)


@given(
    st.lists(houses | numbers | dates | sums | readings, min_size=1, max_size=6),
    st.sampled_from([", ", "; ", " и ", "\n"]),
)
def test_houses_numbers_dates_sums_and_readings_are_never_closed(pieces: list[str], between: str) -> None:
    text = between.join(pieces)

    assert mask(text) == text


dresses = st.sampled_from(
    [
        "8{}{}{}{}",
        "+7{}{}{}{}",
        "8 {} {} {} {}",
        "8-{}-{}-{}-{}",
        "+7 ({}) {}-{}-{}",
        "8({}){}{}{}",
        "7 {} {}-{}-{}",
    ]
)


@given(
    dresses,
    st.integers(900, 999),
    st.integers(0, 999),
    st.integers(0, 99),
    houses | dates | st.just("жду"),
    st.sampled_from([", ", " – ", " ", ": ", "\n"]),
)
def test_a_mobile_phone_is_closed_wherever_it_stands(
    dress: str, code: int, middle: int, pair: int, beside: str, between: str
) -> None:
    phone = dress.format(code, f"{middle:03}", f"{pair:02}", "12")

    assert phone not in mask(f"{beside}{between}{phone}{between}{beside}")
    assert phone not in mask(f"{phone}{between}{phone}")


@given(st.text(st.sampled_from("0123456789 -+().,№паспорт"), max_size=60))
def test_in_any_text_the_numbers_stand_apart_and_in_their_places(text: str) -> None:
    found = find_numbers(text)

    assert all(one.end <= other.start for one, other in pairwise(found))
    assert all(text[number.start : number.end] == number.written for number in found)
