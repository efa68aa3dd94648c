"""One page: its headings, anchors, links, references, blocks and quizzes, each read once."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from markdown.extensions.toc import slugify, unique

from .inline import Link, Reference, definitions, plain, scan
from .source import Place, Source

_HEADING = re.compile(r"^(#{1,6})([^\n]*?)#*$", re.MULTILINE)
_ATTRIBUTES = re.compile(r"[ \t]*\{:?[ \t]*([^{}\n]*?)[ \t]*\}$")
_ID = re.compile(r"#([^\s.#{}]+)")
_CLASS = re.compile(r"\.([\w-]+)")
_INLINE_ID = re.compile(
    r"""\{:?[ \t]*(?:[^{}\n]*[ \t])?\#([^\s.\#{}]+)[^{}\n]*\}  # { #id }, among other attributes
    | <[a-zA-Z][^<>]*?\sid=["']([^"'\s]+)["']                # <span id="id">""",
    re.VERBOSE,
)
BLOCK_FENCE = re.compile(r"^ {0,3}(/{3,})[ \t]*(?:([\w-]+)[ \t]*(?:\|[ \t]*([^\n]*?))?)?[ \t]*$", re.MULTILINE)
_QUIZ_TAG = re.compile(r"</?quiz>")


@dataclass(frozen=True, slots=True)
class Heading:
    """A ``#`` heading; `id` is the typed one or, without one, generated from the text; `classes` as typed."""

    level: int
    text: str
    id: str
    classes: tuple[str, ...]
    explicit: bool
    offset: int
    end: int
    id_offset: int


@dataclass(frozen=True, slots=True)
class Block:
    """A ``/// name`` block or a ``<quiz>``: from its first character to its last, with its content."""

    fence: str
    name: str
    argument: str
    offset: int
    start: int
    stop: int
    end: int
    closed: bool


@dataclass(frozen=True)
class Page:
    source: Source

    @property
    def path(self) -> str:
        return self.source.path

    def place(self, offset: int) -> Place:
        return self.source.place(offset)

    @cached_property
    def headings(self) -> tuple[Heading, ...]:
        typed = {id for id, match in self._inline_ids if match[1]}
        return tuple(_headings(self.source.prose, self.source.text, typed))

    @cached_property
    def _inline_ids(self) -> list[tuple[str, re.Match[str]]]:
        return [(match[1] or match[2], match) for match in _INLINE_ID.finditer(self.source.prose)]

    @cached_property
    def _offsets(self) -> list[int]:
        return [heading.offset for heading in self.headings]

    @cached_property
    def _title_heading(self) -> Heading | None:
        return next((heading for heading in self.headings if heading.level == 1), None)

    @property
    def title(self) -> str:
        return self._title_heading.text if self._title_heading else self.path

    @cached_property
    def description(self) -> str:
        """The first paragraph of prose below the title, which search engines and previews show."""
        start = self._title_heading.end if self._title_heading else 0
        return plain(_paragraph(self.source.text[start:])) or self.title

    @cached_property
    def lead(self) -> str:
        """The first paragraph as typed, if it is right below the title, above all other headings."""
        title = self._title_heading
        if title is None:
            return ""
        below = next((heading.offset for heading in self.headings if heading.offset > title.offset), None)
        return _paragraph(self.source.text[title.end : below])

    @cached_property
    def _inline(self) -> tuple[list[Reference], list[Link]]:
        return scan(self.source.prose)

    @property
    def links(self) -> list[Link]:
        return self._inline[1]

    @property
    def all_references(self) -> list[Reference]:
        return self._inline[0]

    @cached_property
    def references(self) -> list[Reference]:
        """References that the page does not define itself, so the glossary has to."""
        own = definitions(self.source.prose)
        return [reference for reference in self._inline[0] if reference.label not in own]

    @cached_property
    def _reference_offsets(self) -> list[int]:
        return [reference.offset for reference in self.references]

    def references_between(self, start: int, stop: int) -> tuple[Reference, ...]:
        offsets = self._reference_offsets
        return tuple(self.references[bisect_left(offsets, start) : bisect_left(offsets, stop)])

    @cached_property
    def ids(self) -> tuple[tuple[str, int], ...]:
        """Every id of the page with the offset where it was typed, in order."""
        prose, lines = self.source.prose, set(self._offsets)
        inline = ((id, match.start()) for id, match in self._inline_ids)
        outside = [(id, at) for id, at in inline if prose.rfind("\n", 0, at) + 1 not in lines]
        return tuple(sorted([*outside, *((h.id, h.id_offset) for h in self.headings)], key=lambda pair: pair[1]))

    @cached_property
    def anchors(self) -> frozenset[str]:
        return frozenset(id for id, _ in self.ids)

    @cached_property
    def blocks(self) -> tuple[Block, ...]:
        return tuple(_blocks(self.source.prose))

    @cached_property
    def quizzes(self) -> tuple[Block, ...]:
        return tuple(_quizzes(self.source.unfenced))

    @cached_property
    def stray_quiz_ends(self) -> tuple[int, ...]:
        """Offsets of ``</quiz>`` that close nothing."""
        ends = {quiz.stop for quiz in self.quizzes if quiz.closed}
        found = (tag.start() for tag in _QUIZ_TAG.finditer(self.source.unfenced) if tag[0] == "</quiz>")
        return tuple(at for at in found if at not in ends)

    def heading_of(self, offset: int) -> Heading | None:
        """The heading above an offset."""
        index = bisect_right(self._offsets, offset)
        return self.headings[index - 1] if index else None

    def section(self, heading: Heading) -> tuple[int, int]:
        """The start and end offsets of the text below a heading, up to the next heading of its level or above."""
        headings = self.headings
        for index in range(bisect_right(self._offsets, heading.offset), len(headings)):
            if headings[index].level <= heading.level:
                return heading.end, headings[index].offset
        return heading.end, len(self.source.text)


