"""The reader's progress on its page: each number, what it counts, and the practice that it leads to."""

from __future__ import annotations

from typing import Any

import pytest
from in_browser import DAY, EVENING, Context
from playwright.sync_api import Page, expect
from progress_page import full, with_record


def numbers(page: Page, table: str, name: str) -> list[int]:
    """Seen, right, weak, due, all."""
    row = page.locator("tr").filter(has=page.get_by_role("rowheader", name=name, exact=True, include_hidden=True))
    return [int(text) for text in row.and_(page.locator(f"{table} tr")).locator("td").all_text_contents()]


def test_without_a_record_the_page_tells_what_to_do_first(page: Page, site: str) -> None:
    page.goto(site + "progress/")
    expect(page.get_by_role("heading", name="Nothing yet")).to_be_visible()
    for name in ("Start the course", "Take a practice exam"):
        address = page.locator("#progress").get_by_role("link", name=name).get_attribute("href")
        assert address and page.request.get(address).ok


def test_what_was_answered_rated_and_ticked_is_counted_once(page: Page, site: str, deck: dict[str, Any]) -> None:
    one, other = (f"question:{item['id']}" for item in deck["questions"][:2])
    answer = deck["answers"][0]
    points = [id for id, _ in answer["points"]]
    with_record(
        page,
        site,
        ["answered", one, False, []],
        ["answered", one, True, []],
        ["answered", other, True, []],
        ["answered", other, False, []],
        ["ticked", f"answer:{answer['id']}", points[:1], points[1:]],
        ["rated", "term:lineage:name", 1],
        ["rated", "term:lineage:definition", 3],
    )
    total = 2 * len(deck["terms"]) + len(deck["answers"]) + len(deck["questions"])
    expect(page.locator(".progress-sum")).to_have_text(f"5 of {total} seen: 2 right, 3 weak.")


def test_what_left_the_site_is_not_counted(page: Page, site: str) -> None:
    gone = "question:gone-since"
    with_record(
        page,
        site,
        ["answered", gone, False, []],
        ["rated", "term:gone:name", 1],
        ["finished", "exam:1", [], [gone], 5, ""],
    )
    expect(page.get_by_role("heading", name="Nothing yet")).to_be_visible()


def test_the_picture_and_the_table_say_the_same(page: Page, site: str, deck: dict[str, Any]) -> None:
    with_record(page, site, *full(deck))
    for id, name in {**deck["personas"], **deck["stages"]}.items():
        seen, right, weak, _, of = numbers(page, "figure table", name)
        assert seen == right + weak <= of
        row = page.locator(f".progress-figure .row.{id}")
        expect(row.locator(".number")).to_have_text(f"{right} of {of}")
        for part, number in (("right", right), ("weak", weak)):
            width = row.locator(f".{part}").evaluate("part => part.style.width")
            assert float(width.removesuffix("%")) == pytest.approx(100 * number / of, abs=0.01)


def test_what_is_due_is_what_a_review_asks(page: Page, site: str) -> None:
    events = [["rated", f"term:{term}:{way}", 1] for term in ("lineage", "bias") for way in ("name", "definition")]
    with_record(page, site, *events, now=EVENING + 2 * DAY)
    expect(page.get_by_role("link", name="Review: 2 due, 18 new")).to_be_visible()
    seen, _, weak, due, _ = numbers(page, "#terms ~ .table-block table", "Lineage")
    assert (seen, weak, due) == (2, 2, 2)


def test_the_weakest_term_is_to_be_read_first(page: Page, site: str) -> None:
    with_record(page, site, ["rated", "term:bias:name", 3], ["rated", "term:lineage:name", 1])
    links = page.locator(".to-read a:first-child")
    expect(links).to_have_text(["Lineage"])
    address = links.first.get_attribute("href")
    assert address and address.endswith("glossary/lineage/")


def test_the_weakest_come_first_only_where_some_are_weak(page: Page, site: str) -> None:
    with_record(page, site, ["rated", "term:bias:name", 3], now=EVENING + 9 * DAY)
    lead = page.locator("p:has(+ .to-read)")
    expect(lead).to_have_text("Then read these again:")
    with_record(page, site, ["rated", "term:bias:name", 3], ["rated", "term:lineage:name", 1])
    expect(lead).to_have_text("Then read these again, the weakest first:")


def test_nothing_is_weak_is_said_only_where_it_is_so(page: Page, site: str) -> None:
    with_record(page, site, ["rated", "term:bias:name", 3])
    expect(page.locator("#progress")).to_contain_text("Nothing is weak.")
    with_record(page, site, ["rated", "term:bias:name", 1])
    expect(page.locator("#progress")).to_contain_text("1 weak")
    expect(page.locator("#progress")).not_to_contain_text("Nothing is weak.")


def test_a_question_counts_for_one_persona(page: Page, site: str, deck: dict[str, Any]) -> None:
    items = [*deck["answers"], *deck["questions"]]
    with_record(page, site, *full(deck))
    for id, name in deck["personas"].items():
        own = sum(item["persona"] == id for item in items)
        terms = sum(2 for term in deck["terms"] if id in term["personas"])
        assert numbers(page, "figure table", name)[4] == own + terms
    assert sum(item["persona"] in deck["personas"] for item in items) == len(items)


