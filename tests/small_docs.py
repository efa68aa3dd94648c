"""Docs with one problem, and a run of the check over docs."""

from __future__ import annotations

from pathlib import Path

import check
import pytest
from cases import term_files
from sites import write

GLOSSARY = """\
# Bias { #bias }

Unfairness, unlike [lineage][].

# Lineage { #lineage }

History, unlike [bias][].
"""
PAGE = "# Page\n\nAll about lineage, and [bias][], and [lineage][].\n"


def small_docs(folder: Path) -> Path:
    """Two terms, and a page whose first mention of one is no link."""
    return write(folder / "docs", {**term_files(GLOSSARY), "page.md": PAGE})


def run(capsys: pytest.CaptureFixture[str], *arguments: object) -> tuple[int, str, str]:
    """The exit code of the check, what it prints, and what it reports as an error."""
    code = check.main([str(argument) for argument in arguments])
    out, err = capsys.readouterr()
    return code, out, err
