"""One page for each role: its purpose, inputs, outputs, tools, and mistakes to avoid."""

from __future__ import annotations

from ..content.page import Page
from ..content.personas import persona_of
from .links import Links
from .plan import Plan
from .section import Part, text
from .stages import TABLE

_SIDES = ("inputs", "outputs")  # shown side by side
_BELOW = ("hand-offs", "anti-patterns")


def parts(plan: Plan, links: Links) -> list[Part]:
    found = ((persona_of(page.path), page) for page in plan.guide)
    return [Part(f"sheet-{id}", page.title, _sheet(page, links), kind="part cheat") for id, page in found if id]


def places(plan: Plan) -> dict[str, str]:
    """The sheets, by the addresses of their pages within the site."""
    found = ((persona_of(page.path), page) for page in plan.guide)
    return {f"/{page.path}": f"sheet-{id}" for id, page in found if id}


def _sheet(page: Page, links: Links) -> str:
    links.item()
    html = links.html(_section(page, "goal")[1], page.path)
    sides = [_headed(page, id, links) for id in _SIDES]
    if all(sides):
        html += f'<div class="pair"><div class="left">{sides[0]}</div><div class="right">{sides[1]}</div></div>'
    title, tools = _section(page, "tools")
    table = TABLE.search(tools)
    if table:
        html += f"<h3>{text(title)}</h3>{links.html(table[0], page.path)}"
    return html + "".join(_headed(page, id, links) for id in _BELOW)


def _headed(page: Page, id: str, links: Links) -> str:
    title, inner = _section(page, id)
    return f"<h3>{text(title)}</h3>{links.html(inner, page.path)}" if inner else ""


def _section(page: Page, id: str) -> tuple[str, str]:
    """The title and the Markdown of a section, without the blocks in it; empty where the page has none."""
    heading = next((heading for heading in page.headings if heading.id == id), None)
    if heading is None:
        return "", ""
    start, stop = page.section(heading)
    block = next((block.offset for block in page.blocks if start <= block.offset < stop), stop)
    return heading.text, page.source.text[start:block].strip()
