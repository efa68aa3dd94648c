"""Golden cases: a case is a file named after the behavior; a case with ``-nope`` must not match."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from study.content.guide import Guide
from study.content.page import Page
from study.content.source import Source

ROOT = Path(__file__).parent / "cases"


def cases(folder: str) -> pytest.MarkDecorator:
    """Parametrize a test with the files of a folder of cases."""
    paths = sorted((ROOT / folder).glob("*.md"))
    assert paths, f"no cases in {folder}"
    return pytest.mark.parametrize("case", paths, ids=[path.stem for path in paths])


def parts(case: Path) -> dict[str, str]:
    """A case's parts: each begins with a line ``@ name``."""
    found: dict[str, str] = {}
    for part in ("\n" + case.read_text(encoding="utf-8")).split("\n@ ")[1:]:
        name, _, text = part.partition("\n")
        found[name.strip()] = text.rstrip("\n") + "\n" if text.strip() else ""
    return found


def term_files(text: str) -> dict[str, str]:
    """The files of several terms by path, from one text in which each begins with its heading."""
    found = (part for part in re.split(r"^(?=# )", text, flags=re.MULTILINE) if part.strip())
    return {f"glossary/{_id(part)}.md": part.strip() + "\n" for part in found}


def _id(term: str) -> str:
    heading = Page(Source("", term)).headings[0]
    return heading.id


def guide(**pages: str) -> Guide:
    """A guide from page texts; a path's ``/`` is written ``__`` and its ``.md`` left out.

    `glossary` is not a page but the text of several terms, each from its heading on.
    """
    found = term_files(pages.pop("glossary", ""))
    found |= {f"{name.replace('__', '/').replace('_', '-')}.md": text for name, text in pages.items()}
    return Guide.read(Source(path, text) for path, text in found.items())
