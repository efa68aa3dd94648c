"""The content that the site adds to a page: index, uses, a persona's questions, tables, and checklists."""

from __future__ import annotations

import re

from cases import guide
from markdown import markdown
from pymdownx.blocks import admonition as blocks
from study.content.backlinks import uses
from study.content.guide import Guide
from study.content.personas import persona_of
from study.handouts.plan import numbers
from study.site.decorations import Decorations
from study.site.fact_lists import Facts
from study.site.glossary_pages import with_list
from study.site.responsive_tables import StackedTables
from study.site.task_lists import LabelledChecklists

GLOSSARY = """\
# Bias { #bias }

Unfairness, see [lineage][].

- Used by: [Data Scientist](../personas/data-scientist.md)

# Data Scientist { #data-scientist }

A persona.

# Lineage { #lineage }

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
    """A page as Markdown renders it with the decorations of the guide."""
    page = Decorations(read())
    page.path = path
    return markdown(text, extensions=["attr_list", blocks.makeExtension(types=["correction"]), page])


def test_uses_are_pages_questions_and_other_terms() -> None:
    found = uses(read())
    assert found["bias"].pages == {"quiz/all.md": "Quiz", "other.md": "Other page"}
    assert found["bias"].questions == {("quiz/all.md", "which"): "Which?"}
    assert found["lineage"].terms == {"bias": "Bias"}


def test_the_list_of_terms_is_marked_at_the_end_of_the_page() -> None:
    assert shown("glossary/index.md", "# Glossary\n\nText.\n") == "<h1>Glossary</h1>\n<p>Text.</p>\n<!--terms-->"


def test_other_pages_and_parts_of_pages_get_nothing() -> None:
    plain = markdown(GLOSSARY, extensions=["attr_list"])
    assert shown("other.md", GLOSSARY) == plain
    page = Decorations(read())
    page.path = "glossary/index.md"
    assert "<!--terms-->" in markdown(GLOSSARY, extensions=["attr_list", page])
    assert markdown(GLOSSARY, extensions=["attr_list", page]) == plain  # a quiz is rendered after its page


def test_the_list_of_terms_is_in_groups_by_letter() -> None:
    found = guide(glossary="# b\n\nx\n\n# Beta\n\nx\n\n# Alpha & more\n\nNot <so>.\n")
    html = with_list("<p>Text.</p><!--terms-->", found, lambda path: f"to/{path}")
    assert html.startswith("<p>Text.</p><form")
    assert re.findall(r'<a href="#letter-.">(.)</a>', html) == ["A", "B"]
    assert re.findall(r"<(h[34])[^>]*>(?:<a[^>]*>)?([^<]+)", html) == [
        ("h3", "A"),
        ("h4", "Alpha &amp; more"),
        ("h3", "B"),
        ("h4", "b"),
        ("h4", "Beta"),
    ]
    assert (
        '<article id="alpha-more" data-names="alpha &amp; more" data-personas="" data-stages="">'
        '<h4><a href="to/glossary/alpha-more.md">Alpha &amp; more</a></h4>'
        '<p id="definition-alpha-more" data-term="Alpha &amp; more">Not &lt;so&gt;.</p>'
    ) in html


def test_the_filter_offers_the_personas_and_stages_of_terms() -> None:
    people = {"personas__data_scientist": "# Data Scientist\n", "personas__nobody": "# Nobody\n"}
    html = with_list("<!--terms-->", guide(glossary=GLOSSARY, **people), lambda path: path)
    assert re.findall('<option value="(.*?)">(.*?)</option>', html) == [
        ("", "All"),
        ("data-scientist", "Data Scientist"),
    ]


def test_a_guide_without_terms_has_no_list() -> None:
    assert with_list("a<!--terms-->", guide(), lambda path: path) == "a<!--terms-->"


def test_a_persona_is_tested_by_questions_that_link_it_and_terms_it_uses() -> None:
    html = shown("personas/data-scientist.md", "# Data Scientist\n")
    assert html.removeprefix("<h1>Data Scientist</h1>\n") == (
        '<h2 id="test-yourself">Test yourself</h2><p>Questions that ask about this role:</p>'
        '<ul><li><a href="/quiz/all.md#which">Which?</a></li></ul>'
        '<p>Terms that this role uses: <a aria-describedby="definition-bias" class="term" href="/glossary/bias.md">Bias</a>.</p>'
    )


def test_an_untested_persona_page_stays_as_it_is() -> None:
    assert shown("personas/nobody.md", "# Nobody\n") == "<h1>Nobody</h1>"


CORRECTION = """\
/// correction | Corrected, November 2026
No such name. See [The name](../corrections.md#name).
///
"""


def test_corrections_on_persona_pages_open_on_request() -> None:
    for path in ("personas/nobody.md", "personas/index.md"):
        html = shown(path, CORRECTION)
        assert re.findall("<details.*?</summary>", html, re.DOTALL) == [
            '<details class="correction">\n<summary>Corrected, November 2026: The name</summary>'
        ]
        assert "No such name." in html


def test_corrections_elsewhere_are_open() -> None:
    assert "details" not in shown("other.md", CORRECTION)


def test_persona_guides_are_the_pages_of_their_folder_but_its_index() -> None:
    paths = ("personas/data-scientist.md", "personas/index.md", "glossary/bias.md")
    assert [persona_of(path) for path in paths] == ["data-scientist", None, None]


def table(text: str) -> str:
    return markdown(text, extensions=["tables", StackedTables()])


def test_cells_carry_their_column() -> None:
    html = table("| A *b* | C |\n| --- | --- |\n| 1 | 2 |\n")
    assert '<td data-label="A b" role="rowheader">1</td>\n<td data-label="C" role="cell">2</td>' in html
    assert html.startswith('<div class="table-block">\n<table role="table">')


def test_a_table_of_words_is_a_matrix() -> None:
    head = "| Stage | A | B | C |\n| --- | --- | --- | --- |\n"
    assert 'class="matrix"' in table(head + "| A long name of a stage | **leads** | - | checks |\n")
    html = table(head + "| X | **leads** | - | checks |\n")
    assert html.count("data-label") == 1
    assert '<td role="rowheader">X</td>\n<td data-label' in html
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
    page = Decorations(read, None, numbers(read, ["b.md", "a.md"]))
    page.path = "a.md"
    html = markdown(quiz, extensions=["attr_list", page])
    assert '<h3 data-number="Q2" id="why">' in html
    assert html.count("data-number") == 1
