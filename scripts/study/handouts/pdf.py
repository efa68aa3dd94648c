"""PDF files of editions, by WeasyPrint, which only this file and the folder `lean` know: made in processes, and kept.

What is kept is named after everything that goes into a file, so it is never out of date.
"""

from __future__ import annotations

import gc
import hashlib
import logging
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Mapping
from concurrent.futures import Future, ProcessPoolExecutor
from functools import cache
from importlib.metadata import version
from multiprocessing import get_context
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element

HOW = (
    "no PDF: WeasyPrint needs Pango, which is not here; get it with `apt install libpango-1.0-0 libpangoft2-1.0-0`"
    " (Debian, Ubuntu), `dnf install pango` (Fedora) or `brew install pango` (macOS)"
)
_KEPT = 60  # files
_SOME_PAGE = 8  # as wide as most numbers in terms
_OPTIONS = {"pdf_variant": "pdf/ua-1", "pdf_tags": True}


@cache
def missing() -> str:
    """The line that says what is missing here and how to get it, or nothing."""
    try:
        import weasyprint  # noqa: F401
    except ImportError:
        return "no PDF: WeasyPrint is not here; get it with `make clean` and the same command again"
    except OSError:
        return HOW
    return ""


def pdf(html: str, stylesheet: str, site_url: str) -> bytes:
    """A document as PDF/UA: tagged, with bookmarks. Nothing is fetched, whatever a document names.

    WeasyPrint lays a page out again for each round in which it learns the number of a page that it refers to. Nearly
    all references are to what stands up to the end of the terms: laid out alone, that tells its pages beforehand.
    """
    import weasyprint

    from .lean import lean

    logging.getLogger("weasyprint").setLevel(logging.CRITICAL)  # links to the site, where its address is not known
    base = f"{site_url.rstrip('/')}/handouts/" if site_url else None
    style = weasyprint.CSS(string=stylesheet)
    nothing = weasyprint.urls.URLFetcher(allowed_protocols=())

    def laid_out(html: str, page_of: Callable[[str], int | None]) -> weasyprint.Document:
        document = weasyprint.HTML(string=html, base_url=base, url_fetcher=nothing)
        _tell(document.etree_element, page_of)
        return document.render(stylesheets=[style], **_OPTIONS)

    beginning = _up_to_terms(html)
    expected = _pages(laid_out(beginning, lambda id: _SOME_PAGE)) if beginning else {}
    document = laid_out(html, expected.get)
    found = _pages(document)
    if any(found.get(id) != page for id, page in expected.items()):
        document = laid_out(html, lambda id: None)
    return lean(document, **_OPTIONS)


def _up_to_terms(html: str) -> str:
    """The document without what follows its terms, or nothing where nothing does."""
    start = html.find('<section class="part" id="terms">')
    end = html.find("<section", start + 1)
    return html[:end] if 0 <= start < end else ""


def _tell(root: Element, page_of: Callable[[str], int | None]) -> None:
    """References and contents say the page that they are told, where they are, and ask WeasyPrint for it otherwise.

    A reference says it in its own text, and not after it as the stylesheet does: each piece of a line takes its time.
    """
    for link in root.iter("a"):
        href = link.get("href", "")
        page = page_of(href[1:]) if href.startswith("#") else None
        if page and link.get("class") == "place":
            link.set("class", "told")
            _end(link, f" [p.\u00a0{page}]")
        elif page:
            link.set("data-page", str(page))


def _end(element: Element, text: str) -> None:
    """With a text."""
    if len(element):
        element[-1].tail = (element[-1].tail or "") + text
    else:
        element.text = (element.text or "") + text


def _pages(document: Any) -> dict[str, int]:
    """The number of the page on which each id begins."""
    numbered = [(id, number) for number, page in enumerate(document.pages, 1) for id in page.anchors]
    return dict(reversed(numbered))


def pdfs(documents: Mapping[str, str], stylesheet: str, site_url: str, kept: Path) -> dict[str, bytes]:
    """The files by the names of their documents, from the folder of what is kept where it has them."""
    paths = {name: kept / f"{_digest(html, stylesheet, site_url)}.pdf" for name, html in documents.items()}
    new = sorted((name for name, path in paths.items() if not path.is_file()), key=lambda name: -len(documents[name]))
    kept.mkdir(parents=True, exist_ok=True)
    if new:
        _reachable()
        with ProcessPoolExecutor(min(len(new), os.cpu_count() or 1), get_context("spawn"), gc.disable) as pool:
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
    import weasyprint
    from weasyprint.text.ffi import pango

    names = ("weasyprint", "pydyf", "fonttools", "tinycss2", "pyphen")
    programs = [*map(version, names), str(pango.pango_version()), weasyprint.__version__]
    try:
        fonts = sorted(subprocess.run(["fc-list"], capture_output=True).stdout.decode(errors="replace").splitlines())
    except OSError:
        fonts = []
    here = Path(__file__)
    own = (path.read_text(encoding="utf-8") for path in (here, *sorted(here.with_name("lean").glob("*.py"))))
    return "\n".join([*programs, *own, *fonts])


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
