"""The command that writes the handouts, and a site with and without them."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from generated_files import generated_files
from sites import ROOT, build_site, write
from study.content.load import load
from study.handouts import CSS, editions, paths, pdf, typeset
from study.handouts.colophon import imprint
from study.handouts.document import documents
from study.site.unavailable_files import UnavailableFiles
from study_pages import PAGES

HANDOUT = ROOT / "scripts" / "handout.py"
INDEX = "# Handouts\n\nText.\n\n| Edition | Read | Print |\n| --- | --- | --- |\n| All | [Page](learner.html) | [File](learner.pdf) |\n"
SOUND = {
    "index.md": "# Home\n\nSee [lineage][] and the [feature store][].\n",
    "glossary/feature-store.md": "# Feature Store { #feature-store }\n\nA store, unlike [lineage][].\n",
    "glossary/lineage.md": "# Lineage { #lineage }\n\nHistory, unlike the [feature store][].\n",
}
SITE = {**SOUND, "handouts/index.md": INDEX}


def run(docs: Path | str, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    own = {**os.environ, "SITE_URL": "", **environment}
    command = [sys.executable, str(HANDOUT), str(docs), *arguments]
    return subprocess.run(command, capture_output=True, text=True, cwd=ROOT, env=own)


def test_the_same_guide_gives_the_same_bytes(tmp_path: Path) -> None:
    docs = write(tmp_path / "docs", PAGES)
    small = load(docs, generated_files)
    made = imprint(small, "", 0, "")
    pages = documents(small, [one for one in editions(small.pages) if one.name in ("key", "cards")], made)
    style = CSS.read_text(encoding="utf-8")
    assert pdf.pdfs(pages, style, "", tmp_path / "once") == pdf.pdfs(pages, style, "", tmp_path / "again")


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
    shown = Markdown(extensions=["tables", UnavailableFiles({"b.pdf"})]).convert(table)
    assert "a.pdf" in shown and "b.pdf" not in shown and "<th>B</th>" not in shown
