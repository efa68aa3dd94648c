"""T: terms and the references to them."""

from __future__ import annotations

from collections import defaultdict

from .. import glossary
from ..glossary import Term
from ..guide import Guide
from ..inline import fold
from ..problem import Nearest
from .registry import Found, rule


@rule("T001")
def unknown_term(guide: Guide) -> Found:
    """A reference that neither the glossary nor its page defines stays plain brackets on the page."""
    nearest = Nearest(name for term in guide.terms for name in term.names)
    for page in guide:
        for reference in page.references:
            if guide.term_of(reference) is None:
                typed = " ".join(reference.typed.split())
                hint = nearest.hint(typed, "[{}][]" if reference.collapsed else "{}")
                yield page.place(reference.offset), f'no term is called "{typed}"{hint}'


@rule("T002")
def duplicate_term(guide: Guide) -> Found:
    """Two terms of one name: a reference could mean either."""
    first: dict[str, Term] = {}
    for term in guide.terms:
        other = first.setdefault(fold(term.name), term)
        if other is not term:
            yield term.place, f'the term "{term.name}" already stands on line {other.place.line}; merge the two'


@rule("T003")
def alias_of_two(guide: Guide) -> Found:
    """An alias that is another term's name or alias: a reference could mean either."""
    owners: dict[str, list[Term]] = defaultdict(list)
    for term in guide.terms:
        owners[fold(term.name)].append(term)
    for term in guide.terms:
        for alias in term.aliases:
            others = [other for other in owners[fold(alias)] if other is not term]
            if others:
                yield term.place, f'"{term.name}" claims the alias "{alias}", which belongs to "{others[0].name}"'
            elif term in owners[fold(alias)]:
                yield term.place, f'"{term.name}" lists "{alias}" twice; once is enough'
            owners[fold(alias)].append(term)


@rule("T004")
def term_without_definition(guide: Guide) -> Found:
    """The paragraph right below a term's heading is its definition: in the card, on flashcards, in handouts."""
    for term in guide.terms:
        if not term.definition:
            yield term.place, f'the term "{term.name}" has no definition; write a paragraph right below its heading'


@rule("T005")
def unused_term(guide: Guide) -> Found:
    """A term that no page refers to is a dead end: nobody meets it while reading."""
    others = (page for page in guide if page.path != glossary.PATH)
    used = {term.id for page in others for term in guide.terms_of(page)}
    for term in guide.terms:
        if term.id not in used and guide.by_name[fold(term.name)] is term:  # a second one of its name is T002's
            example = f"[{term.name}][]"
            yield term.place, f'no page refers to the term "{term.name}"; link it where it is used: {example}'
