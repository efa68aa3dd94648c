"""Edits between two words."""

from __future__ import annotations

import pytest
from study.check.rules.api_names import distance


@pytest.mark.parametrize(
    ("one", "two", "edits"),
    [
        ("lineage", "lineage", 0),
        ("lineage", "linage", 1),
        ("lineage", "lineagee", 1),
        ("lineage", "liveage", 1),
        ("lineage", "lienage", 1),
        ("lineage", "ilneaeg", 2),
        ("model", "medal", 2),
        ("aab", "aba", 1),
        ("abc", "xyz", 3),
        ("", "ab", 2),
    ],
)
def test_edits(one: str, two: str, edits: int) -> None:
    assert distance(one, two, 9) == distance(two, one, 9) == edits


def test_more_edits_than_asked_for_are_only_more() -> None:
    assert distance("abcdef", "uvwxyz", 2) > 2
    assert distance("a", "abcdef", 2) > 2
