"""A Markdown extension: references that nobody else defined become links to the glossary.

Priority: just after Python-Markdown's own references (170), so a page that defines a label itself keeps its meaning.
The address is absolute below the docs folder (``/glossary.md#lineage``): MkDocs makes it relative and validates it.
"""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.inlinepatterns import REFERENCE_RE, ReferenceInlineProcessor

from . import glossary
from .glossary import Term
from .inline import fold


class TermReferences(Extension):
    """`terms` by folded name or alias; `description_id` of a term is where its definition stands on each page."""

    def __init__(self, terms: dict[str, Term]) -> None:
        super().__init__()
        self.terms = terms

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802
        processor = _TermReference(REFERENCE_RE, md)
        processor.terms = self.terms
        md.inlinePatterns.register(processor, "term_reference", 169)


class _TermReference(ReferenceInlineProcessor):
    RE_LINK = re.compile(r"\[([^\]]*)\]")  # no space between text and label: "[ ] [lineage][]" is a task
    terms: dict[str, Term]

    def handleMatch(  # type: ignore[override]  # noqa: N802
        self, m: re.Match[str], data: str
    ) -> tuple[Element | None, int | None, int | None]:
        text, index, handled = self.getText(data, m.end(0))
        if not handled:
            return None, None, None
        label, end, handled = self.evalId(data, index, text)
        term = self.terms.get(fold(label or "")) if handled else None
        return (_link(term, text), m.start(0), end) if term else (None, None, None)


def description_id(term: Term) -> str:
    """The id of the hidden definition that a term link names as its description."""
    return f"definition-{term.id}"


def _link(term: Term, text: str) -> Element:
    link = Element("a", {"class": "term", "href": f"/{glossary.PATH}#{term.id}"})
    link.set("aria-describedby", description_id(term))
    link.text = text
    return link
