"""S: sources of claims about products, and the month in which they were checked."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from ..dates import MONTHS
from ..guide import Guide
from ..inline import Link
from ..page import Page
from .registry import Finding, Found, rule

_DATED = re.compile(rf"[\s;,]*\((?:checked )?(?P<month>{'|'.join(MONTHS)})\s+(?P<year>20\d\d)\b")


@rule(
    "S001", "a term without a source", "- Used by: ...", "- Source: [Model Registry, AWS](https://...) (November 2026)"
)
def term_without_source(guide: Guide) -> Found:
    """A definition of a product is a claim; without its source nobody can check it."""
    for term in guide.terms:
        if term.facts and "](http" not in term.facts.get("Source", ""):
            message = f'the term "{term.name}" has no source; add "- Source: [title](https://...) (November 2026)"'
            yield Finding(term.place, message)


@rule("S002", "a source without its month", "[AWS](https://...)", "[AWS](https://...) (November 2026)")
def undated_source(guide: Guide) -> Found:
    """Products change; a claim holds for the month in which somebody looked."""
    for page, link in _sources(guide):
        if not _DATED.match(page.source.text, link.end):
            shown = " ".join(link.text.split())
            message = f'the source "{shown}" has no month; write (November 2026), or when you checked it, after it'
            yield Finding(page.place(link.offset), message, link.end - link.offset)


@rule("S003", "one source under two addresses", "https://a.org/x and https://a.org/x/", "https://a.org/x both times")
def address_of_two_forms(guide: Guide) -> Found:
    """Two addresses that differ in a fragment or a trailing slash alone are one page, and are checked twice."""
    first: dict[str, tuple[str, str]] = {}
    for page, link in _sources(guide):
        url = urlsplit(link.target)
        key = f"{url.netloc}{url.path.rstrip('/')}?{url.query}"
        place = page.place(link.target_offset)
        known, where = first.setdefault(key, (link.target, f"{place.path}:{place.line}"))
        if known != link.target:
            message = f'"{link.target}" is written "{known}" at {where}; use one of the two everywhere'
            yield Finding(place, message, len(link.target))


def ages(guide: Guide) -> Iterator[tuple[Page, Link, int]]:
    """Every dated source with its month, counted from year 0."""
    for page, link in _sources(guide):
        if dated := _DATED.match(page.source.text, link.end):
            yield page, link, int(dated["year"]) * 12 + MONTHS.index(dated["month"])


def _sources(guide: Guide) -> Iterator[tuple[Page, Link]]:
    """Links to documentation of a product: they end in a comma and who published it, as in ``[Title, AWS]``."""
    for page in guide:
        for link in page.links:
            if not link.image and link.target.startswith("https://") and re.search(r",\s+[\w-]+$", link.text):
                yield page, link


def old_sources(guide: Guide, oldest: int) -> Found:
    """Sources that were checked before a month, counted from year 0: somebody should look again."""
    for page, link, month in ages(guide):
        if month < oldest:
            shown = " ".join(link.text.split())
            when = f"{MONTHS[month % 12]} {month // 12}"
            message = f'the source "{shown}" was checked in {when}; look again and renew the month'
            yield Finding(page.place(link.offset), message, link.end - link.offset)
