"""One document as a PDF, by WeasyPrint: no other module imports it."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from functools import cache
from importlib.metadata import version
from io import StringIO
from typing import Any

from .line_ends import with_inner_spaces, with_whole_amounts
from .page_heads import page_heads
from .page_numbers import with_numbers
from .tags import fix_tags

_MOST = 6  # attempts: a number that becomes wider or narrower may move the text after it
_OPTIONS = {"pdf_variant": "pdf/ua-1", "pdf_tags": True}


@dataclass(frozen=True, slots=True)
class Printed:
    """A PDF file, and the page of each id of its document, from 1."""

    content: bytes
    pages: dict[str, int]


HOW = (
    "no PDF: WeasyPrint needs Pango, which is not here; get it with `apt install libpango-1.0-0 libpangoft2-1.0-0`"
    " (Debian, Ubuntu), `dnf install pango` (Fedora) or `brew install pango` (macOS)"
)


@cache
def missing() -> str:
    """Why this machine cannot make PDF files and how to change that, in one line; empty if it can."""
    try:
        import weasyprint  # noqa: F401
    except ImportError:
        return "no PDF: WeasyPrint is not here; get it with `make clean` and the same command again"
    except OSError:
        return HOW
    return ""


def programs() -> list[str]:
    """The versions of the packages that decide the bytes of a file."""
    return [f"{name} {version(name)}" for name in ("weasyprint", "pydyf", "fonttools", "tinycss2", "pyphen")]


def printed(html: str, stylesheet: str, site_url: str) -> Printed:
    """A document as PDF/UA: tagged, with bookmarks. WeasyPrint fetches no address that the document names."""
    logging.getLogger("weasyprint").setLevel(logging.CRITICAL)  # it reports links to the site if `site_url` is unknown
    spaced = with_inner_spaces(with_whole_amounts(html))
    pages: dict[str, int] = {}
    for _ in range(_MOST):
        laid_out = _laid_out(with_numbers(spaced, pages), stylesheet + page_heads(html, pages), site_url)
        found = {id: number for number, page in reversed([*enumerate(laid_out.pages, 1)]) for id in page.anchors}
        if found == pages:
            break
        pages = found
    content: bytes = laid_out.write_pdf(finisher=fix_tags, **_OPTIONS)
    return Printed(content, pages)


def _laid_out(html: str, stylesheet: str, site_url: str) -> Any:
    import weasyprint

    source = weasyprint.HTML(
        string=html,
        base_url=f"{site_url.rstrip('/')}/handouts/" if site_url else None,
        url_fetcher=weasyprint.urls.URLFetcher(allowed_protocols=()),
    )
    return source.render(stylesheets=[StringIO(stylesheet)], **_OPTIONS)
