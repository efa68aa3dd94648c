"""Q: the options of a question, and whether the question gives its answer away."""

from __future__ import annotations

import re
from collections import Counter, defaultdict

from ...content.guide import Guide
from ...content.inline import fold, plain
from ...content.page import Page
from ...content.quiz import Option, Question
from ...content.quiz_grammar import blanks, spellings
from ...content.source import Place
from ..problem import Nearest
from .registry import Finding, Found, rule

LONGEST = 80  # characters of an option: two lines on a phone
CLASSES = ("situation",)
TELLING = 8  # single-choice questions on a page: fewer do not show a pattern
SHORTEST = 5  # letters of an option: a shorter one is in many questions by chance
_NUMBERS = {2: "two", 3: "three", 4: "four", 5: "five"}
_CHOOSE = re.compile(
    r"\b(?:Choose|Select|Pick|Mark)\s+(?:the\s+)?(\w+)(?:\s+(?:options|answers))?\s*[.:)]", re.IGNORECASE
)
_ALL = re.compile(
    r"(?:all|none|both|neither|any|each) (?:of )?(?:the |these |those )?"
    r"(?:above|others?|options?|answers?|them|these|two)\b",
    re.IGNORECASE,
)
_MARKED = re.compile(r"(?:in)?correct\b|(?:right|wrong)\b", re.IGNORECASE)
_WORD = re.compile(r"\w+")


@rule("Q040", "a number of answers that is not right", "Choose three. (two are right)", "Choose two.")
def wrong_number(guide: Guide) -> Found:
    """Readers need to know how many options to choose, so "Choose two." appears exactly if two options are right."""
    for question in guide.questions:
        right = sum(option.right for option in question.options)
        said = _CHOOSE.search(question.text)
        number = _number(said[1]) if said else None
        if right > 1 and number != right:
            fix = f'"Choose {_NUMBERS.get(right, right)}."'
            typed = (
                f'"{" ".join(said[0].split())}" says another number' if said else "the question does not say how many"
            )
            yield Finding(_said(guide, question, said), f"{right} options are right, and {typed}; write {fix}", 6)
        elif right == 1 and number not in (None, 1):
            shown = " ".join(said[0].split()) if said else ""
            message = (
                f'the question says "{shown}", and one option is right; mark another with - [x], or delete the words'
            )
            yield Finding(_said(guide, question, said), message, len(shown))


def _number(word: str) -> int | None:
    """The number that a word says; `None` for a word such as "wisely"."""
    known = {name: number for number, name in _NUMBERS.items()} | {"one": 1, "both": 2}
    return int(word) if word.isdecimal() else known.get(word.lower())


def _said(guide: Guide, question: Question, said: re.Match[str] | None) -> Place:
    """The place of the words or, without them, the place where they are missing: the line above the options."""
    page = guide.pages[question.path]
    if said is None:
        return page.place(page.source.offset(max(question.options[0].place.line - 1, question.place.line)))
    at = page.source.text.find(said[0], question.place.offset)
    return page.place(at) if at >= 0 else question.place


@rule("Q041", "an option that is too long", "- [ ] 300 characters", "- [ ] 80 characters at most")
def long_option(guide: Guide) -> Found:
    """Readers compare options at a glance. The reason has room for the rest."""
    for question in guide.questions:
        for option in question.options:
            if len(option.text) > LONGEST:
                message = (
                    f"this option has {len(option.text)} characters; {LONGEST} is the most: move the rest to its reason"
                )
                yield _about(option, message)


@rule("Q042", "an option about the other options", "- [ ] All of the above", "- [ ] One more real confusion")
def option_about_options(guide: Guide) -> Found:
    """ "All of the above" tests reading, not knowledge, and "above" is wrong once the options are shuffled."""
    for question in guide.questions:
        for option in question.options:
            if said := _ALL.match(option.text):
                yield _about(option, f'"{said[0]}" refers to the other options; write a real confusion instead')


@rule(
    "Q043",
    "a title that contains the right option",
    "### Versioning { #keep }\n\n- [x] Versioning",
    "### Keeping a file { #keep }",
)
def title_with_answer(guide: Guide) -> Found:
    """Readers see the title before the question, and in the table of contents."""
    for question in guide.questions:
        for option in _given_away(question, question.title):
            heading = guide.pages[question.path].heading_of(question.place.offset)
            if heading:
                message = f'this title contains the right option "{plain(option.text)}"; name the topic only'
                yield Finding(guide.pages[question.path].place(heading.offset), message, heading.level)


@rule(
    "Q044",
    "a question that contains the right option",
    "What does versioning do?\n- [x] Versioning",
    "What keeps old objects?",
)
def question_with_answer(guide: Guide) -> Found:
    """A reader who finds the words of one option in the question chooses that one without thinking."""
    for question in guide.questions:
        for option in _given_away(question, question.text):
            shown = plain(option.text)
            message = f'the question contains the right option "{shown}", and no other option; reword one of the two'
            yield Finding(question.place, message, 6)


