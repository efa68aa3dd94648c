"""A session's page: its questions in place, with links that work from there."""

from __future__ import annotations

from study.content.guide import Guide
from study.content.source import Source
from study.site.session_page import session_pages

QUIZ = """\
# Quiz

## Questions { #questions }

### `a` or b { #one .situation }

<quiz>
Which? See [the other](other.md#x) and [below](#two).
- [x] This
> So, says [the page](https://example.org/a).
- [ ] That
> Not so.

Read [the log](../workflow.md#log).
</quiz>

### Two { #two }

Text.
"""
SHORT = """\
# Short

### 1. Why { #why }

Why is it so?

/// answer
It is so.

- [ ] Names [one](all.md#one).
///
"""
SESSION = """\
# Session

After this session, you can tell.

## Answer { #answer }

1. [One](../quiz/all.md#one)
2. [Why](../quiz/short.md#why)

## Remember { #remember }

- This.
"""
COURSE = "# Course\n\n## Sessions { #sessions }\n\n1. [Session](a.md)\n"


NEW = "## New? { #new }\n\nRead this.\n\n1. [Why](../quiz/short.md#why)\n\nMore.\n\n"


def shown(session: str = SESSION, course: str = COURSE, path: str = "learn/a.md") -> str:
    pages = {"learn/index.md": course, "learn/a.md": session, "quiz/all.md": QUIZ, "quiz/short.md": SHORT}
    guide = Guide.read(Source(path, text) for path, text in pages.items())
    return session_pages(guide)[path].source.text


def test_questions_take_the_place_of_their_links() -> None:
    text = shown()
    assert "### a or b { #one .situation data-search-exclude }\n\n<quiz>\nWhich?" in text
    assert "### 1. Why { #why data-search-exclude }\n\nWhy is it so?\n\n/// answer\n" in text
    assert "1. [One]" not in text
    assert text.index("#one .situation") < text.index("#why") < text.index("## Remember")


def test_the_way_in_is_below_the_goal() -> None:
    text = shown(SESSION.replace("## Answer", "## Read { #read }\n\nText.\n\n## Answer"))
    goal, start, link, read = "you can tell.", "[Start reading](#read)", "[Go to the 2 questions](#answer)", "## Read"
    assert [goal, start, link, read] == sorted((goal, start, link, read), key=text.index)


def test_links_of_a_question_work_from_the_session() -> None:
    text = shown()
    assert "[the other](../quiz/other.md#x) and [below](../quiz/all.md#two)" in text
    assert "[the page](https://example.org/a)" in text
    assert "[the log](../workflow.md#log)" in text
    assert "[one](../quiz/all.md#one)" in text


def test_a_session_with_a_wrong_link_keeps_its_list() -> None:
    assert shown(SESSION.replace("#one", "#none")) == SESSION.replace("#one", "#none")


def test_the_course_page_shows_its_first_question_in_the_middle_of_its_section() -> None:
    course = COURSE.replace("## Sessions", f"{NEW}## Sessions")
    text = shown(SESSION.replace("2. [Why](../quiz/short.md#why)\n", ""), course, "learn/index.md")
    parts = ("Read this.", "### 1. Why { #why data-search-exclude }", "/// answer", "\nMore.\n", "## Sessions")
    assert [*parts] == sorted(parts, key=text.index)
    assert "1. [Why]" not in text


def test_a_question_of_the_course_page_is_asked_by_the_first_session() -> None:
    course = COURSE.replace("## Sessions", f"{NEW}## Sessions")
    sessions = Guide.read([Source("learn/index.md", course), Source("learn/a.md", SESSION)]).sessions
    assert [target.id for target in sessions[0].asks] == ["why", "one", "why"]
