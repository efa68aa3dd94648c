"""The printed editions: each is made from the guide as one HTML document, which also becomes a PDF.

The check imports this module for the names of the files, so it imports none of the others.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from ..content import case_studies, printed_tests
from ..content.personas import persona_of

PAGE = "handouts/index.md"
"""The page that offers the editions; a site without it has none."""
FOLDER = "handouts"
STYLESHEET = "handout.css"
"""The stylesheet of all editions, in the same folder."""
CSS = Path(__file__).with_name(STYLESHEET)
"""The source file of the stylesheet."""

Kind = Literal[
    "learner",
    "key",
    "trainer",
    "cards",
    "cheat-sheets",
    "poster-a3",
    "poster-a4",
    "readings",
    "rubric-grids",
    "slides",
    "test",
    "test-key",
    "cases",
]
POSTERS: tuple[Kind, ...] = ("poster-a3", "poster-a4")
SHEETS: tuple[Kind, ...] = ("readings", "cheat-sheets", *POSTERS, "rubric-grids", "slides")
KINDS: tuple[Kind, ...] = ("learner", "key", "trainer", "cards", *SHEETS)
TEST: tuple[Kind, ...] = ("test", "test-key")
"""The kinds of a site with a printed test."""
CASES: tuple[Kind, ...] = ("cases",)
"""The kinds of a site with case studies."""
PER_PERSONA: tuple[Kind, ...] = ("learner", "key")
"""The kinds that are also made for each persona."""


@dataclass(frozen=True, slots=True)
class Edition:
    """One document; `persona` is empty in an edition for everyone."""

    kind: Kind
    persona: str = ""

    @property
    def name(self) -> str:
        """Its file name without suffix. It never changes, because other sites link it."""
        return f"{self.persona}-{self.kind}" if self.persona else self.kind


def editions(pages: Collection[str]) -> tuple[Edition, ...]:
    """The editions of a site with these pages."""
    personas = sorted(filter(None, map(persona_of, pages)))
    tests = TEST if printed_tests.PATH in pages else ()
    cases = CASES if case_studies.PATH in pages else ()
    own = (Edition(kind, persona) for persona in personas for kind in PER_PERSONA)
    return (*map(Edition, (*KINDS, *tests, *cases)), *own)


def with_pdf(pages: Collection[str]) -> tuple[str, ...]:
    """The names of the editions that are PDF files too: all but the slides, which a browser shows and prints."""
    return tuple(edition.name for edition in editions(pages) if edition.kind != "slides")


def paths(pages: Collection[str]) -> Iterator[str]:
    """The paths of the editions of a site with these pages, even if this machine cannot make PDF files."""
    if PAGE in pages:
        yield from (f"{FOLDER}/{edition.name}.html" for edition in editions(pages))
        yield from (f"{FOLDER}/{name}.pdf" for name in with_pdf(pages))
