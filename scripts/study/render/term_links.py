"""A Markdown extension: references that the page does not define itself become links to the pages of terms.

It replaces Python-Markdown's own reference processor, so that text is searched once. Labels that the page defines
itself work as before. The address is absolute below the docs folder (``/glossary/lineage.md``): MkDocs makes it
relative and validates it.
"""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.inlinepatterns import REFERENCE_RE, ReferenceInlineProcessor

from ..content.glossary import Term
from ..content.inline import fold


class TermReferences(Extension):
    """`terms` by folded name or alias; `description_id` of a term is the id of its definition on each page."""

    def __init__(self, terms: dict[str, Term]) -> None:
        super().__init__()
        self.terms = terms

    def extendMarkdown(self, md: Markdown) -> None:
        processor = _TermReference(REFERENCE_RE, md)
        processor.terms = self.terms
        md.inlinePatterns.register(processor, "reference", 170)


class _TermReference(ReferenceInlineProcessor):
    terms: dict[str, Term]

    def handleMatch(  # type: ignore[override]
        self, m: re.Match[str], data: str
    ) -> tuple[Element | None, int | None, int | None]:
        text, index, _ = self.getText(data, m.end(0))
        label, end, handled = self.evalId(data, index, text)
        if not handled or not label:
            return None, None, None
        if fold(label) in self.md.references:
            return super().handleMatch(m, data)  # type: ignore[return-value]
        touching = data[index] == "["  # "[ ] [lineage][]" is a task and a term
        term = self.terms.get(fold(label)) if touching else None
        return (term_link(term, text), m.start(0), end) if term else (None, None, None)


def description_id(term: Term) -> str:
    """The id of the definition that describes a term link."""
    return f"definition-{term.id}"


def term_link(term: Term, text: str) -> Element:
    """A link to a term, with its definition as the description."""
    link = Element("a", {"class": "term", "href": f"/{term.path}"})
    link.set("aria-describedby", description_id(term))
    link.text = text
    return link
