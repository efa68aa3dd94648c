"""Hints of an interactive question: definitions of terms that its explanation links, unless they reveal the answer.

A definition reveals the answer if its term is an option or fills the blank: readers would only match it with the
question. It also reveals the answer if they share a word that neither the question nor a wrong option has. At most two
definitions are shown. The build writes them, not a script, so that they work without scripts.

The definition of a role is no hint: if the options are people, it reveals the answer; otherwise, it does not help.

If every definition reveals the answer, an author writes the hint in a ``/// hint`` block, which Markdown renders.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from html import escape

from ..content.glossary import Term
from ..content.guide import Guide
from ..content.inline import plain
from ..content.quiz import Question

_WORD = re.compile(r"[^\W_]+")
_ROLE = re.compile(r"The (?:persona who|role that)\b")  # how definitions of roles begin
_COMMON = frozenset(
    """about after again also and any are because been before between both but can could does each every first for from
    had has have her his how into its last may more most must neither nor not now off one only other out over same she
    should some such than that the their them then there these they this those through two under until was were what
    when where which while who whose why will with without would you your amazon sagemaker aws model models""".split()  # noqa: SIM905
)
_STEM = 5
_MOST = 2


def hints(guide: Guide, question: Question) -> list[Term]:
    """The terms whose definitions help with a question and do not answer it, in the order of its explanation.

    Empty if the author wrote a hint.
    """
    if question.hint:
        return []
    linked = dict.fromkeys(term for reference in question.references if (term := guide.term_of(reference)))
    given = [option.text for option in question.options] or [
        text for accepted in question.accepted for text in accepted
    ]
    offered = " | ".join(" ".join(_words(plain(text))) for text in given)
    telling = _telling(question)
    things = (term for term in linked if term.definition and not _ROLE.match(term.definition))
    silent = (term for term in things if not (_offered(term, offered) or telling & _stems(term.definition)))
    return list(silent)[:_MOST]


def as_html(terms: Sequence[Term], address: Callable[[str], str]) -> str:
    """A closed `details` for below a question; `address` gives the relative address of a page's path."""
    if not terms:
        return ""
    shown = (
        f'<dt><a href="{escape(address(term.path))}">{escape(term.name)}</a></dt>'
        f"<dd>{escape(term.definition, quote=False)}</dd>"
        for term in terms
    )
    return f'<details class="hint"><summary>A hint</summary><dl>{"".join(shown)}</dl></details>'


def _offered(term: Term, offered: str) -> bool:
    """Whether an option or a blank has one of its names, singular or plural: "feature store" is in "Feature Stores"."""
    return any(f" {words}" in f" {offered}" for name in term.names if (words := " ".join(_words(name))))


def _telling(question: Question) -> set[str]:
    if question.blanks:
        return _stems(*(text for accepted in question.accepted for text in accepted))
    right = _stems(*(plain(option.text) for option in question.options if option.right))
    wrong = _stems(*(plain(option.text) for option in question.options if not option.right))
    return right - wrong - _stems(plain(question.text))


def _words(text: str) -> list[str]:
    return [word.lower() for word in _WORD.findall(text)]


def _stems(*texts: str) -> set[str]:
    """The stems of meaningful words: "versioning" and "versions" have the same stem."""
    words = (word for text in texts for word in _words(text))
    return {word[:_STEM] for word in words if len(word) > 2 and word not in _COMMON}
