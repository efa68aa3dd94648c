"""The named things of the guide (personas, stages, terms, corrections, and questions), and their addresses."""

from __future__ import annotations

import re
from functools import lru_cache

from ...content.guide import Guide
from ...content.inline import fold
from ...content.personas import personas
from ...content.workflow import PATH as WORKFLOW
from ...content.workflow import stages

CORRECTIONS = "corrections.md"
SHORT_ANSWERS = "quiz/short-answer.md"
_NUMBER = re.compile(r"(C?\d+)\.\s")


@lru_cache(maxsize=2)
def targets(guide: Guide) -> dict[str, frozenset[tuple[str, str]]]:
    """For each name, folded, the path and anchor of each thing with that name."""
    found: dict[str, set[tuple[str, str]]] = {}
    for id, name in personas(guide).items():
        found.setdefault(fold(name), set()).add((f"personas/{id}.md", ""))
    for stage in stages(guide):
        found.setdefault(fold(stage.name), set()).add((WORKFLOW, stage.id))
    for term in guide.terms:
        for name in term.names:
            found.setdefault(fold(name), set()).update({(term.path, ""), (term.path, term.id)})
    for path, prefix in ((CORRECTIONS, ""), (SHORT_ANSWERS, "question ")):
        for heading in guide.pages[path].headings if path in guide.pages else ():
            if number := _NUMBER.match(heading.text):
                found.setdefault(prefix + number[1].lower(), set()).add((path, heading.id))
    return {name: frozenset(places) for name, places in found.items()}
