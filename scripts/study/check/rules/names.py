"""T: names that the site mentions but never explains."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from ...content.guide import Guide
from ...content.page import Page
from ..descriptions import commented, explains
from ..names import Named, names
from ..problem import Nearest
from .api_names import words
from .registry import Finding, Found, rule

KNOWN = Path(__file__).with_name("known_names.txt")  # with a reason for each group
_HUMPS = re.compile(r"[a-z][A-Z]|[A-Z]_[A-Z]|\w\.\w|^[A-Z]{2,}$")
_METHOD = re.compile(
    r"(?:add|create|delete|deregister|describe|get|invoke|list|put|register|remove|start|stop|update)_"
)
_OPPOSITE = re.compile(r"(?:Delete|Deregister|Describe|List|Remove|Stop)([A-Z]\w+)")
_MAKES = ("Create", "Put", "Register", "Start", "Update", "Invoke")
_OWNER = re.compile(r"^(?:Amazon|AWS|SageMaker)(?: AI)? ")


@rule("T040", "a name that is explained nowhere", "Set `FastFile`.", "`FastFile` streams the data while training runs.")
def unexplained_name(guide: Guide) -> Found:
    """Readers who see a name for the first time need to know what it does.

    One place on the site is enough: a glossary entry, a row of a table that begins with the name, a list item
    "`Name`: ...", a sentence such as "`Name` keeps ..." or "`Name` (...)", or a comment in a sample. Names that every
    reader knows are in `known_names.txt`.
    """
    first: dict[str, tuple[Page, Named]] = {}
    done = set(known(KNOWN)) | set(_explained_elsewhere(guide))
    for page in guide:
        text = page.source.uncommented
        for named in names(page):
            name = _name(named)
            if name is None or name in done:
                continue
            if explains(text, named.start, named.end):
                done |= {name, _OWNER.sub("", name)}
            else:
                first.setdefault(name, (page, named))
    left = {name: found for name, found in first.items() if not _explained(name, done)}
    nearest = Nearest(done if left else ())
    for name, (page, named) in left.items():
        typed = " ".join(page.source.text[named.start : named.end].split())
        message = (
            f'no page explains "{name}"; say what it does, such as "{typed} keeps ...", '
            f"in a sentence, a table row, or a glossary entry{nearest.hint(name)}"
        )
        yield Finding(page.place(named.start), message, named.end - named.start)


def _name(named: Named) -> str | None:
    """The name that is to be explained: a call in Python's spelling is the API's call."""
    if not named.code:
        return " ".join(named.name.split()) if "\n" in named.name else named.name
    name = words().methods.get(named.name, named.name) if _METHOD.match(named.name) else named.name
    return name if name[0].isupper() and (_HUMPS.search(name) or name in words().names) else None


def _explained(name: str, done: set[str]) -> bool:
    """Whether a page explains the name, its plural, the name without its owner, or the call that it undoes or shows."""
    if name in done or name.removesuffix("s") in done or _OWNER.sub("", name) in done:
        return True
    opposite = _OPPOSITE.fullmatch(name)
    things = (opposite[1], opposite[1].removesuffix("s")) if opposite else ()
    return any(f"{verb}{thing}" in done for verb in _MAKES for thing in things)


def _explained_elsewhere(guide: Guide) -> Iterator[str]:
    """Names of the glossary's terms, and names in commented lines of code."""
    for term in guide.terms:
        for name in term.names:
            yield from (name, _OWNER.sub("", name))
    for page in guide:
        for start, end in page.source.fences:
            yield from (words().methods.get(name, name) for name in commented(page.source.text[start:end]))


@cache
def known(path: Path) -> frozenset[str]:
    """Names that need no explanation, separated by commas, below a line that says why."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return frozenset(name for line in lines if not line.startswith("#") for name in line.split(", ") if name)
