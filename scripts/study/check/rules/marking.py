"""A: short answers; P: essay prompts; the parts that readers need to grade their own writing."""

from __future__ import annotations

import re

from ...content.essays import Prompt
from ...content.guide import Guide
from ...content.inline import plain
from ...content.page import Page
from ...content.sentences import sentences
from .registry import Finding, Found, rule

SENTENCES = (2, 3)
POINTS = (3, 5)
CRITERIA = (5, 8)
WORDS = (350, 600)
LEVELS = ("4", "3", "2", "1")
_NAME = re.compile(r"\*\*(.+?)\*\*")
_ANNOTATION = re.compile(r"^> \*\*(.+?)\*\*", re.MULTILINE)


@rule("A010", "an answer too short or too long", "It records.", "Two or three sentences.")
def answer_of_wrong_length(guide: Guide) -> Found:
    """A model answer is as long as the answer that readers are asked for: two or three sentences."""
    for answer in guide.short_answers:
        count = len(sentences(answer.answer))
        if answer.key_points and not SENTENCES[0] <= count <= SENTENCES[1]:  # A001 reports an answer without them
            message = f"this model answer has {count} sentence{'s' * (count != 1)}; write two or three"
            yield Finding(answer.place, message)


@rule("A011", "a number of key points other than three to five", "two of them", "three of them")
def few_key_points(guide: Guide) -> Found:
    """With fewer than three, a half-right answer looks complete. Readers do not compare more than five one by one."""
    for answer in guide.short_answers:
        count = len(answer.key_points)
        if 1 < count < 7 and not POINTS[0] <= count <= POINTS[1]:  # A001 and A003 report the rest
            message = f"this answer has {count} key points; write three to five"
            yield Finding(answer.key_points[-1].place, message)


@rule("P010", "an outline that is not numbered", "## Outline { #outline }\n\n- Begin", "1. Begin with a case.")
def outline_without_numbers(guide: Guide) -> Found:
    """An outline is a sequence of steps, so its lines have numbers."""
    for prompt in guide.prompts:
        if prompt.outline and not prompt.outline.startswith("1. "):
            first = prompt.outline.partition("\n")[0]
            yield _at(
                guide, prompt, "outline", 'this outline is not a numbered list; begin its first line with "1. "', first
            )


@rule("P011", "a number of criteria other than five to eight", "four of them", "five of them")
def few_criteria(guide: Guide) -> Found:
    """Fewer than five criteria miss a part of the prompt, and writers do not apply more than eight."""
    for prompt in guide.prompts:
        count = len(prompt.criteria)
        if count and not CRITERIA[0] <= count <= CRITERIA[1]:
            yield _at(guide, prompt, "criteria", f"this prompt has {count} criteria; write five to eight")


@rule("P012", "a rubric without its levels", "| 3 Good | ... |", "| 4 Excellent | ... |\n| 3 Proficient | ... |")
def rubric_without_levels(guide: Guide) -> Found:
    """Every rubric has the same four levels, best first, so writers can compare two essays."""
    for prompt in guide.prompts:
        rows = [line for line in prompt.rubric.splitlines() if line.startswith("|")][2:]
        found = [match[1] if (match := re.match(r"\|[ \t]*(\d+)\b", row)) else "" for row in rows]
        if prompt.rubric and tuple(found) != LEVELS:
            shown = ", ".join(level or "a row without a number" for level in found) or "none"
            message = f"the levels of this rubric are 4, 3, 2, 1, one row each; it has {shown}"
            wrong = next((row for row, level, right in zip(rows, found, LEVELS, strict=False) if level != right), "")
            yield _at(guide, prompt, "rubric", message, wrong)


@rule("P013", "an exemplar too short or too long", "an essay of 900 words", "an essay of 500 words")
def exemplar_of_wrong_length(guide: Guide) -> Found:
    """An exemplar is as long as the essay that the prompt asks for: about 500 words, without annotations."""
    for prompt in guide.prompts:
        essay = "\n".join(line for line in prompt.exemplar.splitlines() if not line.startswith(">"))
        count = len(plain(essay).split())
        if prompt.exemplar and not WORDS[0] <= count <= WORDS[1]:
            message = f"this exemplar has {count} words without its annotations; write {WORDS[0]} to {WORDS[1]}"
            yield _at(guide, prompt, "exemplar", message)


@rule(
    "P014", "a criterion without its annotation", "- [ ] **Limits.** ...", "> **Limits.** The last paragraph admits ..."
)
def criterion_without_annotation(guide: Guide) -> Found:
    """An annotation shows where the exemplar meets a criterion; it begins with the criterion's name in bold."""
    for prompt in guide.prompts:
        shown = set(_ANNOTATION.findall(prompt.exemplar))
        names = {match[1] for point in prompt.criteria if (match := _NAME.search(point.text))}
        for point in prompt.criteria if prompt.exemplar else ():
            name = _NAME.search(point.text)
            if name is None:
                message = "this criterion has no name; begin it with **Its name.**"
                yield Finding(point.place, message)
            elif name[1] not in shown:
                message = f'no annotation in the exemplar begins with this name; write "> **{name[1]}** ..."'
                yield Finding(point.place, message, len(name[0]))
        page = guide.pages[prompt.path]
        for name_only in sorted(shown - names) if names else ():  # P001 reports a prompt without criteria
            at = max(page.source.text.find(f"> **{name_only}**"), 0)
            message = f'no criterion is called "{name_only}"; an annotation begins with the name of its criterion'
            yield Finding(page.place(at), message, len(name_only) + 6)


def _at(guide: Guide, prompt: Prompt, part: str, message: str, line: str = "") -> Finding:
    """A problem of a part of a prompt: at a line of it, or at its heading."""
    page: Page = guide.pages[prompt.path]
    heading = next((heading for heading in page.headings if heading.id == part), None)
    if heading and line and (at := page.source.text.find(line, heading.end)) >= 0:
        return Finding(page.place(at), message, len(line))
    return Finding(page.place(heading.offset) if heading else prompt.place, message, heading.level if heading else 1)
