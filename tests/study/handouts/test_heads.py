"""The head of a page: the part and the numbers of the questions on the page."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from study.handouts import CSS, typeset
from study.handouts.print_pages import mark_end

Heads = Callable[..., list[str]]
PAGE_BREAK = '<p style="break-after: page">Text</p>'


def part(title: str, *numbers: str, kind: str = "question", end: str = "") -> str:
    asked = "".join(
        f'<article class="{kind}"><h3><span class="number" id="{number}">{number}</span> T</h3></article>'
        for number in numbers
    )
    return f'<section class="part flowing" id="{title}"><h2>{title}</h2>{asked}{end}{mark_end(title)}</section>'


@pytest.fixture
def heads(tmp_path: Path) -> Heads:
    def read(*parts: str) -> list[str]:
        body = PAGE_BREAK + PAGE_BREAK.join(parts)
        html = f'<html lang="en"><head><title>T</title></head><body class="trainer"><main>{body}</main></body></html>'
        path = tmp_path / "file.pdf"
        path.write_bytes(typeset.printed(html, CSS.read_text(encoding="utf-8"), "").content)
        shown = subprocess.run(["pdftotext", "-layout", path, "-"], capture_output=True, text=True, check=True).stdout
        return [page.strip().splitlines()[0].strip() for page in shown.split("\f")[1:] if page.strip()]

    return read


def test_a_head_names_the_numbers_of_its_page(heads: Heads) -> None:
    assert heads(part("A", "Q1", "Q2", "Q3"), part("B", "Q4", "Q5")) == ["A · Q1 to Q3", "B · Q4 to Q5"]


def test_a_head_of_a_single_question_names_it_once(heads: Heads) -> None:
    assert heads(part("A", "Q1"), part("B", "Q2", "Q3")) == ["A · Q1", "B · Q2 to Q3"]


def test_a_page_with_no_question_yet_names_none_of_the_part_before(heads: Heads) -> None:
    begun = part("B", "Q2").replace("</h2>", f"</h2>{PAGE_BREAK}")
    assert heads(part("A", "Q1"), begun) == ["A · Q1", "B", "B · Q2"]


def test_words_of_a_title_that_repeat_stay(heads: Heads) -> None:
    assert heads(part("MLOps, End to End", "Q1")) == ["MLOps, End to End · Q1"]


def test_a_part_that_begins_lower_down_is_not_named(heads: Heads) -> None:
    assert heads(part("A", "Q1") + part("B", "Q2")) == ["A · Q1 to Q2"]


def test_a_part_without_numbers_names_none(heads: Heads) -> None:
    assert heads(part("A", "Q1", "Q2"), part("Notes")) == ["A · Q1 to Q2", "Notes"]


def test_an_essay_is_no_range(heads: Heads) -> None:
    assert heads(part("A", "E1", kind="prompt"), part("B", "E2", kind="prompt")) == ["A · E1", "B · E2"]


def test_a_head_names_the_part_of_the_first_number_and_no_number_of_an_earlier_page(heads: Heads) -> None:
    terms = part("Terms", end=PAGE_BREAK + "<p>A term</p>")
    assert heads(terms + part("Answers", "S1", "S2")) == ["Terms", "Answers · S1 to S2"]


def test_an_essay_below_the_last_questions_hides_none_of_them(heads: Heads) -> None:
    essay = part("Essays", "E1", kind="prompt", end=PAGE_BREAK + "<p>Its end</p>")
    assert heads(part("A", "Q1", "Q2") + essay + part("Notes")) == ["A · Q1 to Q2, E1", "Essays · E1"]


def test_numbers_that_fall_are_not_a_range(heads: Heads) -> None:
    assert heads(part("A", "Q95", "Q98", "Q12")) == ["A · Q95 to Q98, Q12"]
