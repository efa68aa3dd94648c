"""Documents as PDF: which HTML is accepted, and the page numbers of references."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from study.handouts import CSS, typeset
from study.handouts.typeset.line_ends import with_inner_spaces, with_whole_amounts

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


def test_the_pages_of_places_are_known() -> None:
    made = typeset.printed(f"{HEAD}<body>{PARTS}</body></html>", CSS.read_text(encoding="utf-8"), "")
    assert made.pages == {"a": 1, "b": 2}


def test_a_reference_is_as_wide_as_its_number(tmp_path: Path) -> None:
    parts = "".join(f'<section class="part" id="n{number}">Here</section>' for number in range(1, 13))
    references = "".join(f'<a class="place" href="#n{number}">n{number}</a>, ' for number in (2, 11))
    assert "n2 [p. 3], n11 [p. 12]," in text(f"<p>{references}</p>{parts}", tmp_path)


def test_no_line_ends_after_its_first_word_before_a_link(tmp_path: Path) -> None:
    """Of all these widths, a few leave room for the text but not for the space before the link."""
    told = 'because some faults appear only with real callers. Source: <a href="https://example.org/">Create</a>'
    paragraphs = "".join(f'<p style="width: {width / 4}pt">{told}</p>' for width in range(860, 1060))
    path = tmp_path / "file.pdf"
    whole = f"{HEAD}<body>{paragraphs}</body></html>"
    path.write_bytes(typeset.printed(whole, "p { font: 9pt P052, 'Palatino Linotype', Charter, serif }", "").content)
    lines = subprocess.run(["pdftotext", path, "-"], capture_output=True, text=True, check=True).stdout.splitlines()
    assert [line for line in lines if line.strip() == "because"] == []
    assert sum("because" in line for line in lines) == 200


@pytest.mark.parametrize(
    ("html", "spaced"),
    [
        ("<p>One <b>two</b></p>", "<p>One<b> two</b></p>"),
        ('<p>One\n<a href="#a"><code>two</code></a></p>', '<p>One<a href="#a"> <code>two</code></a></p>'),
        ("<p>One <code>two</code></p>", "<p>One<span> </span><code>two</code></p>"),
        ("<p>One <br/>two <b></b></p>", "<p>One <br/>two <b></b></p>"),
        ("<pre>One <b>two</b></pre>", "<pre>One <b>two</b></pre>"),
        ("<p> <b>two</b> <i>three</i></p>", "<p> <b>two</b> <i>three</i></p>"),
    ],
)
def test_a_space_moves_into_the_element_behind_it(html: str, spaced: str) -> None:
    assert with_inner_spaces(html) == spaced


@pytest.mark.parametrize(
    ("html", "kept"),
    [
        ("<p>at most 4 MB, 60\nseconds</p>", "<p>at most 4_MB, 60_seconds</p>"),
        ("<p>20 / 80 = 0.25</p>", "<p>20_/_80 =_0.25</p>"),
        ("<p>7 models, 3 minute steps</p>", "<p>7 models, 3_minute steps</p>"),
        ('<p title="4 MB"><code>4 MB</code></p><pre>x = 4 MB</pre>',) * 2,
    ],
)
def test_a_number_stays_with_its_unit_but_not_in_code(html: str, kept: str) -> None:
    assert with_whole_amounts(html) == kept.replace("_", "\N{NO-BREAK SPACE}")
