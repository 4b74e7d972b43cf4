"""`make picture`: the README's picture, taken of the living page by a browser.

Needs the development dependencies and a Chromium on this machine.
"""

import argparse
import asyncio
import shutil
import sys
from datetime import datetime
from pathlib import Path

from bot.municipality import load_municipality
from sandbox.page.running import shown

CITY = Path(__file__).parents[1] / "city.toml"
START = datetime(2026, 3, 2, 9, 0)  # noqa: DTZ001 - the municipality's own time
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--font-render-hinting=none"]
WIDTH, HEIGHT = 1440, 900
PATIENCE = 20_000


def find_browser() -> str | None:
    """The machine's own Chromium: none is downloaded."""
    return next(filter(None, map(shutil.which, BROWSERS)), None)


async def take(path: Path, browser: str) -> None:
    """Play until a draft waits for its approval, then take the picture."""
    from playwright.async_api import async_playwright

    async with shown(load_municipality(CITY), START, 1.0, 0) as address, async_playwright() as player:
        chromium = await player.chromium.launch(executable_path=browser, args=FLAGS)
        page = await chromium.new_page(viewport={"width": WIDTH, "height": HEIGHT}, color_scheme="light")
        page.set_default_timeout(PATIENCE)
        await page.goto(address)
        await page.click('[data-role="story"]')
        await page.click("[data-insert]")
        await page.keyboard.press("Enter")
        await page.click(".tour .row .main:not([data-insert])")
        await page.click(".key.pointed")
        await page.click("[data-insert]")
        await page.keyboard.press("Enter")
        await page.click(".key.pointed")
        await page.wait_for_selector('[data-column="approvals"] .key.pointed')
        await page.evaluate("document.getElementById('columns').scrollTo({left: 0})")
        await page.mouse.move(2, 2)
        await page.wait_for_timeout(4000)
        await page.screenshot(path=str(path))
        await chromium.close()


def main() -> int:
    """The exit code."""
    parser = argparse.ArgumentParser(
        prog="python -m sandbox.page.snapshot", description="The README's picture."
    )
    parser.add_argument("path", type=Path)
    options = parser.parse_args()
    browser = find_browser()
    if browser is None:
        sys.stderr.write("No Chromium here: apt install chromium fonts-noto-color-emoji\n")
        return 1
    asyncio.run(take(options.path, browser))
    return 0


if __name__ == "__main__":
    sys.exit(main())
