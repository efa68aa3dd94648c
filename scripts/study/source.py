"""One Markdown file as text whose every character has a place."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from functools import cached_property

_FRONT_MATTER = re.compile(r"\A---[ \t]*\n.*?^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE)
FENCED = re.compile(
    r"^(?P<indent>[ \t]*)(?P<fence>`{3,}|~{3,})[^\n]*\n(?P<code>.*?)(?:^[ \t]*(?P=fence)[`~]*[ \t]*$|\Z)",
    re.DOTALL | re.MULTILINE,
)
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_TICKS = re.compile("`+")
PARAGRAPH_END = re.compile(r"\n[ \t]*\n")


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """Where something was typed: path below the docs folder, line and column from 1, and its offset in the text."""

    path: str
    line: int
    column: int
    offset: int = field(default=0, compare=False, repr=False)


@dataclass(frozen=True)
class Source:
    """The text of one file, with line ends as ``\\n``; `path` is relative to the docs folder, in POSIX form."""

    path: str
    text: str

    @cached_property
    def prose(self) -> str:
        """The text with front matter, code and comments blanked out; every offset stays what it was."""
        return without_code(_COMMENT.sub(_blank, self.unfenced))

    @cached_property
    def unfenced(self) -> str:
        """The text with only front matter and fenced code blanked out, as mkdocs-quiz reads it."""
        return FENCED.sub(_blank, _FRONT_MATTER.sub(_blank, self.text, count=1))

    @cached_property
    def _starts(self) -> list[int]:
        return [0, *(match.end() for match in re.finditer("\n", self.text))]

    def place(self, offset: int) -> Place:
        line = bisect_right(self._starts, offset)
        return Place(self.path, line, offset - self._starts[line - 1] + 1, offset)

    def offset(self, line: int) -> int:
        """Where a line (from 1) begins."""
        return self._starts[line - 1]


def escaped(text: str, offset: int) -> bool:
    """Whether a backslash takes a mark's meaning away."""
    return text[offset - 1 : offset] == "\\" and text[offset - 2 : offset - 1] != "\\"


def _blank(match: re.Match[str]) -> str:
    return spaces(match[0])


def spaces(text: str) -> str:
    return "\n".join(" " * len(line) for line in text.split("\n"))


def without_code(text: str) -> str:
    """Code between backticks blanked out: it ends at as many backticks as it began with, in the same paragraph."""
    ticks = [tick for tick in _TICKS.finditer(text) if not escaped(text, tick.start())]
    later: dict[int, list[int]] = {}
    for index, tick in enumerate(ticks):
        later.setdefault(len(tick[0]), []).append(index)
    pieces, done = [], 0
    for index, tick in enumerate(ticks):
        same = later[len(tick[0])]
        after = bisect_right(same, index)
        if tick.start() < done or after == len(same):
            continue
        end = ticks[same[after]]
        if not PARAGRAPH_END.search(text, tick.end(), end.start()):
            pieces += [text[done : tick.start()], spaces(text[tick.start() : end.end()])]
            done = end.end()
    return "".join([*pieces, text[done:]])
