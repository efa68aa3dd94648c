"""Q: interactive questions."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from ..guide import Guide
from ..hints import hints
from ..inline import fold, plain
from ..quiz import Option, Question
from .registry import Finding, Found, rule
from .swallowed import near_quiz_tags

_EMPTY_REASON = re.compile(
    r"(?:yes|no|(?:that'?s |this is |it'?s )?(?:not )?(?:correct|incorrect|right|wrong|true|false)"
    r"(?: answer| option)?)[.!]*$",
    re.IGNORECASE,
)
TELLING = 8  # single-choice questions on a page: fewer tell nothing about a habit


@rule("Q001", "a quiz that is not closed", "<quiz>\nWhy?", "<quiz>\nWhy?\n</quiz>")
def unclosed_quiz(guide: Guide) -> Found:
    """A block that nothing closes swallows the page below it."""
    for page in guide:
        for block in page.quizzes:
            if not block.closed and not near_quiz_tags(page):
                message = "this <quiz> is never closed; write </quiz> on a line of its own"
                yield Finding(page.place(block.offset), message, len("<quiz>"))


@rule("Q002", "no right option", "- [ ] Yes\n- [ ] No", "- [x] Yes\n- [ ] No")
def no_right_option(guide: Guide) -> Found:
    """A question whose options are all wrong cannot be answered."""
    for question in _read(guide):
        if question.options and not any(option.right for option in question.options):
            yield Finding(question.place, "this question has no right option; mark at least one with - [x]", 6)


@rule("Q003", "an option without its reason", "- [x] Yes\n- [ ] No", "- [x] Yes\n> The graph records it.")
def option_without_reason(guide: Guide) -> Found:
    """The reason is what a reader learns from, after a wrong choice and after a right one."""
    for question in _read(guide):
        for option in question.options:
            if not option.reason:
                message = f'the option "{_short(option.text)}" has no reason; write "> why" on the line right below it'
                yield _about(option, message)


@rule("Q004", "an explanation that links no term", "Lineage records it.", "[Lineage][] records it.")
def explanation_without_term(guide: Guide) -> Found:
    """The way back from a question to the text."""
    for question in _read(guide):
        if not any(guide.term_of(reference) for reference in question.references):
            message = "the explanation of this question links no term; add one, such as [lineage][]"
            yield Finding(question.place, message, 6)


@rule("Q005", "two equal options", "- [x] Yes\n- [ ] yes", "- [x] Yes\n- [ ] No")
def duplicate_option(guide: Guide) -> Found:
    """Two options that differ in case or space at most: one of them would be marked against the reader."""
    for question in guide.questions:
        seen: dict[str, int] = {}
        for option in question.options:
            line = seen.setdefault(fold(option.text), option.place.line)
            if line != option.place.line:
                yield _about(option, f'the option "{_short(option.text)}" already stands on line {line}; change one')


@rule("Q006", "a question without an id of its own", "<quiz>\nWhy?\n</quiz>", "### Lineage { #why-lineage }\n\n<quiz>")
def question_without_id(guide: Guide) -> Found:
    """Saved answers are kept under the id of the question's own heading."""
    for question in guide.questions:
        if not question.id:
            message = "this question has no heading of its own with an id; add ### Title { #its-id } above"
            yield Finding(question.place, message, 6)


@rule(
    "Q007", "a question that asks nothing", "<quiz>\n- [x] Yes\n</quiz>", "<quiz>\nIs it recorded?\n- [x] Yes\n</quiz>"
)
def empty_question(guide: Guide) -> Found:
    """A block without question text, or with neither options nor a blank."""
    for question in _read(guide):
        if not question.text:
            yield Finding(question.place, "this question asks nothing; write its text right below <quiz>", 6)
        elif not question.options and not question.blanks:
            yield Finding(question.place, "this question has neither options (- [x]) nor a blank ([[answer]])", 6)


@rule("Q008", "an end without a beginning", "</quiz>\n\n</quiz>", "<quiz>\nWhy?\n</quiz>")
def stray_quiz_end(guide: Guide) -> Found:
    """An end without a beginning is shown to the reader as it is."""
    for page in guide:
        for offset in page.stray_quiz_ends if not near_quiz_tags(page) else ():
            message = "this </quiz> closes nothing; write <quiz> above the question or delete it"
            yield Finding(page.place(offset), message, len("</quiz>"))


