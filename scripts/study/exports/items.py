"""Interactive questions for other programs: rendered, with their theme and their subjects."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby, product

from ..content.cards import named, personas_of, stages_of, terms_of, theme_of
from ..content.guide import Guide
from ..content.quiz import Kind, Question
from ..render.fragments import Fragments, carried
from ..render.question_view import BLANK_TOKEN, QuestionView, question_view


@dataclass(frozen=True, slots=True)
class Theme:
    """A page of questions."""

    id: str
    title: str


@dataclass(frozen=True, slots=True)
class Choice:
    """`text` and `reason` are HTML; `id` is unique within the question."""

    id: str
    text: str
    right: bool
    reason: str


@dataclass(frozen=True, slots=True)
class Item:
    """A question; `text` and `explanation` are HTML that is well-formed XML too, `title` is plain text.

    `accepted` has the plain texts that each blank accepts.
    """

    id: str
    title: str
    kind: Kind
    theme: Theme
    text: str
    choices: tuple[Choice, ...]
    accepted: tuple[tuple[str, ...], ...]
    explanation: str
    tags: tuple[str, ...]

    @property
    def right_entries(self) -> list[tuple[str, ...]]:
        """Every right way to fill all blanks; none for a question with options."""
        return list(product(*self.accepted)) if self.accepted else []


def items(guide: Guide, fragments: Fragments) -> tuple[Item, ...]:
    """The questions that can be exported, rendered."""
    return tuple(_item(guide, fragments, question) for question in exported(guide))


def exported(guide: Guide) -> list[Question]:
    """The questions that can be exported, in the order of the guide."""
    left = {id(question) for question, _ in left_out(guide)}
    return [question for question in guide.questions if id(question) not in left]


def left_out(guide: Guide) -> Iterator[tuple[Question, str]]:
    """The questions that cannot be exported, and why: another program could not identify the question or grade it."""
    taken: set[str] = set()
    for question in guide.questions:
        if not named(guide, question):
            yield question, "it has no heading of its own with an id; write ### Title { #its-id } above it"
        elif question.id in taken:
            yield question, f'the id "{question.id}" is taken by another question; choose another'
        elif not question.blanks and not any(option.right for option in question.options):
            yield question, "it has no right option; mark at least one with - [x]"
        taken.add(question.id)


def by_theme(items: Iterable[Item]) -> list[tuple[Theme, list[Item]]]:
    ordered = groupby(items, key=lambda item: item.theme)
    return [(theme, list(own)) for theme, own in ordered]


def gaps(text: str, shown: str = "_____") -> str:
    """A text with its blanks shown, numbered if there are several."""
    count = text.count(BLANK_TOKEN)
    for number in range(1, count + 1):
        text = text.replace(BLANK_TOKEN, f"{shown} ({number})" if count > 1 else shown, 1)
    return text


def tags(personas: Iterable[str], stages: Iterable[str], theme: str) -> tuple[str, ...]:
    """The subjects of a question, as tags that form a tree."""
    return (
        *(f"persona::{persona}" for persona in personas),
        *(f"stage::{stage}" for stage in stages),
        f"theme::{'-'.join(theme.split())}",  # no tag of Anki's has a space
    )


def _item(guide: Guide, fragments: Fragments, question: Question) -> Item:
    path = question.path
    terms = terms_of(guide, question)
    theme = Theme(theme_of(path), fragments.line(guide.pages[path].title, path))
    view = question_view(question, fragments.html, fragments.inline, fragments.html)
    return Item(
        id=carried(question.id),
        title=carried(question.title),
        kind=question.kind,
        theme=theme,
        text=view.text,
        choices=() if view.accepted else _choices(question, view),
        accepted=tuple(tuple(map(carried, texts)) for texts in view.accepted),
        explanation=view.explanation,
        tags=tags(personas_of(terms), stages_of(terms), theme.id),
    )


def _choices(question: Question, view: QuestionView) -> tuple[Choice, ...]:
    return tuple(
        Choice(f"{carried(question.id)}-{number}", option.text, option.right, option.reason)
        for number, option in enumerate(view.options, 1)
    )
