"""Problems of the content in a build: warnings that name their place, and pages that stay readable."""

from __future__ import annotations

import re
from pathlib import Path

from cases import term_files
from sites import build_site, write
from small_site import GLOSSARY, PAGES, QUIZ, html


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
        'docs/quiz/all.md:11:15: X030 "<br>" breaks the line; begin a new paragraph with a blank line, or write a list',
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


def test_a_build_lists_so_many_problems_and_says_how_to_see_the_rest(tmp_path: Path) -> None:
    many = "# Home\n\n" + "\n\n".join(f"[zebra {number}][]" for number in range(203)) + "\n"
    warnings = build_site(write(tmp_path / "docs", {"index.md": many, **term_files(GLOSSARY)}), tmp_path / "site")
    assert len(warnings) == 201
    assert re.fullmatch(r"and \d+ more problems: `make check` lists them all", warnings[-1])
