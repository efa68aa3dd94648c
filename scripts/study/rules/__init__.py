"""The guide's rules: one function, one code. Each goes from the guide to the places where it is broken."""

from __future__ import annotations

from ..guide import Guide
from ..problem import Problem
from . import blocks, ids, links, questions, terms
from .registry import RULES

__all__ = ["RULES", "check"]

MODULES = (terms, ids, links, questions, blocks)  # importing a module registers its rules


def check(guide: Guide) -> list[Problem]:
    """Every problem of the guide, in the order of the text."""
    found = (Problem(place, code, message) for code, rule in RULES.items() for place, message in rule(guide))
    return sorted(set(found))
