"""W: the workflow's table, from which the picture, the owners, and the coverage of stages are read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ...content.guide import Guide
from ...content.inline import plain
from ...content.page import Page
from ...content.workflow import PATH, stages
from ..problem import Nearest
from .named import personas
from .registry import Finding, Found, rule
from .targets import internal

COLUMNS = ("Stage", "Owner", "Input", "Output", "Tools", "Record kept", "What goes wrong")
CLASSES = ("gate",)
OUTSIDE = ("Business owner",)  # owns a stage and is no persona
_PIPE = re.compile(r"(?<!\\)\|")
_RULE = re.compile(r"[ \t|:-]+$")
_NAMED = re.compile(r"\|?[ \t]*\*\*([^*|]+)\*\*\{[ \t]*#([\w-]+)")
MATRIX = "personas/index.md"
HOME = "index.md"


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a table: its cells, each with its offset."""

    cells: tuple[tuple[str, int], ...]
    offset: int
    length: int


def tables(page: Page) -> Iterator[list[Line]]:
    """The tables of a page: lines that begin with a pipe, the second one dashes."""
    found: list[Line] = []
    offset = 0
    for text in [*page.source.prose.split("\n"), ""]:
        if text.startswith("|"):
            found.append(_line(text.rstrip(), page.source.text, offset))
        else:
            if len(found) > 1 and _RULE.match(page.source.prose[found[1].offset :].split("\n")[0]):
                yield found
            found = []
        offset += len(text) + 1


def _line(prose: str, text: str, offset: int) -> Line:
    bars = [match.start() for match in _PIPE.finditer(prose)]
    ends = bars[1:] if prose.endswith("|") else [*bars[1:], len(prose)]
    cells = tuple(
        (text[offset + one + 1 : offset + two].strip(), offset + one + 1) for one, two in zip(bars, ends, strict=False)
    )
    return Line(cells, offset, len(prose))


def _workflow(guide: Guide) -> tuple[Page, list[Line]] | None:
    """The table that has named rows."""
    page = guide.pages.get(PATH)
    for table in tables(page) if page else ():
        named = [line for line in table[2:] if line.cells and _NAMED.match(line.cells[0][0])]
        if page and len(named) > 1 and table[0].cells and (len(named) * 2 > len(table) - 2):
            first = Nearest(COLUMNS[:1]).to(table[0].cells[0][0])
            if table[0].cells[0][0] == "Stage" or first:
                return page, table
    return None


@rule(
    "W001",
    "a row with a cell too many or too few",
    "| A | B |\n| --- | --- |\n| 1 |",
    "| A | B |\n| --- | --- |\n| 1 | 2 |",
)
def uneven_row(guide: Guide) -> Found:
    """A missing cell moves all cells after it to the wrong column, and one too many is dropped from the page."""
    for page in guide:
        for table in tables(page):
            width = len(table[0].cells)
            for line in table[1:]:
                if len(line.cells) != width:
                    cells = f"{len(line.cells)} cell" if len(line.cells) == 1 else f"{len(line.cells)} cells"
                    message = f"this row has {cells} and the table has {width} columns; {_mend(line, width)}"
                    yield Finding(page.place(line.offset), message, line.length)


def _mend(line: Line, width: int) -> str:
    return "add the missing cell" if len(line.cells) < width else r"join two cells, or write \| for a pipe in the text"


@rule("W002", "a column of another name", "| Stage | Owners |", "| Stage | Owner |")
def renamed_column(guide: Guide) -> Found:
    """The picture and the persona pages read the table by the names of its columns."""
    found = _workflow(guide)
    if not found:
        return
    page, table = found
    typed = [text for text, _ in table[0].cells]
    missing = [column for column in COLUMNS if column not in typed]
    for text, at in table[0].cells:
        if text not in COLUMNS:
            near = Nearest(missing or COLUMNS).to(text)
            message = f'the table of stages has no column "{text}"; ' + (
                f'did you mean "{near}"?' if near else f"the columns are {', '.join(COLUMNS)}"
            )
            yield Finding(page.place(at + 1), message, len(text))
    if not [text for text in typed if text not in COLUMNS] and tuple(typed) != COLUMNS:
        message = f"the columns of this table are {', '.join(COLUMNS)}, in this order"
        yield Finding(page.place(table[0].offset), message, table[0].length)


@rule("W003", "a class that no stage has", "{ #approve .gaet }", "{ #approve .gate }")
def unknown_class(guide: Guide) -> Found:
    """The class "gate" makes a stage a gate in the picture; any other class does nothing."""
    nearest = Nearest(CLASSES)
    for stage in stages(guide):
        for name in stage.classes:
            if name not in CLASSES:
                message = f'no stage has the class ".{name}"{nearest.hint(name, ".{}") or "; the only class is .gate"}'
                yield Finding(stage.place, message, len(stage.name))


