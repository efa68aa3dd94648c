"""The PDF files of the real guide, made once for all their tests."""

from __future__ import annotations

import os
from pathlib import Path

import handout
import pytest
from generated_files import generated_files
from sites import ROOT
from study.content.guide import Guide
from study.content.load import load
from study.handouts import CSS, pdf, typeset, with_pdf


@pytest.fixture(scope="session")
def guide() -> Guide:
    return load(ROOT / "docs", generated_files)


@pytest.fixture(scope="session")
def handouts(guide: Guide, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the files, as a build of the site makes and keeps them."""
    assert not typeset.missing(), typeset.missing()
    folder = tmp_path_factory.mktemp("handouts")
    site_url = os.environ.get("SITE_URL", "")
    pages = handout.pages(guide, ROOT / "docs", site_url, guide.nav or ())
    printed = {name: pages[name] for name in with_pdf(guide.pages)}
    style = CSS.read_text(encoding="utf-8")
    for name, content in pdf.pdfs(printed, style, site_url, handout.PDF_CACHE).items():
        (folder / f"{name}.pdf").write_bytes(content)
    return folder
