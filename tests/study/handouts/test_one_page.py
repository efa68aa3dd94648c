"""Cheat sheets and posters: each is one page, of all that it should have."""

from __future__ import annotations

import re
from pathlib import Path

import pikepdf
import pytest
from edition_pages import made, small, words
from sites import ROOT
from study.content.guide import Guide
from study.content.load import load
from study.content.workflow import stages
from study.handouts import CSS, typeset

SHEET = """\
# Clerk

Text.

## Goal { #goal }

Keep it.

Not this.

## Inputs { #inputs }

- A pen

## Outputs { #outputs }

- A page, for the [engineer](engineer.md)

/// correction | Corrected
Not this.
///

## Tools { #tools }

| Stage | Tool |
| --- | --- |
| Keep | A log |

Not this.
"""


@pytest.fixture(scope="module")
def real() -> Guide:
    return load(ROOT / "docs")


def test_a_sheet_has_the_goal_what_comes_in_and_goes_out_and_the_tools() -> None:
    shown = made(small({"personas/clerk.md": SHEET}), "cheat-sheets")["cheat-sheets"]
    sheet = re.findall(r'<section class="part cheat" id="sheet-clerk">.*?</section>', shown, re.DOTALL)[0]
    assert words(f"<body>{sheet}") == (
        "Clerk Keep it. Inputs A pen Outputs A page, for the engineer Tools Stage Tool Keep A log"
    )
    assert '<a href="#sheet-engineer" class="place">engineer</a>' in sheet


def test_each_role_has_one_page(real: Guide) -> None:
    document = made(real, "cheat-sheets")["cheat-sheets"]
    pages = typeset.printed(document, CSS.read_text(encoding="utf-8"), "").pages
    roles = [id for id in pages if id.startswith("sheet-") and not id.endswith("-end")]
    assert len(roles) == 4
    assert sorted(pages[id] for id in roles) == [2, 3, 4, 5]
    assert all(pages[id] == pages[f"{id}-end"] for id in roles)


@pytest.mark.parametrize(("name", "width"), [("poster-a3", 420), ("poster-a4", 297)])
def test_a_poster_is_one_sheet_with_every_stage(real: Guide, name: str, width: int, tmp_path: Path) -> None:
    document = made(real, name)[name]
    assert all(f">{stage.name}<" in document for stage in stages(real))
    path = tmp_path / "poster.pdf"
    path.write_bytes(typeset.printed(document, CSS.read_text(encoding="utf-8"), "").content)
    with pikepdf.open(path) as file:
        assert len(file.pages) == 1
        assert round(float(file.pages[0].MediaBox[2]) / 72 * 25.4) == width
