"""What the glossary page shows beside its text: an A-Z index, and below each term where it is used."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from html import escape
from itertools import groupby, pairwise
from typing import Any
from xml.etree.ElementTree import Comment, Element, SubElement

from ..content.backlinks import Uses
from ..content.glossary import Term
from ..content.guide import Guide
from ..render.term_links import description_id

SHOWN = 5  # links in one line of a term's uses


def decorate(root: Element, guide: Guide) -> None:
    """Mark where the index stands in a rendered page, before its first term, and where each term's section ends.

    A term's first paragraph becomes what links to it name as their description. The index and the uses replace the
    marks when search has read the page: they are no text to be found, and there are many.
    """
    terms = {term.id: term for term in guide.terms}
    shown: list[Any] = []  # a comment is an element too, but typed differently
    current = ""
    indexed = False
    for before, element in pairwise([Element("p"), *root, Element("h1")]):
        if element.tag == "p" and before.get("id") in terms:
            term = terms[before.get("id", "")]
            element.set("id", description_id(term))
            element.set("data-term", term.name)
        if element.tag in ("h1", "h2", "h3"):
            if current in terms:
                shown.append(Comment(f"uses {current}"))
            current = element.get("id", "")
            if current in terms and not indexed:
                shown.append(Comment("index"))
                indexed = True
        shown.append(element)
    root[:] = shown[:-1]


def with_index_and_uses(html: str, guide: Guide, uses: Mapping[str, Uses], address: Callable[[str], str]) -> str:
    """The page with both in place of their marks; `address` is where a page's path leads from there."""
    first, *rest = html.replace("<!--index-->", index(guide.terms), 1).split("<!--uses ")
    pieces = [first]
    for part in rest:
        term, _, text = part.partition("-->")
        own = uses.get(term)
        pieces += [_details(guide, own, address) if own and (own.pages or own.questions) else "", text]
    return "".join(pieces)


def index(terms: Iterable[Term]) -> str:
    """A list, one line a letter, each term a link."""
    ordered = sorted(terms, key=lambda term: term.name.lower())
    lines = (
        f"<li><strong>{letter}</strong> {' '.join(_link((f'#{term.id}', term.name)) for term in group)}</li>"
        for letter, group in groupby(ordered, lambda term: term.name[0].upper())
    )
    return f'<nav class="a-z" aria-label="Terms from A to Z"><ul>{"".join(lines)}</ul></nav>'


def link(parent: Element, href: str, text: str, before: str = "") -> None:
    """Append a link, with some text between it and what stands before it."""
    if len(parent):
        parent[-1].tail = before
    SubElement(parent, "a", {"href": href}).text = text


def _details(guide: Guide, uses: Uses, address: Callable[[str], str]) -> str:
    lines = (
        ("Used on", [_link((address(path), title)) for path, title in uses.pages.items()]),
        ("Asked in", list(_asked(guide, uses, address))),
    )
    listed = "".join(f"<li>{label}: {_some(links)}</li>" for label, links in lines if links)
    return f'<details class="uses"><summary>Where it is used: {_count(uses)}</summary><ul>{listed}</ul></details>'


def _some(links: list[str]) -> str:
    """Who wants more than some of many is better served by search, and the page stays light."""
    more = f" and {len(links) - SHOWN} more" if len(links) > SHOWN else ""
    return ", ".join(links[:SHOWN]) + more


def _asked(guide: Guide, uses: Uses, address: Callable[[str], str]) -> Iterator[str]:
    """One link a page, to its first question about the term, and the number of them there."""
    for path, group in groupby(uses.questions, lambda question: question[0]):
        ids = [id for _, id in group]
        yield _link((f"{address(path)}#{ids[0]}", guide.pages[path].title)) + (f" ({len(ids)})" if ids[1:] else "")


def _link(link: tuple[str, str]) -> str:
    return f'<a href="{escape(link[0])}">{escape(link[1], quote=False)}</a>'


def _count(uses: Uses) -> str:
    counted = ((len(uses.pages), "page"), (len(uses.questions), "question"))
    return ", ".join(f"{number} {noun}{'s' if number > 1 else ''}" for number, noun in counted if number)
