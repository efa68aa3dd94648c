"""X: text that was pasted twice."""

from __future__ import annotations

from ...content.guide import Guide
from ...content.page import Page
from .registry import Finding, Found, rule
from .vocabulary import paragraphs

FEWEST, SHORTEST = 8, 20  # words of a paragraph, letters of an item: shorter ones may be the same by chance
_BEGIN = ("- ", "| ")


@rule("X019", "text that is on the page twice", "one paragraph, pasted twice", "each paragraph once")
def pasted_twice(guide: Guide) -> Found:
    """Readers stop at a paragraph, a row, or an item that they have just read: it was pasted, and never changed.

    A paragraph that introduces code may be there again, such as the reason why a sample does not run.
    """
    for page in guide:
        texts = [text for _, text in paragraphs(page)]
        if len(set(texts)) < len(texts):
            yield from _paragraphs(page)
        lines = [line for line in page.source.lines if line[:2] in _BEGIN and len(line) > SHORTEST]
        if len(set(lines)) < len(lines):
            yield from _items(page)


def _paragraphs(page: Page) -> Found:
    first: dict[str, int] = {}
    for offset, text in paragraphs(page):
        typed = page.source.text[offset : offset + len(text)]
        below = page.source.text[offset + len(text) : offset + len(text) + 5]
        known = first.setdefault(typed, offset)
        if known != offset and len(text.split()) >= FEWEST and not text.startswith(_BEGIN) and below != "\n\n```":
            yield _again(page, offset + len(typed) - len(typed.lstrip()), "paragraph", known)


def _items(page: Page) -> Found:
    for start, text in paragraphs(page):
        first: dict[str, int] = {}
        offset = start
        for line in text.splitlines(keepends=True):
            typed = page.source.text[offset : offset + len(line)].rstrip()
            if line[:2] in _BEGIN and len(typed) > SHORTEST and first.setdefault(typed, offset) != offset:
                yield _again(page, offset, "row" if line[0] == "|" else "item", first[typed])
            offset += len(line)


def _again(page: Page, offset: int, what: str, known: int) -> Finding:
    line = page.place(known).line
    shown = page.source.text[offset:].partition("\n")[0]
    return Finding(page.place(offset), f"this {what} is already on line {line}; delete it, or change it", len(shown))