def _given_away(question: Question, text: str) -> list[Option]:
    """Right options whose words the text contains in a row, if it contains no other option."""
    words = _words(text)
    named = [
        option
        for option in question.options
        if len(_words(option.text).strip()) >= SHORTEST and _words(option.text) in words
    ]
    return named if question.kind == "single" and len(named) == 1 and named[0].right else []


def _words(text: str) -> str:
    return f" {' '.join(_WORD.findall(plain(text).lower()))} "


@rule("Q045", "right options that are always in the same place", "- [x] always first", "- [x] at different places")
def told_by_place(guide: Guide) -> Found:
    """If the right option is usually in the same place on a page, readers can guess it from its place."""
    by_page: dict[str, list[Question]] = defaultdict(list)
    for question in guide.questions:
        if question.kind == "single" and len(question.options) > 2:
            by_page[question.path].append(question)
    for single in by_page.values():
        places = Counter(_place(question) for question in single)
        place, count = places.most_common(1)[0]
        if len(single) >= TELLING and count * 5 > len(single) * 3:
            first = next(question for question in single if _place(question) == place)
            message = (
                f"in {count} of {len(single)} questions on this page the right option is number {place + 1}; move some"
            )
            yield Finding(first.place, message, 6)


def _place(question: Question) -> int:
    return next((index for index, option in enumerate(question.options) if option.right), 0)


@rule(
    "Q046",
    "one reason under two options",
    "> It stores files.    under two options",
    "> a reason of its own under each",
)
def shared_reason(guide: Guide) -> Found:
    """A reason says why this option is right or wrong; the same words under another option cannot."""
    for question in guide.questions:
        by_words: dict[str, list[Option]] = defaultdict(list)
        for option in question.options:
            by_words[_words(option.reason)].append(option)
        for words, options in by_words.items():
            for option in options if words.strip() and len(options) > 1 else ():
                lines = " and ".join(str(other.place.line) for other in options if other is not option)
                yield _about(
                    option, f"this option has the same reason as the one on line {lines}; write a reason for each"
                )


@rule("Q047", "mistyped alternatives in a blank", "A [[canvas / Canvas app]].", "A [[Canvas|Canvas app]].")
def alternatives_in_blank(guide: Guide) -> Found:
    """A blank accepts each text between its bars, and the page shows the first one as the answer."""
    for question in guide.questions:
        for typed, _, _ in blanks(question.text):
            if message := _wrong_alternatives(typed):
                page = guide.pages[question.path]
                at = page.source.text.find(typed, question.place.offset)
                yield Finding(page.place(max(at, question.place.offset)), message, len(typed))


def _wrong_alternatives(typed: str) -> str:
    texts = [fold(text) for text in typed.split("|")]
    if " / " in typed:
        barred = typed.replace(" / ", "|")
        return f'"[[{typed}]]" accepts only this exact text; put a bar between alternatives: [[{barred}]]'
    if len(texts) > 1 and "" in texts:
        return f'"[[{typed}]]" has a bar with no text beside it; write [[{"|".join(spellings(typed))}]]'
    if len(set(texts)) < len(texts):
        return f'"[[{typed}]]" accepts the same text twice, and case does not count; leave one out'
    return ""


@rule("Q048", "a reason that begins with its mark", "> Correct. It keeps versions.", "> It keeps versions.")
def marked_reason(guide: Guide) -> Found:
    """The page already shows whether an option is right, so a reason that begins with it repeats it."""
    for question in guide.questions:
        for option in question.options:
            if said := _MARKED.match(option.reason):
                yield _about(option, f'the reason begins with "{said[0]}", which the page shows already; say why')


@rule("Q049", "an unknown class of a question", "### File { #file .situtation }", "### File { #file .situation }")
def unknown_class(guide: Guide) -> Found:
    """The class "situation" marks a question about a person's work. Another spelling has no effect."""
    nearest = Nearest(CLASSES)
    for question in guide.questions:
        page = guide.pages[question.path]
        heading = page.heading_of(question.place.offset)
        for name in heading.classes if heading else ():
            if heading and name not in CLASSES:
                hint = nearest.hint(name, ".{}") or "; the only class is .situation"
                message = f'no question has the class ".{name}"{hint}'
                yield Finding(_class_place(page, heading.offset, name), message, len(name) + 1)


def _class_place(page: Page, start: int, name: str) -> Place:
    return page.place(max(page.source.text.find(f".{name}", start), start))


def _about(option: Option, message: str) -> Finding:
    return Finding(option.place, message, len(option.text))
