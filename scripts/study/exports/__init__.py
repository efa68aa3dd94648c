"""Files for other programs: each module here makes one kind of file from the guide.

This module is imported by the check, which knows the files' names and needs nothing else of them.
"""

from __future__ import annotations

from collections.abc import Container

PAGE = "exports.md"
"""The page that offers the files: a site without it has none."""
FOLDER = "exports"
"""The folder below the site, the same as that of the page."""

NAMES = (
    "cards.apkg",
    "questions.gift.txt",
    "questions-qti-1.2.zip",
    "questions-qti-2.1.zip",
    "terms.csv",
    "questions.csv",
    "options.csv",
    "short-answers.csv",
    "prompts.csv",
    "personas.csv",
    "stages.csv",
    "guide.json",
    "guide.schema.json",
)
"""They never change, because other sites link them."""
SINGLE, OFFLINE = "guide.html", "site.zip"
"""The files that a build makes from the finished pages; they never change either."""


def paths(pages: Container[str]) -> tuple[str, ...]:
    """Where the site with these pages offers its exports."""
    return tuple(f"{FOLDER}/{name}" for name in (*NAMES, SINGLE, OFFLINE)) if PAGE in pages else ()
