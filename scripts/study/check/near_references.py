"""Mistyped references and links: the brackets that remain when all links are blanked out."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice

from ..content.guide import Guide
from ..content.inline import definitions, fold
from ..content.page import Page
from ..content.quiz import Question
from ..content.source import blanked
from .leftovers import leftovers
from .problem import Nearest

_TARGET = r"[^()\s]*(?:[/.#:])[^()\s]*"
_TEXT = r"[^\[\]\n]*(?:\n(?![ \t]*\n)[^\[\]\n]*)?"
_PATTERNS = (
    ("wiki", re.compile(rf"!?\[\[({_TEXT})\]\]")),
    ("space", re.compile(rf"\[({_TEXT})\](?P<gap>[ \t]+\n?[ \t]*|\n[ \t]*)\[({_TEXT})\]")),
    ("label", re.compile(rf"\[({_TEXT})\]\[[ \t]+\]")),
    ("link_space", re.compile(rf"\[({_TEXT})\](?:[ \t]+|[ \t]*\n[ \t]*)\(({_TARGET}|)\)")),
    ("swapped", re.compile(rf"\(([^()\[\]\n]+)\)\[({_TEXT})\]")),
    ("braces", re.compile(r"(?:\{([^{}\n]+)\}|<([^<>\n]+)>)[\[(]([^\[\]()\n]*)[\])]")),
    ("open_link", re.compile(rf"\[({_TEXT})\]\((?P<rest>[^\n\[\]]*)")),
    ("open_label", re.compile(rf"\[({_TEXT})\]\[(?P<rest>[^\n\[\]]*)")),
    ("unopened", re.compile(r"\](?:\[([^\[\]\n]*)\]|\(([^()\s]+)\))")),
    ("empty", re.compile(r"(?P<before>[^\s\[\]]*)\[\]|\]\[\]")),
    ("alone", re.compile(rf"!?\[({_TEXT})\]")),
    ("mark", re.compile(r"[\[\]]")),
)
MOST = 1000  # on one page: a page with more is not real content
_PLAIN = frozenset({"...", "\u2026", "sic", "x", " ", ""})
_FOOTNOTE = re.compile(r"!?\[\^|\[![A-Z]+\]|\[\[_?(?:toc|TOC)")


@dataclass(frozen=True, slots=True)
class NearReference:
    """A mistyped reference or link, from `offset` on; `label` is its term, if any."""

    kind: str
    message: str
    offset: int
    length: int
    label: str


@lru_cache(maxsize=2)  # several rules ask about one guide
def near_references(guide: Guide) -> dict[str, tuple[NearReference, ...]]:
    """The mistyped references and links of each page, by path, in order."""
    nearest = Nearest(name for term in guide.terms for name in term.names)
    found = {}
    for path, text in leftovers(guide).items():
        if "[" in text or "]" in text:
            near = islice(_Finder(guide, guide.pages[path], nearest).find(text), MOST)
            found[path] = tuple(sorted(near, key=lambda one: one.offset))
    return found


def _has_other_faults(question: Question) -> bool:
    """Whether other rules report the brackets in this question."""
    return bool(question.faults) or any(option.mark not in ("", "x", "X") for option in question.options)


class _Finder:
    """For each kind of `_PATTERNS`, a method gives the message: empty for plain text, `None` for another kind."""

    def __init__(self, guide: Guide, page: Page, nearest: Nearest) -> None:
        self.guide, self.page, self.nearest = guide, page, nearest
        self.own = definitions(page.source.prose)
        own = (question for question in guide.questions if question.path == page.path)
        self.wrong = {question.place.offset for question in own if _has_other_faults(question)}

    def find(self, text: str) -> Iterator[NearReference]:
        skipped = [
            (quiz.start, quiz.stop) for quiz in self.page.quizzes if not quiz.closed or quiz.offset in self.wrong
        ]
        text = blanked(blanked(text, skipped), [match.span() for match in _FOOTNOTE.finditer(text)])
        for kind, pattern in _PATTERNS:
            tell: Callable[[re.Match[str], str, str], str | None] = getattr(self, f"_{kind}")
            found = []
            for match in pattern.finditer(text):
                typed = self.page.source.text[match.start() : match.end()]
                words = (match[1] or "") if pattern.groups else ""
                message = tell(match, " ".join(typed.split()), " ".join(words.split()))
                if message is not None:
                    found.append(match.span())
                if message:
                    yield NearReference(kind, message, match.start(), len(typed), fold(words))
            text = blanked(text, found)  # so that each is reported once

    def _known(self, words: str) -> bool:
        return fold(words) in self.guide.by_name

    def _wiki(self, match: re.Match[str], typed: str, words: str) -> str:
        name, bar, text = words.partition("|")
        fix = f"[{text.strip()}][{name.strip()}]" if bar else self._reference(words)
        return f'"{typed}" is shown with its brackets; write "{fix}"'

    def _space(self, match: re.Match[str], typed: str, words: str) -> str | None:
        label = match[3].strip()
        if not self._known(label or words) and fold(label or words) not in self.own and label:
            return None
        return f'"{typed}" has a space between its brackets, so it is not a reference; write "[{words}][{label}]"'

    def _label(self, match: re.Match[str], typed: str, words: str) -> str:
        return f'"{typed}" has a space in its second brackets, so it is not a reference; write "[{words}][]"'

    def _link_space(self, match: re.Match[str], typed: str, words: str) -> str:
        fix = f"[{words}]({match[2]})" if match[2] else self._reference(words)
        return f'"{typed}" has a space between its brackets, so it is not a link; write "{fix}"'

    def _swapped(self, match: re.Match[str], typed: str, words: str) -> str | None:
        target = match[2].strip()
        if not target:
            return f'"{typed}" has round brackets first, so it is not a reference; write "{self._reference(words)}"'
        if re.fullmatch(_TARGET, target):
            return f'"{typed}" has its brackets swapped; write "[{words}]({target})"'
        if self._known(target):
            return f'"{typed}" has its brackets swapped; write "[{words}][{target}]"'
        return None

    def _braces(self, match: re.Match[str], typed: str, words: str) -> str | None:
        name = match[1] or match[2]
        return (
            f'"{typed}" has other brackets than a reference; write "{self._reference(name)}"'
            if self._known(name)
            else None
        )

    def _open_link(self, match: re.Match[str], typed: str, words: str) -> str:
        target = match["rest"].split(" ")[0].strip().rstrip(".,;")
        return f'"{typed[:60]}" is not closed, so it is not a link; write "[{words}]({target or "address"})"'

    def _open_label(self, match: re.Match[str], typed: str, words: str) -> str:
        label = next((name for name in self._beginnings(match["rest"]) if self._known(name)), "")
        fix = f"[{words}][{label}]" if label and fold(label) != fold(words) else self._reference(words)
        return f'"{typed[:60]}" is not closed, so it is not a reference; write "{fix}"'

    @staticmethod
    def _beginnings(text: str) -> Iterator[str]:
        words = text.split()
        yield from (" ".join(words[:count]).rstrip(".,;:") for count in range(min(len(words), 6), 0, -1))

    def _alone(self, match: re.Match[str], typed: str, words: str) -> str | None:
        before = self.page.source.text[match.start() - 1 : match.start()]
        if fold(words) in self.own or words.lower() in _PLAIN or (before.isalnum() and not typed.startswith("!")):
            return ""
        if typed.startswith("!"):
            return f'"{typed}" is not an image; write "![what it shows](file.png)"'
        return f'"{typed}" is shown with its brackets; write {self._choice(words)}'

    def _unopened(self, match: re.Match[str], typed: str, words: str) -> str:
        before = self.page.source.text[max(match.start() - 60, 0) : match.start()].split("\n\n")[-1].split()
        names = (" ".join(before[-count:]) for count in range(min(len(before), 5), 0, -1))
        label = next((name for name in names if self._known(name)), before[-1] if before else "text")
        return f'"{label}{typed}" lacks its first bracket; write "[{label}{typed}"'

    def _empty(self, match: re.Match[str], typed: str, words: str) -> str:
        if match.groupdict().get("before", "") and match["before"][-1:].isalnum() and "(" in match["before"]:
            return ""
        return f'"{typed}" has empty brackets without words before them; write "[words][]" for a term'

    def _mark(self, match: re.Match[str], typed: str, words: str) -> str:
        place = self.page.place(match.start())
        line = self.page.source.lines[place.line - 1]
        shown = line[max(place.column - 21, 0) : place.column + 20].strip()
        other = "]" if typed == "[" else "["
        return (
            f'the "{typed}" of "{shown}" has no "{other}"; close the brackets, or write "\\{typed}" for the mark itself'
        )

    def _reference(self, words: str) -> str:
        if self._known(words):
            return f"[{words}][]"
        near = self.nearest.to(words)
        return f"[{words}][{near}]" if near else f"[{words}][term]"

    def _choice(self, words: str) -> str:
        if self._known(words) or self.nearest.to(words):
            return f'"{self._reference(words)}" for the term'
        return f'"[{words}](address)" for a link, or "\\[{words}\\]" for the brackets themselves'
