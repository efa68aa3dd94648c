"""The pictures that are drawn from facts and tables of pages, so that a picture always agrees with its page."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from ...content.guide import Guide
from . import duties, hand_offs, pipelines, statuses, story, workflow_steps
from .drawing import Drawing


@dataclass(frozen=True, slots=True)
class FromPage:
    """A picture: its title, the function that draws it, and the content without which there is no drawing."""

    title: str
    draw: Callable[[Guide], tuple[Drawing, ...]]
    needs: str


FROM_PAGES = {
    "feedback-loop": FromPage(
        workflow_steps.LOOP_TITLE, workflow_steps.feedback_loop, 'a table in workflow.md with "Step" and "Who"'
    ),
    "hand-offs": FromPage(
        hand_offs.TITLE,
        hand_offs.hand_offs,
        'a table in personas/index.md with "From", "To", and "What is handed over"',
    ),
    "separation-of-duties": FromPage(
        duties.TITLE, duties.separation, f'a table in {duties.PAGE} with "Role" and "Calls to SageMaker AI"'
    ),
    "stages": FromPage(workflow_steps.STAGES_TITLE, workflow_steps.stages_map, "the stages in workflow.md"),
    "statuses": FromPage(
        statuses.TITLE, statuses.statuses, f'a table in {statuses.PAGE} with "Aspect" and "{statuses.FIRST}"'
    ),
    "story": FromPage(
        story.TITLE, story.story, f'a table in {story.PAGE} with "Date", "What happened" (in bold first), and "Who"'
    ),
    "two-pipelines": FromPage(
        pipelines.TITLE,
        pipelines.pipelines,
        f'a table in {pipelines.PAGE} with "Pipeline", "Works on", "Steps", and "Then"',
    ),
}
