"""X: numbers, percentages, and times that are mistyped in a sentence."""

from __future__ import annotations

import re

from ...content.guide import Guide
from .registry import Finding, Found, rule
from .vocabulary import in_quiz

_COMMA = re.compile(r",(?<=\d,)(?P<end>\d+)(?![\w\]}]|[.,]\d)")
_BEFORE_COMMA = re.compile(r"(?<![\w.,{:/#-])\d+$")
_PERCENT = re.compile(r" %(?<=\d %)(?!\w| ?\d)")
_JOINED = re.compile(
    r"(?<![\w./:#@=&%+\\-])(?<!=[\"'])(?P<number>\d+(?:[.,]\d+)*)"
    r"(?P<word>(?!(?:st|nd|rd|th|xx)\b)[a-z]{2,}|[KMGT]i?B)(?![\w/@:=-]|\.\w)"
)


@rule("X023", "a comma in place of a decimal point", "a limit of 0,05", "a limit of 0.05")
def decimal_comma(guide: Guide) -> Found:
    """In English, a comma separates thousands, and a point separates decimals. "1,25" can be misread as two numbers."""
    for page in guide:
        for match in _COMMA.finditer(page.source.prose):
            whole = _BEFORE_COMMA.search(page.source.text[max(match.start() - 12, 0) : match.start()])
            if whole and (whole[0] == "0" or len(match["end"]) != 3):
                typed = f"{whole[0]},{match['end']}"
                two = "" if whole[0] == "0" else f', or "{typed.replace(",", ", ")}" for two numbers'
                message = f'"{typed}" has a comma between digits; write "{typed.replace(",", ".")}"{two}'
                yield Finding(page.place(match.start() - len(whole[0])), message, len(typed))


@rule("X024", "a space before a percent sign", "20 % of the rows", "20% of the rows")
def spaced_percent(guide: Guide) -> Found:
    """In English, the sign follows the number directly. A space lets the line break between the two."""
    for page in guide:
        for match in _PERCENT.finditer(page.source.prose):
            if page.source.text[match.start() - 1].isdigit():
                fix = None if in_quiz(page, match.start()) else "%"
                yield Finding(page.place(match.start()), "delete the space before the percent sign", 2, fix)


@rule("X025", "a number and a word without a space", "after 7days", "after 7 days")
def joined_number(guide: Guide) -> Found:
    """Readers take "7days" for a name, and a search for "days" does not find it."""
    for page in guide:
        for match in _JOINED.finditer(page.source.prose):
            message = f'"{match[0]}" has no space before "{match["word"]}"; write "{match["number"]} {match["word"]}"'
            yield Finding(page.place(match.start()), message, len(match[0]))
