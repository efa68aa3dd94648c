"""Read a page with Python-Markdown: which lines are headings, list items, cells, code, or text.

Only blocks are parsed, with the site's extensions (mkdocs.yml; a test compares the two), so that this is fast enough
for every page. The text of each element is as it was typed. Quizzes are parsed as mkdocs-quiz parses them: question,
options, reasons, and explanation are separate texts.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import attr_list, md_in_html, tables

from ..content.guide import Guide
from ..content.page import Block, Page
from ..content.quiz_grammar import read
from .line_kinds import doubtful

EXTENSIONS = (
    "attr_list",
    "md_in_html",
    "tables",
    "pymdownx.tasklist",
    "pymdownx.superfences",
    "pymdownx.highlight",
    "pymdownx.blocks.admonition",
    "pymdownx.blocks.details",
)
BLOCK_TYPES = {"pymdownx.blocks.admonition": ("correction",), "pymdownx.blocks.details": ("answer", "exemplar", "hint")}
HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_STASHED = "\x02"
_BETWEEN = "<!-- -->"
_MARKER = re.compile(r"[ \t>]*(?:(?:[-*+]|\d+\.)[ \t]+|#{1,6}[ \t]*|\|[ \t]*)?[ \t>]*")
BLOCKS = 500  # lines "///" on a page
OPEN = 200  # characters "<" without ">" on a page
PAGES = 4096  # pages in the cache: guides that differ in one page share the others
NEAR = 60  # lines that are searched for the words of a cell
_CODE = ("<pre", '<div class="highlight"')


@dataclass(frozen=True, slots=True)
class TextLine:
    """A line of an element's text as typed, and its line in the page, from 1."""

    text: str
    number: int


@dataclass(frozen=True, slots=True)
class Run:
    """The text that begins an element, or follows a block inside it."""

    tag: str
    lines: tuple[TextLine, ...]


@dataclass(frozen=True, slots=True)
class Rendered:
    """The runs of text of a page in order, and its blocks of raw HTML, comments among them, as typed."""

    runs: tuple[Run, ...]
    raw: tuple[str, ...]

    @property
    def headings(self) -> tuple[Run, ...]:
        return tuple(run for run in self.runs if run.tag in HEADINGS)


@lru_cache(maxsize=2)  # several rules ask about one guide
def doubtful_pages(guide: Guide) -> dict[str, Rendered]:
    """The pages with a line that Markdown may read differently from how it looks, rendered."""
    return {page.path: render(page) for page in guide if _is_text(page) and doubtful(page)}


def _is_text(page: Page) -> bool:
    """Whether a page is small enough to parse: the time grows with the square of open tags and of blocks."""
    prose = page.source.prose
    return prose.count("<") - prose.count(">") < OPEN and page.source.text.count("\n///") < BLOCKS


@lru_cache(maxsize=PAGES)
def render(page: Page) -> Rendered:
    flow = list(_flow(page))
    md = _parser(any(mark in page.source.text for mark in ("///", "```", "~~~")))
    md.reset()
    lines = [line.text for line in flow]
    for preprocessor in md.preprocessors:
        lines = preprocessor.run(lines)
    root = md.parser.parseDocument(lines).getroot()
    assert root is not None  # a parsed document always has a root
    raw = (block for block in md.htmlStash.rawHtmlBlocks if isinstance(block, str) and block.strip() != _BETWEEN)
    return Rendered(tuple(_placed(_texts(root), flow)), tuple(block for block in raw if not block.startswith(_CODE)))


@cache
def _parser(with_blocks: bool) -> Markdown:
    """All but three extensions are for blocks and fences, and take long to load. So does looking for them by name."""
    if not with_blocks:
        return Markdown(extensions=[each.makeExtension() for each in (attr_list, md_in_html, tables)])
    from ..render.pictures.block import Pictures

    config: dict[str, dict[str, Any]] = {
        name: {"types": [{"name": type} for type in types]} for name, types in BLOCK_TYPES.items()
    }
    config["pymdownx.highlight"] = {"use_pygments": False}
    return Markdown(extensions=[*EXTENSIONS, Pictures()], extension_configs=config)


