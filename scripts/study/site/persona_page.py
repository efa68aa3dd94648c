"""A persona's guide: closed corrections, and at its end the questions about the role and the terms that it uses."""

from __future__ import annotations

from collections.abc import Mapping
from xml.etree.ElementTree import Element, SubElement

from ..content.backlinks import Uses
from ..content.guide import Guide
from ..render.term_links import term_link

CORRECTIONS = "corrections.md#"


def decorate(root: Element, guide: Guide, uses: Mapping[str, Uses], persona: str) -> None:
    """Append the section to a rendered page, if any question asks about the persona."""
    questions = uses[persona].questions if persona in uses else {}
    terms = [term for term in guide.terms if persona in term.personas]
    if not questions and not terms:
        return
    SubElement(root, "h2", {"id": "test-yourself"}).text = "Test yourself"
    if questions:
        SubElement(root, "p").text = "Questions that ask about this role:"
        asked = SubElement(root, "ul")
        for (path, id), title in questions.items():
            SubElement(SubElement(asked, "li"), "a", {"href": f"/{path}#{id}"}).text = title
    if terms:
        used = SubElement(root, "p")
        used.text = "Terms that this role uses: "
        for term in terms:
            if len(used):
                used[-1].tail = ", "
            used.append(term_link(term, term.name))
        used[-1].tail = "."


def close_corrections(root: Element) -> None:
    """Put each correction in a closed `details`, with the text of its link in the summary."""
    for note in root.findall("div[@class='admonition correction']"):
        about = next((a.text for a in note.iter("a") if CORRECTIONS in a.get("href", "")), None)
        note.tag, note[0].tag = "details", "summary"
        note.set("class", "correction")
        note[0].attrib.clear()
        note[0].text = f"{note[0].text}: {about}" if about else note[0].text
