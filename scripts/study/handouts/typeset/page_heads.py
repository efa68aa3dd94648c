"""The heads of pages: which part of the document a page belongs to, and the numbers of its questions.

CSS can name the part at the top of a page, but cannot forget it again on the page on which the part ends.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from html import unescape

from ..print_pages import end_of

_PLACE = re.compile(
    r'<section class="[^"]*" id="(?P<part>[^"]+)"><h2>(?P<title>.*?)</h2>'
    r'|<span class="number" id="(?P<id>[^"]+)">(?P<number>[^<]+)</span>'
)
_AFTER_CODE = re.compile(r"(?<=\\[0-9a-f]{6}) ")


@dataclass(slots=True)
class _Part:
    title: str
    first: int
    last: int
    numbers: list[tuple[str, int]] = field(default_factory=list)


def css_string(words: str) -> str:
    """A string in a stylesheet, which may be within a page. The first space after the code of a sign is part of it."""
    signs = (sign if sign.isalnum() or sign in " ,.:-" else f"\\{ord(sign):06x}" for sign in words)
    return f'"{_AFTER_CODE.sub("  ", "".join(signs))}"'


def page_heads(html: str, pages: Mapping[str, int]) -> str:
    """A stylesheet with the head of each page but the first, by the pages of a document's ids."""
    parts = _parts(html, pages)
    shown = {page: _head(parts, page) for page in range(2, max(pages.values(), default=0) + 1)}
    return "".join(
        f"@page :nth({page}) {{ @top-right {{ content: {css_string(head)} }} }}" for page, head in shown.items()
    )


def _parts(html: str, pages: Mapping[str, int]) -> list[_Part]:
    parts: list[_Part] = []
    for place in _PLACE.finditer(html):
        if (id := place["part"]) in pages:
            parts.append(_Part(unescape(place["title"]), pages[id], pages.get(end_of(id), pages[id])))
        elif place["id"] in pages and parts:
            parts[-1].numbers.append((place["number"], pages[place["id"]]))
    return parts


def _head(parts: list[_Part], page: int) -> str:
    """The part of the first question on the page, or of one that goes on from the page before, and the numbers."""
    here = [part for part in parts if part.first <= page <= part.last]
    begun = [(part, number) for part in here for number, first in part.numbers if first == page]
    before = [(part, number) for part in here[:1] for number, first in part.numbers if first < page]
    found = begun or before[-1:]
    if not found:
        return here[0].title if here else ""
    return f"{found[0][0].title} · {', '.join(_runs([number for _, number in found]))}"


def _runs(numbers: list[str]) -> Iterator[str]:
    """Numbers such as Q3, Q4, Q9, S1 as "Q3 to Q9", "S1": each run is in ascending order."""
    runs: list[list[str]] = []
    for number in numbers:
        last = runs[-1][-1] if runs else ""
        if last[:1] == number[0] and int(last[1:]) < int(number[1:]):
            runs[-1].append(number)
        else:
            runs.append([number])
    return (run[0] if len(run) == 1 else f"{run[0]} to {run[-1]}" for run in runs)
