"""What MkDocs shows beside what the author wrote: index, uses, tests of a persona, tables, checklists."""

from __future__ import annotations

from cases import guide
from markdown import markdown
from study.content.backlinks import uses
from study.content.guide import Guide
from study.content.personas import persona_of
from study.handouts.plan import numbers
from study.site.decorations import Projections
from study.site.fact_lists import Facts
from study.site.glossary_pages import index, with_index_and_uses
from study.site.responsive_tables import StackedTables
from study.site.task_lists import LabelledChecklists

GLOSSARY = """\
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


def read() -> Guide:
    return guide(glossary=GLOSSARY, quiz__all=QUIZ, other="# Other page\n\n[Bias][] and [bias][].\n")


def shown(path: str, text: str) -> str:
    """A page as Markdown renders it with the projections of the guide."""
    page = Projections(read())
    page.path = path
    return markdown(text, extensions=["attr_list", page])


def test_uses_are_pages_questions_and_other_terms() -> None:
    found = uses(read())
    assert found["bias"].pages == {"quiz/all.md": "Quiz", "other.md": "Other page"}
    assert found["bias"].questions == {("quiz/all.md", "which"): "Which?"}
    assert found["lineage"].terms == {"bias": "Bias"}


def test_the_glossary_is_marked_above_its_terms_and_below_each() -> None:
    lines = shown("glossary.md", GLOSSARY).replace("<!--", "\n<!--").splitlines()
    assert [line for line in lines if line.startswith(("<h", "<!"))] == [
        "<h1>Glossary</h1>",
        '<h2 id="terms">Terms</h2>',
        '<!--index--><h3 id="bias">Bias</h3>',
        '<!--uses bias--><h3 id="data-scientist">Data Scientist</h3>',
        '<!--uses data-scientist--><h3 id="lineage">Lineage</h3>',
        "<!--uses lineage-->",
    ]


def test_uses_take_the_place_of_the_marks() -> None:
    marked = "<!--index-->a<!--uses bias-->b<!--uses lineage-->c<!--uses gone-->d"
    html = with_index_and_uses(marked, read(), uses(read()), lambda path: f"../{path}")
    assert html == (
        f'{index(read().terms)}a<details class="uses"><summary>Where it is used: 2 pages, 1 question</summary><ul>'
        '<li>Used on: <a href="../quiz/all.md">Quiz</a>, <a href="../other.md">Other page</a></li>'
        '<li>Asked in: <a href="../quiz/all.md#which">Quiz</a></li></ul></details>bcd'
    )


def test_long_lists_of_uses_are_cut() -> None:
    pages = {f"page-{number}": f"# Page {number}\n\n[bias][]\n" for number in range(7)}
    found = guide(glossary="### Bias { #bias }\n\nx\n", **pages)
    html = with_index_and_uses("<!--uses bias-->", found, uses(found), lambda path: path)
    assert html.count("<a ") == 5 and "</a> and 2 more</li>" in html


def test_other_pages_and_parts_of_pages_get_nothing() -> None:
    plain = markdown(GLOSSARY, extensions=["attr_list"])
    assert shown("other.md", GLOSSARY) == plain
    page = Projections(read())
    page.path = "glossary.md"
    assert "<!--index-->" in markdown(GLOSSARY, extensions=["attr_list", page])
    assert markdown(GLOSSARY, extensions=["attr_list", page]) == plain  # a quiz is rendered after its page


def test_the_index_groups_terms_by_letter() -> None:
    terms = guide(glossary="### b\n\nx\n\n### Beta\n\nx\n\n### Alpha\n\nx\n").terms
    assert index(terms) == (
        '<nav class="a-z" aria-label="Terms from A to Z"><ul>'
        '<li><strong>A</strong> <a href="#alpha">Alpha</a></li>'
        '<li><strong>B</strong> <a href="#b">b</a> <a href="#beta">Beta</a></li></ul></nav>'
    )


def test_a_persona_is_tested_by_questions_that_link_it_and_terms_it_uses() -> None:
    html = shown("personas/data-scientist.md", "# Data Scientist\n")
    assert html.removeprefix("<h1>Data Scientist</h1>\n") == (
        '<h2 id="test-yourself">Test yourself</h2><p>Questions that ask about this role:</p>'
        '<ul><li><a href="/quiz/all.md#which">Which?</a></li></ul>'
        '<p>Terms that this role uses: <a aria-describedby="definition-bias" class="term" href="/glossary.md#bias">Bias</a>.</p>'
    )


def test_an_untested_persona_page_stays_as_it_is() -> None:
    assert shown("personas/nobody.md", "# Nobody\n") == "<h1>Nobody</h1>"


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
    assert table(head + "| X | **leads** | - | checks |\n").count("data-label") == 1
    assert 'class="matrix"' not in table(head + "| x | leads | more than one word | - |\n")


def checklist(text: str) -> str:
    return markdown(
        text,
        extensions=["pymdownx.tasklist", LabelledChecklists()],
        extension_configs={"pymdownx.tasklist": {"clickable_checkbox": True}},
    )


def test_a_task_is_the_label_of_its_box() -> None:
    html = checklist("- [ ] One *two* [three](x).\n")
    assert (
        '<li class="task-list-item"><label><input type="checkbox"/> One <em>two</em> <a href="x">three</a>.</label></li>'
        in html
    )


def test_a_list_below_a_task_is_no_label() -> None:
    html = checklist("- [ ] One\n    - two\n")
    assert '<label><input type="checkbox"/> One</label><ul>' in html.replace("\n", "")


def test_a_task_in_a_paragraph_is_labelled() -> None:
    assert "<label><input" in checklist("- [ ] One\n\n- [ ] Two\n")


def test_a_list_of_facts_shows_its_labels() -> None:
    html = markdown("- Also called: a\n- Used by: *b*\n- Source: [c](d)\n", extensions=[Facts()])
    assert "<li><strong>Used by:</strong> <em>b</em></li>" in html
    assert html.count("<strong>") == 3


def test_a_list_with_a_line_of_another_kind_is_no_list_of_facts() -> None:
    text = "- Also called: a\n- Used by: b\n- and more\n"
    assert markdown(text, extensions=[Facts()]) == markdown(text)


def test_other_lists_stay_as_they_are() -> None:
    assert checklist("- One\n") == "<ul>\n<li>One</li>\n</ul>"


def test_questions_show_the_numbers_that_they_have_on_paper() -> None:
    quiz = "# Q\n\n### Why { #why }\n\n<quiz>\nWhy?\n- [x] So\n</quiz>\n\n### Other { #other }\n\nText.\n"
    read = guide(a=quiz, b=quiz)
    page = Projections(read, None, numbers(read, ["b.md", "a.md"]))
    page.path = "a.md"
    html = markdown(quiz, extensions=["attr_list", page])
    assert '<h3 data-number="Q2" id="why">' in html
    assert html.count("data-number") == 1
