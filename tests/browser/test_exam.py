"""The practice exam: drawn by a seed, kept across reloads and tabs, timed, and graded as the page says."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from exam_page import PURE, begin, finish, hand_in, opened
from in_browser import EVENING, FULL, NASTY, NO_STORAGE, Context, moving, small, violations_in_both_schemes
from playwright.sync_api import Browser, Page, expect


def rows(page: Page, kind: str) -> list[Any]:
    return [row for row in page.evaluate(f"async () => (await import({here(page)})).log.rows") if row[2] == kind]


def here(page: Page) -> str:
    return json.dumps(page.evaluate("new URL('../assets/javascripts/study/browser-log.js', location.href).href"))


def answer_all(page: Page, deck: dict[str, Any]) -> None:
    """Every question of the paper as it should be; short answers with a line."""
    questions = {f"question:{item['id']}": item for item in deck["questions"]}
    for section in page.locator(".exam-question").all():
        item = questions.get(section.get_attribute("data-key") or "")
        if not item:
            section.locator("textarea").fill(NASTY)
        for blank, field in zip(item["blanks"] if item else [], section.locator(".blank").all(), strict=True):
            field.fill(f" {blank.split('|')[-1].upper()} ")
        for html, right in item["options"] if item else []:
            if right:
                text = page.evaluate(
                    "html => new DOMParser().parseFromString(html, 'text/html').body.textContent", html
                )
                section.locator("input").and_(page.locator(f"[value={json.dumps(text.strip())}]")).check()


@pytest.fixture
def pure(page: Page, site: str) -> Page:
    page.goto(site + "assets/study.json")
    page.evaluate(PURE, site + "assets/javascripts/study/")
    return page


def test_the_same_seed_draws_the_same_paper_and_another_another(pure: Page) -> None:
    one, same, other = pure.evaluate("[7, 7, 8].map(seed => begin(deck, any, {now: 0, seed}).keys)")
    assert one == same != other
    assert len(set(one)) == 20


def test_a_paper_mixes_all_kinds(pure: Page) -> None:
    kinds = pure.evaluate(
        "asked(begin(deck, {...any, number: 5}, {now: 0, seed: 1}), deck).map(item => item.kind ?? 'answer')"
    )
    assert sorted(kinds) == ["answer", "blank", "several", "single", "single"]


def test_a_paper_has_no_more_than_fit_and_only_those(pure: Page) -> None:
    fits, drawn = pure.evaluate(
        """() => {
          const choice = {persona: 'data-engineer', stage: 'extract', number: 40, minutes: null}
          return [pool(deck, choice).map(item => item.key), begin(deck, choice, {now: 0, seed: 3}).keys]
        }"""
    )
    assert 0 < len(fits) < 40
    assert sorted(drawn) == sorted(fits)


@pytest.mark.parametrize(
    ("chosen", "points"),
    [
        (["a", "b"], 1),
        (["a"], 0.5),
        (["a", "x"], 0),
        (["a", "b", "x"], 0.5),
        (["x"], 0),
        (["a", "b", "x", "y"], 0),
        ([], 0),
        (["gone"], 0),
    ],
)
def test_several_right_options_share_a_point(chosen: list[str], points: float, pure: Page) -> None:
    item = {
        "key": "question:q",
        "kind": "several",
        "options": [["a", True], ["x", False], ["b", True], ["y", False]],
        "terms": [],
    }
    assert marked(pure, item, chosen) == points


@pytest.mark.parametrize(("typed", "points"), [([" Digest ", "two"], 1), (["digest"], 0.5), (["", "digest"], 0)])
def test_blanks_share_a_point(typed: list[str], points: float, pure: Page) -> None:
    item = {"key": "question:q", "kind": "blank", "options": [], "blanks": ["digest", "two"], "terms": []}
    assert marked(pure, item, typed) == points


def test_every_spelling_that_a_blank_accepts_is_right(pure: Page, deck: dict[str, Any]) -> None:
    items = [{**item, "key": "question:q"} for item in deck["questions"] if item["blanks"]]
    assert items
    for item in items:
        for spelling in item["blanks"][0].split("|"):
            values = [spelling, *(blank.split("|")[0] for blank in item["blanks"][1:])]
            assert marked(pure, item, values) == 1, item["id"]


@pytest.mark.parametrize(("chosen", "points"), [(["a"], 1), (["b"], 0), (["a", "b"], 0)])
def test_one_right_option_is_all_or_nothing(chosen: list[str], points: float, pure: Page) -> None:
    item = {"key": "question:q", "kind": "single", "options": [["a", True], ["b", False]], "terms": []}
    assert marked(pure, item, chosen) == points


def marked(page: Page, item: dict[str, Any], values: list[str]) -> float:
    return page.evaluate(
        """([item, values]) => {
          const own = {...deck, questions: new Map([[item.key, item]])}
          const exam = {keys: [item.key], given: new Map([[item.key, {values, time: 0}]]), ticked: new Map()}
          return mark(exam, own, textOf)[0].points
        }""",
        [item, values],
    )


@pytest.mark.parametrize(
    "change",
    [
        "seed: 'x'",
        "keys: [1]",
        "minutes: -1",
        "started: null",
        "given: [['a']]",
        "ticked: {}",
        "version: 2",
        "ended: 'x'",
    ],
)
def test_a_draft_that_is_none_is_none(change: str, pure: Page) -> None:
    text = "JSON.parse(write(begin(deck, any, {now: 0, seed: 1})))"
    assert pure.evaluate(f"read(JSON.stringify({text})) !== null")
    assert pure.evaluate(f"read(JSON.stringify({{...{text}, {change}}}))") is None
    assert pure.evaluate("[read(''), read('null'), read('<b>')]") == [None, None, None]


def test_answers_are_withheld_until_the_end_then_all_is_marked_and_recorded(
    page: Page, site: str, deck: dict[str, Any]
) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    begin(page, site)
    assert page.locator(".exam-question").count() == 5
    assert page.locator("[data-correct], .verdict, .why").count() == 0
    assert not any("reasons" in url for url in asked)
    answer_all(page, deck)
    expect(page.locator(".exam-left")).to_have_text("All are answered.")
    hand_in(page, marked=False)
    for box in page.locator(".points input").all():
        box.check()
    finish(page)
    expect(page.locator(".exam-score")).to_have_text("5 of 5 points")
    expect(page.locator(".verdict.right")).to_have_count(5)
    expect(page.locator(".why")).to_have_count(4)  # the short answer has its key points
    expect(page.locator(".written").filter(has_text="<img")).to_have_text(NASTY)
    assert page.title() != "bad" and page.locator("#exam img").count() == 0
    assert len(rows(page, "answered")) == 4 and all(row[4] for row in rows(page, "answered"))
    assert [row[5] for row in rows(page, "ticked")] == [[]]
    [finished] = rows(page, "finished")
    assert (len(finished[4]), finished[5], finished[7]) == (5, [], "")


def test_what_is_left_empty_is_counted_but_never_answered(page: Page, site: str) -> None:
    begin(page, site)
    hand_in(page)
    expect(page.locator(".exam-score")).to_have_text("0 of 5 points")
    expect(page.get_by_text("0 not right, 5 left blank.")).to_be_visible()
    assert rows(page, "answered") == rows(page, "ticked") == []
    assert len(rows(page, "finished")[0][5]) == 5
    page.reload()
    page.get_by_role("button", name="See it again").click()
    expect(page.locator(".exam-score")).to_be_focused()
    assert len(rows(page, "finished")) == 1


def test_a_paper_is_as_it_was_left(page: Page, site: str) -> None:
    page.clock.install(time=EVENING / 1000)
    begin(page, site, minutes="10")
    before = page.locator(".exam-question").evaluate_all("all => all.map(one => one.innerText)")
    page.locator("textarea").fill("Half a sen")
    page.locator(".options input").first.check()
    page.reload()  # before a draft is written by its delay
    expect(page.locator("textarea")).to_have_value("Half a sen")
    expect(page.locator(".options input").first).to_be_checked()
    expect(page.locator(".exam-status")).to_have_text("Your exam is as you left it: 2 of 5 answered.")
    assert page.locator(".exam-question").evaluate_all("all => all.map(one => one.innerText)") == before
    page.clock.fast_forward(120_000)
    expect(page.locator(".exam-clock")).to_have_text("8 minutes left")
    page.reload()
    expect(page.locator(".exam-clock")).to_have_text("8 minutes left")


def test_the_clock_is_heard_at_few_moments(page: Page, site: str) -> None:
    page.clock.install(time=EVENING / 1000)
    begin(page, site, minutes="20")
    page.evaluate(
        """() => {
          window.heard = []
          const line = document.querySelector('.exam-status')
          new MutationObserver(() => heard.push(line.textContent)).observe(line, {childList: true})
        }"""
    )
    for _ in range(23):
        page.clock.run_for(50_000)
    assert page.evaluate("heard") == ["10 minutes left.", "5 minutes left.", "1 minute left."]
    expect(page.locator(".exam-clock")).to_have_text("50 seconds left")
    page.locator("textarea").fill("Just in time")
    page.clock.run_for(51_000)
    expect(page.locator(".exam-status")).to_have_text("Time is up. Now grade your own short answers.")
    expect(page.locator(".written")).to_have_text("Just in time")
    finish(page)
    assert rows(page, "finished")[0][6] == 1200


def test_time_that_ran_out_while_away_ends_the_paper_as_it_was(context: Context, site: str) -> None:
    browser = context()
    page = browser.new_page()
    page.clock.install(time=EVENING / 1000)
    begin(page, site, minutes="10")
    page.locator(".options input").first.check()
    page.close()
    later = browser.new_page()
    later.clock.install(time=EVENING / 1000 + 86_400)
    opened(later, site)
    expect(later.locator(".exam-status")).to_contain_text("Time ran out while you were away.")
    expect(later.locator(".exam-score")).to_be_visible()
    expect(later.get_by_text("4 left blank. You took 10 minutes; the limit was 10.")).to_be_visible()
    assert [row[6] for row in rows(later, "finished")] == [600]


def test_no_limit_has_no_end(page: Page, site: str) -> None:
    page.clock.install(time=EVENING / 1000)
    begin(page, site)
    page.clock.fast_forward(90_000_000)
    expect(page.locator(".exam-clock")).to_have_text("No limit")
    expect(page.locator(".exam-score")).to_have_count(0)


def test_the_keyboard_alone_takes_an_exam(page: Page, site: str) -> None:
    opened(page, site)
    page.get_by_label("Questions").focus()
    page.keyboard.press("ArrowUp")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Your exam")).to_be_focused()
    for _ in range(60):
        page.keyboard.press("Tab")
        kind = page.evaluate("document.activeElement.type ?? document.activeElement.localName")
        if kind in ("radio", "checkbox"):
            page.keyboard.press("Space")
        elif kind in ("text", "textarea"):
            page.keyboard.type("lineage")
        if page.evaluate("document.activeElement.textContent") == "Hand in and grade":
            break
    expect(page.locator(".exam-left")).to_have_text("All are answered.")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Grade your short answers")).to_be_focused()
    page.get_by_role("button", name="Show the result").focus()
    page.keyboard.press("Enter")
    expect(page.locator(".exam-score")).to_be_focused()


def test_what_is_focused_is_not_behind_the_clock(page: Page, site: str) -> None:
    begin(page, site, minutes="20")
    page.locator(".exam-question").last.scroll_into_view_if_needed()
    page.locator(".exam-open").click()
    heading = page.locator(".exam-question h3").first
    expect(heading).to_be_focused()
    page.wait_for_timeout(300)
    bar, top = page.locator(".exam-bar").bounding_box(), heading.bounding_box()
    assert bar and top and top["y"] >= bar["y"] + bar["height"]


def test_without_script_the_page_says_what_works(context: Context, site: str) -> None:
    page = context(java_script_enabled=False).new_page()
    page.goto(site + "exam/")
    expect(page.locator("#exam")).to_contain_text("it needs JavaScript")
    assert page.locator("#exam a").count() >= 5


def test_without_the_deck_the_page_says_so_and_what_works(page: Page, site: str) -> None:
    page.route("**/study.json", lambda route: route.abort())
    page.goto(site + "exam/")
    expect(page.get_by_role("alert")).to_contain_text("could not be loaded")
    assert page.locator("#exam a").count() >= 5


def test_without_the_reasons_the_paper_is_marked(page: Page, site: str) -> None:
    page.route("**/study-reasons.json", lambda route: route.abort())
    begin(page, site)
    hand_in(page)
    expect(page.get_by_text("The reasons could not be loaded.")).to_be_visible()


def test_without_storage_the_exam_works_and_says_what_is_lost(page: Page, site: str) -> None:
    page.add_init_script(NO_STORAGE)
    begin(page, site)
    expect(page.locator(".study-report")).to_contain_text("does not store your progress")
    hand_in(page)


def test_in_forced_colours_fields_have_edges_and_bars_are_seen(context: Context, site: str) -> None:
    page = context(forced_colors="active").new_page()
    begin(page, site)
    edge = "field => getComputedStyle(field).borderBottomStyle + getComputedStyle(field).borderBottomWidth"
    assert page.locator("textarea").evaluate(edge) != "none0px"
    for option in page.locator(".option").all():
        assert option.evaluate("option => getComputedStyle(option).borderTopColor") != "rgba(0, 0, 0, 0)"
    page.locator(".options input").first.check()
    hand_in(page)
    shown = "part => getComputedStyle(part).backgroundColor"
    bar = page.locator(".exam-table .bar").first
    assert bar.locator("i").evaluate(shown) != bar.evaluate(shown)


def test_nothing_moves_when_motion_is_reduced(context: Context, site: str) -> None:
    page = context(reduced_motion="reduce").new_page()
    begin(page, site)
    assert moving(page) == 0
    hand_in(page)
    assert moving(page) == 0


def test_with_a_full_storage_the_exam_works_and_says_what_is_lost(page: Page, site: str) -> None:
    page.add_init_script(FULL)
    begin(page, site)
    page.locator(".options input").first.check()
    expect(page.locator(".study-report")).to_contain_text("no room left to store your progress")
    hand_in(page)
    assert len(rows(page, "finished")) == 1


@pytest.mark.parametrize("name", ["exam", "progress"])
def test_from_a_folder_the_page_says_what_is_missing(name: str, chromium: Browser, folder: Path) -> None:
    page = chromium.new_page()  # the theme's search has its own errors there
    page.goto((folder / name / "index.html").as_uri())
    page.wait_for_timeout(500)
    expect(page.locator(f"#{name}")).to_contain_text("make serve")
    assert page.locator(f"#{name} a").count() >= 2
    page.close()


def test_a_question_that_vanished_is_not_asked_and_does_not_count(page: Page, site: str, deck: dict[str, Any]) -> None:
    begin(page, site)
    keys = page.locator(".exam-question").evaluate_all("all => all.map(one => one.dataset.key)")
    gone = next(key for key in keys if key.startswith("question:")).removeprefix("question:")
    page.locator(f"[data-key='question:{gone}'] input").first.focus()
    left = deck | {"questions": [item for item in deck["questions"] if item["id"] != gone]}
    page.route("**/study.json", lambda route: route.fulfill(json=left))
    page.reload()
    expect(page.locator(".exam-question")).to_have_count(4)
    expect(page.locator(".exam-gone")).to_contain_text("1 question has been removed from this site")
    hand_in(page)
    expect(page.locator(".exam-score")).to_have_text("0 of 4 points")
    assert f"question:{gone}" not in rows(page, "finished")[0][5]


def test_two_tabs_fill_in_one_paper_and_it_counts_once(context: Context, site: str) -> None:
    browser = context()
    one = begin(browser.new_page(), site)
    two = opened(browser.new_page(), site)
    one.locator("textarea").fill("From the first tab")
    two.locator(".options input").first.check()
    expect(two.locator("textarea")).to_have_value("From the first tab")
    expect(one.locator(".options input").first).to_be_checked()
    expect(one.locator(".exam-open")).to_have_text("2 of 5 answered")
    hand_in(one, marked=False)
    expect(two.locator(".exam-status")).to_contain_text("handed in in another tab")
    finish(one)
    expect(two.locator(".exam-score")).to_be_visible()
    assert len(rows(one, "finished")) == 1 == len(rows(one, "ticked"))
    one.get_by_role("button", name="Choose another exam").click()
    one.get_by_role("button", name="Begin the exam").click()
    expect(two.locator(".exam-status")).to_have_text("This exam was closed in another tab.")
    expect(two.get_by_text("You have an unfinished exam")).to_be_visible()


def test_a_paper_can_be_thrown_away(page: Page, site: str) -> None:
    begin(page, site)
    page.get_by_text("Stop without grading").click()
    page.get_by_role("button", name="Discard the exam").click()
    expect(page.get_by_role("heading", name="Choose your exam")).to_be_focused()
    page.reload()
    expect(page.get_by_role("button", name="Begin the exam")).to_be_visible()
    assert rows(page, "finished") == []


def test_the_form_says_how_many_fit(page: Page, site: str) -> None:
    opened(page, site)
    page.get_by_label("Stage").select_option("frame")
    page.get_by_label("Questions").select_option("40")
    expect(page.locator(".exam-fits")).to_have_text(re.compile(r"^Only \d+ questions fit"))


def test_every_state_is_accessible_and_no_wider_than_a_phone(context: Context, site: str) -> None:
    page = context(reduced_motion="reduce").new_page()

    def sound() -> None:
        assert violations_in_both_schemes(page) == []
        assert small(page.locator("#exam :is(button, select, summary), #exam .option, .exam-bar a")) == []

    opened(page, site)
    sound()
    begin(page, site, number=10, minutes="20")
    sound()
    for field in page.locator("textarea").all():
        field.fill("x" * 300)
    page.locator(".options input").first.check()
    hand_in(page, marked=False)
    expect(page.locator(".points").first).to_be_visible()
    sound()
    finish(page)
    page.evaluate("document.querySelectorAll('article details').forEach(details => details.open = true)")
    sound()
