"""Q: interactive questions."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from ...content.guide import Guide
from ...content.inline import fold, plain, short
from ...content.page import Page
from ...content.quiz import Option, Question
from ...content.quiz_grammar import OPTION, blanks
from ...render.hints import hints
from .registry import Finding, Found, rule
from .swallowed import near_quiz_tags

_EMPTY_REASON = re.compile(
    r"(?:yes|no|(?:that'?s |this is |it'?s )?(?:not )?(?:correct|incorrect|right|wrong|true|false)"
    r"(?: answer| option)?)[.!]*$",
    re.IGNORECASE,
)
TELLING = 8  # single-choice questions on a page: fewer do not show a habit


@rule("Q001", "a quiz that is not closed", "<quiz>\nWhy?", "<quiz>\nWhy?\n</quiz>")
def unclosed_quiz(guide: Guide) -> Found:
    """A quiz without an end hides the rest of the page."""
    for page in guide:
        for block in page.quizzes:
            if not block.closed and not near_quiz_tags(page):
                message = "this <quiz> is never closed; write </quiz> on a line of its own"
                yield Finding(page.place(block.offset), message, len("<quiz>"))


@rule("Q002", "no right option", "- [ ] Yes\n- [ ] No", "- [x] Yes\n- [ ] No")
def no_right_option(guide: Guide) -> Found:
    """Readers cannot answer a question that has only wrong options."""
    for question in _read(guide):
        if question.options and not any(option.right for option in question.options):
            yield Finding(question.place, "this question has no right option; mark at least one with - [x]", 6)


@rule("Q003", "an option without its reason", "- [x] Yes\n- [ ] No", "- [x] Yes\n> The graph records it.")
def option_without_reason(guide: Guide) -> Found:
    """Readers learn from the reason, after a wrong choice and after a right one."""
    for question in _read(guide):
        for option in question.options:
            if not option.reason:
                message = f'the option "{short(option.text)}" has no reason; write "> why" on the line right below it'
                yield _about(option, message)


@rule("Q004", "an explanation that links no term", "Lineage records it.", "[Lineage][] records it.")
def explanation_without_term(guide: Guide) -> Found:
    """The link takes readers from the question back to the text."""
    for question in _read(guide):
        if not any(guide.term_of(reference) for reference in question.references):
            message = "the explanation of this question links no term; add one, such as [lineage][]"
            yield Finding(question.place, message, 6)


@rule("Q005", "two options that are the same", "- [x] Yes\n- [ ] yes", "- [x] Yes\n- [ ] No")
def duplicate_option(guide: Guide) -> Found:
    """If two options differ only in case or spaces, a reader who picks one of them is marked wrong for no reason."""
    for question in guide.questions:
        seen: dict[str, int] = {}
        for option in question.options:
            line = seen.setdefault(fold(option.text), option.place.line)
            if line != option.place.line:
                yield _about(option, f'the option "{short(option.text)}" is already on line {line}; change one')


@rule("Q006", "a question without an id of its own", "<quiz>\nWhy?\n</quiz>", "### Lineage { #why-lineage }\n\n<quiz>")
def question_without_id(guide: Guide) -> Found:
    """The site saves answers under the id of the question's own heading."""
    for question in guide.questions:
        if not question.id:
            message = "this question has no heading of its own with an id; add ### Title { #its-id } above"
            yield Finding(question.place, message, 6)


@rule("Q007", "an incomplete question", "<quiz>\n- [x] Yes\n</quiz>", "<quiz>\nIs it recorded?\n- [x] Yes\n</quiz>")
def empty_question(guide: Guide) -> Found:
    """A quiz needs the text of a question, and options or a blank."""
    for question in _read(guide):
        if not question.text:
            yield Finding(question.place, "this question has no text; write it right below <quiz>", 6)
        elif not question.options and not question.blanks:
            yield Finding(question.place, "this question has neither options (- [x]) nor a blank ([[answer]])", 6)


@rule("Q008", "an end without a beginning", "</quiz>\n\n</quiz>", "<quiz>\nWhy?\n</quiz>")
def stray_quiz_end(guide: Guide) -> Found:
    """The page shows a </quiz> without a <quiz> as text."""
    for page in guide:
        for offset in page.stray_quiz_ends if not near_quiz_tags(page) else ():
            if (start := _question_above(page, offset)) is not None:
                message = "this question has no <quiz>; write <quiz> on a line of its own above this line"
                yield Finding(page.place(start), message, page.source.text.index("\n", start) - start)
                continue
            message = "this </quiz> closes nothing; write <quiz> above the question or delete it"
            yield Finding(page.place(offset), message, len("</quiz>"))


