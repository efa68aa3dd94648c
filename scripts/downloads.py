"""The downloads of a site: handouts, exports, and the copy for a folder. This module does not know MkDocs."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

import handout
import offline_site
from markdown.extensions import Extension
from study import exports, handouts
from study.content.git import changed_at
from study.content.guide import Guide
from study.exports.archive import archive
from study.exports.files import files as exported
from study.exports.single_file import Shown, single_file
from study.handouts import pdf, typeset
from study.render.fragments import Fragments
from study.site.unavailable_files import UnavailableFiles

ZIP = f"{exports.FOLDER}/{exports.OFFLINE}"
HTML = f"{exports.FOLDER}/{exports.SINGLE}"


class TakeAway:
    """The files of one build, by their paths. Files without content are link targets; the end of the build makes them.

    `serving`: make none of them, because an author is waiting for a page. `in_folder`: this build is the copy for a
    folder.
    """

    def __init__(self, docs: Path, nav: Any, site_url: str, serving: bool, in_folder: bool) -> None:
        self.docs = docs
        self.nav = nav
        self.order = tuple(_paths(nav))
        """The pages of the navigation, in its order."""
        self.site_url = site_url
        self.serving = serving
        self.in_folder = in_folder
        self.files: dict[str, str | bytes] = {}
        self.later: set[str] = set()
        """The paths of the files that the end of the build makes."""
        self.without_pdf = ""
        """The reason why this build makes no PDF files, if it makes none."""
        self._unmade: list[str] = []
        self._elsewhere: dict[str, str] = {}
        self._after_serving: list[str] = []
        self._editions: dict[str, str] = {}
        self._pdfs: Future[dict[str, bytes]] | None = None
        self._copy: Future[dict[str, bytes]] | None = None

    def begin_copy(self) -> None:
        """Start the slow work in separate processes, in parallel with the build."""
        if not (self.serving or self.in_folder):
            self._copy = _begun(offline_site.copy, self.docs, self.nav)

    @property
    def makes_single_file(self) -> bool:
        return HTML in self.later

    def add_handouts(self, guide: Guide) -> None:
        """The editions as pages, and the PDF files to come. The copy for a folder gets the site's pages."""
        files = [path.removeprefix(f"{handouts.FOLDER}/") for path in handouts.paths(guide.pages)]
        if self.serving:
            self._after_serving += files
            return
        pdfs = [name for name in files if name.endswith(".pdf")]
        style = handouts.CSS.read_text(encoding="utf-8")
        self.files[f"{handouts.FOLDER}/{handouts.STYLESHEET}"] = style
        self.without_pdf = self._no_pdf()
        if self.without_pdf:
            self._unmade += pdfs
        else:
            self._promise(*(f"{handouts.FOLDER}/{name}" for name in pdfs))
        if self.in_folder:
            self._promise(*(f"{handouts.FOLDER}/{name}" for name in files if name not in pdfs))
            return
        pages = handout.pages(guide, self.docs, self.site_url, self.order)
        self._editions = {f"{handouts.FOLDER}/{name}.html": text for name, text in pages.items()}
        self.files |= self._editions
        if not self.without_pdf:
            printed = {name: html for name, html in pages.items() if f"{name}.pdf" in pdfs}
            self._pdfs = _begun(pdf.pdfs, printed, style, self.site_url, handout.PDF_CACHE)

    def _no_pdf(self) -> str:
        return "no PDF in the copy for a folder" if self.in_folder else typeset.missing()

    def add_exports(self, guide: Guide, fragments: Fragments) -> None:
        """The files for other programs. The copy for a folder has none: it links to those of the site."""
        paths = exports.paths(guide.pages)
        if self.in_folder:
            self._elsewhere = {path: urljoin(self.site_url, path) if self.site_url else "" for path in paths}
            return
        if self.serving:
            self._after_serving += paths
            return
        made = exported(guide, fragments, changed_at(self.docs, os.environ))
        self.files |= {f"{exports.FOLDER}/{name}": content for name, content in made.items()}
        self._promise(HTML, ZIP)

    def _promise(self, *paths: str) -> None:
        self.files |= dict.fromkeys(paths, b"")
        self.later |= set(paths)

    def extension(self) -> Extension:
        """An extension of Markdown for links to files that this build does not have."""
        return UnavailableFiles(self._unmade, self._elsewhere, self._after_serving)

    def finish(
        self, guide: Guide, shown: Iterable[Shown], fragments: Fragments, title: str
    ) -> Iterator[tuple[str, bytes]]:
        """The files that the other processes made. Raises `offline_site.NotCopied`."""
        if HTML in self.later:
            yield HTML, single_file(guide, list(shown), fragments, title).encode()
        if self._copy:
            yield ZIP, self._zipped(self._copy.result())
        for name, content in self._pdfs.result().items() if self._pdfs else ():
            yield f"{handouts.FOLDER}/{name}.pdf", content

    def _zipped(self, copied: dict[str, bytes]) -> bytes:
        """The copy for a folder, with the editions."""
        led = {path: offline_site.for_folder(text, copied).encode() for path, text in self._editions.items()}
        return archive({f"site/{path}": content for path, content in sorted((copied | led).items())})


def _begun(make: Callable[..., Any], *given: Any) -> Future[Any]:
    with_one = ThreadPoolExecutor(1)
    made = with_one.submit(make, *given)
    with_one.shutdown(wait=False)
    return made


def _paths(nav: Any) -> Sequence[str]:
    """The pages of the navigation, in its order."""
    found: list[str] = []
    for entry in nav or ():
        for value in entry.values() if isinstance(entry, dict) else (entry,):
            found += _paths(value) if isinstance(value, list) else (value,)
    return found
