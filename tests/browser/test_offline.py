"""Files that a reader downloads and opens from a folder: the zip file of the site, and the guide as one file."""

from __future__ import annotations

import posixpath
import re
import zipfile
from html import unescape
from pathlib import Path
from urllib.parse import urlsplit

import offline_site
import pytest
from in_browser import Context, too_wide, violations
from mkdocs.config import load_config
from playwright.sync_api import expect
from sites import ROOT

LEAVE_TWO_OF_A_FOLDER = """() => {
  const left = {}
  for (const section of document.querySelectorAll("main > section")) {
    const folder = section.id.split("-")[0]
    left[folder] = (left[folder] ?? 0) + 1
    if (left[folder] > 2) section.remove()
  }
  return Object.keys(left).length
}"""
"""The pages of a folder have the same parts, and axe takes a minute for all of them."""


def test_the_zip_file_works_from_a_folder_search_included(folder: Path, context: Context, tmp_path: Path) -> None:
    page = context(width=1280).new_page()
    with zipfile.ZipFile(folder / "exports" / "site.zip") as zipped:
        zipped.extractall(tmp_path)
    requests: list[str] = []
    page.on("request", lambda request: requests.append(request.url))
    page.goto((tmp_path / "site" / "index.html").as_uri())
    page.get_by_role("textbox", name="Search").click()
    page.keyboard.type("canary")
    expect(page.locator(".md-search-result__meta")).to_contain_text("matching documents")
    page.locator(".md-search-result__item a").first.click()
    expect(page.locator("article h1")).to_be_visible()
    assert all(url.startswith(("file:", "data:", "about:")) for url in requests)


def test_the_single_file_is_whole_and_needs_no_script(folder: Path, context: Context) -> None:
    page = context(java_script_enabled=False, width=390).new_page()
    page.goto((folder / "exports" / "guide.html").as_uri())
    question = page.locator("#quiz-watch .question").first
    expect(question.locator("dl")).to_be_hidden()
    question.get_by_text("Show the answer").click()
    expect(question.locator("details ol")).to_be_visible()


def test_the_single_files_links_lead_somewhere_and_nothing_is_wrong_with_it(folder: Path, context: Context) -> None:
    page = context(width=390).new_page()
    page.goto((folder / "exports" / "guide.html").as_uri())
    assert (
        page.evaluate(
            "[...document.querySelectorAll('a[href^=\"#\"]')].map(a => a.getAttribute('href').slice(1)).filter(id => !document.getElementById(id))"
        )
        == []
    )
    ids = page.evaluate("[...document.querySelectorAll('[id]')].map(element => element.id)")
    assert len(ids) == len(set(ids))
    assert too_wide(page) == []
    assert page.evaluate(LEAVE_TWO_OF_A_FOLDER) > 10
    assert violations(page) == []


def test_what_a_folder_cannot_offer_is_not_in_the_zip_file(folder: Path) -> None:
    with zipfile.ZipFile(folder / "exports" / "site.zip") as zipped:
        names = zipped.namelist()
        offers = zipped.read("site/exports.html").decode()
    assert not [name for name in names if name.startswith("site/exports/") or name.endswith((".pdf", "study.json"))]
    assert "Anki deck" in offers and "cards.apkg" not in offers


def test_two_builds_give_the_same_bytes(folder: Path) -> None:
    nav = load_config(str(ROOT / "mkdocs.yml"))["nav"]
    copied = offline_site.copy(ROOT / "docs", nav)
    with zipfile.ZipFile(folder / "exports" / "site.zip") as zipped:
        assert {name: zipped.read(f"site/{name}") for name in copied} == copied


def test_every_link_of_the_zip_file_leads_to_a_place_in_it(folder: Path) -> None:
    with zipfile.ZipFile(folder / "exports" / "site.zip") as zipped:
        pages = {name: zipped.read(name).decode() for name in zipped.namelist() if name.endswith(".html")}
        files = set(zipped.namelist())
    ids = {name: set(re.findall(r"""\sid=["']?([^\s"'>]+)""", html)) for name, html in pages.items()}
    links = {
        (name, link)
        for name, html in pages.items()
        for link in re.findall(r"""<[^<>]*?\s(?:href|src)=["']?([^\s"'>]+)""", html)
    }
    own = [(name, urlsplit(unescape(link))) for name, link in links if not urlsplit(unescape(link)).scheme]
    dead = []
    for name, link in own:
        path = posixpath.normpath(posixpath.join(posixpath.dirname(name), link.path)) if link.path else name
        if path not in files or (link.fragment and link.fragment not in ids[path] | {"__search"}):
            dead.append((name, link.geturl()))
    assert len(own) > 5_000
    assert dead == []


@pytest.mark.parametrize(
    ("link", "led"),
    [
        ('<a href="../">', '<a href="../index.html">'),
        ('<a class="home" href="./">', '<a class="home" href="./index.html">'),
        ('<a href="../a/b/#c">', '<a href="../a/b.html#c">'),
        ('<a href="../a/#d">', '<a href="../a/index.html#d">'),
        ('<a href="../release-1.0/#e">', '<a href="../release-1.0.html#e">'),
        ('<a href="../two%20words/">', '<a href="../two%20words/index.html">'),
        ('<link href="../assets/logo.svg"/>', None),
        ('<a href="https://example.org/a/">', None),
        ('&lt;a href="../a/"&gt;', None),
    ],
)
def test_a_link_to_a_folder_leads_to_its_page(link: str, led: str | None) -> None:
    files = {"a/b.html", "a/index.html", "release-1.0.html", "two words/index.html"}
    assert offline_site.for_folder(link, files) == (led or link)


def test_a_copy_that_fails_says_so(tmp_path: Path) -> None:
    with pytest.raises(offline_site.NotCopied, match=r"the copy for a folder was not built: .*'docs_dir'"):
        offline_site.copy(tmp_path / "none", None)
