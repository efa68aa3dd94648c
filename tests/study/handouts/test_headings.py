"""The headings of an edition, from which a PDF file takes its bookmarks."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from edition_pages import COURSE, made, small

EDITIONS = made(small(COURSE))


@pytest.mark.parametrize("name", EDITIONS)
def test_headings_begin_with_the_first_and_skip_no_level(name: str) -> None:
    levels = [int(level) for level in re.findall(r"<h([1-6])\b", EDITIONS[name])]
    assert levels[0] == 1 and 1 not in levels[1:]
    assert [(one, two) for one, two in pairwise(levels) if two > one + 1] == []


@pytest.mark.parametrize("name", sorted(EDITIONS.keys() - {"cards", "slides"}))
def test_each_part_and_the_contents_have_one_heading_of_the_second_level(name: str) -> None:
    parts = EDITIONS[name].count('<section class="part')
    assert EDITIONS[name].count("<h2") == parts + 1 > 1
