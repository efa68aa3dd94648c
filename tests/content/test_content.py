"""The content is product, so it is tested too: all of the study guide is here, and written as promised."""

from __future__ import annotations

import re
import statistics

import pytest
from sites import ROOT
from study.coverage import totals
from study.folder import load
from study.guide import Guide
from study.inline import plain
from study.workflow import stages

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
DATED = re.compile(
    r"\([^()]*(?:January|February|March|April|May|June|July|August|September|October|November|December) 20\d\d"
)


@pytest.fixture(scope="module")
def guide() -> Guide:
    return load(ROOT / "docs")


def test_every_page_is_in_the_navigation(guide: Guide) -> None:
    assert {*(guide.nav or ())} == {*guide.pages, "check.md", "coverage.md"}


def test_all_terms_of_the_study_guide_are_defined(guide: Guide) -> None:
    assert {re.sub(r"\s+", " ", name).strip() for name in TERMS.split(";")} <= {term.name for term in guide.terms}


def test_terms_beyond_the_study_guide_are_marked(guide: Guide) -> None:
    beyond = [term for term in guide.terms if term.beyond]
    assert {term.name for term in guide.terms} - {term.name for term in beyond} == {
        re.sub(r"\s+", " ", name).strip() for name in TERMS.split(";")
    }
    assert len(beyond) >= 28
    assert {term.facts["Origin"] for term in beyond} == {"beyond the study guide"}


def test_each_term_is_asked_twice_in_different_kinds(guide: Guide) -> None:
    asked: dict[str, list[str]] = {term.id: [] for term in guide.terms}
    for question in guide.questions:
        page = guide.pages[question.path]
        heading = page.heading_of(question.place.offset)
        assert heading is not None
        for term in {guide.term_of(reference) for reference in page.references_between(*page.section(heading))}:
            asked[term.id if term else ""].append(question.kind)
    assert [id for id, kinds in asked.items() if len(set(kinds)) < 2] == []


def test_each_persona_and_stage_is_asked_ten_times(guide: Guide) -> None:
    assert [(name, count) for _, name, count in totals(guide) if count < 10] == []


def test_there_are_many_questions_and_half_of_them_are_situations(guide: Guide) -> None:
    assert len(guide.questions) >= 150
    assert sum(question.situation for question in guide.questions) >= len(guide.questions) / 2


def test_a_pair_is_compared_and_asked_from_both_sides(guide: Guide) -> None:
    pages = [page for page in guide if page.path.startswith("contrasts/") and page.path != "contrasts/index.md"]
    pairs = [(page, heading) for page in pages for heading in page.headings if heading.level == 2]
    assert len(pairs) >= 10
    for page, heading in pairs:
        start, stop = page.section(heading)
        own = [q for q in guide.questions if q.path == page.path and start <= q.place.offset < stop]
        assert page.source.text[start:stop].count("\n| ---") == 1, heading.text
        assert sum(question.kind == "single" for question in own) >= 2, heading.text
    index = guide.pages["contrasts/index.md"]
    assert {link.target for link in index.links if ".md#" in link.target} >= {
        f"{page.path.removeprefix('contrasts/')}#{heading.id}" for page, heading in pairs
    }


def test_a_definition_fits_a_card_and_stands_alone(guide: Guide) -> None:
    for term in guide.terms:
        assert 40 <= len(term.definition) <= 320, term.name
        assert not re.match(r"(It|This|That|These|They|He|She)\b", term.definition), term.name


def test_a_term_has_its_facts_its_example_and_dated_sources(guide: Guide) -> None:
    for term in guide.terms:
        body = guide.pages["glossary.md"].source.text[term.offset : term.stop]
        labels = [label for label in term.facts if label not in ("Also called", "Origin")]
        assert labels == ["Used by", "Stage", "Not the same as", "Source"], term.name
        assert "**Example.**" in body, term.name
        assert term.personas and term.stages, term.name
        assert term.facts["Source"].count("https://") == len(DATED.findall(term.facts["Source"])) > 0, term.name


def test_the_ten_questions_keep_wording_and_order(guide: Guide) -> None:
    assert [re.sub(r"\s+", " ", answer.question) for answer in guide.short_answers][:10] == QUESTIONS


def test_an_answer_is_two_or_three_sentences_and_three_to_five_key_points(guide: Guide) -> None:
    for answer in guide.short_answers:
        assert 2 <= len(sentences(answer.answer)) <= 3, answer.id
        assert 3 <= len(answer.key_points) <= 5, answer.id
        assert all(any(map(guide.term_of, point.references)) for point in answer.key_points), answer.id


def test_the_five_prompts_keep_their_wording(guide: Guide) -> None:
    found = {prompt.id: re.sub(r"\s+", " ", prompt.prompt) for prompt in guide.prompts}
    assert PROMPTS.items() <= found.items()


