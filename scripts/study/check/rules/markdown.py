"""M: lines that look like a list, table, heading, or code, and are something else on the page."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from ...content.guide import Guide
from ...content.inline import short
from ...content.page import Page
from ..line_kinds import LIST, SEPARATOR, cells
from ..near_lists import list_fix
from ..rendered import HEADINGS, Run, TextLine, doubtful_pages
from .registry import Finding, Found, rule

_RULE = re.compile(r"(?:-{2,}|={2,})$")
_HALF_INDENTED = re.compile(r"\n[ \t]*\n(?: {4}|\t)[ \t]*(?=\w)(?!\d+\.)(?P<text>[^\n]*)\n(?=[A-Za-z\[`]|\*\*)")
_NUMBER_IN_ITEM = re.compile(r"\n(?<=\S\n)(?: {4}|\t)[ \t]*(?P<number>\d{3,}\.)[ \t]+(?=\S)")
_NEAR_HEADING = re.compile(r"#{1,7}[ \t]*\S")


@rule("M001", "a line that looks like a list item", "The facts:\n- Owner: Amina", "The facts:\n\n- Owner: Amina")
def near_list(guide: Guide) -> Found:
    """Markdown begins a list only after a blank line, and an item only with "- " or "1. ". Any other line is text."""
    for page, run in _texts(guide):
        before = -2
        for index, line in enumerate(run.lines if run.tag not in HEADINGS else ()):
            fix = list_fix(page, run, index)
            if fix and line.number != before + 1:
                shown = short(line.text)
                yield _at(page, line, f'"{shown}" is shown as text, not as a list item; {fix}')
            before = line.number if fix else before


@rule(
    "M002", "a line that looks like a row of a table", "Roles:\n| A | B |\n| - | - |", "Roles:\n\n| A | B |\n| - | - |"
)
def near_table(guide: Guide) -> Found:
    """A table begins after a blank line, with a row of names and a row of dashes. Otherwise, readers see its pipes."""
    for page, run in _texts(guide):
        if run.tag in ("td", "th"):
            continue
        before = -2
        for line in run.lines:
            if _is_row(line.text):
                if line.number != before + 1:
                    yield _at(
                        page, line, f'"{short(line.text)}" is shown as text, not as a table; {_table_fix(page, line)}'
                    )
                before = line.number


def _is_row(text: str) -> bool:
    words = re.sub(r"`[^`]*`|\\\|", "", text).strip()
    return words.startswith("|") or words.count("|") > 1


def _table_fix(page: Page, line: TextLine) -> str:
    lines = page.source.lines
    above, index = lines[line.number - 2] if line.number > 1 else "", line.number - 1
    if above.strip() and "|" not in above:
        return "put a blank line above the table"
    if not above.strip() and any("|" in text for text in lines[max(index - 3, 0) : index]):
        return "remove the blank line that separates it from its table"
    below = lines[line.number] if line.number < len(lines) else ""
    if SEPARATOR.match(below) and "|" in below:
        return f"its second line has {cells(below)} cells and needs {cells(line.text)}, one for each column"
    dashes = "| " + " | ".join(["---"] * max(cells(line.text), 1)) + " |"
    return f'write "{dashes}" as its second line'


@rule(
    "M003",
    "a row with more or fewer cells than its table",
    "| A | B |\n| - | - |\n| 1 |",
    "| A | B |\n| - | - |\n| 1 | 2 |",
)
def uneven_row(guide: Guide) -> Found:
    """Markdown drops extra cells. If a cell is missing, the cells after it move to the wrong column."""
    for page in guide:
        if "|" not in page.source.prose:
            continue
        for number, line, columns in _rows(page.source.uncommented.split("\n")):
            count = cells(line)
            typed = page.source.lines[number - 1]
            if "|" not in line:
                message = f'"{short(typed)}" becomes a row of the table above it; put a blank line below the table'
            elif count != columns:
                message = f"this row has {count} cell{'s' * (count != 1)}, and its table has {columns} columns"
            else:
                continue
            yield _at(page, TextLine(typed, number), message)


def _rows(lines: list[str]) -> Iterator[tuple[int, str, int]]:
    """The rows below the heads of tables: number of the line, its text, the table's columns."""
    columns = 0
    for index, line in enumerate(lines):
        if not line.strip():
            columns = 0
        elif columns:
            yield index + 1, line, columns
        elif index and "|" in line and SEPARATOR.match(line) and cells(lines[index - 1]) == cells(line):
            headed = index < 2 or not lines[index - 2].strip() or lines[index - 2].lstrip().startswith(("#", "///"))
            columns = cells(line) if headed else 0


@rule("M004", "a heading that Markdown misses, or reads by accident", "  ## Goal", "## Goal")
def near_heading(guide: Guide) -> Found:
    """A heading begins with "#" at the margin. Dashes right below a line turn that line into a heading."""
    for page, run in _texts(guide):
        for line in run.lines:
            if run.tag not in HEADINGS and _NEAR_HEADING.match(line.text.strip()):
                words = line.text.strip().lstrip("#").strip()
                level = min(max(line.text.count("#"), 1), 6)
                message = f'"{short(line.text)}" is shown as text; write "{"#" * level} {short(words)}" at the margin'
                yield _at(page, line, message)
    for page in guide:
        if "\n--" in page.source.prose or "\n==" in page.source.prose:
            yield from _underlined(page)


