"""Mentions of terms in prose: by name or alias, in the singular or plural, the longest name first.

Headings, code, comments, links, addresses, and what a question asks or offers are not prose: there, a link would be
out of place or give the answer away.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import accumulate, chain, compress

from ..content.essays import is_prompt
from ..content.glossary import Term
from ..content.guide import Guide
from ..content.inline import fold
from ..content.page import Page
from ..content.source import FILLED, apart, blanked
from .rendered import not_markdown

_WORD = re.compile(r"(\w+(?:[/']\w+)*)")
_URL = re.compile(r"https?://\S+")
_TAG = re.compile(r"<[^<>\n]*>|\{:?[ \t]*[#.][^{}\n]*\}")
_MARKS = ("\\", "[", "!", "^", "#")  # a word after one of these is not prose
_RULE = re.compile("^---$", re.MULTILINE)
_ARTICLE = re.compile(r"^(?:an?|the) ", re.IGNORECASE)
_LINE = re.compile(r"^[-*] \[.?\] .*$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Mention:
    term: Term
    text: str
    offset: int


class Mentions:
    """Finds the terms of a guide in its pages, in time linear in the text: by the first two words of each name."""

    def __init__(self, guide: Guide) -> None:
        self._guide = guide
        self._names: dict[tuple[str, ...], list[_Name]] = defaultdict(list)  # by their first word, or the first two
        for term in guide.terms:
            for text in term.names:
                self._add(_name(term, text))
            for typed in term.others:
                text = _ARTICLE.sub("", typed)  # "a Model Card" is the term itself, not a longer name of something else
                name = _name(term, text)
                if len(name.words) > 1 and fold(text) not in guide.by_name:
                    self._add(replace(name, term=None))
        for names in self._names.values():
            names.sort(key=lambda name: -len(name.words))
        self._first = {words[0] for words in self._names}

    def _add(self, name: _Name) -> None:
        *first, second = name.words[:2]
        for form in name.forms if len(name.words) < 3 else (second,):
            self._names[(*first, form)].append(name)

    def of(self, page: Page) -> Iterator[Mention]:
        """The mentions in a page's prose that are not links, in order."""
        pieces = _WORD.split(_prose(self._guide, page))  # a gap, a word, a gap, and so on
        ends = list(accumulate(map(len, pieces)))
        gaps, words = pieces[::2], pieces[1::2]
        folded = [*map(str.lower, words)]
        taken = 0
        for index in self._starts(folded):
            name = self._at(gaps, words, folded, index) if index >= taken else None
            if name:
                taken = index + len(name.words)
            if name and name.term:
                start, end = ends[2 * index], ends[2 * taken - 1]
                if _alone(page.source.text, start, end):
                    yield Mention(name.term, page.source.text[start:end], start)

    def _starts(self, folded: list[str]) -> list[int]:
        """Where a word, or it and the next one, begin a name."""
        names = self._names
        likely = compress(range(len(folded)), map(self._first.__contains__, folded))
        return [at for at in likely if tuple(folded[at : at + 2]) in names or (folded[at],) in names]

    def _at(self, gaps: list[str], words: list[str], folded: list[str], index: int) -> _Name | None:
        for name in chain.from_iterable(self._names.get(tuple(folded[index : index + count]), ()) for count in (2, 1)):
            written = words[index][:1].isupper() or not name.proper
            if written and _matches(name, folded, index) and _together(gaps[index + 1 : index + len(name.words)]):
                return name
        return None


@dataclass(frozen=True, slots=True)
class _Name:
    """A name by its words, folded; `forms` are those of its last word; a proper one begins with a capital letter.

    It may belong to no term: "SageMaker Ground Truth", which the term "Ground Truth" is not the same as.
    """

    words: tuple[str, ...]
    forms: frozenset[str]
    proper: bool
    term: Term | None


def _name(term: Term, text: str) -> _Name:
    words = tuple(word[0].lower() for word in _WORD.finditer(text)) or ("",)
    proper = text is not term.name and len(words) == 1 and text[:1].isupper()  # the alias "Clarify" is not a verb
    last = words[-1]
    return _Name(words, frozenset((last, _plural(last))), proper, term)


def _plural(word: str) -> str:
    if word.endswith("y") and word[-2:-1] not in "aeiou":
        return word[:-1] + "ies"
    return word + ("es" if word.endswith(("s", "x", "z", "ch", "sh")) else "s")


def _alone(text: str, start: int, end: int) -> bool:
    """Whether no mark before a name and no letter next to it, as in an address, makes it part of something else."""
    before, after = text[max(start - 1, 0) : start], text[end : end + 1]
    return before not in _MARKS and not any(sign.isalnum() for sign in before + after)


def _matches(name: _Name, folded: list[str], index: int) -> bool:
    last = index + len(name.words) - 1
    if last >= len(folded) or folded[last] not in name.forms:
        return False
    return all(folded[index + place] == word for place, word in enumerate(name.words[:-1]))


def _together(gaps: list[str]) -> bool:
    """Whether only a space or a line end is between the words of a name."""
    return all(gap in (" ", "-") or (not gap.strip() and "\n\n" not in gap) for gap in gaps)


def _prose(guide: Guide, page: Page) -> str:
    """The page's text with everything that is not prose blanked out."""
    spans = [(heading.offset, heading.end) for heading in page.headings]
    spans += [(link.offset, link.end) for link in page.links]
    spans += [(reference.offset, reference.end) for reference in page.all_references]
    spans += [(block.offset, block.start) for block in page.blocks]
    for pattern in (_URL, _TAG):
        spans += [match.span() for match in pattern.finditer(page.source.prose)]
    for quiz in page.quizzes:
        spans.append((quiz.offset, _asked_until(page, quiz.start, quiz.stop)))
        spans += [match.span() for match in _LINE.finditer(page.source.text, quiz.start, quiz.stop)]
    spans += _asked(guide, page)
    spans += not_markdown(guide, page)
    return blanked(page.source.prose, apart(spans), FILLED)  # no space: words on both sides of a link are two names


def _asked_until(page: Page, start: int, stop: int) -> int:
    """The offset at which a question's text ends: at its first option, or at the separator below a blank."""
    text = page.source.text
    found = (_LINE.search(text, start, stop), _RULE.search(text, start, stop))
    ends = [match.start() for match in found if match]
    return min(ends, default=stop)


def _asked(guide: Guide, page: Page) -> list[tuple[int, int]]:
    """The wording of short-answer questions and essay prompts, which is the study guide's."""
    spans = []
    for block in page.blocks:
        heading = page.heading_of(block.offset) if block.name == "answer" else None
        if heading:
            spans.append((heading.end, block.offset))
    if is_prompt(page):
        for heading in page.headings:
            if heading.id == "prompt":
                start, stop = page.section(heading)
                after = next((block.offset for block in page.blocks if block.offset >= start), stop)
                spans.append((start, min(after, stop)))
    return spans
