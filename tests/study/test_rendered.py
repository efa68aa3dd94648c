"""The check parses pages with the same extensions as the site, and finds the right lines of the page."""

from __future__ import annotations

import re
from pathlib import Path

from study.check.line_kinds import cells, doubtful
from study.check.rendered import BLOCK_TYPES, EXTENSIONS, render
from study.content.page import Page
from study.content.source import Source

CONFIG = Path(__file__).parent.parent.parent / "mkdocs.yml"


def page(text: str) -> Page:
    return Page(Source("p.md", text))


def test_pages_are_parsed_with_the_extensions_of_the_site() -> None:
    configured = CONFIG.read_text(encoding="utf-8").partition("\nmarkdown_extensions:")[2]
    names = re.findall(r"^  - ([\w.]+)", configured, re.MULTILINE)
    assert sorted(names) == sorted([*EXTENSIONS, "toc"])
    types = re.findall(r"types: \[([\w, ]+)\]|\{name: (\w+),", configured)
    assert [one or other for one, other in types] == [type for types in BLOCK_TYPES.values() for type in types]


def test_a_text_knows_its_line() -> None:
    shown = render(
        page("# A\n\nText:\n- a\n\n| x | y |\n| - | - |\n| 1 | 2 |\n\n<quiz>\nWhy?\n- [x] Yes\n> So.\n</quiz>\n")
    )
    texts = [(run.tag, line.text.strip(), line.number) for run in shown.runs for line in run.lines]
    assert texts == [
        ("h1", "A", 1),
        ("p", "Text:", 3),
        ("p", "- a", 4),
        *[("th", "x", 6), ("th", "y", 6), ("td", "1", 8), ("td", "2", 8)],
        *[("p", "Why?", 11), ("p", "Yes", 12), ("p", "So.", 13)],
    ]


def test_a_text_behind_several_marks_knows_its_line() -> None:
    shown = render(page("Text:\n- a\n\n- - deep\n\n> 1. - deeper\n\nEnd.\n"))
    texts = [(run.tag, line.text.strip(), line.number) for run in shown.runs for line in run.lines]
    assert texts == [("p", "Text:", 1), ("p", "- a", 2), ("li", "deep", 4), ("li", "deeper", 6), ("p", "End.", 8)]


def test_words_that_raw_html_has_too_are_found_in_their_own_line() -> None:
    shown = render(page("Text.\n\n<div>\nthe end is near\n</div>\n\nthe end\n"))
    assert [(line.text, line.number) for run in shown.runs for line in run.lines] == [("Text.", 1), ("the end", 7)]


def test_a_quiz_without_its_end_is_read_as_text() -> None:
    shown = render(page("# A\n\n<quiz>\nWhy?\n\n- [x] Yes\n"))
    texts = [(run.tag, line.text.strip(), line.number) for run in shown.runs for line in run.lines]
    assert texts == [("h1", "A", 1), ("p", "<quiz>", 3), ("p", "Why?", 4), ("li", "[x] Yes", 6)]


def test_a_pipe_in_code_or_behind_a_backslash_separates_no_cells() -> None:
    assert [cells(row) for row in ("| a | b |", "a | b", r"| a \| b |", "| `a|b` | c |", "| ``a|`b`` |")] == [
        2,
        2,
        1,
        2,
        1,
    ]


def test_only_doubtful_pages_are_parsed() -> None:
    assert not doubtful(page("# A\n\nText:\n\n- a\n    b\n\n    c\n\n1. d\n\n| x |\n| - |\n| 1 |\n"))
    assert not doubtful(page("# A\n\n<quiz>\nWhy?\n- [x] Yes\n> So.\n</quiz>\n"))
    assert doubtful(page("# A\n\n<quiz>\nText:\n- a\n"))
    assert doubtful(page("Text:\n- a\n"))
    assert doubtful(page("Text.\n\n    Code\n"))
    assert doubtful(page("Text.\n\n<div>\n"))
