"""What a screen reader gets from the PDF files of the real guide: tags, headings, bookmarks, and fonts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from study.content.guide import Guide

OPENED = [
    "learner",
    "key",
    "trainer",
    "cards",
    "test",
    "cases",
    "rubric-grids",
    "data-engineer-learner",
    "data-engineer-key",
]


@pytest.fixture(params=OPENED)
def opened(request: pytest.FixtureRequest, handouts: Path) -> Iterator[pikepdf.Pdf]:
    with pikepdf.open(handouts / f"{request.param}.pdf") as file:
        yield file


def elements(file: pikepdf.Pdf) -> list[Any]:
    """The structure tree, as elements in no order."""
    dictionaries = (each for each in file.objects if isinstance(each, pikepdf.Dictionary))
    return [each for each in dictionaries if each.get("/Type") == "/StructElem"]


def test_a_file_says_that_it_is_pdf_ua_and_names_language_and_title(opened: pikepdf.Pdf) -> None:
    with opened.open_metadata() as metadata:
        assert metadata["{http://www.aiim.org/pdfua/ns/id/}part"] == "1"
        assert metadata["dc:title"]
    assert str(opened.Root.Lang) == "en"
    assert opened.Root.MarkInfo.Marked
    assert opened.Root.ViewerPreferences.DisplayDocTitle


def test_everything_is_tagged_and_pictures_say_what_they_show(opened: pikepdf.Pdf) -> None:
    assert all("/StructParents" in page and page.Tabs == "/S" for page in opened.pages)
    links = [link for page in opened.pages for link in page.get("/Annots", [])]
    assert all("/StructParent" in link and str(link.get("/Contents", "")) for link in links)
    assert all("/Alt" in each for each in elements(opened) if each.S == "/Figure")
    kinds = {str(each.S) for each in elements(opened)}
    assert {"/Document", "/H2", "/P"} <= kinds


def test_everything_that_is_read_out_can_be_reached(opened: pikepdf.Pdf) -> None:
    """From the root of the tree: what a page's content says, its headers and footers aside, and every link."""
    reached, waiting = set(), [opened.Root.StructTreeRoot.K[0]]
    while waiting:
        element = waiting.pop()
        reached.add(element.objgen)
        waiting += [kid for kid in element.K if isinstance(kid, pikepdf.Dictionary) and "/S" in kid]
    numbers = opened.Root.StructTreeRoot.ParentTree.Nums
    for owner in list(numbers)[1::2]:
        owners = list(owner) if isinstance(owner, pikepdf.Array) else [owner]
        assert {each.objgen for each in owners if each is not None} <= reached


def test_cells_have_heads(opened: pikepdf.Pdf) -> None:
    for each in elements(opened):
        if each.S == "/TD":
            assert list(each.A.Headers), each.objgen


def test_headings_begin_with_the_first_and_skip_no_level(opened: pikepdf.Pdf) -> None:
    levels = [int(kind[2:]) for kind in _kinds(opened.Root.StructTreeRoot.K) if re.fullmatch(r"/H\d", kind)]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in zip([*levels[:1], *levels], levels, strict=False))


def _kinds(element: Any) -> Iterator[str]:
    if isinstance(element, pikepdf.Array):
        for child in element:
            yield from _kinds(child)
    elif isinstance(element, pikepdf.Dictionary) and "/S" in element:
        yield str(element.S)
        yield from _kinds(element.get("/K", pikepdf.Array()))


def test_fonts_are_embedded(opened: pikepdf.Pdf) -> None:
    described = [
        each
        for each in opened.objects
        if isinstance(each, pikepdf.Dictionary) and each.get("/Type") == "/FontDescriptor"
    ]
    assert described
    assert all({"/FontFile", "/FontFile2", "/FontFile3"} & set(each.keys()) for each in described)


def test_parts_are_bookmarks(handouts: Path, guide: Guide) -> None:
    with pikepdf.open(handouts / "learner.pdf") as file, file.open_outline() as outline:
        titles = [item.title for item in outline.root[0].children]
    sessions = [f"Session {session.number}: {session.title}" for session in guide.sessions]
    assert [one for one in titles if one in {*sessions, "Essays", "Terms"}] == [*sessions, "Essays", "Terms"]
