"""The site's pictures, each drawn from the table that the page shows: they cannot say different things."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from itertools import pairwise
from xml.etree.ElementTree import Comment, Element

from ..content.glossary import Term
from ..content.guide import Guide
from ..content.inline import fold, plain
from ..content.named_rows import Cell, Row, rows
from ..content.page import Page
from ..content.workflow import PATH, stages
from .svg import Arrow, Box, Layout, Words, picture

STAGES = (Layout("narrow", 1, 270), Layout("middle", 3, 160), Layout("wide", 6, 142))
TRACE = (Layout("narrow", 1, 270), Layout("middle", 4, 140))
_OWNER = re.compile(r"\[([^\]]+)\]\((?:[^()]*/)?personas/([\w-]+)\.md[^()]*\)")
_HELP = re.compile(r", (?:with|through)\b")
_ASIDE = re.compile(r"\([^()]*\)")

Address = Callable[[str], str]  # where a path of the docs leads from the page that is shown


def pictures(guide: Guide, path: str, address: Address) -> dict[str, str]:
    """The pictures of a page, by the id of the first row of the table that each is drawn from."""
    if path != PATH:
        return {}
    drawn = ((stages(guide), workflow), (trace(guide), _trace))
    return {found[0].id: draw(guide, found, address) for found, draw in drawn if found}


def mark(root: Element, guide: Guide) -> None:
    """Mark in the rendered page where the pictures go, above their tables: search has no use for it."""
    firsts = {found[0].id for found in (stages(guide), trace(guide)) if found}
    for index, element in reversed([*enumerate(root)]):
        ids = {strong.get("id", "") for strong in element.iter("strong")} if element.tag == "table" else set()
        for id in firsts & ids:
            root.insert(index, Comment(f"picture {id}"))


def with_pictures(html: str, drawn: dict[str, str]) -> str:
    """The page with its pictures in place of their marks."""
    for id, svg in drawn.items():
        html = html.replace(f"<!--picture {id}-->", svg)
    return html


def trace(guide: Guide) -> tuple[Row, ...]:
    """What leads from a prediction back to its origins; columns: Link, Where it is kept, Leads to, Without it."""
    page = guide.pages.get(PATH)
    return rows(page, "Link") if page else ()


def workflow(guide: Guide, found: tuple[Row, ...], address: Address, layouts: Iterable[Layout] = STAGES) -> str:
    """The picture of the stages."""
    boxes = [_stage(guide, row, address) for row in found]
    arrows = [Arrow(one.id, two.id) for one, two in pairwise(found)]
    arrows += [Arrow(row.id, id) for row in found for id in _targets(guide.pages[PATH], row["Output"])]
    label = "The stages of the workflow, their owners and tools. The table below says the same and more."
    caption = "The dashed box is the gate. The dashed line is the feedback loop."
    return picture(label, caption, boxes, arrows, layouts)


def _stage(guide: Guide, row: Row, address: Address) -> Box:
    owners = list(_owners(row["Owner"].text))
    personas = tuple(persona for _, persona in owners if persona)
    linked = [Words(name, address(term.path)) for name, term in _tools(guide, row["Tools"])]
    listed = [Words(words.text + ("," if words is not linked[-1] else ""), words.href) for words in linked]
    title = Words(row.name, f"#{row.id}")
    named = tuple((f"owner {persona}".rstrip(), (Words(name),)) for name, persona in owners)
    frame = personas if len(owners) == 1 else ()  # a box has one frame, and no one owner's color fits two
    return Box(row.id, title, (*named, ("tools", tuple(listed))), (*frame, *row.classes), personas or ("",))


def _owners(cell: str) -> Iterator[tuple[str, str]]:
    """The owners of a stage, each as named in its cell, and the id of its persona, if it is one.

    Those who only help, after "with" or "through", are no owners.
    """
    named = _HELP.split(cell, maxsplit=1)[0]
    links = list(_OWNER.finditer(named))
    for number, link in enumerate(links, 1):
        yield plain(link[1]) + ("," if number < len(links) else ""), link[2]
    if not links:
        yield plain(named), ""


def _tools(guide: Guide, cell: Cell) -> Iterator[tuple[str, Term]]:
    """The tools of a cell that the glossary explains, each once: as it is named there, and its term."""
    labels = {
        fold(reference.text): reference.label
        for reference in guide.pages[PATH].references_between(cell.start, cell.stop)
    }
    seen = set()
    for part in re.split(r"[,;]", plain(_ASIDE.sub("", cell.text))):
        name = part.strip()
        term = guide.by_name.get(labels.get(fold(name), fold(name))) or guide.by_name.get(fold(name).removesuffix("s"))
        if term and term.id not in seen:
            seen.add(term.id)
            yield name, term


def _trace(guide: Guide, found: tuple[Row, ...], address: Address) -> str:
    page = guide.pages[PATH]
    boxes = [_link(row) for row in found]
    arrows = [Arrow(row.id, id) for row in found for id in _targets(page, row["Leads to"])]
    label = "One prediction, traced back to its data, code and container. The table below says the same and more."
    return picture(label, "Read it from the first box: each arrow leads to where it came from.", boxes, arrows, TRACE)


def _link(row: Row) -> Box:
    kept, missing = (plain(row[column].text) for column in ("Where it is kept", "Without it"))
    return Box(
        row.id, Words(row.name, f"#{row.id}"), (("", (Words(kept),)), ("missing", (Words(f"Without it: {missing}"),)))
    )


def _targets(page: Page, cell: Cell) -> list[str]:
    """The rows of its own page that a cell links."""
    return [link.target[1:] for link in page.links if cell.start <= link.offset < cell.stop and link.target[:1] == "#"]
