"""How a test reads a PDF file: the text of its pages, and the pages that its links name."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pikepdf

LAST = 9999
"""The last page of a file, as pdftotext understands it."""


def text(path: Path, page: int = 0, last: int = 0, *options: str) -> str:
    """What pdftotext reads on a page, on those from it to the last, or on all."""
    assert shutil.which("pdftotext"), "no pdftotext for the tests: apt install poppler-utils"
    pages = ["-f", str(page), "-l", str(last or page)] if page else []
    return subprocess.run(
        ["pdftotext", *options, *pages, str(path), "-"], capture_output=True, text=True, check=True
    ).stdout


def destinations(path: Path) -> dict[str, int]:
    """The page, from 1, of every id that a document's links name."""
    with pikepdf.open(path) as file:
        numbers = {page.objgen: number for number, page in enumerate(file.pages, 1)}
        names = file.Root.Names.Dests.Names
        return {str(names[at]): numbers[names[at + 1][0].objgen] for at in range(0, len(names), 2)}
