"""Ids that were published at an earlier revision and are lost or swapped now."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ..content.guide import Guide
from ..content.inline import plain
from ..content.page import Page
from ..content.source import Place
from .rules.registry import Finding, Found

_MARKER = re.compile(r"^[ \t]*(?:\||[-*+][ \t]|\d+\.[ \t])?[ \t]*")


@dataclass(frozen=True, slots=True)
class _Published:
    """An id that was typed on a page, with its words: those of its heading, or those before it on its line."""

    id: str
    words: str
    offset: int


def lost_ids(base: Guide, guide: Guide) -> Found:
    """Links to a lost id break, and its saved answers are gone. With a swapped id, they belong to something else.

    To keep an id, put it on any element of its page, such as ``<span id="old"></span>`` where its text is now.
    """
    moved = {id: page.path for page in guide for id in page.anchors}
    for before in base:
        page = guide.pages.get(before.path)
        then = list(_published(before))
        if page is None:
            yield from _gone(before, then, [other for other in guide if other.path not in base.pages])
            continue
        now = {each.id: each for each in _published(page)}
        for each in then:
            if each.id not in page.anchors:
                yield _lost(each, before, page, moved)
        yield from _swapped(page, then, now)


def _gone(before: Page, then: list[_Published], new: list[Page]) -> Found:
    """One problem for a page that is gone. A new page that has most of its ids is the same page with another name."""
    if not then:
        return
    ids = {each.id for each in then}
    same = next((page for page in new if len(ids & page.anchors) * 2 > len(ids)), None)
    fix = f"{same.path} has its text now, so give that file this name again" if same else "bring the page back"
    more = f" and {len(ids) - 1} more" if len(ids) > 1 else ""
    message = f'this page was published with the id "{then[0].id}"{more}, and it is gone; {fix}'
    yield Finding(Place(before.path, 1, 1), message)


def _lost(each: _Published, before: Page, page: Page, moved: dict[str, str]) -> Finding:
    where = f"; it is in {moved[each.id]} now" if each.id in moved else ""
    fix = f'bring it back, or add <span id="{each.id}"></span> here'
    message = f'the id "{each.id}" ("{each.words}") was published here and is lost{where}; {fix}'
    same = next((now for now in _named(page) if now.words == each.words), None)
    return Finding(page.place(same.offset if same else _near(before, page, each)), message)


def _near(before: Page, page: Page, each: _Published) -> int:
    """The offset where the lost text was: at the last heading above it that still exists, or at the top."""
    kept = {heading.text: heading.offset for heading in page.headings}
    above = [heading for heading in before.headings if heading.offset < each.offset and heading.text in kept]
    return kept[above[-1].text] if above else 0


def _swapped(page: Page, then: list[_Published], now: dict[str, _Published]) -> Found:
    """Ids that are still on the page, but on other text that was on the page before with another id."""
    known = {each.words: each.id for each in then}
    for each in then:
        other = now.get(each.id)
        if other and other.words != each.words and known.get(other.words, each.id) != each.id:
            message = f'"{each.id}" was the id of "{each.words}" and is now that of "{other.words}"'
            yield Finding(page.place(other.offset), f"{message}; give each its own again", len(each.id))


def _published(page: Page) -> Iterator[_Published]:
    """The ids that authors typed: of headings, and inside lines."""
    titles = {heading.id_offset: heading for heading in page.headings}
    for id, offset in page.ids:
        heading = titles.get(offset)
        if heading is None:
            line = page.source.text.rfind("\n", 0, offset) + 1
            words = plain(_MARKER.sub("", page.source.text[line:offset])) or plain(
                page.source.text[offset:].partition("\n")[0]
            )
            yield _Published(id, words[:60], offset)
        elif heading.explicit:
            yield _Published(id, plain(heading.text), offset)


def _named(page: Page) -> Iterator[_Published]:
    """All headings, with and without a typed id, and the ids inside lines."""
    yield from _published(page)
    for heading in page.headings:
        yield _Published(heading.id, plain(heading.text), heading.offset)
    for match in re.finditer(r"^\|[ \t]*([^|\n]+)", page.source.prose, re.MULTILINE):
        yield _Published("", plain(match[1].partition("{")[0])[:60], match.start(1))
