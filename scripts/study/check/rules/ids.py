"""I: ids, on which saved progress, links, and exports depend."""

from __future__ import annotations

import re
from collections.abc import Iterable

from ...content.guide import Guide
from ...content.quiz import Question
from ...content.short_answers import ShortAnswer
from ...content.source import Place
from .registry import Finding, Found, rule

_END = re.compile(r"[^\w]+$")
_POSITION = re.compile(r"(?:q|question|quiz|answer|item|no|nr)?[-_]?\d+$", re.IGNORECASE)


@rule("I001", "a repeated id on a page", "## A { #same }\n\n## B { #same }", "## A { #first }\n\n## B { #second }")
def duplicate_id(guide: Guide) -> Found:
    """Links and saved answers reach only the first of two equal ids on a page."""
    for page in guide:
        first: dict[str, int] = {}
        for id, offset in page.ids:
            if id in first:
                line = page.place(first[id]).line
                message = f'the id "{id}" is already on line {line}; give this one its own'
                yield Finding(page.place(offset), message, len(id))
            first.setdefault(id, offset)


@rule(
    "I002",
    "a question's id on two pages",
    "### Why? { #why }    on two pages",
    "### Why? { #why-lineage }    on one of them",
)
def question_id_of_two(guide: Guide) -> Found:
    """Answers are saved under the id of the question, whatever page it is on."""
    yield from _claimed_twice(guide.questions)
    yield from _claimed_twice(guide.short_answers)


def _claimed_twice(items: Iterable[Question | ShortAnswer]) -> Found:
    first: dict[str, Place] = {}
    for item in items:
        if not item.id:
            continue
        place = first.setdefault(item.id, item.place)
        if place.path != item.path:
            taken = f'the question id "{item.id}" is taken by {place.path}:{place.line}; choose another'
            yield Finding(item.place, taken)


@rule("I003", "an id that numbers a question", "### Lineage { #q7 }", "### Lineage { #lineage-meaning }")
def numbered_id(guide: Guide) -> Found:
    """Insert a question before it and the number is wrong. Name the id after the topic."""
    items: list[Question | ShortAnswer] = [*guide.questions, *guide.short_answers]
    for item in items:
        if _POSITION.match(item.id):
            message = f'the id "{item.id}" numbers its question; say what it asks, such as "lineage-limits"'
            yield Finding(item.place, message)


@rule("I004", "an id that ends in punctuation", "### Lineage { #lineage: }", "### Lineage { #lineage }")
def punctuated_id(guide: Guide) -> Found:
    """Mail and chat programs drop trailing punctuation from a pasted link, and the link then leads nowhere."""
    for page in guide:
        for heading in page.headings:
            end = _END.search(heading.id) if heading.explicit else None
            if end and end.start():
                place = page.place(heading.id_offset)
                message = f'the id "{heading.id}" ends in "{end[0]}"; write "{heading.id[: end.start()]}"'
                yield Finding(place, message, len(heading.id), heading.id[: end.start()])
