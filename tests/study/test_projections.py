"""What MkDocs shows beside what the author wrote: index, uses, tests of a persona, tables, checklists."""

from __future__ import annotations

from cases import guide
from markdown import markdown
from study.checklists import LabelledChecklists
from study.glossary_page import index, uses, with_uses
from study.persona_page import persona_of, with_test
from study.tables import StackedTables

GLOSSARY = """\
---
title: x
---
# Glossary

Intro.

## Terms { #terms }

### Bias { #bias }

Unfairness, see [lineage][].

- Used by: [Data Scientist](personas/data-scientist.md)

### Data Scientist { #data-scientist }

A persona.

### Lineage { #lineage }

History of a [lineage][] of its own.
"""
QUIZ = """\
# Quiz

Uses [bias][].

### Which? { #which }

<quiz>
Which?
- [x] Yes
> [Bias][] for the [data scientist][].
</quiz>
"""


def read() -> object:
    return guide(glossary=GLOSSARY, quiz__all=QUIZ, other="# Other page\n\n[Bias][] and [bias][].\n")


def test_uses_are_pages_questions_and_other_terms() -> None:
    found = uses(read())
    assert found["bias"].pages == {"quiz/all.md": "Quiz", "other.md": "Other page"}
    assert found["bias"].questions == {("quiz/all.md", "which"): "Which?"}
    assert found["lineage"].terms == {"bias": "Bias"}


def test_the_glossary_gets_an_index_above_and_uses_below_each_term() -> None:
    body = GLOSSARY.split("---\n", 2)[2]
    shown = with_uses(body, read())
    added = [line for line in shown.splitlines() if line not in body.splitlines()]
    assert added == [
        '<nav class="a-z" aria-label="Terms from A to Z" markdown="1">',
        "- **B** [Bias](#bias)",
        "- **D** [Data Scientist](#data-scientist)",
        "- **L** [Lineage](#lineage)",
        "</nav>",
        "/// uses | Where it is used: 2 pages, 1 question",
        "- Used on: [Quiz](/quiz/all.md), [Other page](/other.md)",
        "- Asked in: [Which?](/quiz/all.md#which)",
        "///",
        "/// uses | Where it is used: 1 question",
        "- Asked in: [Which?](/quiz/all.md#which)",
        "///",
        "/// uses | Where it is used: 1 term",
        "- Linked from: [Bias](#bias)",
        "///",
    ] or added == []


def test_what_the_author_wrote_stays_in_order() -> None:
    body = GLOSSARY.split("---\n", 2)[2]
    shown = iter(with_uses(body, read()).splitlines())
    assert all(line in shown for line in body.splitlines() if line)


def test_the_index_groups_terms_by_letter() -> None:
    terms = guide(glossary="### b\n\nx\n\n### Beta\n\nx\n\n### Alpha\n\nx\n").terms
    lines = index(terms).splitlines()
    assert lines[2:4] == ["- **A** [Alpha](#alpha)", "- **B** [b](#b) [Beta](#beta)"]


def test_a_persona_is_tested_by_questions_that_link_it_and_terms_it_uses() -> None:
    shown = with_test("# Data Scientist\n", read(), "data-scientist")
    assert shown.splitlines()[2:] == [
        "## Test yourself { #test-yourself }",
        "",
        "Questions that ask about this role:",
        "",
        "- [Which?](/quiz/all.md#which)",
        "",
        "Terms that this role uses:",
        "",
        "[Bias][].",
    ]


def test_an_untested_persona_page_stays_as_it_is() -> None:
    assert with_test("# Nobody\n", read(), "nobody") == "# Nobody\n"


def test_persona_guides_are_the_pages_of_their_folder_but_its_index() -> None:
    paths = ("personas/data-scientist.md", "personas/index.md", "glossary.md")
    assert [persona_of(path) for path in paths] == ["data-scientist", None, None]


def table(text: str) -> str:
    return markdown(text, extensions=["tables", StackedTables()])


def test_cells_carry_their_column() -> None:
    html = table("| A *b* | C |\n| --- | --- |\n| 1 | 2 |\n")
    assert '<td data-label="A b" role="cell">1</td>\n<td data-label="C" role="cell">2</td>' in html
    assert '<table role="table">' in html


def test_a_table_of_words_is_a_matrix() -> None:
    head = "| Stage | A | B | C |\n| --- | --- | --- | --- |\n"
    assert 'class="matrix"' in table(head + "| A long name of a stage | **leads** | - | checks |\n")
    assert 'class="matrix"' not in table(head + "| x | leads | more than one word | - |\n")


def checklist(text: str) -> str:
    return markdown(
        text, extensions=["pymdownx.tasklist", LabelledChecklists()],
        extension_configs={"pymdownx.tasklist": {"clickable_checkbox": True}},
    )


def test_a_task_is_the_label_of_its_box() -> None:
    html = checklist("- [ ] One *two* [three](x).\n")
    assert '<li class="task-list-item"><label><input type="checkbox"/> One <em>two</em> <a href="x">three</a>.</label></li>' in html


def test_a_list_below_a_task_is_no_label() -> None:
    html = checklist("- [ ] One\n    - two\n")
    assert '<label><input type="checkbox"/> One</label><ul>' in html.replace("\n", "")


def test_a_task_in_a_paragraph_is_labelled() -> None:
    assert "<label><input" in checklist("- [ ] One\n\n- [ ] Two\n")


def test_other_lists_stay_as_they_are() -> None:
    assert checklist("- One\n") == "<ul>\n<li>One</li>\n</ul>"
