"""A sample of the single mistakes that tests/mistakes makes in the real docs: the check finds each at its place."""

from __future__ import annotations

from collections import Counter

from mistakes import facts, pages, quizzes
from mistakes.listed import LISTED, listed
from mistakes.verdicts import guide_of_docs, sample, texts, verdicts
from study.check.rules import check
from study.check.suppressions import without_allowed

SEED = 14
EVERY = 12  # of the generators, one in so many: the whole corpus is tests/mistakes/run.py


def test_the_docs_without_a_mistake_are_silent() -> None:
    guide = guide_of_docs()
    assert without_allowed(guide, check(guide)) == []


def test_the_listed_mistakes_are_found_in_place() -> None:
    """One in twelve, since each is a check of all pages; tests/mistakes/run.py checks all."""
    there = [*listed(texts())]
    assert len(there) > len(LISTED) * 0.8, "tests/mistakes/listed.py looks for texts that were reworded: update it"
    some = there[::EVERY]
    assert [one.name for one, found in verdicts(some) if found != "in place"] == []


def test_single_mistakes_are_found_in_place() -> None:
    generators = (*quizzes.GENERATORS, *pages.GENERATORS, *facts.GENERATORS)[::EVERY]
    found = {mistake.name: what for mistake, what in verdicts(sample(generators, 1, SEED))}
    missed = [name for name, what in found.items() if what == "missed"]
    counts = Counter(found.values())
    assert len(missed) * 20 <= len(found), missed
    assert counts["in place"] * 10 >= (len(found) - counts["harmless"]) * 9, counts
