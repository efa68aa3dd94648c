"""Mistakes in the syntax of quizzes: options, marks, reasons, blanks, the separator, and tags."""

from __future__ import annotations

from collections.abc import Iterator

from mistakes import Generator
from mistakes.pages import Replace, everywhere

_OPTION = r"(?<=\n)- \[([x ])\] (?=[^\n]+\n> )"
_BLANK = r"\[\[([^\]\n]+)\]\]"


def _make(name: str, pattern: str, new: str | Replace, where: str = "") -> Generator:
    return everywhere("1 quizzes", name, pattern, new, where or ("quiz/" if "|" in pattern else ""), outside=False)


def _options() -> Iterator[Generator]:
    forms = {
        "a tab behind the bullet": "-\t[\\1] ",
        "two spaces before": "  - [\\1] ",
        "a plus": "+ [\\1] ",
        "a number": "1. [\\1] ",
        "a letter": "a) [\\1] ",
        "no space behind the bullet": "-[\\1] ",
        "no space behind the mark": "- [\\1]",
        "two spaces behind the bullet": "-  [\\1] ",
        "an en dash": "\u2013 [\\1] ",
        "a dot": "\u2022 [\\1] ",
        "round brackets": "- (\\1) ",
        "a space in the mark": "- [\\1 ] ",
        "two marks": "- [\\1\\1x] ",
        "no bullet": "[\\1] ",
        "no mark": "- ",
        "no end of the mark": "- [\\1 ",
        "no beginning of the mark": "- \\1] ",
        "an escaped mark": "- \\\\[\\1] ",
        "a check mark": "- [\u2713] ",
        "a letter for a mark": "- [y] ",
    }
    for name, form in forms.items():
        yield _make(f"an option with {name}", _OPTION, form, "quiz/")
    yield _make("an option without text", r"(?<=\n- \[[x ]\] )[^\n]+(?=\n> )", "", "quiz/")
    yield _make("an option without text or space", r"(?<=\n- \[[x ]\]) [^\n]+(?=\n> )", "", "quiz/")
    yield _make("an option of two lines", r"(?<=\n- \[[x ]\] )(\w+) (?=[^\n]{8,}\n> )", "\\1\n", "quiz/")
    yield _make("an option of two indented lines", r"(?<=\n- \[[x ]\] )(\w+) (?=[^\n]{8,}\n> )", "\\1\n  ", "quiz/")
    yield _make("a nested list below an option", r"(?<=\n)(?=> [A-Z])", "    - more\n", "quiz/")
    yield _make("an option below the explanation", r"(?<=\.\n)(?=</quiz>)", "- [ ] None\n> No.\n", "contrasts/")


def _reasons() -> Iterator[Generator]:
    yield _make("a second line without its mark", r"(?<=\n)> (?=[a-z][^\n]*\n- )", "", "quiz/")
    yield _make("a last line without its mark", r"(?<=\n)> (?=[a-z][^\n]*\n\n)", "", "quiz/")
    yield _make("an entity for the mark", r"(?<=\n)> (?=[A-Z])", "&gt; ", "quiz/")
    yield _make("a quotation mark for the mark", r"(?<=\n)> (?=[A-Z])", "\u00bb ", "quiz/")
    yield _make("no mark", r"(?<=\n)> (?=[A-Z])", "", "quiz/")
    yield _make("a word for the mark", r"(?<=\n)> (?=[A-Z])", "Reason: ", "quiz/")
    yield _make("a blank line above a reason", r"(?<=\n)(?=> [A-Z][^\n]*\n- )", "\n", "quiz/")
    yield _make("a blank line inside a reason", r"(?<=\n)(?=> [a-z][^\n]*\n- )", "\n", "quiz/")
    yield _make("no reason", r"(?<=\n)> [^\n]*\n(?=- \[)", "", "quiz/")


def _blanks() -> Iterator[Generator]:
    for name, new in {
        "one pair of brackets": r"[\1]",
        "a bracket lost behind": r"[[\1]",
        "a bracket lost before": r"[\1]]",
        "no answer": "[[]]",
        "two answers": r"[[\1|other]]",
        "round brackets": r"((\1))",
        "a line": "____",
        "braces": r"{{\1}}",
    }.items():
        yield _make(f"a blank with {name}", _BLANK, new, "quiz/")
    for name, new in {
        "no dashes": "",
        "stars": "***",
        "four dashes": "----",
        "two dashes": "--",
        "a dash": "\u2014",
    }.items():
        yield _make(f"a blank with {name} below", r"(?<=\n\n)---(?=\n\n)", new, "quiz/")
    yield _make(
        "a wiki link in an explanation",
        r"(?<=\n\n)\[([A-Z][\w ]+)\]\[\](?=[^\n]*\n(?:[^\n]+\n)*</quiz>)",
        r"[[\1]]",
        "quiz/",
    )


def _tags() -> Iterator[Generator]:
    for name, start in {
        "a capital": "<Quiz>",
        "a space": "<quiz >",
        "an attribute": '<quiz id="x">',
        "a typo": "<qiuz>",
        "square brackets": "[quiz]",
        "no end": "<quiz",
        "an indent": "    <quiz>",
    }.items():
        yield _make(f"a first tag with {name}", r"(?<=\n)<quiz>(?=\n)", start, "quiz/")
    for name, end in {
        "a typo": "</quizz>",
        "a backslash": "<\\\\quiz>",
        "no slash": "<quiz>",
        "a space": "</ quiz>",
    }.items():
        yield _make(f"a last tag with {name}", r"(?<=\n)</quiz>(?=\n)", end, "quiz/")
    yield _make("no last tag", r"(?<=\n)</quiz>\n", "", "quiz/")
    yield _make("no first tag", r"(?<=\n)<quiz>\n", "", "quiz/")
    yield _make("a heading inside", r"(?<=\n\n)(?=[^\n]*\n(?:[^\n]+\n)*</quiz>)", "#### Why\n\n", "quiz/")
    yield _make("a table without blank line", r"(?<=\?)\n(?=- \[)", "\nThe rows:\n| A | B |\n| - | - |\n", "quiz/")
    yield _make("a question in a comment", r"(?s)(?<=\n)<quiz>.*?</quiz>", r"<!-- \g<0> -->", "quiz/")
    yield _make("a fence that is not closed", r"(?<=\?)\n(?=- \[)", "\n\n```python\nx = 1\n", "quiz/")


GENERATORS: tuple[Generator, ...] = (*_options(), *_reasons(), *_blanks(), *_tags())