@rule("W004", "an owner who is no persona", "| Data Engineer |", "| [Data Engineer](personas/data-engineer.md) |")
def unknown_owner(guide: Guide) -> Found:
    """The owner of a stage is a persona with a page, or the business owner; the picture takes its colors from there."""
    known = personas(guide)
    nearest = Nearest([*known.values(), *OUTSIDE])
    for stage in stages(guide) if known else ():
        page, cell = guide.pages[PATH], stage["Owner"]
        linked = [(link, path) for link, path, _ in internal(page) if cell.start <= link.offset < cell.stop]
        words = plain(cell.text)
        if not linked and words.split(",")[0] not in OUTSIDE:
            hint = nearest.hint(words) or f"; write [{next(iter(known.values()))}](personas/{next(iter(known))}.md)"
            yield Finding(page.place(cell.start), f'"{words}" is no persona with a link{hint}', max(len(cell.text), 1))
        for link, path in linked:
            id = path.removeprefix("personas/").removesuffix(".md")
            if id not in known and path in guide.pages:
                yield Finding(page.place(link.target_offset), f'"{link.target}" is no persona', len(link.target))
            elif id in known and plain(link.text) != known[id]:
                message = f'"{plain(link.text)}" leads to "{known[id]}"; correct the words or the link'
                yield Finding(page.place(link.offset), message, link.end - link.offset)


@rule("W005", "a row that is no stage", "| Frame | ... |", "| **Frame**{ #frame } | ... |")
def row_without_stage(guide: Guide) -> Found:
    """A row counts as a stage by its bold name and its id; without them the picture and the counts leave it out."""
    found = _workflow(guide)
    own = {stage.place.line for stage in stages(guide)}
    for line in found[1][2:] if found else ():
        page = found[0] if found else None
        if page and page.place(line.offset).line not in own:
            name = re.sub(r"[^\w -]+.*", "", plain(line.cells[0][0])).strip() if line.cells else ""
            id = re.sub(r"\W+", "-", name.lower()).strip("-") or "its-id"
            message = f"this row is no stage; its first cell begins with **{name or 'Name'}**{{ #{id} }}"
            yield Finding(page.place(line.offset), message, line.length)


@rule(
    "W006",
    "stages that differ from the home page",
    "1. [Frame](workflow.md#frame)",
    "the stages of the table, in its order",
)
def stages_of_home(guide: Guide) -> Found:
    """The strip on the home page lists the stages of the table, in its order."""
    page = guide.pages.get(HOME)
    own = [stage.id for stage in stages(guide)]
    found = page and [
        (match[1], match.start(1))
        for match in re.finditer(r"^\d+\. \[\w+\]\(workflow\.md#([\w-]+)\)", page.source.prose, re.MULTILINE)
    ]
    if not page or not found or not own or [id for id, _ in found] == own:
        return
    missing = [id for id in own if id not in {id for id, _ in found}]
    wrong = next(((id, at) for (id, at), right in zip(found, own, strict=False) if id != right), found[-1])
    if missing:
        message = f'this list lacks the stage "{missing[0]}"; it has the stages of the table in {PATH}, in its order'
    else:
        message = f'"{wrong[0]}" differs from the table in {PATH}; this list has its stages, in its order'
    yield Finding(page.place(wrong[1]), message, len(wrong[0]))


@rule("W007", "owners that differ from the personas' table", "| [Train](...) | works |", "| [Train](...) | **leads** |")
def owners_of_matrix(guide: Guide) -> Found:
    """The owners of a stage are the personas who lead it in the table of the personas."""
    page = guide.pages.get(MATRIX)
    known = personas(guide)
    by_name = {stage.name: stage for stage in stages(guide)}
    for table in tables(page) if page else ():
        if not page or table[0].cells[0][0] != "Stage":
            continue
        people = [plain(text) for text, _ in table[0].cells[1:]]
        for line in table[2:]:
            stage = by_name.get(plain(line.cells[0][0]).split(" (")[0])
            leads = {name for name, (cell, _) in zip(people, line.cells[1:], strict=False) if cell == "**leads**"}
            owner = guide.pages[PATH].source.text[stage["Owner"].start : stage["Owner"].stop] if stage else ""
            owners = {known.get(id, id) for id in re.findall(r"personas/([\w-]+)\.md", owner)}
            if stage and leads != owners:
                here, there = (" and ".join(sorted(names)) or "no persona" for names in (leads, owners))
                message = f'the lead of "{stage.name}" is {here} here and {there} in {PATH}; correct one of the two'
                yield Finding(page.place(line.offset), message, line.length)
