"""Grids for grading the essays of a class: a row for each learner, with its marks, its level, and a note."""

from __future__ import annotations

import re

from ..content.essays import Prompt
from ..content.inline import plain
from ..content.short_answers import Point
from .key import rubric_id
from .links import Links
from .plan import Numbered, Plan
from .print_pages import page_of
from .section import Part, escaped

SIZES = (8, 16, 24)
"""How many learners a grid has rows for: each is one page."""
MARKS = "+ yes, o partly, - no."
LEVEL = (
    "Do not add up the marks. Read the levels of the rubric, choose the one that the marks and the essay support, and"
    " note the one change that would raise it."
)
_RUBRIC = "The rubric is in the answer key{page}."
_ASKS = 'The grid for <a href="#{id}" class="place">{size} learners</a> says what each criterion asks.'
_NAME = re.compile(r"\*\*(.+?)\.?\*\*")
_LINE = '<p class="own"><span>Group</span><i></i><span>Date</span><i></i></p>'


def parts(plan: Plan, links: Links) -> list[Part]:
    """For each essay, a grid of each size; the smallest leaves room to say what each criterion asks."""
    return [_sheet(each, size, links) for each in plan.prompts if each.item.criteria for size in SIZES]


def _sheet(each: Numbered[Prompt], size: int, links: Links) -> Part:
    links.start_item(links.places.values())
    criteria = "".join(f"<li>{links.inline(point.text, each.item.path)}</li>" for point in each.item.criteria)
    how = f"{MARKS} {LEVEL} {_RUBRIC.format(page=page_of(rubric_id(each.item), 'key'))}"
    listed = f'<h3>What each criterion asks</h3><ol class="criteria">{criteria}</ol>'
    if size != SIZES[0]:
        how, listed = f"{how} {_ASKS.format(id=_id(each, SIZES[0]), size=SIZES[0])}", ""
    html = f'{_LINE}<p class="marks">{how}</p>{_grid(each.item.criteria, size)}{listed}'
    title = f"{each.number} {each.title}: {size} learners"
    return Part(_id(each, size), title, html, kind=f"part rubric-grid rows-{size}")


def _id(each: Numbered[Prompt], size: int) -> str:
    return f"grid-{each.item.id}-{size}"


def _grid(criteria: tuple[Point, ...], size: int) -> str:
    names = (escaped(_name(point, number)) for number, point in enumerate(criteria, 1))
    turned = "".join(f'<th scope="col" class="turned"><div><span>{name}</span></div></th>' for name in names)
    head = (
        f'<th scope="col">Learner</th>{turned}<th scope="col" class="level">Level</th><th scope="col">One change</th>'
    )
    boxes = "<td></td>" * (len(criteria) + 2)
    rows = "".join(f'<tr><th scope="row">{number}</th>{boxes}</tr>' for number in range(1, size + 1))
    return f'<table class="marking"><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>'


def _name(point: Point, number: int) -> str:
    """The name of a criterion, which is its first words in bold, or its number."""
    found = _NAME.match(point.text)
    return plain(found[1]) if found else str(number)
