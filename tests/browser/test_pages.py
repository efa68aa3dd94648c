"""Every page: no request to another host, nothing moves, no sideways scrolling, all text visible. Every kind: axe."""

from __future__ import annotations

import gzip
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from in_browser import (
    REMEMBER_PLACES,
    Context,
    faults_in_both_schemes,
    moved,
    settle,
    system_color,
    violations,
    violations_in_both_schemes,
)
from playwright.sync_api import Page, expect
from sites import ROOT, build_site, serve
from study.content.glossary import is_term_file

FILES = {path.relative_to(ROOT / "docs").as_posix(): path.stat().st_size for path in (ROOT / "docs").rglob("*.md")}
TERMS = sorted((path for path in FILES if is_term_file(path)), key=lambda path: -FILES[path])
LONGEST = TERMS[:5]  # the pages of terms have one layout: the longest stand for all
PAGES = sorted(path.removesuffix(".md") for path in FILES.keys() - {*TERMS[len(LONGEST) :]})
URLS = [f"{name.removesuffix('index')}" if name.endswith("index") else f"{name}/" for name in PAGES] + [
    "check/",
    "coverage/",
    "404.html",
    *(f"handouts/{name}.html" for name in ("compliance-officer-learner", "compliance-officer-key", "cards")),  # small
]
KINDS = {
    "home": "",
    "course": "learn/",
    "course session": "learn/ten-minutes/",
    "course page": "learn/evaluate/",
    "persona": "personas/compliance-officer/",
    "workflow": "workflow/",
    "glossary": "glossary/",
    "term": f"{LONGEST[0].removesuffix('.md')}/",
    "quiz": "quiz/govern/",
    "short answers": "quiz/short-answer/",
    "contrasts": "contrasts/data/",
    "essay": "essays/governance/",
    "exam": "exam/",
    "review": "review/",
    "progress": "progress/",
    "lab": "lab/prepare-and-train/",
    "case": "cases/bank/",
    "status": "status/",
    "corrections": "corrections/",
    "coverage": "coverage/",
    "handouts": "handouts/",
    "handout to print": "handouts/compliance-officer-learner.html",
    "cards to print": "handouts/cards.html",
    "exports": "exports/",
    "check": "check/",
    "not found": "404.html",
}
"""One page of each kind, for axe; the other pages of a kind have the same parts."""
LARGE = {"coverage", "check", "handout to print", "cards to print"}  # axe takes ten times as long, for the same parts
SIZES = [(kind, width) for kind in KINDS for width in (390, 1280) if width == 1280 or kind not in LARGE]


def search(page: Page, words: str) -> None:
    if page.locator("label.md-header__button[for=__search]").is_visible():
        page.locator("label.md-header__button[for=__search]").click()
    page.get_by_role("textbox", name="Search").click()
    page.keyboard.type(words)


def hosts_asked(page: Page, site: str, url: str) -> set[str]:
    """Open the page, on which nothing moves, and all its details; the hosts it has asked, which grow while it is open."""
    hosts: set[str] = set()
    page.on("request", lambda request: hosts.add(urlsplit(request.url).netloc))
    page.add_init_script(REMEMBER_PLACES)
    answer = page.goto(site + url)
    assert answer and answer.ok
    settle(page)
    assert page.evaluate("moves()") == []
    page.evaluate("document.querySelectorAll('article details').forEach(details => details.open = true)")
    return hosts


def test_every_kind_is_a_page() -> None:
    assert set(KINDS.values()) - set(URLS) == set()


@pytest.mark.parametrize(("kind", "width"), SIZES)
def test_kind_of_page(kind: str, width: int, context: Context, site: str) -> None:
    page = context(width=width).new_page()
    hosts = hosts_asked(page, site, KINDS[kind])
    assert violations_in_both_schemes(page) == []
    assert hosts == {urlsplit(site).netloc}


@pytest.mark.parametrize("url", sorted(set(URLS) - set(KINDS.values())))
def test_other_page(url: str, page: Page, site: str) -> None:
    hosts = hosts_asked(page, site, url)
    assert faults_in_both_schemes(page) == []
    assert hosts == {urlsplit(site).netloc}


