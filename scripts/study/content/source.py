"""The text of a Markdown file, with the place of each character."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property

_FRONT_MATTER = re.compile(r"\A---[ \t]*\n.*?^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE)
FENCED = re.compile(
    r"^(?P<indent>[ \t]*)(?P<fence>`{3,}|~{3,})[^\n]*\n(?P<code>.*?)(?:^[ \t]*(?P=fence)[`~]*[ \t]*$|\Z)",
    re.DOTALL | re.MULTILINE,
)
_FENCE = re.compile(r"^[ \t]*(`{3,}|~{3,})([^\n]*)$", re.MULTILINE)
_TICKS = re.compile("``*")  # a search for a text that begins with a character is faster
FILLED = "\0"  # neither a space nor a letter
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
        """The text with front matter, code, and comments blanked out. Offsets do not change."""
        return self.filled.replace(FILLED, " ")

    @cached_property
    def filled(self) -> str:
        """The prose with a mark for each character of inline code, so that words on both sides are not neighbors."""
        return without_code(self.uncommented, FILLED)

    @cached_property
    def uncommented(self) -> str:
        """The text with front matter, fenced code and comments blanked out."""
        return blanked(self.unfenced, self.comments)

    @cached_property
    def comments(self) -> tuple[tuple[int, int], ...]:
        """The spans of comments. An unclosed comment is not one: Markdown shows it as text."""
        return tuple(_comments(self.unfenced))

    @cached_property
    def unfenced(self) -> str:
        """The text with only front matter and fenced code blanked out, as mkdocs-quiz reads it."""
        return blanked(self.body, self.fences)

    @cached_property
    def fences(self) -> tuple[tuple[int, int], ...]:
        """The spans of fenced code. An unclosed fence is not one: Markdown shows it as text."""
        return tuple(_fences(self.body))

    @cached_property
    def body(self) -> str:
        """The text with only front matter blanked out, as Markdown reads it."""
        return _FRONT_MATTER.sub(_blank, self.text)

    @cached_property
    def lines(self) -> list[str]:
        return self.text.split("\n")

    @cached_property
    def _starts(self) -> list[int]:
        return [0, *(match.end() for match in re.finditer("\n", self.text))]

    def place(self, offset: int) -> Place:
        line = bisect_right(self._starts, offset)
        return Place(self.path, line, offset - self._starts[line - 1] + 1, offset)

    def offset(self, line: int) -> int:
        """The offset at which a line begins; lines count from 1."""
        return self._starts[line - 1]


def escaped(text: str, offset: int) -> bool:
    """Whether a backslash escapes the mark at this offset."""
    return text[offset - 1 : offset] == "\\" and text[offset - 2 : offset - 1] != "\\"


def _blank(match: re.Match[str]) -> str:
    return spaces(match[0])


def replaced(text: str, changes: Iterable[tuple[int, int, str]]) -> str:
    """The text with some spans replaced: start and end of each, in order, and the new text."""
    pieces, done = [], 0
    for start, end, new in changes:
        pieces += [text[done:start], new]
        done = end
    return "".join([*pieces, text[done:]])


def blanked(text: str, spans: Iterable[tuple[int, int]], fill: str = " ") -> str:
    """The text with spaces, or another character, in place of some spans. Line ends stay."""
    return replaced(text, ((start, end, spaces(text[start:end], fill)) for start, end in spans))


def apart(spans: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Spans in order, each without the part that an earlier span covers."""
    done = 0
    for start, end in sorted(spans):
        if end > done:
            yield max(start, done), end
            done = end


def _fences(text: str) -> Iterator[tuple[int, int]]:
    """The spans of fenced code. For each opening fence, only lines that can close it are searched: time is linear."""
    marks = list(_FENCE.finditer(text)) if "```" in text or "~~~" in text else []
    ends: dict[str, list[int]] = {}
    for index, mark in enumerate(marks):
        if not mark[2].strip(" \t`~"):
            ends.setdefault(mark[1], []).append(index)
    kinds = sorted(ends)
    done = -1
    for index, mark in enumerate(marks):
        if index <= done or "`" in mark[2].lstrip("`"):
            continue
        later = (_after(ends[kind], index) for kind in kinds if kind.startswith(mark[1]))
        if (end := min((found for found in later if found is not None), default=None)) is not None:
            done = end
            yield mark.start(), marks[end].end()


def _after(indexes: list[int], index: int) -> int | None:
    found = bisect_right(indexes, index)
    return indexes[found] if found < len(indexes) else None


def _comments(text: str) -> Iterator[tuple[int, int]]:
    start = text.find("<!--")
    while start >= 0 and (end := text.find("-->", start + 4)) >= 0:
        yield start, end + 3
        start = text.find("<!--", end + 3)


def spaces(text: str, fill: str = " ") -> str:
    return "\n".join([fill * len(line) for line in text.split("\n")]) if "\n" in text else fill * len(text)


def without_code(text: str, fill: str = " ") -> str:
    """The text with inline code blanked out."""
    return blanked(text, _code(text), fill)


def _code(text: str) -> Iterator[tuple[int, int]]:
    """The spans of inline code, which ends at as many backticks as it begins with, in the same paragraph."""
    ticks = [tick for tick in _TICKS.finditer(text) if not escaped(text, tick.start())]
    later: dict[int, list[int]] = {}
    for index, tick in enumerate(ticks):
        later.setdefault(len(tick[0]), []).append(index)
    done = 0
    for index, tick in enumerate(ticks):
        after = _after(later[len(tick[0])], index)
        if tick.start() < done or after is None:
            continue
        end = ticks[after]
        if not PARAGRAPH_END.search(text, tick.end(), end.start()):
            done = end.end()
            yield tick.start(), done
