"""Single mistakes that contributors make, generated in the real docs, and what the check reports for each."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from random import Random

Docs = Mapping[str, str]
"""The text of each page by its path."""


@dataclass(frozen=True)
class Mistake:
    """One mistake: the new text of each page that it changes, and the lines where it is to be reported, by path.

    A page that is new text of ``None`` is deleted. Paths are relative to the docs folder.
    """

    kind: str
    name: str
    changes: dict[str, str]
    lines: dict[str, set[int]] = field(default_factory=dict)


Generator = Callable[[Docs, Random], Iterator[Mistake]]
"""All places where a mistake could be made, or as many as one likes, in an order that the dice decide."""


def edited(kind: str, name: str, path: str, text: str, start: int, end: int, new: str, above: int = 1) -> Mistake:
    """A mistake that replaces a part of a page: it is to be reported on a line that changed, or right beside it.

    Where an end is lost, the right place is the beginning: it is among so many lines `above`.
    """
    first = text.count("\n", 0, start) + 1
    last = first + new.count("\n")
    changed = f"{text[:start]}{new}{text[end:]}"
    return Mistake(kind, name, {path: changed}, {path: set(range(first - above, last + 2))})
