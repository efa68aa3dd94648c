"""A test on paper in two versions. Its page has the number of questions, and a comment has the seed for drawing."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256
from itertools import chain, zip_longest
from typing import TypeVar

from .guide import Guide
from .page import Page
from .quiz import Option, Question
from .source import Place

Item = TypeVar("Item")
PATH = "handouts/printed-test.md"
VERSIONS = ("A", "B")
_MOST = 20
"""Attempts to shuffle options into an order of their own: even of two options, one in a million fails."""
_FACT = re.compile(r"^[-*][ \t]+(Questions|Seed|People):[ \t]*([^\n]*?(?:\n[ \t]+\S[^\n]*?)*)[ \t]*$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Fact:
    """The text after a label, and its place."""

    text: str
    place: Place

    @property
    def number(self) -> int | None:
        """`None` unless it is a whole number above zero."""
        return int(self.text) if re.fullmatch(r"[1-9]\d{0,5}", self.text) else None


@dataclass(frozen=True)
class PrintedTest:
    """The page of the test, and its settings. `people` says who the people in the questions are."""

    page: Page
    questions: Fact | None
    seed: Fact | None
    people: Fact | None


@dataclass(frozen=True, slots=True)
class Asked:
    """A question of one version: its number from 1, and its options in this version's order."""

    number: int
    question: Question
    options: tuple[Option, ...]

    @property
    def right(self) -> int:
        """The place of the right option, from 0."""
        return next(index for index, option in enumerate(self.options) if option.right)


def printed_test(guide: Guide) -> PrintedTest | None:
    page = guide.pages.get(PATH)
    if page is None:
        return None
    found = {
        match[1]: Fact(" ".join(match[2].split()), page.place(match.start(2)))
        for match in _FACT.finditer(page.source.unfenced)
    }
    return PrintedTest(page, found.get("Questions"), found.get("Seed"), found.get("People"))


def pool(guide: Guide) -> list[list[Question]]:
    """For each session, its questions with one right option: an answer is one letter."""
    by_address = {(each.path, each.id): each for each in guide.questions if each.kind == "single"}
    asked = ([(target.path, target.id) for target in session.asks] for session in guide.sessions)
    return [[by_address[address] for address in own if address in by_address] for own in asked]


def drawn(guide: Guide, test: PrintedTest, version: str) -> tuple[Asked, ...]:
    """One version. All versions have the same questions, but each has its own order of questions and options."""
    count, seed = test.questions and test.questions.number, test.seed and test.seed.number
    chosen = _chosen(guide, count or 0, f"{seed}")
    return tuple(
        Asked(number, question, _options(question, f"{seed}", version))
        for number, question in enumerate(_shuffled(chosen, f"{seed} {version}"), 1)
    )


def _options(question: Question, seed: str, version: str) -> tuple[Option, ...]:
    """The options in an order that no version before this one has, if there are enough orders."""
    earlier: list[tuple[Option, ...]] = []
    for name in VERSIONS[: VERSIONS.index(version) + 1]:
        tries = (f"{seed} {name} {question.id}" + " again" * attempt for attempt in range(_MOST))
        orders = [tuple(_shuffled(question.options, each)) for each in tries]
        earlier.append(next((order for order in orders if order not in earlier), orders[0]))
    return earlier[-1]


def _chosen(guide: Guide, count: int, seed: str) -> list[Question]:
    """The same number of questions from each session, or all questions of a session that has fewer."""
    turns = zip_longest(*(_shuffled(own, f"{seed} {place}") for place, own in enumerate(pool(guide))))
    return [question for question in chain.from_iterable(turns) if question is not None][:count]


def _shuffled(items: Sequence[Item], seed: str) -> list[Item]:
    """Shuffled by a digest: the order is the same on every machine and in every version of Python."""
    places = sorted(range(len(items)), key=lambda place: sha256(f"{seed} {place}".encode()).digest())
    return [items[place] for place in places]
