"""A question of a quiz as Markdown for another page, which shows it in place of a link."""

from __future__ import annotations

import posixpath

from ..content.page import Heading, Page


def in_place(page: Page, heading: Heading, path: str) -> str:
    """The question below a heading of `page`, for the page at `path`; search keeps the original only."""
    body = _rebased(page, *page.section(heading), path)
    return f"{_heading(heading)}\n\n{body.strip()}"


def _heading(heading: Heading) -> str:
    classes = "".join(f" .{name}" for name in heading.classes)
    return f"### {heading.text} {{ #{heading.id}{classes} data-search-exclude }}"


def _rebased(page: Page, start: int, stop: int, path: str) -> str:
    """The text between two offsets, with links that are relative to the page at `path`."""
    text = page.source.text
    pieces: list[str] = []
    done = start
    for link in page.links:
        if not start <= link.offset < stop or "://" in link.target or link.target.startswith(("mailto:", "/")):
            continue
        pieces += [text[done : link.target_offset], _target(page.path, link.target, path)]
        done = link.target_offset + len(link.target)
    return "".join([*pieces, text[done:stop]])


def _target(source: str, target: str, path: str) -> str:
    name, mark, id = target.partition("#")
    whole = posixpath.normpath(posixpath.join(posixpath.dirname(source), name)) if name else source
    return posixpath.relpath(whole, posixpath.dirname(path)) + mark + id