@pytest.mark.parametrize(("width", "scheme"), [(390, "light"), (1280, "dark")])
def test_states_that_open(width: int, scheme: str, context: Context, site: str) -> None:
    page = context(width=width, color_scheme=scheme).new_page()
    page.goto(site + "quiz/govern/")
    link = page.locator("article > p a.term").first
    link.hover()
    expect(page.locator(".term-card")).to_be_visible()
    assert violations(page) == []
    page.keyboard.press("Escape")
    for question in page.locator(".quiz:has(fieldset)").all()[:3]:
        question.locator("input").first.check()
        question.get_by_role("button", name="Submit").click()
    page.wait_for_timeout(400)
    assert violations(page) == []
    if width == 390:
        page.locator("label.md-header__button[for=__drawer]").click()
        page.wait_for_timeout(500)
        assert violations(page) == []
        page.keyboard.press("Escape")
        page.goto(site + "glossary/")
    search(page, "registry")
    expect(page.locator(".md-search-result__item").first).to_be_visible()
    page.wait_for_timeout(500)
    assert violations(page) == []


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("url", ["exam/", "progress/", "review/", "quiz/govern/"])
def test_nothing_moves_when_the_script_comes(url: str, width: int, context: Context, site: str) -> None:
    assert moved(context(width=width).new_page(), site + url) == 0


@pytest.mark.parametrize(
    ("words", "term"),
    [
        ("lineage", "lineage"),
        ("Model Approver", "compliance-officer"),
        ("data masking", "obfuscation"),
        ("CI/CD", "ci-cd-pipeline"),
        ("ModelApprovalStatus", "approval-status"),
        ("modelapprovalstatus", "approval-status"),
        ("approval", "approval-status"),
        ("manual approval", "approval-status"),
        ("tar.gz", "model-package"),
        ("model.tar.gz", "model-package"),
    ],
)
def test_search_finds_terms_by_name_and_alias(words: str, term: str, context: Context, site: str) -> None:
    page = context(width=1280).new_page()
    page.goto(site)
    search(page, words)
    expect(page.locator(f".md-search-result a[href*='/glossary/{term}/']").first).to_be_attached()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_picture_follows_forced_colors(scheme: str, context: Context, site: str) -> None:
    page = context(width=1280, forced_colors="active", color_scheme=scheme).new_page()
    page.goto(site + "workflow/")
    ink = system_color(page, "CanvasText")
    fills = page.locator(".picture text").evaluate_all("texts => texts.map(text => getComputedStyle(text).fill)")
    assert set(fills) == {ink}


def test_a_repository_link_asks_no_other_host(
    context: Context, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("REPO_URL", "https://github.com/example/example")
    monkeypatch.setenv("EDIT_URI", "edit/main/docs/")
    build_site(ROOT / "docs", tmp_path / "site", whole=True, command="serve")
    for address in serve(tmp_path / "site"):
        page = context(width=1280).new_page()
        asked: list[str] = []
        page.on("request", lambda request, asked=asked: asked.append(request.url))
        page.goto(address + "glossary/", wait_until="networkidle")
        assert (
            page.locator("a[rel=edit]").get_attribute("href")
            == "https://github.com/example/example/edit/main/docs/glossary/index.md"
        )
        assert page.locator(".md-header .md-source").is_visible()
        assert [url for url in asked if not url.startswith(address)] == []
        assert violations(page) == []


def test_what_a_page_without_quizzes_pays(folder: Path) -> None:
    """Our script and style, gzipped: at most 5 KB."""
    files = ["stylesheets/site.css", "javascripts/term-card.js"]
    assert sum(len(gzip.compress((folder / "assets" / name).read_bytes(), 9, mtime=0)) for name in files) <= 5_000


def test_the_learner_handout_stays_small(folder: Path) -> None:
    assert (folder / "handouts" / "learner.pdf").stat().st_size <= 1_000_000


def test_every_page_stays_small(folder: Path) -> None:
    """At most 60 KB of HTML, gzipped."""
    pages = {path: len(gzip.compress(path.read_bytes(), 9, mtime=0)) for path in folder.rglob("index.html")}
    assert pages and {path: size for path, size in pages.items() if size > 60 * 1024} == {}
