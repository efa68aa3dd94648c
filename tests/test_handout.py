"""Editions as PDF, and the command that writes them: for printers, readers, and screen readers."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from generated_files import generated_files
from sites import ROOT, build_site, write
from study.content.git import changed_at, version
from study.content.guide import Guide
from study.content.load import load
from study.content.printed_tests import VERSIONS, drawn, printed_test
from study.handouts import CSS, Edition, editions, paths, pdf, typeset, with_pdf
from study.handouts.colophon import imprint
from study.handouts.document import documents
from study.handouts.plan import for_persona, plan
from study.render.fragments import Fragments
from study.site.unavailable_files import WithoutFiles
from study_pages import PAGES

HANDOUT = ROOT / "scripts" / "handout.py"
INDEX = "# Handouts\n\nText.\n\n| Edition | Read | Print |\n| --- | --- | --- |\n| All | [Page](learner.html) | [File](learner.pdf) |\n"
SOUND = {
    "index.md": "# Home\n\nSee [lineage][] and the [feature store][].\n",
    "glossary/feature-store.md": "# Feature Store { #feature-store }\n\nA store, unlike [lineage][].\n",
    "glossary/lineage.md": "# Lineage { #lineage }\n\nHistory, unlike the [feature store][].\n",
}
SITE = {**SOUND, "handouts/index.md": INDEX}


_LAST = 9999  # page of a file, as pdftotext understands it


def run(docs: Path | str, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    own = {**os.environ, "SITE_URL": "", **environment}
    command = [sys.executable, str(HANDOUT), str(docs), *arguments]
    return subprocess.run(command, capture_output=True, text=True, cwd=ROOT, env=own)


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


def _head(path: Path, page: int) -> str:
    return " ".join(text(path, page).split()[:40])


def test_no_question_is_alone_on_the_last_page_of_a_session(folder: Path, guide: Guide) -> None:
    whole = plan(guide, guide.nav or ())
    personas = [edition.persona for edition in editions(guide.pages) if edition.kind == "learner"]
    for chosen in (for_persona(whole, persona) if persona else whole for persona in personas):
        pages = _destinations(folder / f"{Edition('learner', chosen.persona).name}.pdf")
        for theme in (theme for theme in chosen.themes if len(theme.questions) > 1):
            last = [each for each in theme.questions if pages[each.id] == pages[theme.questions[-1].id]]
            assert len(last) > 1 or theme.answers, (chosen.persona, theme.title)


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


def test_the_same_guide_gives_the_same_bytes(tmp_path: Path) -> None:
    docs = write(tmp_path / "docs", PAGES)
    small = load(docs, generated_files)
    made = imprint(small, "", 0, "")
    pages = documents(small, [one for one in editions(small.pages) if one.name in ("key", "cards")], made)
    style = CSS.read_text(encoding="utf-8")
    assert pdf.pdfs(pages, style, "", tmp_path / "once") == pdf.pdfs(pages, style, "", tmp_path / "again")


def test_a_sheet_is_two_pages_and_a_back_mirrors_its_front(folder: Path, guide: Guide) -> None:
    path = folder / "cards.pdf"
    with pikepdf.open(path) as file:
        assert len(file.pages) % 2 == 0
    front, back = (re.findall(r"(\d+) of \d+", text(path, page)) for page in (1, 2))
    assert front and sorted(front) == sorted(back)


def test_the_command_says_in_one_line_that_pango_is_missing(tmp_path: Path) -> None:
    hidden = "import ctypes.util, sys; sys.modules['weasyprint'] = None"
    (tmp_path / "sitecustomize.py").write_text(hidden, encoding="utf-8")
    done = run("docs", "--to", str(tmp_path / "out"), PYTHONPATH=str(tmp_path))
    assert (done.returncode, done.stdout, len(done.stderr.splitlines())) == (2, "", 1)
    assert done.stderr.startswith("no PDF: WeasyPrint")
    assert not (tmp_path / "out").exists()


def test_a_library_that_does_not_load_is_told_with_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "weasyprint", None)
    typeset.missing.cache_clear()
    assert "make clean" in typeset.missing()
    typeset.missing.cache_clear()
    monkeypatch.setattr("builtins.__import__", _without_pango(__import__))
    assert typeset.missing() == typeset.HOW
    assert "apt install libpango-1.0-0 libpangoft2-1.0-0" in typeset.HOW
    monkeypatch.undo()
    typeset.missing.cache_clear()


def _without_pango(real: Any) -> Any:
    def load_module(name: str, *rest: Any) -> Any:
        if name == "weasyprint":
            raise OSError("cannot load library 'libpango-1.0-0'")
        return real(name, *rest)

    return load_module


def test_a_site_without_pango_is_built_and_offers_no_pdf(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(typeset, "missing", lambda: typeset.HOW)
    assert build_site(write(tmp_path / "docs", SITE), tmp_path / "site") == []
    page = (tmp_path / "site" / "handouts" / "index.html").read_text(encoding="utf-8")
    assert ".pdf" not in page
    assert 'href="learner.html"' in page
    assert (tmp_path / "site" / "handouts" / "learner.html").exists()
    assert not list((tmp_path / "site").rglob("*.pdf"))


def test_a_site_with_pango_offers_what_the_command_writes(tmp_path: Path) -> None:
    docs = write(tmp_path / "docs", SITE)
    assert build_site(docs, tmp_path / "site") == []
    done = run(docs, "--to", str(tmp_path / "out"))
    assert (done.returncode, done.stderr) == (0, "")
    names = {path.removeprefix("handouts/") for path in paths(SITE)} | {"handout.css"}
    assert {path.name for path in (tmp_path / "out").iterdir()} == names
    for name in names:
        assert (tmp_path / "out" / name).read_bytes() == (tmp_path / "site" / "handouts" / name).read_bytes(), name
    assert 'href="learner.pdf"' in (tmp_path / "site" / "handouts" / "index.html").read_text(encoding="utf-8")


def test_search_finds_the_page_of_the_handouts_and_no_edition(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(typeset, "missing", lambda: typeset.HOW)
    build_site(write(tmp_path / "docs", SITE), tmp_path / "site")
    index = (tmp_path / "site" / "search" / "search_index.json").read_text(encoding="utf-8")
    assert '"handouts/"' in index
    assert "learner.html" not in index.replace('href=\\"learner.html', "")


def test_a_site_without_the_page_has_no_handouts(tmp_path: Path) -> None:
    assert build_site(write(tmp_path / "docs", SOUND), tmp_path / "site") == []
    assert not (tmp_path / "site" / "handouts").exists()


def test_only_columns_that_link_files_that_are_not_made_go() -> None:
    from markdown import Markdown

    table = "| A | B | C |\n| - | - | - |\n| [x](a.pdf) | [y](b.pdf) | z |\n"
    shown = Markdown(extensions=["tables", WithoutFiles(frozenset({"b.pdf"}))]).convert(table)
    assert "a.pdf" in shown and "b.pdf" not in shown and "<th>B</th>" not in shown
