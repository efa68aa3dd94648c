"""Running text as paragraphs and sentences."""

from __future__ import annotations

import re
from functools import lru_cache

from .inline import plain
from .page import Page

_GAP = re.compile(r"\A\s*\n|\n\s*\n|\Z")
_LABEL = re.compile(r"^\*\*[^*]+\.\*\* ")  # "Example." is a label
_RUNNING = re.compile(r"[A-Z\[*\"]")
_BETWEEN = re.compile(r"(?<=[.!?])[\"”)]?\s+(?=[A-Z`\"])")


@lru_cache(maxsize=4096)  # for two rules
def paragraphs(page: Page) -> tuple[tuple[int, list[str]], ...]:
    """Paragraphs of running text, each with its offset and its sentences: no lists, tables, headings, or quizzes."""
    found, start = [], 0
    for gap in _GAP.finditer(page.source.unfenced):
        text = _LABEL.sub("", page.source.text[start : gap.start()].strip())
        if _RUNNING.match(text) and "](http" not in text:
            found.append((start, sentences(text)))
        start = gap.end()
    return tuple(found)


def sentences(text: str) -> list[str]:
    return [part for part in _BETWEEN.split(plain(text)) if part.strip()]
