"""The weight of a page in search follows from the beginning of its address."""

from __future__ import annotations

import pytest
from sites import ROOT
from study.site.search_boosts import BOOSTS, boost

ADDRESSES = [
    path.relative_to(ROOT / "docs").as_posix().removesuffix(".md").removesuffix("index").rstrip("/") + "/"
    for path in (ROOT / "docs").rglob("*.md")
]


@pytest.mark.parametrize("start", sorted(filter(None, BOOSTS)))
def test_each_line_of_the_table_fits_a_page(start: str) -> None:
    assert [address for address in ADDRESSES if address.startswith(start)]


@pytest.mark.parametrize(
    ("location", "factor"),
    [("", 0.5), ("#train", 0.5), ("glossary/lineage/", 0.8), ("learn/roles/#read", 2.0), ("review/", 1.0)],
)
def test_the_first_line_that_fits_counts(location: str, factor: float) -> None:
    assert boost(location) == factor
