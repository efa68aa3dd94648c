"""Essays as a reader writes them: words, outline, criteria, the exemplar that opens later, and the printed page."""

from __future__ import annotations

from pathlib import Path

import pytest
from in_browser import NASTY, NO_STORAGE, Context, moved, moving, rows, small, violations_in_both_schemes, write
from playwright.sync_api import Locator, Page, expect
from sites import Draft

ESSAY = "essays/automation/"
KEY = "prompt:automation"
CRITERIA = [
    "sagemaker-endpoints",
    "reproducibility",
    "sagemaker-pipelines",
    "sagemaker-model-registry",
    "sagemaker-pipelines~2",
    "compliance-officer",
    "sagemaker-endpoints~2",
]
MUCH = "People change code, machines change systems. " * 25  # 150 words


@pytest.fixture
def opened(page: Page, site: str) -> Page:
    page.goto(site + ESSAY)
    return page


def area(page: Page) -> Locator:
    return page.get_by_role("textbox", name="Your essay")


def button(page: Page, name: str) -> Locator:
    return page.get_by_role("button", name=name)


def first_of_the_outline(page: Page) -> str:
    return "1. " + page.locator("#outline ~ ol > li").first.inner_text()


def test_words_are_counted_and_the_text_is_kept(opened: Page) -> None:
    expect(opened.locator(".words")).to_have_text("0 words")
    area(opened).press_sequentially("# One - model.tar.gz isn't 2")
    expect(opened.locator(".words")).to_have_text("4 words")
    expect(opened.locator(".kept")).to_have_text("Kept in this browser.")
    opened.reload()
    expect(area(opened)).to_have_value("# One - model.tar.gz isn't 2")
    expect(opened.locator(".words")).to_have_text("4 words")
    assert rows(opened, "drafted") == [[KEY, "# One - model.tar.gz isn't 2"]]


def test_the_outline_is_a_start_and_none_of_the_readers_words(opened: Page) -> None:
    area(opened).fill("My plan.")
    button(opened, "Start from the outline").click()
    expect(area(opened)).to_be_focused()
    value = area(opened).input_value()
    assert value.startswith(f"My plan.\n\n{first_of_the_outline(opened)}\n\n2. ")
    assert value.count("\n\n") == 9
    expect(opened.locator(".words")).to_have_text("2 words")
    expect(button(opened, "Start from the outline")).to_be_hidden()
    opened.keyboard.press("Control+z")
    expect(area(opened)).to_have_value("My plan.")
    expect(button(opened, "Start from the outline")).to_be_visible()


def test_the_exemplar_waits_for_150_words(opened: Page) -> None:
    exemplar, gate = opened.locator("details.exemplar"), opened.locator(".gate")
    expect(exemplar).to_be_hidden()
    expect(gate).to_contain_text("The exemplar opens when you have written 150 words of your own. 0 so far.")
    area(opened).fill(MUCH.rpartition("systems")[0])
    expect(gate).to_contain_text("149 so far.")
    expect(exemplar).to_be_hidden()
    area(opened).press("End")
    area(opened).press_sequentially("all")
    expect(exemplar).to_be_visible()
    expect(gate).to_be_hidden()
    expect(opened.get_by_role("status").filter(has_text="150 words")).to_have_count(1)
    assert exemplar.get_attribute("open") is None
    area(opened).fill("")
    expect(exemplar).to_be_visible()  # what was open stays so
    area(opened).fill(MUCH)
    area(opened).blur()
    opened.reload()
    expect(exemplar).to_be_visible()


def test_the_exemplar_is_shown_to_who_asks_for_it(opened: Page) -> None:
    button(opened, "Show it anyway").click()
    expect(opened.locator("details.exemplar p").first).to_be_visible()
    expect(opened.locator("details.exemplar summary")).to_be_focused()
    expect(opened.locator(".gate")).to_be_hidden()


def test_criteria_are_ticked_and_recorded(opened: Page) -> None:
    for id in CRITERIA[:5]:
        opened.locator(f"[data-point='{id}'] input").check()
    expect(opened.locator(".points")).to_have_text("5 of 7 criteria")
    button(opened, "Keep this score").click()
    assert rows(opened, "ticked") == [[KEY, CRITERIA[:5], CRITERIA[5:]]]
    expect(opened.locator(".missed")).to_have_text("Read again: Compliance Officer, SageMaker Endpoints")
    expect(opened.locator(".history")).to_have_text("Today: 5 of 7")
    opened.reload()
    expect(opened.locator(".history")).to_have_text("Today: 5 of 7")


def test_it_is_downloaded_as_markdown(opened: Page) -> None:
    area(opened).fill("I say: *automate*.\n\n" + NASTY)
    with opened.expect_download() as download:
        button(opened, "Download as Markdown").click()
    assert download.value.suggested_filename == "automation.md"
    text = Path(download.value.path()).read_text(encoding="utf-8")
    assert text.startswith("# Automation of the workflow\n\n> Explain the concept of automation in the ML workflow")
    assert text.endswith(f"\n\nI say: *automate*.\n\n{NASTY}\n")


def test_the_keyboard_is_enough(opened: Page) -> None:
    button(opened, "Start from the outline").focus()
    opened.keyboard.press("Enter")
    expect(area(opened)).to_be_focused()
    opened.keyboard.type(" Code.")
    assert area(opened).input_value().startswith(f"{first_of_the_outline(opened)} Code.\n")
    opened.keyboard.press("Tab")
    expect(button(opened, "Download as Markdown")).to_be_focused()
    opened.keyboard.press("Tab")
    expect(button(opened, "Print")).to_be_focused()
    button(opened, "Show it anyway").focus()
    opened.keyboard.press("Space")
    expect(opened.locator("details.exemplar summary")).to_be_focused()


