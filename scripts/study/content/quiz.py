"""Interactive questions: mkdocs-quiz blocks, each below a heading that names it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from .inline import Reference
from .page import Block, Heading, Page
from .quiz_faults import Fault, faults, hidden_fault
from .quiz_grammar import Line, OptionLines, blanks, read, spellings
from .source import Place

Kind = Literal["single", "several", "blank"]


@dataclass(frozen=True, slots=True)
class Option:
    text: str
    mark: str
    reason: str
    place: Place

    @property
    def right(self) -> bool:
        return self.mark.lower() == "x"


@dataclass(frozen=True, slots=True)
class Question:
    """One quiz block; `id` is that of its own heading, empty if it has none.

    A `situation` (``.situation`` on the heading) asks what a person does, not what a word means.
    `accepted` has the texts that each blank accepts; the first is the answer to show.
    `faults` are lines that an author means as a part of the question, but that mkdocs-quiz reads differently.
    `hint` is the text of the ``/// hint`` block between the quiz and the next heading.
    """

    id: str
    title: str
    kind: Kind
    situation: bool
    text: str
    options: tuple[Option, ...]
    accepted: tuple[tuple[str, ...], ...]
    explanation: str
    references: tuple[Reference, ...]
    place: Place
    faults: tuple[Fault, ...] = ()
    hint: str = ""

    @property
    def path(self) -> str:
        return self.place.path

    @property
    def blanks(self) -> tuple[str, ...]:
        """The answer to each blank, as readers see it."""
        return tuple(answer for answer, *_ in self.accepted)

    @property
    def fills(self) -> str:
        """The text of the blanks, for a person who grades an answer: "digest or hash, S3"."""
        return ", ".join(" or ".join(texts) for texts in self.accepted)


@lru_cache(maxsize=1024)  # many ask, and while serving, most pages are those of the last build
def questions(page: Page) -> tuple[Question, ...]:
    """The questions of a page whose blocks are closed, in order."""
    return tuple(_questions(page))


def _questions(page: Page) -> Iterator[Question]:
    named: set[int] = set()
    for block in (block for block in page.quizzes if block.closed):
        heading = page.heading_of(block.offset)
        if heading is None or heading.offset in named or heading.level < 3 or not heading.explicit:
            heading = None
        else:
            named.add(heading.offset)
        yield _question(page, block, heading)


def _question(page: Page, block: Block, heading: Heading | None) -> Question:
    parts = read(page.source.text[block.start : block.stop], block.start)
    asked, told = _joined(parts.text), _joined(parts.explanation)
    options = tuple(_option(page, option) for option in parts.options)
    start = parts.explanation[0].offset if told else block.stop
    answers = tuple(spellings(answer) for answer, _, _ in blanks(asked))
    kind: Kind = "blank" if answers else "several" if sum(option.right for option in options) > 1 else "single"
    used = page.references_between(start, block.stop)
    id, title = (heading.id, heading.text) if heading else ("", "")
    situation = heading is not None and "situation" in heading.classes
    place = page.place(block.offset)
    hidden = any(start < block.offset < end for start, end in page.source.comments)
    wrong = (hidden_fault(block.offset),) if hidden else tuple(faults(parts, block.offset))
    return Question(id, title, kind, situation, asked, options, answers, told, used, place, wrong, _hint(page, block))


def _hint(page: Page, quiz: Block) -> str:
    """The text of the hint block below a quiz, if there is one before the next heading."""
    heading = page.heading_of(quiz.offset)
    hints = (block for block in page.blocks if block.name == "hint" and block.closed and block.offset > quiz.end)
    found = next(hints, None)
    if found is None or page.heading_of(found.offset) != heading:
        return ""
    return page.source.text[found.start : found.stop].strip()


def _joined(lines: Iterable[Line]) -> str:
    return "\n".join(line.text for line in lines).strip()


def _option(page: Page, option: OptionLines) -> Option:
    return Option(option.text.strip(), option.mark, _joined(option.reason), page.place(option.text_offset))
