"""The pages of the personas' guides."""

from __future__ import annotations

from pathlib import PurePosixPath

FOLDER = "personas"


def persona_of(path: str) -> str | None:
    """The id of the persona whose guide the page is; a term has the same id."""
    page = PurePosixPath(path)
    return page.stem if page.parent.name == FOLDER and page.stem != "index" else None
