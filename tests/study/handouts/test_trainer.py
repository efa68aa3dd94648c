"""The trainer's edition: questions with their right answers, confused pairs, and grids to fill in."""

from __future__ import annotations

import re
from collections import Counter
from html import unescape

import pytest
from edition_pages import COURSE, letters, made, small, words
from sites import ROOT
from study.content.guide import Guide
from study.content.load import load
from study.handouts.confused_pairs import Pairs, discussion, pairs
from study.handouts.links import Links
from study.handouts.plan import plan
from study.render.fragments import Fragments
from study_pages import PAGES


@pytest.fixture(scope="module")
def real() -> Guide:
    return load(ROOT / "docs")


@pytest.fixture(scope="module")
def trainer(real: Guide) -> str:
    return made(real, "trainer")["trainer"]


def test_a_question_stands_with_its_right_options_in_words(real: Guide, trainer: str) -> None:
    show, seen = Fragments(real), letters(words(trainer))
    for question in real.questions:
        if not question.blanks:
            assert letters(show.text(question.text, question.path)) in seen, question.id
        for option in question.options:
            assert letters(show.line(option.text, question.path)) in seen, question.id


def test_no_pair_is_compared_twice_in_either_direction(trainer: str) -> None:
    compared = re.findall(r"Compare <b>(.*?)</b> with <b>(.*?)</b>\.", trainer)
    found = Counter(frozenset(map(unescape, pair)) for pair in compared)
    assert len(found) > 60
    assert [pair for pair, count in found.items() if count > 1] == []


def test_both_halves_of_a_pair_are_told() -> None:
    shown = made(small(COURSE), "trainer")["trainer"]
    assert 'Lineage: The history of "a &lt;model&gt;". Magic: does not exist.' in shown


def test_only_a_session_compares_a_term_with_one_that_it_does_not_ask_about() -> None:
    assert made(small(), "trainer")["trainer"].count("<h3>To discuss</h3>") == 2  # of stages and of roles


def test_a_session_names_its_pages_in_other_editions() -> None:
    _, told = re.findall(r'<p class="sheet-answers">(.*?)</p>', made(small(COURSE), "trainer")["trainer"])
    assert 'Learner handout<span class="print" data-in="learner" data-first="session-logs"' in told
    assert 'readings<span class="print" data-in="readings"' in told


def test_what_the_other_entry_says_is_told_before_a_definition(real: Guide) -> None:
    links = Links(Fragments(real), real, {})
    pair = next(pair for pair in pairs(real, real.by_name["batch transform"]) if pair.other)
    assert pair.other and pair.other.name == "Asynchronous Inference"
    assert "Batch Transform: scores a stored dataset and ends" in discussion(pair, real, links)


def test_a_pair_is_the_same_in_either_direction() -> None:
    back = "- Used by: [Clerk](../personas/clerk.md)\n- Not the same as: [lineage][] (leads back)\n"
    log = PAGES["glossary/log.md"].replace("- Used by: [Clerk](../personas/clerk.md)\n", back)
    guide = small({"glossary/log.md": log})
    lineage, log = guide.by_name["lineage"], guide.by_name["log"]
    (there, _), (again,) = pairs(guide, lineage), pairs(guide, log)
    assert there.both == again.both == {"lineage", "log"}


def test_what_the_question_names_is_mixed_up_first() -> None:
    short = PAGES["quiz/short.md"].replace("Why is it so?", "Why is the log so?")
    back = "- Used by: [Clerk](../personas/clerk.md)\n- Not the same as: a diary (is secret)\n"
    log = PAGES["glossary/log.md"].replace("- Used by: [Clerk](../personas/clerk.md)\n", back)
    guide = small({"quiz/short.md": short, "glossary/log.md": log})
    assert [pair.term.id for pair in Pairs(guide).of_answer(plan(guide).answers[0].item)] == ["log", "lineage"]


def test_what_is_mixed_up_says_whose_the_description_is() -> None:
    shown = made(small(), "trainer")["trainer"]
    assert "<li>Compare <b>Lineage</b> with <b>Log</b>. Log: lists what happened.</li>" in shown


def test_a_grid_has_a_box_for_each_of_eight_learners_and_says_what_to_write() -> None:
    shown = made(small(), "trainer")["trainer"]
    (head,) = re.findall(r'<table class="grid"><thead><tr>(.*?)</tr>', shown)
    assert head.count("<td></td>") == 8
    assert shown.count("Write learners' initials in the top row of each grid. + yes, o partly, - no.") == 1


def test_an_essay_stands_with_its_criteria_and_rubric(real: Guide, trainer: str) -> None:
    show = Fragments(real)
    for prompt in real.prompts:
        part = trainer[trainer.index(f'id="prompt-{prompt.id}"') :].partition("</section>")[0]
        seen = re.sub(r"\[p\.\d+\]", "", letters(words(f"<body>{part}")))
        assert all(letters(show.line(point.text, prompt.path)) in seen for point in prompt.criteria)
        assert "Theessayiswrittenathome." in seen and "CriteriaGradetheessaysintherubricgrids" in seen


def test_the_roles_are_a_part_with_their_table(trainer: str) -> None:
    part = trainer[trainer.index('id="personas"') :].partition("</section>")[0]
    assert "<th>Stage</th>" in part and "How to read a cell" in part


def test_a_session_says_what_learners_can_do_and_remember(trainer: str) -> None:
    part = trainer[trainer.index('id="session-roles"') :].partition("</section>")[0]
    assert "After this session, you can name the owner of each stage" in part
    assert "<h3>To remember</h3>" in part and "Each hand-off leaves a record" in part
