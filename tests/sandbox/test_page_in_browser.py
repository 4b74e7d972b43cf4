"""The page as a visitor meets it: a real browser, real clicks, the real bot."""

import os
from contextlib import asynccontextmanager
from datetime import datetime
from pathlib import Path

import pytest

from bot.municipality import load_municipality
from sandbox.page.routes import serve_page
from sandbox.page.show import Show
from sandbox.page.snapshot import FLAGS, find_browser

BROWSER = find_browser()
if BROWSER is None and not os.environ.get("CI"):
    pytest.skip("no Chromium: apt install chromium fonts-noto-color-emoji", allow_module_level=True)

from playwright.async_api import async_playwright, expect  # noqa: E402 — not where there is no browser

CITY = Path(__file__).parents[2] / "sandbox" / "city.toml"
START = datetime(2026, 3, 2, 9, 0)  # noqa: DTZ001 - the municipality's own time
LIFT = "В доме на Мира, 8 третий день стоит лифт"
PATIENCE = 30_000
WIDE, PHONE = {"width": 1440, "height": 900}, {"width": 390, "height": 844}
ROLES = ("story", "citizen", "coordinator", "executor", "approver", "leader", "deadlines")

expect.set_options(timeout=PATIENCE)


@asynccontextmanager
async def city():
    """A city and a browser; complaints of the page's own code fail the test."""
    assert BROWSER, "CI has no Chromium"
    show = Show(load_municipality(CITY), START, 1)
    complaints = []

    async def visit(viewport=None, scheme="light", *, toured=True):
        context = await chromium.new_context(viewport=viewport or WIDE, color_scheme=scheme)
        context.set_default_timeout(PATIENCE)
        if toured:
            await context.add_init_script("localStorage.setItem('toured', '1')")
        page = await context.new_page()
        page.on("pageerror", lambda error: complaints.append(str(error)))
        await page.goto(address)
        await page.wait_for_selector(".column")
        await expect(page.locator("#veil")).to_be_hidden()
        return page

    async with serve_page(show, 0) as address, async_playwright() as player:
        await show.open(past=False)
        chromium = await player.chromium.launch(executable_path=BROWSER, args=FLAGS)
        try:
            yield show, visit
        finally:
            await chromium.close()
            await show.close()
    assert complaints == []


def column(page, name):
    return page.locator(f'[data-column="{name}"]')


async def write(page, name, text):
    await column(page, name).locator("textarea").fill(text)
    await column(page, name).locator("textarea").press("Enter")


async def click(page, name, label):
    await column(page, name).locator(".key", has_text=label).last.click()


async def test_a_message_goes_from_the_resident_to_the_answer_by_clicks():
    async with city() as (_, visit):
        page = await visit()
        await write(page, "citizen", LIFT)
        await expect(column(page, "citizen").locator(".bubble.bot").first).to_contain_text(
            "Номер: 2026-00001"
        )
        await click(page, "department-zhkh", "Принять")
        await click(page, "department-zhkh", "Написать ответ")
        await expect(column(page, "department-zhkh").locator(".aim")).to_contain_text("Бот ждёт ваших слов")
        await write(page, "department-zhkh", "Лифт запустили в 11:20, заменили блок управления лифтом.")
        await click(page, "department-zhkh", "Решено")
        await click(page, "approvals", "Согласовать")
        await page.click('[data-move="plus10"]')
        await expect(column(page, "citizen").locator(".log")).to_contain_text("Лифт запустили в 11:20")
        await click(page, "citizen", "Да, решено")
        await click(page, "citizen", "5")
        await expect(column(page, "department-zhkh").locator(".log")).to_contain_text("Оценка жителя: 5")


@pytest.mark.parametrize("role", ROLES)
async def test_the_tour_of_each_role_leads_to_its_end(role):
    async with city() as (_, visit):
        page = await visit(toured=False)
        await page.click(f'[data-role="{role}"]')
        tour = page.locator("#tour")
        for _ in range(12):
            if await _ended(tour):
                break
            before = await page.locator(".progress .past").count()
            await _follow(page, tour)
            await expect(_further(page, tour, before)).to_be_attached()
        await expect(tour).to_contain_text("Готово!")


async def _ended(tour):
    return "Готово!" in await tour.inner_text()


async def _follow(page, tour):
    """What the tour asks for: its example, the button that it points at, or its own «Дальше»."""
    await page.wait_for_selector("#tour [data-insert], .key.pointed, .move.pointed, #tour .row .main")
    if await tour.locator("[data-insert]").count():
        await tour.locator("[data-insert]").click()
        await page.locator(".composer textarea:focus").press("Enter")
    elif await tour.locator(".row .main").count():
        await tour.locator(".row .main").click()
    else:
        await page.locator("button.pointed").click()


def _further(page, tour, before):
    ahead = page.locator(f".progress i.past:nth-child({before + 1})")
    return ahead.or_(tour.get_by_text("Готово!")).first


