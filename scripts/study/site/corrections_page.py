"""Shorten the corrections page: the facts of each correction, below its heading, are in a closed `details`."""

from __future__ import annotations

from itertools import pairwise
from xml.etree.ElementTree import Element, SubElement

PATH = "corrections.md"
CLASS = "then-and-now"
_LABEL = "Verdict"


def decorate(root: Element) -> None:
    """Close the list of facts below each heading of the third level; its summary says the verdict on the guide."""
    for heading, facts in pairwise(list(root)):
        if heading.tag == "h3" and facts.tag == "ul" and (verdict := _verdict(facts)):
            place = list(root).index(facts)
            root.remove(facts)
            root.insert(place, _closed(facts, verdict))


def _closed(facts: Element, verdict: str) -> Element:
    details = Element("details", {"class": CLASS})
    SubElement(details, "summary").text = f"{verdict.capitalize()}: then and now"
    details.append(facts)
    return details


def _verdict(facts: Element) -> str:
    texts = ("".join(item.itertext()).partition(":") for item in facts)
    return next((text.strip() for label, _, text in texts if label.strip() == _LABEL), "")