def test_paper_has_the_text_and_no_controls(opened: Page) -> None:
    write(area(opened), f"{MUCH}\n\n{NASTY}\n\nThe end.")
    opened.locator(f"[data-point='{CRITERIA[0]}'] input").check()
    opened.emulate_media(media="print")
    written = opened.locator(".written")
    expect(written).to_be_visible()
    assert written.inner_text().endswith(f"\n\n{NASTY}\n\nThe end.")
    assert written.locator("*").count() == 0
    controls = opened.locator("button, input, textarea, select, summary, label.md-header__button")
    assert [
        control.evaluate("one => one.outerHTML.slice(0, 80)") for control in controls.all() if control.is_visible()
    ] == []
    for gone in ("Outline", "Exemplar", "Sources"):
        expect(opened.get_by_role("heading", name=gone, exact=True)).to_be_hidden()
    for there in ("Prompt", "Your essay", "Criteria", "Rubric"):
        expect(opened.get_by_role("heading", name=there, exact=True)).to_be_visible()
    assert opened.title() != "bad"


def test_paper_without_a_text_is_the_prompt(opened: Page) -> None:
    opened.emulate_media(media="print")
    expect(opened.locator(".writing")).to_be_hidden()
    expect(opened.get_by_role("heading", name="Outline", exact=True)).to_be_visible()


def test_two_tabs_show_one_text(context: Context, site: str) -> None:
    tabs = context()
    one, other = tabs.new_page(), tabs.new_page()
    for tab in (one, other):
        tab.goto(site + ESSAY)
    write(area(one), MUCH)
    expect(area(other)).to_have_value(MUCH)
    expect(other.locator(".words")).to_have_text("150 words")
    expect(other.locator("details.exemplar")).to_be_visible()


def test_without_storage_a_line_says_so_and_it_works(page: Page, site: str) -> None:
    page.add_init_script(NO_STORAGE)
    page.goto(site + ESSAY)
    expect(page.locator(".reports")).to_contain_text("does not store your progress")
    write(area(page), MUCH)
    expect(page.locator(".kept")).to_have_text("Kept until you close the page.")
    expect(page.locator("details.exemplar")).to_be_visible()
    page.locator(f"[data-point='{CRITERIA[0]}'] input").check()
    button(page, "Keep this score").click()
    expect(page.locator(".history")).to_have_text("Today: 1 of 7")


def test_without_script_the_page_is_as_it_was(context: Context, site: str) -> None:
    page = context(java_script_enabled=False).new_page()
    page.goto(site + ESSAY)
    assert page.locator("textarea, .gate, .score").count() == 0
    page.get_by_text("Show the exemplar").click()
    expect(page.locator("details.exemplar p").first).to_be_visible()


def test_the_list_of_prompts_has_no_place_to_write(page: Page, site: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(site + "essays/", wait_until="networkidle")
    assert not [url for url in asked if "/study/" in url or "essay." in url or "marking." in url]


@pytest.mark.parametrize("width", [390, 1280])
def test_every_state_is_accessible_and_fits(width: int, context: Context, site: str) -> None:
    page = context(width=width).new_page()
    page.goto(site + ESSAY)
    assert violations_in_both_schemes(page) == []
    button(page, "Start from the outline").click()
    page.locator(f"[data-point='{CRITERIA[0]}'] input").check()
    assert violations_in_both_schemes(page) == []
    write(area(page), MUCH)
    button(page, "Keep this score").click()
    assert violations_in_both_schemes(page) == []
    page.locator("details.exemplar summary").click()
    assert violations_in_both_schemes(page) == []
    assert small(page.locator(".own button, .score button, .gate button, [data-point] label")) == []


def test_nothing_moves_when_the_script_comes_or_motion_is_reduced(context: Context, site: str) -> None:
    for width in (390, 1280):
        page = context(width=width).new_page()
        assert moved(page, site + ESSAY) == 0
    page.emulate_media(reduced_motion="reduce")
    page.reload()
    write(area(page), MUCH)
    assert moving(page) == 0


def test_a_prompt_in_other_words_keeps_its_text_and_its_score(page: Page, draft: Draft) -> None:
    page.goto(draft.address + ESSAY)
    write(area(page), "Mine")
    for id in CRITERIA[:2]:
        page.locator(f"[data-point='{id}'] input").check()
    button(page, "Keep this score").click()
    draft.edit("essays/automation.md", _reworded)
    assert draft.warnings == []
    page.goto(draft.address + ESSAY)
    expect(area(page)).to_have_value("Mine")
    expect(page.locator(".history")).to_have_text("Today: 2 of 7")
    expect(page.locator(".missed")).to_contain_text("Missed last time: Compliance Officer, SageMaker Pipelines")


def _reworded(text: str) -> str:
    """Another prompt and another first criterion, and before it the one on gates, which was further down."""
    gate = text[text.index("- [ ] **Gates.**") : text.index("- [ ] **Limits.**")]
    criteria = text.replace(gate, "").replace(
        "- [ ] **Clear concept.**", gate.replace("Automatic", "All") + "- [ ] **Concept.**"
    )
    return criteria.replace("Explain the concept", "Discuss the concept")
