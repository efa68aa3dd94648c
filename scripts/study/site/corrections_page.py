"""Shorten the corrections page: the facts of each correction, below its heading, are in a closed `details`."""

from __future__ import annotations

from itertools import pairwise
from xml.etree.ElementTree import Element, SubElement

PATH = "corrections.md"
CLASS = "then-and-now"
_KIND = "Kind"


def decorate(root: Element) -> None:
    """Put the list of facts below each third-level heading in a `details` that names the correction's kind."""
    for heading, facts in pairwise(list(root)):
        if heading.tag == "h3" and facts.tag == "ul" and (kind := _kind(facts)):
            place = list(root).index(facts)
            root.remove(facts)
            root.insert(place, _closed(facts, kind))


def _closed(facts: Element, kind: str) -> Element:
    details = Element("details", {"class": CLASS})
    SubElement(details, "summary").text = f"{kind.capitalize()}: then and now"
    details.append(facts)
    return details


def _kind(facts: Element) -> str:
    texts = ("".join(item.itertext()).partition(":") for item in facts)
    return next((text.strip() for label, _, text in texts if label.strip() == _KIND), "")
