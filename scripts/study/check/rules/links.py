"""L: links to pages, files and anchors of the site, inside quizzes too; headings and images."""

from __future__ import annotations

import posixpath
import re

from ...content.guide import Guide
from ...content.inline import Link, plain
from ...content.page import Page
from ..problem import Nearest
from .registry import Finding, Found, rule
from .targets import internal

_BARE = re.compile(r"h(?<![\w(<\"'=/]h)ttps?://[^\s<>()\[\]\"'`]+")
_DEFINING = re.compile(r" {0,3}\[[^\]]+\]:[ \t]*$")
GENERATED = frozenset({"check.md", "coverage.md"})  # pages that the build writes from the guide
EMPTY_WORDS = frozenset(
    {"here", "click here", "this", "this link", "link", "this page", "read more", "more", "see here"}
)


@rule("L001", "a link to a page or file that does not exist", "See [it](corections.md).", "See [it](corrections.md).")
def missing_page(guide: Guide) -> Found:
    """A link to a missing page or file does not work, and a missing image is not shown."""
    known = Nearest([*guide.pages, *guide.files])
    for page in guide:
        for link, path, _ in internal(page):
            if path not in guide.pages and path not in guide.files and path not in GENERATED:
                near = known.to(path)
                hint = f'; did you mean "{_relative(near, page.path)}"?' if near else ""
                message = f'"{link.target}" leads to no page or file{hint}'
                yield Finding(page.place(link.target_offset), message, len(link.target))


@rule("L002", "a link to an anchor that does not exist", "[it](workflow.md#tarin)", "[it](workflow.md#train)")
def missing_anchor(guide: Guide) -> Found:
    """If no element of the page has the id, the link goes to the top of the page."""
    near: dict[str, Nearest] = {}
    asked = {(ask.place.path, ask.path, ask.id) for session in guide.sessions for ask in session.asks}
    for page in guide:
        for link, path, anchor in internal(page):
            target = guide.pages.get(path)
            if (page.path, path, anchor) in asked:  # R001 names the nearest question
                continue
            if target and anchor and anchor not in target.anchors:
                if path not in near:
                    near[path] = Nearest(target.anchors)
                message = f'"{path}" has no anchor "#{anchor}"{near[path].hint(anchor, "#{}")}'
                yield Finding(page.place(link.target_offset), message, len(link.target))


@rule("L003", "an image without alternative text", "![](strip.png)", "![Twelve stages in four colors](strip.png)")
def image_without_text(guide: Guide) -> Found:
    """Readers who cannot see an image read its alternative text."""
    for page in guide:
        for link in page.links:
            if link.image and not link.text.strip():
                message = f'the image "{link.target}" has no alternative text; describe the image between the brackets'
                yield Finding(page.place(link.offset), message, link.end - link.offset)


@rule("L004", "a bare address", "See https://example.org/.", "See [the manual](https://example.org/).")
def bare_address(guide: Guide) -> Found:
    """A screen reader spells out an address letter by letter, and on paper it does not name the page."""
    for page in guide:
        linked = [(link.offset, link.end) for link in page.links]
        for match in _BARE.finditer(page.source.prose):
            line = page.source.prose.rfind("\n", 0, match.start()) + 1
            defined = _DEFINING.match(page.source.prose[line : match.start()])
            if not defined and not any(start <= match.start() < end for start, end in linked):
                message = f'"{match[0]}" is a bare address; write [its title]({match[0]})'
                yield Finding(page.place(match.start()), message, len(match[0]))


@rule("L005", "a heading level skipped", "## Terms\n\n#### Lineage", "## Terms\n\n### Lineage")
def skipped_level(guide: Guide) -> Found:
    """Readers who move from heading to heading think that a section is missing."""
    for page in guide:
        last = 0
        for heading in page.headings:
            if heading.level > last + 1 and last:
                message = f"this heading of level {heading.level} follows one of level {last}; write {'#' * (last + 1)}"
                yield Finding(page.place(heading.offset), message, heading.level)
            last = heading.level


@rule("L006", "a link without words", "[](glossary/index.md)", "[the glossary](glossary/index.md)")
def link_without_text(guide: Guide) -> Found:
    """A link without words cannot be seen, clicked, or read aloud."""
    for page in guide:
        for link in page.links:
            if not link.image and not plain(_words(page, link)):
                message = f'the link to "{link.target}" has no words; name its target between the brackets'
                yield Finding(page.place(link.offset), message, link.end - link.offset)


@rule(
    "L007",
    "a link that does not name its target",
    "Click [here](glossary/index.md).",
    "Look it up in the [glossary](glossary/index.md).",
)
def empty_words(guide: Guide) -> Found:
    """Screen readers list links without their sentences, and "here" does not name a target."""
    for page in guide:
        for link in page.links:
            if not link.image and plain(link.text).lower().strip(" .!") in EMPTY_WORDS:
                message = f'"{plain(link.text)}" does not say where the link leads; name its target'
                yield Finding(page.place(link.offset), message, link.end - link.offset)


def _words(page: Page, link: Link) -> str:
    """The text of a link with the code in it, which `page.links` leaves out."""
    start = page.source.text.index("[", link.offset) + 1
    return page.source.text[start : start + len(link.text)]


def _relative(path: str, start: str) -> str:
    return posixpath.relpath(path, posixpath.dirname(start) or ".")
