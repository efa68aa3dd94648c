"""Mark the stages in the rendered page, so that the stylesheet can lay out their facts in the color of their owner."""

from __future__ import annotations

from itertools import pairwise
from xml.etree.ElementTree import Element

from ..content.guide import Guide
from ..content.workflow import owners, stages


def decorate(root: Element, guide: Guide) -> None:
    """Mark the list below the heading of each stage. A list with two owners has the color of neither."""
    by_stage = {stage.id: owners(stage["Owner"].text) for stage in stages(guide)}
    for heading, facts in pairwise(root):
        if heading.tag == "h3" and facts.tag == "ul" and heading.get("id") in by_stage:
            personas = [persona for _, persona in by_stage[heading.get("id", "")]]
            facts.set("class", " ".join(["stage-facts", *(personas if len(personas) == 1 else ())]).rstrip())
