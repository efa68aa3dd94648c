"""B: blocks; A: short answers; P: essay prompts."""

from __future__ import annotations

from ..guide import Guide
from ..problem import Nearest
from .registry import Found, rule

BLOCKS = frozenset({"answer", "exemplar", "correction"})


@rule("B001")
def unclosed_block(guide: Guide) -> Found:
    """A block that nothing closes swallows the page below it."""
    for page in guide:
        for block in page.blocks:
            if not block.closed:
                message = f'this "{block.fence} {block.name}" is never closed; write {block.fence} on a line of its own'
                yield page.place(block.offset), message


@rule("B002")
def unknown_block(guide: Guide) -> Found:
    """A block of an unknown name is shown to the reader as slashes and words."""
    nearest = Nearest(BLOCKS)
    for page in guide:
        for block in page.blocks:
            if block.name not in BLOCKS:
                hint = nearest.hint(block.name, block.fence + " {}")
                yield page.place(block.offset), f'no block is called "{block.name}"{hint}'


@rule("A001")
def answer_without_key_points(guide: Guide) -> Found:
    """Key points are what a reader ticks; without them a short answer cannot be marked."""
    for answer in guide.short_answers:
        if not answer.key_points:
            yield answer.place, "this answer has no key points; list them as - [ ] lines inside the block"


@rule("A002")
def answer_without_id(guide: Guide) -> Found:
    """What a reader wrote is kept under the id of the question's heading."""
    headings = {page.path: {heading.id for heading in page.headings if heading.explicit} for page in guide}
    for answer in guide.short_answers:
        if answer.id not in headings[answer.path]:
            yield answer.place, "this answer's heading has no id; write ### Title { #its-id } above the question"


@rule("P001")
def prompt_without_criteria(guide: Guide) -> Found:
    """Criteria are how a writer marks an essay."""
    for prompt in guide.prompts:
        if not prompt.criteria:
            yield prompt.place, "this prompt has no criteria; list them as - [ ] lines below ## Criteria { #criteria }"