def _paragraph(text: str) -> str:
    """The first paragraph of prose."""
    parts = map(str.strip, re.split(r"\n[ \t]*\n", text))
    return next((part for part in parts if re.match(r"[\w*\[\"“]", part)), "")


def _headings(prose: str, text: str, taken: set[str]) -> Iterator[Heading]:
    """The headings. Those without an id get one that is not in `taken`: typed ids go first, wherever they are."""
    for match in _HEADING.finditer(prose):
        written = text[match.start(2) : match.end(2)].rstrip()
        if not written:
            continue
        attributes = _ATTRIBUTES.search(written)
        named = _ID.search(attributes[1]) if attributes else None
        words = plain(written[: attributes.start()] if attributes else written)
        id_offset = match.start(2) + attributes.start(1) + named.start(1) if attributes and named else match.start()
        id = named[1] if named else unique(slugify(words, "-"), taken)
        taken.add(id)
        classes = tuple(_CLASS.findall(attributes[1])) if attributes else ()
        yield Heading(len(match[1]), words, id, classes, named is not None, match.start(), match.end(), id_offset)


def _blocks(prose: str) -> Iterator[Block]:
    """The blocks. One that is not closed ends where its text ends, as in the built page."""
    opened: list[re.Match[str]] = []
    found: list[Block] = []
    for fence in BLOCK_FENCE.finditer(prose) if "///" in prose else ():
        if fence[2]:
            opened.append(fence)
        elif any(len(other[1]) == len(fence[1]) for other in opened):
            while opened:
                first = opened.pop()
                closed = len(first[1]) == len(fence[1])
                found.append(_block(first, fence.start(), fence.end(), closed))
                if closed:
                    break
    found.extend(_block(first, len(prose), len(prose), False) for first in opened)
    return iter(sorted(found, key=lambda block: block.offset))


def _block(fence: re.Match[str], stop: int, end: int, closed: bool) -> Block:
    return Block(fence[1], fence[2], fence[3] or "", fence.start(), min(fence.end() + 1, stop), stop, end, closed)


def _quizzes(text: str) -> Iterator[Block]:
    tags = list(_QUIZ_TAG.finditer(text))
    for index, tag in enumerate(tags):
        if tag[0] != "<quiz>":
            continue
        after = tags[index + 1] if index + 1 < len(tags) else None
        if after and after[0] == "</quiz>":
            yield Block("<quiz>", "quiz", "", tag.start(), tag.end(), after.start(), after.end(), True)
        else:
            stop = after.start() if after else len(text)
            yield Block("<quiz>", "quiz", "", tag.start(), tag.end(), stop, stop, False)
