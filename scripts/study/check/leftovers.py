"""The marks in a page's text that Markdown does not interpret, so readers see them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from ..content.guide import Guide
from ..content.inline import Link, Reference
from ..content.page import Page
from ..content.quiz_grammar import blanks
from ..content.source import FILLED, apart, blanked
from .rendered import PAGES, not_markdown

_TAGS = re.compile(r"</?[a-zA-Z][^<>]*>|<(?:https?:|mailto:)[^<>\s]*>|<[^<>\s@]+@[^<>\s]+>")
_ESCAPES = re.compile(r"\\[\\`*_{}\[\]()#+.!|>~^:<-]")
_BOX = re.compile(r"\[[^\[\]\n]?\][ \t]")
_BOXES = re.compile(r"^[ \t]*(?:[-*+]|\d+\.)[ \t]+(\[[^\[\]\n]?\])(?=[ \t])", re.MULTILINE)
_DEFINITIONS = re.compile(r"^ {0,3}\[[^\^\]][^\]]*\]:[ \t]*\S[^\n]*$|^\[TOC\]$", re.MULTILINE)
_ADDRESSES = re.compile(r"https?://[^\s<>()\[\]\"'`]+")
_RULES = re.compile(r"^[ \t]*+(?:(?:[-*_][ \t]*+){3,}+|(?=[ \t:|]*+-)[ \t:|-]++)$", re.MULTILINE)
_BULLETS = re.compile(r"^(?:[ \t>]*(?:[-*+]|\d+\.)[ \t]+)+|^[ \t]*#{1,6}(?=[ \t])|^ {0,3}/{3,}.*$", re.MULTILINE)
ATTRIBUTES = re.compile(r"\{:?[ \t]*(?P<words>[^{}\n%\s][^{}\n]*)\}")
_ENDS = re.compile(r"[ \t]*(?:\||$)", re.MULTILINE)
_EMPHASIS = re.compile(r"\*+|(?<!\w)_{1,3}(?!_)|(?<!_)_{1,3}(?!\w)")
_BLOCK = re.compile(r"\n(?:[ \t]*\n|(?=[ \t>]*(?:[-*+]|\d+\.)[ \t])|(?=[ \t]*[#|/>])|(?=\[))|\|(?<!\\\|)")


@lru_cache(maxsize=PAGES)
def left(page: Page, hidden: tuple[tuple[int, int], ...]) -> str:
    """The page's text with everything blanked out that Markdown reads, except emphasis. Offsets do not change."""
    prose = page.source.filled
    spans = [*hidden, *_quiz_marks(page)]
    for pattern in (_TAGS, _ADDRESSES, _RULES, _BULLETS, _ESCAPES):
        spans += [match.span() for match in pattern.finditer(prose)]
    if "]:" in prose or "[TOC]" in prose:
        spans += [match.span() for match in _DEFINITIONS.finditer(prose)]
    if _BOX.search(prose):
        spans += [match.span(1) for match in _BOXES.finditer(prose)]
    spans += [match.span() for match in attributes(page)]
    return blanked(blanked(prose, apart(_links(page)), FILLED), apart(spans))


@lru_cache(maxsize=PAGES)
def attributes(page: Page) -> tuple[re.Match[str], ...]:
    """Attribute lists where Markdown reads them: after a heading, a cell, or an inline element, or on a last line.

    Those in code are text.
    """
    text = page.source.uncommented
    found = (match for match in ATTRIBUTES.finditer(text) if page.source.filled[match.start()] == "{")
    return tuple(match for match in found if _is_read(page, text, match))


def _is_read(page: Page, text: str, match: re.Match[str]) -> bool:
    start = text.rfind("\n", 0, match.start()) + 1
    before = text[start : match.start()]
    if before.endswith((")", "]", "*", "_", "`", ">")):
        return True
    heading = page.heading_of(start)
    owned = not before.strip() or before[0] == "|" or (heading is not None and heading.offset == start)
    return owned and (not before or before[-1] in " \t") and _ENDS.match(text, match.end()) is not None


def _links(page: Page) -> Iterator[tuple[int, int]]:
    """The brackets and targets of links and references; the words between them stay."""
    items: list[Link | Reference] = [*page.links, *page.all_references]
    for item in items:
        opening = page.source.prose.index("[", item.offset)
        yield item.offset, opening + 1
        yield opening + 1 + len(item.text), item.end


def _quiz_marks(page: Page) -> Iterator[tuple[int, int]]:
    for quiz in page.quizzes:
        for _, start, end in blanks(page.source.text[quiz.start : quiz.stop]):
            yield quiz.start + start, quiz.start + end


@lru_cache(maxsize=PAGES)
def emphasis(text: str) -> tuple[tuple[int, str], ...]:
    """Stars and underscores without a partner in their paragraph, item, or cell, in a text of `left`."""
    return tuple(_lone_marks(text))


def _lone_marks(text: str) -> Iterator[tuple[int, str]]:
    done = 0
    for end in (*_BLOCK.finditer(text), None):
        stop = end.start() if end else len(text)
        block = text[done:stop]
        if "*" in block or "_" in block:
            yield from ((done + at, mark) for at, mark in _alone(block))
        done = end.end() if end else stop


def _alone(block: str) -> Iterator[tuple[int, str]]:
    opened: list[tuple[int, str]] = []
    alone: list[tuple[int, str]] = []
    for match in _EMPHASIS.finditer(block):
        mark = match[0]
        before, after = block[match.start() - 1 : match.start()], block[match.end() : match.end() + 1]
        free = (not before or before.isspace(), not after or after.isspace())
        if all(free) or (before.isalnum() and after.isalnum() and len(mark) == 1):
            alone += [(match.start(), mark)] if len(mark) == 2 else []
            continue
        if not free[0] and any(other == mark for _, other in opened) and (free[1] or not after.isalnum()):
            while (last := opened.pop())[1] != mark:
                alone.append(last)
        elif not free[1]:
            opened.append((match.start(), mark))
        else:
            alone.append((match.start(), mark))
    yield from sorted([*alone, *opened])


@lru_cache(maxsize=2)  # several rules ask about one guide
def leftovers(guide: Guide) -> dict[str, str]:
    """The text of `left` for each page of a guide, by path."""
    return {page.path: left(page, not_markdown(guide, page)) for page in guide}
