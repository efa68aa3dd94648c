"""While serving, render only the questions that changed since the last build. All of them take a third of a build."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from study.content.guide import Guide

_rendered: dict[tuple[Any, ...], str] = {}


def keep_rendered_questions(plugin: Any, guide: Guide) -> None:
    """Make mkdocs-quiz cache the HTML of each question, by its text, its page, and the targets of its links."""
    process: Callable[..., str] = plugin._process_quiz
    links = frozenset((label, term.path) for label, term in guide.by_name.items()), frozenset(guide.pages), guide.files

    def render(content: str, name: Any, options: dict[str, bool], t: Any, config: Any, page: Any, *rest: Any) -> str:
        key = content, name, tuple(options.items()), page.file.src_uri, links
        if key not in _rendered:
            _rendered[key] = process(content, name, options, t, config, page, *rest)
        return _rendered[key]

    plugin._process_quiz = render
