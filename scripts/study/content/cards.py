"""The deck: the cards for spaced review, from which the review page and the Anki export are made."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from textwrap import indent
from typing import Literal

from . import glossary
from .glossary import Term
from .guide import Guide
from .quiz import Option, Question
from .quiz_grammar import with_blanks
from .short_answers import ShortAnswer

Kind = Literal["term", "answer", "question"]

GAP = r"\_\_\_\_\_"
_BEGINS = re.compile(r"^(?=[#>+*-])|(?<=^\d)(?=\.)|(?<=^\d\d)(?=\.)")  # a block, at the beginning of a line
_MARKS = re.compile(r"(?=[\\`*_{}\[\]()#+.!>-])")


@dataclass(frozen=True, slots=True)
class Card:
    """A question and its answer, as Markdown of the page at `path`.

    `id` is made of the guide's own ids, such as ``term:lineage:name``, which asks for the name. It does not change when
    cards are reworded, moved, or added, so that a reader's progress stays with its card. `note` is what the card is
    about: cards of one note give each other away, so they are not shown one after the other. `anchor` is the id of
    its place on the page, empty for the whole page.
    """

    id: str
    note: str
    kind: Kind
    front: str
    back: str
    terms: tuple[str, ...]
    personas: tuple[str, ...]
    stages: tuple[str, ...]
    path: str
    anchor: str

    @property
    def theme(self) -> str:
        return theme_of(self.path)


def theme_of(path: str) -> str:
    """The id of a theme: its page's path without suffix, and without the folder of quizzes. All terms are one theme."""
    if glossary.is_glossary(path):
        return glossary.FOLDER
    return path.removesuffix(".md").removeprefix("quiz/")


def deck(guide: Guide) -> tuple[Card, ...]:
    """Terms both ways, short answers, interactive questions, in the order of the guide.

    An item without an id, or with the id of an earlier item, gives no card, because no progress could be saved for it.
    """
    cards: dict[str, Card] = {}
    for term in guide.terms:
        for card in _term_cards(term):
            cards.setdefault(card.id, card)
    for answer in guide.short_answers:
        if named(guide, answer):
            cards.setdefault(f"answer:{answer.id}", _answer_card(guide, answer))
    for question in guide.questions:
        if named(guide, question):
            cards.setdefault(f"question:{question.id}", _question_card(guide, question))
    return tuple(cards.values())


def named(guide: Guide, item: Question | ShortAnswer) -> bool:
    """Whether the heading has an explicit id; a generated id changes with the title."""
    heading = guide.pages[item.path].heading_of(item.place.offset)
    return bool(item.id and heading and heading.explicit)


def terms_of(guide: Guide, item: Question | ShortAnswer) -> list[Term]:
    """The terms that a question links, in its reasons and key points too, each once, in order."""
    found = (guide.term_of(reference) for reference in guide.references_of(item))
    return list(dict.fromkeys(term for term in found if term))


def personas_of(terms: list[Term]) -> tuple[str, ...]:
    return tuple(sorted({persona for term in terms for persona in term.personas}))


def stages_of(terms: list[Term]) -> tuple[str, ...]:
    return tuple(sorted({stage for term in terms for stage in term.stages}))


def escape(text: str) -> str:
    """Markdown that shows a text unchanged."""
    return _MARKS.sub(r"\\", text)


def _term_cards(term: Term) -> Iterator[Card]:
    if not term.definition:
        return
    note = f"term:{term.id}"
    name = escape(term.name)
    sides: tuple[tuple[str, str, str], ...] = (
        ("definition", name, term.paragraph),
        ("name", term.paragraph, name),
    )
    for asked, front, back in sides:
        yield Card(
            f"{note}:{asked}",
            note,
            "term",
            front,
            back,
            (term.id,),
            tuple(sorted(set(term.personas))),
            tuple(sorted(set(term.stages))),
            term.path,
            "",
        )


def _answer_card(guide: Guide, answer: ShortAnswer) -> Card:
    points = [_item(_safe(point.text)) for point in answer.key_points]
    return _card(guide, answer, "answer", answer.question, f"{answer.answer}\n\n" + "\n".join(points))


def _question_card(guide: Guide, question: Question) -> Card:
    if question.blanks:
        front = with_blanks(question.text, lambda _: GAP)
        told = with_blanks(question.text, lambda answer: f"**{escape(answer)}**")
    else:
        front = question.text + "\n\n" + "\n".join(_item(_safe(option.text)) for option in question.options)
        told = "\n\n".join(_item(_judged(option)) for option in question.options)
    return _card(guide, question, "question", front, f"{told}\n\n{question.explanation}")


def _card(guide: Guide, item: Question | ShortAnswer, kind: Kind, front: str, back: str) -> Card:
    terms = terms_of(guide, item)
    id = f"{kind}:{item.id}"
    ids = tuple(term.id for term in terms)
    back = back.strip()
    return Card(id, id, kind, front.strip(), back, ids, personas_of(terms), stages_of(terms), item.path, item.id)


def _judged(option: Option) -> str:
    return f"**{'Right' if option.right else 'Wrong'}:** {option.text}\n\n{option.reason}"


def _item(text: str) -> str:
    """A list item; the lines after the first are indented, so that they stay inside."""
    lines = "\n".join(line.strip() for line in text.split("\n"))
    return "- " + indent(lines, "    ").lstrip()


def _safe(line: str) -> str:
    return _BEGINS.sub(r"\\", line)
