"""The workflow: its stages are headings of one page, each with a list of facts below it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from .glossary import FACT
from .guide import Guide
from .inline import plain
from .page import Heading, Page
from .source import Place

PATH = "workflow.md"
WORDS = "workflow/words.md"
"""The page that a learner reads before any question."""
TRACE = "workflow/trace.md"
"""The page that follows a prediction back to its data."""
LABELS = ("Owner", "Input", "Output", "Tools", "Record kept", "What goes wrong")
"""The facts of a stage, in their order."""
_OWNER = re.compile(r"\[([^\]]+)\]\((?:[^()]*/)?personas/([\w-]+)\.md[^()]*\)")
_HELP = re.compile(r", (?:with|through)\b")


@dataclass(frozen=True, slots=True)
class Fact:
    """The text after a label, on one line, and its start and end offsets in the page."""

    text: str
    start: int
    stop: int


@dataclass(frozen=True, eq=False, slots=True)
class Stage:
    """A ``###`` heading with facts, each by its label."""

    id: str
    name: str
    classes: tuple[str, ...]
    facts: dict[str, Fact]
    place: Place
    heading: Heading

    def __getitem__(self, label: str) -> Fact:
        return self.facts.get(label, Fact("", self.heading.end, self.heading.end))


def stages(guide: Guide) -> tuple[Stage, ...]:
    """The stages in order."""
    page = guide.pages.get(PATH)
    return tuple(_stages(page)) if page else ()


def owners(words: str) -> tuple[tuple[str, str], ...]:
    """The owners that a text names: each name, and the id of its persona, or "" without one.

    People named after "with" or "through" only help, so they are not owners.
    """
    named = _HELP.split(words, maxsplit=1)[0]
    linked = tuple((plain(link[1]), link[2]) for link in _OWNER.finditer(named))
    return linked or ((plain(named), ""),)


def _stages(page: Page) -> Iterator[Stage]:
    for heading, stop in zip(page.headings, ends(page), strict=True):
        facts = _facts(page, heading, stop)
        if heading.level == 3 and any(label in LABELS for label in facts):
            place = page.place(heading.offset + len("### "))
            yield Stage(heading.id, heading.text, heading.classes, facts, place, heading)


def ends(page: Page) -> list[int]:
    """The offsets where the text right below each heading ends: at the next heading of any level."""
    return [*(heading.offset for heading in page.headings[1:]), len(page.source.text)][: len(page.headings)]


def _facts(page: Page, heading: Heading, stop: int) -> dict[str, Fact]:
    found = FACT.finditer(page.source.text, heading.end, stop)
    return {match[1].strip(): Fact(" ".join(match[2].split()), match.start(2), match.end(2)) for match in found}
