"""Parts of editions, and what several editions show: terms, stages, personas, options."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from html import escape

from .. import pictures
from ..drawing import Layout
from ..glossary import Term
from ..inline import plain
from ..persona_page import FOLDER as PERSONAS
from ..workflow import PATH as WORKFLOW
from .links import Links
from .plan import Plan

MIDDLE = Layout("middle", 3, 160)
"""The picture's columns: the width of a page."""
_TABLE = re.compile(r"^\|.*\|[ \t]*\n\|[ \t:|-]+\|[ \t]*\n(?:\|.*\|[ \t]*(?:\n|\Z))+", re.MULTILINE)
_LABEL = re.compile(r'(<svg[^>]* aria-label="([^"]*)"[^>]*>)')
_SEVERAL = re.compile(r";\s+(?![^()]*\))")


@dataclass(frozen=True, slots=True)
class Part:
    """A part of an edition; `sections` are listed below it in the contents, as id and title."""

    id: str
    title: str
    html: str
    sections: tuple[tuple[str, str], ...] = ()
    kind: str = "part"


def text(words: str) -> str:
    """Plain text as HTML."""
    return escape(words, quote=False)


def workflow_picture(plan: Plan) -> str:
    """The picture of all stages, its links led to places in the edition."""
    if not plan.stages:
        return ""
    drawn = pictures.workflow(plan.guide, plan.stages, lambda path: "", (MIDDLE,))
    titled = _LABEL.sub(r"\1<title>\2</title>", drawn, count=1)  # in a PDF, this is its text for those who listen
    return titled.replace("<defs>", f"<defs><style>{_PICTURE}</style>", 1)


_PICTURE = (  # an inline picture does not see the stylesheet of its page in every program that makes PDF
    "path{fill:none;stroke:#333;stroke-width:1.2}.back{stroke-dasharray:5 4}marker path{fill:#333;stroke:none}"
    "rect{fill:#fff;stroke:#555;stroke-width:.8}.box .stripe{fill:#555;stroke:none}"
    ".gate rect:first-child{stroke:#000;stroke-width:2.4;stroke-dasharray:8 3}"
    "text{font:11.5px 'Liberation Sans',Arial,sans-serif;fill:#000}.title{font-weight:700;font-size:14px}"
    ".owner{font-weight:700}a{fill:#000}"
)


def stage_table(plan: Plan, links: Links) -> str:
    """What happens at each stage; the owner is left out where there is but one."""
    columns = [column for column in _columns(plan) if not (plan.persona and column == "Owner")]
    links.item()
    rows = (
        f'<tr id="{escape(stage.id)}"><th scope="row">{text(stage.name)}</th>'
        + "".join(f"<td>{links.inline(stage[column].text, WORKFLOW)}</td>" for column in columns)
        + "</tr>"
        for stage in plan.stages
    )
    head = "".join(f'<th scope="col">{text(column)}</th>' for column in ("Stage", *columns))
    return f'<table class="stages"><thead><tr>{head}</tr></thead><tbody>{"".join(rows)}</tbody></table>'


def _columns(plan: Plan) -> list[str]:
    """The table's own, without the first, and without the tools where the picture names them."""
    named = [column for column in plan.stages[0].cells if column != "Stage"]
    return [column for column in named if plan.persona or column != "Tools"]


def persona_table(plan: Plan, links: Links) -> str:
    """The first table of the page that says who does what."""
    path = f"{PERSONAS}/index.md"
    page = plan.guide.pages.get(path)
    found = _TABLE.search(page.source.prose) if page else None
    if page is None or found is None:
        return ""
    links.item(stage.id for stage in plan.stages)
    return links.html(page.source.text[found.start() : found.end()], path)


def terms(plan: Plan, links: Links) -> Part:
    """The definitions alone, for the references of an edition that teaches no terms.

    They refer to no page themselves: WeasyPrint lays a page out again for every round in which a page that it refers
    to was laid out again, so this saves a third of an edition's time.
    """
    return Part("terms", "Terms", term_list(plan.terms, links, facts=False))


def term_list(terms: Iterable[Term], links: Links, facts: bool) -> str:
    return "".join(
        f'<article class="term" id="{escape(term.id)}"><h3>{text(term.name)}</h3>{_term(term, links, facts)}</article>'
        for term in terms
    )


def _term(term: Term, links: Links, facts: bool) -> str:
    links.item(() if facts else links.places.values())
    also = f' <span class="also">also {text(", ".join(term.aliases))}</span>' if term.aliases and facts else ""
    told = f"<p>{links.inline(term.paragraph, term.place.path)}{also}</p>"
    others = term.facts.get("Not the same as", "")
    if others and facts:
        told += f'<p class="others"><b>Not the same as</b> {links.inline(others, term.place.path)}</p>'
    return told


def distinctions(term: Term) -> list[tuple[str, str]]:
    """What a term is not the same as, and what parts them: Markdown of each, the second without its brackets."""
    found = []
    for entry in _SEVERAL.split(term.facts.get("Not the same as", "")):
        match = re.fullmatch(r"(.+?)\s+\(([^()]+)\)", " ".join(entry.split()))
        if match and plain(match[1]):
            found.append((match[1], match[2]))
    return found


def letter(index: int) -> str:
    """The letter of an option: A to Z, then a number, for nobody offers so many."""
    return chr(ord("A") + index) if index < 26 else str(index + 1)
