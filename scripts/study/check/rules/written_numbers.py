"""X: numbers, percentages, and times that are mistyped in a sentence."""

from __future__ import annotations

import re

from ...content.guide import Guide
from .registry import Finding, Found, rule

_COMMA = re.compile(r",(?<=\d,)(?P<end>\d+)(?![\w\]}]|[.,]\d)")
_BEFORE_COMMA = re.compile(r"(?<![\w.,{:/#-])\d+$")


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
