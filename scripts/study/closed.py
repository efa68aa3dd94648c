"""What a page keeps closed until its reader opens it, search does not tell either.

The theme's search leaves out what carries an attribute while it reads a page; nobody needs the attribute after that.
"""

from __future__ import annotations

_ATTRIBUTE = " data-search-exclude"
_CLOSED = (
    '<details class="answer"',
    '<details class="exemplar"',
    '<details class="hint"',
    '<div class="answer-feedback hidden"',  # from here on, what mkdocs-quiz writes
    '<section class="content hidden"',
    '<div class="quiz-intro"',
    '<button type="submit" class="quiz-button"',
    'class="quiz-header-link"',
)


def closed(html: str) -> str:
    """A page's content for search: without answers, and each option a word of its own."""
    for opening in _CLOSED:
        html = html.replace(opening, opening + _ATTRIBUTE)
    return html.replace("</label><div class", "</label>\n<div class")


def opened(html: str) -> str:
    """The content as readers get it."""
    return html.replace(_ATTRIBUTE, "")
