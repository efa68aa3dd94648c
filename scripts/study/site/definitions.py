"""The definitions that a finished page needs: its term links refer to them with `aria-describedby`."""

from __future__ import annotations

from functools import lru_cache
from html import escape
from html.parser import HTMLParser

from ..content.glossary import Term
from ..content.guide import Guide
from ..render.term_links import description_id


class _Ids(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.described_by: dict[str, None] = {}  # in the order of the page, each once
        self.present: set[str | None] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self.present.add(given.get("id"))
        self.described_by |= dict.fromkeys((given.get("aria-describedby") or "").split())


def missing_terms(guide: Guide, html: str) -> list[Term]:
    """Terms whose definition a page's links name and the page lacks, in the order of the links.

    `html` is the finished content, so links that were added after the page's own text count too.
    """
    missing = _missing(html)
    terms = {description_id(term): term for term in guide.terms} if missing else {}
    return [terms[id] for id in missing if id in terms]


@lru_cache(maxsize=512)  # while serving, most pages are those of the last build
def _missing(html: str) -> tuple[str, ...]:
    """The ids that the elements of a page name as their descriptions and that the page lacks."""
    page = _Ids()
    page.feed(html)
    page.close()
    return tuple(id for id in page.described_by if id not in page.present)


def as_html(terms: list[Term]) -> str:
    """A paragraph for each term; the page hides them."""
    return "".join(f"{paragraph(term)}\n" for term in terms)


def paragraph(term: Term) -> str:
    """The definition of a term, with the id that term links name."""
    shown = escape(term.definition, quote=False)
    return f'<p id="{description_id(term)}" data-term="{escape(term.name)}">{shown}</p>'
