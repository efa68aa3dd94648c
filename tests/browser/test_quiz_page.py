"""A quiz page shows the answers in the log, saves what it says it saves, and says so when it cannot."""

from __future__ import annotations

from pathlib import Path

import pytest
from generated_files import generated_files
from in_browser import FULL, NO_STORAGE, Context, rows, violations_in_both_schemes
from playwright.sync_api import Browser, Page, expect
from quiz_page import QUIZ, RIGHT, WRONG, answer, chosen, quiz
from sites import ROOT, quoted
from study.content.load import load

PAGES = sorted({question.path.removesuffix(".md") + "/" for question in load(ROOT / "docs", generated_files).questions})
WRAP = """() => {
  const walker = document.createTreeWalker(document.querySelector('article'), NodeFilter.SHOW_TEXT)
  const texts = []
  for (let node = walker.nextNode(); node; node = walker.nextNode()) if (node.data.trim()) texts.push(node)
  for (const node of texts) {
    const font = document.createElement('font')
    node.replaceWith(font)
    font.append(node)
    node.data = `«${node.data}»`
  }
}"""  # as a browser's translator does: each text in an element of its own, in other words
CONTRAST = """element => {
  const canvas = new OffscreenCanvas(1, 1).getContext('2d')
  const paint = color => {
    canvas.fillStyle = color
    canvas.fillRect(0, 0, 1, 1)
    return [...canvas.getImageData(0, 0, 1, 1).data].slice(0, 3)
  }
  const light = parts => {
    const linear = one => (one <= .04045 ? one / 12.92 : ((one + .055) / 1.055) ** 2.4)
    const [red, green, blue] = parts.map(one => linear(one / 255))
    return .2126 * red + .7152 * green + .0722 * blue
  }
  const around = []
  for (let one = element; one; one = one.parentElement) around.unshift(getComputedStyle(one).backgroundColor)
  const [behind] = around.map(paint).slice(-1)
  const own = light(paint(getComputedStyle(element).color))
  const [dark, bright] = [light(behind), own].sort((one, other) => one - other)
  return (bright + .05) / (dark + .05)
}"""


@pytest.fixture
def opened(page: Page, site: str) -> Page:
    page.goto(site + QUIZ)
    return page


def test_what_was_emptied_stays_empty_and_the_record_stays(opened: Page) -> None:
    answer(opened, WRONG)
    answer(opened, "Turn on versioning for the bucket", "overwritten-train-file")
    opened.get_by_role("button", name="Start over").click()
    expect(chosen(opened)).to_have_count(0)
    expect(opened.locator(".quiz-status")).to_have_text("2 questions are open again.")
    answer(opened, RIGHT)
    opened.reload()
    expect(chosen(opened)).to_have_count(1)
    opened.goto(opened.url.replace("prepare-data", "govern"))
    opened.go_back()
    expect(chosen(opened)).to_have_count(1)
    assert len(rows(opened, "answered")) == 3
    other = opened.context.new_page()  # opened anew, the page shows the last answers
    other.goto(opened.url)
    expect(chosen(other)).to_have_count(2)


def test_a_translated_page_records_the_words_of_the_guide_and_its_buttons_work(opened: Page) -> None:
    opened.evaluate(WRAP)
    buttons = quiz(opened).locator(".quiz-button")
    expect(buttons.first).to_have_text("«Submit»")
    quiz(opened).locator("input").nth(3).check()
    buttons.first.click()
    opened.evaluate(WRAP)
    buttons.last.click()
    expect(quiz(opened).locator(".verdict")).to_have_count(0)
    quiz(opened).locator("[data-correct]").check()
    buttons.first.click()
    assert rows(opened, "answered")[-1] == ["question:csv-layout", True, [RIGHT]]
    assert all("«" not in text for _, _, texts in rows(opened, "answered") for text in texts)


@pytest.mark.parametrize("url", PAGES)
def test_the_options_of_the_guide_are_those_on_the_page(url: str, folder: Path, page: Page, site: str) -> None:
    page.goto(site + url)
    pairs = page.locator("[data-options]").evaluate_all(
        """all => all.map(one => [
          JSON.parse(one.dataset.options),
          [...one.querySelectorAll('label')].map(label => label.textContent.trim()),
        ])"""
    )
    assert len(pairs) == page.locator(".quiz").count() > 0
    assert [text for text, _ in pairs] == [label for _, label in pairs]


def test_every_question_has_one_hint_right_below(page: Page, site: str) -> None:
    for url in PAGES:
        page.goto(site + url)
        assert page.locator(".quiz + .hint").count() == page.locator(".quiz").count() == page.locator(".hint").count()
    hint = page.locator(".hint:has(> p)").first  # one that an author wrote
    hint.locator("summary").click()
    expect(hint.locator("p")).to_be_visible()


