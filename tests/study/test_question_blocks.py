"""A page with interactive questions: a block for each, and a line above the first."""

from __future__ import annotations

import json
from xml.etree.ElementTree import Element, fromstring, tostring

import pytest
from cases import guide
from study.site.question_blocks import KEY, decorate

QUIZ = """\
# Quiz

### One { #one }

<quiz>
Which?
- [x] The `first`
> So.
- [ ] The second
> No.
</quiz>

### Two { #two }

<quiz>
A [[blank]].
</quiz>
"""
FIRST = '<h3 id="one">One</h3><p>Which?</p><p>So.</p>'
SECOND = '<h3 id="two">Two</h3><p>A blank.</p>'


def page(html: str, has_key: bool = False) -> Element:
    root = fromstring(f"<div>{html}</div>")
    decorate(root, guide(quiz__all=QUIZ).questions, has_key)
    return root


def outline(root: Element) -> list[str]:
    """The children of a page: a block by its question and its children, an element by its tag and id."""
    return [
        f"{asked}: {' '.join(each.tag for each in child)}"
        if (asked := child.get("data-question"))
        else child.get("class") or child.tag
        for child in root
    ]


@pytest.mark.parametrize(
    ("html", "children"),
    [
        (f"<h1>Quiz</h1><p>About.</p>{FIRST}", ["h1", "p", "quiz-intro single", "one: h3 p p"]),
        (f"<h1>Quiz</h1>{FIRST}{SECOND}", ["h1", "quiz-intro", "one: h3 p p", "two: h3 p"]),
        (f"{FIRST}<h3>No question</h3><p>Text.</p>", ["quiz-intro single", "one: h3 p p", "h3", "p"]),
        (f"{FIRST}<h2>Next</h2>{SECOND}", ["quiz-intro", "one: h3 p p", "h2", "two: h3 p"]),
        (f"{FIRST}<h4>Inside</h4><p>Text.</p>", ["quiz-intro single", "one: h3 p p h4 p"]),
        ("<h1>No quiz</h1><h3 id='three'>Three</h3>", ["h1", "h3"]),
    ],
    ids=["one question", "two", "before another heading", "between sections", "a small heading", "no question"],
)
def test_a_block_goes_from_its_heading_to_the_next(html: str, children: list[str]) -> None:
    assert outline(page(html)) == children


def test_a_block_has_the_words_of_its_options() -> None:
    _, first, second = page(FIRST + SECOND)
    assert json.loads(first.get("data-options", "")) == ["The first", "The second"]
    assert json.loads(second.get("data-options", "")) == []


@pytest.mark.parametrize("has_key", [True, False])
def test_the_line_above_links_the_key_where_there_is_one(has_key: bool) -> None:
    intro = page(FIRST, has_key)[0]
    assert [link.get("href") for link in intro.iter("a")] == [f"/{KEY}"] * has_key
    assert "needs JavaScript" in tostring(intro, encoding="unicode")
    assert [button.text for button in intro.iter("button")] == ["Start over"]
