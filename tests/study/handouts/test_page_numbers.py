"""A reference names the page of what it leads to, whatever page was expected while lines were laid out."""

from __future__ import annotations

import io
import re
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import fromstring

import pikepdf
import pytest
from study.handouts import typeset
from study.handouts.typeset.page_numbers import hold_places, likely

Laid = Callable[..., bytes]
STYLE = """@page { size: 100mm 60mm; margin: 10mm } body { font: 10pt "DejaVu Serif" } .far { break-before: page }
.contents a { display: block; position: relative } .contents .page { position: absolute; right: 0; text-align: right }"""
NUMBERS = '<p>See <a class="place" href="#a">A</a>, <a class="place" href="#b"><code>B</code></a> and <a href="#a">more</a>.</p>'
PLACES = '<p class="far" id="a">Here is A</p><p class="far" id="b">Here is B</p>'


@pytest.fixture
def laid_out(monkeypatch: pytest.MonkeyPatch) -> Laid:
    def laid_out(body: str, expected: int = 0) -> bytes:
        """The PDF of a page, with one number of a page expected for all, or as likely."""
        if expected:
            monkeypatch.setattr(
                typeset, "likely", lambda root: {element.get("id"): expected for element in root.iter()}
            )
        html = f'<html lang="en"><head><title>T</title></head><body>{body}</body></html>'
        return typeset.pdf(html, STYLE, "")

    return laid_out


def shown(content: bytes, folder: Path, *options: str) -> str:
    path = folder / "file.pdf"
    path.write_bytes(content)
    return subprocess.run(["pdftotext", *options, path, "-"], capture_output=True, text=True, check=True).stdout


def text(content: bytes, folder: Path) -> str:
    return " ".join(shown(content, folder).split())


def words(content: bytes, folder: Path) -> dict[str, float]:
    """The edges of those on the first page, in points."""
    page = shown(content, folder, "-bbox", "-l", "1")
    found = re.findall(r'xMin="([\d.]+)".*? xMax="([\d.]+)".*?>(.*?)</word>', page)
    starts = {f"{place} {word} from": float(start) for place, (start, _, word) in enumerate(found)}
    return starts | {f"{place} {word} to": float(end) for place, (_, end, word) in enumerate(found)}


def links(content: bytes) -> list[float]:
    """The edges of those on the first page, in points."""
    with pikepdf.open(io.BytesIO(content)) as file:
        return [float(edge) for link in file.pages[0].Annots for edge in link.Rect]


def same(numbers: Any) -> Any:
    """To a tenth of a point."""
    return pytest.approx(numbers, abs=0.1)


def test_references_name_the_page_where_it_begins(laid_out: Laid, tmp_path: Path) -> None:
    assert "See A [p. 2], B [p. 3] and more. Here is A Here is B" in text(laid_out(NUMBERS + PLACES), tmp_path)


@pytest.mark.parametrize("align", ["left", "right", "center"])
def test_what_follows_a_narrower_number_moves_up(laid_out: Laid, tmp_path: Path, align: str) -> None:
    body = f'<div style="text-align: {align}">{NUMBERS}</div>{PLACES}'
    right, wide = laid_out(body, 8), laid_out(body, 88)
    assert words(right, tmp_path) == same(words(wide, tmp_path))
    assert links(right) == same(links(wide))
    assert len(links(right)) == 3 * 4


def test_what_is_no_text_moves_too(laid_out: Laid, tmp_path: Path) -> None:
    body = f'<p><a class="place" href="#a">A</a> <span style="display: inline-block">block</span></p>{PLACES}'
    assert words(laid_out(body, 8), tmp_path) == same(words(laid_out(body, 88), tmp_path))


def test_a_number_wider_than_its_place_gets_room(laid_out: Laid, tmp_path: Path) -> None:
    line = '<p><a class="place" href="#a">AA</a> fills a line of paper from end to end</p>'
    body = line + '<p class="far">Between</p>' * 10 + '<p class="far" id="a">Here</p>'
    narrow, wide = laid_out(body, 8), laid_out(body, 88)
    assert "AA [p. 12] fills" in text(narrow, tmp_path)
    assert words(narrow, tmp_path) == same(words(wide, tmp_path))


