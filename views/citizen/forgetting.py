"""`/forget`: what would be erased, and what stays."""

from locales.texts import Texts
from views.buttons import button, keyboard
from views.citizen.callbacks import ForgetCallback
from views.parts import Part, Text


def forget_question(texts: Texts, *, over: int, still_open: str, asked: bool) -> list[Part]:
    """`over`: messages that are at their end; `still_open`: numbers of the others; `asked`: it waits for those already."""
    wish = button(texts.plain("forget-button"), ForgetCallback(wanted=True))
    no = button(texts.plain("forget-no-button"), ForgetCallback(wanted=False))
    if asked:
        waits = texts("forget-asked-open", open=still_open) if still_open else texts("forget-asked")
        return [Text(waits, keyboard([[no]]))]
    question = (
        texts("forget-question-open", open=still_open) if still_open else texts("forget-question", count=over)
    )
    return [Text(question, keyboard([[wish], [no]]))]
