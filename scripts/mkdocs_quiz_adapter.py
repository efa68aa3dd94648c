"""How the site uses mkdocs-quiz: the plugin reads blocks and writes their HTML; the site serves its style as a file.

The site does not serve the plugin's script, nor what the plugin adds to each page for that script:
docs/assets/javascripts/quiz.js uses the HTML instead. One private method, ``MkDocsQuizPlugin._process_quiz``, is
wrapped for two reasons: it numbers a page's quizzes, and it stops the build at the first block that it cannot read. All
else uses public interfaces: its configuration (mkdocs.yml), MkDocs' events, and the stylesheet in its package. This
module does not import the plugin, because the plugin imports MkDocs.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from html import escape
from importlib.resources import files
from typing import Any

from study.content.guide import Guide
from study.content.page import Page
from study.content.quiz import questions
from study.content.quiz_grammar import is_blank
from study.render import hints

_END_OF_PAGE = "<!-- the end of the page's own content -->"
_ITS_FORM = '<form action="javascript:void(0);" onsubmit="return false;">'
_OUR_FORM = '<form method="dialog">'  # outside a dialog, no browser submits it, and the security policy allows it


def adapt(
    plugin: Any, guide: Guide, pages: Mapping[str, Page], address_from: Callable[[Any], Callable[[str], str]]
) -> dict[str, str]:
    """Make the plugin render the guide's questions. Returns its stylesheet as a file, text by path.

    `pages` are the site's pages by path, as it shows them. `address_from` takes a page of MkDocs and returns a function
    from a page of the guide to its address from there.
    """
    plugin._is_fill_in_blank_quiz = is_blank  # the plugin's own reads ``df[["a", "b"]]`` in code as a blank
    plugin._process_quiz = _with_ids(plugin._process_quiz, guide, pages, address_from)
    style = files("mkdocs_quiz.css").joinpath("quiz.css").read_text(encoding="utf-8")
    return {"assets/mkdocs-quiz/quiz.css": style}


def with_end(html: str) -> str:
    """Mark the end of a page's content, before mkdocs-quiz appends its style, its script, and its texts."""
    return html + _END_OF_PAGE


def without_additions(html: str) -> str:
    """Remove the text that mkdocs-quiz appended to a page."""
    return html.partition(_END_OF_PAGE)[0]


def _with_ids(
    process: Callable[..., str],
    guide: Guide,
    pages: Mapping[str, Page],
    address_from: Callable[[Any], Callable[[str], str]],
) -> Callable[..., str]:
    """Give a quiz its question's id, which stays when questions move, in place of its number on the page.

    A question that mkdocs-quiz cannot read is shown as it was typed: the check has already said where and why.
    """
    asked = {path: questions(page) for path, page in pages.items()}

    def render(content: str, number: int, options: dict[str, bool], t: Any, config: Any, page: Any, *rest: Any) -> str:
        own = asked[page.file.src_uri]
        if number >= len(own):  # an unclosed block above it, which the check reports
            return f"<pre>{escape(content)}</pre>"
        question = own[number]
        try:
            shown = process(content, question.id or number, options, t, config, page, *rest)
        except ValueError:
            return f"<pre>{escape(content)}</pre>"
        return shown.replace(_ITS_FORM, _OUR_FORM) + hints.as_html(hints.hints(guide, question), address_from(page))

    return render
