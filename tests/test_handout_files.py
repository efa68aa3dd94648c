"""The PDF files of the real guide: what a printer, a reader, and a screen reader get."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from generated_files import generated_files
from sites import ROOT
from study.content.git import changed_at, version
from study.content.guide import Guide
from study.content.load import load
from study.content.printed_tests import VERSIONS, drawn, printed_test
from study.content.teaching_plans import WORDS, teaching_plans
from study.handouts import CSS, Edition, editions, pdf, typeset, with_pdf
from study.handouts.colophon import imprint
from study.handouts.document import documents
from study.handouts.plan import for_persona, plan
from study.handouts.print_pages import end_of
from study.render.fragments import Fragments

_LAST = 9999  # page of a file, as pdftotext understands it


def text(path: Path, page: int = 0, last: int = 0, *options: str) -> str:
    """What pdftotext reads on a page, on those from it to the last, or on all."""
    assert shutil.which("pdftotext"), "no pdftotext for the tests: apt install poppler-utils"
    pages = ["-f", str(page), "-l", str(last or page)] if page else []
    return subprocess.run(
        ["pdftotext", *options, *pages, str(path), "-"], capture_output=True, text=True, check=True
    ).stdout


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real guide's editions, as a build of the site makes and keeps them."""
    assert not typeset.missing(), typeset.missing()
    docs, folder = ROOT / "docs", tmp_path_factory.mktemp("handouts")
    guide = load(docs, generated_files)
    made = imprint(guide, os.environ.get("SITE_URL", ""), changed_at(docs, os.environ), version(docs))
    wanted = [edition for edition in editions(guide.pages) if edition.name in with_pdf(guide.pages)]
    pages = documents(guide, wanted, made, guide.nav or ())
    style = CSS.read_text(encoding="utf-8")
    for name, content in pdf.pdfs(pages, style, made.site_url, ROOT / ".cache" / "handouts").items():
        (folder / f"{name}.pdf").write_bytes(content)
    return folder


@pytest.fixture(scope="module")
def guide() -> Guide:
    return load(ROOT / "docs", generated_files)


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
def opened(request: pytest.FixtureRequest, folder: Path) -> Iterator[pikepdf.Pdf]:
    with pikepdf.open(folder / f"{request.param}.pdf") as file:
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


def test_parts_are_bookmarks(folder: Path, guide: Guide) -> None:
    with pikepdf.open(folder / "learner.pdf") as file, file.open_outline() as outline:
        titles = [item.title for item in outline.root[0].children]
    sessions = [f"Session {session.number}: {session.title}" for session in guide.sessions]
    assert [one for one in titles if one in {*sessions, "Essays", "Terms"}] == [*sessions, "Essays", "Terms"]


def test_page_references_lead_to_the_page_they_name(folder: Path, guide: Guide) -> None:
    for name in ("learner", "key", "trainer"):
        path = folder / f"{name}.pdf"
        pages = _destinations(path)
        said = (
            text(path).replace("\xa0", " ").replace("\u2007", "")
        )  # a line at a time: cells of a table follow one another there
        checked = 0
        for term in guide.terms:
            for number in re.findall(rf"(?<![\w-]){re.escape(term.name)} \[p\. (\d+)\]", said):
                named = [other for other in guide.terms if other.name.endswith(term.name)]
                assert int(number) in {pages[other.id] for other in named}, (name, term.name)
                checked += 1
        assert checked > len(guide.terms) / 2, name


def _destinations(path: Path) -> dict[str, int]:
    """The page, from 1, of every id that a document's links name."""
    with pikepdf.open(path) as file:
        numbers = {page.objgen: number for number, page in enumerate(file.pages, 1)}
        names = file.Root.Names.Dests.Names
        return {str(names[at]): numbers[names[at + 1][0].objgen] for at in range(0, len(names), 2)}


def test_the_contents_name_the_page_of_each_part(folder: Path) -> None:
    pages = _destinations(folder / "learner.pdf")
    first = text(folder / "learner.pdf", 1, 1, "-layout")
    for id, title in (("terms", "Terms"), ("session-data", "Session 2.*"), ("prompts", "Essays")):
        found = re.search(rf"^ *{title} +(\d+)$", first, re.MULTILINE)
        assert found and int(found[1]) == pages[id]


