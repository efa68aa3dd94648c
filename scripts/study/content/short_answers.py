"""Short-answer questions: a ``###`` heading, the question, and its ``/// answer`` block."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from .inline import Reference
from .page import Block, Page
from .source import Place

_POINT = re.compile(r"^[ \t]*[-*+][ \t]+\[[ xX]\][ \t]+(.*(?:\n(?![ \t]*(?:[-*+][ \t]|$)).+)*)", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Point:
    """One line to tick: a key point of an answer or a criterion of an essay."""

    text: str
    references: tuple[Reference, ...]
    place: Place


@dataclass(frozen=True, slots=True)
class ShortAnswer:
    id: str
    title: str
    question: str
    answer: str
    key_points: tuple[Point, ...]
    place: Place

    @property
    def path(self) -> str:
        return self.place.path


def short_answers(page: Page) -> Iterator[ShortAnswer]:
    """The short answers of a page whose blocks are closed, in order."""
    for block in page.blocks:
        if block.name == "answer" and block.closed:
            yield _short_answer(page, block)


def points(page: Page, start: int, stop: int) -> tuple[Point, ...]:
    """The task list items of a part of a page."""
    return tuple(_point(page, match) for match in _POINT.finditer(page.source.prose, start, stop))


def _point(page: Page, match: re.Match[str]) -> Point:
    text = page.source.text[match.start(1) : match.end(1)]
    return Point(text, page.references_between(match.start(), match.end()), page.place(match.start(1)))


def _short_answer(page: Page, block: Block) -> ShortAnswer:
    heading = page.heading_of(block.offset)
    text = page.source.text
    listed = _POINT.search(page.source.prose, block.start, block.stop)
    answer = text[block.start : listed.start() if listed else block.stop].strip()
    question = text[heading.end if heading else 0 : block.offset].strip()
    id, title = (heading.id, heading.text) if heading else ("", "")
    return ShortAnswer(id, title, question, answer, points(page, block.start, block.stop), page.place(block.offset))