def _underlined(page: Page) -> Found:
    above = ""
    for number, line in enumerate(page.source.uncommented.split("\n"), 1):
        if above.strip() and _RULE.match(line.strip()) and "|" not in above and not _in_quiz(page, number):
            message = f'"{line.strip()}" makes a heading of "{short(above)}"; put a blank line above it'
            yield _at(page, TextLine(line, number), message)
        above = line


@rule("M005", "text that is shown as code", "The owner:\n\n    Amina runs it.", "The owner:\n\nAmina runs it.")
def indented_code(guide: Guide) -> Found:
    """After a blank line, four spaces or a tab turn a line into code: readers see its links and marks as typed."""
    for page, run in _texts(guide, code=True):
        if run.tag == "code":
            shown = short(page.source.lines[run.lines[0].number - 1])
            message = f'"{shown}" is indented, so it is shown as code; remove the indent, or fence code with ```'
            yield _at(page, run.lines[0], message)


@rule("M006", "a nested list that is not nested", "- a\n  - b", "- a\n    - b")
def flat_list(guide: Guide) -> Found:
    """Markdown nests a list that is indented by four spaces. With fewer, its items belong to the outer list."""
    for page in guide:
        if not re.search(r"^ {2,3}[-*+] ", page.source.prose, re.MULTILINE):
            continue
        outer = -1
        for number, line in enumerate(page.source.uncommented.split("\n"), 1):
            indent = len(line) - len(line.lstrip())
            if LIST.match(line):
                if outer >= 0 and 2 <= indent - outer < 4 and not _in_quiz(page, number):
                    message = f'"{short(line)}" is not nested; indent it by {outer + 4} spaces'
                    yield _at(page, TextLine(line, number), message)
                else:
                    outer = indent
            elif line.strip() and not indent and not line.startswith((" ", "\t")):
                outer = outer if _follows(page, number) else -1


@rule("M011", "a paragraph that is half in a list", "- a\n\n    Text that\ngoes on.", "- a\n\nText that\ngoes on.")
def half_indented(guide: Guide) -> Found:
    """An indent makes a paragraph part of the list item above it, together with its lines that are not indented."""
    for page in guide:
        text = page.source.uncommented
        for near in _HALF_INDENTED.finditer(text):
            above = text[: near.start()].rstrip().rpartition("\n")[2]
            if LIST.match(above) or above.startswith((" ", "\t")):
                start = near.start("text")
                message = (
                    f'"{short(near["text"])}" becomes part of the list above; remove its indent, or indent all of it'
                )
                yield Finding(page.place(start), message, len(near["text"]))


@rule(
    "M012",
    "a number that begins a list",
    "- Closed on July 30,\n    2026. It stays.",
    "- Closed on July\n    30, 2026. It stays.",
)
def number_in_item(guide: Guide) -> Found:
    """Inside a list item, a line that begins with a number and a period becomes a list of its own."""
    for page in guide:
        for near in _NUMBER_IN_ITEM.finditer(page.source.uncommented):
            number = near["number"]
            message = f'"{number}" begins a list inside the item; move it to the end of the line above'
            yield Finding(page.place(near.start("number")), message, len(number))


def _follows(page: Page, number: int) -> bool:
    """Whether a line at the margin continues the item above it."""
    return number > 1 and bool(page.source.lines[number - 2].strip())


def _in_quiz(page: Page, number: int) -> bool:
    start = page.source.offset(number)
    return any(quiz.start <= start < quiz.stop for quiz in page.quizzes)


def _texts(guide: Guide, code: bool = False) -> Iterator[tuple[Page, Run]]:
    """Running text of the doubtful pages, without what other rules report: quizzes that are misread or unclosed."""
    for path, shown in doubtful_pages(guide).items():
        page = guide.pages[path]
        known = _reported(guide, page)
        for run in shown.runs:
            lines = tuple(line for line in run.lines if line.number not in known)
            if lines and (run.tag == "code") == code:
                yield page, Run(run.tag, lines)


def _reported(guide: Guide, page: Page) -> frozenset[int]:
    spans: list[tuple[int, int]] = []
    wrong = {question.place.offset for question in guide.questions if question.path == page.path and question.faults}
    for quiz in page.quizzes:
        if not quiz.closed or quiz.offset in wrong:
            spans.append((quiz.offset, quiz.end))
    for end in page.stray_quiz_ends:
        heading = page.heading_of(end)
        spans.append((heading.end if heading else 0, end))
    return frozenset(_numbers(page, spans))


def _numbers(page: Page, spans: Iterable[tuple[int, int]]) -> Iterator[int]:
    for start, end in spans:
        yield from range(page.place(start).line, page.place(end).line + 1)


def _at(page: Page, line: TextLine, message: str) -> Finding:
    typed = page.source.lines[line.number - 1]
    words = line.text.strip()
    column = max(typed.find(words), 0)
    return Finding(page.place(page.source.offset(line.number) + column), message, max(min(len(words), len(typed)), 1))
