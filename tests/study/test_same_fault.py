"""One mistake is one problem: if two rules find the same fault, only the more specific one reports it."""

from __future__ import annotations

import pytest
from study.check.rules import RULES, check
from study.check.rules.same_fault import SAYS_LESS
from study.content.guide import Guide
from study.content.source import Source


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("[go](javascript:go())", "H005"),
        ("[it](https:///a.html)", "S012"),
        ("[it](www.example.org/a)", "S014"),
        ("<<<<<<< HEAD\nOne.\n=======\nTwo.\n>>>>>>> main", "M040"),
        ("??? tip\n    Read it.", "M034"),
        ("The [insert a link] is here.", "M041"),
        ("| a | b |\n| --- | --- |\n| c |", "W001"),
        ("The line\u200bage.", "X005"),
        ("The line\u2066age.", "M043"),
        ("The line\ufffdage.", "M042"),
    ],
)
def test_one_fault_is_reported_by_one_rule(text: str, code: str) -> None:
    guide = Guide.read([Source("page.md", f"# Page\n\n{text}\n")])
    assert {problem.code for problem in check(guide)} == {code}


def test_another_fault_on_the_page_is_still_reported() -> None:
    guide = Guide.read([Source("page.md", "# Page\n\nThe [insert a link] is here, and an [open one.\n")])
    assert [problem.code for problem in check(guide)] == ["M041", "T015"]


def test_every_code_is_the_code_of_a_rule() -> None:
    assert {*SAYS_LESS, *(code for codes in SAYS_LESS.values() for code in codes)} <= RULES.keys()
