"""W: the stages of the workflow, from which the picture, the owners, and the coverage of stages are read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ...content.guide import Guide
from ...content.inline import plain
from ...content.page import Heading, Page
from ...content.personas import personas
from ...content.workflow import LABELS, PATH, ends, stages
from ..problem import Nearest
from .fact_lines import FactLine, labeled_lines, repeated, wrapped
from .registry import Finding, Found, rule
from .targets import internal

CLASSES = ("gate",)
OUTSIDE = ("Business owner",)  # owns a stage without being a persona
_LIKE_A_STAGE = 2  # facts that a heading has in common with a stage


@dataclass(frozen=True, slots=True)
class _Entry:
    """A heading that is a stage or looks like one, with its facts as typed."""

    page: Page
    heading: Heading
    lines: tuple[FactLine, ...]

    @property
    def labels(self) -> list[str]:
        return [line.label for line in self.lines]


def _entries(guide: Guide) -> Iterator[_Entry]:
    """The headings of the workflow that have facts of a stage, or are among stages without facts."""
    page = guide.pages.get(PATH)
    if page is None or not stages(guide):
        return
    among = {_above(page, stage.heading) for stage in stages(guide)} - {None}
    for heading, stop in zip(page.headings, ends(page), strict=True):
        found = _Entry(page, heading, tuple(labeled_lines(page, heading.end, stop)))
        has = len({*LABELS}.intersection(found.labels))
        own = heading.level == 3 and (has or _above(page, heading) in among)
        if own or (has >= _LIKE_A_STAGE and heading.level != 3):
            yield found


def _above(page: Page, heading: Heading) -> Heading | None:
    """The section of the second level that a heading of the third is in."""
    before = (each for each in reversed(page.headings) if each.offset < heading.offset and each.level < 3)
    return next((each for each in before if each.level == 2), None)


@rule("W002", "an unknown fact of a stage", "- Owners: Business owner", "- Owner: Business owner")
def unknown_fact(guide: Guide) -> Found:
    """The picture, the handouts, and the exports read the facts of a stage by their labels."""
    for entry in _entries(guide):
        missing = [label for label in LABELS if label not in entry.labels]
        for line in entry.lines:
            if line.label not in LABELS:
                near = Nearest(missing or LABELS).to(line.label)
                hint = f'did you mean "{near}"?' if near else f"the facts are {', '.join(LABELS)}"
                message = f'no fact of a stage is called "{line.label}"; {hint}'
            elif line.marked:
                message = f'the label "{line.label}" has marks around it; write "{line.label}:" in plain text'
            else:
                continue
            yield Finding(entry.page.place(line.offset), message, len(line.label))
        right = [label for label in LABELS if label in entry.labels]
        if entry.labels != right and sorted(entry.labels) == sorted(right):
            message = f'the facts of "{entry.heading.text}" are out of order; the order is {", ".join(LABELS)}'
            yield Finding(entry.page.place(entry.lines[0].offset), message, len(entry.labels[0]))


@rule("W003", "an unknown class of a stage", "{ #approve .gaet }", "{ #approve .gate }")
def unknown_class(guide: Guide) -> Found:
    """The class "gate" makes a stage a gate in the picture; any other class does nothing."""
    nearest = Nearest(CLASSES)
    for stage in stages(guide):
        for name in stage.classes:
            if name not in CLASSES:
                message = f'no stage has the class ".{name}"{nearest.hint(name, ".{}") or "; the only class is .gate"}'
                yield Finding(stage.place, message, len(stage.name))


@rule(
    "W004",
    "an owner without a persona page",
    "- Owner: Data Engineer",
    "- Owner: [Data Engineer](personas/data-engineer.md)",
)
def unknown_owner(guide: Guide) -> Found:
    """The owner of a stage is a persona with a page, or the business owner. The picture uses the persona's color."""
    known = personas(guide)
    nearest = Nearest([*known.values(), *OUTSIDE])
    for stage in stages(guide) if known else ():
        page, fact = guide.pages[PATH], stage["Owner"]
        linked = [(link, path) for link, path, _ in internal(page) if fact.start <= link.offset < fact.stop]
        words = plain(fact.text)
        if words and not linked and words.split(",")[0] not in OUTSIDE:
            hint = nearest.hint(words) or f"; write [{next(iter(known.values()))}](personas/{next(iter(known))}.md)"
            yield Finding(page.place(fact.start), f'"{words}" is not a persona with a link{hint}', len(fact.text))
        for link, path in linked:
            id = path.removeprefix("personas/").removesuffix(".md")
            if id not in known and path in guide.pages:
                yield Finding(page.place(link.target_offset), f'"{link.target}" is not a persona', len(link.target))
            elif id in known and plain(link.text) != known[id]:
                message = f'"{plain(link.text)}" leads to "{known[id]}"; correct the words or the link'
                yield Finding(page.place(link.offset), message, link.end - link.offset)


@rule("W005", "a stage without an id, or at the wrong level", "### Frame", "### Frame { #frame }")
def stage_without_id(guide: Guide) -> Found:
    """A stage is a heading of the third level; links to it and the counts of its questions depend on its id."""
    for page, heading in ((entry.page, entry.heading) for entry in _entries(guide)):
        if heading.level != 3:
            message = f'"{heading.text}" has facts like a stage, but its heading is of level {heading.level}; write ###'
        elif not heading.explicit:
            message = f'the stage "{heading.text}" has no id; write ### {heading.text} {{ #{heading.id} }}'
        else:
            continue
        yield Finding(page.place(heading.offset), message, heading.level)


@rule("W008", "a stage without one of its facts", "- Owner: ...", "- Owner: ...\n- Input: ...\n- Output: ...")
def missing_fact(guide: Guide) -> Found:
    """A stage lists its owner, input, output, tools, record, and risks."""
    for entry in _entries(guide):
        unknown = [label for label in entry.labels if label not in LABELS]
        meant = [Nearest(LABELS).to(label) for label in unknown]
        missing = [label for label in LABELS if label not in entry.labels and label not in meant]
        if len(missing) > meant.count(None):  # W002 reports each unknown label, which may be a misspelled one
            facts = "fact" if len(missing) == 1 else "facts"
            message = f'the stage "{entry.heading.text}" lacks the {facts} {_listed(missing)}'
            yield Finding(entry.page.place(entry.heading.offset), message, entry.heading.level)
        for line in entry.lines:
            if line.label in LABELS and not line.text:
                message = f'the fact "{line.label}" of "{entry.heading.text}" is empty; write it after the colon'
                yield Finding(entry.page.place(line.offset), message, len(line.label))


def _listed(labels: list[str]) -> str:
    return ", ".join(f'"{label}"' for label in labels)


@rule("W009", "a repeated fact of a stage", "- Input: a\n- Input: b", "- Input: a, b")
def repeated_fact(guide: Guide) -> Found:
    """Only one of two facts with the same label is read; the other is lost."""
    for entry in _entries(guide):
        yield from repeated(entry.page, entry.lines, entry.heading.text)


@rule("W010", "a fact of a stage that runs into the next line", "- Input: one,\ntwo", "- Input: one,\n    two")
def wrapped_fact(guide: Guide) -> Found:
    """A line that continues a fact is indented; without the indent its words are lost."""
    for entry in _entries(guide):
        yield from wrapped(entry.page, entry.lines)
