"""Who applies: the menu under `Ещё…` of what a citizen wrote to the bot (R60); what was entered by hand has its own."""

from domain.casefile import Card, CaseFile
from domain.register.marks import ApplicantKind
from locales.texts import Texts
from views.buttons import Rows, button, in_rows
from views.coordinator.callbacks import ApplicantCallback
from views.toasts import toast


def applicant_name(kind: ApplicantKind, texts: Texts) -> str:
    """«иностранный гражданин», as the register has it."""
    return texts.plain(f"register-applicant_kind-{kind.value}")


def applicant_menu(file: CaseFile, texts: Texts, _: Card) -> Rows:
    """The five kinds; what it is now is ticked."""
    buttons = []
    for kind in ApplicantKind:
        label = applicant_name(kind, texts)
        if kind is file.appeal.applicant_kind:
            label = texts.plain("ticked", label=label)
        buttons.append(button(label, ApplicantCallback(appeal=file.appeal.id, kind=kind)))
    return in_rows(buttons, 2)


def applicant_set(kind: ApplicantKind, texts: Texts, *, changed: bool) -> str:
    """Who applies from now on, or did already."""
    key = "applicant-set" if changed else "applicant-already"
    return toast(texts, key, kind=applicant_name(kind, texts))
