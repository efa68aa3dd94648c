"""Arbitrary text: the check never raises an exception, its places are in the file, and fixes end and lose no word."""

from __future__ import annotations

import re

from hypothesis import given, settings
from hypothesis import strategies as st
from study.check.fixes import fixed
from study.check.rules import check
from study.check.suppressions import without_allowed
from study.content.guide import Guide
from study.content.source import Source

PIECES = [
    "# ",
    "## ",
    "### ",
    "#### ",
    "{ #id }",
    "{ #q1: .c }",
    "\n",
    "\n\n",
    " ",
    "- ",
    "- [x] ",
    "- [ ] ",
    "> ",
    "> Wrong.\n",
    "<quiz>",
    "</quiz>",
    "[[",
    "]]",
    "[",
    "]",
    "(",
    ")",
    "[]",
    "](",
    "][",
    "![",
    "`",
    "```\n",
    "~~~\n",
    "<!--",
    "-->",
    "---\n",
    "/// answer\n",
    "//// exemplar\n",
    "///\n",
    "////\n",
    "/// zebra | x\n",
    "| a | b |\n",
    "| --- | --- |\n",
    "lineage",
    "Lineage",
    "feature stores",
    "[lineage][]",
    "[x][feature store]",
    "[x](page.md#a)",
    "https://example.org/a",
    "- Also called: a, b\n",
    "- Source: [t, AWS](https://example.org/) (May 2026)\n",
    "<!-- check: allow T006 -->\n",
    "\\",
    "{",
    "}",
    "é",
    "\u2028",
    "\t",
    "\x00",
]
TEXT = st.lists(st.sampled_from(PIECES) | st.text(max_size=8), max_size=40).map("".join)
STORE = "# Feature Store { #feature-store }\n\nA store, unlike [lineage][].\n"
LINEAGE = """\
# Lineage { #lineage }

History, unlike a [feature store][].

"""
SITES = st.fixed_dictionaries(
    {
        "glossary/feature-store.md": st.just(STORE),
        "glossary/lineage.md": TEXT.map(LINEAGE.__add__),
        "page.md": TEXT,
        "essays/prompt.md": TEXT,
    }
)


def read(pages: dict[str, str]) -> Guide:
    return Guide.read(Source(path, text.replace("\r", "")) for path, text in pages.items())


@settings(max_examples=400, deadline=None, derandomize=True)
@given(SITES)
def test_any_text_gives_problems_or_none_inside_the_file(pages: dict[str, str]) -> None:
    guide = read(pages)
    for problem in without_allowed(guide, check(guide)):
        lines = guide.pages[problem.place.path].source.text.split("\n")
        for place in (problem.place, problem.end):
            assert 1 <= place.line <= len(lines)
            assert 1 <= place.column <= len(lines[place.line - 1]) + 1
        assert problem.place <= problem.end
        assert "\n" not in problem.line()


@settings(max_examples=120, deadline=None, derandomize=True)
@given(SITES)
def test_a_fix_settles_and_keeps_every_word(pages: dict[str, str]) -> None:
    guide = read(pages)
    for _ in range(10):
        changed = fixed(guide, check(guide))
        if not changed:
            break
        for path, text in changed.items():
            assert words(text) >= words(guide.pages[path].source.text)
        guide = Guide.read(
            [*(page.source for page in guide if page.path not in changed), *map(Source, changed, changed.values())]
        )
    assert fixed(guide, check(guide)) == {}


def words(text: str) -> set[str]:
    return set(re.findall(r"[a-z]{3,}", text.lower())) - {"id"}
