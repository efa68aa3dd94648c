"""Slides in a browser: keys turn them, each one fills a landscape page, and without JavaScript they scroll."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

from in_browser import Context, violations, wait_until
from playwright.sync_api import Page, expect

AT = "[...document.querySelectorAll('.slide')].findIndex(one => Math.abs(one.getBoundingClientRect().top) < 2)"


def test_keys_turn_slides(context: Context, site: str) -> None:
    page = context(1280, 720).new_page()
    page.goto(site + "handouts/slides.html")
    for key, at in (
        ("ArrowRight", 1),
        ("PageDown", 2),
        (" ", 3),
        ("ArrowDown", 4),
        ("Shift+ ", 3),
        ("ArrowUp", 2),
        ("ArrowLeft", 1),
        ("PageUp", 0),
    ):
        page.keyboard.press(key)
        assert page.evaluate(AT) == at, key


def test_another_size_of_the_window_keeps_the_slide_and_its_address(context: Context, site: str) -> None:
    page = context(1920, 1080).new_page()
    page.goto(site + "handouts/slides.html#session-approve")
    at = page.evaluate(AT)
    page.keyboard.press("ArrowRight")
    for width, height in ((1024, 768), (390, 844), (844, 390), (1920, 1080)):
        page.set_viewport_size({"width": width, "height": height})
        wait_until(page, f"{AT} === {at + 1}")
    expect(page).to_have_url(re.compile("#question-"))


def test_each_slide_is_one_landscape_page(page: Page, site: str, tmp_path: Path) -> None:
    page.goto(site + "handouts/slides.html")
    page.pdf(path=tmp_path / "slides.pdf", prefer_css_page_size=True)
    done = subprocess.run(["pdfinfo", str(tmp_path / "slides.pdf")], capture_output=True, text=True, check=True)
    assert re.search(rf"^Pages:\s+{page.locator('.slide').count()}$", done.stdout, re.MULTILINE)
    width, height = re.findall(r"^Page size:\s+([\d.]+) x ([\d.]+)", done.stdout, re.MULTILINE)[0]
    assert float(width) > float(height)


def test_slides_scroll_without_script(context: Context, site: str) -> None:
    page = context(1280, 720, java_script_enabled=False).new_page()
    page.goto(site + "handouts/slides.html#session-roles")
    expect(page.locator("#session-roles")).to_be_in_viewport()
    page.mouse.wheel(0, 720)
    expect(page.locator("#session-roles")).not_to_be_in_viewport()


def test_slides_are_accessible_and_fit_a_phone(page: Page, site: str) -> None:
    page.goto(site + "handouts/slides.html")
    assert violations(page) == []
