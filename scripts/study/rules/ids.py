"""I: ids, which saved progress, links and exports depend on."""

from __future__ import annotations

from collections.abc import Iterable

from ..answers import ShortAnswer
from ..guide import Guide
from ..quiz import Question
from ..source import Place
from .registry import Found, rule


@rule("I001")
def duplicate_id(guide: Guide) -> Found:
    """An id that stands twice on a page: links reach the first only."""
    for page in guide:
        first: dict[str, int] = {}
        for id, offset in page.ids:
            if id in first:
                line = page.place(first[id]).line
                yield page.place(offset), f'the id "{id}" already stands on line {line}; give this one its own'
            first.setdefault(id, offset)


@rule("I002")
def question_id_of_two(guide: Guide) -> Found:
    """A question's id on two pages: what a reader answered is kept under it."""
    yield from _claimed_twice(guide.questions)
    yield from _claimed_twice(guide.short_answers)


def _claimed_twice(items: Iterable[Question | ShortAnswer]) -> Found:
    first: dict[str, Place] = {}
    for item in items:
        if not item.id:
            continue
        place = first.setdefault(item.id, item.place)
        if place.path != item.path:
            yield item.place, f'the question id "{item.id}" is taken by {place.path}:{place.line}; choose another'
