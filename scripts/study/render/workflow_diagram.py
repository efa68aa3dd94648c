"""Pictures drawn from the facts or the table that their page shows, so that a picture always agrees with its page."""

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
from ..content.workflow import PATH, TRACE, Stage, owners, stages
from .svg import Arrow, Box, Layout, Words, picture

STAGES = (Layout("narrow", 1, 270), Layout("middle", 3, 160), Layout("wide", 6, 142))
TRACE_LAYOUTS = (Layout("narrow", 1, 270), Layout("middle", 4, 140))
_ASIDE = re.compile(r"\([^()]*\)")
_EXISTING = re.compile(r"([^,;()\s][^,;()]*) \(existing customers\)")

Address = Callable[[str], str]  # the address of a path of the docs, relative to the current page


def pictures(guide: Guide, path: str, address: Address) -> dict[str, str]:
    """The pictures of a page, by the id of the first stage or row that each is drawn from."""
    if path == PATH and (found := stages(guide)):
        return {found[0].id: workflow(guide, found, address)}
    if path == TRACE and (linked := trace(guide)):
        return {linked[0].id: _trace(guide, linked)}
    return {}


def mark(root: Element, guide: Guide, path: str) -> None:
    """Mark in the rendered page where the pictures go, so that they stay out of the search index.

    The picture of the stages goes below the page's first paragraph, that of a table above the table.
    """
    tag, below, found = ("p", 1, stages(guide)) if path == PATH else ("table", 0, trace(guide))
    first = next((index for index, element in enumerate(root) if element.tag == tag), None)
    if first is not None and found:
        root.insert(first + below, Comment(f"picture {found[0].id}"))


def with_pictures(html: str, drawn: dict[str, str]) -> str:
    """The page with its pictures in place of their marks."""
    for id, svg in drawn.items():
        html = html.replace(f"<!--picture {id}-->", svg)
    return html


def trace(guide: Guide) -> tuple[Row, ...]:
    """What leads from a prediction back to its origins; columns: Link, Where it is stored, Leads to, Without it."""
    page = guide.pages.get(TRACE)
    return rows(page, "Link") if page else ()


def workflow(guide: Guide, found: tuple[Stage, ...], address: Address, layouts: Iterable[Layout] = STAGES) -> str:
    """The picture of the stages."""
    boxes = [_stage(guide, row, address) for row in found]
    arrows = [Arrow(one.id, two.id) for one, two in pairwise(found)]
    arrows += [Arrow(stage.id, id) for stage in found for id in _targets(guide.pages[PATH], stage["Output"])]
    label = "The stages of the workflow, their owners and tools. The list below shows the same and more."
    return picture(label, _caption(guide, found), boxes, arrows, layouts)


def _caption(guide: Guide, found: tuple[Stage, ...]) -> str:
    """What the dashes mean, and which tools only existing customers have: the boxes have no room for it."""
    names = {stage.id: stage.name for stage in found}
    back = dict.fromkeys(names[id] for stage in found for id in _targets(guide.pages[PATH], stage["Output"]))
    loop = f": a retrained model returns to {' or '.join(back)}" if back else ""
    limited = dict.fromkeys(name for stage in found for name in _EXISTING.findall(plain(stage["Tools"].text)))
    told = f" {' and '.join(limited)}: existing customers only." if limited else ""
    return f"The dashed box is the gate. The dashed line is the feedback loop{loop}.{told}"


def _stage(guide: Guide, stage: Stage, address: Address) -> Box:
    own = owners(stage["Owner"].text)
    personas = tuple(persona for _, persona in own if persona)
    linked = [Words(name, address(term.path)) for name, term in _tools(guide, stage["Tools"])]
    listed = [Words(words.text + ("," if words is not linked[-1] else ""), words.href) for words in linked]
    title = Words(stage.name, f"#{stage.id}")
    named = tuple((f"owner {persona}".rstrip(), (Words(name + ","),)) for name, persona in own[:-1])
    named += tuple((f"owner {persona}".rstrip(), (Words(name),)) for name, persona in own[-1:])
    frame = personas if len(own) == 1 else ()  # a stage with two owners has the color of neither
    return Box(stage.id, title, (*named, ("tools", tuple(listed))), (*frame, *stage.classes), personas or ("",))


def _tools(guide: Guide, cell: Cell) -> Iterator[tuple[str, Term]]:
    """The tools of a cell that the glossary explains, each once: its name there, and its term."""
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


def _trace(guide: Guide, found: tuple[Row, ...]) -> str:
    page = guide.pages[TRACE]
    boxes = [_link(row) for row in found]
    arrows = [Arrow(row.id, id) for row in found for id in _targets(page, row["Leads to"])]
    label = "One prediction, traced back to its data, code, and container. The table below shows the same and more."
    caption = "Read it from the first box: each arrow leads to where it came from."
    return picture(label, caption, boxes, arrows, TRACE_LAYOUTS)


def _link(row: Row) -> Box:
    kept, missing = (plain(row[column].text) for column in ("Where it is stored", "Without it"))
    return Box(
        row.id, Words(row.name, f"#{row.id}"), (("", (Words(kept),)), ("missing", (Words(f"Without it: {missing}"),)))
    )


def _targets(page: Page, cell: Cell) -> list[str]:
    """The rows of its own page that a cell links."""
    return [link.target[1:] for link in page.links if cell.start <= link.offset < cell.stop and link.target[:1] == "#"]
