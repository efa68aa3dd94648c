"""Links and term references in running text, each with its offset."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from .source import PARAGRAPH_END, escaped

_BRACKET = re.compile(r"[\[\]]|\n[ \t]*\n")  # or the end of a paragraph
_LABEL = re.compile(r"\[([^\[\]]*)\]")
LONGEST = 2000  # characters of a target and its title
_TARGET = re.compile(r"""\(\s*+(?:<([^<>]*)>|((?:[^()]|\([^()]*\))*?))\s*+(?:"[^"]*"|'[^']*')?\s*+\)""")
_TASK = re.compile(r"^[ \t]*(?:[-*+]|\d+\.)[ \t]+(\[[ xX]\])[ \t]", re.MULTILINE)
_DEFINED = re.compile(r"^ {0,3}\[([^\^\]][^\]]*)\]:[ \t]*\S", re.MULTILINE)
_LINKED = re.compile(r"!?\[([^\[\]]*)\](?:\[[^\[\]]*\]|\([^()]*(?:\([^()]*\)[^()]*)*\))")
_ATTRIBUTES = re.compile(r"\{:?[ \t]*[#.][^{}\n]*\}")
_EMPHASIS = re.compile(r"(\*{1,3})(?=\S)(.+?)(?<=\S)\1", re.DOTALL)
_MARKED = re.compile(r"[\[*`{\\]")
_ESCAPE = re.compile(r"\\([\\`*_{}\[\]()#+.!|-])")


@dataclass(frozen=True, slots=True)
class Reference:
    """``[text][label]`` or ``[text][]``: the label as typed, and folded as Markdown compares it."""

    text: str
    typed: str
    label: str
    offset: int
    end: int

    @property
    def collapsed(self) -> bool:
        return self.typed is self.text


@dataclass(frozen=True, slots=True)
class Link:
    """``[text](target)`` or, as an image, ``![text](target)``."""

    text: str
    target: str
    image: bool
    offset: int
    end: int
    target_offset: int


def fold(label: str) -> str:
    """A label as references compare it: case and white space do not count."""
    return " ".join(label.split()).lower()


def definitions(prose: str) -> frozenset[str]:
    """The labels that the text itself defines, ``[label]: address``."""
    return frozenset(fold(match[1]) for match in _DEFINED.finditer(prose)) if "]:" in prose else frozenset()


def scan(prose: str) -> tuple[list[Reference], list[Link]]:
    """All references and links of a text, in order. Text that is neither stays text."""
    if any(box in prose for box in ("[ ]", "[x]", "[X]")):
        prose = _TASK.sub(lambda match: match[0].replace(match[1], "   "), prose)
    references: list[Reference] = []
    links: list[Link] = []
    taken = 0  # a label's own brackets are not the text of a second reference
    for start, opening, closing in _brackets(prose):
        if opening < taken:
            continue
        text = prose[opening + 1 : closing]
        if (label := _LABEL.match(prose, closing + 1)) and not PARAGRAPH_END.search(label[0]):
            taken = max(taken, label.end())
            typed = label[1] or text
            if start == opening and not text.startswith("^") and fold(typed):
                references.append(Reference(text, typed, fold(typed), start, label.end()))
        elif (target := _TARGET.match(prose, closing + 1, _paragraph_end(prose, closing))) and not PARAGRAPH_END.search(
            target[0]
        ):
            group = 1 if target[1] is not None else 2
            links.append(Link(text, target[group], start < opening, start, target.end(), target.start(group)))
    references.sort(key=lambda reference: reference.offset)
    links.sort(key=lambda link: link.offset)
    return references, links


def _paragraph_end(prose: str, offset: int) -> int:
    end = prose.find("\n\n", offset, offset + LONGEST)
    return end if end >= 0 else offset + LONGEST


def _brackets(prose: str) -> Iterator[tuple[int, int, int]]:
    """Pairs of brackets within one paragraph: start (of ``![`` too), opening and closing offset."""
    pairs: list[tuple[int, int, int]] = []
    stack: list[int] = []
    for bracket in _BRACKET.finditer(prose):
        at = bracket.start()
        if prose[at] == "\n":
            stack.clear()
        elif escaped(prose, at):
            continue
        elif prose[at] == "[":
            stack.append(at)
        elif stack:
            opening = stack.pop()
            image = opening and prose[opening - 1] == "!"
            pairs.append((opening - 1 if image else opening, opening, at))
    return iter(sorted(pairs))


def short(text: str) -> str:
    """The beginning of a line, for a message."""
    words = text.strip()
    return words if len(words) <= 60 else f"{words[:59].rstrip()}…"


@lru_cache(maxsize=8192)  # many rules use the same words
def plain(markdown: str) -> str:
    """The text of a line of Markdown without its marks, for cards, descriptions, and messages."""
    if not _MARKED.search(markdown):  # most titles
        return " ".join(markdown.split())
    text = _ATTRIBUTES.sub("", markdown)
    while "[" in text and (shorter := _LINKED.sub(r"\1", text)) != text:
        text = shorter
    if "*" in text:
        text = _EMPHASIS.sub(r"\2", _EMPHASIS.sub(r"\2", text))
    text = text.replace("`", "")
    return " ".join(_ESCAPE.sub(r"\1", text).split())
