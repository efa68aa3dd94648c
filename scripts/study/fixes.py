"""Mends that have exactly one answer, applied to the text of a page."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from .guide import Guide
from .problem import Mend, Problem


def fixed(guide: Guide, problems: Iterable[Problem]) -> dict[str, str]:
    """The pages that change, by path, with every replacement made; of two that overlap, the first."""
    by_page: dict[str, list[Mend]] = defaultdict(list)
    for problem in problems:
        if problem.mend is not None:
            by_page[problem.place.path].append(problem.mend)
    return {path: _applied(guide.pages[path].source.text, mends) for path, mends in by_page.items()}


def _applied(text: str, mends: list[Mend]) -> str:
    pieces, done = [], 0
    for mend in sorted(mends, key=lambda mend: (mend.start.offset, -mend.end.offset)):
        if mend.start.offset >= done:
            pieces += [text[done : mend.start.offset], mend.text]
            done = mend.end.offset
    return "".join([*pieces, text[done:]])
