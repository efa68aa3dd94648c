"""F: numbers in running text that say how much the guide has of something."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from ...content.guide import Guide
from ...content.page import Page
from ...content.personas import personas
from ...content.workflow import stages
from .named import CORRECTIONS, SHORT_ANSWERS
from .pairs import pairs
from .registry import Finding, Found, rule

_SMALL = [
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
    *("thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
]
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
WORDS = {word: number for number, word in enumerate(_SMALL)} | {word: 20 + 10 * n for n, word in enumerate(_TENS)}
WORDS |= {f"{ten}-{one}": WORDS[ten] + WORDS[one] for ten in _TENS for one in _SMALL[1:10]}
NUMBER = rf"(?P<number>\d+|(?:{'|'.join(_TENS)})(?:-(?:{'|'.join(_SMALL[1:10])}))?|{'|'.join(_SMALL)})"

WHOLE = ("index.md", "progress.md")  # pages that are an introduction as a whole


@dataclass(frozen=True, slots=True)
class Countable:
    """Something to count: the words that state its number, and the pages on which they mean the total."""

    thing: str
    words: str  # words in lower case that the text always has: a quick search before the pattern
    pattern: re.Pattern[str]
    count: Callable[[Guide], int]
    pages: tuple[str, ...] = ()  # beginnings of paths; none: every page


def _words(text: str) -> re.Pattern[str]:
    return re.compile(text.replace("NUMBER", NUMBER).replace(" ", r"\s+"), re.IGNORECASE)


def _verdict(name: str) -> Callable[[Guide], int]:
    def count(guide: Guide) -> int:
        page = guide.pages.get(CORRECTIONS)
        return len(re.findall(rf"^- Verdict: {name}$", page.source.prose, re.MULTILINE)) if page else 0

    return count


def _corrections(guide: Guide) -> int:
    page = guide.pages.get(CORRECTIONS)
    return sum(heading.level == 3 for heading in page.headings) if page else 0


def _short_answers(guide: Guide) -> int:
    page = guide.pages.get(SHORT_ANSWERS)
    return sum(block.name == "answer" for block in page.blocks) if page else 0


def _beyond(guide: Guide) -> int:
    return sum(term.beyond for term in guide.terms)


COUNTABLES = (
    Countable(
        "terms of the study guide",
        "terms of the study guide",
        _words(r"\b(?:the )?NUMBER terms\s+of\s+the\s+study\s+guide"),
        lambda guide: len(guide.terms) - _beyond(guide),
    ),
    Countable(
        "terms of the study guide",
        "prompts",
        _words(r"essay\s+prompts,?\s+and\s+NUMBER\s+terms"),
        lambda guide: len(guide.terms) - _beyond(guide),
    ),
    Countable(
        "terms not in the study guide",
        "terms of the study guide and",
        _words(r"terms\s+of\s+the\s+study\s+guide\s+and\s+NUMBER\s+more\b"),
        _beyond,
    ),
    Countable("terms not in the study guide", "more terms", _words(r"\bNUMBER\s+more\s+terms"), _beyond),
    Countable(
        "pairs",
        "pairs",
        _words(
            r"\b(?:the|puts|tell)?\s*NUMBER pairs"
            r"(?=\]|\s+of\s+(?:similar\s+)?terms|\s+side\s+by\s+side|\s+apart|\s+\{|\s*$)"
        ),
        lambda guide: len(pairs(guide)),
        ("index.md", "contrasts/index.md", "progress.md"),
    ),
    Countable(
        "short answers of the study guide",
        "short",
        _words(r"\bNUMBER short[ -](?:answers?|questions)\b"),
        _short_answers,
        ("index.md", "progress.md", "quiz/short-answer.md"),
    ),
    Countable(
        "essay prompts",
        "prompts",
        _words(r"\bNUMBER (?:essay )?prompts\b"),
        lambda guide: len(guide.prompts),
        ("index.md", "progress.md", "essays/index.md"),
    ),
    Countable(
        "stages", "stages", _words(r"\b(?:one\s+model,\s+|all\s+)NUMBER stages\b"), lambda guide: len(stages(guide))
    ),
    Countable(
        "personas",
        "personas",
        _words(r"(?m:^)NUMBER personas\b"),
        lambda guide: len(personas(guide)),
        ("personas/index.md",),
    ),
    Countable(
        "sessions",
        "sessions",
        _words(r"(?:(?m:^)|: |\bof\s+the\s+)NUMBER sessions\b"),
        lambda guide: len(guide.sessions),
        ("index.md", "learn/index.md", "handouts/plans/"),
    ),
    Countable("corrections", "corrections", _words(r"\bNUMBER corrections\b"), _corrections, ("index.md",)),
    Countable("corrections", "statements", _words(r"\bof\s+the\s+NUMBER statements\b"), _corrections, (CORRECTIONS,)),
    Countable(
        "corrections with the verdict wrong",
        "wrong",
        _words(r"\bNUMBER are wrong\b"),
        _verdict("wrong"),
        (CORRECTIONS,),
    ),
    Countable(
        "corrections with the verdict outdated",
        "outdated",
        _words(r"\bNUMBER (?:are )?outdated\b"),
        _verdict("outdated"),
        (CORRECTIONS,),
    ),
    Countable(
        "corrections with the verdict oversimplified",
        "oversimplified",
        _words(r"\bNUMBER (?:are )?oversimplified\b"),
        _verdict("oversimplified"),
        (CORRECTIONS,),
    ),
)


@rule("F030", "an outdated number", "22 terms and 40 more (of 63)", "22 terms and 41 more (of 63)")
def stale_number(guide: Guide) -> Found:
    """A number in an introduction is wrong after the next addition."""
    counts = [(countable, countable.count(guide)) for countable in COUNTABLES]
    for page in guide:
        end = _introduction(page)
        text = " ".join(page.source.prose[:end].lower().split())
        for countable, count in counts:
            here = not countable.pages or page.path.startswith(countable.pages)
            if count and here and countable.words in text:
                yield from _wrong(page, countable, count, end)


def _introduction(page: Page) -> int:
    """The end of a page's introduction: the first section, or the end of the page for an index."""
    if page.path.endswith(WHOLE):
        return len(page.source.text)
    return next((heading.offset for heading in page.headings if heading.level == 2), len(page.source.text))


def _wrong(page: Page, countable: Countable, count: int, end: int) -> Iterator[Finding]:
    for match in countable.pattern.finditer(page.source.prose, 0, end):
        typed = match["number"]
        said = int(typed) if typed.isdecimal() else WORDS[typed.lower()]
        if said != count:
            message = (
                f'"{typed}" is out of date: the number of {countable.thing} is {count}; write "{_like(typed, count)}"'
            )
            yield Finding(page.place(match.start("number")), message, len(typed), _like(typed, count))


def _like(typed: str, count: int) -> str:
    """The count in digits or words, as the wrong one was typed."""
    word = next((word for word, number in WORDS.items() if number == count), None)
    if typed.isdecimal() or word is None:
        return str(count)
    return word.capitalize() if typed[0].isupper() else word
