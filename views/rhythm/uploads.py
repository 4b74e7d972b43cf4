"""Whether the results of a month are in ССТУ.РФ: the question with its button, or who brought them there (R82)."""

from datetime import date, datetime

from domain.municipality import Municipality
from domain.register.uploads import Upload
from locales.texts import Texts
from views.buttons import button, keyboard
from views.measure import one_line
from views.moments import moment, zone
from views.parts import Part, Text
from views.rhythm.callbacks import UploadCallback

_NAME_ROOM = 60


def upload(
    town: Municipality, texts: Texts, done: Upload | None, *, month: date, now: datetime
) -> list[Part]:
    """One message for a month."""
    called = texts.plain("paper-month", month=texts.plain(f"paper-month-{month.month}"), year=str(month.year))
    if done is not None:
        who = one_line(done.uploaded_by, _NAME_ROOM) or texts.plain("someone")
        time = moment(done.uploaded_at, now, zone(town))
        return [Text(texts("upload-done", month=called, who=who, time=time), silent=True)]
    press = button(texts.plain("button-uploaded"), UploadCallback(month=month.toordinal()))
    return [Text(texts("upload-question", month=called), keyboard([[press]]), silent=True)]
