"""A button's data: at most 64 bytes with the longest values, and no two kinds that begin alike."""

from datetime import date

import pytest
from aiogram.filters.callback_data import CallbackData

from domain.casefile import Menu
from domain.causes.pages import CauseAct, CauseAsk, CausePage
from domain.drafts import DraftKind
from domain.instructions import Term
from domain.kinds import AppealKind
from domain.municipality import Category, Role
from domain.outcomes import WITHOUT_ANSWER, Outcome, Solved
from domain.papers.kinds import Paper
from domain.register.entry import EntryField
from domain.register.marks import ApplicantKind
from domain.setup.binding import Post
from domain.setup.pages import Page
from domain.setup.vocabulary import Change
from domain.ways import Way
from views import callbacks
from views.callbacks import (
    AppealAction,
    AppealCallback,
    CategoryCallback,
    Choice,
    ConsentCallback,
    DraftAction,
    DraftCallback,
    InstructionCallback,
    Kept,
    KeptCallback,
    KindCallback,
    LanguageCallback,
    MayorCallback,
    MenuCallback,
    MessageAction,
    MessageCallback,
    OutcomeCallback,
    OwnCallback,
    PartAction,
    PartCallback,
    PromptCancel,
    QueueAction,
    QueueCallback,
    RatingCallback,
    ReasonCallback,
    ReasonKind,
    ReleaseCallback,
    RepeatCallback,
    ReportCallback,
    RouteCallback,
    Second,
    SecondCallback,
    SeparateCallback,
    SeveralAction,
    SeveralCallback,
    SolvedCallback,
    StintCallback,
    TakeOverCallback,
    TopicCallback,
    WayCallback,
    WithdrawCallback,
    WordsAction,
    WordsCallback,
)
from views.causes import callbacks as cause_callbacks
from views.coordinator import callbacks as coordinator_callbacks
from views.mailing import callbacks as mail_callbacks
from views.papers import callbacks as paper_callbacks
from views.register import callbacks as register_callbacks
from views.rhythm import callbacks as rhythm_callbacks
from views.search import callbacks as search_callbacks
from views.setup import callbacks as setup_callbacks
from views.setup.callbacks import (
    AccessAction,
    AccessCallback,
    BindAction,
    BindCallback,
    HandedCallback,
    SettingsFileCallback,
    SetupAsk,
    SetupGo,
    SetupInvite,
    SetupSet,
)
from views.work import callbacks as work_callbacks