def test_a_prompt_has_outline_criteria_rubric_and_exemplar(guide: Guide) -> None:
    for prompt in guide.prompts:
        assert prompt.outline.startswith("1. "), prompt.id
        assert 5 <= len(prompt.criteria) <= 8, prompt.id
        assert all(any(map(guide.term_of, point.references)) for point in prompt.criteria), prompt.id
        assert [row.split()[1] for row in prompt.rubric.splitlines()[2:]] == ["4", "3", "2", "1"], prompt.id
        essay = [line for line in prompt.exemplar.splitlines() if not line.startswith(">")]
        assert 350 <= len(plain("\n".join(essay)).split()) <= 600, prompt.id


def test_every_criterion_is_shown_in_the_exemplar(guide: Guide) -> None:
    for prompt in guide.prompts:
        names = {point.text.split("**")[1] for point in prompt.criteria}
        assert names == set(re.findall(r"^> \*\*(.+?)\*\*", prompt.exemplar, re.MULTILINE)), prompt.id


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


def test_an_option_is_short_and_never_all_or_none(guide: Guide) -> None:
    for question in guide.questions:
        for option in question.options:
            assert len(option.text) <= 80, option.place
            assert not re.match(r"(all|none|both|neither) of the (above|others)", option.text, re.IGNORECASE), (
                option.place
            )
            assert not re.match(r"(in)?correct\b|(right|wrong)\b", option.reason, re.IGNORECASE), option.place


def test_a_question_with_several_answers_says_so(guide: Guide) -> None:
    for question in guide.questions:
        assert bool(re.search(r"Choose\s(two|three)\.", question.text)) == (question.kind == "several"), question.place


def test_all_38_corrections_have_source_and_month(guide: Guide) -> None:
    page = guide.pages["corrections.md"]
    own = [heading for heading in page.headings if heading.level == 3]
    assert len(own) >= 38
    assert [heading.text.split(".")[0] for heading in own] == [f"C{number}" for number in range(1, len(own) + 1)]
    labels = ["The study guide says", "Today", "Why it matters", "Kind", "Affects", "Source"]
    for heading in own:
        start, stop = page.section(heading)
        body = page.source.text[start:stop].partition("\n## ")[0]
        assert re.findall(r"^- ([A-Z][\w ]+):", body, re.MULTILINE) == labels, heading.text
        assert DATED.search(re.sub(r"\s+", " ", body.partition("- Source:")[2])), heading.text


def test_the_owner_of_a_stage_leads_it(guide: Guide) -> None:
    """The workflow's table and the personas' matrix say the same."""
    workflow = rows(guide.pages["workflow.md"].source.text, "Stage | Owner")
    matrix = rows(guide.pages["personas/index.md"].source.text, "Stage | [Data Engineer]")
    owners = {row[0].split("**")[1]: set(re.findall(r"personas/([\w-]+)\.md", row[1])) for row in workflow}
    personas = ["data-engineer", "data-scientist", "mlops-engineer", "compliance-officer"]
    leads = {
        plain(row[0]).split(" (")[0]: {
            name for name, cell in zip(personas, row[1:], strict=True) if cell == "**leads**"
        }
        for row in matrix
    }
    assert owners == leads


def test_stages_are_named_alike_everywhere(guide: Guide) -> None:
    own = [stage.id for stage in stages(guide)]
    assert len(own) == 12
    assert (
        re.findall(r"^\d+\. \[\w+\]\(workflow\.md#([\w-]+)\)", guide.pages["index.md"].source.text, re.MULTILINE) == own
    )
    assert {stage for term in guide.terms for stage in term.stages} <= set(own)


def test_pages_are_easy_to_read(guide: Guide) -> None:
    for page in guide:
        lengths = [len(sentence.split()) for part in paragraphs(page.source.text) for sentence in sentences(part)]
        assert statistics.median(lengths) <= 18, page.path


def test_a_paragraph_has_five_sentences_at_most(guide: Guide) -> None:
    found = [(page.path, part) for page in guide for part in paragraphs(page.source.text) if len(sentences(part)) > 5]
    assert found == []


def rows(text: str, head: str) -> list[list[str]]:
    lines = text[text.index(f"| {head}") :].split("\n\n")[0].splitlines()[2:]
    return [[cell.strip() for cell in line.strip("| ").split(" | ")] for line in lines]


def paragraphs(text: str) -> list[str]:
    blocks = re.split(r"\n[ \t]*\n", text)
    blocks = [re.sub(r"^\*\*[^*]+\.\*\* ", "", block) for block in blocks]  # "Example." is a label
    return [block for block in blocks if re.match(r"[A-Z\[*\"]", block) and "](http" not in block]


def sentences(text: str) -> list[str]:
    return [part for part in re.split(r"(?<=[.!?])[\"”)]?\s+(?=[A-Z`\"])", plain(text)) if part.strip()]
