"""The guide's rules: one function for each code. A rule takes the guide and finds the places that break it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from importlib import import_module
from pkgutil import iter_modules

from ...content.guide import Guide
from ...content.page import Page
from ...content.source import Place
from ..problem import Fix, Problem
from .registry import RULES, Finding, Rule
from .same_fault import without_doubles
from .unfinished import TOO_LONG, long_pages, without_long_pages

__all__ = ["RULES", "check", "found_by", "problems"]

MOST = 1000  # problems of one rule on one page: a page with more is not real content, and would fill the memory
for _module in iter_modules(__path__):  # importing a module registers its rules
    import_module(f"{__name__}.{_module.name}")


def check(guide: Guide) -> list[Problem]:
    """Every problem of the guide, in the order of the text."""
    small = without_long_pages(guide)
    found = [problem for rule in RULES.values() for problem in problems(small, rule)]
    return without_doubles([*found, *found_by(guide, TOO_LONG, long_pages(guide))])


def problems(guide: Guide, rule: Rule) -> Iterator[Problem]:
    """The problems of one rule."""
    return found_by(guide, rule.code, rule.check(guide))


def found_by(guide: Guide, code: str, findings: Iterable[Finding], severity: str = "error") -> Iterator[Problem]:
    """Findings as problems, with the place where each ends."""
    counts: Counter[str] = Counter()
    for found in findings:
        counts[found.place.path] += 1
        if counts[found.place.path] > MOST:
            continue
        page = guide.pages.get(found.place.path)
        if page is None:  # a page that is gone
            yield Problem(found.place, code, found.message, found.place, severity)
            continue
        last = min(found.place.offset + max(found.length, 1), len(page.source.text))
        end = page.place(max(last, found.place.offset))
        yield Problem(found.place, code, found.message, end, severity, _fix(page, found, end))


def _fix(page: Page, found: Finding, end: Place) -> Fix | None:
    if found.replacement is None:
        return None
    if found.scope is None:
        return Fix(found.place, end, found.replacement)
    return Fix(page.place(found.scope[0]), page.place(found.scope[1]), found.replacement)
