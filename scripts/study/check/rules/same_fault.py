"""Faults that two rules report: the more specific problem is kept, and the other one is dropped."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from ..problem import Problem

SAYS_LESS: dict[str, frozenset[str]] = {
    code: frozenset(others.split())
    for code, others in {
        "B003": "M005 M034",
        "D001": "X028",
        "F011": "L005",
        "F022": "X028",
        "H001": "H012",
        "H002": "H010",
        "H003": "H006",
        "H005": "S014",
        "I004": "M033",
        "L011": "L003",
        "M005": "T001",
        "M009": "T015",
        "M010": "T015",
        "M031": "L006",
        "M032": "M030 X010",
        "M034": "M001 M008 M030 M041 T015",
        "M040": "M004 M034 T040",
        "M041": "T015",
        "N002": "N003",
        "Q013": "Q048",
        "Q021": "T015",
        "Q031": "Q021",
        "R006": "X028",
        "S012": "S014",
        "S014": "L001",
        "T001": "X007",
        "T015": "X007",
        "W001": "M003",
        "W008": "X028",
    }.items()
}
"""For each code, the codes that are less specific about the same text."""


def without_doubles(problems: Iterable[Problem]) -> list[Problem]:
    """The problems in the order of the text, without those for which a more specific one is about the same text."""
    found = sorted(set(problems))
    more: dict[tuple[str, str], list[Problem]] = defaultdict(list)
    for problem in found:
        for code in SAYS_LESS.get(problem.code, ()):
            more[problem.place.path, code].append(problem)
    return [one for one in found if not any(_meet(one, other) for other in more[one.place.path, one.code])]


def _meet(one: Problem, other: Problem) -> bool:
    return one.place <= other.end and other.place <= one.end
