"""W: rows with too many or too few cells, and tables that repeat facts of the workflow's stages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import get_close_matches

from ...content.guide import Guide
from ...content.inline import plain
from ...content.page import Page
from ...content.personas import personas
from ...content.workflow import PATH, stages
from .registry import Finding, Found, rule

_PIPE = re.compile(r"(?<!\\)\|")
_RULE = re.compile(r"[ \t|:-]+$")
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
                    message = f"this row has {cells} and the table has {width} columns; {_fix(line, width)}"
                    yield Finding(page.place(line.offset), message, line.length)


def _fix(line: Line, width: int) -> str:
    return "add the missing cell" if len(line.cells) < width else r"join two cells, or write \| for a pipe in the text"


@rule(
    "W006",
    "stages that differ from the home page",
    "1. [Frame](workflow.md#frame)",
    "the stages of the workflow, in its order",
)
def stages_of_home(guide: Guide) -> Found:
    """The strip on the home page lists the stages of the workflow, in its order."""
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
        message = f'this list lacks the stage "{missing[0]}"; it has the stages of {PATH}, in their order'
    else:
        message = f'"{wrong[0]}" differs from the stages of {PATH}; this list has them in their order'
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


PARTS = ("leads", "works", "checks", "reads", "-")


@rule("W011", "an unknown part in the personas' table", "| [Train](...) | raeds |", "| [Train](...) | reads |")
def unknown_part(guide: Guide) -> Found:
    """Each cell says what a persona does in a stage, in one of the words that are explained below the table."""
    page = guide.pages.get(MATRIX)
    if page is None:
        return
    for table in tables(page):
        if table[0].cells[0][0] != "Stage" or len(table[0].cells) <= len(personas(guide)):
            continue
        for line in table[2:]:
            for cell, _ in line.cells[1:]:
                if cell.strip("*") not in PARTS:
                    what = f'"{cell}" is not what a persona does in a stage' if cell else "this row has an empty cell"
                    near = get_close_matches(cell.strip("*"), PARTS, n=1, cutoff=0.7)
                    fix = f'did you mean "{near[0]}"?' if near else f"write {', '.join(PARTS[:-1])}, or -"
                    yield Finding(page.place(line.offset), f"{what}; {fix}", line.length)
