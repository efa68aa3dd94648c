"""Documents as PDF: what HTML is accepted, and which pages references name."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from study.handouts import CSS, typeset

HEAD = '<html lang="en"><head><title>T</title></head>'
REFERENCES = (
    '<p>See <a class="place" href="#a">A</a>, <a class="place" href="#b"><code>B</code></a> and <a href="#a">C</a>.</p>'
)
PARTS = '<section class="part" id="a">Here is A</section><section class="part" id="b">Here is B</section>'


def text(body: str, folder: Path) -> str:
    """The words of a document in our own style; each space is one."""
    path = folder / "file.pdf"
    whole = f"{HEAD}<body>{body}</body></html>"
    path.write_bytes(typeset.printed(whole, CSS.read_text(encoding="utf-8"), "").content)
    shown = subprocess.run(["pdftotext", "-nopgbrk", path, "-"], capture_output=True, text=True, check=True).stdout
    return " ".join(shown.split())


@pytest.mark.parametrize(
    "text", ["Two<br>lines", "<p>One<p>Two", "A&nbsp;B", "<b><i>crossed</b></i>", "Two<br>lines<!-- told -->"]
)
def test_a_document_need_not_be_well_formed(text: str) -> None:
    assert typeset.printed(f"{HEAD}<body>{text}</body></html>", "", "").content.startswith(b"%PDF-")


def test_references_name_the_page_where_their_target_begins(tmp_path: Path) -> None:
    assert "See A [p. 2], B [p. 3] and C." in text(REFERENCES + PARTS, tmp_path)


def test_a_reference_in_a_heading_names_no_page_nope(tmp_path: Path) -> None:
    assert text(f'<h3>Of <a class="place" href="#a">A</a></h3>{PARTS}', tmp_path).startswith("Of A 1/3 Here is A")


def test_contents_name_the_page_of_each_part(tmp_path: Path) -> None:
    entries = "".join(f'<li><a href="#{id}">Part {id}</a></li>' for id in "ab")
    shown = text(f'<nav class="contents"><ol>{entries}</ol></nav>{PARTS}', tmp_path)
    assert "Part a 2" in shown and "Part b 3" in shown


def test_a_number_is_as_wide_as_its_digits_and_changes_no_line(tmp_path: Path) -> None:
    """In a cell, a word that had fitted beside a narrower number was once left on a line of its own."""
    told = "".join(
        f'<p>{"word " * count}<a class="place" href="#b">B</a>, and both are closed to new customers now and later.</p>'
        for count in range(1, 12)
    )
    cell = f'<div class="pair"><div class="left">{told}</div><div class="right">Beside.</div></div>'
    filler = "".join(f'<section class="part">{number}</section>' for number in range(9))
    path = tmp_path / "file.pdf"
    whole = f'{HEAD}<body>{cell}{filler}<section class="part" id="b">B</section></body></html>'
    made = typeset.printed(whole, CSS.read_text(encoding="utf-8"), "")
    path.write_bytes(made.content)
    assert made.pages == {"b": 11}
    lines = subprocess.run(["pdftotext", "-l", "1", path, "-"], capture_output=True, text=True, check=True).stdout
    alone = [line for line in lines.splitlines() if line.strip() in {"and", "both", "are", "closed", "to", "new"}]
    assert "[p. 11]" in " ".join(lines.split()) and alone == []


def test_the_pages_of_places_are_known() -> None:
    made = typeset.printed(f"{HEAD}<body>{PARTS}</body></html>", CSS.read_text(encoding="utf-8"), "")
    assert made.pages == {"a": 1, "b": 2}
