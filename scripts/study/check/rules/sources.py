"""S: sources of claims about products, and the month in which they were checked."""

from __future__ import annotations

import difflib
import re
from collections import defaultdict
from collections.abc import Iterator

from ...content.dates import MONTHS
from ...content.guide import Guide
from ...content.inline import Link
from ...content.page import Page
from .addresses import split
from .fact_lines import fact_lines
from .registry import Finding, Found, rule

FIRST = 2017 * 12 + 10  # November 2017
_PUBLISHER = re.compile(r",\s+[\w-]+$")
_MONTH = re.compile(rf"(?P<month>{'|'.join(MONTHS)})\s+(?P<year>[12]\d\d\d)\b")
_NEARLY_DATED = re.compile(r"[\s;,]*\((?:checked )?([A-Za-z]{3,12})\.?\s+(20\d\d)")
_BEFORE = re.compile(r"[)\]][\s;,]*\((?:checked )?$")
_CORRECTED = re.compile(r"\s*/{3,}[ \t]*correction")
_DATED = re.compile(rf"[\s;,]*\((?:checked )?(?P<month>{'|'.join(MONTHS)})\s+(?P<year>20\d\d)\b")


@rule(
    "S001", "a term without a source", "- Used by: ...", "- Source: [Model Registry, AWS](https://...) (November 2026)"
)
def term_without_source(guide: Guide) -> Found:
    """A definition of a product is a claim, and readers need its source to check it."""
    for term in guide.terms:
        if term.facts and "](http" not in term.facts.get("Source", ""):
            message = f'the term "{term.name}" has no source; add "- Source: [title](https://...) (November 2026)"'
            yield Finding(term.place, message)


@rule("S002", "a source without its month", "[AWS](https://...)", "[AWS](https://...) (November 2026)")
def undated_source(guide: Guide) -> Found:
    """Products change, so a source says in which month it was checked."""
    for page, link in _cited(guide):
        if not _DATED.match(page.source.text, link.end):
            shown = " ".join(link.text.split())
            typed = _NEARLY_DATED.match(page.source.text, link.end)
            near = difflib.get_close_matches(typed[1].title(), MONTHS, n=1, cutoff=0.3) if typed else []
            hint = f'; did you mean "({near[0]} {typed[2]})"?' if near and typed else ""
            fix = "; write (November 2026), or when you checked it, after it"
            message = f'the source "{shown}" has no month{hint or fix}'
            yield Finding(page.place(link.offset), message, link.end - link.offset)


@rule("S015", "an impossible month", "[AWS](https://...) (November 2062)", "[AWS](https://...) (November 2026)")
def impossible_month(guide: Guide) -> Found:
    """A source cannot be checked in the future, or before SageMaker existed (November 2017)."""
    last = guide.today.year * 12 + guide.today.month - 1 if guide.today else None
    for page in guide:
        for match in _MONTH.finditer(page.source.prose):
            month = int(match["year"]) * 12 + MONTHS.index(match["month"])
            if last is not None and month > last and _is_check(page, match):
                message = f'"{match[0]}" is in the future; write the month in which you checked it'
                yield Finding(page.place(match.start()), message, len(match[0]))
            elif month < FIRST and _is_check(page, match):
                message = f'"{match[0]}" is before SageMaker existed; write the month in which you checked it'
                yield Finding(page.place(match.start()), message, len(match[0]))


def _is_check(page: Page, month: re.Match[str]) -> bool:
    """Whether a month says when something was checked: in parentheses after a link, or in a correction's title."""
    text = page.source.text
    line = text[text.rfind("\n", 0, month.start()) + 1 : month.start()]
    return bool(_CORRECTED.match(line)) or bool(_BEFORE.search(text, max(0, month.start() - 40), month.start()))


@rule("S003", "one source under two addresses", "https://a.org/x and https://a.org/x/", "https://a.org/x both times")
def address_of_two_forms(guide: Guide) -> Found:
    """Two addresses that differ only in a fragment or a trailing slash are the same page, checked twice."""
    first: dict[str, tuple[str, str]] = {}
    for page, link in _sources(guide):
        url = split(link.target)
        if url is None:  # S012 reports it
            continue
        key = f"{url.netloc}{url.path.rstrip('/')}?{url.query}"
        place = page.place(link.target_offset)
        known, where = first.setdefault(key, (link.target, f"{place.path}:{place.line}"))
        if known != link.target:
            message = f'"{link.target}" is written "{known}" at {where}; use one of the two everywhere'
            yield Finding(place, message, len(link.target))


@rule("S017", "one source with two months", "(May 2026) and (November 2026)", "(November 2026) both times")
def two_months(guide: Guide) -> Found:
    """A page that gives two months for one source does not say when its facts were last checked."""
    first: dict[tuple[str, str], tuple[int, int]] = {}
    for page, link, month in ages(guide):
        known, line = first.setdefault((page.path, link.target), (month, page.place(link.offset).line))
        if known != month:
            one, other = (f"{MONTHS[each % 12]} {each // 12}" for each in (month, known))
            message = f"this source was checked in {one} here, and in {other} on line {line}; write the later month"
            yield Finding(page.place(link.offset), message, link.end - link.offset)


def ages(guide: Guide) -> Iterator[tuple[Page, Link, int]]:
    """Every dated source with its month, counted from year 0."""
    for page, link in _sources(guide):
        if dated := _DATED.match(page.source.text, link.end):
            yield page, link, int(dated["year"]) * 12 + MONTHS.index(dated["month"])


def _cited(guide: Guide) -> Iterator[tuple[Page, Link]]:
    """The sources that their titles show to be sources, and every other link of a term's fact "Source"."""
    spans: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for term in guide.terms:
        lines = fact_lines(guide.pages[term.path], term)
        spans[term.path] += [(line.start, line.stop) for line in lines if line.label == "Source"]
    for page in guide:
        for link in page.links:
            if not link.image and link.target.startswith(("https://", "http://")):
                listed = any(start <= link.offset < stop for start, stop in spans[page.path])
                if listed or _PUBLISHER.search(link.text):
                    yield page, link


def _sources(guide: Guide) -> Iterator[tuple[Page, Link]]:
    """Links to documentation of a product: their text ends in a comma and the publisher, as in ``[Title, AWS]``."""
    for page in guide:
        for link in page.links:
            if not link.image and link.target.startswith("https://") and _PUBLISHER.search(link.text):
                yield page, link


def old_sources(guide: Guide, oldest: int) -> Found:  # `oldest` is a month, counted from year 0
    """A product may have changed since its source was checked."""
    for page, link, month in ages(guide):
        if month < oldest:
            shown = " ".join(link.text.split())
            when = f"{MONTHS[month % 12]} {month // 12}"
            message = f'the source "{shown}" was checked in {when}; check it again and update the month'
            yield Finding(page.place(link.offset), message, link.end - link.offset)
