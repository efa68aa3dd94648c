"""One document as a PDF, by WeasyPrint, which only this folder knows and nothing else needs."""

from __future__ import annotations

import logging
import re
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
_VALUE = re.compile(r"(--[\w-]+):\s*([^;]+);")
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
    """The document laid out, the pages that it names told: as far as expected, or else as found."""
    first = source()
    expected = likely(first.etree_element)
    document = _laid_out(first, style, expected)
    pages = pages_of(document)
    if not have_room(first.etree_element, expected, pages):
        document = _laid_out(source(), style, pages)
    tell(document)
    return document


def _laid_out(source: Any, style: Any, expected: dict[str, int]) -> Any:
    source._ua_stylesheets = _defaults
    hold_places(source.etree_element, expected)
    return source.render(stylesheets=[style], **_OPTIONS)


def _with_values(stylesheet: str) -> str:
    """Each variable its value: WeasyPrint reads a declaration with one anew for each element that it holds for."""
    values = dict(_VALUE.findall(stylesheet))
    return _USED.sub(lambda used: values.get(used[1], used[0]), stylesheet)


@cache
def _defaults(forms: bool = False) -> list[Any]:
    """How elements look that no stylesheet names, but for footnotes: every element would be asked for five of them."""
    import weasyprint
    from weasyprint.html import UA, UA_COUNTER_STYLE

    return [weasyprint.CSS(string=_OF_NOTES.sub("", UA), counter_style=UA_COUNTER_STYLE)]
