"""Slides: a question, then its answer on the next slide, for each session."""

from __future__ import annotations

import re

import pytest
from edition_pages import COURSE, letters, made, small, words
from sites import ROOT
from study.content.guide import Guide
from study.content.load import load
from study.handouts import paths
from study.handouts.plan import plan
from study.render.fragments import Fragments

REMEMBER = "\n## Remember { #remember }\n\n- A log is a list.\n"
SLIDE = re.compile(r'<section class="slide (\w+)( long)?" id="[^"]+">(.*?)</section>', re.DOTALL)


@pytest.fixture(scope="module")
def real() -> Guide:
    return load(ROOT / "docs")


def shown(changed: dict[str, str]) -> list[tuple[str, str]]:
    """The kind of each slide, and what it says."""
    document = made(small(changed), "slides")["slides"]
    found = [(kind, words(f"<body>{html}")) for kind, _, html in SLIDE.findall(document)]
    return [each for each in found if each[0] not in ("start", "stages")]


def test_a_session_begins_with_its_goal_and_ends_with_what_to_remember() -> None:
    slides = shown({**COURSE, "learn/logs.md": COURSE["learn/logs.md"] + REMEMBER})
    assert slides[3:4] + slides[-1:] == [
        ("opening", "Session 2: About logs You can keep a log."),
        ("closing", "Remember A log is a list."),
    ]


def test_each_question_is_a_slide_and_its_answer_the_next() -> None:
    _, asks, answers = shown(COURSE)[:3]
    assert asks == ("asks", "Q1 First Which one? The wrong one The right one")
    assert answers[0] == "answers"
    assert answers[1].startswith("Q1 First: answer B. The right one It leads back, ")
    assert "A log lists events" not in answers[1]


def test_a_blank_is_a_gap_and_then_what_fills_it() -> None:
    asks, answers = shown(COURSE)[4:6]
    assert asks == ("asks", "Q2 Second A list is a ____________ & <more>.")
    assert answers[1].startswith("Q2 Second: answer log ")


def test_the_first_slide_names_the_slides_of_each_session() -> None:
    document = made(small(COURSE), "slides")["slides"]
    contents = re.findall(r'<nav aria-labelledby="contents">.*?</nav>', document, re.DOTALL)[0]
    assert words(f"<body>{contents}") == (
        "Sessions and their slides The workflow 2 Session 1: First things 3\u20135 Session 2: About logs 6\u201310"
    )


def test_every_question_of_the_course_is_asked_and_answered(real: Guide) -> None:
    show, seen = Fragments(real), letters(words(made(real, "slides")["slides"]))
    asked = [each for theme in plan(real, real.nav or ()).sessions for each in theme.questions]
    assert len(asked) > 80
    for each in asked:
        for option in each.item.options:
            times = seen.count(letters(show.line(option.text, each.item.path)))
            assert times >= (2 if option.right else 1), each.number


def test_slides_are_a_page_and_no_file_to_print() -> None:
    found = set(paths(["handouts/index.md"]))
    assert "handouts/slides.html" in found and "handouts/slides.pdf" not in found
