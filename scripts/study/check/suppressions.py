"""Problems that are intended: ``<!-- check: allow CODE reason -->`` on the line before."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ..content.guide import Guide
from ..content.source import Place
from .problem import Problem

UNEXPLAINED, UNUSED = "C001", "C002"
_ALLOW = re.compile(r"<!--[ \t]*check:[ \t]*allow[ \t]+(\S+?)(?:[ \t]+(.*?))?[ \t]*-->")


@dataclass(frozen=True, slots=True)
class Allowance:
    code: str
    reason: str
    place: Place
    end: Place


def allowances(guide: Guide) -> Iterator[Allowance]:
    for page in guide:
        for match in _ALLOW.finditer(page.source.unfenced):
            yield Allowance(match[1], match[2] or "", page.place(match.start()), page.place(match.end()))


def without_allowed(guide: Guide, problems: Iterable[Problem]) -> list[Problem]:
    """The problems that no comment allows, and a problem for each comment without a reason or without effect."""
    given = {(one.place.path, one.end.line + 1, one.code): one for one in allowances(guide)}
    used = set()
    left = []
    for problem in problems:
        key = (problem.place.path, problem.place.line, problem.code)
        if key in given:
            used.add(key)
        else:
            left.append(problem)
    left += [unexplained(one) for one in given.values() if not one.reason]
    left += [unused(one) for key, one in given.items() if key not in used]
    return sorted(left)


def unexplained(one: Allowance) -> Problem:
    """Without a reason, the next author cannot tell whether the comment is still needed."""
    message = f"this allows {one.code} without a reason; write why: <!-- check: allow {one.code} reason -->"
    return Problem(one.place, UNEXPLAINED, message, one.end)


def unused(one: Allowance) -> Problem:
    """A comment that outlives its problem hides the next one."""
    message = f"this allows {one.code}, but the next line has no such problem; delete the comment"
    return Problem(one.place, UNUSED, message, one.end)
