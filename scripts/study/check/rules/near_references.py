"""T, L: references and links that are mistyped, or are in a place where they do not work."""

from __future__ import annotations

import re

from ...content.guide import Guide
from ...content.inline import Link, Reference, fold
from ...content.page import Page
from ..near_references import near_references
from .registry import Finding, Found, rule

_LINKS = frozenset({"link_space", "open_link"})
_IN_CODE = re.compile(r"(`+)([^`\n]*?\[([^\[\]\n]+)\]\[([^\[\]\n]*)\][^`\n]*?)\1(?!`)")
_EMPTY = frozenset({"", "#", "/", "./", "."})


@rule("T015", "a mistyped reference", "See [lineage] [].", "See [lineage][].")
def near_reference(guide: Guide) -> Found:
    """A reference is "[text][term]" or "[term][]", without a space; anything else is shown with its brackets."""
    for path, found in near_references(guide).items():
        for near in found:
            if near.kind not in _LINKS:
                yield Finding(guide.pages[path].place(near.offset), near.message, near.length)


@rule("L010", "a mistyped link", "See [it] (page.md).", "See [it](page.md).")
def near_link(guide: Guide) -> Found:
    """A link is "[text](address)", without a space between; anything else is shown with its brackets."""
    for path, found in near_references(guide).items():
        for near in found:
            if near.kind in _LINKS:
                yield Finding(guide.pages[path].place(near.offset), near.message, near.length)


@rule("L011", "a link without an address", "See [it]().", "See [it](page.md).")
def empty_target(guide: Guide) -> Found:
    """A link without an address leads to the page that the reader is on."""
    for page in guide:
        for link in page.links:
            if link.target.strip() in _EMPTY:
                words = " ".join(link.text.split())
                known = fold(words) in guide.by_name and not link.image
                fix = f'write "[{words}][]" for the term' if known else "write where it leads"
                yield Finding(
                    page.place(link.offset), f'the link "{words}" has no address; {fix}', link.end - link.offset
                )


@rule("T016", "a reference in a heading", "## About [lineage][]", "## About lineage")
def reference_in_heading(guide: Guide) -> Found:
    """A heading is the target of other links, so link the first mention below it instead."""
    for page in guide:
        for heading in page.headings:
            for reference in page.references_between(heading.offset, heading.end):
                message = (
                    f'"{page.source.text[reference.offset : reference.end]}" is in a heading; link it in the text below'
                )
                yield Finding(page.place(reference.offset), message, reference.end - reference.offset)


@rule("T017", "a reference inside a link", "[see [lineage][]](page.md)", "[see lineage](page.md)")
def reference_in_link(guide: Guide) -> Found:
    """A click on a link inside a link would have two targets, so browsers end the outer link before the inner one."""
    for page in guide:
        outer = [(link.offset, link.end) for link in page.links if "[" in link.text and not link.image]
        for reference in page.all_references if outer else ():
            if any(start < reference.offset < end for start, end in outer):
                typed = " ".join(page.source.text[reference.offset : reference.end].split())
                message = f'"{typed}" is inside another link; write its words alone'
                yield Finding(page.place(reference.offset), message, reference.end - reference.offset)


@rule("T018", "a reference in code", "See `[lineage][]`.", "See [lineage][].")
def reference_in_code(guide: Guide) -> Found:
    """Readers see a reference in code as typed."""
    for page in guide:
        text = page.source.uncommented
        in_code = text.count("][") > page.source.prose.count("][")  # the prose has none of those in code
        for code in _IN_CODE.finditer(text) if in_code else ():
            if fold(code[4] or code[3]) in guide.by_name and _is_code(page, code):
                typed = f"[{code[3]}][{code[4]}]"
                message = f'"{typed}" is in code, so it is shown as typed; write it without backticks'
                yield Finding(page.place(code.start()), message, code.end() - code.start())


def _is_code(page: Page, match: re.Match[str]) -> bool:
    return not page.source.prose[match.start() : match.end()].strip()


@rule("Q036", "a link in an option", "- [x] The [lineage][]", "- [x] The lineage")
def link_in_option(guide: Guide) -> Found:
    """A click on a link in an option leaves the question instead of choosing the option."""
    for question in guide.questions:
        page = guide.pages[question.path]
        items: list[Link | Reference] = [*page.links, *page.all_references]
        for option in question.options:
            start, stop = option.place.offset, option.place.offset + len(option.text)
            for item in items if "](" in option.text or "][" in option.text else ():
                if start <= item.offset < stop:
                    typed = page.source.text[item.offset : item.end]
                    message = f'"{typed}" is a link in an option; write its words, and link them in the reason'
                    yield Finding(page.place(item.offset), message, item.end - item.offset)