@rule("Q009", "a mark that is none", "- [y] Yes", "- [x] Yes")
def unknown_mark(guide: Guide) -> Found:
    """mkdocs-quiz stops the build at a mark it does not know."""
    for question in guide.questions:
        for option in question.options:
            if option.mark not in ("", "x", "X"):
                yield _about(option, f'"[{option.mark}]" marks neither right nor wrong; write [x] or [ ]')


@rule("Q010", "a reason that belongs to no option", "- [x] Yes\n\n> Because.", "- [x] Yes\n> Because.")
def loose_reason(guide: Guide) -> Found:
    """A reason that a blank line parts from its option is read as the beginning of the explanation."""
    for question in guide.questions:
        for fault in question.faults:
            if fault.code == "Q010":
                yield Finding(guide.pages[question.path].place(fault.offset), fault.message, fault.length)


@rule("Q011", "only right options", "- [x] Yes\n- [x] Also", "- [x] Yes\n- [ ] No")
def all_right(guide: Guide) -> Found:
    """Where every option is right there is nothing to decide."""
    for question in _read(guide):
        if len(question.options) > 1 and all(option.right for option in question.options):
            yield Finding(question.place, "every option of this question is right; add a real confusion as - [ ]", 6)


@rule("Q012", "right options told by their length", "- [x] the longest, again and again", "- [x] as long as the others")
def told_by_length(guide: Guide) -> Found:
    """On a page where the right option is the longest more often than not, a reader learns to measure, not to think."""
    by_page: dict[str, list[Question]] = defaultdict(list)
    for question in guide.questions:
        if question.kind == "single" and len(question.options) > 2:
            by_page[question.path].append(question)
    for single in by_page.values():
        longest = [question for question in single if _right_is_longest(question)]
        if len(single) >= TELLING and len(longest) * 2 > len(single):
            message = (
                f"in {len(longest)} of {len(single)} questions on this page the right option is the longest, "
                "and readers notice; shorten it here or lengthen another"
            )
            yield Finding(longest[0].place, message, 6)


def _right_is_longest(question: Question) -> bool:
    right = [len(option.text) for option in question.options if option.right]
    wrong = [len(option.text) for option in question.options if not option.right]
    return bool(right and wrong) and max(right) > max(wrong)


@rule("Q013", "a reason that gives none", "- [ ] No\n> Wrong.", "- [ ] No\n> The registry holds pointers, not files.")
def reason_without_reason(guide: Guide) -> Found:
    """A mark alone teaches little: an explanation helped ten times as much in controlled studies."""
    for question in guide.questions:
        for option in question.options:
            if _EMPTY_REASON.match(option.reason.strip()):
                message = f'the reason "{option.reason.strip()}" only says that, not why; name what is true instead'
                yield _about(option, message)


@rule("Q014", "a blank that accepts nothing", "The store is [[ ]].", "The store is [[offline]].")
def empty_blank(guide: Guide) -> Found:
    """A blank without an accepted answer marks every answer wrong."""
    for question in guide.questions:
        if "" in question.blanks:
            yield Finding(question.place, "a blank of this question has no answer; write it between the brackets", 6)


@rule("Q015", "two questions of one wording", "What is lineage?    twice", "What does lineage leave out?    once")
def same_wording(guide: Guide) -> Found:
    """A question asked twice is learnt by heart and not understood."""
    first: dict[str, Question] = {}
    for question in guide.questions:
        words = fold(plain(question.text))
        other = first.setdefault(words, question) if words else question
        if other is not question:
            place = f"{other.path}:{other.place.line}"
            yield Finding(question.place, f"this question is worded as the one at {place}; ask something else", 6)


@rule(
    "Q053", "a question without a hint", "<quiz>\n...\n</quiz>", "<quiz>\n...\n</quiz>\n\n/// hint\nAsk who waits.\n///"
)
def question_without_hint(guide: Guide) -> Found:
    """A hint is a term's definition, or the author's words where each definition gives the answer away."""
    for question in _read(guide):
        terms = [guide.term_of(reference) for reference in question.references]
        known = terms and all(term and term.definition for term in terms)  # other rules report the rest
        if known and not question.hint and not hints(guide, question):
            message = (
                "this question has no hint: its terms tell the answer; write /// hint, a hint, and /// below </quiz>"
            )
            yield Finding(question.place, message, 6)


def _read(guide: Guide) -> Iterator[Question]:
    """The questions that mkdocs-quiz reads as their author does: what the others lack follows from their faults."""
    return (question for question in guide.questions if not question.faults)


def _about(option: Option, message: str) -> Finding:
    return Finding(option.place, message, len(option.text))


def _short(text: str) -> str:
    return text if len(text) <= 60 else f"{text[:59].rstrip()}…"
