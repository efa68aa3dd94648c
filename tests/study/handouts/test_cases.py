"""The case edition, and notes that name another edition: every question can be answered from paper."""

from __future__ import annotations

import re

import pytest
from edition_pages import COURSE, letters, made, small, words
from sites import ROOT
from study.content.case_studies import case_questions, case_studies
from study.content.guide import Guide
from study.content.load import load
from study.handouts import editions
from study.handouts.colophon import Imprint
from study.handouts.document import documents
from study.handouts.print_pages import named_editions
from study.render.fragments import Fragments
from study_pages import PAGES, QUIZ

CASE = (
    "# Nordbank\n\nA bank.\n\n## Frame { #frame }\n\nIt asks, at [Build](../workflow.md#build).\n\n"
    "- Who: Ann.\n- Stage: [Build](../workflow.md#build).\n\n"
)
CASES = {
    "cases/index.md": "# Two companies\n\nSee [one](shop.md) and [another](bank.md#frame).\n\n## More { #more }\n\nSo.\n",
    "cases/bank.md": f"{CASE}## Sources {{ #sources }}\n\n- [Not this](https://example.org/s)\n",
    "cases/shop.md": "# A shop\n\nSmall.\n",
    "quiz/all.md": QUIZ.replace("# Quiz\n", "# Quiz\n\nRead [Nordbank](../cases/bank.md) first.\n", 1),
    "quiz/other.md": QUIZ.replace("#first", "#third").replace("#second", "#fourth"),
}


@pytest.fixture(scope="module")
def real() -> Guide:
    return load(ROOT / "docs")


def test_the_pages_come_in_the_order_in_which_the_first_links_them() -> None:
    assert [page.path for page in case_studies(small(CASES))] == ["cases/index.md", "cases/shop.md", "cases/bank.md"]


def test_what_a_case_says_to_read_is_named_with_its_page() -> None:
    pages = {**CASES, **COURSE, "cases/shop.md": "# A shop\n\nRead [this](../contrasts/a.md#one).\n"}
    told = (
        '<a href="../contrasts/a/#one">this</a><span class="elsewhere"> [readings<span class="print" data-in="readings"'
    )
    assert told in made(small(pages), "cases")["cases"]


def test_a_case_is_told_without_its_sources_and_the_stages_that_its_headings_name() -> None:
    document = made(small(CASES), "cases")["cases"]
    part = re.findall(r'<section class="part case" id="case-bank">.*?</section>', document, re.DOTALL)[0]
    assert words(f"<body>{part}") == "Nordbank A bank. Frame It asks, at Build . Who: Ann."


def test_only_questions_of_a_page_that_begins_with_a_case_are_asked() -> None:
    guide = small(CASES)
    assert [question.id for question in case_questions(guide)] == ["first", "second"]
    assert re.findall(r'id="question-(\w+)"', made(guide, "cases")["cases"]) == ["first", "second"]


def test_everything_of_both_cases_and_every_prompt_is_on_paper(real: Guide) -> None:
    show, seen = Fragments(real), letters(words(made(real, "cases")["cases"]))
    for page in case_studies(real):
        assert all(letters(heading.text) in seen for heading in page.headings if heading.id != "sources")
    assert all(letters(show.text(prompt.prompt, prompt.path)) in seen for prompt in real.prompts)
    asked = [question for question in case_questions(real) if not question.blanks]
    assert asked and all(letters(show.text(each.text, each.path)) in seen for each in asked)


def test_the_cover_says_where_the_answers_are_and_why_numbers_are_missing() -> None:
    said = re.findall(r'<p class="said">(.*?)</p>', made(small(CASES), "cases")["cases"])[0]
    assert "The answers are in the key." in said and "so some are missing" in said


def test_a_case_names_the_page_of_a_reading(real: Guide) -> None:
    assert named_editions(made(real, "cases")["cases"]) == {"readings"}


def test_no_answer_is_in_the_case_edition(real: Guide) -> None:
    show, seen = Fragments(real), letters(words(made(real, "cases")["cases"]))
    for question in case_questions(real):
        assert letters(show.text(question.explanation, question.path)) not in seen
        assert all(letters(show.text(option.reason, question.path)) not in seen for option in question.options)


@pytest.mark.parametrize("name", ["learner", "key", "trainer", "data-engineer-learner"])
def test_a_link_to_a_case_or_a_stage_says_in_which_edition_it_is(real: Guide, name: str) -> None:
    document = made(real, name)[name]
    told, _, notes = document.partition('<ol class="notes">')
    assert not re.search(r'href="\.\./(?:cases/(?!")|learn/(?!ten|")|workflow/#)', notes)
    assert re.search(r'<a href="\.\./cases/[^"]*">[^<]*</a><span class="elsewhere"> \[case studies<span', told)


def test_an_essay_sends_to_the_page_of_its_case(real: Guide) -> None:
    document = made(real, "cases")["cases"]
    essays = document[document.index('id="prompts"') :]
    assert len(re.findall(r'<a href="#case-[^"]+" class="place">', essays)) >= len(real.prompts)
    assert "../cases/" not in document


def test_what_another_edition_has_is_named_and_leads_to_the_site() -> None:
    guide = small(CASES)
    site = Imprint("Guide", "https://example.org/", "1 May 2026")
    key = documents(guide, [one for one in editions(guide.pages) if one.name == "key"], site)["key"]
    assert '<a href="../workflow/">the workflow</a><span class="elsewhere"> [learner handout]</span>' in key


def test_a_site_without_cases_has_no_such_edition_nope() -> None:
    assert "cases" not in {each.name for each in editions(PAGES)}
    assert "cases" in {each.name for each in editions(CASES)}
