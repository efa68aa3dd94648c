"""The decorator that gives a rule its code and its examples."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from ...content.guide import Guide
from ...content.source import Place


@dataclass(frozen=True, slots=True)
class Finding:
    """A place that breaks a rule: the message, the number of characters that it is about, and the replacement.

    `scope` is the span of offsets to replace, if it is not the same text.
    """

    place: Place
    message: str
    length: int = 1
    replacement: str | None = None
    scope: tuple[int, int] | None = None


Found = Iterator[Finding]
Check = Callable[[Guide], Found]


@dataclass(frozen=True, slots=True)
class Rule:
    """`bad` and `good` are the same Markdown, wrong and right. The check's docstring says why the rule matters."""

    code: str
    title: str
    bad: str
    good: str
    check: Check

    @property
    def why(self) -> str:
        return " ".join((self.check.__doc__ or "").split())


RULES: dict[str, Rule] = {}


def rule(code: str, title: str, bad: str, good: str) -> Callable[[Check], Check]:
    def register(check: Check) -> Check:
        if code in RULES:
            raise ValueError(f"two rules have the code {code}")
        RULES[code] = Rule(code, title, bad, good, check)
        return check

    return register
