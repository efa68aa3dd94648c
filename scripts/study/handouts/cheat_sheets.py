"""One page for each role: its purpose, inputs, outputs, tools, and mistakes to avoid."""

from __future__ import annotations

from ..content.course import section
from ..content.page import Page
from ..content.personas import persona_of
from .links import Links, address
from .plan import Plan
from .questions import side_by_side
from .section import Part, escaped
from .stages import TABLE

_SIDES = ("inputs", "outputs")  # shown side by side
_BELOW = ("hand-offs", "anti-patterns")


def parts(plan: Plan, links: Links) -> list[Part]:
    return [Part(id, page.title, _sheet(page, links), kind="part cheat") for id, page in _roles(plan).items()]


def places(plan: Plan) -> dict[str, str]:
    """The sheets, by the addresses of their pages within the site."""
    return {address(page.path): id for id, page in _roles(plan).items()}


def _roles(plan: Plan) -> dict[str, Page]:
    """The pages of the roles, by the ids of their sheets."""
    return {f"sheet-{role}": page for page in plan.guide if (role := persona_of(page.path))}


def _sheet(page: Page, links: Links) -> str:
    links.start_item()
    html = links.html(_section(page, "goal")[1], page.path)
    sides = [_headed(page, id, links) for id in _SIDES]
    if all(sides):
        html += side_by_side(*sides)
    title, tools = _section(page, "tools")
    table = TABLE.search(tools)
    if table:
        html += f"<h3>{escaped(title)}</h3>{links.html(table[0], page.path)}"
    return html + "".join(_headed(page, id, links) for id in _BELOW)


def _headed(page: Page, id: str, links: Links) -> str:
    title, inner = _section(page, id)
    return f"<h3>{escaped(title)}</h3>{links.html(inner, page.path)}" if inner else ""


def _section(page: Page, id: str) -> tuple[str, str]:
    """The title and the Markdown of a section, without the blocks in it; empty where the page has none."""
    heading = section(page, id)
    if heading is None:
        return "", ""
    start, stop = page.section(heading)
    block = next((block.offset for block in page.blocks if start <= block.offset < stop), stop)
    return heading.text, page.source.text[start:block].strip()
