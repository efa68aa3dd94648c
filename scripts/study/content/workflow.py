"""The workflow: its stages are the rows of one table."""

from __future__ import annotations

from .guide import Guide
from .named_rows import Row, rows

PATH = "workflow.md"


def stages(guide: Guide) -> tuple[Row, ...]:
    """The stages in order; columns: Stage, Owner, Input, Output, Tools, Record kept, What goes wrong."""
    page = guide.pages.get(PATH)
    return rows(page, "Stage") if page else ()
