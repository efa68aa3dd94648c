"""In print, no page shows an answer, even if it is open on the screen, and editions fit their paper."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path
from unicodedata import normalize

import firefox
import pytest
from in_browser import Context, small
from playwright.sync_api import Page
from sites import ROOT
from study.content.load import load
from study.content.workflow import stages
from study.handouts.plan import plan
from study.render.fragments import Fragments

GUIDE = load(ROOT / "docs")
SHOW = Fragments(GUIDE)
THEME = next(question.path for question in GUIDE.questions if question.kind == "single")


def printed(page: Page, folder: Path, paper: str = "A4") -> str:
    """The letters that a print of the page shows, without spaces: lines break anywhere."""
    path = folder / "page.pdf"
    page.pdf(path=path, format=paper)
    done = subprocess.run(["pdftotext", str(path), "-"], capture_output=True, text=True, check=True)
    return "".join(done.stdout.split())


def letters(markdown: str, path: str) -> str:
    return "".join(SHOW.text(markdown, path).split())


def test_a_quiz_page_prints_questions_and_options_and_nothing_else(page: Page, site: str, tmp_path: Path) -> None:
    page.goto(site + THEME.removesuffix(".md") + "/")
    quiz = page.locator(".quiz:has(fieldset)").first
    quiz.locator("label").first.click()
    quiz.get_by_role("button").click()
    seen = printed(page, tmp_path)
    for question in (question for question in GUIDE.questions if question.path == THEME):
        assert letters(question.explanation, THEME) not in seen
        for option in question.options:
            assert letters(option.text, THEME) in seen
            assert letters(option.reason, THEME) not in seen
    assert not re.search(r"Notright\.|Right\.|Therightoption", seen)


def test_a_quiz_page_on_paper_has_the_numbers_and_letters_of_the_key(page: Page, site: str, tmp_path: Path) -> None:
    page.goto(site + THEME.removesuffix(".md") + "/")
    seen = printed(page, tmp_path)
    numbered = [each for theme in plan(GUIDE, GUIDE.nav or ()).themes for each in theme.questions]
    for each in (each for each in numbered if each.item.path == THEME):
        assert f"{each.number}{letters(each.title, THEME)}" in seen
        for letter, option in zip("ABCDEF", each.item.options, strict=False):
            assert f"{letter}.{letters(option.text, THEME)}" in seen


@pytest.mark.skipif(firefox.PATH is None, reason=firefox.MISSING)
def test_firefox_prints_a_question_on_one_sheet(site: str, tmp_path: Path) -> None:
    """Its title and its last option: Firefox knows fewer of the rules that keep them together."""
    path = tmp_path / "page.pdf"
    with firefox.firefox() as window:
        for url in ("quiz/govern", "learn/approve"):
            window.goto(f"{site}{url}/")
            window.wait_until_visible(".quiz-intro.ready")
            asked = window.evaluate(QUESTIONS)
            for height in (24, 27.94, 29.7):  # sheets that end at other questions, two of them Letter and A4
                path.write_bytes(window.pdf(21, height))
                sheets = [plain(sheet) for sheet in text_of(path).split("\f")]
                apart = [
                    title
                    for title, last in asked
                    if not any(plain(title) in sheet and plain(last) in sheet for sheet in sheets)
                ]
                assert (len(asked) > 3, apart) == (True, []), (url, height)


QUESTIONS = """[...document.querySelectorAll('.question-block:has(fieldset label)')].map(block => [
  block.firstElementChild.firstChild.textContent, [...block.querySelectorAll('fieldset label')].at(-1).textContent])"""


def text_of(pdf: Path) -> str:
    return subprocess.run(["pdftotext", str(pdf), "-"], capture_output=True, text=True, check=True).stdout


def plain(text: str) -> str:
    """The letters of a text, without spaces and ligatures: a print breaks lines anywhere."""
    return "".join(normalize("NFKC", text).split())


def test_what_was_chosen_does_not_show(page: Page, site: str) -> None:
    page.goto(site + THEME.removesuffix(".md") + "/")
    quiz = page.locator(".quiz:has(fieldset)").first
    page.emulate_media(media="print")
    before = quiz.screenshot()
    page.emulate_media(media="screen")
    quiz.locator("label").first.click()
    quiz.get_by_role("button").click()
    page.locator("body").click(position={"x": 1, "y": 1})
    page.emulate_media(media="print")
    assert quiz.screenshot() == before


def test_short_answers_print_without_their_answers(page: Page, site: str, tmp_path: Path) -> None:
    (path,) = {answer.path for answer in GUIDE.short_answers}
    page.goto(site + path.removesuffix(".md") + "/")
    page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
    seen = printed(page, tmp_path)
    for answer in GUIDE.short_answers:
        assert letters(answer.question, path) in seen
        assert all(letters(point.text, path) not in seen for point in answer.key_points)


@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_the_workflow_prints_every_fact(page: Page, site: str, tmp_path: Path, paper: str) -> None:
    page.goto(site + "workflow/")
    seen = printed(page, tmp_path, paper)
    assert all(letters(column, "workflow.md") in seen for column in stages(GUIDE)[0].facts)
    done = subprocess.run(["pdftotext", "-bbox", str(tmp_path / "page.pdf"), "-"], capture_output=True, text=True)
    width = float(re.search(r'<page width="([\d.]+)"', done.stdout)[1])  # type: ignore[index]
    assert max(map(float, re.findall(r'xMax="([\d.]+)"', done.stdout))) < width - 40  # of 15 mm, 42.5 points


def test_a_reader_of_the_dark_site_prints_dark_text(context: Context, site: str) -> None:
    page = context(color_scheme="dark").new_page()
    page.goto(site + "contrasts/monitor/")
    color = "() => getComputedStyle(document.querySelector('.drawing text')).fill"
    light = page.evaluate(color)
    page.emulate_media(media="print")
    assert luminance(light) > 200 > 60 > luminance(page.evaluate(color))


def luminance(color: str) -> float:
    """From 0, black, to 255."""
    red, green, blue = (int(part) for part in re.findall(r"\d+", color)[:3])
    return 0.3 * red + 0.6 * green + 0.1 * blue


def test_outside_links_are_notes_with_their_addresses(page: Page, site: str, tmp_path: Path) -> None:
    page.goto(site + "glossary/lineage/")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")  # twice: a reader may print again
    seen = printed(page, tmp_path)
    addresses = [link for link in re.findall(r"\]\((https[^)]+)\)", GUIDE.pages["glossary/lineage.md"].source.text)]
    assert addresses and all(seen.count(address) == 1 for address in addresses)
    assert "127.0.0.1" not in seen
    assert not page.locator(".print-notes").is_visible()


def test_without_script_an_address_follows_its_link(context: Context, site: str, tmp_path: Path) -> None:
    page = context(java_script_enabled=False).new_page()
    page.goto(site + "glossary/lineage/")
    assert "<https://docs.aws.amazon.com/" in printed(page, tmp_path)


def test_links_are_ink_on_paper(page: Page, site: str) -> None:
    page.goto(site + "workflow/")
    page.emulate_media(media="print")
    for link in page.locator("article p a").all()[:20]:
        look = link.evaluate(
            "element => [getComputedStyle(element), getComputedStyle(element.parentElement)].map("
            "style => [style.color, style.textDecorationLine])"
        )
        assert look[0] == [look[1][0], "none"]


@pytest.mark.parametrize(
    ("url", "handed_in"),
    [
        ("quiz/govern/", True),
        ("learn/approve/", True),
        ("learn/", False),  # one question
        ("glossary/lineage/", False),
        ("workflow/", False),
    ],
)
def test_a_page_with_several_questions_has_a_line_for_a_name(
    page: Page, site: str, tmp_path: Path, url: str, handed_in: bool
) -> None:
    page.goto(site + url)
    assert bool(re.search(r"Name_+Date_+Score_+", printed(page, tmp_path))) is handed_in


def test_pages_are_numbered_and_a_short_page_is_one(page: Page, site: str, tmp_path: Path) -> None:
    page.goto(site + "glossary/batch-transform/")
    assert printed(page, tmp_path).endswith("1/1")
    page.goto(site + "workflow/")
    assert re.search(r"3/[5-9]", printed(page, tmp_path))


def test_an_entry_of_the_glossary_is_not_cut(page: Page, site: str) -> None:
    page.goto(site + "glossary/")
    page.emulate_media(media="print")
    cut = page.locator(".terms article").evaluate_all(
        "entries => entries.filter(entry => getComputedStyle(entry).breakInside !== 'avoid').length"
    )
    assert (page.locator(".terms article").count() > 80, cut) == (True, 0)


def test_who_leads_is_seen_on_paper(page: Page, site: str) -> None:
    page.goto(site + "personas/")
    page.emulate_media(media="print")
    leads = page.locator(".matrix strong").first
    assert leads.evaluate("element => getComputedStyle(element).color") == "rgb(0, 0, 0)"
    assert leads.evaluate("element => getComputedStyle(element).backgroundColor") == "rgba(0, 0, 0, 0)"


def test_the_first_sheet_of_the_course_shows_the_picture_of_the_stages(page: Page, site: str, tmp_path: Path) -> None:
    page.goto(site + "learn/")
    first = printed(page, tmp_path).partition("1/")[0]
    assert all(stage.name in first for stage in stages(GUIDE))


@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_cards_print_two_pages_a_sheet_on_any_paper(page: Page, site: str, tmp_path: Path, paper: str) -> None:
    page.goto(site + "handouts/cards.html")
    printed(page, tmp_path, paper)
    done = subprocess.run(["pdfinfo", str(tmp_path / "page.pdf")], capture_output=True, text=True, check=True)
    found = re.search(r"^Pages:\s+(\d+)$", done.stdout, re.MULTILINE)
    assert found and int(found[1]) == page.locator(".sheet").count()


@pytest.mark.parametrize("name", ["learner", "key", "trainer", "cards"])
def test_an_edition_fits_a_phone_and_leads_back(page: Page, site: str, name: str) -> None:
    page.goto(f"{site}handouts/{name}.html")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.get_by_role("link", name="All handouts").click()
    assert page.url == site + "handouts/"


@pytest.mark.parametrize("name", ["learner", "key", "trainer", "readings"])
def test_links_of_the_contents_can_be_hit_on_a_phone(page: Page, site: str, name: str) -> None:
    page.goto(f"{site}handouts/{name}.html")
    links = page.locator(".contents a")
    assert page.evaluate("innerWidth") == 390 and links.count() > 10
    assert small(links, high=24, wide=24) == []
