"""What a reply to a card is: an answer is never lost to talk, and talk does not fill the chat with previews."""

import pytest

from domain.words.talk import Meaning, meaning_of

TALK = """
ок | + | 👍 | ??? | Ок. | да | принял, спасибо | ага, понял | щас | уже еду | кто поедет? | Вася глянь | Глянь, это твоё? | @petrov возьми
Кто сегодня на Ленина? | а это где? | Маш, ты где? | гляну завтра | Позвоню им после обеда | мужики, кто свободен | Займусь | в работе | Поехали
Какой подъезд? | посмотри что там с трубой | жду
"""
ANSWERS = """
Трубу заменили, воду откачали. | Починили | Яму засыпали | Убрали. | Готово | Меняем трубу. | Бригада выехала. | сделано
Какая у вас квартира? | Уточните адрес | Здравствуйте! Работы начнутся завтра. | Свет включили в 14:05 | Добрый день! Ваш двор уберём сегодня
Подскажите, пожалуйста, ваш подъезд? | Вопрос решён | Ещё одно | Снег вывезут до пятницы | Обратитесь в водоканал
Мы занимаемся этим домом, трубу заменим завтра, воду дадим к вечеру, приносим извинения | Наш участок дороги отремонтирован
Добрый день! Это не в наших полномочиях, обратитесь в областное министерство. | Бригада приедет завтра и посмотрит трубу у третьего подъезда
"""
NOT_OURS = """
это не к нам, это водоканал | не наше | Не наш дом | Это не наша территория, это Горный район | Не к нам! | это к дорожникам
Мы такими не занимаемся, надо в ТСЖ | Не относится к нашей компетенции | не нам, это энергетики | Ошибка, это не наш участок | мы этот дом: не наш
"""


def each(text: str) -> list[str]:
    return [one.strip() for one in text.replace("\n", "|").split("|") if one.strip()]


@pytest.mark.parametrize("words", each(TALK))
def test_talk_between_colleagues_is_known(words: str) -> None:
    assert meaning_of(words) is Meaning.TALK


@pytest.mark.parametrize("words", [*each(ANSWERS), ""])
def test_whatever_tells_a_citizen_something_is_an_answer(words: str) -> None:
    assert meaning_of(words) is Meaning.ANSWER


@pytest.mark.parametrize("words", each(NOT_OURS))
def test_not_ours_in_words_is_a_return(words: str) -> None:
    assert meaning_of(words) is Meaning.NOT_OURS


def test_anything_longer_is_an_answer() -> None:
    question = "Кто из бригады завтра с утра поедет на улицу Ленина к пятому дому смотреть трубу?"
    reason = "Не к нам: " + "трубу меняли по договору с областью, " * 6

    assert meaning_of(question) is Meaning.ANSWER
    assert meaning_of(reason) is Meaning.ANSWER
