"""The tags of a PDF after our corrections, compared with the file that WeasyPrint writes without them."""

from __future__ import annotations

import io
import subprocess
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from study.handouts import typeset
from study.handouts.typeset.line_ends import with_inner_spaces

PAGE = """<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>A page</title><style>
@page { size: 90mm; @bottom-left { content: "foot" } } a.named::after { content: ", p. " target-counter(attr(href), page) }
h2 { break-before: page }</style></head><body><main><h1>One</h1>
<p>Text with <b>bold</b>, <code>code</code> and a <a class="named" href="#two">link to a <em>page</em></a>, and
<a href="https://example.org/">one to elsewhere</a> that is long enough to be broken into two lines, or into three.</p>
<ol style="list-style-position: inside"><li>One <b>bold</b></li></ol><p><i></i></p><div><i></i></div>
<ul><li>An item</li><li>Another with <a href="#two">a link</a><ol><li>Inner</li></ol></li></ul>
<ul><li>Text <b style="display: block">A block</b> and more</li><li style="margin-bottom: 30mm">Last</li>
<li>An item that <br/> a page <br/> cuts <br/> in <br/> two <br/> parts <br/> of <br/> several <br/> lines <br/> each</li></ul>
<table><thead><tr><th>Head</th></tr></thead><tbody><tr><td>Cell <b>bold</b></td></tr></tbody></table>
<svg width="20" height="20" xmlns="http://www.w3.org/2000/svg"><title>A square</title><rect width="9" height="9"/></svg>
<h2 id="two">Two</h2><p>The end: “quoted” <b><b>twice bold</b></b>.</p></main></body></html>"""


OPTIONS = {"pdf_variant": "pdf/ua-1", "pdf_tags": True}


@pytest.fixture(scope="module")
def both() -> tuple[bytes, bytes]:
    assert not typeset.missing(), typeset.missing()
    import weasyprint

    return weasyprint.HTML(string=with_inner_spaces(PAGE)).write_pdf(**OPTIONS), typeset.printed(PAGE, "", "").content


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
    assert len(items) >= 6
    for item in items:
        assert [str(kid.S) for kid in item.K] in (["/Lbl", "/LBody"], ["/LBody"])


def structure(file: pikepdf.Pdf) -> list[Any]:
    dictionaries = (each for each in file.objects if isinstance(each, pikepdf.Dictionary))
    return [each for each in dictionaries if each.get("/Type") == "/StructElem"]


def test_it_says_the_same_and_looks_the_same(both: tuple[bytes, bytes], tmp_path: Path) -> None:
    assert read("pdftotext", both[0], tmp_path) == read("pdftotext", both[1], tmp_path) != b""
    full, less = (read("pdftoppm", content, tmp_path) for content in both)
    assert full == less


def told(content: bytes) -> list[tuple[tuple[str, ...], str]]:
    """What is read out, in order: the roles around a text, where they say anything, and the text as its glyphs."""
    file = opened(content)
    pages = {page.objgen: glyphs(page) for page in file.pages}

    def walk(kids: Any, around: tuple[str, ...], page: dict[int, str]) -> Iterator[tuple[tuple[str, ...], str]]:
        for kid in kids:
            if isinstance(kid, int):
                yield around, page[kid]
            elif "/S" in kid:
                says_nothing = kid.S in ("/Span", "/NonStruct", "/LBody", "/Div")
                says_nothing |= kid.S == "/Link" and "/Link" in around
                inner = around if says_nothing else (*around, str(kid.S))
                yield from walk(kid.K, inner, pages[kid.Pg.objgen] if "/Pg" in kid else {})

    found = groupby(walk(file.Root.StructTreeRoot.K, (), {}), key=lambda each: each[0])
    return [(roles, "".join(text for _, text in texts)) for roles, texts in found]


def glyphs(page: pikepdf.Page) -> dict[int, str]:
    """What each mark of a page holds, by its number; a piece of a line ends where its text ends or moves."""
    found: dict[int, str] = {}
    mark = -1
    for operands, operator in pikepdf.parse_content_stream(page):
        if str(operator) == "BDC":
            mark = int(operands[1].get("/MCID", -1))
        elif str(operator) == "TJ":
            text = b"".join(bytes(each) for each in operands[0] if isinstance(each, pikepdf.String))
            found[mark] = found.get(mark, "") + text.hex()
        found.setdefault(mark, "")
    return found


def test_it_is_read_out_in_the_same_order_under_the_same_roles(both: tuple[bytes, bytes]) -> None:
    full, less = map(told, both)
    assert full == less
    assert {role for roles, _ in less for role in roles} >= {"/H1", "/P", "/LI", "/Lbl", "/TD", "/TH", "/Link"}


def test_what_is_marked_belongs_to_who_says_so(both: tuple[bytes, bytes]) -> None:
    file = opened(both[1])
    numbers = list(file.Root.StructTreeRoot.ParentTree.Nums)
    owners = dict(zip(map(int, numbers[::2]), numbers[1::2], strict=True))
    for page in file.pages:
        assert b"/Artifact\n<</Type /Pagination>>\nBDC" in page.Contents.read_bytes()  # its foot
        own = list(owners.pop(int(page.StructParents)))
        owned = {mark: owner for mark, owner in enumerate(own) if owner is not None}
        assert owned.keys() == glyphs(page).keys() - {-1}
        for mark, owner in owned.items():
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


def test_the_file_is_sound_and_says_what_it_is(both: tuple[bytes, bytes]) -> None:
    full, less = map(opened, both)
    assert less.check_pdf_syntax() == []
    assert dict(less.docinfo) == dict(full.docinfo)
    assert less.pdf_version == full.pdf_version == "1.7"


def test_a_text_that_looks_like_a_reference_stays() -> None:
    html = '<html lang="en"><head><title>5 0 R (2 0 R)\\ 3 0 R</title></head><body><h1>4 0 R</h1></body></html>'
    file = opened(typeset.printed(html, "", "").content)
    assert str(file.docinfo.Title) == "5 0 R (2 0 R)\\ 3 0 R"
    assert str(file.Root.Outlines.First.Title) == "4 0 R"


def test_no_link_lies_in_another(both: tuple[bytes, bytes]) -> None:
    assert links_in_links(opened(both[0])) >= 2
    assert links_in_links(opened(both[1])) == 0


def test_nothing_points_to_what_is_gone(both: tuple[bytes, bytes]) -> None:
    file = opened(both[1])
    for each in structure(file):
        assert all(kid is not None for kid in each.K)
        kids = [kid for kid in each.K if isinstance(kid, pikepdf.Dictionary) and "/S" in kid]
        assert all(kid.P.objgen == each.objgen for kid in kids)


def test_links_lead_to_the_site_where_its_address_is_known_and_nothing_is_fetched() -> None:
    head = '<title>T</title><link rel="icon" href="../logo.svg"><link rel="stylesheet" href="handout.css">'
    body = '<p><a href="../glossary/">Terms</a> <img alt="Words" src="https://example.org/x.png"></p>'
    made = typeset.printed(
        f'<html lang="en"><head>{head}</head><body>{body}</body></html>', "", "https://example.org/study/"
    )
    file = opened(made.content)
    (link,) = file.pages[0].Annots
    assert str(link.A.URI) == "https://example.org/study/glossary/"
