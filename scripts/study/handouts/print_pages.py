"""Pages of another edition, such as those to print: known once its file is made, and then written where it is named."""

from __future__ import annotations

import re
from collections.abc import Mapping
from html import escape

_PAGES = re.compile(r'<span class="print" data-in="([^"]+)" data-first="([^"]+)"(?: data-last="([^"]+)")?></span>')


def end_of(id: str) -> str:
    """The id of the place where a part of a document ends."""
    return f"{id}-end"


def mark_end(id: str) -> str:
    """An empty element at the end of a part, so that its last page is known."""
    return f'<div id="{escape(end_of(id))}"></div>'


def pages_of(first: str, last: str, edition: str = "learner") -> str:
    """Right behind a name: where the pages of an edition from one id to another will be written.

    The page on screen has no page numbers.
    """
    return f'<span class="print" data-in="{edition}" data-first="{escape(first)}" data-last="{escape(last)}"></span>'


def and_readings(part: str | None) -> str:
    """Behind the pages of a session in the learner handout: those of its part of the readings, if it has one."""
    return f"; readings{pages_of(part, end_of(part), 'readings')}" if part else ""


def page_of(id: str, edition: str) -> str:
    """Right behind the name of an edition: where its page with that id will be written, in short."""
    return f'<span class="print" data-in="{edition}" data-first="{escape(id)}"></span>'


def named_editions(html: str) -> frozenset[str]:
    """The editions whose pages a document names."""
    return frozenset(match[1] for match in _PAGES.finditer(html))


def with_print_pages(html: str, pages: Mapping[str, Mapping[str, int]]) -> str:
    """The document with those page numbers, by edition and id, or without them where an edition is missing."""
    return _PAGES.sub(lambda match: _named(match, pages.get(match[1], {})), html)


def _named(match: re.Match[str], pages: Mapping[str, int]) -> str:
    first, last = pages.get(match[2]), pages.get(match[3] or match[2])
    if first is None or last is None:
        return ""
    if match[3] is None:
        words = f"p.\N{NO-BREAK SPACE}{first}"
    elif first == last:
        words = f"page\N{NO-BREAK SPACE}{first}"
    else:
        words = f"pages\N{NO-BREAK SPACE}{first}\N{EN DASH}{last}"
    return f'<span class="print">,\N{NO-BREAK SPACE}{words}</span>'
