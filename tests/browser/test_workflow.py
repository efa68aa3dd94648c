"""The workflow page: the picture comes first, each stage can be linked, and no page is too long to read."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page, expect
from sites import ROOT
from study.content.load import load
from study.content.workflow import LABELS, stages

GUIDE = load(ROOT / "docs")
READ = ("workflow", "learn/", "personas/", "cases/", "contrasts/", "lab/", "essays/", "topics/")
"""Pages to read; status and corrections are to look things up in, as is one page of the lab."""
LOOKED_UP = "lab/names.md"
SCREEN, MOST = 844, 20

Context = Callable[..., BrowserContext]


@pytest.mark.parametrize("width", [390, 1280])
def test_a_link_to_a_stage_lands_on_its_heading_with_the_owner_below(width: int, context: Context, site: str) -> None:
    page = context(width=width).new_page()
    for stage in (stages(GUIDE)[0], stages(GUIDE)[-1]):
        page.goto(f"{site}workflow/#{stage.id}")
        heading = page.locator(f"h3#{stage.id}")
        expect(heading).to_be_in_viewport()
        facts = heading.locator("xpath=following-sibling::ul[1]/li/strong[1]")
        expect(facts).to_have_text([f"{label}:" for label in LABELS])
        expect(facts.first).to_be_in_viewport()


@pytest.mark.parametrize("width", [390, 1280])
def test_the_page_begins_with_its_picture(width: int, context: Context, site: str) -> None:
    page = context(width=width).new_page()
    page.goto(site + "workflow/")
    expect(page.locator(".picture svg:visible").first).to_be_in_viewport()


def test_a_label_stands_beside_its_text_where_there_is_room(context: Context, site: str) -> None:
    page = context(width=1280).new_page()
    page.goto(site + "workflow/")
    label, link = page.locator(".stage-facts li:has(> a) > strong").first, page.locator(".stage-facts li > a").first
    left, right = label.bounding_box(), link.bounding_box()
    assert left and right and left["x"] + left["width"] <= right["x"] + 8
    assert abs(left["y"] - right["y"]) < left["height"]


@pytest.mark.parametrize("start", READ)
def test_no_page_to_read_is_longer_than_twenty_screens(start: str, context: Context, site: str) -> None:
    page = context(width=390).new_page()
    page.set_viewport_size({"width": 390, "height": SCREEN})
    high = {path: height(page, site, path) for path in GUIDE.pages if path.startswith(start) and path != LOOKED_UP}
    assert high
    assert {path: tall for path, tall in high.items() if tall > MOST * SCREEN} == {}


def height(page: Page, site: str, path: str) -> int:
    page.goto(site + path.removesuffix("index.md").removesuffix(".md").rstrip("/") + "/")
    return int(page.evaluate("document.documentElement.scrollHeight"))
