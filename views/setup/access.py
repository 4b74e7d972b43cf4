"""Asking for access: the way in under a refused press, the question to who may decide, and what came of it."""

from domain.municipality import Municipality
from domain.setup.access import AccessRequest
from locales.texts import Html, Texts
from views.buttons import Rows, button, keyboard
from views.cards.people import mention
from views.measure import one_line
from views.parts import Edit, Part, Text
from views.setup.callbacks import AccessAction, AccessCallback

_NAME_ROOM = 100


def offer(municipality: Municipality, texts: Texts, request: AccessRequest, *, message_id: int) -> list[Part]:
    """In the department's chat, to the person who pressed."""
    who = mention(request.user_id, request.name, texts)
    facts = {"mention": who, "department": _label(municipality, request)}
    if request.asked_at is None:
        row = [
            button(
                texts.plain("access-button-ask"), AccessCallback(action=AccessAction.ASK, request=request.id)
            )
        ]
        return _stand(texts("access-offer", **facts), [row], message_id)
    key = f"access-{_state(request)}"
    return _stand(texts(key, **facts), [], message_id)


def question(
    municipality: Municipality, texts: Texts, request: AccessRequest, *, message_id: int
) -> list[Part]:
    """To whoever may decide."""
    facts = {
        "mention": mention(request.user_id, request.name, texts),
        "department": _label(municipality, request),
    }
    if request.decided_at is not None:
        by = one_line(request.decided_by or "", _NAME_ROOM)
        return _stand(texts(f"access-decided-{_state(request)}", name=by, **facts), [], message_id)
    buttons = [
        button(
            texts.plain(f"access-button-{action.value}"), AccessCallback(action=action, request=request.id)
        )
        for action in (AccessAction.GRANT, AccessAction.REFUSE)
    ]
    return _stand(texts("access-question", **facts), [buttons], message_id)


def _state(request: AccessRequest) -> str:
    if request.decided_at is None:
        return "asked"
    return "granted" if request.granted else "refused"


def _label(municipality: Municipality, request: AccessRequest) -> str:
    department = municipality.find_department(request.department)
    return department.label if department else request.department


def _stand(html: Html, rows: Rows, message_id: int) -> list[Part]:
    markup = keyboard(rows)
    return [Edit(message_id, html, markup)] if message_id else [Text(html, markup, silent=True)]
