from __future__ import annotations

from cases import guide
from study.content.guide import Guide
from study.content.inline import Reference
from study.content.source import Source

GLOSSARY = """\
# Lineage { #lineage }

The *recorded* history of a [model][registry]: code,
data and jobs.

Explanation.

- Also called: ML lineage, model lineage
- Used by: [MLOps Engineer](../personas/mlops-engineer.md), [Data Scientist](../personas/data-scientist.md)
- Stage: [Train](../workflow.md#train), [Register](../workflow.md#register)

# Model Registry { #registry }

A catalogue.

- Also called: registry, lineage
"""


def test_a_term_is_a_heading_a_definition_and_facts() -> None:
    lineage, registry = guide(glossary=GLOSSARY).terms
    assert (lineage.id, lineage.name) == ("lineage", "Lineage")
    assert lineage.definition == "The recorded history of a model: code, data and jobs."
    assert lineage.paragraph == "The *recorded* history of a [model][registry]: code,\ndata and jobs."
    assert lineage.aliases == ("ML lineage", "model lineage")
    assert lineage.personas == ("mlops-engineer", "data-scientist")
    assert lineage.stages == ("train", "register")
    assert (registry.definition, registry.personas) == ("A catalogue.", ())


def test_a_name_wins_over_an_alias() -> None:
    named = guide(glossary=GLOSSARY).by_name
    assert {name: term.id for name, term in named.items()} == {
        "lineage": "lineage",
        "model registry": "registry",
        "ml lineage": "lineage",
        "model lineage": "lineage",
        "registry": "registry",
    }


def test_terms_of_a_page_come_once_each_in_order_of_mention() -> None:
    read = guide(glossary=GLOSSARY, page="[registry][] [x][lineage] [Model registry][] [no][]")
    assert [term.id for term in read.terms_of(read.pages["page.md"])] == ["registry", "lineage"]


def test_a_short_answer_is_a_question_an_answer_and_key_points() -> None:
    text = """\
## Questions

### 1. Title { #its-id }

Why, and
how?

//// answer
Because of this.

It is so.

- [ ] One [lineage][]
    goes on.
- [x] Two.

/// correction
- [ ] not a point of the answer, but it stands in the block
///
////
"""
    (answer,) = guide(glossary=GLOSSARY, quiz__short=text).short_answers
    assert (answer.id, answer.title, answer.question) == ("its-id", "1. Title", "Why, and\nhow?")
    assert answer.answer == "Because of this.\n\nIt is so."
    assert [point.text for point in answer.key_points][:2] == ["One [lineage][]\n    goes on.", "Two."]
    assert [[r.label for r in point.references] for point in answer.key_points][:2] == [["lineage"], []]


PROMPT = """\
# Title

Lead.

## Prompt { #prompt }

Describe it.

/// correction
Note.
///

## Outline { #outline }

1. Begin.

## Criteria { #criteria }

- [ ] **Clear.** It says [lineage][].

## Rubric { #rubric }

| Level | Shows |
| --- | --- |
| 4 | All |

## Exemplar { #exemplar }

/// exemplar
An essay.
///
"""


def test_a_prompt_is_a_page_of_parts() -> None:
    (prompt,) = guide(essays__its_name=PROMPT, essays__index="# Prompts\n").prompts
    assert (prompt.id, prompt.title, prompt.prompt, prompt.outline) == (
        "its-name",
        "Title",
        "Describe it.",
        "1. Begin.",
    )
    assert [point.text for point in prompt.criteria] == ["**Clear.** It says [lineage][]."]
    assert prompt.rubric.startswith("| Level")
    assert prompt.exemplar == "An essay."


def test_a_guide_without_a_glossary_knows_no_term() -> None:
    read = guide(page="[x][]")
    assert (read.terms, read.term_of(Reference("x", "x", "x", 0, 5))) == ((), None)


def test_a_guide_with_more_pages_is_a_new_one() -> None:
    """Its own properties are of all its pages; those of the first stay as they were."""
    first = Guide.read([Source("glossary/bias.md", "# Bias { #bias }\n\nUnfairness.\n")])
    assert (first.questions, len(first.terms)) == ((), 1)
    asked = "# Q\n\n### A { #a }\n\n<quiz>\nWhy?\n- [x] So\n> So.\n</quiz>\n"
    second = first.with_pages([Source("quiz.md", asked)])
    assert [question.id for question in second.questions] == ["a"]
    assert (first.questions, list(first.pages)) == ((), ["glossary/bias.md"])
