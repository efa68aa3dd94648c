"""How a question, its options and the space for its answer look on paper."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from html import escape
from math import ceil

from ..content.essays import Prompt
from ..content.inline import plain
from ..content.quiz import Option, Question
from ..content.quiz_grammar import with_blanks
from .links import Links
from .plan import Item, Numbered, Plan, Theme
from .print_pages import mark_end
from .section import Part, escaped, letter

_ENDS = (".", "?", "!", ":")
_BEFORE_GAP = re.compile(r"(?<=\S)[ \n](?=\\_)")
_STEP = 6  # letters: lengths of gaps are multiples of this, so that they do not reveal the answer


def article(each: Numbered[Item], level: int, inner: str, kind: str) -> str:
    """A question under its number and title."""
    number = f'<span class="number" id="{escape(each.id)}">{each.number}</span>'
    heading = f"<h{level}>{number} {escaped(each.title)}</h{level}>"
    return f'<article class="{kind}">{heading}{inner}</article>'


def side_by_side(left: str, right: str) -> str:
    """The question and its options, side by side if the page is wide enough."""
    if not right:
        return left
    return f'<div class="pair"><div class="left">{left}</div><div class="right">{right}</div></div>'


def theme_sections(themes: Iterable[Theme], inner: Callable[[Theme], str]) -> str:
    """A section for each theme, with `inner` below its title."""
    return "".join(
        f'<section class="theme"><h3 id="{escape(theme.id)}">{escaped(theme.title)}</h3>{inner(theme)}'
        f"{mark_end(theme.id)}</section>"
        for theme in themes
    )


def theme_entries(themes: Iterable[Theme]) -> tuple[tuple[str, str], ...]:
    """Themes as the contents list them."""
    return tuple(
        (theme.id, f"{theme.title} ({number_range(theme)})" if theme.questions else theme.title) for theme in themes
    )


def number_range(theme: Theme) -> str:
    """The numbers of its questions, and how many there are if some between the first and the last are left out."""
    numbers = [each.number for each in theme.questions]
    if len(numbers) == 1:
        return numbers[0]
    span = f"{numbers[0]} to {numbers[-1]}"
    whole = int(numbers[-1][1:]) - int(numbers[0][1:]) + 1 == len(numbers)
    return span if whole else f"{len(numbers)} questions, {span}"


def essays(plan: Plan, inner: Callable[[Prompt], str]) -> Part:
    """The essay prompts, each with `inner` below its title."""
    html = "".join(article(each, 3, inner(each.item), "prompt") for each in plan.prompts)
    return Part("prompts", "Essays", html, tuple((each.id, f"{each.number} {each.title}") for each in plan.prompts))


def question_html(question: Question, links: Links) -> str:
    """Its text, each blank a gap on the line of the word before."""
    markdown = _BEFORE_GAP.sub("\N{NO-BREAK SPACE}", with_gaps(question))
    return f'<div class="asked">{links.html(markdown, question.path)}</div>'


def with_gaps(question: Question) -> str:
    """Its text as Markdown, with a gap for each blank."""
    return with_blanks(question.text, lambda answer: r"\_" * gap_length(answer))


def option_list(question: Question, options: Iterable[Option], links: Links) -> str:
    """The options by letter; empty for a question with blanks."""
    items = "".join(f"<li>{links.inline(option.text, question.path)}</li>" for option in options)
    return f'<ol class="options" type="A">{items}</ol>' if items else ""


def gap_length(answer: str) -> int:
    """Letters of a gap for an answer, in steps, so that it does not give the answer away."""
    return min(30, max(12, _STEP * ceil(len(answer) * 1.6 / _STEP)))


def option_sentence(index: int, option: Option, path: str, links: Links) -> str:
    """An option after its letter, as a sentence of its own, which its reason follows."""
    end = "" if plain(option.text).endswith(_ENDS) else "."
    return f"<b>{letter(index)}. {links.inline(option.text, path)}{end}</b>"


def right_letters(question: Question) -> str:
    """The letters of the right options, or the answer to each blank."""
    letters = (letter(index) for index, option in enumerate(question.options) if option.right)
    return ", ".join(question.blanks or letters)


def blank_answers(question: Question) -> str:
    """The answer to each blank, and what else is right."""
    return ", ".join(f"<b>{escaped(answer)}</b>{_also(others)}" for answer, *others in question.accepted)


def _also(others: list[str]) -> str:
    return f" (also right: {escaped(' or '.join(others))})" if others else ""


def ruled_lines(lines: int) -> str:
    """Lines to write on."""
    return f'<div class="rules" aria-hidden="true">{"<i></i>" * lines}</div>'
