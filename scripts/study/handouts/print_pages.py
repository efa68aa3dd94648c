"""The pages of the learner handout to print: known once that file is made, then inserted in the trainer guide."""

from __future__ import annotations

import re
from collections.abc import Mapping
from html import escape

_PAGES = re.compile(r'<span class="print" data-first="([^"]+)" data-last="([^"]+)"></span>')


def end_of(id: str) -> str:
    """The id of the place where a part of a document ends."""
    return f"{id}-end"


def mark_end(id: str) -> str:
    """An empty element at the end of a part, so that its last page is known."""
    return f'<div id="{escape(end_of(id))}"></div>'


def pages_of(first: str, last: str) -> str:
    """A placeholder after a name, for the pages of the learner handout from one id to another.

    The page on screen has no page numbers.
    """
    return f'<span class="print" data-first="{escape(first)}" data-last="{escape(last)}"></span>'


def waits_for_pages(html: str) -> bool:
    return _PAGES.search(html) is not None


def with_print_pages(html: str, pages: Mapping[str, int]) -> str:
    """The document with those page numbers, or without them if there is no learner handout."""
    return _PAGES.sub(lambda match: _named(pages.get(match[1]), pages.get(match[2])), html)


def _named(first: int | None, last: int | None) -> str:
    if first is None or last is None:
        return ""
    pages = f"page\N{NO-BREAK SPACE}{first}" if first == last else f"pages\N{NO-BREAK SPACE}{first}\N{EN DASH}{last}"
    return f'<span class="print">, {pages}</span>'
