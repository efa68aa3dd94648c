"""Mentions of terms in prose: by name or alias, in the singular or plural, the longest name first.

Headings, code, comments, links, addresses, and what a question asks or offers are not prose: there, a link would be
out of place or give the answer away.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from ..content.essays import is_prompt
from ..content.glossary import Term
from ..content.guide import Guide
from ..content.inline import fold
from ..content.page import Page
from ..content.source import FILLED, apart, blanked
from .rendered import not_markdown

_WORD = re.compile(r"\w+(?:[/']\w+)*")
_URL = re.compile(r"https?://\S+")
_TAG = re.compile(r"<[^<>\n]*>|\{:?[ \t]*[#.][^{}\n]*\}")
_MARKS = ("\\", "[", "!", "^", "#")  # a word after one of these is not prose
_ARTICLE = re.compile(r"^(?:an?|the) ", re.IGNORECASE)
_OPTION = re.compile(r"^[-*] \[.?\] .*$", re.MULTILINE)
_ASKED_END = re.compile(rf"{_OPTION.pattern}|^---$", re.MULTILINE)  # the separator follows a question with a blank


@dataclass(frozen=True, slots=True)
class Mention:
    term: Term
    text: str
    offset: int


@dataclass(frozen=True, slots=True)
class _Name:
    """A name in lower case: all words but the last, and the singular and plural of the last.

    A capitalized name is found only with a capital letter. `term` is `None` for the name of something else that has a
    term's name in it: "SageMaker Ground Truth" is not a mention of "Ground Truth".
    """

    start: tuple[str, ...]
    ends: frozenset[str]
    capitalized: bool
    term: Term | None

    @property
    def length(self) -> int:
        """Its number of words."""
        return len(self.start) + 1

    @property
    def keys(self) -> list[tuple[str, ...]]:
        """The first two words of a text that has it, in each form, or the forms of its only word."""
        return [self.start[:2]] if len(self.start) > 1 else [(*self.start, end) for end in self.ends]

    def is_at(self, words: tuple[str, ...], index: int) -> bool:
        """Whether the words of a text, in lower case, have the name at this index."""
        last = index + len(self.start)
        return last < len(words) and words[last] in self.ends and words[index:last] == self.start


class Mentions:
    """Finds the terms of a guide in its pages. It looks up names by their first words: time is linear in the text."""

    def __init__(self, guide: Guide) -> None:
        self._guide = guide
        self._names: dict[tuple[str, ...], list[_Name]] = defaultdict(list)
        for name in sorted(_names(guide), key=lambda name: -len(name.start)):
            for key in name.keys:
                self._names[key].append(name)
        self._first_words = {key[0] for key in self._names}  # most words of a page begin no name

    def of(self, page: Page) -> Iterator[Mention]:
        """The mentions in a page's prose that are not links, in order."""
        prose = _prose(self._guide, page)
        found = list(_WORD.finditer(prose))
        words = tuple(word[0].lower() for word in found)
        done = 0
        for index, word in enumerate(words):
            if index < done or word not in self._first_words:
                continue
            name = self._longest(prose, found, words, index)
            if name is None:
                continue
            done = index + name.length
            start, end = found[index].start(), found[done - 1].end()
            if name.term and _alone(page.source.text, start, end):
                yield Mention(name.term, page.source.text[start:end], start)

    def _longest(self, prose: str, found: list[re.Match[str]], words: tuple[str, ...], index: int) -> _Name | None:
        """The longest name that begins with the word at this index."""
        for key in (words[index : index + 2], words[index : index + 1]):
            for name in self._names.get(key, ()):
                if name.is_at(words, index) and _is_written(name, prose, found[index : index + name.length]):
                    return name
        return None


def _names(guide: Guide) -> Iterator[_Name]:
    for term in guide.terms:
        yield _name(term.name, term)
        for alias in term.aliases:
            yield _name(alias, term, is_alias=True)
        for typed in term.others:
            text = _ARTICLE.sub("", typed)  # "a Model Card" is the term itself, not a longer name of something else
            other = _name(text, None)
            if other.start and fold(text) not in guide.by_name:
                yield other


def _name(text: str, term: Term | None, is_alias: bool = False) -> _Name:
    *start, last = [word.lower() for word in _WORD.findall(text)] or [""]
    capitalized = is_alias and not start and text[:1].isupper()  # the alias "Clarify" is not a verb
    return _Name(tuple(start), frozenset((last, _plural(last))), capitalized, term)


def _plural(word: str) -> str:
    if word.endswith("y") and word[-2:-1] not in "aeiou":
        return word[:-1] + "ies"
    return word + ("es" if word.endswith(("s", "x", "z", "ch", "sh")) else "s")


def _alone(text: str, start: int, end: int) -> bool:
    """Whether a name is neither after a mark nor next to a letter, as in an address."""
    before, after = text[max(start - 1, 0) : start], text[end : end + 1]
    return before not in _MARKS and not any(sign.isalnum() for sign in before + after)


def _is_written(name: _Name, prose: str, words: Sequence[re.Match[str]]) -> bool:
    """Whether these words have the capital letter of the name, and only a space, hyphen, or line end between them."""
    if name.capitalized and not words[0][0][0].isupper():
        return False
    gaps = (prose[one.end() : two.start()] for one, two in pairwise(words))
    return all(gap == "-" or (not gap.strip() and "\n\n" not in gap) for gap in gaps)


def _prose(guide: Guide, page: Page) -> str:
    """The page's text with everything that is not prose blanked out."""
    spans = [(heading.offset, heading.end) for heading in page.headings]
    spans += [(link.offset, link.end) for link in page.links]
    spans += [(reference.offset, reference.end) for reference in page.all_references]
    spans += [(block.offset, block.start) for block in page.blocks]
    for pattern in (_URL, _TAG):
        spans += [match.span() for match in pattern.finditer(page.source.prose)]
    for quiz in page.quizzes:
        end = _ASKED_END.search(page.source.text, quiz.start, quiz.stop)
        spans.append((quiz.offset, end.start() if end else quiz.stop))
        spans += [match.span() for match in _OPTION.finditer(page.source.text, quiz.start, quiz.stop)]
    spans += _asked(guide, page)
    spans += not_markdown(guide, page)
    return blanked(page.source.prose, apart(spans), FILLED)  # no space: words on both sides of a link are two names


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
