"""A small real build: the pages that MkDocs, the theme, and mkdocs-quiz make from the guide."""

from __future__ import annotations

import json
import re
import threading
from pathlib import Path

import pytest
from cases import term_files
from sites import ROOT, build_site, quoted, write

GLOSSARY = """\
# Bias { #bias }

Unfairness that "hurts" `<people>`.

Seen in the [lineage][].

# Lineage { #lineage }

History, unlike [bias][].
"""
QUIZ = """\
# Quiz

Tests [lineage][].

## Questions { #questions }

### First { #first }

<quiz>
Why [lineage][]?
- [x] Because
> Of [bias][].
- [ ] No
> [Look](../glossary/bias.md).

So [lineage][].
</quiz>

### Second { #second }

<quiz>
Fill the [[gap]] & `<more>`.

---

So [lineage][] and [bias][].
</quiz>
"""
PAGES = {
    "index.md": "# Home\n\nSee [bias][] and\n*[more][lineage]*.\n",
    "glossary/index.md": "# Glossary\n\nAll terms.\n",
    **term_files(GLOSSARY),
    "quiz/all.md": QUIZ,
}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("small")
    warnings = build_site(write(folder / "docs", PAGES), folder / "site")
    assert warnings == []
    return folder / "site"


def html(site: Path, page: str) -> str:
    return quoted((site / page).read_text(encoding="utf-8"))


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


def test_problems_are_warnings_and_the_page_stays_readable(tmp_path: Path) -> None:
    pages = {
        "index.md": "# Home\n\n[bias][] [zebra][]\n",
        **term_files(GLOSSARY),
        "quiz/all.md": QUIZ.replace("- [x] Because", "- [z] Because <br>"),
    }
    warnings = build_site(write(tmp_path / "docs", pages), tmp_path / "site")
    assert warnings == [
        'docs/index.md:3:10: T001 no term is called "zebra"',
        "docs/quiz/all.md:9:1: Q002 this question has no right option; mark at least one with - [x]",
        'docs/quiz/all.md:11:7: Q009 "[z]" is not a known mark; write [x] or [ ]',
    ]
    assert "[zebra][]" in html(tmp_path / "site", "index.html")
    assert "- [z] Because &lt;br&gt;" in html(tmp_path / "site", "quiz/all/index.html")


def test_mkdocs_and_the_check_name_the_same_broken_links(tmp_path: Path) -> None:
    pages = {**PAGES, "index.md": "# Home\n\n[bias][] [a](nothing.md) [b](glossary/index.md#no) [c](#no) [lineage][]\n"}
    warnings = build_site(write(tmp_path / "docs", pages), tmp_path / "site")
    assert [line for line in warnings if line.startswith("docs/")] == [
        'docs/index.md:3:14: L001 "nothing.md" leads to no page or file',
        'docs/index.md:3:30: L002 "glossary/index.md" has no anchor "#no"',
        'docs/index.md:3:56: L002 "index.md" has no anchor "#no"',
    ]
    assert len([line for line in warnings if line.startswith("Doc file")]) == 3


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


def test_a_build_lists_so_many_problems_and_says_how_to_see_the_rest(tmp_path: Path) -> None:
    many = "# Home\n\n" + "\n\n".join(f"[zebra {number}][]" for number in range(203)) + "\n"
    warnings = build_site(write(tmp_path / "docs", {"index.md": many, **term_files(GLOSSARY)}), tmp_path / "site")
    assert len(warnings) == 201
    assert re.fullmatch(r"and \d+ more problems: `make check` lists them all", warnings[-1])


def test_serving_makes_no_file_to_download_and_says_how_to_get_them(tmp_path: Path) -> None:
    links = "| A | B |\n| --- | --- |\n| [page](learner.html) | [paper](learner.pdf) |\n"
    taken = "# Take\n\n- [Deck](exports/cards.apkg)\n- [Zip](exports/site.zip)\n"
    pages = {**PAGES, "exports.md": taken, "handouts/index.md": f"# Print\n\n{links}"}
    assert build_site(write(tmp_path / "docs", pages), tmp_path / "site", command="serve") == []
    exports, printed = ((tmp_path / "site" / name / "index.html").read_text() for name in ("exports", "handouts"))
    for page, words in ((exports, "Deck"), (printed, "paper")):
        assert "This preview has no files to download. Run <code>make build</code> to make them." in page
        assert f"<span>{words}</span>" in page
    assert not re.search(r'href="[^"]*(?:cards.apkg|site.zip|learner)', exports + printed)
    assert not [
        path
        for name in ("exports", "handouts")
        for path in (tmp_path / "site" / name).iterdir()
        if path.name != "index.html"
    ]


def test_serving_reports_problems_beside_the_pages(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    docs = write(tmp_path / "docs", {"index.md": "# Home\n\n[zebra][]\n", **term_files(GLOSSARY)})
    build_site(docs, tmp_path / "site", command="serve")
    for thread in (thread for thread in threading.enumerate() if thread.name == "check"):
        thread.join()
    assert 'docs/index.md:3:1: T001 no term is called "zebra"' in caplog.messages


def test_serving_renders_a_question_again_when_it_or_a_term_changes(tmp_path: Path) -> None:
    docs = write(tmp_path / "docs", PAGES)
    built = tmp_path / "site" / "quiz" / "all" / "index.html"
    build_site(docs, tmp_path / "site", command="serve")
    (docs / "quiz" / "all.md").write_text(QUIZ.replace("- [ ] No\n", "- [ ] Never\n"), encoding="utf-8")
    build_site(docs, tmp_path / "site", command="serve")
    assert "Never" in built.read_text(encoding="utf-8")
    (docs / "glossary" / "lineage.md").rename(docs / "glossary" / "history.md")
    write(docs, {"glossary/history.md": "# Lineage { #history }\n\nHistory, unlike [bias][].\n"})
    build_site(docs, tmp_path / "site", command="serve")
    shown = built.read_text(encoding="utf-8")
    assert "glossary/history/" in shown and "glossary/lineage/" not in shown


def test_a_placed_picture_is_drawn_with_its_style_and_script_and_search_reads_its_caption_only(tmp_path: Path) -> None:
    files = ("stylesheets/drawing.css", "javascripts/pictures/threshold.js", "javascripts/pictures/controls.js")
    assets = {f"assets/{name}": (ROOT / "docs" / "assets" / name).read_text(encoding="utf-8") for name in files}
    text = "# Home\n\nText.\n\n/// picture | threshold\nA caption to find.\n///\n"
    assert build_site(write(tmp_path / "docs", {"index.md": text, **assets}), tmp_path / "site", command="serve") == []
    page = html(tmp_path / "site", "index.html")
    assert page.count('aria-labelledby="threshold-') == 2 and "<!--drawing" not in page and "data-model=" in page
    for name in files[:2]:
        assert f'="assets/{name}"' in page
    index = (tmp_path / "site" / "search" / "search_index.json").read_text(encoding="utf-8")
    assert "A caption to find" in index and "Confusion table" not in index
