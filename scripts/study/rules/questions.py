"""Q: interactive questions."""

from __future__ import annotations

from ..guide import Guide
from ..inline import fold, plain
from .registry import Found, rule


@rule("Q001")
def unclosed_quiz(guide: Guide) -> Found:
    """A block that nothing closes swallows the page below it."""
    for page in guide:
        for block in page.quizzes:
            if not block.closed:
                yield page.place(block.offset), "this <quiz> is never closed; write </quiz> on a line of its own"


@rule("Q002")
def no_right_option(guide: Guide) -> Found:
    """A question whose options are all wrong cannot be answered."""
    for question in guide.questions:
        if question.options and not any(option.right for option in question.options):
            yield question.place, "this question has no right option; mark at least one with - [x]"


@rule("Q003")
def option_without_reason(guide: Guide) -> Found:
    """The reason is what a reader learns from, after a wrong choice and after a right one."""
    for question in guide.questions:
        for option in question.options:
            if not option.reason:
                shown = _short(option.text)
                yield option.place, f'the option "{shown}" has no reason; write "> why" on the line right below it'


@rule("Q004")
def explanation_without_term(guide: Guide) -> Found:
    """The way back from a question to the text."""
    for question in guide.questions:
        if not any(guide.term_of(reference) for reference in question.references):
            yield question.place, "the explanation of this question links no term; add one, such as [lineage][]"


@rule("Q005")
def duplicate_option(guide: Guide) -> Found:
    """Two options of one wording: one of them would be marked against the reader."""
    for question in guide.questions:
        seen: dict[str, int] = {}
        for option in question.options:
            line = seen.setdefault(fold(option.text), option.place.line)
            if line != option.place.line:
                yield option.place, f'the option "{_short(option.text)}" already stands on line {line}; change one'


@rule("Q006")
def question_without_id(guide: Guide) -> Found:
    """Saved answers are kept under the id of the question's own heading."""
    for question in guide.questions:
        if not question.id:
            yield (
                question.place,
                "this question has no heading of its own with an id; add ### Title { #its-id } above",
            )


@rule("Q007")
def empty_question(guide: Guide) -> Found:
    """A block without question text, or with neither options nor a blank."""
    for question in guide.questions:
        if not question.text:
            yield question.place, "this question asks nothing; write its text right below <quiz>"
        elif not question.options and not question.blanks:
            yield question.place, "this question has neither options (- [x]) nor a blank ([[answer]])"


@rule("Q008")
def stray_quiz_end(guide: Guide) -> Found:
    """An end without a beginning is shown to the reader as it is."""
    for page in guide:
        for offset in page.stray_quiz_ends:
            yield page.place(offset), "this </quiz> closes nothing; write <quiz> above the question or delete it"


@rule("Q009")
def unknown_mark(guide: Guide) -> Found:
    """mkdocs-quiz stops the build at a mark it does not know."""
    for question in guide.questions:
        for option in question.options:
            if option.mark not in ("", "x", "X"):
                yield option.place, f'"[{option.mark}]" marks neither right nor wrong; write [x] or [ ]'


@rule("Q010")
def loose_reason(guide: Guide) -> Found:
    """A reason that a blank line parts from its option is read as the beginning of the explanation."""
    for question in guide.questions:
        if question.options and question.explanation.startswith(">"):
            shown = plain(question.explanation.splitlines()[0].lstrip("> "))
            yield question.place, f'"> {_short(shown)}" belongs to no option; remove the blank line above it'


def _short(text: str) -> str:
    return text if len(text) <= 60 else f"{text[:59].rstrip()}…"
