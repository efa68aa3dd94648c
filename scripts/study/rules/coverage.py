"""T: what nobody asks about, among the stages of the workflow."""

from __future__ import annotations

from ..coverage import coverage
from ..guide import Guide
from ..workflow import stages
from .registry import Finding, Found, rule


@rule(
    "T014",
    "a stage that no question asks about",
    "| **Frame**{ #frame } | ... |",
    "- Stage: [Frame](workflow.md#frame)",
)
def unasked_stage(guide: Guide) -> Found:
    """What is not asked is not remembered: each stage has a question that links one of its terms."""
    if not guide.questions:
        return
    asked = coverage(guide).stages
    for stage in stages(guide):
        if not asked[stage.id]:
            mend = "name the stage in the facts of a term that is asked"
            message = f'no question asks about the stage "{stage.name}"; {mend}'
            yield Finding(stage.place, message, len(stage.name))
