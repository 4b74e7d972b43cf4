"""Under a draft that sends the citizen to another body: what it does not name of the three, and the directory (R25)."""

from typing import Final

from domain.casefile import CaseFile
from domain.drafts import Draft
from domain.municipality import Body, Municipality
from domain.outcomes import Outcome
from domain.words.contacts import list_lacking, list_likely
from locales.texts import Html, Texts
from views.buttons import Rows, button, in_rows
from views.callbacks import Choice
from views.measure import one_line
from views.work.callbacks import BodyCallback
from views.work.guesses import guess_choice

_OFFERED: Final = 6
_LABEL_ROOM: Final = 40


def is_referred(draft: Draft) -> bool:
    """Pressed so once, or by its words."""
    return draft.outcome is Outcome.REFERRED or guess_choice(draft.text) is Choice.REFERRED


def lacking_lines(draft: Draft, texts: Texts) -> list[Html]:
    """What was missing when `Перенаправить` was pressed, and still is."""
    lacks = list_lacking(draft.text) if draft.outcome is Outcome.REFERRED else []
    if not lacks:
        return []
    named = ", ".join(texts.plain("referring-lack", lack=one.value) for one in lacks)
    return [texts("referring-lacks", lacks=named)]


def body_rows(file: CaseFile, draft: Draft, texts: Texts) -> Rows:
    """Bodies whose contacts are a press away, those that are named in the draft first."""
    if draft.assignment_id is not None or not is_referred(draft) or not list_lacking(draft.text):
        return []
    likely = list_likely(draft.text, file.municipality.bodies)[:_OFFERED]
    return in_rows(
        [
            button(
                texts.plain("referring-add", body=one_line(body.name, _LABEL_ROOM)),
                BodyCallback(draft=draft.id, body=body.code),
            )
            for body in likely
        ],
        1,
    )


def contacts_words(municipality: Municipality, code: str, texts: Texts) -> str:
    """«Роспотребнадзор: тел. …, эл. почта …, сайт …», as the citizen reads it; empty where there is no such body."""
    body = municipality.find_body(code)
    return texts.plain("referring-contacts", name=body.name, contacts=_contacts(body, texts)) if body else ""


def _contacts(body: Body, texts: Texts) -> str:
    parts = {"phone": body.phone, "email": body.email, "site": body.site}
    return ", ".join(
        texts.plain("referring-contact", part=part, value=value) for part, value in parts.items() if value
    )
