"""Running text as paragraphs and sentences."""

from __future__ import annotations

import re
from functools import lru_cache

from .inline import plain
from .page import Page

_TOP = re.compile(r"\s*\n")
_GAP = re.compile(r"\n\s*\n")
_LABEL = re.compile(r"^\*\*[^*]+\.\*\* ")  # "Example." is a label
_RUNNING = re.compile(r"[A-Z\[*\"]")
_BETWEEN = re.compile(r"(?<=[.!?])[\"”)]?\s+(?=[A-Z`\"])")


@lru_cache(maxsize=4096)  # for two rules
def paragraphs(page: Page) -> tuple[tuple[int, list[str]], ...]:
    """Paragraphs of running text, each with its offset and its sentences: no lists, tables, headings, or quizzes."""
    unfenced = page.source.unfenced
    top = _TOP.match(unfenced)
    found, start = [], top.end() if top else 0
    for stop, after in [*(gap.span() for gap in _GAP.finditer(unfenced, start)), (len(unfenced), 0)]:
        text = page.source.text[start:stop].strip()
        text = _LABEL.sub("", text) if text.startswith("**") else text
        if _RUNNING.match(text) and "](http" not in text:
            found.append((start, sentences(text)))
        start = after
    return tuple(found)


def sentences(text: str) -> list[str]:
    return [part for part in _BETWEEN.split(plain(text)) if part.strip()]