def test_each_number_shows_once_in_each_edition(folder: Path, guide: Guide) -> None:
    count = len(guide.questions)
    for name, begin in (("learner", "session-roles"), ("key", "questions"), ("trainer", "session-roles")):
        path = folder / f"{name}.pdf"
        body = text(path, _destinations(path)[begin], _LAST)
        shown = [int(number) for number in re.findall(r"^Q(\d+) ", body, re.MULTILINE)]
        assert sorted(shown) == list(range(1, count + 1)), name


def test_a_plan_names_the_pages_on_which_its_parts_are_printed(folder: Path, guide: Guide) -> None:
    """Each page of a session has the session's title in its head, and the pages before and after it do not."""
    trainer = " ".join(text(folder / "trainer.pdf").replace("\xa0", " ").split())
    checked = 0
    for session in guide.sessions:
        title = f"Session {session.number}: {session.title}"
        for one, last in re.findall(re.escape(title) + r", pages? (\d+)(?:\u2013(\d+))?", trainer):
            first, end = int(one), int(last or one)
            heads = [_head(folder / "learner.pdf", page) for page in range(first - 1, end + 2)]
            assert [title in head for head in heads] == [False, *[True] * (end - first + 1), False], title
            checked += 1
    assert checked >= 8


def test_a_plan_is_one_page(folder: Path, guide: Guide) -> None:
    pages = _destinations(folder / "trainer.pdf")
    plans = [pages[f"plan-{each.id}"] for each in teaching_plans(guide)]
    assert plans == list(range(plans[0], pages["terms"]))


def _head(path: Path, page: int) -> str:
    return " ".join(text(path, page).split()[:40])


def test_no_question_or_answer_is_alone_on_the_last_page_of_a_session(folder: Path, guide: Guide) -> None:
    whole = plan(guide, guide.nav or ())
    personas = [edition.persona for edition in editions(guide.pages) if edition.kind == "learner"]
    for chosen in (for_persona(whole, persona) if persona else whole for persona in personas):
        pages = _destinations(folder / f"{Edition('learner', chosen.persona).name}.pdf")
        for theme in chosen.themes:
            found = [pages[each.id] for each in (*theme.questions, *theme.answers)]
            assert len(found) == 1 or found.count(found[-1]) > 1, (chosen.persona, theme.title)


def test_the_words_to_know_first_are_on_one_page(folder: Path, guide: Guide) -> None:
    """A page with nothing but the last of them would be nearly empty, because a session begins a page."""
    for edition in (edition for edition in editions(guide.pages) if edition.kind == "learner"):
        pages = _destinations(folder / f"{edition.name}.pdf")
        assert pages[WORDS] == pages[end_of(WORDS)], edition.name


def test_the_printed_keys_fit_the_printed_versions(folder: Path, guide: Guide) -> None:
    """In the order in which they are drawn, the options of a question follow one another, and their letters too."""
    paper = "".join(text(folder / "test.pdf", 0, 0, "-raw").split())
    keys = "".join(text(folder / "test-key.pdf").split())
    test, show = printed_test(guide), Fragments(guide)
    assert test
    for name in VERSIONS:
        for each in drawn(guide, test, name):
            options = "".join(show.line(option.text, each.question.path) for option in each.options)
            assert "".join(options.split()) + "A.B.C.D.E.F."[: 2 * len(each.options)] in paper
            letter = "ABCDEF"[each.right]
            assert re.search(rf"{each.number}{letter}Q\d+{re.escape(''.join(each.question.title.split()))}", keys)


def test_files_are_small(folder: Path) -> None:
    assert (folder / "learner.pdf").stat().st_size <= 1_000_000


def test_the_page_says_about_how_many_sheets_an_edition_takes(folder: Path, guide: Guide) -> None:
    told = " ".join(guide.pages["handouts/index.md"].source.text.split())
    said = re.findall(r"the (\w+)(?: edition)?(?: takes)? about (\d+)", told)
    assert [name for name, _ in said] == ["learner", "key", "trainer", "cards"]
    for name, sheets in said:
        with pikepdf.open(folder / f"{name}.pdf") as file:
            assert abs(len(file.pages) / 2 - int(sheets)) <= int(sheets) / 5, name


def test_a_sheet_is_two_pages_and_a_back_mirrors_its_front(folder: Path, guide: Guide) -> None:
    path = folder / "cards.pdf"
    with pikepdf.open(path) as file:
        assert len(file.pages) % 2 == 0
    front, back = (re.findall(r"(\d+) of \d+", text(path, page)) for page in (1, 2))
    assert front and sorted(front) == sorted(back)
