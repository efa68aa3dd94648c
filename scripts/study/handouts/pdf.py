"""PDF files of editions, made in processes of their own, and kept.

What is kept is named after everything that goes into a file but the version of Pango, which WeasyPrint does not tell in
public: after an update of Pango, run `make clean`.
"""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from concurrent.futures import Future, ProcessPoolExecutor
from functools import cache
from multiprocessing import get_context
from pathlib import Path

from .typeset import pdf, programs

_KEPT = 60  # files


def pdfs(documents: Mapping[str, str], stylesheet: str, site_url: str, kept: Path) -> dict[str, bytes]:
    """The files by the names of their documents, from the folder of what is kept where it has them."""
    paths = {name: kept / f"{_digest(html, stylesheet, site_url)}.pdf" for name, html in documents.items()}
    new = sorted((name for name, path in paths.items() if not path.is_file()), key=lambda name: -len(documents[name]))
    kept.mkdir(parents=True, exist_ok=True)
    if new:
        _reachable()
        with ProcessPoolExecutor(min(len(new), os.cpu_count() or 1), get_context("spawn")) as pool:
            made: dict[str, Future[bytes]] = {
                name: pool.submit(pdf, documents[name], stylesheet, site_url) for name in new
            }
            for name, future in made.items():
                _write(paths[name], future.result())
    files = {name: path.read_bytes() for name, path in paths.items()}
    _forget(kept, {path.name for path in paths.values()})
    return files


def _reachable() -> None:
    """New processes look for this module on the path, where MkDocs keeps a hook's neighbours only while it loads it."""
    root = str(Path(__file__).parents[2])
    if root not in sys.path:
        sys.path.append(root)


def _digest(*parts: str) -> str:
    whole = "\0".join((*parts, _machine()))
    return hashlib.sha256(whole.encode()).hexdigest()[:32]


@cache
def _machine() -> str:
    """What decides about the bytes beside the document: programs, these files, and the fonts that are here."""
    try:
        fonts = sorted(subprocess.run(["fc-list"], capture_output=True).stdout.decode(errors="replace").splitlines())
    except OSError:
        fonts = []
    own = (path.read_text(encoding="utf-8") for path in sorted(Path(__file__).with_name("typeset").glob("*.py")))
    return "\n".join([*programs(), *own, *fonts])


def _write(path: Path, content: bytes) -> None:
    """A file is there whole or not at all: two builds may run at once."""
    with tempfile.NamedTemporaryFile(dir=path.parent, delete=False) as file:
        file.write(content)
    os.replace(file.name, path)


def _forget(folder: Path, used: set[str]) -> None:
    """Only the newest are kept, and those that are in use."""
    files = sorted(folder.glob("*.pdf"), key=lambda path: path.stat().st_mtime, reverse=True)
    for path in files[_KEPT:]:
        if path.name not in used:
            path.unlink(missing_ok=True)
