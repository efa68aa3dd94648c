"""Sections of editions, and content that several editions share: terms and options."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from html import escape

from ..content.glossary import Term
from .links import Links
from .plan import Plan


@dataclass(frozen=True, slots=True)
class Part:
    """A part of an edition; `sections` are listed below it in the contents, as id and title."""

    id: str
    title: str
    html: str
    sections: tuple[tuple[str, str], ...] = ()
    kind: str = "part"


def escaped(words: str) -> str:
    """Plain text as HTML."""
    return escape(words, quote=False)


def table(kind: str, columns: Iterable[str], rows: Iterable[str]) -> str:
    """A table; `rows` are the HTML of their cells."""
    head = "".join(f'<th scope="col">{escaped(column)}</th>' for column in columns)
    body = "".join(f"<tr>{row}</tr>" for row in rows)
    return f'<table class="{kind}"><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>'


def terms(plan: Plan, links: Links) -> Part:
    """The terms with their other names and their definitions, for the references of an edition."""
    return Part("terms", "Terms", term_list(plan.terms, links, facts=False))


def term_list(terms: Iterable[Term], links: Links, facts: bool) -> str:
    return "".join(f'<article class="term">{_term(term, links, facts)}</article>' for term in terms)


def _term(term: Term, links: Links, facts: bool) -> str:
    links.start_item(() if facts else links.places.values())
    heading = f'<h3 id="{escape(term.id)}">{escaped(term.name)}</h3>'
    names = links.inline(term.facts.get("Also called", ""), term.place.path)
    also = f' <span class="also">Also called: {names}.</span>' if names else ""
    html = f"{heading}<p>{links.inline(term.paragraph, term.place.path)}{also}</p>"
    others = term.facts.get("Not the same as", "")
    if others and facts:
        html += f'<p class="others"><b>Not the same as</b> {links.inline(others, term.place.path)}</p>'
    return html


def letter(index: int) -> str:
    """The letter of an option: A to Z, then a number; no question has so many options."""
    return chr(ord("A") + index) if index < 26 else str(index + 1)
