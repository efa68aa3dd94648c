"""Essay prompts: one page each, with outline, criteria, rubric and exemplar."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePosixPath

from .page import Page
from .short_answers import Point, points
from .source import Place

FOLDER = "essays"


@dataclass(frozen=True, slots=True)
class Prompt:
    """`id` is the page's file name without its suffix; a part that the page lacks is empty."""

    id: str
    title: str
    prompt: str
    outline: str
    criteria: tuple[Point, ...]
    rubric: str
    exemplar: str
    place: Place

    @property
    def path(self) -> str:
        return self.place.path


def is_prompt(page: Page) -> bool:
    path = PurePosixPath(page.path)
    return path.parent.name == FOLDER and path.stem != "index"


def prompt(page: Page) -> Prompt:
    parts = {heading.id: page.section(heading) for heading in page.headings if heading.level == 2}
    text = {id: page.source.text[start:stop].strip() for id, (start, stop) in parts.items()}
    exemplars = (page.source.text[block.start : block.stop] for block in page.blocks if block.name == "exemplar")
    return Prompt(
        id=PurePosixPath(page.path).stem,
        title=page.title,
        prompt=text.get("prompt", "").partition("\n\n")[0],
        outline=text.get("outline", ""),
        criteria=points(page, *parts["criteria"]) if "criteria" in parts else (),
        rubric=text.get("rubric", ""),
        exemplar=next(exemplars, "").strip(),
        place=page.place(0),
    )
