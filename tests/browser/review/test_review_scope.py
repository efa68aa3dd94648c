"""What the reader practices: chosen on the review page, or named by its address."""

from __future__ import annotations

from in_browser import DAY, EVENING, Context
from playwright.sync_api import Page, expect
from review_page import URL, part, rate, with_rows


def test_the_reader_chooses_what_to_practice_and_the_address_keeps_it(opened: Page) -> None:
    opened.get_by_role("combobox", name="Practice").select_option("Data Engineer")
    expect(part(opened, "tally")).to_have_text("20 new")
    assert opened.url.endswith("review/#persona=data-engineer")
    rate(opened, "Good")
    opened.reload()
    expect(opened.get_by_role("combobox", name="Practice")).to_have_value("persona=data-engineer")
    expect(part(opened, "tally")).to_have_text("19 new · 1 done today")
    opened.get_by_role("combobox", name="Practice").select_option("Who does what")
    expect(opened.get_by_role("combobox", name="Practice")).to_have_value("session=roles")
    opened.go_back()
    expect(opened.get_by_role("combobox", name="Practice")).to_have_value("persona=data-engineer")


def test_an_address_names_what_the_list_does_not(context: Context, site: str) -> None:
    wrong = ["before-0", EVENING - DAY, "answered", "question:csv-layout", False, []]
    page = with_rows(context, wrong).new_page()
    page.clock.set_fixed_time(EVENING / 1000)
    page.goto(site + URL + "#only=missed")
    expect(part(page, "tally")).to_have_text("1 missed")
    assert part(page, "scope").evaluate("list => list.selectedOptions[0].text") == "Missed cards"
    rate(page, "Good")
    expect(part(page, "end")).to_have_text("Done with these")
    part(page, "done").get_by_role("link", name="Review everything: 19 new").click()
    expect(part(page, "tally")).to_have_text("19 new · 1 done today")


def test_an_address_that_names_nothing_of_the_site_shows_everything_and_says_so(context: Context, site: str) -> None:
    page = context().new_page()
    page.goto(site + URL + "#stage=<img src=x onerror=alert(1)>")
    expect(part(page, "tally")).to_have_text("20 new")
    expect(part(page, "status")).to_have_text(
        "This address asks for cards that this site does not have, so the page shows all cards."
    )
