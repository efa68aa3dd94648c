"""The grammar of mkdocs-quiz: the lines of a quiz block as question, options with reasons, and explanation.

The grammar is that of mkdocs-quiz 1.7 (``mkdocs_quiz.parsing``), with offsets added. This module does not import
mkdocs-quiz, which imports MkDocs; tests/study/test_quiz.py compares the two. There is one difference: ``[[x]]`` in code
is not a blank here, and mkdocs_quiz_adapter.py changes mkdocs-quiz accordingly.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from .source import FENCED, replaced, spaces, without_code

OPTION = re.compile(r"^[-*] \[(.?)\] (.*)$")
REASON = re.compile(r"^\s*>\s?(.*)$")
BLANK = re.compile(r"\[\[([^\]]+)\]\]")
SEPARATOR = "---"


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a quiz block, where it begins in its page, and whether it is part of fenced code."""

    text: str
    offset: int
    code: bool


@dataclass(frozen=True, slots=True)
class OptionLines:
    """An option: its line, its mark, its text, and the lines of its reason, without ``>``."""

    line: Line
    mark: str
    text: str
    text_offset: int
    reason: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Parts:
    """The parts of a quiz block; a question with a blank has no options."""

    lines: tuple[Line, ...]
    text: tuple[Line, ...]
    options: tuple[OptionLines, ...]
    explanation: tuple[Line, ...]
    blank: bool


def blanks(text: str) -> list[tuple[str, int, int]]:
    """The blanks of a text outside code: the answer of each, and its start and end offsets."""
    if not BLANK.search(text):
        return []
    prose = without_code(FENCED.sub(lambda match: spaces(match[0]), text))
    return [(text[found.start(1) : found.end(1)].strip(), *found.span()) for found in BLANK.finditer(prose)]


def spellings(answer: str) -> tuple[str, ...]:
    """The texts that a blank such as ``[[digest|hash]]`` accepts: at least one; the first is shown as the answer."""
    return tuple(text for part in answer.split("|") if (text := part.strip())) or ("",)


def with_blanks(text: str, shown: Callable[[str], str]) -> str:
    """The text with each blank replaced, by a function of its answer."""
    return replaced(text, ((start, end, shown(spellings(answer)[0])) for answer, start, end in blanks(text)))


def is_blank(content: str) -> bool:
    """Whether a quiz block is a question with a blank."""
    return bool(blanks(content))


def read(content: str, offset: int = 0) -> Parts:
    """The parts of a quiz block from its content, which begins at an offset of its page."""
    lines = tuple(_lines(content, offset))
    if is_blank(content):
        rule = next((index for index, line in enumerate(lines) if line.text.strip() == SEPARATOR), len(lines))
        return Parts(lines, lines[:rule], (), lines[rule + 1 :], True)
    first = next((index for index, line in enumerate(lines) if OPTION.match(line.text)), len(lines))
    options, after = _options(lines, first)
    return Parts(lines, lines[:first], options, lines[after:], False)


def _lines(content: str, offset: int) -> Iterator[Line]:
    fence = ""
    for text in content.split("\n"):
        mark = re.match(r"[ \t]*(`{3,}|~{3,})", text)
        inside = bool(fence)
        if mark and not fence:
            fence = mark[1]
        elif mark and text.strip().startswith(fence):
            fence = ""
        yield Line(text, offset, inside or bool(mark))
        offset += len(text) + 1


def _options(lines: tuple[Line, ...], index: int) -> tuple[tuple[OptionLines, ...], int]:
    """The options from a line on, and the line after them."""
    options: list[OptionLines] = []
    while index < len(lines):
        line = lines[index]
        option = OPTION.match(line.text)
        index += 1
        if option:
            start = index
            while index < len(lines) and REASON.match(lines[index].text):
                index += 1
            reason = tuple(map(_reason, lines[start:index]))
            options.append(OptionLines(line, option[1].strip(), option[2], line.offset + option.start(2), reason))
        elif line.text.strip():
            return tuple(options), index - 1
    return tuple(options), index


def _reason(line: Line) -> Line:
    match = REASON.match(line.text)
    return Line(match[1], line.offset + match.start(1), line.code) if match else line
