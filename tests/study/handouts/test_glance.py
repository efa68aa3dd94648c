"""Answers at a glance: each right answer once, the same as in the explanations."""

from __future__ import annotations

import re
from html import unescape

import pytest
from edition_pages import COURSE, made, small, words
from sites import ROOT
from study.content.guide import Guide
from study.content.load import load


@pytest.fixture(scope="module", params=["small", "real"])
def guide(request: pytest.FixtureRequest) -> Guide:
    return small() if request.param == "small" else load(ROOT / "docs")


@pytest.fixture(scope="module")
def keys(guide: Guide) -> dict[str, str]:
    return {name: html for name, html in made(guide).items() if is_answer_key(name)}


def is_answer_key(name: str) -> bool:
    """The key of the printed test has letters of its own."""
    return name.endswith("key") and name != "test-key"


def shown(key: str) -> list[tuple[str, str]]:
    return [(number, unescape(right)) for number, right in re.findall(r"<span[^>]*><b>(Q\d+)</b> (.*?)</span>", key)]


def explained(key: str) -> list[tuple[str, str]]:
    """What stands in the place of each question: the letters in bold, or what fills the blanks."""
    found = re.findall(
        r'<article class="question".*?<span class="number" id=".*?">(Q\d+)</span>(.*?)</article>', key, re.DOTALL
    )
    right = re.compile(r'class="right-option">(?:Right: )?<b>(.*?)(?:\. .*?)?</b>')
    return [(number, unescape(", ".join(right.findall(told)))) for number, told in found]


def test_every_right_option_stands_once_in_the_order_of_the_questions(keys: dict[str, str]) -> None:
    for name, key in keys.items():
        assert shown(key) == explained(key) != [], name


def test_it_stands_before_everything_else(keys: dict[str, str]) -> None:
    for key in keys.values():
        assert words("<body>" + key.partition("<main>")[2]).startswith("Answers at a glance")


def test_no_other_edition_has_it(guide: Guide) -> None:
    for name, html in made(guide).items():
        assert ('id="glance"' in html) is is_answer_key(name)


def spelled(*answers: str) -> str:
    blank = "|".join(answers)
    asked = f"# Quiz\n\n### A {{ #a }}\n\n<quiz>\nIt is [[{blank}]].\n\n---\n\nSo.\n</quiz>\n"
    return made(small({"quiz/all.md": asked}), "key")["key"]


def test_only_the_first_answer_to_a_blank_stands_there_and_the_reason_has_the_others() -> None:
    key = spelled("digest", "hash", "image digest")
    assert shown(key) == [("Q1", "digest")]
    assert "Right: <b>digest</b> (also right: hash or image digest)</p>" in key
    assert "Right: <b>digest</b></p>" in spelled("digest")


@pytest.mark.parametrize(
    ("answer", "columns"), [("hash", ""), ("ModelName", ' class="two"'), ("PendingManualApproval", ' class="three"')]
)
def test_a_long_answer_takes_whole_columns(answer: str, columns: str) -> None:
    assert f"<span{columns}><b>Q1</b> {answer}</span>" in spelled(answer)


def test_a_session_names_its_short_answers() -> None:
    key = made(small(COURSE), "key")["key"]
    assert key.count('Short answers: <a href="#answer-why" class="place">S1</a></p>') == 1
