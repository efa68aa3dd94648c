"""The copy of the site that works from a folder, without a server: a second build, whose links lead to files."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Collection
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from study.exports import FOLDER

ROOT = Path(__file__).parent.parent
_TO_A_FOLDER = re.compile(r'(?P<up><(?:a|link) (?:[^<>]* )?href="\.\.?/)(?P<page>(?:[^/"?#]+/)*)(?=["#])')


class NotCopied(Exception):
    """The second build failed; the message is MkDocs' own."""


def copy(docs: Path, nav: Any) -> dict[str, bytes]:
    """The files of the site of a folder of pages, with this navigation, by their paths; not the printed editions.

    Raises `NotCopied`. Problems in the pages are not reported, because the first build reports them.
    """
    config = json.dumps({"INHERIT": str(ROOT / "mkdocs.yml"), "docs_dir": str(docs.absolute()), "nav": nav})
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--config-file", "-", "--site-dir", folder]
        own = {**os.environ, "OFFLINE": "true"}
        made = subprocess.run(command, cwd=ROOT, env=own, input=config, capture_output=True, text=True)
        if made.returncode:
            raise NotCopied(f"the copy for a folder was not built: {' '.join(made.stderr.split())}")
        return {name: path.read_bytes() for name, path in _files(Path(folder))}


def for_folder(html: str, files: Collection[str]) -> str:
    """A page that MkDocs did not make, with links to these files: ``../glossary/#x`` becomes ``../glossary.html#x``.

    The page is in a folder directly below the site's root.
    """

    def file(link: re.Match[str]) -> str:
        index = link["page"] + "index.html"
        is_file = link["page"] and unquote(index) not in files
        return link["up"] + (f"{link['page'][:-1]}.html" if is_file else index)

    return _TO_A_FOLDER.sub(file, html)


def _files(folder: Path) -> list[tuple[str, Path]]:
    """The pages and the files that they need, without files that only servers and search engines read."""
    found = ((path.relative_to(folder).as_posix(), path) for path in sorted(folder.rglob("*")) if path.is_file())
    return [(name, path) for name, path in found if not _left_out(name)]


def _left_out(name: str) -> bool:
    return name.startswith((f"{FOLDER}/", "sitemap.")) or name in ("404.html", "search/search_index.json")
