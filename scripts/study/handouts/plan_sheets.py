"""Plans for teaching as sheets of the trainer guide: the text of their pages, and the pages of the handout to print."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ..content import glossary
from ..content.course import Target, section
from ..content.page import Page
from ..content.teaching_plans import COLUMNS, SECTIONS, TIMETABLE, WORDS, TeachingPlan, teaching_plans
from ..content.workflow import PATH as WORKFLOW
from ..content.workflow import WORDS as WORDS_PAGE
from .links import Links, address
from .plan import Plan
from .print_pages import and_readings, end_of, pages_of
from .section import Part, escaped, table
from .stages import ROLES, read_roles_table

QUICK_START = "handouts/quick-start.md"


PAGES = "Page numbers are those of the learner handout or, where it says so, of the readings."
"""How to read what a timetable says to print."""
_Extents = Mapping[tuple[str, str], tuple[str, str]]


@dataclass(frozen=True, slots=True)
class _Printable:
    """What can be printed: `extents` in the learner handout, and `read`, a session's part of the readings, by path."""

    extents: _Extents
    read: Mapping[str, str]

    def named(self, target: Target) -> str:
        """Its name with its pages, and the pages to read beside it."""
        extent = self.extents.get((target.path, target.id))
        read = None if target.id else self.read.get(target.path)
        return escaped(target.text) + (pages_of(*extent) if extent else "") + and_readings(read)


def plan_parts(plan: Plan, links: Links, read: Mapping[str, str]) -> list[Part]:
    """`read` are the parts of the readings, by the path of their session."""
    prints = _Printable(print_extents(plan), read)
    return [
        Part(f"plan-{each.id}", each.page.title, _sheet(each, prints, links), kind="part teaching")
        for each in teaching_plans(plan.guide)
    ]


def quick_start(plan: Plan, links: Links) -> Part:
    """The steps before, on, and after the day, on one page."""
    page = plan.guide.pages.get(QUICK_START)
    if page is None:
        return Part("quick-start", "", "")
    links.start_item()
    html = f"<p>{links.inline(page.lead, page.path)}</p>"
    for heading in (heading for heading in page.headings if heading.level == 2):
        html += f"<h3>{escaped(heading.text)}</h3>{links.section(page, heading)}"
    return Part("quick-start", page.title, html, kind="part teaching")


def print_extents(plan: Plan) -> dict[tuple[str, str], tuple[str, str]]:
    """The first and the last id, in the learner handout, of each printable part, by path and id."""
    parts = {
        (WORKFLOW, ""): "workflow",
        (WORDS_PAGE, WORDS): WORDS,
        (ROLES, ""): "personas",
        (glossary.PATH, ""): "terms",
        **{(theme.path, ""): theme.id for theme in plan.themes},
    }
    single = [*((each.item.path, "", each.id) for each in plan.prompts)]
    single += [(each.item.path, each.item.id, each.id) for each in plan.questions]
    single += [(each.item.path, each.item.id, each.id) for each in plan.answers]
    whole = {address: (id, end_of(id)) for address, id in parts.items()}
    return whole | {(path, id): (place, place) for path, id, place in single}


def handout_places(plan: Plan) -> dict[str, str]:
    """The ids in the learner handout of these parts and of the stages in its table, by address within the site.

    The introduction of the glossary is not printed.
    """
    parts = {address: first for address, (first, _) in print_extents(plan).items() if address != (glossary.PATH, "")}
    stages = {(WORKFLOW, stage.id): stage.id for stage in plan.stages}
    whole = {(WORDS_PAGE, ""): WORDS, (ROLES, read_roles_table(plan.guide).section_id): "personas"}
    found = whole | stages | parts
    return {address(path, id): first for (path, id), first in found.items()}


def _sheet(plan: TeachingPlan, prints: _Printable, links: Links) -> str:
    links.start_item(links.places.values())
    page = plan.page
    html = f'<div class="facts">{links.html(introduction(page), page.path)}</div>'
    for id, title in SECTIONS.items():
        heading = section(page, id)
        if heading:
            inner = _timetable(plan, prints, links) if id == TIMETABLE else links.section(page, heading)
            html += f"<h3>{escaped(title)}</h3>{inner}"
    return html


def introduction(page: Page) -> str:
    """The text between the title and the first part."""
    title = next((heading for heading in page.headings if heading.level == 1), None)
    first = next((heading.offset for heading in page.headings if heading.level > 1), None)
    return page.source.text[title.end if title else 0 : first]


def _timetable(plan: TeachingPlan, prints: _Printable, links: Links) -> str:
    rows = (
        f"<td>{escaped(step.time.text)}</td><td>{links.inline(step.what, plan.page.path)}</td>"
        f"<td>{'; '.join(map(prints.named, step.prints))}</td>"
        for step in plan.steps
    )
    note = f'<p class="how">{PAGES}</p>' if any(step.prints for step in plan.steps) else ""
    return f"{note}{table('timetable', COLUMNS, rows)}"
