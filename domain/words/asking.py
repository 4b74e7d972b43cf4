"""Whether a citizen only asks how the own message stands: «когда будет ответ?», «ну что там?», «есть новости?».

Such words tell the department nothing, and the register knows the answer. The list errs on the side of a matter: «когда дадут
воду?» goes to whoever gives it.
"""

from typing import Final

from domain.routing import fold_word, list_words


def _forms(text: str) -> frozenset[str]:
    return frozenset(text.split())


_ASKS: Final = _forms(
    "когда долго сколько скоро новости новостей статус алло ау молчите тишина ответ ответа ответят ответите ответили "
    "результат результаты результата рассмотрели рассмотрят рассмотрите status news when update reply answer"
)
"""Without one of these nobody asks."""
_AROUND: Final = _forms(
    "а и ну что как где же там тут уже еще ли есть какие какой нибудь будет будут мне нам вы вас я мы мой моя мое моему моей "
    "наш наше нашему сообщение сообщению сообщения заявка заявке заявки обращение обращению обращения вопрос вопросу "
    "вопроса по о об с со на до мной можно жду ждем ждать почему нет никакого никакой никто не пожалуйста подскажите скажите "
    "здравствуйте добрый доброе день утро вечер дела дело так мое все ждите is there any my message the about will i get an you "
    "please hello what"
)
_WHOLE: Final = _forms(
    "ну_что ну_что_там ну_как ну_как_там что_там как_там как_дела ну_и_что ну_что_же_там "
    "что_с_моим_сообщением что_с_моей_заявкой что_с_моим_обращением что_с_моим_вопросом"
)
"""Whole messages."""
_LONGEST: Final = 10
"""Words."""


def asks_how_it_stands(text: str) -> bool:
    """Whether the words ask for nothing but the state of what was written before."""
    if len(text) > _LONGEST * 20:
        return False
    words = [fold_word(word) for word in list_words(text)]
    if not 0 < len(words) <= _LONGEST:
        return False
    if "_".join(words) in _WHOLE:
        return True
    said = set(words)
    return said <= _ASKS | _AROUND and not said.isdisjoint(_ASKS)