def test_the_last_exams_come_last_first_and_each_once(page: Page, site: str, deck: dict[str, Any]) -> None:
    right, wrong = (f"question:{item['id']}" for item in deck["questions"][:2])
    bad = "<img src=x onerror=\"document.title='bad'\">"
    with_record(
        page,
        site,
        ["finished", "exam:a", [right], [wrong], 600, "data-engineer train"],
        ["finished", "exam:b", [right], ["question:gone"], 30, bad],
        ["finished", "exam:b", [right], ["question:gone"], 30, bad],
        ["finished", "exam:c", [wrong], [], 10_801, ""],
    )
    lines = page.locator("#exams ~ .table-block tbody tr").all_inner_texts()
    assert [line.split("\t")[1:] for line in lines] == [
        ["Everything", "1 of 1", "—"],  # it was left open for hours
        ["Everything", "1 of 1", "under 1 min"],
        ["Data Engineer, Train", "1 of 2", "10 min"],
    ]
    assert page.title() != "bad"


def test_another_tab_draws_the_page_anew(context: Context, site: str) -> None:
    browser = context()
    page = with_record(browser.new_page(), site, ["rated", "term:bias:name", 3])
    expect(page.locator(".progress-sum")).to_contain_text("1 of")
    other = browser.new_page()
    other.goto(site + "progress/")
    other.evaluate("async at => (await import(at)).log.add('rated', 'term:lineage:name', 3)", here(site))
    expect(page.locator(".progress-sum")).to_contain_text("2 of")


def here(site: str) -> str:
    return site + "assets/javascripts/study/browser-log.js"


def test_every_number_leads_to_its_practice(page: Page, site: str, deck: dict[str, Any]) -> None:
    id = next(item["id"] for item in deck["questions"] if "lineage" in item["terms"])
    with_record(page, site, ["answered", f"question:{id}", False, []], ["rated", "term:lineage:name", 3])
    main = page.locator("#progress")
    expect(main.get_by_role("link", name="Review: 1 missed, 18 new")).to_have_class("md-button")
    expect(main.locator(".md-button--primary")).to_have_text("Practice the question you missed")  # as on the home page
    for name, address in (
        ("Practice the question you missed", "review/#only=missed"),
        ("1 weak: practice them", "review/#only=weak"),
        ("1 right: take a practice exam", "exam/"),
        ("1 weak: practice Lineage", "review/#term=lineage&only=weak"),
    ):
        expect(main.get_by_role("link", name=name).first).to_have_attribute("href", site + address)
    numbers = main.locator(".progress-figure .number, td").all_inner_texts()
    unlinked = main.locator(":is(.progress-figure .number, .progress-table td):not(:has(a))").all_text_contents()
    assert len(numbers) > 20 and set(unlinked) == {"0"}
    main.locator("#terms ~ .table-block table").get_by_role("link", name="1 weak: practice Lineage").click()
    expect(page.locator("#review-tally")).to_have_text("1 missed · 1 done today")


def test_it_never_says_that_review_is_done_while_cards_wait(page: Page, site: str, deck: dict[str, Any]) -> None:
    cards = [["rated", f"term:{term['id']}:name", 3] for term in deck["terms"][:20]]
    main = with_record(page, site, *cards).locator("#progress")
    expect(main).to_contain_text("Your review is done for today.")
    with_record(page, site, *cards, ["answered", "question:csv-layout", False, []])
    expect(main.get_by_role("link", name="Review: 1 missed")).to_be_visible()
    expect(main).not_to_contain_text("done for today")
    page.clock.set_fixed_time((EVENING + DAY) / 1000)
    page.evaluate("dispatchEvent(new Event('focus'))")
    expect(main.get_by_role("link", name="Review: 1 missed, 19 new")).to_be_visible()


def test_what_is_set_aside_does_not_count(page: Page, site: str, deck: dict[str, Any]) -> None:
    total = 2 * len(deck["terms"]) + len(deck["answers"]) + len(deck["questions"])
    with_record(
        page, site, ["rated", "term:bias:name", 1], ["rated", "term:lineage:name", 1], ["aside", "term:bias:name", True]
    )
    expect(page.locator(".progress-sum")).to_have_text(f"1 of {total - 1} seen: 0 right, 1 weak.")
    assert numbers(page, "#terms ~ .table-block table", "Lineage")[2] == 1


def test_an_exam_leads_to_another_of_its_kind(page: Page, site: str, deck: dict[str, Any]) -> None:
    right = f"question:{deck['questions'][0]['id']}"
    with_record(page, site, ["finished", "exam:a", [right], [], 600, "data-engineer train"])
    page.get_by_role("link", name="1 of 1: take another exam about Data Engineer, Train").click()
    expect(page.locator("[name=persona]")).to_have_value("data-engineer")
    expect(page.locator("[name=stage]")).to_have_value("train")
