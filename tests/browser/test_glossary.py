"""The list of all terms with its filter, and the page of a term."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from in_browser import Context
from playwright.sync_api import Locator, Page, expect
from sites import ROOT
from study.content.load import load

GUIDE = load(ROOT / "docs")
LINEAGE = GUIDE.by_name["lineage"]


@pytest.fixture
def opened(page: Page, site: str) -> Iterator[Page]:
    page.goto(site + "glossary/")
    expect(page.locator(".term-filter")).to_be_visible()
    yield page


def shown(page: Page) -> Locator:
    return page.locator(".terms article:visible")


def test_all_terms_are_listed_with_their_definitions(opened: Page) -> None:
    expect(shown(opened)).to_have_count(len(GUIDE.terms))
    expect(opened.locator("#lineage p").first).to_have_text(LINEAGE.definition)
    opened.locator("#lineage").get_by_role("link", name="Open the entry").click()
    expect(opened).to_have_url(re.compile("/glossary/lineage/$"))
    expect(opened.locator("h1")).to_contain_text(LINEAGE.name)


def test_without_script_the_list_is_whole_and_has_no_filter(context: Context, site: str) -> None:
    page = context(java_script_enabled=False).new_page()
    page.goto(site + "glossary/")
    expect(shown(page)).to_have_count(len(GUIDE.terms))
    expect(page.locator(".term-filter")).to_be_hidden()


def test_letters_typed_filter_by_name_and_alias(opened: Page) -> None:
    letters = opened.locator(".term-filter").get_by_label("Filter by name")
    letters.fill("  ML   Lin")
    fitting = [term.name for term in GUIDE.terms if any("ml lin" in name.lower() for name in term.names)]
    assert "Lineage" in fitting
    expect(shown(opened).locator("h4")).to_have_text(fitting)
    expect(opened.locator(".a-z")).to_be_hidden()
    expect(opened.locator(".term-filter").get_by_role("status")).to_have_text(
        f"{len(fitting)} of {len(GUIDE.terms)} terms"
    )
    letters.fill("zzz")
    expect(shown(opened)).to_have_count(0)
    expect(opened.locator(".term-filter").get_by_role("status")).to_contain_text("No terms match.")
    letters.fill("")
    expect(shown(opened)).to_have_count(len(GUIDE.terms))
    expect(opened.locator(".a-z")).to_be_visible()


def test_persona_and_stage_filter_together(opened: Page) -> None:
    opened.locator(".term-filter").get_by_label("Persona").select_option("compliance-officer")
    opened.locator(".term-filter").get_by_label("Stage").select_option("approve")
    fitting = [term.name for term in GUIDE.terms if "compliance-officer" in term.personas and "approve" in term.stages]
    assert 0 < len(fitting) < len(GUIDE.terms)
    expect(shown(opened).locator("h4")).to_have_text(fitting)


def test_an_old_address_lands_on_the_entry(page: Page, site: str) -> None:
    page.goto(site + "glossary/#vpc-configuration")
    expect(page.locator("#vpc-configuration")).to_be_in_viewport()
    assert page.locator("#vpc-configuration").evaluate("entry => entry.matches(':target')")


def test_a_link_to_an_entry_that_is_hidden_shows_all(opened: Page) -> None:
    opened.locator(".term-filter").get_by_label("Filter by name").fill("lineage")
    expect(opened.locator("#vpc-configuration")).to_be_hidden()
    opened.evaluate("location.hash = 'vpc-configuration'")
    expect(opened.locator("#vpc-configuration")).to_be_in_viewport()
    expect(shown(opened)).to_have_count(len(GUIDE.terms))


def test_a_term_asks_questions_and_leads_back_and_on(page: Page, site: str) -> None:
    page.goto(site + "glossary/lineage/")
    expect(page.locator(".quiz")).to_have_count(2)
    expect(page.locator(".quiz-intro p")).to_contain_text("0 of 2 answered")
    page.locator("details.uses > summary").click()
    expect(page.locator("details.uses li").first).to_be_visible()
    names = [term.name for term in GUIDE.terms]
    after = names[names.index(LINEAGE.name) + 1]
    expect(page.locator(".md-footer__link--next")).to_contain_text(after)
    page.locator(".back a").click()
    expect(page).to_have_url(site + "glossary/")


def test_the_list_is_printed_without_its_controls(opened: Page) -> None:
    opened.emulate_media(media="print")
    for hidden in (".term-filter", ".a-z", ".terms .open >> nth=0"):
        expect(opened.locator(hidden)).to_be_hidden()
    expect(shown(opened)).to_have_count(len(GUIDE.terms))
