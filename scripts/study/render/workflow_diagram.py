"""Pictures drawn from the facts or the table that their page shows, so that a picture always agrees with its page."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from xml.etree.ElementTree import Comment, Element

from ..content.glossary import Term
from ..content.guide import Guide
from ..content.inline import fold, plain
from ..content.tables import table
from ..content.workflow import PATH, TRACE, Fact, Stage, owners, stages
from .svg import Arrow, Box, Layout, Words, picture

STAGES = (Layout("narrow", 1, 270), Layout("middle", 3, 160), Layout("wide", 6, 142))
TRACE_LAYOUTS = (Layout("narrow", 1, 270), Layout("middle", 4, 140))
LIST_BELOW = " The list below shows the same and more."
"""In the label of the picture of the stages."""
_ASIDE = re.compile(r"\([^()]*\)")
_EXISTING = re.compile(r"([^,;()\s][^,;()]*) \(existing customers\)")

_NAMED = re.compile(r"\*\*([^*]+)\*\*\{[ \t]*#([\w-]+)[^{}]*\}")
_OWN_TARGET = re.compile(r"\]\(#([^()\s]+)\)")

Address = Callable[[str], str]  # the address of a path of the docs, relative to the current page


@dataclass(frozen=True, slots=True)
class Link:
    """A row of the trace: a link from a prediction back to its origins, and the ids of the links it leads to."""

    id: str
    name: str
    stored: str
    missing: str
    leads_to: list[str]


def pictures(guide: Guide, path: str, address: Address) -> dict[str, str]:
    """The pictures of a page, by the id of the first stage or row that each is drawn from."""
    if path == PATH and (found := stages(guide)):
        return {found[0].id: workflow(guide, found, address)}
    if path == TRACE and (linked := trace(guide)):
        return {linked[0].id: _trace(linked)}
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


def trace(guide: Guide) -> list[Link]:
    """The rows with a name and an id, ``| **Frame**{ #frame } | ... |``."""
    rows = table(guide.pages.get(TRACE), "Link", "Where it is stored", "Leads to", "Without it")
    found = ((_NAMED.match(row["Link"]), row) for row in rows)
    return [
        Link(
            name[2],
            plain(name[1]),
            plain(row["Where it is stored"]),
            plain(row["Without it"]),
            _targets(row["Leads to"]),
        )
        for name, row in found
        if name
    ]


def workflow(guide: Guide, found: tuple[Stage, ...], address: Address, layouts: Iterable[Layout] = STAGES) -> str:
    """The picture of the stages."""
    boxes = [_stage(guide, row, address) for row in found]
    arrows = [Arrow(one.id, two.id) for one, two in pairwise(found)]
    arrows += [Arrow(stage.id, id) for stage in found for id in _targets(stage["Output"].text)]
    label = f"The stages of the workflow, their owners and tools.{LIST_BELOW}"
    return picture(label, _caption(guide, found), boxes, arrows, layouts)


def _caption(guide: Guide, found: tuple[Stage, ...]) -> str:
    """What the dashes mean, and which tools only existing customers have: the boxes have no room for it."""
    names = {stage.id: stage.name for stage in found}
    back = dict.fromkeys(names[id] for stage in found for id in _targets(stage["Output"].text))
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


def _tools(guide: Guide, fact: Fact) -> Iterator[tuple[str, Term]]:
    """The tools of a fact that the glossary explains, each once: its name there, and its term."""
    labels = {
        fold(reference.text): reference.label
        for reference in guide.pages[PATH].references_between(fact.start, fact.stop)
    }
    seen = set()
    for part in re.split(r"[,;]", plain(_ASIDE.sub("", fact.text))):
        name = part.strip()
        term = guide.by_name.get(labels.get(fold(name), fold(name))) or guide.by_name.get(fold(name).removesuffix("s"))
        if term and term.id not in seen:
            seen.add(term.id)
            yield name, term


def _trace(found: list[Link]) -> str:
    boxes = [_box(link) for link in found]
    arrows = [Arrow(link.id, id) for link in found for id in link.leads_to]
    label = "One prediction, traced back to its data, code, and container. The table below shows the same and more."
    caption = "Read it from the first box: each arrow leads to where it came from."
    return picture(label, caption, boxes, arrows, TRACE_LAYOUTS)


def _box(link: Link) -> Box:
    missing = ("missing", (Words(f"Without it: {link.missing}"),))
    return Box(link.id, Words(link.name, f"#{link.id}"), (("", (Words(link.stored),)), missing))


def _targets(text: str) -> list[str]:
    """The ids on its own page that a text links."""
    return _OWN_TARGET.findall(text)
