"""Q: parts of a question that are outside of it, and the form of its question and options."""

from __future__ import annotations

import re

from ...content.guide import Guide
from .registry import Finding, Found, rule

_OPTION = re.compile(r"\n- \[[ xX]\] [^\n]*")


@rule("Q054", "a question without its mark, or an option with a period", "- [x] It waits.", "- [x] It waits")
def form_of_question(guide: Guide) -> Found:
    """All questions have one form: the question ends with a question mark, and options have no mark at the end."""
    for question in guide.questions:
        if question.options and question.text.strip() and "?" not in question.text:
            message = 'this question has no question mark; end the sentence that asks with "?"'
            yield Finding(question.place, message, len("<quiz>"))
        for option in question.options:
            text = option.text.strip()
            if text.endswith((".", ";", ",")) and not text.endswith(("...", "etc.", ".m.")):
                message = f'the option "{text}" ends with "{text[-1]}"; options have no mark at their end'
                yield Finding(option.place, message, len(option.text))


@rule("Q055", "an option outside of a question", "</quiz>\n\n- [ ] Maybe", "- [ ] Maybe\n> Why not.\n</quiz>")
def option_outside(guide: Guide) -> Found:
    """An option that was pasted outside of a question is shown as a box that does nothing."""
    for page in guide:
        if not page.quizzes or any(block.name == "answer" for block in page.blocks):
            continue
        for match in _OPTION.finditer(page.source.prose):
            if not any(quiz.offset <= match.start() < quiz.end for quiz in page.quizzes):
                message = "this option is outside of a question; move it between <quiz> and </quiz>, or delete it"
                yield Finding(page.place(match.start() + 1), message, len(match[0]) - 1)


@rule("Q056", "a hint that belongs to no question", "/// hint\nAsk.\n///\n\n<quiz>", "</quiz>\n\n/// hint\nAsk.\n///")
def loose_hint(guide: Guide) -> Found:
    """The page shows a hint with the question right above it. It does not find a hint in another place."""
    for page in guide:
        if not all(quiz.closed for quiz in page.quizzes):  # Q001
            continue
        for block in page.blocks:
            above = page.source.text[max(block.offset - 20, 0) : block.offset].rstrip()
            if block.name == "hint" and not above.endswith("</quiz>"):
                message = "this hint is not right below a </quiz>; move it there, or delete it"
                yield Finding(page.place(block.offset), message, len("/// hint"))
