"""L: links to pages, files and anchors of the site, inside quizzes too."""

from __future__ import annotations

import posixpath
from urllib.parse import unquote, urlsplit

from ..guide import Guide
from ..inline import Link
from ..page import Page
from ..problem import Nearest
from .registry import Found, rule


@rule("L001")
def missing_page(guide: Guide) -> Found:
    """A link or image whose page or file does not exist."""
    known = Nearest([*guide.pages, *guide.files])
    for page in guide:
        for link, path, _ in _internal(page):
            if path not in guide.pages and path not in guide.files:
                near = known.to(path)
                hint = f'; did you mean "{_relative(near, page.path)}"?' if near else ""
                yield page.place(link.target_offset), f'"{link.target}" leads to no page or file{hint}'


@rule("L002")
def missing_anchor(guide: Guide) -> Found:
    """A link to a place on a page where nothing has that id."""
    near: dict[str, Nearest] = {}
    for page in guide:
        for link, path, anchor in _internal(page):
            target = guide.pages.get(path)
            if target and anchor and anchor not in target.anchors:
                if path not in near:
                    near[path] = Nearest(target.anchors)
                hint = near[path].hint(anchor, "#{}")
                yield page.place(link.target_offset), f'"{path}" has no anchor "#{anchor}"{hint}'


def _internal(page: Page) -> list[tuple[Link, str, str]]:
    """Links that stay on the site, with the path below the docs folder and the anchor they lead to."""
    found = []
    for link in page.links:
        try:
            url = urlsplit(link.target)
        except ValueError:  # such as an unclosed "[" in the host: MkDocs leaves it alone, and so do we
            continue
        if url.scheme or url.netloc:
            continue
        found.append((link, _target(page.path, unquote(url.path)), unquote(url.fragment)))
    return found


def _relative(path: str, start: str) -> str:
    return posixpath.relpath(path, posixpath.dirname(start) or ".")


def _target(path: str, link: str) -> str:
    if not link:
        return path
    return posixpath.normpath(posixpath.join(posixpath.dirname(path), link)).lstrip("/")
