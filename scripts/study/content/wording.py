"""Running text as paragraphs and sentences."""

from __future__ import annotations

import re
from functools import lru_cache

from .inline import plain
from .page import Page

_BLOCK = re.compile(r"(?:[^\n]*\S[^\n]*(?:\n|\Z))+")
_LABEL = re.compile(r"^\*\*[^*]+\.\*\* ")  # "Example." is a label
_RUNNING = re.compile(r"[A-Z\[*\"]")
_BETWEEN = re.compile(r"(?<=[.!?])[\"”)]?\s+(?=[A-Z`\"])")


@lru_cache(maxsize=4096)  # two rules ask
def paragraphs(page: Page) -> tuple[tuple[int, list[str]], ...]:
    """Paragraphs of running text, each with its offset and its sentences: no lists, tables, headings, or quizzes."""
    found = []
    for block in _BLOCK.finditer(page.source.unfenced):
        text = page.source.text[block.start() : block.end()].strip()
        text = _LABEL.sub("", text)
        if _RUNNING.match(text) and "](http" not in text:
            found.append((block.start(), sentences(text)))
    return tuple(found)


def sentences(text: str) -> list[str]:
    return [part for part in _BETWEEN.split(plain(text)) if part.strip()]
