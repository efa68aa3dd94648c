"""N: the navigation of ``mkdocs.yml``, and the files of the docs folder."""

from __future__ import annotations

import posixpath

from ...content.glossary import is_term_file
from ...content.guide import Guide
from ...content.navigation import Entry
from ...content.source import Place
from ..problem import Nearest
from .registry import Finding, Found, rule

GENERATED = frozenset({"check.md", "coverage.md"})  # pages that the build writes


def _pages(guide: Guide) -> list[Entry]:
    return [entry for entry in guide.entries if "://" not in entry.target]


@rule("N001", "a repeated page in the navigation", "- A: a.md\n- B: a.md", "- A: a.md\n- B: b.md")
def page_listed_twice(guide: Guide) -> Found:
    """A page has one place in the navigation. With two, MkDocs highlights only one, and "Next" leads in a circle."""
    first: dict[str, Entry] = {}
    for entry in _pages(guide):
        if first.setdefault(entry.target, entry) is not entry:
            line = first[entry.target].place.line
            message = f'"{entry.target}" is already in the navigation on line {line}; delete one of the two'
            yield Finding(entry.place, message, len(entry.target))


@rule("N002", "a navigation entry without its page", "- Quiz: quiz/prepare.md", "- Quiz: quiz/prepare-data.md")
def entry_without_page(guide: Guide) -> Found:
    """An entry whose page does not exist in exactly this spelling is a dead link in every menu."""
    known = {*guide.pages, *guide.files, *GENERATED}
    nearest = Nearest(path for path in known if path.endswith(".md"))
    for entry in _pages(guide):
        if entry.target not in known:
            near = nearest.to(posixpath.normpath(entry.target).removeprefix("docs/"))
            hint = f'; did you mean "{near}"?' if near else "; write the path of a page below docs/"
            yield Finding(
                entry.place, f'the navigation has no page for "{entry.target}"{hint}', max(len(entry.target), 1)
            )


@rule("N003", "a page outside the navigation", "docs/draft.md, and no line of nav", "- Draft: draft.md")
def page_outside_navigation(guide: Guide) -> Found:
    """Readers find a page outside the navigation only by search, and it has no "Next". Terms have their own list."""
    listed = {entry.target for entry in _pages(guide)}
    for page in guide if guide.entries else ():
        if page.path not in listed and not is_term_file(page.path):
            message = f'the navigation lacks {page.path}; add "- {page.title}: {page.path}" below this line'
            yield Finding(_neighbor(guide, page.path).place, message)


def _neighbor(guide: Guide, path: str) -> Entry:
    """The last entry of the same folder, or the last entry of all."""
    folder = posixpath.dirname(path)
    own = [entry for entry in guide.entries if posixpath.dirname(entry.target) == folder]
    return (own or list(guide.entries))[-1]


@rule("N004", "two file names that differ only in case", "Strip.png and strip.png", "strip.png")
def case_alone(guide: Guide) -> Found:
    """Windows and macOS keep only one of the two files, so the site differs between computers."""
    first: dict[str, str] = {}
    for path in sorted({*guide.pages, *guide.files}):
        other = first.setdefault(path.lower(), path)
        if other != path:
            yield Finding(Place(path, 1, 1), f'"{path}" and "{other}" differ only in case; rename or delete one')
