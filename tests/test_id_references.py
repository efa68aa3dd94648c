"""Every id occurs only once on a built page, and every reference to an id resolves on its page."""

from __future__ import annotations

from pathlib import Path

import pytest
from id_references import faults


def test_every_id_reference_of_the_site_resolves(folder: Path) -> None:
    pages = sorted(folder.rglob("*.html"))
    names = {page.relative_to(folder).as_posix() for page in pages}
    assert {"index.html", "personas/mlops-engineer/index.html", "handouts/trainer.html", "exports/guide.html"} <= names
    found = {page.relative_to(folder).as_posix(): faults(page.read_text(encoding="utf-8")) for page in pages}
    assert {name: lines for name, lines in found.items() if lines} == {}


@pytest.mark.parametrize(
    "html",
    [
        '<a aria-describedby="x y"></a><p id="x"></p>',
        '<section aria-labelledby="y"></section>',
        '<button aria-controls="y"></button>',
        '<label for="y"></label>',
        '<input list="y">',
        '<td headers="x y"></td><th id="x"></th>',
        '<a href="#y">Y</a>',
        '<svg><use href="#y"/></svg>',
    ],
)
def test_a_reference_that_leads_nowhere_is_found(html: str) -> None:
    (line,) = faults(html)
    assert line.endswith('names "y", which is not there')


@pytest.mark.parametrize(
    "html",
    [
        '<a aria-describedby="x y"></a><p id="x"></p><p id="y"></p>',
        '<a href="#%C3%A4">Ä</a><p id="ä"></p>',
        '<a href="#">Top</a><a href="#top">Top</a>',
        '<a href="other/#y">elsewhere</a>',
    ],
)
def test_a_reference_that_resolves_is_no_fault(html: str) -> None:
    assert faults(html) == []


def test_an_id_that_a_page_has_twice_is_found() -> None:
    assert faults('<p id="x"></p><p id="x"></p>') == ['id="x" is there 2 times']
