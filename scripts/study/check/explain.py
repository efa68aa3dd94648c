"""What each code of the check means: one text for ``--explain`` and for the page of the site."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from itertools import groupby
from textwrap import fill, indent

from .lost_ids import lost_ids
from .rules import RULES
from .rules.sources import old_sources
from .rules.unfinished import TOO_LONG, long_pages
from .suppressions import UNEXPLAINED, UNUSED, unexplained, unused


@dataclass(frozen=True, slots=True)
class Entry:
    """The explanation of a code."""

    code: str
    title: str
    why: str
    bad: str
    good: str


def _also(code: str, title: str, function: Callable[..., object], bad: str, good: str) -> Entry:
    return Entry(code, title, " ".join((function.__doc__ or "").split()), bad, good)


_ALL = (
    *(Entry(rule.code, rule.title, rule.why, rule.bad, rule.good) for rule in RULES.values()),
    _also(
        "I005",
        "a published id that is lost or swapped (--since)",
        lost_ids,
        "### Lineage { #past }",
        "### Past { #lineage }",
    ),
    _also("S004", "a source checked too long ago (--max-age)", old_sources, "(May 2024)", "(November 2026)"),
    _also(TOO_LONG, "a page that is too long to check", long_pages, "a page of 20 MB", "several pages"),
    _also(
        UNEXPLAINED,
        "a comment that allows a problem without a reason",
        unexplained,
        "<!-- check: allow T006 -->",
        "<!-- check: allow T006 the word means a price here -->",
    ),
    _also(
        UNUSED,
        "a comment that allows no problem",
        unused,
        "<!-- check: allow T006 the word means a price here -->",
        "No comment.",
    ),
)
ENTRIES = {entry.code: entry for entry in _ALL}
GROUPS = {
    "T": "Terms",
    "I": "Ids",
    "L": "Links, headings and images",
    "Q": "Interactive questions",
    "B": "Blocks",
    "A": "Short answers",
    "P": "Essay prompts",
    "R": "The course",
    "D": "Plans and tests on paper",
    "S": "Sources",
    "F": "Facts, corrections and numbers",
    "W": "Tables, and the stages of the workflow",
    "N": "Navigation and files",
    "X": "Slips and wording",
    "M": "Markdown that is not what it seems",
    "H": "Raw HTML",
    "C": "The check itself",
}


def explain(code: str) -> str | None:
    """A few lines about one code, or `None` if it does not exist."""
    entry = ENTRIES.get(code.upper())
    if entry is None:
        return None
    bad, good = (indent(text, "    ") for text in (entry.bad, entry.good))
    return f"{entry.code}: {entry.title}\n\n{fill(entry.why, 78)}\n\nInstead of\n\n{bad}\n\nwrite\n\n{good}\n"


def as_markdown() -> str:
    """All codes as a page, by group."""
    lines = [
        "# What the check says",
        "",
        "Each problem that `make check` prints has a code. This page says why each one matters and how to fix it.",
    ]
    ordered = sorted(ENTRIES.values(), key=lambda entry: ([*GROUPS].index(entry.code[0]), entry.code))
    for letter, entries in groupby(ordered, key=lambda entry: entry.code[0]):
        title = GROUPS[letter]
        lines += ["", f"## {title} {{ #{re.sub('[^a-z]+', '-', title.lower())} }}"]
        for entry in entries:
            lines += _section(entry)
    return "\n".join(lines) + "\n"


def _section(entry: Entry) -> list[str]:
    why = re.sub(r"([\[\]])", r"\\\1", entry.why.replace("<", "&lt;"))
    return [
        "",
        f"### {entry.code}: {entry.title} {{ #{entry.code.lower()} }}",
        "",
        why,
        "",
        "Instead of",
        "",
        *_fenced(entry.bad),
        "",
        "write",
        "",
        *_fenced(entry.good),
    ]


def _fenced(text: str) -> list[str]:
    return ["````text", *text.splitlines(), "````"]