def _flow(page: Page) -> Iterator[TextLine]:
    """The lines that Markdown reads: without front matter, and with the parts of each quiz apart."""
    text, done = page.source.body, 0
    for quiz in (quiz for quiz in page.quizzes if quiz.closed):
        yield from _lines(page, text[done : quiz.offset], done)
        yield from _quiz(page, quiz)
        done = quiz.end
    yield from _lines(page, text[done:], done)


def _lines(page: Page, text: str, offset: int) -> Iterator[TextLine]:
    number = page.place(offset).line
    for index, line in enumerate(text.expandtabs(4).split("\n")):
        yield TextLine(line, number + index)


def _quiz(page: Page, quiz: Block) -> Iterator[TextLine]:
    parts = read(page.source.text[quiz.start : quiz.stop], quiz.start)
    texts = [parts.text]
    for option in parts.options:
        texts += [(option.line,), option.reason]
    shown = {option.line.offset: option.text for option in parts.options}
    for lines in (*texts, parts.explanation, ()):
        for text in ("", _BETWEEN, ""):
            yield TextLine(text, page.place(quiz.offset).line)
        for line in lines:
            yield TextLine(shown.get(line.offset, line.text).expandtabs(4), page.place(line.offset).line)


def _texts(root: Element) -> Iterator[tuple[str, str]]:
    """Each element's name and text, in the order of the page."""
    for child in root:
        if child.text:
            yield child.tag, str(child.text)
        yield from _texts(child)
        if child.tail and child.tail.strip():
            yield root.tag, child.tail


def _placed(texts: Iterator[tuple[str, str]], flow: list[TextLine]) -> Iterator[Run]:
    """Each text with the numbers of its lines: the next lines of the page that are the same except for their marks."""
    where: dict[str, list[int]] = defaultdict(list)
    for index, line in enumerate(flow):
        for key in {line.text.strip(), line.text[_MARKER.match(line.text).end() :].strip()}:  # type: ignore[union-attr]
            where[key].append(index)
    at = 0
    for tag, text in texts:
        placed: list[TextLine] = []
        for typed in text.split("\n"):
            words = typed.strip()
            if not words or _STASHED in words:
                continue
            cell = tag in ("td", "th")
            found = _row(flow, words, at) if cell else _next(where, words, at) or _near(flow, words, at)
            at = at if found is None else found + (not cell)
            placed.append(TextLine(typed, flow[min(found if found is not None else at, len(flow) - 1)].number))
        if placed:
            yield Run(tag, tuple(placed))


def _next(where: dict[str, list[int]], words: str, at: int) -> int | None:
    indexes = where.get(words, [])
    index = bisect_left(indexes, at)
    return indexes[index] if index < len(indexes) else None


def _near(flow: list[TextLine], words: str, at: int) -> int | None:
    return next((number for number in range(at, min(at + NEAR, len(flow))) if words in flow[number].text), None)


def _row(flow: list[TextLine], words: str, at: int) -> int | None:
    """The next row of a table that has these words."""
    rows = (number for number in range(at, min(at + NEAR, len(flow))) if "|" in flow[number].text)
    return next((number for number in rows if words in flow[number].text), None)


def not_markdown(guide: Guide, page: Page) -> tuple[tuple[int, int], ...]:
    """The spans of raw HTML and indented code of a page, in which Markdown has no effect."""
    shown = doubtful_pages(guide).get(page.path)
    if shown is None:
        return ()
    return tuple(sorted([*raw_spans(page, shown), *_code_spans(page, shown)]))


def raw_spans(page: Page, shown: Rendered) -> Iterator[tuple[int, int]]:
    """The spans of a page's blocks of raw HTML, comments included."""
    done = 0
    for block in shown.raw:
        words = block.strip()
        if words and (start := page.source.text.find(words, done)) >= 0:
            done = start + len(words)
            yield start, done


def _code_spans(page: Page, shown: Rendered) -> Iterator[tuple[int, int]]:
    for run in shown.runs:
        if run.tag == "code":
            for line in run.lines:
                start = page.source.offset(line.number)
                yield start, start + len(page.source.lines[line.number - 1])