def _question_above(page: Page, end: int) -> int | None:
    """The offset, below the heading, of the question above a </quiz>, if it has options or a blank."""
    heading = page.heading_of(end)
    others = [quiz.end for quiz in page.quizzes if quiz.closed and quiz.end <= end]
    start = max([heading.end if heading else 0, *others])
    text = page.source.unfenced[start:end]
    if not any(map(OPTION.match, text.split("\n"))) and not blanks(text):
        return None
    return start + len(text) - len(text.lstrip())


@rule("Q009", "an unknown mark", "- [y] Yes", "- [x] Yes")
def unknown_mark(guide: Guide) -> Found:
    """mkdocs-quiz stops the build at a mark it does not know."""
    for question in guide.questions:
        for option in question.options:
            if option.mark not in ("", "x", "X"):
                yield _about(option, f'"[{option.mark}]" is not a known mark; write [x] or [ ]')


@rule("Q010", "a reason that belongs to no option", "- [x] Yes\n\n> Because.", "- [x] Yes\n> Because.")
def loose_reason(guide: Guide) -> Found:
    """A blank line between an option and its reason makes the reason the beginning of the explanation."""
    for question in guide.questions:
        for fault in question.faults:
            if fault.code == "Q010":
                yield Finding(guide.pages[question.path].place(fault.offset), fault.message, fault.length)


@rule("Q011", "only right options", "- [x] Yes\n- [x] Also", "- [x] Yes\n- [ ] No")
def all_right(guide: Guide) -> Found:
    """If every option is right, the reader has no choice to make."""
    for question in _read(guide):
        if len(question.options) > 1 and all(option.right for option in question.options):
            yield Finding(question.place, "every option of this question is right; add a common mistake as - [ ]", 6)


@rule("Q012", "right options that are the longest", "- [x] the longest, again and again", "- [x] as long as the others")
def told_by_length(guide: Guide) -> Found:
    """If the right option is usually the longest, readers can guess it from its length."""
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


@rule(
    "Q013",
    "a reason without an explanation",
    "- [ ] No\n> Wrong.",
    "- [ ] No\n> The registry holds pointers, not files.",
)
def reason_without_reason(guide: Guide) -> Found:
    """A mark alone teaches little. In controlled studies, an explanation helped ten times as much."""
    for question in guide.questions:
        for option in question.options:
            if _EMPTY_REASON.match(option.reason.strip()):
                message = f'the reason "{option.reason.strip()}" does not explain why; say why, or what is true instead'
                yield _about(option, message)


@rule("Q014", "a blank without an answer", "The store is [[ ]].", "The store is [[offline]].")
def empty_blank(guide: Guide) -> Found:
    """A blank without an accepted answer marks every answer wrong."""
    for question in guide.questions:
        if "" in question.blanks:
            yield Finding(question.place, "a blank of this question has no answer; write it between the brackets", 6)


@rule(
    "Q015", "two questions with the same wording", "What is lineage?    twice", "What does lineage leave out?    once"
)
def same_wording(guide: Guide) -> Found:
    """Readers memorize a repeated question instead of understanding it."""
    first: dict[str, Question] = {}
    for question in guide.questions:
        words = fold(plain(question.text))
        other = first.setdefault(words, question) if words else question
        if other is not question:
            place = f"{other.path}:{other.place.line}"
            yield Finding(
                question.place, f"this question has the same wording as the one at {place}; ask about another point", 6
            )


@rule(
    "Q053", "a question without a hint", "<quiz>\n...\n</quiz>", "<quiz>\n...\n</quiz>\n\n/// hint\nAsk who waits.\n///"
)
def question_without_hint(guide: Guide) -> Found:
    """A hint is a term's definition, or the author's own text if each one gives the answer away or is about a role."""
    for question in _read(guide):
        terms = [guide.term_of(reference) for reference in question.references]
        known = terms and all(term and term.definition for term in terms)  # other rules report the rest
        if known and not question.hint and not hints(guide, question):
            message = (
                "this question has no hint: its terms give the answer away or are roles; "
                "write /// hint, a hint, and /// below </quiz>"
            )
            yield Finding(question.place, message, 6)


def _read(guide: Guide) -> Iterator[Question]:
    """The questions without syntax faults. The others lack a part because of these faults."""
    return (question for question in guide.questions if not question.faults)


def _about(option: Option, message: str) -> Finding:
    return Finding(option.place, message, len(option.text))