def test_after_submitting_the_result_is_seen_once_and_heard_once(opened: Page) -> None:
    opened.evaluate(
        """() => {
          window.heard = []
          const line = document.querySelector('.quiz-status')
          new MutationObserver(() => heard.push(line.textContent)).observe(line, {childList: true})
        }"""
    )
    answer(opened, WRONG)
    expect(quiz(opened).locator(".verdict")).to_be_in_viewport()
    expect(quiz(opened).get_by_role("button", name="Next question")).to_be_focused()
    expect(quiz(opened).get_by_role("button", name="Next question")).to_be_in_viewport()
    quiz(opened).locator(":checked").press("Enter")  # the same answer again is no second one
    assert opened.evaluate("heard") == [f"Not right. The right option is: {RIGHT}."]
    assert len(rows(opened, "answered")) == 1
    signs = quiz(opened).locator(".sign:not(:empty)")
    assert sorted(signs.all_inner_texts()) == ["✓ Right", "✗ Not right, your choice"]
    answer(opened, RIGHT)  # another one is
    assert [right for _, right, _ in rows(opened, "answered")] == [False, True]


def test_spaces_are_no_answer(opened: Page) -> None:
    blank = opened.locator("#quiz-wrangler-home input")
    blank.fill("  ")
    blank.press("Enter")
    assert rows(opened, "answered") == []
    assert blank.evaluate("input => input.validationMessage") == "Fill in the blank."


@pytest.mark.parametrize(("script", "told"), [(NO_STORAGE, "does not store"), (FULL, "no room left")])
def test_nothing_is_said_to_stay_where_it_does_not(script: str, told: str, page: Page, site: str) -> None:
    page.add_init_script(script)
    page.goto(site + QUIZ)
    answer(page, WRONG)
    expect(page.locator(".reports")).to_contain_text(told)
    expect(page.locator(".quiz-intro p")).to_have_text("1 of 15 answered, 0 right.")


def sound_without_script(page: Page) -> None:
    intro = page.locator(".quiz-intro")
    expect(intro.locator("p")).to_contain_text("You can read the questions and their options here.")
    expect(intro.get_by_role("link", name="answer key")).to_be_visible()
    for button in page.locator(".quiz button, .quiz-intro button").all():
        expect(button).to_be_hidden()
    assert "browser" not in intro.inner_text() and "saved" not in intro.inner_text()
    expect(page.locator(".answer-feedback").first).to_be_hidden()
    intro.get_by_role("link").click()
    expect(page.locator("h1").first).to_be_visible()
    assert page.url.endswith("handouts/key.html")


def test_without_script_the_page_says_what_works(context: Context, site: str) -> None:
    page = context(java_script_enabled=False).new_page()
    page.goto(site + QUIZ)
    sound_without_script(page)


def test_a_build_opened_from_a_folder_says_what_works(chromium: Browser, folder: Path) -> None:
    page = chromium.new_page()  # the theme's search has its own errors there
    page.goto((folder / QUIZ / "index.html").as_uri())
    sound_without_script(page)
    page.close()


def test_no_page_of_questions_claims_to_save_before_its_script_runs(folder: Path) -> None:
    for url in PAGES:
        html = quoted((folder / url / "index.html").read_text(encoding="utf-8"))
        assert "local storage" not in html and "mkdocsQuiz" not in html, url


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_code_in_an_answered_option_is_legible(scheme: str, context: Context, site: str) -> None:
    page = context(color_scheme=scheme).new_page()
    page.goto(site + "quiz/watch/")
    for question, option in (("monitor-without-labels", 3), ("monitor-without-labels", 0), ("who-acts-at-night", 1)):
        quiz(page, question).locator("input").nth(option).check()
        quiz(page, question).locator(".quiz-button").first.click()
        code = quiz(page, question).locator("fieldset > div").nth(option).locator("code")
        assert code.evaluate(CONTRAST) >= 4.5


@pytest.mark.parametrize("width", [390, 1280])
def test_every_kind_of_question_is_accessible_when_answered(width: int, context: Context, site: str) -> None:
    page = context(width=width).new_page()
    page.goto(site + "quiz/watch/")
    for id, options in (("who-acts-at-night", [0]), ("new-price-list", [0]), ("signs-before-the-labels", [0, 1])):
        for option in options:
            quiz(page, id).locator("input").nth(option).check()
        quiz(page, id).locator(".quiz-button").first.click()
    for id, typed in (("count-the-leavers", "0.7"), ("adding-up-the-shares", ",08")):
        quiz(page, id).locator("input").fill(typed)
        quiz(page, id).locator("input").press("Enter")
    expect(page.locator(".quiz-intro p")).to_contain_text("5 of 18 answered, 2 right.")
    assert violations_in_both_schemes(page) == []


def test_a_question_stays_with_its_heading_on_paper(opened: Page) -> None:
    opened.emulate_media(media="print")
    blocks = opened.locator(".question-block")
    assert blocks.count() == opened.locator(".quiz").count()
    for block in blocks.all():
        assert block.locator("h3").count() == block.locator(".quiz").count() == 1
        assert block.evaluate("block => getComputedStyle(block).breakInside") == "avoid"
