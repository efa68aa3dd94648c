"""Name the points that readers tick: the subject of each list, and the id under which each tick is saved."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from xml.etree.ElementTree import Element

from ..content.cards import named
from ..content.checkpoint_ids import point_ids
from ..content.essays import is_prompt, prompt
from ..content.guide import Guide
from ..content.short_answers import Point, short_answers


def mark(root: Element, guide: Guide, path: str) -> None:
    """Key points and criteria get ``data-point``, their lists ``data-key``: the ids and keys of the deck.

    If the page shows other points than the guide read, none gets an id, so that no tick is saved for the wrong point.
    """
    page = guide.pages[path]
    answers = list(short_answers(page))
    blocks = [block for block in root.iter("details") if "answer" in block.get("class", "").split()]
    if len(blocks) == len(answers):
        for block, answer in zip(blocks, answers, strict=True):
            if named(guide, answer):
                _name([block], guide, f"answer:{answer.id}", answer.key_points)
    if is_prompt(page):
        asked = prompt(page)
        _name(_section(root, "criteria"), guide, f"prompt:{asked.id}", asked.criteria)


def _name(parts: Iterable[Element], guide: Guide, key: str, points: tuple[Point, ...]) -> None:
    lists = [
        element for part in parts for element in part.iter("ul") if "task-list" in element.get("class", "").split()
    ]
    items = [item for shown in lists for item in shown if "task-list-item" in item.get("class", "").split()]
    if len(items) != len(points):
        return
    for shown in lists:
        shown.set("data-key", key)
    for item, id in zip(items, point_ids(guide, points), strict=True):
        item.set("data-point", id)


def _section(root: Element, id: str) -> Iterator[Element]:
    """The elements below a heading of the second level, up to the next."""
    inside = False
    for child in root:
        if child.tag in ("h1", "h2"):
            inside = child.get("id") == id
        elif inside:
            yield child
