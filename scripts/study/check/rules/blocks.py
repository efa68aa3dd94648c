"""B: blocks; A: short answers; P: essay prompts."""

from __future__ import annotations

from ...content.guide import Guide
from ...content.short_answers import Point
from ..problem import Nearest
from .registry import Finding, Found, rule

BLOCKS = frozenset({"answer", "exemplar", "correction", "hint", "picture"})
FEWEST, MOST = 2, 6  # key points: one is the whole answer, and more are too many to mark


@rule("B001", "a block that is not closed", "/// answer\nBecause.", "/// answer\nBecause.\n///")
def unclosed_block(guide: Guide) -> Found:
    """A block without an end takes in the rest of the page."""
    for page in guide:
        for block in page.blocks:
            if not block.closed:
                message = f'this "{block.fence} {block.name}" is never closed; write {block.fence} on a line of its own'
                yield Finding(page.place(block.offset), message, block.start - block.offset - 1)


@rule("B002", "a block with an unknown name", "/// anwser\nBecause.\n///", "/// answer\nBecause.\n///")
def unknown_block(guide: Guide) -> Found:
    """The page shows a block with an unknown name as slashes and words."""
    nearest = Nearest(BLOCKS)
    for page in guide:
        for block in page.blocks:
            if block.name not in BLOCKS:
                hint = nearest.hint(block.name, block.fence + " {}")
                message = f'no block is called "{block.name}"{hint}'
                yield Finding(page.place(block.offset), message, block.start - block.offset - 1)


@rule(
    "A001",
    "an answer without key points",
    "/// answer\nBecause.\n///",
    "/// answer\nBecause.\n\n- [ ] Names the [lineage][].\n- [ ] Says why.\n///",
)
def answer_without_key_points(guide: Guide) -> Found:
    """Readers check off key points to mark their own short answer."""
    for answer in guide.short_answers:
        if not answer.key_points:
            yield Finding(answer.place, "this answer has no key points; list them as - [ ] lines inside the block")


@rule("A002", "an answer whose heading has no id", "### Lineage\n\nWhat is it?", "### Lineage { #lineage-meaning }")
def answer_without_id(guide: Guide) -> Found:
    """The site saves a reader's answer under the id of the question's heading."""
    for answer in guide.short_answers:
        heading = guide.pages[answer.path].heading_of(answer.place.offset)
        if heading is None or not heading.explicit:
            message = "this answer's heading has no id; write ### Title { #its-id } above the question"
            yield Finding(answer.place, message)


@rule("A003", "too few or too many key points", "- [ ] All of it.", "- [ ] One idea.\n- [ ] Another idea.")
def key_points_out_of_bounds(guide: Guide) -> Found:
    """One key point is no more precise than the whole answer, and readers do not check off more than six."""
    for answer in guide.short_answers:
        count = len(answer.key_points)
        if count and not FEWEST <= count <= MOST:
            message = f"this answer has {count} key point{'s' * (count > 1)}; split or merge them to {FEWEST} to {MOST}"
            yield Finding(answer.place, message)


@rule("A004", "a key point that links no term", "- [ ] Says why.", "- [ ] Says why, for [reproducibility][].")
def key_point_without_term(guide: Guide) -> Found:
    """The link shows readers which text to read again when they miss the point."""
    for answer in guide.short_answers:
        yield from _unlinked(guide, answer.key_points, "key point")


@rule(
    "P001", "a prompt without criteria", "## Criteria { #criteria }\n\n- Clear.", "- [ ] **Clear.** Says [what][bias]."
)
def prompt_without_criteria(guide: Guide) -> Found:
    """Writers grade their own essay by its criteria."""
    for prompt in guide.prompts:
        if not prompt.criteria:
            message = "this prompt has no criteria; list them as - [ ] lines below ## Criteria { #criteria }"
            yield Finding(prompt.place, message)


@rule("P002", "a prompt that lacks a part", "## Prompt { #prompt }", "## Outline { #outline }\n\n1. Begin with a case.")
def prompt_without_part(guide: Guide) -> Found:
    """Writers need an outline to start from, a rubric to grade with, and an exemplar that meets it."""
    for prompt in guide.prompts:
        for part in ("outline", "rubric"):
            if not getattr(prompt, part):
                name = part.capitalize()
                yield Finding(prompt.place, f"this prompt has no {part}; write it below ## {name} {{ #{part} }}")
        if not prompt.exemplar:
            yield Finding(prompt.place, "this prompt has no exemplar; write one between /// exemplar and ///")


@rule(
    "P003",
    "a criterion that links no term",
    "- [ ] **Owners.** Names them.",
    "- [ ] **Owners.** Names the [Data Engineer][].",
)
def criterion_without_term(guide: Guide) -> Found:
    """The link shows writers which text to read again when they miss the criterion."""
    for prompt in guide.prompts:
        yield from _unlinked(guide, prompt.criteria, "criterion")


@rule(
    "P004",
    "an exemplar that leaves a criterion out",
    "/// exemplar\nNo word of it.\n///",
    "/// exemplar\nThe [lineage][] shows it.\n///",
)
def exemplar_without_criterion(guide: Guide) -> Found:
    """An exemplar meets every criterion, so it links at least one term of each."""
    for prompt in guide.prompts:
        page = guide.pages[prompt.path]
        shown = {
            guide.term_of(reference)
            for block in page.blocks
            if block.name == "exemplar"
            for reference in page.references_between(block.start, block.stop)
        }
        for point in prompt.criteria if prompt.exemplar else ():
            wanted = {guide.term_of(reference) for reference in point.references} - {None}
            if wanted and not wanted & shown:
                names = " or ".join(sorted(term.name for term in wanted if term))
                yield Finding(point.place, f"the exemplar never links {names}, which this criterion asks for")


def _unlinked(guide: Guide, points: tuple[Point, ...], kind: str) -> Found:
    for point in points:
        if not any(map(guide.term_of, point.references)):
            message = f"this {kind} links no term; add the one that it depends on, such as [lineage][]"
            yield Finding(point.place, message, len(point.text.split("\n")[0]))
