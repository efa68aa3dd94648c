"""mkdocs-quiz as this site uses it: without importing it, for it imports MkDocs."""

from __future__ import annotations

import sys
from collections.abc import Callable
from html import escape
from typing import Any

from markdown import Markdown
from study import glossary, hints
from study.guide import Guide
from study.quiz import questions
from study.quiz_grammar import is_blank


def adapt(plugin: Any, guide: Guide, address_from: Callable[[Any], Callable[[str], str]]) -> dict[str, str]:
    """Have the plugin render the guide's questions; what it needs beside the pages, text by path.

    `address_from` gives, for a page of MkDocs, where links from it to pages of the guide lead.
    """
    plugin._is_fill_in_blank_quiz = is_blank  # theirs takes ``df[["a", "b"]]`` in code for a blank
    plugin._process_quiz = _named(plugin._process_quiz, guide, address_from)
    plugin._create_fragment_markdown = _once_a_page(plugin._create_fragment_markdown)
    return _assets(plugin)


def _assets(plugin: Any) -> dict[str, str]:
    """mkdocs-quiz writes its style and script, 60 KB, into each page; as files, a browser fetches them once.

    Its script finds a button by the type that every button has, which small pages do not name.
    """
    module: Any = sys.modules[type(plugin).__module__]
    module.style = module.js_script = ""
    script = module.js_content.replace('button[type="submit"]', "button.quiz-button")
    return {"assets/mkdocs-quiz/quiz.css": module.style_content, "assets/mkdocs-quiz/quiz.js": script}


def _once_a_page(create: Callable[..., Markdown]) -> Callable[..., Markdown]:
    """mkdocs-quiz makes a Markdown parser for each quiz and resets it between parts; one for each page is enough."""
    made: dict[str, Markdown] = {}

    def parser(page: Any, config: Any, files: Any) -> Markdown:
        if page.file.src_uri not in made:
            made.clear()
            made[page.file.src_uri] = create(page, config, files)
        return made[page.file.src_uri]

    return parser


def _named(
    process: Callable[..., str], guide: Guide, address_from: Callable[[Any], Callable[[str], str]]
) -> Callable[..., str]:
    """mkdocs-quiz numbers its quizzes and keeps saved answers by that number; a question's id outlives its place.

    A question it cannot read is shown as it was typed: the check has already said where and why.
    """
    asked = {path: tuple(questions(page)) for path, page in guide.pages.items()}

    def render(content: str, number: int, options: dict[str, bool], t: Any, config: Any, page: Any, *rest: Any) -> str:
        own = asked[page.file.src_uri]
        if number >= len(own):  # an unclosed block above it: the check has said so
            return f"<pre>{escape(content)}</pre>"
        question = own[number]
        if question.kind == "blank":  # its list of right answers would show what the reader typed as HTML
            options = {**options, "show_correct": False}
        try:
            shown = process(content, question.id or number, options, t, config, page, *rest)
        except ValueError:
            return f"<pre>{escape(content)}</pre>"
        return shown + hints.as_html(hints.hints(guide, question), address_from(page)(glossary.PATH))

    return render
