"""Cheat sheets, posters, and rubric grids: each is one page with all of its content."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pikepdf
import pytest
from edition_pages import made, small, words
from sites import ROOT
from study.content.guide import Guide
from study.content.load import load
from study.content.workflow import stages
from study.handouts import CSS, typeset
from study.handouts.print_pages import page_of

SHEET = """\
# Clerk

Text.

## Goal { #goal }

Keep it.

The clerk keeps it well.

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
        "Clerk Keep it. The clerk keeps it well. Inputs A pen Outputs A page, for the engineer Tools Stage Tool Keep A log"
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
    boxes = subprocess.run(["pdftotext", "-bbox", path, "-"], capture_output=True, text=True, check=True).stdout
    found = re.findall(r'yMin="(.*?)" .*? yMax="(.*?)">(.*?)</word>', boxes)
    heights = {word: float(bottom) - float(top) for top, bottom, word in found}
    assert heights["Frame"] > 1.5 * heights["Business"] > 0
    assert [word for _, _, word in found if word == "/"] == []  # no page number


def test_each_essay_has_a_grid_of_each_size_on_one_page(real: Guide) -> None:
    document = made(real, "rubric-grids")["rubric-grids"]
    pages = typeset.printed(document, CSS.read_text(encoding="utf-8"), "").pages
    grids = [id for id in pages if id.startswith("grid-") and not id.endswith("-end")]
    assert sorted(grids) == sorted(f"grid-{prompt.id}-{size}" for prompt in real.prompts for size in (8, 16, 24))
    assert len({pages[id] for id in grids}) == len(grids)
    assert all(pages[id] == pages[f"{id}-end"] for id in grids)


def test_a_grid_has_a_row_for_each_learner_and_a_column_for_each_criterion() -> None:
    document = made(small(), "rubric-grids")["rubric-grids"]
    tables = re.findall(r'<table class="marking">(.*?)</table>', document)
    (prompt,) = small().prompts
    assert [table.count('<th scope="row">') for table in tables] == [8, 16, 24]
    assert all(table.count('scope="col"') == len(prompt.criteria) + 3 for table in tables)
    assert document.count("<span>Date</span>") == 3


def test_a_grid_says_where_the_rubric_and_the_criteria_are() -> None:
    documents = made(small(), "rubric-grids", "key")
    (prompt,) = small().prompts
    told = re.findall(r'<p class="marks">(.*?)</p>', documents["rubric-grids"])
    assert [text.count(page_of(f"rubric-{prompt.id}", "key")) for text in told] == [1, 1, 1]
    assert f'<h4 id="rubric-{prompt.id}">Rubric</h4>' in documents["key"]
    assert [text.count(f'<a href="#grid-{prompt.id}-8" class="place">') for text in told] == [0, 1, 1]


def test_a_sheet_names_the_pages_of_what_the_readings_have(real: Guide) -> None:
    document = made(real, "cheat-sheets")["cheat-sheets"]
    named = document.count('<span class="elsewhere"> [readings')
    assert named == document.count(' [readings<span class="print" data-in="readings"') > 0
