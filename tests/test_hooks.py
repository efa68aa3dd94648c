"""A small real build: the pages that MkDocs, the theme, and mkdocs-quiz make from the guide."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from sites import build_site, write
from small_site import PAGES, html


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("small")
    warnings = build_site(write(folder / "docs", PAGES), folder / "site")
    assert warnings == []
    return folder / "site"


def test_references_become_links_at_every_depth(site: Path) -> None:
    assert '<a aria-describedby="definition-bias" class="term" href="glossary/bias/">bias</a>' in html(
        site, "index.html"
    )
    assert 'class="term" href="../../glossary/lineage/">lineage</a>' in html(site, "quiz/all/index.html")


def test_references_in_question_reason_and_explanation_become_links(site: Path) -> None:
    quiz = html(site, "quiz/all/index.html")
    body = quiz[quiz.index('id="quiz-first"') :]
    assert body.count('class="term" href="../../glossary/lineage/"') == 3  # its hint names it too
    assert '<div class="answer-feedback hidden">Of <a aria-describedby="definition-bias"' in body
    assert '<a href="../../glossary/bias/">Look</a>' in body


def test_definitions_stand_on_each_page_that_links_them_and_are_text(site: Path) -> None:
    definition = '<p data-term="Bias" id="definition-bias">Unfairness that "hurts" &lt;people&gt;.'
    assert definition in html(site, "index.html")
    assert "definition-lineage" in html(site, "quiz/all/index.html")
    assert html(site, "glossary/index.html").count('id="definition-bias"') == 1
    assert html(site, "glossary/bias/index.html").count('id="definition-bias"') == 1


def test_search_finds_what_a_quiz_asks_and_tells_no_answer(site: Path) -> None:
    index = json.loads((site / "search" / "search_index.json").read_text(encoding="utf-8"))
    (first,) = (entry["text"] for entry in index["docs"] if entry["location"] == "quiz/all/#first")
    assert first == "<p>Why lineage?</p> Because \u00b7 No \u00b7"
    assert not [entry for entry in index["docs"] if entry["location"].startswith(("check/", "coverage/"))]
    assert "data-search-exclude" not in html(site, "quiz/all/index.html")


def test_search_gets_the_inner_words_of_names(tmp_path: Path) -> None:
    docs = write(tmp_path / "docs", {**PAGES, "names.md": "# Names\n\nSet `ModelApprovalStatus`.\n"})
    build_site(docs, tmp_path / "site")
    index = json.loads((tmp_path / "site" / "search" / "search_index.json").read_text(encoding="utf-8"))
    (text,) = (entry["text"] for entry in index["docs"] if entry["location"] == "names/")
    assert text.endswith("<p>model approval status</p>")


def test_quiz_elements_carry_their_headings_id(site: Path) -> None:
    ids = re.findall(r'<div class="quiz(?: [a-z-]+)?"[^>]* id="([^"]+)"', html(site, "quiz/all/index.html"))
    assert ids == ["quiz-first", "quiz-second"]


def test_the_script_of_mkdocs_quiz_is_not_served(site: Path) -> None:
    """It keeps a record of its own, and shows what a reader typed as HTML."""
    page = html(site, "quiz/all/index.html")
    assert "mkdocsQuiz" not in page and "quiz-progress" not in page and "<style" not in page
    assert [path.name for path in (site / "assets" / "mkdocs-quiz").iterdir()] == ["quiz.css"]


def test_a_question_and_its_heading_are_one_block(site: Path) -> None:
    page = html(site, "quiz/all/index.html")
    first = page[page.index('data-question="first"') : page.index('data-question="second"')]
    assert 'id="first"' in first and 'id="quiz-first"' in first and "</section>" in first
    assert 'data-options="[&quot;Because&quot;, &quot;No&quot;]"' in page


def test_without_script_a_quiz_page_claims_nothing(site: Path) -> None:
    page = html(site, "quiz/all/index.html")
    intro = page[page.index('<div class="quiz-intro">') : page.index('id="first"')]
    assert (
        "To answer them, the page needs JavaScript and, unless it is from the zip file of the site, a web server."
        in intro
    )
    assert "answer key" not in intro  # this site has no handouts
    assert "saved" not in intro and "local storage" not in intro


def test_nothing_of_the_quizzes_is_on_other_pages(site: Path) -> None:
    for page in ("index.html", "glossary/index.html"):
        assert "quiz-progress" not in html(site, page)
        assert "mkdocsQuiz" not in html(site, page)
        assert "quiz.css" not in html(site, page)
        assert "quiz.js" not in html(site, page)


def test_each_page_has_its_description(site: Path) -> None:
    assert '<meta content="See bias and more." name="description">' in html(site, "index.html")
    assert '<meta content="Tests lineage." name="description">' in html(site, "quiz/all/index.html")


def test_the_glossary_lists_all_terms(site: Path) -> None:
    page = html(site, "glossary/index.html")
    assert '<nav aria-label="Terms from A to Z" class="a-z"' in page
    assert '<h4><a href="bias/">Bias</a></h4>' in page and 'id="lineage"' in page


def test_a_term_has_a_page_with_its_uses_and_questions(site: Path) -> None:
    page = html(site, "glossary/bias/index.html")
    assert '<a href="../">Glossary</a>' in page
    assert "<summary>Where it is used: 1 page, 2 questions</summary>" in page
    assert '<li>Asked in: <a href="../../quiz/all/#first">' in page
    assert 'data-question="first"' in page and 'id="quiz-first"' in page


def test_addresses_come_from_the_environment_and_are_hidden_without_it(
    site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert 'rel="edit"' not in html(site, "index.html")
    assert "md-source" not in html(site, "index.html")
    assert 'rel="canonical"' not in html(site, "index.html")
    monkeypatch.setenv("SITE_URL", "https://example.org/study/")
    monkeypatch.setenv("REPO_URL", "https://example.org/team/study")
    monkeypatch.setenv("EDIT_URI", "edit/main/docs/")
    build_site(write(tmp_path / "docs", PAGES), tmp_path / "site")
    page = html(tmp_path / "site", "quiz/all/index.html")
    assert ' href="https://example.org/team/study/edit/main/docs/quiz/all.md" rel="edit"' in page
    assert '<link href="https://example.org/study/quiz/all/" rel="canonical">' in page
    assert 'data-md-component="source"' not in page
    assert '<meta content="https://example.org/study/quiz/all/" property="og:url">' in page
    assert '<meta content="https://example.org/study/assets/images/share/quiz.png" property="og:image">' in page
    assert (tmp_path / "site" / "assets" / "images" / "share" / "quiz.png").read_bytes().startswith(b"\x89PNG")
    assert "Sitemap: https://example.org/study/sitemap.xml" in (tmp_path / "site" / "robots.txt").read_text()


def test_a_shared_link_has_a_card_without_a_picture_where_the_address_is_unknown(site: Path) -> None:
    page = html(site, "quiz/all/index.html")
    assert '<meta content="Quiz" property="og:title">' in page
    assert '<meta content="Tests lineage." property="og:description">' in page
    assert '<meta content="summary" name="twitter:card">' in page
    assert "og:image" not in page and "og:url" not in page
    assert not (site / "assets" / "images" / "share").exists()
    assert (site / "robots.txt").read_text() == "User-agent: *\nAllow: /\n"


def test_the_themes_script_does_not_keep_the_parser_waiting(site: Path) -> None:
    assert re.search(r'<script defer="" src="[^"]*/bundle\.[^"]*">', html(site, "quiz/all/index.html"))
