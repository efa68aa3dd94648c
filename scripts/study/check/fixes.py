"""Changes that have exactly one answer, applied to the text of a page."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher

from ..content.guide import Guide
from ..content.page import Page
from .problem import Mend, Problem

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
    """The pages that change, by path. Of two replacements that overlap, only the first is made."""
    by_page: dict[str, list[Mend]] = defaultdict(list)
    for problem in problems:
        if problem.mend is not None:
            by_page[problem.place.path].append(problem.mend)
    made = {path: [*_in_text(guide.pages[path], mends)] for path, mends in by_page.items()}
    return {path: _applied(guide.pages[path].source.text, mends) for path, mends in made.items() if mends}


def _in_text(page: Page, mends: list[Mend]) -> Iterator[Mend]:
    """The changes without links that would be written where Markdown reads no link."""
    closed = [match.span() for match in _NO_TEXT.finditer(page.source.text)] if mends else []
    for mend in mends:
        inside = any(start < mend.end.offset and mend.start.offset < end for start, end in closed)
        if "[" not in mend.text or "\n" in mend.text.strip() or not inside:
            yield mend


def _applied(text: str, mends: list[Mend]) -> str:
    pieces, done = [], 0
    for mend in sorted(mends, key=lambda mend: (mend.start.offset, -mend.end.offset)):
        if mend.start.offset >= done:
            pieces += [text[done : mend.start.offset], mend.text]
            done = mend.end.offset
    return "".join([*pieces, text[done:]])


def with_line_ends(text: str, before: str) -> str:
    """A text whose lines end in a line feed, with the ends that its lines had before, and the byte order mark.

    A new line ends as the one before it did.
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
