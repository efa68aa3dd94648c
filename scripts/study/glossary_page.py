"""The glossary page as readers see it: its A-Z index and, for each term, where it is used and asked about."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import groupby

from . import glossary
from .glossary import Term
from .guide import Guide


@dataclass
class Uses:
    """Where a term is linked: pages by path with their title, and questions as (path, id, title)."""

    pages: dict[str, str] = field(default_factory=dict)
    questions: dict[tuple[str, str], str] = field(default_factory=dict)
    terms: dict[str, str] = field(default_factory=dict)


def uses(guide: Guide) -> dict[str, Uses]:
    """The uses of every term by its id, in the order of the pages; a term's own section does not count."""
    found: dict[str, Uses] = defaultdict(Uses)
    for page in guide:
        asked = _asked(guide, page.path)
        for reference in page.references:
            term = guide.term_of(reference)
            if term is None:
                continue
            heading = page.heading_of(reference.offset)
            if page.path == glossary.PATH:
                if heading and heading.level == 3 and heading.id != term.id:
                    found[term.id].terms[heading.id] = heading.text
            elif heading and heading.id in asked:
                found[term.id].questions[page.path, heading.id] = heading.text
            else:
                found[term.id].pages[page.path] = page.title
    return found


def _asked(guide: Guide, path: str) -> set[str]:
    return {item.id for item in (*guide.questions, *guide.short_answers) if item.path == path}


def with_uses(markdown: str, guide: Guide) -> str:
    """The page's Markdown with the index above its first term and, below each term, its uses."""
    page = guide.pages[glossary.PATH]
    shift = len(page.source.text) - len(markdown)  # MkDocs has taken the front matter away
    found = uses(guide)
    pieces, done = [], 0
    for number, term in enumerate(guide.terms):
        start, stop = term.offset - shift, term.stop - shift
        if number == 0:
            pieces += [markdown[done:start], index(guide.terms), "\n\n"]
            done = start
        pieces += [markdown[done:stop].rstrip(), "\n\n", *_block(found[term.id])]
        done = stop
    return "".join([*pieces, markdown[done:]])


def index(terms: Iterable[Term]) -> str:
    """One line a letter, each term a link."""
    letters = groupby(sorted(terms, key=lambda term: term.name.lower()), key=lambda term: term.name[0].upper())
    lines = (f"- **{letter}** {' '.join(f'[{term.name}](#{term.id})' for term in group)}" for letter, group in letters)
    return "\n".join(['<nav class="a-z" aria-label="Terms from A to Z" markdown="1">', "", *lines, "", "</nav>"])


def _block(uses: Uses) -> Iterator[str]:
    lines = [
        *_line("Used on", (f"[{title}](/{path})" for path, title in uses.pages.items())),
        *_line("Asked in", (f"[{title}](/{path}#{id})" for (path, id), title in uses.questions.items())),
        *_line("Linked from", (f"[{name}](#{id})" for id, name in uses.terms.items())),
    ]
    if lines:
        yield f"/// uses | {_count(uses)}\n"
        yield "\n".join(lines)
        yield "\n///\n\n"


def _line(label: str, links: Iterable[str]) -> Iterator[str]:
    if text := ", ".join(links):
        yield f"- {label}: {text}"


def _count(uses: Uses) -> str:
    counted = (
        (len(uses.pages), "page"),
        (len(uses.questions), "question"),
        (len(uses.terms), "term"),
    )
    parts = [f"{number} {noun}{'s' if number > 1 else ''}" for number, noun in counted if number]
    return "Where it is used: " + ", ".join(parts)
