"""Interactive questions: mkdocs-quiz blocks, read by its grammar, each below a heading that names it.

The grammar is that of mkdocs-quiz 1.7 (``mkdocs_quiz.parsing``), with offsets, and without importing it: it imports
MkDocs. tests/study/test_quiz.py holds the two against each other.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from .inline import Reference
from .page import Block, Heading, Page
from .source import Place

Kind = Literal["single", "several", "blank"]

_OPTION = re.compile(r"^[-*] \[(.?)\] (.*)$")
_REASON = re.compile(r"^\s*>\s?(.*)$")
BLANK = re.compile(r"\[\[([^\]]+)\]\]")


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
    """One quiz block; `id` is its heading's, empty where no heading of its own stands above it.

    A `situation` (``.situation`` on the heading) asks what somebody does at some moment, not what a word means.
    """

    id: str
    title: str
    kind: Kind
    situation: bool
    text: str
    options: tuple[Option, ...]
    blanks: tuple[str, ...]
    explanation: str
    references: tuple[Reference, ...]
    place: Place

    @property
    def path(self) -> str:
        return self.place.path


def questions(page: Page) -> Iterator[Question]:
    """The questions of a page whose blocks are closed, in order."""
    named: set[int] = set()
    for block in (block for block in page.quizzes if block.closed):
        heading = page.heading_of(block.offset)
        if heading is None or heading.offset in named or heading.level < 3 or not heading.explicit:
            heading = None
        else:
            named.add(heading.offset)
        yield _question(page, block, heading)


def _question(page: Page, block: Block, heading: Heading | None) -> Question:
    lines = list(_lines(page.source.text, block))
    text, options, explanation = _blank_parts(lines) if _is_blank(page, block) else _option_parts(page, lines)
    asked = "\n".join(line for line, _ in text).strip()
    told = "\n".join(line for line, _ in explanation).strip()
    start = explanation[0][1] if told else block.stop
    blanks = tuple(match[1].strip() for match in BLANK.finditer(asked)) if not options else ()
    kind: Kind = "blank" if blanks else "several" if sum(option.right for option in options) > 1 else "single"
    used = page.references_between(start, block.stop)
    id, title = (heading.id, heading.text) if heading else ("", "")
    situation = heading is not None and "situation" in heading.classes
    return Question(id, title, kind, situation, asked, options, blanks, told, used, page.place(block.offset))


Lines = list[tuple[str, int]]


def _is_blank(page: Page, block: Block) -> bool:
    return BLANK.search(page.source.text, block.start, block.stop) is not None


def _lines(text: str, block: Block) -> Iterator[tuple[str, int]]:
    offset = block.start
    for line in text[block.start : block.stop].split("\n"):
        yield line, offset
        offset += len(line) + 1


def _blank_parts(lines: Lines) -> tuple[Lines, tuple[Option, ...], Lines]:
    rule = next((index for index, (line, _) in enumerate(lines) if line.strip() == "---"), len(lines))
    return lines[:rule], (), lines[rule + 1 :]


def _option_parts(page: Page, lines: Lines) -> tuple[Lines, tuple[Option, ...], Lines]:
    first = next((index for index, (line, _) in enumerate(lines) if _OPTION.match(line)), len(lines))
    options: list[Option] = []
    index = first
    while index < len(lines):
        line, offset = lines[index]
        if option := _OPTION.match(line):
            reason: list[str] = []
            while index + 1 < len(lines) and (more := _REASON.match(lines[index + 1][0])):
                reason.append(more[1])
                index += 1
            place = page.place(offset + option.start(2))
            options.append(Option(option[2].strip(), option[1].strip(), "\n".join(reason).strip(), place))
        elif line.strip():
            break
        index += 1
    return lines[:first], tuple(options), lines[index:]
