"""Short answers as a reader writes and marks them: drafts, scores and their history, each under its question's id."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from in_browser import (
    DAY,
    EVENING,
    FULL,
    NASTY,
    NO_STORAGE,
    WRAP,
    Context,
    moved,
    moving,
    rows,
    small,
    violations_in_both_schemes,
    write,
)
from playwright.sync_api import Locator, Page, expect
from sites import Draft

ANSWERS = "quiz/short-answer/"
FIRST, SECOND = "answer:ways-to-interact", "answer:data-engineer-duties"
POINTS = ["sagemaker-python-sdk", "data-scientist", "jupyter-notebook", "sagemaker-canvas", "ci-cd-pipeline"]


class Question:
    """One question on the page, by its key."""

    def __init__(self, page: Page, key: str) -> None:
        self.key = page.locator(f"details.answer:has([data-key='{key}'])")
        self.own = page.locator(f".own:has(+ details.answer [data-key='{key}'])")
        self.area = self.own.get_by_role("textbox")
        self.past = page.locator(f"details.answer:has([data-key='{key}']) + .past")
        self.score = self.key.locator(".points")
        self.missed = self.key.locator(".missed")

    def box(self, point: str) -> Locator:
        return self.key.locator(f"[data-point='{point}'] input")

    def mark(self, *points: str) -> None:
        if not self.key.evaluate("details => details.open"):
            self.key.locator("summary").click()
        for point in points:
            self.box(point).check()
        self.key.get_by_role("button", name="Keep this score").click()

    def again(self) -> None:
        self.past.get_by_role("button", name="Try again").click()


@pytest.fixture
def opened(page: Page, site: str) -> Page:
    page.goto(site + ANSWERS)
    return page


@pytest.fixture
def first(opened: Page) -> Question:
    return Question(opened, FIRST)


def test_the_last_answer_leads_on_to_the_next_page(page: Page, site: str) -> None:
    page.goto(site + ANSWERS)
    way = page.locator("article").get_by_role("link", name="Next:")
    answers = page.locator("details.answer")
    answers.first.locator("> summary").click()
    expect(way).to_be_hidden()
    answers.last.locator("> summary").click()
    expect(way).to_be_visible()
    target = page.locator(".md-footer__link--next").evaluate("link => link.href")
    way.click()
    expect(page).to_have_url(target)


def test_what_is_typed_is_kept_while_typing_and_is_there_again(opened: Page, first: Question) -> None:
    first.area.press_sequentially("Code first")
    expect(first.own.locator(".kept")).to_have_text("Kept in this browser.")
    assert rows(opened, "drafted") == [[FIRST, "Code first"]]
    opened.reload()
    expect(first.area).to_have_value("Code first")
    expect(Question(opened, SECOND).area).to_have_value("")


def test_leaving_in_the_middle_of_a_word_loses_nothing(opened: Page, first: Question, site: str) -> None:
    first.area.press_sequentially("Code fi", delay=1)
    opened.goto(site)
    opened.goto(site + ANSWERS)
    expect(first.area).to_have_value("Code fi")


def test_ticks_are_a_score_that_is_recorded_and_what_was_missed_is_linked(opened: Page, first: Question) -> None:
    first.key.locator("summary").click()
    expect(first.score).to_have_text("0 of 5 key points")
    expect(first.score).to_have_attribute("role", "status")
    first.mark(*POINTS[:3])
    expect(first.score).to_have_text("3 of 5 key points, kept.")
    assert rows(opened, "ticked") == [[FIRST, POINTS[:3], POINTS[3:]]]
    expect(first.missed).to_have_text("Read again: SageMaker Canvas, CI/CD Pipeline")
    links = first.missed.get_by_role("link")
    assert links.evaluate_all("all => all.map(link => new URL(link.href).pathname)") == [
        "/glossary/sagemaker-canvas/",
        "/glossary/ci-cd-pipeline/",
    ]
    first.key.get_by_role("button", name="Kept").click(force=True)
    assert len(rows(opened, "ticked")) == 1  # the same score is kept once
    first.box(POINTS[3]).check()
    first.key.get_by_role("button", name="Keep this score").click()
    assert len(rows(opened, "ticked")) == 2


def test_retrying_keeps_the_history(page: Page, site: str) -> None:
    page.clock.install(time=(EVENING - 3 * DAY) / 1000)
    page.goto(site + ANSWERS)
    first = Question(page, FIRST)
    write(first.area, "Before")
    first.mark(*POINTS[:3])
    expect(first.past.locator(".history")).to_have_text("Today: 3 of 5")
    page.clock.set_system_time(EVENING / 1000)
    page.reload()
    first.again()
    expect(first.area).to_be_focused()
    expect(first.area).to_have_value("")
    expect(first.key).not_to_have_attribute("open", "")
    first.mark(*POINTS)
    expect(first.past.locator(".history")).to_have_text("Nov 20: 3 of 5, today: 5 of 5")
    expect(first.missed).to_be_empty()
    page.reload()
    expect(first.past.locator(".history")).to_have_text("Nov 20: 3 of 5, today: 5 of 5")


def test_what_was_written_comes_back_until_something_else_is_typed(opened: Page, first: Question) -> None:
    write(first.area, "Before")
    first.mark(POINTS[0])
    first.again()
    back = first.own.get_by_role("button", name="Bring back what I wrote")
    assert rows(opened, "drafted") == [[FIRST, "Before"]]
    back.click()
    expect(first.area).to_have_value("Before")
    expect(back).to_be_hidden()
    first.again()
    first.area.press_sequentially("Now")
    expect(back).to_be_hidden()
    expect(first.own.locator(".kept")).not_to_be_empty()
    assert rows(opened, "drafted") == [[FIRST, "Now"]]


def test_the_keyboard_alone_writes_reveals_marks_and_tries_again(opened: Page, first: Question) -> None:
    press = opened.keyboard.press
    first.area.focus()
    opened.keyboard.type("Code first.")
    press("Tab")
    expect(first.key.locator("summary")).to_be_focused()
    press("Enter")
    while not first.box(POINTS[0]).evaluate("box => box === document.activeElement"):
        press("Tab")
    press("Space")
    expect(first.score).to_have_text("1 of 5 key points")
    while not opened.evaluate("document.activeElement.textContent === 'Keep this score'"):
        press("Tab")
    press("Enter")
    expect(first.score).to_have_text("1 of 5 key points, kept.")
    expect(first.key.get_by_role("button", name="Kept")).to_be_focused()
    while not opened.evaluate("document.activeElement.textContent === 'Try again'"):
        press("Tab")
    press("Enter")
    expect(first.area).to_be_focused()


def test_what_looks_like_html_stays_text(opened: Page, first: Question) -> None:
    write(first.area, NASTY)
    opened.reload()
    expect(first.area).to_have_value(NASTY)
    opened.emulate_media(media="print")
    expect(first.own.locator(".written")).to_have_text(NASTY)
    assert first.own.locator("script, img").count() == 0
    assert opened.title() != "bad"


def test_two_tabs_lose_nothing(context: Context, site: str) -> None:
    tabs = context()
    one, other = tabs.new_page(), tabs.new_page()
    for tab in (one, other):
        tab.goto(site + ANSWERS)
    write(Question(one, FIRST).area, "From one")
    write(Question(other, SECOND).area, "From the other")
    expect(Question(other, FIRST).area).to_have_value("From one")
    expect(Question(one, SECOND).area).to_have_value("From the other")
    Question(one, FIRST).mark(POINTS[0])
    expect(Question(other, FIRST).past.locator(".history")).to_have_text("Today: 1 of 5")
    Question(other, SECOND).mark("amazon-s3")
    assert sorted(key for key, *_ in rows(one, "ticked")) == [SECOND, FIRST]
    assert sorted(rows(one, "drafted")) == [[SECOND, "From the other"], [FIRST, "From one"]]


def test_another_tab_does_not_type_into_what_is_being_typed(context: Context, site: str) -> None:
    tabs = context()
    one, other = tabs.new_page(), tabs.new_page()
    one.clock.install(time=EVENING / 1000)
    for tab in (one, other):
        tab.goto(site + ANSWERS)
    one.clock.pause_at(EVENING / 1000 + 60)  # what is typed waits to be kept
    Question(one, FIRST).area.press_sequentially("Mine")
    write(Question(other, FIRST).area, "Yours")
    one.wait_for_timeout(300)
    expect(Question(one, FIRST).area).to_have_value("Mine")
    one.clock.run_for(2000)
    expect(Question(other, FIRST).area).to_have_value("Mine")
    expect(Question(one, FIRST).area).to_have_value("Mine")


def test_without_storage_a_line_says_so_and_it_works(page: Page, site: str) -> None:
    page.add_init_script(NO_STORAGE)
    page.goto(site + ANSWERS)
    expect(page.locator(".reports")).to_contain_text("does not store your progress")
    first = Question(page, FIRST)
    write(first.area, "Code first")
    expect(first.own.locator(".kept")).to_have_text("Kept until you close the page.")
    first.mark(*POINTS[:3])
    expect(first.past.locator(".history")).to_have_text("Today: 3 of 5")


def test_a_score_that_is_not_stored_does_not_say_so(page: Page, site: str) -> None:
    page.add_init_script(FULL)
    page.goto(site + ANSWERS)
    first = Question(page, FIRST)
    first.mark(*POINTS[:3])
    expect(first.score).to_have_text("3 of 5 key points, kept until you close the page.")
    expect(first.key.get_by_role("button", name="Kept until you close the page")).to_be_visible()
    with page.expect_download() as download:
        page.get_by_role("button", name="Export", exact=True).click()
    exported = json.loads(Path(download.value.path()).read_text(encoding="utf-8"))
    assert exported["events"][0][2:] == ["ticked", FIRST, POINTS[:3], POINTS[3:]]


def test_leaving_asks_exactly_when_what_was_typed_is_not_stored(context: Context, site: str) -> None:
    tabs = context()
    asked: list[str] = []
    for script in ("", FULL):
        page = tabs.new_page()
        page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
        page.add_init_script(script)
        page.goto(site + ANSWERS)
        page.reload()
        Question(page, FIRST).area.press_sequentially("Code", delay=1)
        page.reload()
    assert asked == ["beforeunload"]


def test_a_draft_is_stored_while_somebody_goes_on_typing(page: Page, site: str) -> None:
    page.clock.install(time=EVENING / 1000)
    page.goto(site + ANSWERS)
    first = Question(page, FIRST)
    page.clock.pause_at(EVENING / 1000 + 60)
    for _ in range(12):
        first.area.press_sequentially("x")
        page.clock.run_for(200)
    ((_, text),) = rows(page, "drafted")
    assert len(text) >= 9  # of twelve letters in 2.4 s


def test_an_imported_text_waits_at_its_question_until_the_reader_chooses(context: Context, site: str) -> None:
    page = context().new_page()
    page.goto(site + ANSWERS)
    first = Question(page, FIRST)
    write(first.area, "Mine")
    event = ["a-0", EVENING, "drafted", FIRST, NASTY]
    page.evaluate(
        """async ([base, content]) => {
          const [{log}, {take}] = await Promise.all(['browser-log', 'file'].map(name => import(`${base}${name}.js`)))
          take(log, content)
        }""",
        [
            site + "assets/javascripts/study/",
            json.dumps({"format": "who-does-what study", "version": 1, "events": [event]}),
        ],
    )
    expect(first.area).to_have_value("Mine")
    page.reload()
    expect(first.area).to_have_value("Mine")
    expect(first.own.locator(".offer")).to_contain_text(NASTY)
    assert page.title() != "bad"
    assert violations_in_both_schemes(page) == []
    assert small(first.own.locator(".offer button")) == []
    first.own.get_by_role("button", name="Use the imported one").press("Enter")
    expect(first.area).to_have_value(NASTY)
    expect(first.own.locator(".offer")).to_have_count(0)
    page.reload()
    expect(first.area).to_have_value(NASTY)
    expect(first.own.locator(".offer")).to_have_count(0)


def test_back_and_forward_show_what_is_stored_now(context: Context, site: str) -> None:
    tabs = context()
    one, other = tabs.new_page(), tabs.new_page()
    for tab in (one, other):
        tab.goto(site + ANSWERS)
    one.evaluate("addEventListener('storage', event => event.stopImmediatePropagation(), true)")
    write(Question(other, FIRST).area, "Later")
    one.evaluate("dispatchEvent(new PageTransitionEvent('pageshow', {persisted: true}))")
    expect(Question(one, FIRST).area).to_have_value("Later")


def test_titles_are_found_where_a_translator_wraps_the_words(page: Page, site: str) -> None:
    page.add_init_script(f"document.addEventListener('DOMContentLoaded', {WRAP}, {{once: true}})")
    page.route("**/answers.js", lambda route: (page.wait_for_timeout(200), route.continue_()))
    page.goto(site + ANSWERS)
    label = Question(page, FIRST).area.get_attribute("aria-label")
    assert label == "Your answer: 1. Two ways to work with SageMaker"


def test_without_script_the_page_is_as_it_was(context: Context, site: str) -> None:
    page = context(java_script_enabled=False).new_page()
    page.goto(site + ANSWERS)
    assert page.locator("textarea, .score, .past").count() == 0
    page.get_by_text("Show the answer").first.click()
    page.get_by_label("Names the Python SDK").check()


@pytest.mark.parametrize("width", [390, 1280])
def test_every_state_is_accessible_and_fits(width: int, context: Context, site: str) -> None:
    page = context(width=width).new_page()
    page.goto(site + ANSWERS)
    first = Question(page, FIRST)
    write(first.area, "Code first " * 60)
    assert violations_in_both_schemes(page) == []
    first.key.locator("summary").click()
    first.box(POINTS[0]).check()
    assert violations_in_both_schemes(page) == []
    first.mark()
    assert violations_in_both_schemes(page) == []
    targets = page.locator(".own button, .score button, .past button, [data-point] label")
    assert small(targets) == []
    first.again()
    assert violations_in_both_schemes(page) == []
    assert small(targets) == []
    page.emulate_media(forced_colors="active")
    assert first.area.evaluate("area => getComputedStyle(area).borderTopStyle") == "solid"


def test_nothing_moves_when_the_script_comes_or_motion_is_reduced(page: Page, site: str) -> None:
    assert moved(page, site + ANSWERS) == 0
    page.emulate_media(reduced_motion="reduce")
    page.reload()
    Question(page, FIRST).mark(POINTS[0])
    assert moving(page) == 0


def _moved(text: str) -> str:
    """A new question first, then the second in other words, then the first, its first key point last and reworded."""
    parts = text.split("\n### ")
    first, second, third = (f"\n### {part}" for part in parts[1:4])
    new = "\n### New { #brand-new }\n\nWhy?\n\n/// answer\nSo.\n\n- [ ] Names [lineage][].\n///\n"
    points = first.split("\n- [ ] ")  # the first key point goes to the end, in other words
    moved = "\n- [ ] ".join(
        [points[0], *points[2:5], points[5].partition("\n\n")[0], "Says [Python SDK][], code first."]
    )
    moved += "\n\n" + points[5].partition("\n\n")[2]
    return text.replace(first + second + third, new + second.replace("Describe", "Tell") + moved, 1)


def test_what_was_done_stays_with_its_question(page: Page, draft: Draft) -> None:
    page.goto(draft.address + ANSWERS)
    write(Question(page, FIRST).area, "First")
    write(Question(page, SECOND).area, "Second")
    Question(page, FIRST).mark(*POINTS[:2])
    Question(page, "answer:small-and-large-organisations").mark("data-scientist")
    draft.edit("quiz/short-answer.md", _moved)  # the new question has no correction, and the check may say so
    page.goto(draft.address + ANSWERS)
    expect(Question(page, "answer:brand-new").area).to_have_value("")
    expect(Question(page, SECOND).area).to_have_value("Second")
    one = Question(page, FIRST)
    expect(one.area).to_have_value("First")
    expect(one.past.locator(".history")).to_have_text("Today: 2 of 5")
    one.key.locator("summary").click()
    expect(one.missed).to_have_text("Missed last time: Jupyter Notebook, SageMaker Canvas, CI/CD Pipeline")
    assert "answer:small-and-large-organisations" in [key for key, *_ in rows(page, "ticked")]  # kept, not shown
