"""Stages and roles: the picture, the tables, and the terms to know first."""

from __future__ import annotations

import re
from collections.abc import Iterable
from html import escape
from typing import NamedTuple

from ..content.case_studies import SOURCES
from ..content.course import section
from ..content.guide import Guide
from ..content.personas import FOLDER as PERSONAS
from ..content.teaching_plans import WORDS
from ..content.workflow import PATH as WORKFLOW
from ..content.workflow import WORDS as WORDS_PAGE
from ..content.workflow import Stage
from ..render import workflow_diagram
from ..render.svg import Layout
from .links import Links
from .plan import Plan
from .section import Part, escaped, table

MIDDLE = Layout("middle", 3, 160)
"""The picture's columns: the width of a page."""
ROLES = f"{PERSONAS}/index.md"
"""The page with the table of personas and stages."""
TABLE = re.compile(r"^\|.*\|[ \t]*\n\|[ \t:|-]+\|[ \t]*\n(?:\|.*\|[ \t]*(?:\n|\Z))+", re.MULTILINE)
_LABEL = re.compile(r'<svg([^>]* aria-label="([^"]*)"[^>]*>)')


class RolesTable(NamedTuple):
    """The table of personas and stages and the text below it, as typed, and the id of their section."""

    table: str
    below: str
    section_id: str


def workflow_picture(plan: Plan, layout: Layout = MIDDLE) -> str:
    """The picture of all stages, with links to places in the edition."""
    if not plan.stages:
        return ""
    drawn = workflow_diagram.workflow(plan.guide, plan.stages, lambda path: "", (layout,))
    svg = r'<svg xmlns="http://www.w3.org/2000/svg"\1<title>\2</title>'  # in a PDF, its text for screen readers
    titled = _LABEL.sub(svg, drawn, count=1)
    style = f"{_PICTURE}.title{{font-size:{layout.title}px}}"
    return titled.replace("<defs>", f"<defs><style>{style}</style>", 1)


# An inline picture does not see the stylesheet of its page in every program that makes PDF. In WeasyPrint 70, `font`
# would win over every `font-size`.
_PICTURE = (
    "path{fill:none;stroke:#333;stroke-width:1.2}.back{stroke-dasharray:5 4}marker path{fill:#333;stroke:none}"
    "rect{fill:#fff;stroke:#555;stroke-width:.8}.stripe{display:none}"  # a stripe means something only in color
    ".gate rect:first-child{stroke:#000;stroke-width:2.4;stroke-dasharray:8 3}"
    "text{font-size:11.5px;font-family:'Liberation Sans',Arial,sans-serif;fill:#000}:is(.title,.owner){font-weight:700}"
    "a{fill:#000}"
)


def stage_table(plan: Plan, links: Links) -> str:
    """The facts of each stage."""
    columns = _columns(plan)
    links.start_item()
    rows = (
        f'<th scope="row" id="{escape(stage.id)}">{escaped(stage.name)}</th>{stage_cells(stage, columns, links)}'
        for stage in plan.stages
    )
    return table("stages", ("Stage", *columns), rows)


def stage_cells(stage: Stage, facts: Iterable[str], links: Links) -> str:
    """The cells of a stage in a table, one for each of these facts."""
    return "".join(f"<td>{links.inline(stage[fact].text, WORKFLOW)}</td>" for fact in facts)


def single_stage(plan: Plan, links: Links) -> str:
    """The facts of a role's only stage: a table would have one row."""
    (stage,) = plan.stages
    links.start_item()
    facts = "".join(
        f"<li><b>{escaped(label)}:</b> {links.inline(stage[label].text, WORKFLOW)}</li>" for label in _columns(plan)
    )
    return f'<h3 id="{escape(stage.id)}">{escaped(stage.name)}</h3><ul>{facts}</ul>'


def _columns(plan: Plan) -> list[str]:
    """The facts of a stage, without the tools if the picture names them, and without the owner if there is only one."""
    return [label for label in plan.stages[0].facts if label != ("Owner" if plan.persona else "Tools")]


def persona_table(plan: Plan, links: Links) -> str:
    """The people who lead, work, check, or read at each stage."""
    links.start_item(stage.id for stage in plan.stages)
    return links.html(read_roles_table(plan.guide).table, ROLES)


def how_to_read(plan: Plan, links: Links) -> str:
    """The meaning of the words in that table."""
    links.start_item(links.places.values())
    meanings = links.html(read_roles_table(plan.guide).below, ROLES)
    return f'<div class="reading">{meanings}</div>' if meanings else ""


def from_memory(plan: Plan, links: Links) -> str:
    """That table with empty cells."""
    typed = read_roles_table(plan.guide).table
    if not typed:
        return ""
    head, rule, *rows = typed.splitlines()
    empty = " |" * (head.count("|") - 2)
    links.start_item(links.places.values())
    blank = links.html("\n".join([head, rule, *(f"|{row.split('|')[1]}|{empty}" for row in rows)]), ROLES)
    return (
        '<div class="memory"><h3>From memory</h3><p>Cover the table above and fill in this one: leads, works, checks,'
        f" reads, or a dash. Then compare.</p>{blank}</div>"
    )


def read_roles_table(guide: Guide) -> RolesTable:
    """The first table of that page; all empty if there is none."""
    page = guide.pages.get(ROLES)
    found = TABLE.search(page.source.prose) if page else None
    if page is None or found is None:
        return RolesTable("", "", "")
    start, end = found.span()
    stop = next((heading.offset for heading in page.headings if heading.offset >= end), None)
    id = next((heading.id for heading in reversed(page.headings) if heading.offset < start), "")
    return RolesTable(page.source.text[start:end], page.source.text[end:stop], id)


def words(plan: Plan, links: Links) -> Part:
    """The page of terms to know before the questions; for a role, only the terms."""
    page = plan.guide.pages.get(WORDS_PAGE)
    heading = section(page, WORDS) if page else None
    if page is None or heading is None:
        return Part(WORDS, "", "")
    links.start_item()
    html = ""
    headings = [heading] if plan.persona else [each for each in page.headings if each.level == 2 and each.id != SOURCES]
    for each in headings:
        above = "" if each is heading else f"<h3>{escaped(each.text)}</h3>"
        html += above + links.section(page, each)
    return Part(WORDS, page.title, html)
