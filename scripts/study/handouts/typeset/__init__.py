"""One document as a PDF, by WeasyPrint: no other module imports it."""

from __future__ import annotations

import logging
from functools import cache
from importlib.metadata import version
from io import StringIO

from .tags import fix_tags

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


def pdf(html: str, stylesheet: str, site_url: str) -> bytes:
    """A document as PDF/UA: tagged, with bookmarks. WeasyPrint fetches no address that the document names."""
    import weasyprint

    logging.getLogger("weasyprint").setLevel(logging.CRITICAL)  # it reports links to the site if `site_url` is unknown
    source = weasyprint.HTML(
        string=html,
        base_url=f"{site_url.rstrip('/')}/handouts/" if site_url else None,
        url_fetcher=weasyprint.urls.URLFetcher(allowed_protocols=()),
    )
    style = StringIO(stylesheet)
    content: bytes = source.write_pdf(stylesheets=[style], finisher=fix_tags, pdf_variant="pdf/ua-1", pdf_tags=True)
    return content
