"""What the glossary page shows beside its text: an A-Z index, and below each term where it is used."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from xml.etree.ElementTree import Element, SubElement

from .glossary import Term
from .guide import Guide
from .uses import Uses


def decorate(root: Element, guide: Guide, uses: Mapping[str, Uses]) -> None:
    """Put the index before the first term of a rendered page and the uses of each term at the end of its section."""
    terms = {term.id for term in guide.terms}
    shown: list[Element] = []
    current = ""
    indexed = False
    for element in [*root, Element("h1")]:
        if element.tag in ("h1", "h2", "h3"):
            if current in uses:
                shown.append(_details(uses[current]))
            current = element.get("id", "")
            if current in terms and not indexed:
                shown.append(index(guide.terms))
                indexed = True
        shown.append(element)
    root[:] = shown[:-1]


def index(terms: Iterable[Term]) -> Element:
    """A list, one line a letter, each term a link."""
    nav = Element("nav", {"class": "a-z", "aria-label": "Terms from A to Z", "data-search-exclude": ""})
    lines = SubElement(nav, "ul")
    ordered = sorted(terms, key=lambda term: term.name.lower())
    for letter, group in groupby(ordered, lambda term: term.name[0].upper()):
        line = SubElement(lines, "li")
        SubElement(line, "strong").text = letter
        for term in group:
            link(line, f"#{term.id}", term.name, " ")
    return nav


def link(parent: Element, href: str, text: str, before: str = "") -> None:
    """Append a link, with some text between it and what stands before it."""
    if len(parent):
        parent[-1].tail = before
    SubElement(parent, "a", {"href": href}).text = text


def _details(uses: Uses) -> Element:
    details = Element("details", {"class": "uses", "data-search-exclude": ""})
    SubElement(details, "summary").text = f"Where it is used: {', '.join(_counts(uses))}"
    lists = SubElement(details, "ul")
    _line(lists, "Used on: ", ((f"/{path}", title) for path, title in uses.pages.items()))
    _line(lists, "Asked in: ", ((f"/{path}#{id}", title) for (path, id), title in uses.questions.items()))
    _line(lists, "Linked from: ", ((f"#{id}", name) for id, name in uses.terms.items()))
    return details


def _line(lists: Element, label: str, links: Iterable[tuple[str, str]]) -> None:
    line = Element("li")
    line.text = label
    for href, text in links:
        link(line, href, text, ", ")
    if len(line):
        lists.append(line)


def _counts(uses: Uses) -> Iterator[str]:
    for number, noun in ((len(uses.pages), "page"), (len(uses.questions), "question"), (len(uses.terms), "term")):
        if number:
            yield f"{number} {noun}{'s' if number > 1 else ''}"
