"""Builds while the site is served: only what a page shows, again when its source changes."""

from __future__ import annotations

import re
import threading
from pathlib import Path

import pytest
from cases import term_files
from sites import ROOT, build_site, write
from small_site import GLOSSARY, PAGES, QUIZ, html


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
    assert "A caption to find" in index and "Confusion matrix" not in index
