"""PDF files of editions, made in separate processes, and cached.

The name of a cached file is a hash of all its inputs except the version of Pango, for which WeasyPrint has no public
interface. After an update of Pango, run `make clean`.
"""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from concurrent.futures import Future, ProcessPoolExecutor
from functools import cache
from graphlib import TopologicalSorter
from multiprocessing import get_context
from pathlib import Path

from ..content.files import write_atomically
from .print_pages import named_editions, with_print_pages
from .typeset import Printed, printed, programs

_MOST_FILES = 60


def pdfs(documents: Mapping[str, str], stylesheet: str, site_url: str, cache_folder: Path) -> dict[str, bytes]:
    """The files by the names of their documents, from the cache if it has them.

    A document that names pages of another one waits for it.
    """
    cache_folder.mkdir(parents=True, exist_ok=True)
    named = {name: named_editions(html) & documents.keys() for name, html in documents.items()}
    maker = _PdfMaker(stylesheet, site_url, cache_folder)
    try:
        started: dict[str, Future[Printed]] = {}
        for name in _order(documents, named):
            pages = {other: started[other].result().pages for other in named[name]}
            started[name] = maker.start(with_print_pages(documents[name], pages))
        files = {name: started[name].result().content for name in documents}
    finally:
        maker.close()
    _delete_old_files(cache_folder, maker.used)
    return files


def _order(documents: Mapping[str, str], named: Mapping[str, frozenset[str]]) -> Iterator[str]:
    """Each after those whose pages it names; of the rest, first those that others wait for, then the slowest."""
    awaited = frozenset().union(*named.values())
    sorter = TopologicalSorter(named)
    sorter.prepare()
    while sorter.is_active():
        ready = sorter.get_ready()
        yield from sorted(ready, key=lambda name: (name not in awaited, -len(documents[name])))
        sorter.done(*ready)


class _PdfMaker:
    """Makes files in separate processes, which start with the first file that is not in the cache."""

    def __init__(self, stylesheet: str, site_url: str, cache_folder: Path) -> None:
        self.stylesheet = stylesheet
        self.site_url = site_url
        self.cache_folder = cache_folder
        self.used: set[str] = set()
        self._pool: ProcessPoolExecutor | None = None

    def start(self, html: str) -> Future[Printed]:
        name = _hash(html, self.stylesheet, self.site_url)
        self.used.add(name)
        path = self.cache_folder / f"{name}.pdf"
        if path.is_file() and path.with_suffix(".json").is_file():
            done: Future[Printed] = Future()
            done.set_result(_from_cache(path))
            return done
        if self._pool is None:
            _extend_path()
            self._pool = ProcessPoolExecutor(os.cpu_count() or 1, get_context("spawn"))
        return self._pool.submit(_make_and_cache, html, self.stylesheet, self.site_url, path)

    def close(self) -> None:
        if self._pool:
            self._pool.shutdown(cancel_futures=True)


def _make_and_cache(html: str, stylesheet: str, site_url: str, path: Path) -> Printed:
    """Make a file, and save the pages of its ids next to it."""
    made = printed(html, stylesheet, site_url)
    write_atomically(path.with_suffix(".json"), json.dumps(made.pages, sort_keys=True).encode())
    write_atomically(path, made.content)
    return made


def _from_cache(path: Path) -> Printed:
    return Printed(path.read_bytes(), json.loads(path.with_suffix(".json").read_bytes()))


def _extend_path() -> None:
    """Put this module on the path for new processes: MkDocs has the hooks' folder there only while it loads a hook."""
    root = str(Path(__file__).parents[2])
    if root not in sys.path:
        sys.path.append(root)


def _hash(*parts: str) -> str:
    whole = "\0".join((*parts, _environment()))
    return hashlib.sha256(whole.encode()).hexdigest()[:32]


@cache
def _environment() -> str:
    """Everything besides the document that changes the bytes: programs, these files, and installed fonts."""
    try:
        fonts = sorted(subprocess.run(["fc-list"], capture_output=True).stdout.decode(errors="replace").splitlines())
    except OSError:
        fonts = []
    own = (path.read_text(encoding="utf-8") for path in sorted(Path(__file__).with_name("typeset").glob("*.py")))
    return "\n".join([*programs(), *own, *fonts])


def _delete_old_files(folder: Path, used: set[str]) -> None:
    """Delete all files but the newest and those in use."""
    files = sorted(folder.glob("*.pdf"), key=lambda path: path.stat().st_mtime, reverse=True)
    for path in files[_MOST_FILES:]:
        if path.stem not in used:
            path.unlink(missing_ok=True)
            path.with_suffix(".json").unlink(missing_ok=True)
