"""The list of all terms: each with its definition and a link to its own page, below its first letter.

A form above it filters the list by typed letters, persona, and stage. It needs JavaScript, so a script shows it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from html import escape
from itertools import groupby
from xml.etree.ElementTree import Comment, Element

from ..content.glossary import Term
from ..content.guide import Guide
from ..content.inline import fold
from ..content.personas import personas
from ..content.workflow import stages
from .definitions import paragraph

LIST = "terms"  # the class of the list


def mark(root: Element) -> None:
    """Mark the end of the page's own text, where the list goes after the page is indexed for search.

    Search finds the pages of the terms; with the list, it would show every result twice.
    """
    root.append(Comment("terms"))


def with_list(html: str, guide: Guide, address: Callable[[str], str]) -> str:
    """The page with the list in place of its mark; `address` gives the relative address of a page's path."""
    return html.replace("<!--terms-->", _filter(guide) + _list(guide.terms, address)) if guide.terms else html


def _filter(guide: Guide) -> str:
    used_by = {persona for term in guide.terms for persona in term.personas}
    people = {id: name for id, name in personas(guide).items() if id in used_by}
    steps = {stage.id: stage.name for stage in stages(guide)}
    return (
        '<form class="term-filter" aria-label="Filter the terms" hidden>'
        '<label>Filter by name <input type="search" name="letters" autocomplete="off"></label>'
        f"{_choice('Persona', 'persona', people)}{_choice('Stage', 'stage', steps)}"
        f'<p role="status">{len(guide.terms)} terms</p></form>\n'
    )


def _choice(label: str, name: str, values: Mapping[str, str]) -> str:
    if not values:
        return ""
    options = "".join(
        f'<option value="{escape(id)}">{escape(shown, quote=False)}</option>' for id, shown in values.items()
    )
    return f'<label>{label} <select name="{name}"><option value="">All</option>{options}</select></label>'


def _list(terms: Iterable[Term], address: Callable[[str], str]) -> str:
    groups = [(letter, list(group)) for letter, group in groupby(terms, lambda term: term.name[:1].upper())]
    letters = "".join(
        f'<li><a href="#{_letter_id(letter)}">{escape(letter, quote=False)}</a></li>' for letter, _ in groups
    )
    sections = "".join(
        f'<section><h3 id="{_letter_id(letter)}">{escape(letter, quote=False)}</h3>\n'
        f"{''.join(_entry(term, address) for term in group)}</section>\n"
        for letter, group in groups
    )
    return (
        f'<nav class="a-z" aria-label="Terms from A to Z"><ul>{letters}</ul></nav>\n'
        f'<div class="{LIST}">{sections}</div>\n'
    )


def _letter_id(letter: str) -> str:
    return f"letter-{escape(letter.lower())}"


def _entry(term: Term, address: Callable[[str], str]) -> str:
    """A term in the list. Links to the term refer to the definition with `aria-describedby`."""
    name = escape(term.name, quote=False)
    href = escape(address(term.path))
    names = escape(" | ".join(map(fold, term.names)))
    data = f'data-names="{names}" data-personas="{" ".join(term.personas)}" data-stages="{" ".join(term.stages)}"'
    definition = paragraph(term) if term.definition else ""
    return (
        f'<article id="{escape(term.id)}" {data}><h4><a href="{href}">{name}</a></h4>{definition}\n'
        f'<p class="open"><a href="{href}">Open the entry<span class="of"> {name}</span></a></p></article>\n'
    )
