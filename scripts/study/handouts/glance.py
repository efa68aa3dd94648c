"""The right options of all questions of a theme in one paragraph, for grading many papers without turning pages."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from math import ceil

from ..content.quiz import Question
from .plan import Numbered, Theme
from .questions import right_letters
from .section import Part, escaped

_COLUMN = 11  # letters of words that fit in a column
_WIDE = {2: "two", 3: "three"}  # columns


def glance(themes: Iterable[Theme]) -> Part:
    html = "".join(f"<h3>{escaped(theme.title)}</h3>{_line(theme)}{_short_answers(theme)}" for theme in themes)
    return Part("glance", "Answers at a glance", html)


def _line(theme: Theme) -> str:
    return f'<p class="glance">{" ".join(map(_right, theme.questions))}</p>'


def _right(each: Numbered[Question]) -> str:
    """Its number and its answer, which takes as many columns as it needs, so that all numbers stay in line."""
    right = right_letters(each.item)
    columns = min(3, ceil(len(f"{each.number} {right}") / _COLUMN)) if each.item.blanks else 1
    wide = f' class="{_WIDE[columns]}"' if columns in _WIDE else ""
    return f"<span{wide}><b>{each.number}</b> {escaped(right)}</span>"


def _short_answers(theme: Theme) -> str:
    """Where the key has the short answers on a session's sheets."""
    named = ", ".join(f'<a href="#{escape(each.id)}" class="place">{each.number}</a>' for each in theme.answers)
    return f'<p class="sheet-answers">Short answers: {named}</p>' if named else ""
