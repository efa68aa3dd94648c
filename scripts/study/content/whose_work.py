"""The persona whose work a question asks about: the question counts for that persona in the reader's results."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from math import sqrt

from .glossary import Term
from .guide import Guide
from .workflow import stages

_PERSONA = re.compile(r"personas/([\w-]+)\.md")


class WhoseWork:
    """The personas of a guide, by the terms that name them."""

    def __init__(self, guide: Guide) -> None:
        self._owners = {stage.id: _PERSONA.findall(stage["Owner"].text) for stage in stages(guide)}
        self._usual = self._points(guide.terms)

    def of(self, terms: list[Term]) -> str:
        """The id of a persona, or "" if no term names one.

        Each term gives one point to the personas who use it, and one to the owners of its stages, divided equally: a
        term that all personas use says little. A persona's points are weighted down by its points in the whole
        glossary. The first in the alphabet wins a tie.
        """
        points = self._points(terms)
        return min(points, key=lambda persona: (-points[persona] / sqrt(self._usual[persona]), persona), default="")

    def _points(self, terms: Iterable[Term]) -> dict[str, float]:
        points: defaultdict[str, float] = defaultdict(float)
        for term in terms:
            for personas, point in self._named(term):
                for persona in personas:
                    points[persona] += point / len(personas)
        return points

    def _named(self, term: Term) -> Iterable[tuple[tuple[str, ...], float]]:
        yield tuple(dict.fromkeys(term.personas)), 1.0
        for stage in term.stages:
            yield tuple(self._owners.get(stage, ())), 1 / len(term.stages)
