"""Keep answers out of the search index: exclude collapsed elements while the theme indexes the page.

The theme's search skips elements with a certain attribute, and joins cells and options into one text. So this module
adds the attribute, and separators between cells and options, and removes both after the page is indexed.
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
_PARTED = (
    ("</label>", " \u00b7 ", '<div class="answer-feedback'),
    ("</th>", " \u00b7", "\n<th"),
    ("</td>", " \u00b7", "\n<td"),
    ("</tr>", " \u00b7", "\n<tr"),
    ("</thead>", " \u00b7", "\n<tbody"),
)
_SIGNS = ("<table", "<details class=", 'class="quiz')


def for_search(html: str) -> str:
    """A page's content without answers, and with marks between cells and after options."""
    if not any(sign in html for sign in _SIGNS):  # most pages, and each replacement reads all of it
        return html
    for end, mark, start in _PARTED:
        html = html.replace(end + start, end + mark + start)
    for opening in _CLOSED:
        html = html.replace(opening, opening + _ATTRIBUTE)
    return html


def for_readers(html: str) -> str:
    """The content as readers get it."""
    if not any(sign in html for sign in _SIGNS):
        return html
    html = html.replace(_ATTRIBUTE, "")
    for end, mark, start in _PARTED:
        html = html.replace(end + mark + start, end + start)
    return html
