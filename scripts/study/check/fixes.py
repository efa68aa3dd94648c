"""Changes that have exactly one answer, applied to the text of a page."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher

from ..content.guide import Guide
from ..content.page import Page
from ..content.source import replaced
from .problem import Fix, Problem

_MARK = "\ufeff"
_NO_TEXT = re.compile(
    r"""<[a-zA-Z/!][^<>]*>                                   # an HTML tag
    | (?<!\\)\$\$.+?\$\$ | (?<![\\\w$])\$[^$\n ][^$\n]*\$(?!\w)  # math
    | \\\(.+?\\\) | \\\[.+?\\\]                            # math
    | \{:?[^{}\n]*\}                                        # an attribute list
    | (?<=\s)(?:"[^"\n]*"|'[^'\n]*')(?=\s*\))               # the title of a link""",
    re.VERBOSE | re.DOTALL,
)
_LINE = re.compile(r"[^\r\n]*(\r\n|\n|\r|\Z)")


def fixed(guide: Guide, problems: Iterable[Problem]) -> dict[str, str]:
    """The text of the pages that change, by path. If two replacements overlap, only the first is made."""
    by_page: dict[str, list[Fix]] = defaultdict(list)
    for problem in problems:
        if problem.fix is not None:
            by_page[problem.place.path].append(problem.fix)
    made = {path: [*_in_text(guide.pages[path], fixes)] for path, fixes in by_page.items()}
    return {path: _applied(guide.pages[path].source.text, fixes) for path, fixes in made.items() if fixes}


def _in_text(page: Page, fixes: list[Fix]) -> Iterator[Fix]:
    """The fixes, except links in places where Markdown does not read links."""
    closed = [match.span() for match in _NO_TEXT.finditer(page.source.text)] if fixes else []
    for fix in fixes:
        inside = any(start < fix.end.offset and fix.start.offset < end for start, end in closed)
        if "[" not in fix.text or "\n" in fix.text.strip() or not inside:
            yield fix


def _applied(text: str, fixes: list[Fix]) -> str:
    changes, done = [], 0
    for fix in sorted(fixes, key=lambda fix: (fix.start.offset, -fix.end.offset)):
        if fix.start.offset >= done:
            changes.append((fix.start.offset, fix.end.offset, fix.text))
            done = fix.end.offset
    return replaced(text, changes)


def with_line_ends(text: str, before: str) -> str:
    """A text with the line endings and the byte order mark that it had `before`.

    A new line has the ending of the line above it.
    """
    mark = _MARK if before.startswith(_MARK) else ""
    before = before.removeprefix(_MARK)
    ends = [match[1] for match in _LINE.finditer(before) if match[0]]
    if not any("\r" in end for end in ends):
        return mark + text
    old = [match[0].rstrip("\r\n") for match in _LINE.finditer(before) if match[0]]
    new = text.split("\n")
    last = "" if not new[-1] else "\n"
    lines = new[:-1] if not new[-1] else new
    pieces: list[str] = []
    for _, start, stop, first, end in SequenceMatcher(None, old, lines, autojunk=False).get_opcodes():
        for index in range(first, end):
            at = min(start + index - first, stop - 1) if stop > start else start - 1
            pieces += [lines[index], ends[at] if ends and at >= 0 and ends[at] else "\n"]
    return mark + "".join(pieces[:-1] if last and not ends[-1] else pieces)
