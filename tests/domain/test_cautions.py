"""Words after which a person decides: found in any inflection, and not in what people merely report (R53)."""

import pytest

from bot.cautions import list_caution_signs
from bot.words import Words
from domain.routing import read_text
from domain.words.cautions import Caution, CautionTable, graver

WORDS = Words()
TABLE = CautionTable(list_caution_signs(), WORDS)


def find(text: str) -> Caution | None:
    return TABLE.find(read_text(text, WORDS))


@pytest.mark.parametrize(
    ("text", "caution"),
    [
        ("Вы все там мрази", Caution.ABUSE),
        ("Надоели эти ДОЛБОЁБЫ из управляющей компании", Caution.ABUSE),
        ("Подожгу вам машину", Caution.THREAT),
        ("Мы знаем, где вы живёте", Caution.THREAT),
        ("Взорву вашу администрацию, мрази", Caution.HARM),
        ("Покончу с собой прямо у мэрии", Caution.SUICIDE),
        ("Не хочу жить, помогите", Caution.SUICIDE),
        ("Больше так не могу. Не хочу жить", Caution.SUICIDE),
    ],
)
def test_a_sign_is_found_in_whatever_form_and_the_gravest_counts(text, caution):
    assert find(text) is caution


@pytest.mark.parametrize(
    "text",
    [
        "Во дворе убили собаку",
        "Сосед обещал убить меня, боюсь расправы",
        "Не хочу жить рядом со свалкой",
        "Помогите застраховать дом, жалоба на употребление воды",
        "Хулиганы сожгли бак, рабочие порвали кабель",
        "Скот пасётся на площадке, в пруду сдохла рыба",
        "Прорвало трубу на ул. Ленина, 5",
    ],
)
def test_what_people_report_is_no_sign(text):
    assert find(text) is None


def test_the_graver_of_two_counts():
    assert graver(Caution.ABUSE, Caution.SUICIDE) is Caution.SUICIDE
    assert graver(None, Caution.ABUSE) is Caution.ABUSE
    assert graver(None, None) is None