LARGEST = 2**63 - 1
LONGEST = [
    *(AppealCallback(action=action, appeal=LARGEST) for action in AppealAction),
    RouteCallback(appeal=LARGEST, department="d" * 24, turn=10**9),
    *(MenuCallback(menu=menu, appeal=LARGEST, page=LARGEST) for menu in Menu),
    *(CategoryCallback(appeal=LARGEST, category=category) for category in Category),
    TopicCallback(appeal=LARGEST, topic="t" * 24),
    TopicCallback(appeal=LARGEST, topic=""),
    coordinator_callbacks.TerritoryCallback(appeal=LARGEST, territory="t" * 24),
    *(coordinator_callbacks.ApplicantCallback(appeal=LARGEST, kind=kind) for kind in ApplicantKind),
    *(KindCallback(appeal=LARGEST, kind=kind) for kind in AppealKind),
    RepeatCallback(appeal=LARGEST, former=LARGEST),
    SeparateCallback(appeal=LARGEST, row=LARGEST),
    *(SeveralCallback(action=one, appeal=LARGEST, department="d" * 24, count=90) for one in SeveralAction),
    *(PartCallback(action=action, assignment=LARGEST) for action in PartAction),
    *(QueueCallback(action=action, appeal=LARGEST) for action in QueueAction),
    *(DraftCallback(action=action, draft=LARGEST) for action in DraftAction),
    *(OutcomeCallback(draft=LARGEST, choice=choice) for choice in Choice),
    *(ReasonCallback(kind=kind, prompt=LARGEST, index=99) for kind in ReasonKind),
    *(WordsCallback(prompt=LARGEST, action=action) for action in WordsAction),
    PromptCancel(prompt=LARGEST),
    callbacks.ProofCallback(draft=LARGEST, last=LARGEST),
    *(
        work_callbacks.ExtendCallback(action=action, request=LARGEST)
        for action in work_callbacks.ExtendAction
    ),
    *(
        work_callbacks.PromiseCallback(action=action, appeal=LARGEST)
        for action in work_callbacks.PromiseAction
    ),
    *(
        work_callbacks.PromiseWordsCallback(words=words, draft=LARGEST)
        for words in work_callbacks.PromiseWords
    ),
    *(work_callbacks.PromisedDayCallback(action=one, draft=LARGEST) for one in work_callbacks.DayAction),
    work_callbacks.BodyCallback(draft=LARGEST, body="c" * 24),
    work_callbacks.MoreDaysCallback(prompt=LARGEST, days=3650),
    MayorCallback(appeal=LARGEST, reason=99),
    *(InstructionCallback(prompt=LARGEST, term=term) for term in Term),
    ReportCallback(prompt=LARGEST),
    *(
        rhythm_callbacks.SummaryCallback(view=view, day=3_652_059, page=9_999)
        for view in rhythm_callbacks.SummaryView
    ),
    *(register_callbacks.EntryCallback(act=act, entry=LARGEST) for act in register_callbacks.EntryAct),
    *(
        kind(field=field, entry=LARGEST, **more)
        for field in EntryField
        for kind, more in (
            (register_callbacks.EntryMenuCallback, {}),
            (register_callbacks.EntryAskCallback, {}),
            (register_callbacks.EntryValueCallback, {"value": "c" * 24}),
        )
    ),
    rhythm_callbacks.UploadCallback(month=3_652_059),
    rhythm_callbacks.LookCallback(channel="c" * 24, day=3_652_059),
    register_callbacks.OccasionAskCallback(),
    register_callbacks.OccasionDropCallback(occasion=LARGEST),
    *(cause_callbacks.CauseGo(page=page, of="t" * 24, at=LARGEST) for page in CausePage),
    *(cause_callbacks.CauseSet(act=act, of=LARGEST, value="d" * 24) for act in CauseAct),
    *(cause_callbacks.CauseWords(ask=ask, of="t" * 24) for ask in CauseAsk),
    register_callbacks.CorrectCallback(appeal=LARGEST),
    register_callbacks.InquiryCallback(appeal=LARGEST, like=LARGEST),
    register_callbacks.BodyInquiryCallback(appeal=LARGEST, body="c" * 24),
    register_callbacks.DropInquiryCallback(inquiry=LARGEST),
    mail_callbacks.MailCallback(appeal=LARGEST, to="d." + "d" * 24),
    search_callbacks.FoundCallback(search=LARGEST, page=99_999),
    search_callbacks.HitCallback(appeal=LARGEST),
    search_callbacks.HistoryCallback(appeal=LARGEST),
    search_callbacks.HistoryPageCallback(appeal=LARGEST, page=9_999),
    *(paper_callbacks.PaperCallback(paper=paper) for paper in Paper),
    *(
        paper_callbacks.PaperDaysCallback(paper=paper, first=date.max.toordinal(), last=date.max.toordinal())
        for paper in Paper
    ),
    *(paper_callbacks.AppealPaperCallback(paper=paper, appeal=LARGEST) for paper in Paper),
    *(paper_callbacks.PaperWordsCallback(paper=paper) for paper in Paper),
    StintCallback(stint=LARGEST),
    ReleaseCallback(user=LARGEST, assignment=LARGEST),
    TakeOverCallback(),
    *(MessageCallback(action=action, row=LARGEST) for action in MessageAction),
    *(SolvedCallback(appeal=LARGEST, solved=solved) for solved in Solved),
    RatingCallback(appeal=LARGEST, rating=5),
    WithdrawCallback(appeal=LARGEST),
    OwnCallback(page=LARGEST, appeal=LARGEST),
    *(WayCallback(appeal=LARGEST, way=way) for way in Way),
    *(SecondCallback(says=says, prompt=LARGEST) for says in Second),
    *(KeptCallback(becomes=becomes, citizen=LARGEST) for becomes in Kept),
    ConsentCallback(),
    LanguageCallback(language="ru"),
    setup_callbacks.DirectoryCallback(page=LARGEST),
    *(setup_callbacks.HandedCallback(file=LARGEST, wants=wants) for wants in (True, False)),
    *(SetupGo(page=page, of="d" * 24) for page in Page),
    *(SetupSet(change=change, of="d" * 24, value="0", seen="f" * 8) for change in Change),
    SetupSet(change=Change.TIMEZONE, of="", value="Asia/Yekaterinburg", seen="f" * 8),
    SetupSet(change=Change.ROLE, of=str(2**52), value=Role.DEPARTMENT_HEAD, seen="f" * 8),
    SetupSet(change=Change.PLACE, of=str(2**52), value="d" * 24, seen="f" * 8),
    *(SetupAsk(change=change, of="d" * 24, seen="f" * 8) for change in Change),
    *(SetupInvite(role=role, department="d" * 24) for role in Role),
    *(AccessCallback(action=action, request=LARGEST) for action in AccessAction),
    SettingsFileCallback(),
    *(HandedCallback(file=LARGEST, wants=wants) for wants in (True, False)),
    *(BindCallback(action=action, post=post, code="d" * 24) for action in BindAction for post in Post),
]
CLASSES = [
    one
    for module in (
        callbacks,
        coordinator_callbacks,
        setup_callbacks,
        rhythm_callbacks,
        work_callbacks,
        search_callbacks,
        register_callbacks,
        cause_callbacks,
        paper_callbacks,
        mail_callbacks,
    )
    for one in vars(module).values()
    if isinstance(one, type) and issubclass(one, CallbackData) and one is not CallbackData
]


def test_every_kind_is_tried() -> None:
    assert {type(one) for one in LONGEST} == set(CLASSES)


@pytest.mark.parametrize("data", LONGEST, ids=lambda data: type(data).__name__)
def test_it_fits_and_comes_back_the_same(data: CallbackData) -> None:
    packed = data.pack()

    assert len(packed.encode()) <= 64
    assert type(data).unpack(packed) == data


def test_prefixes_are_short_and_differ() -> None:
    prefixes = [one.__prefix__ for one in CLASSES]

    assert len(set(prefixes)) == len(prefixes)
    assert all(len(prefix) <= 2 for prefix in prefixes)


def test_what_a_stranger_makes_up_is_refused() -> None:
    with pytest.raises((TypeError, ValueError)):
        AppealCallback.unpack("a:destroy:1")


def test_every_outcome_of_an_answer_has_its_button_and_the_others_have_none() -> None:
    """A refusal stands in registers of paper alone."""
    assert {choice.outcome for choice in Choice} == {*Outcome, None} - WITHOUT_ANSWER - {Outcome.REFUSED}
    assert Choice.INTERIM.kind is DraftKind.INTERIM
    assert Choice.CLARIFY.kind is DraftKind.CLARIFICATION
    assert Choice.SOLVED.kind is DraftKind.FINAL
