"""Stages and roles: the picture, the tables, and the terms to know first."""

from __future__ import annotations

import re
from html import escape

from ..content.case_studies import SOURCES
from ..content.guide import Guide
from ..content.personas import FOLDER as PERSONAS
from ..content.teaching_plans import WORDS
from ..content.workflow import PATH as WORKFLOW
from ..content.workflow import WORDS as WORDS_PAGE
from ..render import workflow_diagram
from ..render.svg import Layout
from .links import Links
from .plan import Plan
from .section import Part, text

MIDDLE = Layout("middle", 3, 160)
"""The picture's columns: the width of a page."""
ROLES = f"{PERSONAS}/index.md"
"""The page with the table of personas and stages."""
TABLE = re.compile(r"^\|.*\|[ \t]*\n\|[ \t:|-]+\|[ \t]*\n(?:\|.*\|[ \t]*(?:\n|\Z))+", re.MULTILINE)
_LABEL = re.compile(r'<svg([^>]* aria-label="([^"]*)"[^>]*>)')


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
    links.item()
    rows = (
        f'<tr><th scope="row" id="{escape(stage.id)}">{text(stage.name)}</th>'
        + "".join(f"<td>{links.inline(stage[column].text, WORKFLOW)}</td>" for column in columns)
        + "</tr>"
        for stage in plan.stages
    )
    head = "".join(f'<th scope="col">{text(column)}</th>' for column in ("Stage", *columns))
    return f'<table class="stages"><thead><tr>{head}</tr></thead><tbody>{"".join(rows)}</tbody></table>'


def single_stage(plan: Plan, links: Links) -> str:
    """The facts of a role's only stage: a table would have one row."""
    (stage,) = plan.stages
    links.item()
    facts = "".join(
        f"<li><b>{text(label)}:</b> {links.inline(stage[label].text, WORKFLOW)}</li>" for label in _columns(plan)
    )
    return f'<h3 id="{escape(stage.id)}">{text(stage.name)}</h3><ul>{facts}</ul>'


def _columns(plan: Plan) -> list[str]:
    """The facts of a stage, without the tools if the picture names them, and without the owner if there is only one."""
    return [label for label in plan.stages[0].facts if label != ("Owner" if plan.persona else "Tools")]


def persona_table(plan: Plan, links: Links) -> str:
    """The people who lead, work, check, or read at each stage."""
    links.item(stage.id for stage in plan.stages)
    return links.html(_matrix(plan.guide)[0], ROLES)


def how_to_read(plan: Plan, links: Links) -> str:
    """The meaning of the words in that table."""
    links.item(links.places.values())
    told = links.html(_matrix(plan.guide)[1], ROLES)
    return f'<div class="reading">{told}</div>' if told else ""


def from_memory(plan: Plan, links: Links) -> str:
    """That table with empty cells."""
    table = _matrix(plan.guide)[0]
    if not table:
        return ""
    head, rule, *rows = table.splitlines()
    empty = " |" * (head.count("|") - 2)
    links.item(links.places.values())
    blank = links.html("\n".join([head, rule, *(f"|{row.split('|')[1]}|{empty}" for row in rows)]), ROLES)
    return (
        '<div class="memory"><h3>From memory</h3><p>Cover the table above and fill in this one: leads, works, checks,'
        f" reads, or a dash. Then compare.</p>{blank}</div>"
    )


def _matrix(guide: Guide) -> tuple[str, str]:
    """The first table of that page, and the text below it, as typed."""
    page = guide.pages.get(ROLES)
    found = TABLE.search(page.source.prose) if page else None
    if page is None or found is None:
        return "", ""
    stop = next((heading.offset for heading in page.headings if heading.offset >= found.end()), None)
    return page.source.text[found.start() : found.end()], page.source.text[found.end() : stop]


def table_section(guide: Guide) -> str:
    """The id of the section with that table; empty if there is none."""
    page = guide.pages.get(ROLES)
    found = TABLE.search(page.source.prose) if page else None
    if page is None or found is None:
        return ""
    return next((each.id for each in reversed(page.headings) if each.offset < found.start()), "")


def words(plan: Plan, links: Links) -> Part:
    """The page of terms to know before the questions; for a role, only the terms."""
    page = plan.guide.pages.get(WORDS_PAGE)
    heading = next((each for each in page.headings if each.id == WORDS), None) if page else None
    if page is None or heading is None:
        return Part(WORDS, "", "")
    links.item()
    html = ""
    told = [heading] if plan.persona else [each for each in page.headings if each.level == 2 and each.id != SOURCES]
    for each in told:
        start, stop = page.section(each)
        above = "" if each is heading else f"<h3>{text(each.text)}</h3>"
        html += above + links.html(page.source.text[start:stop], WORDS_PAGE)
    return Part(WORDS, page.title, html)