async def test_the_clock_moves_and_says_whether_it_is_working_time():
    async with city() as (_, visit):
        page = await visit()
        await expect(page.locator(".face")).to_contain_text("09:0")
        await expect(page.locator(".state")).to_have_text("рабочее время")
        await page.click('[data-move="evening"]')
        await expect(page.locator(".face")).to_contain_text("17:00")
        await expect(page.locator(".state")).to_contain_text("нерабочее время")


async def test_what_is_typed_is_text_and_never_markup():
    async with city() as (_, visit):
        page = await visit()
        evil = (
            '<img src=x onerror="document.title=1"><b>лифт</b> & <script>document.title=2</script> на Мира, 8'
        )
        await write(page, "citizen", evil)
        await expect(column(page, "citizen").locator(".bubble.own .text")).to_have_text(evil)
        await expect(column(page, "department-zhkh").locator(".bubble.bot").first).to_contain_text(evil)
        assert await page.locator(".log img, .log script").count() == 0
        assert await page.title() not in {"1", "2"}


async def test_two_visitors_see_the_same_and_a_reload_loses_nothing():
    async with city() as (_, visit):
        one, other = await visit(), await visit()
        await write(one, "citizen", LIFT)
        await expect(column(other, "department-zhkh").locator(".bubble.bot")).to_contain_text(LIFT)
        await click(other, "department-zhkh", "Принять")
        await expect(column(one, "department-zhkh").locator(".bubble.bot")).to_contain_text("Принял Петров")
        await one.reload()
        await expect(column(one, "citizen").locator(".bubble.own")).to_contain_text(LIFT)


async def test_five_hundred_messages_stay_smooth():
    async with city() as (show, visit):
        page = await visit()
        group = show.chats["department-edu"][-1]
        speaker = show.city.person(208).in_(group)
        for number in range(500):
            await speaker.send(f"Слово {number}")
        await page.click('[data-tab="department-edu"]')
        await expect(column(page, "department-edu").locator(".bubble")).to_have_count(500)
        slowest = await page.evaluate(
            """async () => {
                const log = document.querySelector('[data-column="department-edu"] .log');
                let slowest = 0, last = performance.now();
                for (let step = 0; step < 30; step += 1) {
                    log.scrollTop = log.scrollHeight * (step % 10) / 10;
                    await new Promise(requestAnimationFrame);
                    slowest = Math.max(slowest, performance.now() - last);
                    last = performance.now();
                }
                return slowest;
            }"""
        )
        assert slowest < 400, f"a frame took {slowest:.0f} ms"
        await write(page, "department-edu", "И ещё одно")
        await expect(column(page, "department-edu").locator(".bubble").last).to_contain_text("И ещё одно")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", [WIDE, PHONE], ids=["wide", "phone"])
async def test_nothing_overflows(size, scheme):
    async with city() as (_, visit):
        page = await visit(size, scheme)
        await write(page, "citizen", "Ы" * 300 + " лифт на Мира, 8 " + "https://example.org/" + "a" * 200)
        await expect(column(page, "citizen").locator(".bubble.bot").first).to_be_attached()
        wide = await page.evaluate("document.documentElement.scrollWidth - innerWidth")
        assert wide <= 0
        for bubble in await column(page, "citizen").locator(".body").all():
            assert await bubble.evaluate("node => node.scrollWidth - node.clientWidth") <= 1


async def test_on_a_phone_one_chat_at_a_time_and_the_others_have_unread_marks():
    async with city() as (_, visit):
        page = await visit(PHONE)
        await expect(page.locator(".column:visible")).to_have_count(1)
        await write(page, "citizen", LIFT)
        await expect(page.locator('[data-tab="department-zhkh"] .count')).to_have_text("1")
        await page.click('[data-tab="department-zhkh"]')
        await expect(page.locator(".column:visible .log")).to_contain_text(LIFT)
        await expect(page.locator('[data-tab="department-zhkh"] .count')).to_have_count(0)


async def test_the_whole_page_speaks_english_too():
    async with city() as (_, visit):
        page = await visit()
        await page.locator(".tool.text").click()
        await expect(page.locator('[data-tab="citizen"]')).to_contain_text("Resident")
        await expect(page.locator(".state")).to_have_text("working hours")


async def test_who_only_takes_a_ready_message_is_led_to_the_next_press_and_loses_no_draft():
    async with city() as (_, visit):
        page = await visit(toured=False)
        await page.locator(".example").first.click()
        await column(page, "citizen").locator("textarea").press("Enter")
        await expect(page.locator("#tour")).to_contain_text("Шаг 2")
        await page.locator("#tour .row .main").click()
        await expect(page.locator(".key.pointed")).to_have_text("Принять")
        await column(page, "citizen").locator("textarea").fill("И ещё")
        await page.reload()
        await expect(column(page, "citizen").locator("textarea")).to_have_value("И ещё")
        await expect(page.locator(".key.pointed")).to_have_text("Принять")


async def test_the_clock_moves_while_telegram_is_away_too():
    async with city() as (_, visit):
        page = await visit()
        await page.locator(".tool").nth(1).click()
        await page.locator(".menu button").first.click()
        await expect(page.locator(".state")).to_have_text("Telegram недоступен")
        await page.click('[data-move="plus10"]')
        await expect(page.locator(".state")).to_have_text("рабочее время")
