"""The learner's edition: the text before and around the questions, and the space for answers."""

from __future__ import annotations

import re

import pytest
from edition_pages import COURSE, WORDS, learner, made, small, words
from study.content.essays import Prompt
from study.content.source import Place
from study.handouts.learner import outline_lines
from study_pages import ESSAY, PAGES, QUIZ

ROLES = PAGES["personas/index.md"] + "\nHow to read a cell:\n\n- leads: owns the `stage`.\n\n## More\n\nNot this.\n"
LEAD = "About the [log][], in [a case](../personas/clerk.md)."


def part(document: str, id: str) -> str:
    return document[document.index(f'<section class="part" id="{id}">') :].partition("</section>")[0]


def test_the_words_to_know_first_come_from_their_page() -> None:
    for name, then in (("learner", " Then He writes."), ("clerk-learner", "")):
        shown = part(learner({"workflow/words.md": WORDS}, name), "words-to-know-first")
        assert words(f"<body>{shown}") == f"Words first Amina builds.{then}"


def test_each_quiz_and_each_prompt_has_lines_for_a_name() -> None:
    for id, count in (("questions", 1), ("prompts", 1)):
        assert part(learner({}), id).count("<span>Name</span>") == count


def test_the_table_of_roles_says_how_to_read_it() -> None:
    shown = part(learner({"personas/index.md": ROLES}), "personas")
    assert "<p>How to read a cell:</p>\n<ul>\n<li>leads: owns the <code>stage</code>.</li>\n</ul>" in shown
    assert "Not this" not in shown


def test_the_table_of_roles_comes_again_to_be_filled_in() -> None:
    shown = part(learner({}), "personas").partition("From memory")[2]
    assert re.findall(r"<t[hd]\b.*?(?:/>|</t[hd]>)", shown) == [
        "<th>Stage</th>",
        "<th><span>Engineer</span></th>",
        "<td><span>Build</span></td>",
        "<td />",
    ]


def test_a_role_has_no_table_of_roles() -> None:
    assert "From memory" not in learner({}, "clerk-learner")


def test_a_theme_begins_with_the_first_paragraph_of_its_page() -> None:
    shown = learner({"quiz/all.md": QUIZ.replace("# Quiz\n", f"# Quiz\n\n{LEAD}\n\nNot this.\n", 1)})
    assert (
        '<p class="lead">About the <span>log</span>, in <a href="../personas/clerk/">a case</a><sup>1</sup>. About 5 minutes.</p>'
        in shown
    )
    assert "Not this" not in shown


def test_a_theme_without_a_first_paragraph_shows_nothing_of_its_questions() -> None:
    assert '<p class="lead">About 5 minutes.</p>' in learner({})


def test_a_theme_ends_with_a_line_to_count_what_was_right() -> None:
    assert '<p class="score"><i></i> of 2 right</p>' in learner({})


def test_one_question_has_no_line_to_count_nope() -> None:
    one = QUIZ.partition("### Second")[0]
    assert 'class="score"' not in learner({"quiz/all.md": one})


def test_short_answers_say_how_long_they_take() -> None:
    assert "About 5 minutes.</p>" in learner({}).partition('<h3 id="answers">')[2].partition("</section>")[0]


def test_a_short_answer_has_lines_for_two_or_three_sentences() -> None:
    assert learner(COURSE).partition('id="answer-why"')[2].partition("</article>")[0].count("<i></i>") == 5


@pytest.mark.parametrize(("name", "own"), [("learner", True), ("clerk-learner", True), ("key", False)])
def test_a_learner_writes_a_name_on_the_cover(name: str, own: bool) -> None:
    assert ("<span>Name</span>" in learner({}, name)) is own


@pytest.mark.parametrize(("name", "some"), [("learner", False), ("clerk-learner", True), ("clerk-key", True)])
def test_the_cover_says_that_a_role_lacks_some_numbers(name: str, some: bool) -> None:
    assert ("so some are missing" in learner({}, name)) is some


