"""An interactive question rendered once for one output: HTML for a program or a page, or plain text."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from ..content.quiz import Question
from ..content.quiz_grammar import with_blanks

BLANK_TOKEN = "\ue000"
"""The mark of a blank in a rendered question: a character that has no meaning in any format."""

Render = Callable[[str, str], str]
"""Markdown and the path of its page to HTML or text, such as a method of `Fragments`."""


@dataclass(frozen=True, slots=True)
class OptionView:
    text: str
    right: bool
    reason: str


@dataclass(frozen=True, slots=True)
class QuestionView:
    """`text` has a `BLANK_TOKEN` for each blank; `accepted` has the texts that each accepts, the answer first."""

    text: str
    options: tuple[OptionView, ...]
    accepted: tuple[tuple[str, ...], ...]
    explanation: str

    def text_with(self, blank: str) -> str:
        """The text with something in place of each blank, in the same format."""
        return self.text.replace(BLANK_TOKEN, blank)


def question_view(question: Question, block: Render, line: Render, reason: Render | None = None) -> QuestionView:
    """`block` renders text and explanation, `line` options, and `reason` their reasons, by default as lines."""
    path = question.path
    return QuestionView(
        text=block(with_blanks(question.text, lambda _: BLANK_TOKEN), path),
        options=tuple(
            OptionView(line(option.text, path), option.right, (reason or line)(option.reason, path))
            for option in question.options
        ),
        accepted=question.accepted,
        explanation=block(question.explanation, path),
    )
