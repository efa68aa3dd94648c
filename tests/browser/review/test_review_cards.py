"""A card of the review: asked, shown, rated, and once more if it was missed."""

from __future__ import annotations

from in_browser import DAY, EVENING, WRAP, Context
from playwright.sync_api import Page, expect
from review_page import button, limit, part, rate, rated, rows, visit, with_rows


def test_a_card_is_asked_shown_and_rated(opened: Page) -> None:
    expect(part(opened, "tally")).to_have_text("20 new")
    expect(part(opened, "back")).to_be_hidden()
    name = part(opened, "front").inner_text()
    rate(opened, "Good")
    assert [row[3:] for row in rows(opened)] == [["term:data-engineer:definition", 3]]
    expect(part(opened, "tally")).to_have_text("19 new · 1 done today")
    assert part(opened, "front").inner_text() != name
    expect(part(opened, "back")).to_be_hidden()


def test_each_button_says_when_the_card_comes_again(opened: Page) -> None:
    button(opened, "Show the answer").click()
    said = [part(opened, "rate").locator(f"[value='{n}'] small").first.inner_text() for n in (1, 2, 3, 4)]
    assert said == ["1 day", "2 days", "3 days", "8 days"]
    part(opened, "rate").get_by_role("button", name="Easy").click()
    expect(part(opened, "status")).to_have_text("Next time on Tuesday, December 1, 2026.")


def test_a_missed_card_comes_once_more_and_that_does_not_count(context: Context, site: str) -> None:
    page = visit(with_rows(context, limit(2)), site)
    missed = part(page, "front").inner_text()
    rate(page, "Again")
    rate(page, "Good")
    expect(part(page, "front")).to_have_text(missed)
    expect(part(page, "asked")).to_contain_text("Once more; this rating does not count")
    button(page, "Show the answer").click()
    expect(button(page, "Hard")).to_be_hidden()
    button(page, "Again").click()
    rate(page, "Good")
    expect(part(page, "end")).to_have_text("Done for today")
    assert [row[4] for row in rows(page)] == [1, 3]


def test_a_card_to_ask_once_more_survives_reading_on_and_a_reload(context: Context, site: str) -> None:
    page = visit(with_rows(context, limit(2)), site)
    missed = part(page, "front").inner_text()
    rate(page, "Again")
    expect(part(page, "status")).to_have_text("Once more today, then tomorrow, Tuesday, November 24, 2026.")
    expect(part(page, "tally")).to_have_text("1 new · 1 to repeat · 1 done today")
    button(page, "Show the answer").click()
    part(page, "more").click()
    page.go_back()
    expect(part(page, "tally")).to_have_text("1 new · 1 to repeat · 1 done today")
    rate(page, "Good")
    page.reload()
    expect(part(page, "front")).to_have_text(missed)
    rate(page, "Good")
    page.reload()
    expect(part(page, "end")).to_have_text("Done for today")
    assert [row[3:] for row in rows(page, "repeated")] == [["term:data-engineer:definition", True]]


def test_buttons_keep_their_words_when_a_translator_wraps_them(context: Context, site: str) -> None:
    page = visit(with_rows(context, limit(2)), site)
    page.evaluate(WRAP)
    button(page, "Show the answer").click()
    names = [one.inner_text().split() for one in part(page, "rate").get_by_role("button").all()]
    assert [(name[0], " ".join(name[1:3])) for name in names] == [
        ("Again", "1 day"),
        ("Hard", "2 days"),
        ("Good", "3 days"),
        ("Easy", "8 days"),
    ]
    part(page, "rate").get_by_role("button", name="Good").click()
    page.evaluate(WRAP)
    rate(page, "Again")
    rate(page, "Good")
    expect(part(page, "end")).to_have_text("Done for today")


def test_a_missed_question_is_asked_with_its_explanation(context: Context, site: str) -> None:
    wrong = ["before-0", EVENING - DAY, "answered", "question:csv-layout", False, []]
    term = rated(1, "question:csv-layout", 1, 2)
    page = visit(with_rows(context, wrong, term, limit(1)), site)
    expect(page.get_by_text("A question that you have missed before")).to_be_visible()
    expect(part(page, "front").get_by_role("listitem")).to_have_count(4)
    button(page, "Show the answer").click()
    expect(part(page, "key")).to_contain_text("No header row, target in the first column")
    expect(part(page, "why")).not_to_be_empty()


def test_a_question_that_is_only_due_is_not_called_missed_now(context: Context, site: str) -> None:
    events = [rated(1, "question:csv-layout", 3, 9), ["before-2", EVENING, "answered", "question:csv-layout", True, []]]
    page = visit(with_rows(context, *events, limit(1)), site)
    expect(part(page, "tally")).to_have_text("1 due")
    expect(page.get_by_text("A question that you have missed before")).to_be_visible()


def test_short_answers_show_their_key_points(context: Context, site: str) -> None:
    page = visit(with_rows(context, rated(0, "answer:data-engineer-duties", 1, 2), limit(1)), site)
    button(page, "Show the answer").click()
    expect(part(page, "key").get_by_role("listitem")).to_have_count(5)
    link = part(page, "key").get_by_role("link").first
    assert (link.get_attribute("href") or "").startswith(site + "glossary/")
