"""Find pages with lines that Markdown may read differently from how they look: a quick test, so that few are rendered.

On most pages, each list, table, code block, and heading follows a blank line or a line of its own kind, so Markdown
certainly reads it as such. The check does not have to render such a page.
"""

from __future__ import annotations

import re
from functools import lru_cache

from ..content.page import Page
from ..content.quiz_grammar import OPTION, REASON

LIST = re.compile(r"(?P<indent>[ \t]*)(?:[-*+]|\d{1,3}\.)[ \t]+\S")
RULE = re.compile(r"[ \t]*(?:(?:-[ \t]*){2,}|(?:=[ \t]*){2,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,}|[\u2013\u2014]+)$")
_RULED = " \t-=*_\u2013\u2014"  # all that a rule has
SEPARATOR = re.compile(r"[ \t]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$")
ODD = re.compile(
    r"""[ \t]*(?:
      [-+](?=[A-Za-z\[(]) | \*(?:[\[(]|\w[^*]*$)      # -text, *text
    | [\u2010-\u2015\u2212\u2022\u2023\u25e6\u25aa\u25cf\u00b7\uff0d](?=[\w\[( \t])
    | \d{1,3}(?:\)|\.(?=[A-Za-z*\[]))               # 1) text, 1.text
    | [a-zA-Z][.)][ \t]+\[                               # a) [ ] text
    | [:;!?+=$%@~^`]{2,} | :[ \t] | :\w             # other dialects, and incomplete fences
    | [ ]{1,3}\# | \#{7} | \\ | &\w+; | / (?!/{2,}) # near headings, escaped marks
    | [\u00bb\u203a\u2610-\u2612]
    | \[(?:\^|[ xX]?\][ \t]|[^\[\]]*\]:) | <(?!/?quiz>)
    )""",
    re.VERBOSE,
)
_CODE = re.compile(r"(`+).*?\1")
_BLANK, _TEXT, _LIST, _ROW, _QUOTE, _HEAD, _BLOCK, _INDENTED = range(8)


@lru_cache(maxsize=4096)
def doubtful(page: Page) -> bool:
    """Whether Markdown may read a line of the page differently from how it looks."""
    lines = page.source.uncommented.split("\n")
    quiz = _quiz_lines(page)
    before, listed = _BLANK, False
    for index, line in enumerate(lines):
        kind = _BLANK if index in quiz and (OPTION.match(line) or REASON.match(line)) else _kind(line)
        if kind is None:
            return True
        if kind == _BLANK:
            before = kind
            continue
        if kind == _ROW and before != _ROW and not _heads_table(line, lines[index + 1 : index + 2]):
            return True
        if _misplaced(line, kind, before, listed):
            return True
        listed = kind == _LIST or (listed and (kind == _INDENTED or before != _BLANK))
        before = kind
    return False


def cells(line: str) -> int:
    """How many cells a row of a table has: pipes in code, and those that are escaped, are text."""
    words = _CODE.sub("x", line).replace("\\|", "").strip()
    return words.removeprefix("|").removesuffix("|").count("|") + 1


def _heads_table(line: str, below: list[str]) -> bool:
    return any(SEPARATOR.match(text) and cells(text) == cells(line) for text in below)


def _kind(line: str) -> int | None:
    """The apparent kind of a line; `None` if Markdown may read it differently."""
    if not line or line.isspace():
        return _BLANK
    first = line[0]
    if first.isalnum() and not first.isdigit():
        return _TEXT
    if ODD.match(line) or (not line.strip(_RULED) and RULE.match(line) and line.strip() != "---"):
        return None
    if first == "|":
        return _ROW
    if LIST.match(line):
        return _LIST
    if first in ">#":
        return _QUOTE if first == ">" else _HEAD
    if line.startswith("///"):
        return _BLOCK
    return _INDENTED if line.startswith(("    ", "\t")) else _TEXT


def _misplaced(line: str, kind: int, before: int, listed: bool) -> bool:
    if kind == _ROW:
        return before not in (_BLANK, _ROW, _HEAD, _BLOCK)
    if before == _ROW:
        return kind not in (_HEAD, _BLOCK)
    if kind == _LIST:
        indent = len(line) - len(line.lstrip())
        if 0 < indent < 4 or line[0] == "\t" or (indent and not listed):
            return True
        return before in (_TEXT, _INDENTED) and not listed
    if kind == _INDENTED:
        return before == _BLANK and not listed
    return line.strip() == "---" and before != _BLANK


def _quiz_lines(page: Page) -> frozenset[int]:
    """The indexes of the lines inside closed quizzes."""
    lines: set[int] = set()
    for quiz in page.quizzes:
        if quiz.closed:
            lines.update(range(page.place(quiz.start).line - 1, page.place(quiz.stop).line))
    return frozenset(lines)
