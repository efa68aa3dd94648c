"""The twelve stages with their owners, and the feedback loop with the person at each step."""

from __future__ import annotations

from ...content.guide import Guide
from ...content.inline import plain
from ...content.tables import table
from ...content.workflow import PATH, owners, stages
from .chain import Step, chain
from .drawing import Drawing

STAGES_TITLE = "The stages of the workflow and who owns each"
LOOP_TITLE = "The steps of the feedback loop and who acts"


def stages_map(guide: Guide) -> tuple[Drawing, ...]:
    """Read from the stages of the workflow; a line goes from the last to the first stage that its output links."""
    found = stages(guide)
    steps = [Step(stage.name, owners(stage["Owner"].text), "gate" in stage.classes) for stage in found]
    back = [number for number, stage in enumerate(found) if f"(#{stage.id})" in found[-1]["Output"].text]
    return (chain(STAGES_TITLE, steps, back[0] if back else 0),) if steps else ()


def feedback_loop(guide: Guide) -> tuple[Drawing, ...]:
    """From the table of steps in the section about the feedback loop."""
    rows = table(guide.pages.get(PATH), "Step", "Who")
    steps = [Step(plain(row["Step"]), owners(row["Who"]), "approve" in row["Step"].casefold()) for row in rows]
    return (chain(LOOP_TITLE, steps, 0),) if steps else ()
