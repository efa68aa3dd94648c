"""One Markdown file as text whose every character has a place."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property

_FRONT_MATTER = re.compile(r"\A---[ \t]*\n.*?^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE)
_FENCE = re.compile(r"^[ \t]*(?P<fence>`{3,}|~{3,})[^\n]*\n.*?(?:^[ \t]*(?P=fence)[`~]*[ \t]*$|\Z)", re.DOTALL | re.MULTILINE)
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_CODE = re.compile(r"(?<![`\\])(`+)(?!`)(?:(?!\n[ \t]*\n).)+?(?<!`)\1(?!`)", re.DOTALL)
_INK = re.compile(r"[^\n]")


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """Where something was typed: path below the docs folder, line and column from 1."""

    path: str
    line: int
    column: int


@dataclass(frozen=True)
class Source:
    """The text of one file, with line ends as ``\\n``; `path` is relative to the docs folder, in POSIX form."""

    path: str
    text: str

    @cached_property
    def prose(self) -> str:
        """The text with front matter, code and comments blanked out; every offset stays what it was."""
        text = _FRONT_MATTER.sub(_blank, self.text, count=1)
        for pattern in (_FENCE, _COMMENT, _CODE):
            text = pattern.sub(_blank, text)
        return text

    @cached_property
    def unfenced(self) -> str:
        """The text with only front matter and fenced code blanked out, as mkdocs-quiz reads it."""
        return _FENCE.sub(_blank, _FRONT_MATTER.sub(_blank, self.text, count=1))

    @cached_property
    def _starts(self) -> list[int]:
        return [0, *(match.end() for match in re.finditer("\n", self.text))]

    def place(self, offset: int) -> Place:
        line = bisect_right(self._starts, offset)
        return Place(self.path, line, offset - self._starts[line - 1] + 1)

    def offset(self, line: int) -> int:
        """Where a line (from 1) begins."""
        return self._starts[line - 1]


def _blank(match: re.Match[str]) -> str:
    return _INK.sub(" ", match[0])
