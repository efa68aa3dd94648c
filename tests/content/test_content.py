"""The content: the check finds no problem in it, and it covers the whole study guide.

The rules of the check apply to any guide; these tests are about promises of this guide only.
"""

from __future__ import annotations

import re

import pytest
from sites import ROOT
from study.check.rules import check
from study.check.rules.counts import COUNTABLES
from study.check.rules.pairs import pairs
from study.check.suppressions import without_allowed
from study.content.glossary import is_term_file
from study.content.guide import Guide
from study.content.workflow import stages

TERMS = """\
Amazon S3; Bias; CI/CD Pipeline; Compliance Officer; Data Engineer; Data Scientist; Data Transformation; Explainability;
Jupyter Notebook; Lineage; MLOps Engineer; Obfuscation; Reproducibility; SageMaker Clarify; SageMaker Data Wrangler;
SageMaker Endpoints; SageMaker Feature Store; SageMaker Model Monitor; SageMaker Model Registry; SageMaker Pipelines;
SageMaker Processing; SageMaker SDK for Python"""
QUESTIONS = [
    "What are the two primary methods for interacting with Amazon SageMaker, and which one is the recommended approach "
    "for most practitioners?",
    "Describe the core responsibilities of the Data Engineer persona in the machine learning pipeline.",
    "What is the key difference in how data engineering tasks are handled in small organizations versus large "
    "enterprises?",
    "Explain the purpose of SageMaker Processing and why it is preferable to running large data transformations directly "
    "in a Jupyter Notebook.",
    "How is the role of an MLOps Engineer similar to that of a traditional DevOps Engineer?",
    "What is the SageMaker Model Registry, and what role does it play in model governance?",
    'Define the concept of "lineage" in the context of machine learning and explain why it is important.',
    "What two types of monitoring are crucial for a deployed machine learning model?",
    "In highly regulated environments, what additional persona might be involved in governance, and what are their "
    "primary duties?",
    "What is the function of SageMaker Clarify in the MLOps lifecycle?",
]
PROMPTS = {
    "journey-of-a-model": "Describe the complete journey of a machine learning model from data source to production "
    "monitoring in a large, regulated organization. Detail the specific roles of the Data Engineer, MLOps Engineer, and "
    "Compliance Officer, and identify which SageMaker tools are used at each major stage of the pipeline.",
    "automation": "Explain the concept of automation in the ML workflow as presented in the source context. Why is it "
    "considered superior to manual changes, and how do SageMaker Pipelines and CI/CD integration contribute to this "
    "automated approach?",
    "low-code-and-code-first": "Compare and contrast the low-code and code-first approaches to data engineering within "
    "SageMaker. Describe the specific tools associated with each approach and discuss the potential trade-offs a Data "
    "Engineer might consider when choosing between them.",
    "governance": "Discuss the critical importance of governance across the entire ML pipeline. Elaborate on the key "
    "governance tasks, including handling PII, ensuring traceability and reproducibility, managing model approvals, and "
    "monitoring for bias.",
    "feedback-loops": 'The MLOps Engineer is responsible for creating "feedback loops" for deployed models. Describe '
    "what a feedback loop entails, what triggers it, and what the ultimate outcome of a successful feedback loop is in "
    "the context of maintaining model accuracy.",
}
THEMES = ("prepare-data", "build-and-register", "deploy-and-monitor", "govern")


def test_the_check_has_no_problem_with_it(guide: Guide) -> None:
    assert [problem.line("docs") for problem in without_allowed(guide, check(guide))] == []


def test_every_page_is_in_the_navigation(guide: Guide) -> None:
    """But the terms, which are on a list."""
    pages = {path for path in guide.pages if not is_term_file(path)}
    assert {*(guide.nav or ())} == {*pages, "check.md", "coverage.md"}


def test_all_terms_of_the_study_guide_are_defined(guide: Guide) -> None:
    assert {re.sub(r"\s+", " ", name).strip() for name in TERMS.split(";")} <= {term.name for term in guide.terms}


def test_terms_beyond_the_study_guide_are_marked(guide: Guide) -> None:
    beyond = [term for term in guide.terms if term.beyond]
    assert {term.name for term in guide.terms} - {term.name for term in beyond} == {
        re.sub(r"\s+", " ", name).strip() for name in TERMS.split(";")
    }
    assert len(beyond) >= 28


def test_there_are_many_questions_and_half_of_them_are_situations(guide: Guide) -> None:
    assert len(guide.questions) >= 150
    assert sum(question.situation for question in guide.questions) >= len(guide.questions) / 2


def test_there_are_many_pairs(guide: Guide) -> None:
    assert len(pairs(guide)) >= 10


def test_the_ten_questions_keep_wording_and_order(guide: Guide) -> None:
    assert [re.sub(r"\s+", " ", answer.question) for answer in guide.short_answers][:10] == QUESTIONS


def test_the_five_prompts_keep_their_wording(guide: Guide) -> None:
    found = {prompt.id: re.sub(r"\s+", " ", prompt.prompt) for prompt in guide.prompts}
    assert PROMPTS.items() <= found.items()


@pytest.mark.parametrize("theme", THEMES)
def test_a_theme_has_questions_of_every_kind(guide: Guide, theme: str) -> None:
    own = [question for question in guide.questions if question.path == f"quiz/{theme}.md"]
    assert len(own) >= 12
    assert {question.kind for question in own} == {"single", "several", "blank"}


def test_the_right_option_is_not_told_by_its_length_or_place(guide: Guide) -> None:
    single = [question for question in guide.questions if question.kind == "single"]
    longest = [max(question.options, key=lambda option: len(option.text)).right for question in single]
    assert sum(longest) <= len(single) / 3
    places = [[option.right for option in question.options].index(True) for question in single]
    assert max(map(places.count, range(4))) <= len(single) * 0.4


def test_there_are_38_corrections_at_least(guide: Guide) -> None:
    assert sum(heading.level == 3 for heading in guide.pages["corrections.md"].headings) >= 38


def test_there_are_twelve_stages(guide: Guide) -> None:
    assert len(stages(guide)) == 12


def test_the_page_of_the_workflow_keeps_the_ids_of_what_has_moved(guide: Guide) -> None:
    """Links from elsewhere land on a link to where the text is now."""
    page = guide.pages["workflow.md"]
    traced = {f"trace-{name}" for name in ("endpoint", "model-version", "training-job", "dataset", "code", "container")}
    moved = {"words-to-know-first", "one-row", "two-kinds-of-pipeline", "trace", "trace-prediction", "churn-story"}
    assert moved | traced <= page.anchors
    assert {link.target.partition("#")[0] for link in page.links} >= {
        f"workflow/{name}.md" for name in ("words", "pipelines", "trace", "story")
    }


def test_each_number_that_the_check_compares_is_on_a_page(guide: Guide) -> None:
    """A reworded sentence would hide its number from the check."""
    stated = {
        countable.thing
        for countable in COUNTABLES
        for page in guide
        if not countable.pages or page.path.startswith(countable.pages)
        if countable.pattern.search(page.source.prose)
    }
    assert {countable.thing for countable in COUNTABLES} <= stated


def test_the_readme_has_the_number_of_terms(guide: Guide) -> None:
    assert f"**Glossary**: {len(guide.terms)} terms" in (ROOT / "README.md").read_text(encoding="utf-8")
