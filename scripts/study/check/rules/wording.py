"""X: sentences and paragraphs that are hard to read."""

from __future__ import annotations

import statistics

from ...content.guide import Guide
from ...content.sentences import paragraphs
from .registry import Finding, Found, rule

MEDIAN = 18  # words of a sentence: half of a page's sentences have no more
FEWEST = 5  # sentences: the median of fewer is not meaningful
MOST = 5  # sentences of a paragraph


@rule("X020", "a page of long sentences", "sentences of 25 words each", "sentences of 15 words each")
def long_sentences(guide: Guide) -> Found:
    """Many people read technical pages in a second language, and short sentences help them most."""
    for page in guide:
        found = [(offset, text, len(text.split())) for offset, part in paragraphs(page) for text in part]
        middle = statistics.median([count for _, _, count in found]) if len(found) >= FEWEST else 0
        if middle <= MEDIAN:
            continue
        offset, text, count = max(found, key=lambda each: each[2])
        message = (
            f"half of the sentences on this page have {middle:g} words or more, and {MEDIAN} is the limit; split some, "
            f'such as the one of {count} words that begins "{" ".join(text.split()[:5])}"'
        )
        yield Finding(page.place(offset), message)


@rule("X021", "a long paragraph", "a paragraph of seven sentences", "two paragraphs")
def long_paragraph(guide: Guide) -> Found:
    """A paragraph has one idea. On a phone, more than five sentences fill the screen."""
    for page in guide:
        for offset, found in paragraphs(page):
            count = len(found)
            if count > MOST:
                yield Finding(page.place(offset), f"this paragraph has {count} sentences; split it, {MOST} is the most")
