"""The targets of "Previous" and "Next", for a course of three sessions and a menu with other pages."""

from __future__ import annotations

import pytest
from study.content.guide import Guide
from study.content.source import Source
from study.site.next_pages import Neighbors, Step, neighbors

COURSE = "# Course\n\n## Sessions { #sessions }\n\n1. [One](one.md)\n2. [Two](two.md)\n3. [Three](three.md)\n"


def session(name: str, reads: str, asks: str) -> Source:
    text = f"# {name}\n\nA goal.\n\n## Read {{ #read }}\n\n{reads}\n\n## Answer {{ #answer }}\n\n{asks}\n"
    return Source(f"learn/{name.lower()}.md", text)


def asked(*pages: str) -> str:
    return "\n".join(f"- [Why](../quiz/{page}.md#why-{number})" for number, page in enumerate(pages))


GUIDE = Guide.read(
    [
        Source("learn/index.md", COURSE),
        session("One", "- [A day](../roles/a.md#day)\n- [Both](../pairs.md#x)", asked("first", "first", "shared")),
        session("Two", "- [Both again](../pairs.md#y)\n- [Entry](../glossary/bias.md)", asked("shared", "even")),
        session("Three", "", asked("shared", "shared", "even")),
    ]
)
SECTIONS = [
    ["index.md"],
    ["learn/index.md", "learn/short.md"],
    ["learn/one.md", "learn/two.md", "learn/three.md"],
    ["roles/index.md", "roles/a.md", "roles/b.md"],
    ["glossary/index.md", "status.md"],
]
FOUND = neighbors(GUIDE.sessions, SECTIONS)


@pytest.mark.parametrize(
    ("path", "previous", "following"),
    [
        ("learn/index.md", None, Step("learn/one.md")),
        ("learn/one.md", Step("learn/index.md"), Step("learn/two.md")),
        ("learn/two.md", Step("learn/one.md"), Step("learn/three.md")),
        ("learn/three.md", Step("learn/two.md"), Step("review.md")),
    ],
)
def test_the_course_page_its_sessions_and_review_follow_each_other(
    path: str, previous: Step | None, following: Step
) -> None:
    assert FOUND[path] == Neighbors(previous, following)


def test_a_page_to_read_leads_to_what_the_session_reads_next() -> None:
    assert FOUND["roles/a.md"] == Neighbors(Step("learn/one.md"), Step("pairs.md", "x", "Both"))


def test_the_last_page_to_read_leads_to_the_questions_of_the_first_session_that_reads_it() -> None:
    assert FOUND["pairs.md"] == Neighbors(
        Step("learn/one.md"), Step("learn/one.md", "answer", "Questions of session 1")
    )


@pytest.mark.parametrize(
    ("path", "own", "following"),
    [
        ("quiz/shared.md", "learn/three.md", "review.md"),
        ("quiz/even.md", "learn/three.md", "review.md"),
    ],
)
def test_a_quiz_leads_to_the_session_after_the_one_that_asks_most_of_it(path: str, own: str, following: str) -> None:
    assert FOUND[path] == Neighbors(Step(own), Step(following))


def test_a_quiz_for_readers_who_have_not_begun_leads_to_the_course() -> None:
    assert FOUND["quiz/first.md"] == Neighbors(None, Step("learn/index.md"))


@pytest.mark.parametrize(
    ("path", "previous", "following"),
    [
        ("index.md", None, "learn/index.md"),
        ("learn/short.md", None, "learn/index.md"),
        ("roles/index.md", None, "roles/a.md"),
        ("roles/b.md", Step("roles/a.md"), "learn/index.md"),
        ("glossary/index.md", None, "status.md"),
        ("status.md", Step("glossary/index.md"), "learn/index.md"),
    ],
)
def test_other_pages_stay_in_their_section_and_its_last_leads_to_the_course(
    path: str, previous: Step | None, following: str
) -> None:
    assert FOUND[path] == Neighbors(previous, Step(following))


def test_without_a_course_the_menu_alone_counts() -> None:
    assert neighbors((), [["a.md", "b.md"]])["a.md"] == Neighbors(None, Step("b.md"))


def test_a_term_that_a_session_reads_keeps_its_place_in_the_alphabet() -> None:
    assert "glossary/bias.md" not in FOUND
