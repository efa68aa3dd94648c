"""A lean PDF is the same to see, to search and to listen to: each case against what WeasyPrint makes."""

from __future__ import annotations

import io
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from study.handouts import pdf
from study.handouts.lean import lean

PAGE = """<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>A page</title><style>
@page { size: 90mm; @bottom-left { content: "foot" } } a.place::after { content: ", p. " target-counter(attr(href), page) }
h2 { break-before: page }</style></head><body><main><h1>One</h1>
<p>Text with <b>bold</b>, <code>code</code> and a <a class="place" href="#two">link to a <em>page</em></a>, and
<a href="https://example.org/">one to elsewhere</a> that is long enough to be broken into two lines, or into three.</p>
<ol style="list-style-position: inside"><li>One <b>bold</b></li></ol><p><i></i></p><div><i></i></div>
<ul><li>An item</li><li>Another with <a href="#two">a link</a><ol><li>Inner</li></ol></li></ul>
<table><thead><tr><th>Head</th></tr></thead><tbody><tr><td>Cell <b>bold</b></td></tr></tbody></table>
<svg width="20" height="20" xmlns="http://www.w3.org/2000/svg"><title>A square</title><rect width="9" height="9"/></svg>
<h2 id="two">Two</h2><p>The end: “quoted” <b><b>twice bold</b></b>.</p></main></body></html>"""


def written(finisher: Any) -> bytes:
    import weasyprint

    made: bytes = weasyprint.HTML(string=PAGE).write_pdf(finisher=finisher, pdf_variant="pdf/ua-1", pdf_tags=True)
    return made


@pytest.fixture(scope="module")
def both() -> tuple[bytes, bytes]:
    assert not pdf.missing(), pdf.missing()
    return written(None), written(lean)


def read(command: str, content: bytes, folder: Path) -> bytes:
    path = folder / "file.pdf"
    path.write_bytes(content)
    out = {"pdftotext": ["-layout", str(path), "-"], "pdftoppm": ["-r", "150", "-gray", str(path)]}[command]
    return subprocess.run([command, *out], capture_output=True, check=True).stdout


def opened(content: bytes) -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(content))


def test_an_item_holds_a_label_and_a_body(both: tuple[bytes, bytes]) -> None:
    file = opened(both[1])
    items = [each for each in structure(file) if each.S == "/LI"]
    assert len(items) >= 3
    for item in items:
        assert [str(kid.S) for kid in item.K if kid.S != "/L"] in (["/Lbl", "/LBody"], ["/LBody"])


def structure(file: pikepdf.Pdf) -> list[Any]:
    dictionaries = (each for each in file.objects if isinstance(each, pikepdf.Dictionary))
    return [each for each in dictionaries if each.get("/Type") == "/StructElem"]


def test_half_of_the_structure_was_for_nobody(both: tuple[bytes, bytes]) -> None:
    full, less = (len(structure(opened(content))) for content in both)
    assert less < 0.6 * full


def test_it_says_the_same_and_looks_the_same(both: tuple[bytes, bytes], tmp_path: Path) -> None:
    assert read("pdftotext", both[0], tmp_path) == read("pdftotext", both[1], tmp_path) != b""
    full, less = (read("pdftoppm", content, tmp_path) for content in both)
    assert len(full) == len(less)
    assert sum(map(int.__ne__, full, less)) < len(full) / 10_000  # edges of letters, by a hundredth of a point


def told(content: bytes) -> list[tuple[str, ...]]:
    """What is read out, in order: each marked content with its page and the roles around it, where they say anything."""
    file = opened(content)
    pages = {page.objgen: number for number, page in enumerate(file.pages)}

    def walk(kids: Any, around: tuple[str, ...], page: str) -> Iterator[tuple[str, ...]]:
        for kid in kids:
            if isinstance(kid, int):
                yield (*around, page, str(kid))
            elif "/S" in kid:
                says_nothing = kid.S in ("/Span", "/NonStruct", "/LBody") or (kid.S == "/Link" and "/Link" in around)
                inner = around if says_nothing else (*around, str(kid.S))
                yield from walk(kid.K, inner, str(pages[kid.Pg.objgen]) if "/Pg" in kid else "")

    return list(walk(file.Root.StructTreeRoot.K, (), ""))


def test_it_is_read_out_in_the_same_order_under_the_same_roles(both: tuple[bytes, bytes]) -> None:
    full, less = map(told, both)
    assert full == less
    assert {role for roles in less for role in roles} >= {"/H1", "/P", "/LI", "/Lbl", "/TD", "/TH", "/Link"}


def test_what_is_marked_belongs_to_who_says_so(both: tuple[bytes, bytes]) -> None:
    file = opened(both[1])
    numbers = list(file.Root.StructTreeRoot.ParentTree.Nums)
    owners = dict(zip(map(int, numbers[::2]), numbers[1::2], strict=True))
    for page in file.pages:
        artifacts = re.findall(rb"/Artifact\n<</Type /Pagination>>\nBDC", page.Contents.read_bytes())
        own = list(owners.pop(int(page.StructParents)))
        assert own.count(None) == len(artifacts) >= 1
        for mark, owner in enumerate(own):
            if owner is None:  # of a header or footer
                continue
            assert mark in [int(kid) for kid in owner.K if isinstance(kid, int)]
            assert owner.Pg.objgen == page.objgen
        for link in page.get("/Annots", []):
            owner = owners.pop(int(link.StructParent))
            assert owner.S == "/Link"
            assert [kid.Obj.objgen for kid in owner.K if not isinstance(kid, int) and "/Obj" in kid] == [link.objgen]
    assert owners == {}


def links_in_links(file: pikepdf.Pdf) -> int:
    boxes = [[tuple(map(float, link.Rect)) for link in page.get("/Annots", [])] for page in file.pages]
    pairs = [(one, other) for page in boxes for one in page for other in page if one is not other]
    return sum(a[0] <= b[0] and b[2] <= a[2] and b[1] <= a[1] and a[3] <= b[3] for a, b in pairs)  # y falls


def test_no_link_lies_in_another(both: tuple[bytes, bytes]) -> None:
    assert links_in_links(opened(both[0])) >= 2
    assert links_in_links(opened(both[1])) == 0


def test_nothing_points_to_what_is_gone(both: tuple[bytes, bytes]) -> None:
    file = opened(both[1])
    for each in structure(file):
        assert all(kid is not None for kid in each.K)
        kids = [kid for kid in each.K if isinstance(kid, pikepdf.Dictionary) and "/S" in kid]
        assert all(kid.P.objgen == each.objgen for kid in kids)


def test_pages_that_were_told_wrongly_are_found_again(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """The beginning alone tells the pages of terms; should it err, the document is laid out as a whole."""
    terms = '<section class="part" id="terms"><p id="a">A</p></section>'
    other = '<section class="part"><p>See <a class="place" href="#a">A</a>.</p></section>'
    html = f'<html lang="en"><head><title>T</title></head><body><main>{terms}{other}</main></body></html>'
    style = '.part :is(p) a.place::after { content: ", p.\\0000a0" target-counter(attr(href), page) }'
    right = pdf.pdf(html, style, "")
    assert "p. 1" in read("pdftotext", right, tmp_path).decode()
    real, asked = pdf._pages, []

    def wrong(document: Any) -> dict[str, int]:
        asked.append(document)
        return {id: page + (len(asked) == 1) for id, page in real(document).items()}

    monkeypatch.setattr(pdf, "_pages", wrong)
    assert pdf.pdf(html, style, "") == right
    assert len(asked) == 2
