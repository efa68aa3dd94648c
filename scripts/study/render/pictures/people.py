"""The people of a picture: names, the class with the color of each persona, and text in lines."""

from __future__ import annotations

import re
import textwrap

from ...content.guide import Guide
from ...content.personas import personas
from ...content.workflow import WORDS
from .drawing import rect, text

LETTER = 6.1
"""Units that a letter takes at a font size of 12, in the wider of the usual fonts."""
_PERSON = re.compile(r"\b([A-Z]\w+)\s+the\s+\[([^\]]+)\]\[")


def ids_by_name(guide: Guide) -> dict[str, str]:
    """The personas' ids by their names."""
    return {name: id for id, name in personas(guide).items()}


def people(guide: Guide) -> dict[str, str]:
    """The personas' ids by the first names of the people in the story, which one page introduces."""
    page, known = guide.pages.get(WORDS), ids_by_name(guide)
    named = _PERSON.findall(page.source.prose) if page else []
    return {name: known[" ".join(persona.split())] for name, persona in named if " ".join(persona.split()) in known}


def name_head(x: float, y: float, name: str, persona: str) -> str:
    """A name above its column, in two lines."""
    first, _, second = name.partition(" ")
    kind = f"owner {persona}"
    return text(x, y, first, kind, "middle") + text(x, y + 15, second, kind, "middle")


def stripe(y: float, height: float, who: tuple[str, ...]) -> str:
    """A bar at the left edge in the color of a persona, or with equal parts in the colors of several."""
    part = height / max(len(who), 1)
    return "".join(
        rect(0, y + number * part, 4, part, f"stripe {persona}") for number, persona in enumerate(who or ("",))
    )


def lines(words: str, width: float) -> list[str]:
    """The words in lines that fit so many units, at a font size of 12."""
    return textwrap.wrap(words, int(width / LETTER), break_long_words=False) or [""]