def test_a_line_may_end_before_the_number(laid_out: Laid, tmp_path: Path) -> None:
    links = "".join(f'<p><a class="place" href="#a">{"n" * letters} name</a> end</p>' for letters in range(20, 32))
    lines = shown(laid_out(links + PLACES, 88), tmp_path).splitlines()
    assert [line for line in lines if line == "[p. 5] end"] and [line for line in lines if "name [p. 5]" in line]
    assert "88" not in "".join(lines)


def test_contents_tell_pages_at_the_right_edge(laid_out: Laid, tmp_path: Path) -> None:
    entries = "".join(f'<a href="#{id}">Part {id}</a>' for id in "abz")
    body = f'<nav class="contents">{entries}</nav>' + '<p class="far">Between</p>' * 8 + PLACES
    right, wide = (words(laid_out(body, expected), tmp_path) for expected in (88, 888))
    assert {name.split()[1] for name in right} == {"Part", "a", "b", "z", "10", "11"}
    assert len({round(edge) for name, edge in right.items() if name.endswith(("10 to", "11 to"))}) == 1
    assert right == same(wide)


def test_a_reference_to_nothing_names_no_page(laid_out: Laid, tmp_path: Path) -> None:
    assert "See A, B and more." in text(laid_out(NUMBERS), tmp_path)


NOT_SHOWN = '<p id="a" style="display: none">A</p>'
CUT = "width: 9mm; overflow-wrap: anywhere"
CAPITALS = "text-transform: uppercase"


@pytest.mark.parametrize(
    ("body", "shown"),
    [
        (NUMBERS + NOT_SHOWN, "See A, B and more."),
        (f'<nav class="contents"><a href="#a">Part</a></nav>{NOT_SHOWN}', "Part"),
        (f'<p style="{CAPITALS}"><a class="place" href="#a">A</a>.</p>{PLACES}', "A. Here is A Here is B"),
        (f'<p style="{CUT}"><a class="place" href="#a">A</a>.</p>{PLACES}', "A. Here is A Here is B"),
        (f'<h2>Of <a class="place" href="#a">A</a></h2>{PLACES}', "Of A Here is A Here is B"),
    ],
    ids=["hidden", "hidden entry", "capitals", "cut", "heading"],
)
def test_where_no_number_can_be_told_there_is_none(body: str, shown: str, laid_out: Laid, tmp_path: Path) -> None:
    assert text(laid_out(body), tmp_path) == shown


def test_what_floats_beside_a_line_stays(laid_out: Laid, tmp_path: Path) -> None:
    outside = '<span style="position: absolute; right: 0">out</span> <span style="float: right">side</span>'
    body = f'<p style="position: relative"><a class="place" href="#a">A</a> text {outside}</p>{PLACES}'
    assert words(laid_out(body, 8), tmp_path) == same(words(laid_out(body, 88), tmp_path))


def test_words_that_look_like_a_place_stay(laid_out: Laid, tmp_path: Path) -> None:
    body = f'<p>8 [p. 8] <b>88</b> <a class="place" href="#a">88<b>Model 8</b>88 [p. 8] 8</a></p>{PLACES}'
    assert "8 [p. 8] 88 88Model 888 [p. 8] 8 [p. 2]" in text(laid_out(body, 88), tmp_path)


def test_an_expected_page_is_told_by_the_letters_before_it() -> None:
    root = fromstring(
        f'<body><p id="a">{"a" * 2_000}<svg>{"s" * 9_000}</svg><b>{"b" * 700}</b></p><p id="b">B</p></body>'
    )
    assert likely(root) == {"a": 1, "b": 2}


def test_places_are_as_wide_as_the_expected_pages() -> None:
    root = fromstring(f"<body>{NUMBERS}</body>")
    hold_places(root, {"a": 7, "b": 70})
    assert "".join(root.itertext()) == "See A [p.\u00a08], B [p.\u00a088] and more."
