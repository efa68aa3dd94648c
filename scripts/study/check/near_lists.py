"""Lines of text that an author meant as list items, and how to correct them."""

from __future__ import annotations

import re
from itertools import takewhile

from ..content.inline import short
from ..content.page import Page
from .line_kinds import LIST
from .rendered import Run, TextLine

_BULLET = re.compile(r"(?P<mark>[-*+])(?P<space>[ \t]+)(?=\S)|[-+](?=[\w\[(])|\*(?=[\[(\w])")
_DASH = re.compile(r"[\u2010-\u2015\u2212\uff0d][ \t]*(?=\S)")
_DOT = re.compile(r"[\u2022\u2023\u25e6\u25aa\u25cf\u00b7\u25cb\u25a0\u2043][ \t]*(?=\S)")
_NUMBER = re.compile(r"(?P<number>\d{1,2})(?P<mark>[.)])[ \t]*(?=[^\s\d])")


def list_fix(page: Page, run: Run, index: int) -> str:
    """How to turn a line of text into a list item; empty if the author did not mean one."""
    words = run.lines[index].text.strip()
    if bullet := _BULLET.match(words):
        if bullet["mark"]:
            return "put a blank line above the list"
        below = [line.text for line in run.lines[index + 1 :]]
        if words[0] == "*" and any("*" in text for text in (words[1:], *below)):
            return ""  # emphasis
        inside = run.tag == "li" or any(LIST.match(line.text) for line in run.lines)
        listed = words[1] == "[" or (inside and words[1].isupper()) or _beside_list(page, run.lines[index])
        return f'write "- {short(words[1:])}"' if listed else ""
    if dot := _DOT.match(words):
        return f'write "- {short(words[dot.end() :])}"'
    if dash := _DASH.match(words):
        line, rest = run.lines[index], words[dash.end() :]
        listed = (
            index == 0
            or rest[0] == "["
            or _beside_list(page, line)
            or ((rest[0].isupper() or rest[0] in "*`") and _in_item(page, line))
        )
        return f'write "- {short(rest)}"' if listed else ""
    number = _NUMBER.match(words)
    if number and _counts(page, run.lines[index], int(number["number"])):
        rest = words[number.end() :]
        if number["mark"] == ")" or not words[number.end("mark")].isspace():
            return f'write "{number["number"]}. {short(rest)}"'
        return "put a blank line above the list"
    return ""


def _beside_list(page: Page, line: TextLine) -> bool:
    """Whether the line above or below begins a list item, or is one that is nearly typed right."""
    return any(LIST.match(text) or _DASH.match(text) for text in _neighbors(page, line))


def _in_item(page: Page, line: TextLine) -> bool:
    """Whether a line continues the text of a list item, which may have several lines."""
    above = takewhile(str.strip, reversed(page.source.lines[: line.number - 1]))
    return any(map(LIST.match, above))


def _counts(page: Page, line: TextLine, number: int) -> bool:
    """Whether a number begins or continues a list: "30. November" in a paragraph does not."""
    around = (_NUMBER.match(text.strip()) for text in _neighbors(page, line))
    return number == 1 or any(other and abs(int(other["number"]) - number) == 1 for other in around)


def _neighbors(page: Page, line: TextLine) -> list[str]:
    """The nearest lines above and below that are not blank."""
    lines = page.source.lines
    above = next((text for text in reversed(lines[: line.number - 1]) if text.strip()), "")
    below = next((text for text in lines[line.number :] if text.strip()), "")
    return [above, below]
