"""Backlinks: where each term is used, and which questions ask about it."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from functools import lru_cache

from . import glossary
from .guide import Guide


@dataclass
class Uses:
    """Where a term is linked: pages by path with their title, questions by (path, id), other terms by id."""

    pages: dict[str, str] = field(default_factory=dict)
    questions: dict[tuple[str, str], str] = field(default_factory=dict)
    terms: dict[str, str] = field(default_factory=dict)


@lru_cache(maxsize=2)  # several callers in one build
def uses(guide: Guide) -> dict[str, Uses]:
    """The uses of every term by its id, in the order of the pages; a term's own file does not count."""
    found: dict[str, Uses] = defaultdict(Uses)
    asked = {(question.path, question.id) for question in guide.questions}
    asked |= {(answer.path, answer.id) for answer in guide.short_answers}
    for page in guide:
        for reference in page.references:
            term = guide.term_of(reference)
            heading = page.heading_of(reference.offset)
            if term is None:
                continue
            if glossary.is_glossary(page.path):
                own = guide.terms_by_file.get(page.path)
                if own and own.id != term.id:
                    found[term.id].terms[own.id] = own.name
            elif heading and (page.path, heading.id) in asked:
                found[term.id].questions[page.path, heading.id] = heading.text
            else:
                found[term.id].pages[page.path] = page.title
    return dict(found)
