"""One document as a PDF, by WeasyPrint, which only this folder knows and nothing else needs."""

from __future__ import annotations

import logging
import re
from collections import Counter
from collections.abc import Callable
from functools import cache
from importlib.metadata import version
from typing import Any
from xml.etree import ElementTree

from .page_numbers import have_room, hold_places, likely, pages_of, tell

HOW = (
    "no PDF: WeasyPrint needs Pango, which is not here; get it with `apt install libpango-1.0-0 libpangoft2-1.0-0`"
    " (Debian, Ubuntu), `dnf install pango` (Fedora) or `brew install pango` (macOS)"
)
_OPTIONS = {"pdf_variant": "pdf/ua-1", "pdf_tags": True}
_ROOT = re.compile(r":root\s*\{([^{}]*)\}")
_VALUE = re.compile(r"(--[\w-]+)\s*:\s*([^;]+?)\s*(?:;|$)")
_USED = re.compile(r"var\((--[\w-]+)\)")
_OF_NOTES = re.compile(r"^::(footnote|note)-.*$", re.MULTILINE)


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


def programs() -> list[str]:
    """The versions of all that decides how a file looks."""
    from weasyprint.text.ffi import pango

    return [*map(version, ("weasyprint", "pydyf", "fonttools", "tinycss2", "pyphen")), str(pango.pango_version())]


def pdf(html: str, stylesheet: str, site_url: str) -> bytes:
    """A document as PDF/UA: tagged, with bookmarks. Nothing is fetched, whatever a document names."""
    import weasyprint

    from .lean import lean

    logging.getLogger("weasyprint").setLevel(logging.CRITICAL)  # links to the site, where its address is not known
    base = f"{site_url.rstrip('/')}/handouts/" if site_url else None
    nothing = weasyprint.urls.URLFetcher(allowed_protocols=())

    def source() -> weasyprint.HTML:
        return _read(html, base_url=base, url_fetcher=nothing)

    document = _with_pages(source, weasyprint.CSS(string=_with_values(stylesheet)))
    return lean(document, **_OPTIONS)


def _read(html: str, **options: Any) -> Any:
    """What WeasyPrint reads in a document: one that is well-formed XML, as ours are, is read in no time."""
    import weasyprint

    try:
        root = ElementTree.fromstring(html)
    except ElementTree.ParseError:
        return weasyprint.HTML(string=html, **options)
    source = weasyprint.HTML(string="", **options)
    source.wrapper_element = type(source.wrapper_element).from_html_root(root, content_language=None)
    source.etree_element = root
    return source


def _with_pages(source: Callable[[], Any], style: Any) -> Any:
    """The document laid out, with the pages that it names.

    It is laid out again for a number wider than its place, and without a place for one that is on no page or cannot be
    told. Places only grow or go, so this ends.
    """
    expected: dict[str, int] | None = None
    while True:
        read = source()
        expected = likely(read.etree_element) if expected is None else expected
        document = _laid_out(read, style, expected)
        pages = pages_of(document)
        fits = have_room(read.etree_element, expected, pages)
        untold = tell(document, read.etree_element, pages) if fits else set()
        if fits and not untold:
            return document
        expected = {id: max(page, expected.get(id, 0)) for id, page in pages.items() if id not in untold}


def _laid_out(source: Any, style: Any, expected: dict[str, int]) -> Any:
    source._ua_stylesheets = _defaults
    hold_places(source.etree_element, expected)
    return source.render(stylesheets=[style], **_OPTIONS)


def _with_values(stylesheet: str) -> str:
    """Each variable of the root its value: WeasyPrint reads a declaration with one anew for each element it is for."""
    root = _ROOT.search(stylesheet)
    values = dict(_VALUE.findall(root[1])) if root else {}
    given = Counter(re.findall(r"(--[\w-]+)\s*:", stylesheet))
    return _USED.sub(lambda used: values[used[1]] if given[used[1]] == 1 and used[1] in values else used[0], stylesheet)


@cache
def _defaults(forms: bool = False) -> list[Any]:
    """How elements look that no stylesheet names, but for footnotes: every element would be asked for five of them."""
    import weasyprint
    from weasyprint.html import UA, UA_COUNTER_STYLE

    return [weasyprint.CSS(string=_OF_NOTES.sub("", UA), counter_style=UA_COUNTER_STYLE)]
