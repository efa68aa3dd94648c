"""The words and paragraphs of each page, read once for all rules about them."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import accumulate

from ...content.guide import Guide
from ...content.page import Page

_TOKEN = re.compile(r"[A-Za-z][A-Za-z0-9_]*")


@lru_cache(maxsize=2)
def vocabulary(guide: Guide) -> tuple[tuple[Page, frozenset[str]], ...]:
    """For each page its words, those in code and addresses included."""
    return tuple((page, frozenset(_TOKEN.findall(page.source.text))) for page in guide)


@lru_cache(maxsize=2)
def prose_words(guide: Guide) -> tuple[tuple[Page, list[str]], ...]:
    """For each page the words of its prose in order, in lower case."""
    return tuple((page, re.findall(r"[a-z]+", page.source.prose.lower())) for page in guide)


@lru_cache(maxsize=4096)
def paragraphs(page: Page) -> tuple[tuple[int, str], ...]:
    """The pieces of a page's prose between blank lines, each with its offset."""
    texts = page.source.prose.rstrip("\n").split("\n\n")
    return tuple(zip(accumulate((len(text) + 2 for text in texts), initial=0), texts, strict=False))


def in_quiz(page: Page, offset: int) -> bool:
    """Whether an offset is in a question, where --fix changes no words."""
    return any(quiz.start <= offset < quiz.stop for quiz in page.quizzes)
