"""The sessions in the learner handout, and which of them, and of other questions, a role gets."""

from __future__ import annotations

import re

from edition_pages import COURSE, WORDS, learner, made, small, words
from sites import ROOT
from study.content.load import load
from study_pages import QUIZ, SHORT


def session(document: str, id: str) -> str:
    return re.findall(rf'<section class="part[^"]*" id="{id}">.*?<div id="{id}-end">', document, re.DOTALL)[0]


def test_a_session_is_read_and_answered_on_its_own_sheets() -> None:
    shown = session(learner(COURSE), "session-logs")
    assert words(f"<body>{shown}") == (
        "Session 2: About logs Name Date You can keep a log. Read Read about the log . One or the other [readings ]"
        " Answer Circle the letter of one option, or of as many as the question says. Fill in each blank."
        " About 5 minutes. Q2 Second A list is a ____________ & <more>. Tell apart Q3 Which of them Which? This That"
        " of 2 right Short answers Write two or three sentences in your own words. The key lists the points to look for."
        " S1 Why so Why is it so?"
    )


def test_what_no_session_asks_follows_the_course_and_terms_come_last() -> None:
    parts = re.findall(r'<section class="part[^"]*" id="([^"]+)"', learner(COURSE))
    assert parts == ["workflow", "personas", "session-first", "session-logs", "questions", "prompts", "terms", "notes"]
    rest = session(learner(COURSE), "questions")
    assert re.findall(r'<span class="number" id="question-([^"]+)"', rest) == ["third"]


def test_numbers_follow_the_course_in_every_edition() -> None:
    for name, document in made(small(COURSE), "learner", "key", "trainer").items():
        found = re.findall(r'id="question-([^"]+)">(Q\d)', document)
        assert found == [("first", "Q1"), ("second", "Q2"), ("pair", "Q3"), ("third", "Q4")], name


def test_a_role_takes_the_first_session_and_its_own_and_no_other() -> None:
    assert re.findall(r'id="(session-\w+)"', learner(COURSE, "clerk-learner")) == ["session-first", "session-logs"]
    assert re.findall(r'id="(session-\w+)"', learner(COURSE, "engineer-learner")) == ["session-first"]


def rest(quiz: str, changed: dict[str, str]) -> list[str]:
    more = {"quiz/more.md": quiz.replace("#first", "#f").replace("#second", "#s")}
    document = learner({**COURSE, **more, **changed}, "clerk-learner")
    return re.findall(r'<h3 id="theme-[^"]+">([^<]+)</h3>', session(document, "questions"))


def test_a_few_questions_for_a_role_are_mixed_with_others() -> None:
    assert rest(QUIZ.replace("# Quiz\n", "# More\n\nAbout it.\n", 1), {}) == ["Mixed questions"]


def test_questions_for_a_role_keep_the_introduction_that_names_their_case() -> None:
    cases = {"cases/index.md": "# Cases\n\nSee [one](shop.md).\n", "cases/shop.md": "# Shop\n\nA shop.\n"}
    quiz = QUIZ.replace("# Quiz\n", "# Shop quiz\n\nRead [the case](../cases/shop.md) first.\n", 1)
    assert rest(quiz, cases) == ["Shop quiz", "Mixed questions"]


def test_a_role_is_not_asked_for_a_short_answer_on_terms_that_it_does_not_learn() -> None:
    course = {
        **COURSE,
        "learn/index.md": COURSE["learn/index.md"].replace("2. [Logs]", "2. [Middle](middle.md)\n3. [Logs]"),
        "learn/first.md": COURSE["learn/first.md"].replace("[lineage][]", "nothing"),
        "learn/middle.md": "# Middle\n\nYou go on.\n\n## Read { #read }\n\nAbout [lineage][].\n",
    }
    one = SHORT.replace("- [ ] Names [lineage][].\n", "")
    for short, asked in ((SHORT, False), (one, True)):
        assert ("answer-why" in learner({**course, "quiz/short.md": short}, "clerk-learner")) is asked
        assert "answer-why" in learner({**course, "quiz/short.md": short})


def test_a_role_reads_its_own_words_and_is_told_the_page_of_the_table_of_roles() -> None:
    listed = (
        "You can keep a log.\n\n## Read { #read }\n\n1. [Words](../workflow/words.md)\n2. [Roles](../personas/index.md)"
    )
    logs = COURSE["learn/logs.md"].replace("You can keep a log.\n\n## Read { #read }", listed)
    shown = session(
        learner({**COURSE, "learn/logs.md": logs, "workflow/words.md": WORDS}, "clerk-learner"), "session-logs"
    )
    assert '<a href="#words-to-know-first" class="place">Words</a>' in shown
    assert 'data-in="learner" data-first="personas"' in shown


def test_a_session_names_the_optional_pages_that_follow_it_with_their_addresses() -> None:
    course = COURSE["learn/index.md"] + "\n## Deeper { #deeper }\n\n| After | Read |\n| --- | --- |\n| [L](logs.md) |"
    pages = {**COURSE, "learn/index.md": course + " [The laws](../laws.md) |\n", "laws.md": "# Laws\n\nOf the land.\n"}
    assert "To go deeper: The laws (laws/ on the site)." in words(f"<body>{session(learner(pages), 'session-logs')}")
    assert "To go deeper" not in session(learner(pages), "session-first")


def test_a_role_that_approves_reads_where_the_laws_are() -> None:
    handout = made(load(ROOT / "docs"), "compliance-officer-learner")["compliance-officer-learner"]
    for page in ("law-for-models", "ai-act", "gdpr", "model-risk"):
        assert f"(topics/{page}/ on the site)" in handout
