"""The pages of the personas' guides."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import PurePosixPath

from .page import Page

FOLDER = "personas"


def persona_of(path: str) -> str | None:
    """The id of a persona, if this is the path of its guide; a term has the same id."""
    page = PurePosixPath(path)
    return page.stem if page.parent.name == FOLDER and page.stem != "index" else None


def personas(pages: Iterable[Page]) -> dict[str, str]:
    """The personas' names by id."""
    return {id: page.title for page in pages if (id := persona_of(page.path))}
