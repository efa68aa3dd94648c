"""The right options of all questions of a theme in one paragraph, for grading many papers without turning pages."""

from __future__ import annotations

from collections.abc import Iterable

from .plan import Theme
from .questions import right_letters
from .section import Part, text


def glance(themes: Iterable[Theme]) -> Part:
    html = "".join(f"<h3>{text(theme.title)}</h3>{_line(theme)}" for theme in themes)
    return Part("glance", "Answers at a glance", html)


def _line(theme: Theme) -> str:
    told = (f"<span><b>{each.number}</b> {text(right_letters(each.item))}</span>" for each in theme.questions)
    return f'<p class="glance">{" ".join(told)}</p>'
