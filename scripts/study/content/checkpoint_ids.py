"""The ids under which the ticks of key points and criteria are saved."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from markdown.extensions.toc import slugify

from .guide import Guide
from .inline import plain
from .short_answers import Point


def point_ids(guide: Guide, points: Iterable[Point]) -> list[str]:
    """The ids under which ticks are saved: the first term that a point links, or its words; a repeated id gets ~2.

    A point that is reworded or moved keeps its tick as long as it is about the same term.
    """
    seen: Counter[str] = Counter()
    ids = []
    for point in points:
        term = next(filter(None, map(guide.term_of, point.references)), None)
        id = term.id if term else slugify(plain(point.text), "-")[:60].strip("-_") or "point"
        seen[id] += 1
        ids.append(id if seen[id] == 1 else f"{id}~{seen[id]}")
    return ids
