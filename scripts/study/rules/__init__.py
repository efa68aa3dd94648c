"""The guide's rules: one function, one code. Each goes from the guide to the places where it is broken."""

from __future__ import annotations

from collections.abc import Iterator

from ..guide import Guide
from ..problem import Problem
from . import blocks, ids, links, questions, sources, terms
from .registry import RULES, Rule

__all__ = ["RULES", "check", "problems"]

MODULES = (terms, ids, links, questions, blocks, sources)  # importing a module registers its rules


def check(guide: Guide) -> list[Problem]:
    """Every problem of the guide, in the order of the text."""
    return sorted({problem for rule in RULES.values() for problem in problems(guide, rule)})


def problems(guide: Guide, rule: Rule) -> Iterator[Problem]:
    """The problems of one rule."""
    for found in rule.check(guide):
        page = guide.pages[found.place.path]
        last = min(found.place.offset + max(found.length, 1), len(page.source.text))
        end = page.place(max(last, found.place.offset))
        yield Problem(found.place, rule.code, found.message, end, rule.severity, found.replacement)