@pytest.mark.parametrize(("name", "told"), [("learner", False), ("key", True), ("trainer", True), ("cards", False)])
def test_the_cover_says_what_the_study_guide_is_where_it_is_mentioned(name: str, told: bool) -> None:
    changed = {"quiz/all.md": QUIZ.replace("lists events only", "is what the study guide says")}
    assert ("is the text that this course corrects" in learner(changed, name)) is told
    assert "is the text that this course corrects" not in learner({}, name)


def test_the_contents_count_questions_where_some_are_left_out() -> None:
    asked = QUIZ.replace(
        "### Second", "### Between { #between }\n\n<quiz>\nWhat?\n- [x] A\n- [ ] B\n\nSo.\n</quiz>\n\n### Second"
    )
    changed = {"quiz/all.md": asked.replace("[log][]", "[lineage][]")}
    assert "Quiz (Q1 to Q3)" in learner(changed)
    assert "Mixed questions (2 questions, Q1 to Q3)" in learner(changed, "engineer-key")


def test_a_blank_stays_on_the_line_of_the_word_before_it() -> None:
    assert "A list is a\N{NO-BREAK SPACE}____" in learner({})


def test_a_role_with_one_stage_reads_its_facts_as_a_list() -> None:
    shown = part(learner({}, "engineer-learner"), "workflow")
    assert "<table" not in shown and "<li><b>Record kept:</b>" in shown
    two = PAGES["workflow.md"] + PAGES["workflow.md"].partition("\n\n")[2].replace("#build", "#build-again")
    assert "<table" in part(learner({"workflow.md": two}, "engineer-learner"), "workflow")


def test_a_term_says_what_it_is_not() -> None:
    shown = learner({})
    assert '<p class="others"><b>Not the same as</b> a <a href="#log" class="place">Log</a> (lists what' in shown


def test_other_names_of_a_term_are_a_sentence() -> None:
    assert '<span class="also">Also called: history.</span>' in learner({})


@pytest.mark.parametrize("name", ["key", "trainer"])
def test_where_terms_are_only_for_reference_nothing_says_what_they_are_not(name: str) -> None:
    shown = made(small(), name)[name]
    told = '<p>The history of "a &lt;model&gt;". <span class="also">Also called: history.</span></p>'
    assert f'<h3 id="lineage">Lineage</h3>{told}</article>' in shown


def test_a_correction_is_named_so_that_its_number_is_not_read_as_a_power() -> None:
    page = "# Corrections\n\n### C7. One { #one }\n\nText.\n"
    asked = QUIZ.replace("the page](https", "C7](../corrections.md#one), [C8](https", 1)
    key = learner({"corrections.md": page, "quiz/all.md": asked}, "key")
    assert '<a href="../corrections/#one">correction C7</a><sup>1</sup>, <a href="https://example.org/a">C8</a>' in key


def test_the_longer_a_prompt_the_fewer_lines_fill_its_page() -> None:
    def lines(letters: int) -> int:
        return outline_lines(Prompt("a", "A", "x" * letters, "", (), "", "", Place("a.md", 1, 1)))

    assert (lines(1000), lines(1400), lines(9000)) == (13, 9, 9)


@pytest.mark.parametrize(("words", "about"), [(1, 50), (50, 50), (51, 100), (420, 450)])
def test_an_essay_is_about_as_long_as_its_exemplar(words: int, about: int) -> None:
    essay = ESSAY.replace("Thinking is what we did all day, and it did not hurt.", "word " * words)
    shown = learner({"essays/thought.md": essay})
    assert f"Then write about {about} words on your own paper." in shown


def test_an_essay_without_an_exemplar_has_no_length_nope() -> None:
    shown = learner({"essays/thought.md": ESSAY.partition("## Exemplar")[0]})
    assert "Note your points and their order.</p>" in shown
