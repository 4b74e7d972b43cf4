"""/setup: the terms on which the town works, and how to reach its people, on the same pages as all else."""

import pytest

from domain.errors import NotFound
from domain.municipality import TELEGRAM, ConsentMode, Role
from domain.setup.changes import changed
from domain.setup.founding import blank
from domain.setup.vocabulary import Change
from tests.city import labels
from tests.story.empty import answers, page
from tests.story.scenes import bot_in, where
from tests.story.test_setup_pages import opened, settings


async def test_the_consent_is_asked_with_the_towns_own_words_from_then_on(town):
    shown = await opened(town, "согласие", "Спрашивать кнопкой", "90 дн.")
    await answers(
        town, town.admin, "Свой текст", "Администрация Примерска хранит ваше имя и слова, чтобы ответить."
    )
    consent = settings(town).consent
    assert (consent.mode, consent.keep_days, consent.version) == (ConsentMode.REQUIRED, 90, "2")
    assert "хранит ваше имя" in shown.text
    assert "✓ 90 дн." in labels(shown)
    await town.says(town.boris, "Яма на ул. Мира, 10")
    asked = bot_in(town.boris.chat)[-1]
    assert "хранит ваше имя" in asked.text
    assert labels(asked) == ["Даю согласие"]
    await answers(town, town.admin, "Свой текст", "-")
    assert (settings(town).consent.text, settings(town).consent.version) == ("", "3")


async def test_who_approves_and_how_long_a_sending_can_be_taken_back(town):
    await opened(town, "согласование", "Разрешить согласовать свой", "120 с")
    approval = settings(town).approval
    assert (approval.self_approval, approval.undo_seconds) == (True, 120)
    assert "Автор может согласовать и свой проект" in page(town.admin).text


async def test_region_phone_and_the_page_for_formal_appeals(town):
    shown = await opened(town, "регион и телефоны")
    await answers(town, town.admin, "Регион", "ru-sve")
    await answers(town, town.admin, "Телефон", "8 800 100-00-00")
    await answers(town, town.admin, "Страница обращений", "https://example.org/59")
    town_now = settings(town)
    assert (town_now.region, town_now.emergency_phone) == ("RU-SVE", "8 800 100-00-00")
    assert town_now.official_appeal_url == "https://example.org/59"
    assert "https://example.org/59" in shown.text


async def test_r82_whether_the_month_of_the_portal_is_asked_about_is_a_switch(town):
    shown = await opened(town, "регион и телефоны", "ССТУ.РФ: спрашивать")
    assert settings(town).sstu
    assert "раз в месяц спрашиваем координаторов" in shown.text
    await town.clicks(town.admin, "ССТУ.РФ: не спрашивать", on=shown)
    assert not settings(town).sstu


@pytest.mark.parametrize(("caption", "words"), [("Регион", "Урал"), ("Страница обращений", "сайт")])
async def test_what_the_file_would_refuse_the_page_refuses(town, caption, words):
    await opened(town, "регион и телефоны")
    before = settings(town)
    await answers(town, town.admin, caption, words)
    assert "Не записано" in bot_in(town.admin.chat)[-1].text
    assert settings(town) == before


async def test_channels_come_are_counted_or_not_and_go(town):
    await opened(town, "каналы")
    await answers(town, town.admin, "Канал", "Телефон доверия")
    (channel,) = settings(town).channels
    assert (channel.name, channel.counted) == ("Телефон доверия", True)
    await town.clicks(town.admin, "Телефон доверия: отдельно", on=page(town.admin))
    assert not settings(town).channels[0].counted
    await town.clicks(town.admin, "🗑 Телефон доверия", on=page(town.admin))
    assert settings(town).channels == ()


@where(channels=(TELEGRAM,))
async def test_telegram_is_always_among_the_channels(town):
    assert blank().channels == (TELEGRAM,)
    await opened(town, "каналы")
    assert "Telegram: отдельно" in labels(page(town.admin))
    assert "🗑 Telegram" not in labels(page(town.admin))
    with pytest.raises(NotFound):
        changed(settings(town), Change.DROP_CHANNEL, TELEGRAM.code, "", now=town.world.clock.now())


async def test_a_persons_post_phone_and_mail(town):
    shown = await opened(town, "люди", "Петров")
    for caption, words in (("Должность", "Мастер"), ("Телефон", "2-34-56"), ("Почта", "petrov@example.org")):
        await answers(town, town.admin, caption, words)
    petrov = settings(town).find_employee(town.petrov.id)
    assert (petrov.position, petrov.phone, petrov.email) == ("Мастер", "2-34-56", "petrov@example.org")
    assert "Должность: Мастер" in shown.text
    assert petrov.roles == {Role.EXECUTOR}
