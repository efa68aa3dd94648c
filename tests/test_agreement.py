"""The check and the strict build agree on which references resolve."""

from __future__ import annotations

import random
import re
from pathlib import Path

import pytest
from cases import term_files
from generated_files import generated_files
from sites import build_site, quoted, write
from study.content.load import load

PATHS = (
    "index.md",
    "glossary/index.md",
    "glossary/bias.md",
    "glossary/two-words-term.md",
    "a.md",
    "deep/b.md",
    "deep/er/c.md",
)
HEADINGS = (
    "## Part { #part }",
    "## Two *words*",
    "## `code` and more",
    "## Part of it",
    "### Ünï 1.2 (x)",
    "## Part of it",
)
IDS = ("part", "two-words", "code-and-more", "part-of-it", "part-of-it_1", "uni-12-x", "cell", "raw", "nowhere", "Part")
TARGETS = (
    "a.md",
    "b.md",
    "c.md",
    "../a.md",
    "../b.md",
    "deep/b.md",
    "er/c.md",
    "../../a.md",
    "/a.md",
    "/deep/b.md",
    "no.md",
    "",
)
LABELS = ("bias", "Bias", "ML bias", "two words", "zebra", "own", "Two\nwords")
GLOSSARY = """\
# Bias { #bias }

Unfairness, see [two words][].

- Also called: ML bias

# Two words { #two-words-term }

Words, see [bias][].
"""
TERMS = term_files(GLOSSARY)


def page(dice: random.Random) -> str:
    def link() -> str:
        target, id = dice.choice(TARGETS), dice.choice(("", *IDS))
        shape = dice.choice(("[x]({})", "[x](<{}>)", '[x]({} "title")', "*[x]({})*", "- [x]({})", "> [x]({})"))
        return shape.format(f"{target}#{id}" if id else target or "a.md")

    def reference() -> str:
        shape = dice.choice(("[x][{}]", "[{}][]", "**[x][{}]**", "- [ ] [{}][]", "> [x][{}]", "`[{}][]`", "\\\\[{}][]"))
        return shape.format(dice.choice(LABELS))

    lines = [
        "# Page",
        dice.choice(("[own]: https://example.org/", "Text.")),
        dice.choice(("**x**{ #cell }", '<i id="raw"></i> y', "z")),
    ]
    lines += dice.sample(HEADINGS, 3) + [dice.choice((link, reference))() for _ in range(12)]
    return "\n\n".join(lines) + "\n"


def anchors_of_build(warnings: list[str]) -> set[tuple[str, str, str]]:
    """Anchors that MkDocs misses: page, page that should have it, anchor. It names each once a page."""
    here = re.compile(r"Doc file '([^']+)' contains a link '[^'#]*#([^']+)', but there is no such anchor on this page")
    there = re.compile(r"Doc file '([^']+)' .*but the doc '([^']+)' does not contain an anchor '#([^']+)'")
    own = {(match[1], match[1], match[2]) for line in warnings if (match := here.search(line))}
    return own | {(match[1], match[2], match[3]) for line in warnings if (match := there.search(line))}


def anchors_of_check(warnings: list[str]) -> set[tuple[str, str, str]]:
    found = (re.match(r'docs/([^:]+):.* L002 "([^"]+)" has no anchor "#([^"]+)"', line) for line in warnings)
    return {(match[1], match[2], match[3]) for match in found if match}


@pytest.mark.parametrize("seed", range(25))
def test_check_and_build_agree(seed: int, tmp_path: Path) -> None:
    dice = random.Random(seed)
    docs = write(tmp_path / "docs", {path: TERMS.get(path) or page(dice) for path in PATHS})
    warnings = build_site(docs, tmp_path / "site")
    pages = (
        re.match(r"Doc file '([^']+)' contains an? .*link '([^']+)'.*(?:not found|left as is)", line)
        for line in warnings
    )
    missing = (re.match(r'docs/([^:]+):.* L001 "([^"]+)" leads to no page', line) for line in warnings)
    assert {(match[1], match[2]) for match in missing if match} == {(match[1], match[2]) for match in pages if match}
    assert anchors_of_check(warnings) == anchors_of_build(warnings) != set()
    guide = load(docs, generated_files)
    for own in guide:
        built = tmp_path / "site" / own.path.replace("index.md", "index.html").replace(".md", "/index.html")
        html = quoted(built.read_text(encoding="utf-8"))
        resolved = [reference for reference in own.references if guide.term_of(reference)]
        assert html.count('class="term"') == len(resolved), own.path
