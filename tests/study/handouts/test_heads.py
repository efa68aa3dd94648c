"""The head of a page: the part and the numbers of the questions on the page."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from study.handouts import CSS, typeset

Heads = Callable[..., list[str]]


def part(title: str, *numbers: str, id: str = "x", kind: str = "question") -> str:
    asked = "".join(
        f'<article class="{kind}"><h3><span class="number" id="{number}">{number}</span> T</h3></article>'
        for number in numbers
    )
    return f'<section class="part flowing" id="{id}"><h2>{title}</h2>{asked}</section>'


@pytest.fixture
def heads(tmp_path: Path) -> Heads:
    def read(*parts: str) -> list[str]:
        page_break = '<p style="break-after: page">Text</p>'
        body = page_break.join(parts)
        html = f'<html lang="en"><head><title>T</title></head><body class="trainer"><main>{body}</main></body></html>'
        path = tmp_path / "file.pdf"
        path.write_bytes(typeset.printed(html, CSS.read_text(encoding="utf-8"), "").content)
        shown = subprocess.run(["pdftotext", "-layout", path, "-"], capture_output=True, text=True, check=True).stdout
        return [page.strip().splitlines()[0].strip() for page in shown.split("\f") if page.strip()]

    return read


def test_a_head_names_the_numbers_of_its_page(heads: Heads) -> None:
    assert heads(part("A", "Q1", "Q2", "Q3"), part("B", "Q4", "Q5")) == ["A · Q1 to Q3", "B · Q4 to Q5"]


def test_a_head_of_a_single_question_names_it_once(heads: Heads) -> None:
    assert heads(part("A", "Q1"), part("B", "Q2", "Q3")) == ["A · Q1", "B · Q2 to Q3"]


def test_a_page_with_no_question_yet_names_none_of_the_part_before(heads: Heads) -> None:
    later = '<h2>B</h2><p style="break-after: page">To read</p><article class="question"><h3>'
    begun = f'<section class="part" id="b">{later}<span class="number" id="Q2">Q2</span> T</h3></article></section>'
    assert heads(part("A", "Q1"), begun) == ["A · Q1", "B", "B · Q2"]


def test_words_of_a_title_that_repeat_stay(heads: Heads) -> None:
    assert heads(part("MLOps, End to End", "Q1")) == ["MLOps, End to End · Q1"]


def test_a_part_that_begins_lower_down_is_not_named(heads: Heads) -> None:
    assert heads(part("A", "Q1") + part("B", "Q2")) == ["A · Q1 to Q2"]


def test_a_part_without_numbers_names_none(heads: Heads) -> None:
    assert heads(part("A", "Q1", "Q2"), part("Notes", id="notes")) == ["A · Q1 to Q2", "Notes"]


def test_an_essay_is_no_range(heads: Heads) -> None:
    assert heads(part("A", "E1", kind="prompt"), part("B", "E2", kind="prompt")) == ["A · E1", "B · E2"]
