"""The reading of the course's sessions on paper: a part for each session."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..content.case_studies import SOURCES
from ..content.course import Target, section
from ..content.glossary import is_term_file
from ..content.guide import Guide
from ..content.page import Page
from .links import Links, address, title_of
from .plan import Plan
from .plan_sheets import handout_places, introduction
from .section import Part, escaped

_BELOW = re.compile(r"(</?h)3\b")


def parts(plan: Plan, links: Links) -> list[Part]:
    found: dict[str, list[Target]] = {}
    for session, target in _reads(plan):
        found.setdefault(session, []).append(target)
    return [_part(session, targets, plan, links) for session, targets in found.items()]


def places(plan: Plan) -> dict[str, str]:
    """The ids of the texts, by their addresses within the site."""
    return {address(target.path, target.id): _id(target) for _, target in _reads(plan)}


def read_parts(plan: Plan) -> dict[str, str]:
    """The id of each session's part, by the session's path."""
    found = {session for session, _ in _reads(plan)}
    return {theme.path: f"read-{theme.id}" for theme in plan.sessions if theme.id in found}


def _reads(plan: Plan) -> Iterator[tuple[str, Target]]:
    """Each text once, with the id of the first session that lists it; without texts that the learner handout has."""
    seen = set(handout_places(plan))
    for theme in plan.sessions:
        for target in theme.session.reads if theme.session else ():
            page = plan.guide.pages.get(target.path)
            there = page is not None and (not target.id or section(page, target.id))
            place = address(target.path, target.id)
            if there and place not in seen:
                seen.add(place)
                yield theme.id, target


def _id(target: Target) -> str:
    """Such as ``read-workflow-approval-gate``."""
    return "-".join(filter(None, ("read", target.path.removesuffix(".md").replace("/", "-"), target.id)))


def _part(session: str, targets: list[Target], plan: Plan, links: Links) -> Part:
    html = "".join(_reading(plan.guide, target, links) for target in targets)
    title = next(theme.title for theme in plan.sessions if theme.id == session)
    sections = tuple((_id(target), _title(plan.guide, target)) for target in targets)
    return Part(f"read-{session}", title, html, sections, kind="part case")


def _title(guide: Guide, target: Target) -> str:
    page = guide.pages[target.path]
    heading = section(page, target.id) if target.id else None
    return title_of(page, heading.text if heading else "")


def _reading(guide: Guide, target: Target, links: Links) -> str:
    links.start_item()
    page = guide.pages[target.path]
    heading = section(page, target.id) if target.id else None
    html = f'<h3 id="{_id(target)}">{escaped(_title(guide, target))}</h3>'
    if heading:
        start, stop = page.section(heading)
        markdown = page.source.text[start : _before_questions(guide, page, start, stop)]
        return html + _BELOW.sub(r"\g<1>4", links.html(markdown, page.path))
    html += links.html(_body(page), page.path)
    for each in (each for each in page.headings if each.level == 2 and each.id != SOURCES):
        html += f"<h4>{escaped(each.text)}</h4>{links.section(page, each)}"
    return html


def _before_questions(guide: Guide, page: Page, start: int, stop: int) -> int:
    """The offset of the heading of the first question if a section has questions, or else its end."""
    places = [each.place.offset for each in guide.questions if each.path == page.path]
    asked = min((place for place in places if start <= place < stop), default=stop)
    return max((each.offset for each in page.headings if start < each.offset <= asked < stop), default=asked)


def _body(page: Page) -> str:
    """The text of a page below its title; that of a term is without facts, which the learner handout has."""
    text = introduction(page)
    return text.rpartition("\n\n- ")[0] if is_term_file(page.path) else text
