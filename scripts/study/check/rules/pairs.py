"""Q: pairs of terms that readers confuse, on the pages of ``docs/contrasts/``."""

from __future__ import annotations

from functools import lru_cache

from ...content.guide import Guide
from ...content.page import Heading, Page
from .registry import Finding, Found, rule
from .targets import internal

FOLDER = "contrasts/"
INDEX = "contrasts/index.md"
FEWEST = 2  # questions of a pair: each side is the answer once


@lru_cache(maxsize=2)
def pairs(guide: Guide) -> tuple[tuple[Page, Heading], ...]:
    """The pairs in the order of the text: the headings of the second level."""
    pages = [page for page in guide if page.path.startswith(FOLDER) and page.path != INDEX]
    return tuple((page, heading) for page in pages for heading in page.headings if heading.level == 2)


@rule(
    "Q050",
    "a pair without its table",
    "## A or B { #a-or-b }",
    "## A or B { #a-or-b }\n\n| | A | B |\n| --- | --- | --- |",
)
def pair_without_table(guide: Guide) -> Found:
    """A table shows the two side by side, row by row, so that readers see the difference."""
    for page, heading in pairs(guide):
        start, stop = page.section(heading)
        count = page.source.prose.count("\n| ---", start, stop)
        if count != 1:
            message = f'the pair "{heading.text}" has {count or "no"} table{"s" * (count > 1)}; it needs exactly one'
            yield Finding(page.place(heading.offset), message, heading.level)


@rule("Q051", "a pair with too few questions", "one <quiz> below ## A or B", "two of them, for A and for B")
def pair_with_few_questions(guide: Guide) -> Found:
    """Questions ask about both sides. Otherwise, readers learn that one of the two is always right."""
    for page, heading in pairs(guide):
        start, stop = page.section(heading)
        own = [
            q for q in guide.questions if q.path == page.path and start <= q.place.offset < stop and q.kind == "single"
        ]
        if len(own) < FEWEST:
            many = f"{len(own) or 'no'} question{'s' * (len(own) != 1)}"
            message = f'the pair "{heading.text}" has {many} with one right option; write at least {FEWEST}'
            yield Finding(page.place(heading.offset), message, heading.level)


@rule("Q052", "a pair that the index lacks", "## A or B { #a-or-b }", "| [A or B](data.md#a-or-b) | Which one ...? |")
def pair_outside_index(guide: Guide) -> Found:
    """The index lists every pair, with the question that tells the two terms apart."""
    index = guide.pages.get(INDEX)
    listed = {(path, anchor) for _, path, anchor in internal(index)} if index else set()
    for page, heading in pairs(guide) if index else ():
        if (page.path, heading.id) not in listed:
            target = f"{page.path.removeprefix(FOLDER)}#{heading.id}"
            message = f'{INDEX} does not list "{heading.text}"; add | [{heading.text}]({target}) | ... | to its table'
            yield Finding(page.place(heading.offset), message, heading.level)
