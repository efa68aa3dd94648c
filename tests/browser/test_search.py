"""Queries that people type, and the rank of the page that answers them, with the real search in one browser."""

from __future__ import annotations

import pytest
from in_browser import Context
from playwright.sync_api import Page, expect

APPROVER = ("personas/compliance-officer/", "workflow/#approve", "workflow/#approval-gate", "learn/approve/")
ENGINEER = ("personas/data-engineer/", "glossary/data-engineer/")
DRIFTS = "contrasts/monitor/#data-drift-or-concept-drift"
ANSWERS = {
    "who approves a model": (*APPROVER, "glossary/compliance-officer/"),
    "who signs off": (*APPROVER, "glossary/compliance-officer/"),
    "who owns the data": ENGINEER,
    "what is sagemaker": ("learn/", "learn/#new"),
    "what does mlops do": ("personas/mlops-engineer/", "glossary/mlops-engineer/"),
    "data engineer": ENGINEER,
    "data scientist tasks": ("personas/data-scientist/",),
    "compliance officer": ("personas/compliance-officer/", "glossary/compliance-officer/"),
    "drift": ("glossary/data-drift/", "glossary/concept-drift/", DRIFTS),
    "data drift vs concept drift": (DRIFTS,),
    "clarify vs model monitor": ("contrasts/monitor/#clarify-or-model-monitor",),
    "feature store": ("glossary/sagemaker-feature-store/",),
    "model card": ("glossary/model-card/",),
    "model registry": ("glossary/sagemaker-model-registry/",),
    "registry status": ("glossary/approval-status/", "contrasts/build/#approval-or-package-status"),
    "approve a model": (*APPROVER, "lab/register-and-approve/"),
    "pending manual approval": ("glossary/approval-status/", "workflow/#approval-gate"),
    "canary": ("glossary/canary-deployment/",),
    "blue green": ("glossary/blue-green-deployment/",),
    "rollback": ("glossary/deployment-guardrails/", "learn/deploy/", "workflow/#deploy"),
    "shadow": ("glossary/shadow-variant/",),
    "pii": ("glossary/pii/",),
    "gdpr": ("topics/gdpr/", "topics/law-for-models/#gdpr"),
    "lineage": ("glossary/lineage/",),
    "reproduce a model": ("glossary/reproducibility/", "contrasts/build/#lineage-or-reproducibility"),
    "retrain": ("workflow/#feedback-loop", "workflow/#feedback", "lab/watch-and-retrain/", "learn/monitor/"),
    "ci cd": ("glossary/ci-cd-pipeline/",),
    "pipelines": ("glossary/sagemaker-pipelines/", "workflow/pipelines/"),
    "cost": ("topics/cost/",),
    "small company": ("cases/start-up/", "cases/", "learn/ten-minutes/#size"),
}
"""Pages and sections that answer, by what is typed. A term is the same with a page of its own or as a section."""
RESULTS = """(base) => [...document.querySelectorAll(".md-search-result__item")].slice(0, 10).map((item) =>
  [...item.querySelectorAll(":scope > a")].map((link) => {
    const url = new URL(link.href)
    return url.href.replace(url.search, "").replace(base, "")
  }))"""
"""Of each result, the addresses that a reader sees at once: the page and its best section, without "more on this page"."""


@pytest.fixture
def opened(context: Context, site: str) -> Page:
    page = context(width=1280).new_page()
    page.goto(site)
    page.get_by_role("textbox", name="Search").click()
    expect(page.locator(".md-search-result__meta")).to_have_text("Type to start searching")
    return page


def results(page: Page, words: str, site: str) -> list[list[str]]:
    """What the search shows for these words and no others: the box is emptied, and all is typed as one."""
    box = page.get_by_role("textbox", name="Search")
    said = page.locator(".md-search-result__meta")
    box.fill("")
    box.press("End")
    expect(said).to_have_text("Type to start searching")
    box.fill(words)
    box.press("End")
    expect(said).to_contain_text("matching")
    return page.evaluate(RESULTS, site)


def named(address: str) -> str:
    return address.replace("#", "") + "/" if address.startswith("glossary/#") else address


def rank(found: list[list[str]], answers: tuple[str, ...]) -> int:
    """The place of the first result that shows an answer; 99 where none of the first ten does."""
    places = (place for place, shown in enumerate(found, 1) if {*map(named, shown)} & {*answers})
    return next(places, 99)


def test_what_people_type_finds_its_page_first(opened: Page, site: str) -> None:
    ranks = {words: rank(results(opened, words, site), answers) for words, answers in ANSWERS.items()}
    assert len(ranks) == 30
    assert {words: place for words, place in ranks.items() if place > 3} == {}
    assert sum(place == 1 for place in ranks.values()) >= 25, {w: place for w, place in ranks.items() if place > 1}


INDEX = "**/search/entries.json"


def test_a_page_fetches_the_index_when_its_search_is_opened(context: Context, site: str) -> None:
    page = context(width=1280).new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(site, wait_until="networkidle")
    assert not [url for url in asked if "entries.json" in url or "/workers/" in url]
    with page.expect_request(INDEX):
        page.get_by_role("textbox", name="Search").click()


def test_a_search_without_its_index_says_so_and_tries_again(context: Context, site: str) -> None:
    page = context(width=1280).new_page()
    page.goto(site)
    page.route(INDEX, lambda route: route.abort())
    page.get_by_role("textbox", name="Search").click()
    said = page.locator(".md-search-result__meta")
    expect(said).to_contain_text("could not be loaded")
    page.keyboard.type("lin")
    expect(said).to_contain_text("could not be loaded")
    page.unroute(INDEX)
    page.keyboard.type("eage")
    expect(said).to_contain_text("matching")


def test_the_page_for_lost_readers_can_search(context: Context, site: str) -> None:
    page = context(width=1280).new_page()
    page.goto(f"{site}404.html")
    page.get_by_role("textbox", name="Search").click()
    assert results(page, "lineage", site)


def test_small_words_find_nothing(opened: Page, site: str) -> None:
    assert results(opened, "what is the", site) == []
    assert results(opened, "what is the lineage", site) == results(opened, "lineage", site)


def test_words_that_only_help_to_find_a_page_are_not_shown(opened: Page, site: str) -> None:
    found = results(opened, "who signs off", site)
    assert rank(found, ANSWERS["who signs off"]) == 1
    for tags in opened.locator(".md-search-result .md-tags").all():
        expect(tags).to_be_hidden()
