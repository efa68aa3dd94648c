"""The lines of a term's list of facts as an author typed them, including mistyped ones."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ...content.glossary import Term
from ...content.inline import fold
from ...content.page import Page
from ..problem import Nearest
from .registry import Finding, Found

LABELS = ("Also called", "Origin", "Used by", "Stage", "Not the same as", "Source")
NEAREST = Nearest(LABELS)
_BLOCK = re.compile(r"(?:^[ \t]*\S[^\n]*(?:\n|\Z))+", re.MULTILINE)
_ITEM = re.compile(
    r"[ \t]{0,3}[-*+][ \t]+(?P<mark>[*_]{0,3})(?P<label>[A-Za-z][\w /-]{1,30}?)[*_]{0,3}:[*_]{0,3}(?=\s|$)"
)
_OTHER_NAMES = {
    "aliases": "Also called", "alias": "Also called", "synonyms": "Also called", "also known as": "Also called",
    "sources": "Source", "see": "Source", "reference": "Source", "references": "Source", "link": "Source",
    "stages": "Stage", "used in": "Stage", "personas": "Used by", "persona": "Used by", "users": "Used by",
    "roles": "Used by", "role": "Used by", "owner": "Used by", "different from": "Not the same as",
    "not to be confused with": "Not the same as", "unlike": "Not the same as", "scope": "Origin",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class FactLine:
    """One item of the list; `label` is the typed label, `name` the intended label, `text` the text after it."""

    label: str
    name: str
    marked: bool
    text: str
    offset: int
    start: int
    stop: int
    loose: int | None  # the offset of a line that belongs to it but is not indented


def meant(label: str) -> str:
    """The label that an author meant, or an empty text."""
    words = fold(label)
    exact = next((name for name in LABELS if name.lower() == words), None)
    return exact or _OTHER_NAMES.get(words) or NEAREST.to(words) or ""


def fact_lines(page: Page, term: Term) -> tuple[FactLine, ...]:
    """The facts of a term, up to the next heading of any level."""
    below = (heading.offset for heading in page.headings if heading.offset > term.offset)
    return tuple(_between(page, term.offset, min([*below, term.stop][:1], default=term.stop)))


def _between(page: Page, start: int, stop: int) -> Iterator[FactLine]:
    for block in _BLOCK.finditer(page.source.prose, start, stop):
        lines = list(_lines(page, block.start(), min(block.end(), stop)))
        if any(meant(line.label) for line in lines) and (len(lines) > 1 or any(line.label in LABELS for line in lines)):
            yield from lines


def labeled_lines(page: Page, start: int, stop: int) -> Iterator[FactLine]:
    """The labeled items between two offsets, whatever their labels."""
    for block in _BLOCK.finditer(page.source.prose, start, stop):
        yield from _lines(page, block.start(), min(block.end(), stop))


def repeated(page: Page, lines: Iterable[FactLine], name: str) -> Found:
    """The facts whose label an earlier one has; `name` is that of the term or stage."""
    first: dict[str, FactLine] = {}
    for line in lines:
        if first.setdefault(line.label, line) is not line:
            at = page.place(first[line.label].offset).line
            message = f'"{name}" already has the fact "{line.label}" on line {at}; merge the two'
            yield Finding(page.place(line.offset), message, len(line.label))


def wrapped(page: Page, lines: Iterable[FactLine]) -> Found:
    """The lines that continue a fact without an indent."""
    for line in lines:
        if line.loose is not None:
            message = f'this line belongs to the fact "{line.label}"; begin it with four spaces'
            yield Finding(page.place(line.loose), message, 1, "    ", (line.loose, line.loose))


def _lines(page: Page, start: int, stop: int) -> Iterator[FactLine]:
    """The labeled items of one block of lines."""
    prose, text = page.source.prose, page.source.text
    opened: tuple[re.Match[str], int | None] | None = None
    at = start
    for line in prose[start:stop].splitlines(keepends=True):
        if item := _ITEM.match(line):
            if opened:
                yield _line(text, opened[0], opened[1], at)
            opened = _ITEM.match(prose, at) or item, None
        elif opened and opened[1] is None and not line.startswith(("  ", "\t")):
            opened = opened[0], at
        at += len(line)
    if opened:
        yield _line(text, opened[0], opened[1], stop)


def _line(text: str, item: re.Match[str], loose: int | None, stop: int) -> FactLine:
    label = item["label"].strip()
    body = text[item.end() : stop].strip()
    return FactLine(label, meant(label), bool(item["mark"]), body, item.start("label"), item.end(), stop, loose)
