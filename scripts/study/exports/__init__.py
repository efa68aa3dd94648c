"""Files for other programs: each module here makes one kind of file from the guide.

The check imports this module for the names of the files, so it imports none of the others.
"""

from __future__ import annotations

from collections.abc import Container

PAGE = "exports.md"
"""The page that offers the files; a site without it has no exports."""
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
"""The names of the exports. They never change, because other sites link them."""
SINGLE, OFFLINE = "guide.html", "site.zip"
"""The names of the files that a build makes from the finished pages. They never change either."""


def paths(pages: Container[str]) -> tuple[str, ...]:
    """The paths of the exports of a site with these pages."""
    return tuple(f"{FOLDER}/{name}" for name in (*NAMES, SINGLE, OFFLINE)) if PAGE in pages else ()
