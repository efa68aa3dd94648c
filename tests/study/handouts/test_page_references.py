"""On paper, each item gives the page of a term at its first mention; where it is mentioned again, its name is enough."""

from __future__ import annotations

import re
from functools import cache

import pytest
from edition_pages import COURSE, made, small
from study_pages import ESSAY, PAGES, QUIZ, SHORT, WORKFLOW

TWICE = "the [log][] and the [log][]"
CHANGED = {
    **COURSE,
    "learn/first.md": COURSE["learn/first.md"].replace("You can begin", f"You can read {TWICE}"),
    "workflow.md": WORKFLOW.replace("Facts", "A [log][]")
    .replace("Haste", "No [log][]")
    .replace("Dust", "A lost [log][]"),
    "workflow/words.md": f"# Words\n\n## First {'{ #words-to-know-first }'}\n\nAmina reads {TWICE}.\n",
    "glossary/lineage.md": PAGES["glossary/lineage.md"].replace("The history", f"Unlike {TWICE}: the history"),
    "quiz/all.md": QUIZ.replace("Which one?", f"Which of {TWICE}?").replace("lists events only", f"is {TWICE}"),
    "quiz/short.md": SHORT.replace("Why is it so?", f"Why {TWICE}?")
    .replace("for a reason", f"for {TWICE}")
    .replace("Names the", "Names a [log][] and the"),
    "essays/thought.md": ESSAY.replace("Think about it", f"Think about {TWICE}")
    .replace("The essay is deep", f"It is about {TWICE}")
    .replace("Thinking is what", f"Like {TWICE}, it is what"),
}


@cache
def edition(name: str) -> str:
    return made(small(CHANGED), name)[name]


@pytest.mark.parametrize(
    ("name", "begin", "end"),
    [
        ("learner", '<table class="stages">', "</table>"),
        ("learner", 'id="words-to-know-first">', "</section>"),
        ("learner", 'id="session-first">', '<article class="question">'),
        ("learner", 'id="question-first">', "</article>"),
        ("learner", 'id="answer-why">', "</article>"),
        ("learner", 'id="prompt-thought">', "</article>"),
        ("learner", '<h3 id="lineage">', "</article>"),
        ("key", 'id="answer-why">', "</article>"),
        ("key", 'id="question-first">', "</article>"),
        ("key", "<h4>Criteria</h4>", "<h4>"),
        ("key", "<h4>Exemplar</h4>", "</article>"),
        ("trainer", '<table class="stages">', "</table>"),
        ("trainer", 'id="answer-why">', "</article>"),
        ("trainer", '<ul class="wrong">', "</ul>"),
        ("trainer", 'id="prompt-thought">', "<h3>Criteria</h3>"),
        ("trainer", "<h3>Criteria</h3>", "</ul>"),
    ],
)
def test_the_first_mention_in_an_item_gives_the_page(name: str, begin: str, end: str) -> None:
    item = edition(name).partition(begin)[2].partition(end)[0]
    shown = re.findall(r'<(span|a href="#log" class="place")>log</', item)
    assert shown == ['a href="#log" class="place"', *["span"] * (len(shown) - 1)]
    assert len(shown) > 1
