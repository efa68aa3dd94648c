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
_MINUTE = re.compile(r":(?<=\d:)(?P<minute>\d\d)(?P<second>:\d\d)?(?![\w:%-]|\.\d)")
_HOUR = re.compile(
    r"(?P<when>\b(?:at|by|from|to|until|before|after|since|between|and|or|about|around)\s|\*\*)?"
    r"(?<![\w.,:/-])(?P<hour>\d\d?)$",
    re.IGNORECASE,
)
_ZONE = re.compile(r"\s(?:[ap]\.?m\b|UTC\b)")


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
            fix = None if in_quiz(page, match.start()) else "%"
            yield Finding(page.place(match.start()), "delete the space before the percent sign", 2, fix)


@rule("X025", "a number and a word without a space", "after 7days", "after 7 days")
def joined_number(guide: Guide) -> Found:
    """Readers take "7days" for a name, and a search for "days" does not find it."""
    for page in guide:
        for match in _JOINED.finditer(page.source.prose):
            message = f'"{match[0]}" has no space before "{match["word"]}"; write "{match["number"]} {match["word"]}"'
            yield Finding(page.place(match.start()), message, len(match[0]))


@rule("X026", "an impossible time", "every night at 25:30", "every night at 23:30")
def impossible_time(guide: Guide) -> Found:
    """A time that is on no clock makes readers doubt the rest. A ratio such as 80:20 is not a time."""
    for page in guide:
        text = page.source.prose
        for match in _MINUTE.finditer(text):
            start = _HOUR.search(text[max(match.start() - 12, 0) : match.start()])
            if not start or not (start["when"] or _ZONE.match(text, match.end())):
                continue
            hour, minute = int(start["hour"]), int(match["minute"])
            late = (hour, minute) > (24, 0) or minute > 59 or (match["second"] or ":00") > ":59"
            if late and hour + minute != 100:
                typed = f"{start['hour']}{match[0]}"
                message = f'"{typed}" is no time of the day; hours end at 23, minutes and seconds at 59'
                yield Finding(page.place(match.start() - len(start["hour"])), message, len(typed))
