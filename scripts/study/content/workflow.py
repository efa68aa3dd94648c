"""The workflow: its stages are headings of one page, each with a list of facts below it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from .glossary import FACT
from .guide import Guide
from .named_rows import Cell
from .page import Heading, Page
from .source import Place

PATH = "workflow.md"
WORDS = "workflow/words.md"
"""The page that a learner reads before any question."""
TRACE = "workflow/trace.md"
"""The page that leads from a prediction back to its data."""
LABELS = ("Owner", "Input", "Output", "Tools", "Record kept", "What goes wrong")
"""The facts of a stage, in their order."""


@dataclass(frozen=True, eq=False, slots=True)
class Stage:
    """A ``###`` heading with facts: each by its label, with its text on one line and its place in the page."""

    id: str
    name: str
    classes: tuple[str, ...]
    facts: dict[str, Cell]
    place: Place
    heading: Heading

    def __getitem__(self, label: str) -> Cell:
        return self.facts.get(label, Cell("", self.heading.end, self.heading.end))


def stages(guide: Guide) -> tuple[Stage, ...]:
    """The stages in order."""
    page = guide.pages.get(PATH)
    return tuple(_stages(page)) if page else ()


def _stages(page: Page) -> Iterator[Stage]:
    for heading, stop in zip(page.headings, ends(page), strict=True):
        facts = _facts(page, heading, stop)
        if heading.level == 3 and any(label in LABELS for label in facts):
            place = page.place(heading.offset + len("### "))
            yield Stage(heading.id, heading.text, heading.classes, facts, place, heading)


def ends(page: Page) -> list[int]:
    """Where the text right below each heading stops: at the next heading of any level."""
    return [*(heading.offset for heading in page.headings[1:]), len(page.source.text)][: len(page.headings)]


def _facts(page: Page, heading: Heading, stop: int) -> dict[str, Cell]:
    found = FACT.finditer(page.source.text, heading.end, stop)
    return {match[1].strip(): Cell(" ".join(match[2].split()), match.start(2), match.end(2)) for match in found}
