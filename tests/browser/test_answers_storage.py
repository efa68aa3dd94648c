"""Where short answers are kept: across tabs, without storage, after an import, and when a question moves."""

from __future__ import annotations

import json
from pathlib import Path

from answers_page import ANSWERS, FIRST, POINTS, SECOND, Question
from in_browser import EVENING, FULL, NASTY, NO_STORAGE, Context, rows, small, violations_in_both_schemes, write
from playwright.sync_api import Page, expect
from sites import Draft


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
