"""Where a rule gets its code."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from ..guide import Guide
from ..source import Place

Found = Iterator[tuple[Place, str]]
Rule = Callable[[Guide], Found]

RULES: dict[str, Rule] = {}


def rule(code: str) -> Callable[[Rule], Rule]:
    def register(function: Rule) -> Rule:
        if code in RULES:
            raise ValueError(f"two rules have the code {code}")
        RULES[code] = function
        return function

    return register
