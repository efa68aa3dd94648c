"""A term's own page: its definition, where the term is used, and questions that ask about it."""

from __future__ import annotations

from cases import guide
from markdown import markdown
from study.content.guide import Guide
from study.content.quiz import questions
from study.site.decorations import Decorations
from study.site.term_page import term_pages, with_uses

GLOSSARY = """\
# Bias { #bias }

Unfairness, see [lineage][].

More about it.

# Lineage { #lineage }

History.
"""


def question(id: str, linked: str, blank: bool = False) -> str:
    asked = "It is [[x]].\n\n---\n" if blank else "Which?\n- [x] Yes\n> So.\n- [ ] No\n> [Here](other.md).\n"
    return f"### Title {{ #{id} .situation }}\n\n<quiz>\n{asked}\n{linked}\n</quiz>\n\n"


def read(*asked: str) -> Guide:
    pages = {"other": "# Other page\n\n[Bias][].\n"}
    return guide(glossary=GLOSSARY, quiz__all="# Quiz\n\nUses [bias][].\n\n" + "".join(asked), **pages)


def asked(found: Guide, term: str) -> list[str]:
    return [each.id for each in questions(term_pages(found)[f"glossary/{term}.md"])]


def test_the_first_paragraph_is_the_description_of_links() -> None:
    page = Decorations(read())
    page.path = "glossary/bias.md"
    html = markdown("# Bias { #bias }\n\nUnfairness.\n\nMore.\n", extensions=["attr_list", page])
    assert html == (
        '<h1 id="bias">Bias</h1>\n<p data-term="Bias" id="definition-bias">Unfairness.</p>\n<p>More.</p>\n<!--uses-->'
    )


def test_the_questions_are_one_block_below_the_uses() -> None:
    found = read(question("one", "[Bias][]"), question("gap", "[Bias][]", blank=True))
    page = Decorations(found)
    page.path = "glossary/bias.md"
    html = markdown(term_pages(found)[page.path].source.text, extensions=["attr_list", page])
    text, _, block = html.partition("<!--uses-->")
    assert block.startswith('<div class="term-questions"><h2 data-search-exclude id="questions-about-it">')
    assert block.index('id="one"') < block.index('id="gap"') and block.endswith("</div>")
    assert 'id="bias"' in text and "Questions about it" not in text


def test_the_uses_take_the_place_of_their_mark() -> None:
    found = read(question("which", "[Bias][]"))
    html = with_uses("a<!--uses-->b", found, found.by_name["bias"], lambda path: f"../{path}")
    assert html == (
        'a<details class="uses"><summary>Where it is used: 2 pages, 1 question</summary><ul>'
        '<li>Used on: <a href="../quiz/all.md">Quiz</a>, <a href="../other.md">Other page</a></li>'
        '<li>Asked in: <a href="../quiz/all.md#which">Quiz</a></li></ul></details>b'
    )
    assert with_uses("a<!--uses-->", found, found.by_name["lineage"], str) == "a"


def test_long_lists_of_uses_are_cut() -> None:
    pages = {f"page-{number}": f"# Page {number}\n\n[bias][]\n" for number in range(7)}
    found = guide(glossary=GLOSSARY, **pages)
    html = with_uses("<!--uses-->", found, found.by_name["bias"], lambda path: path)
    assert html.count("<a ") == 5 and "</a> and 2 more</li>" in html


def test_a_way_back_leads_to_the_list_of_terms() -> None:
    found = guide(glossary=GLOSSARY, glossary__index="# All terms\n")
    html = with_uses("<h1>Bias</h1>", found, found.by_name["bias"], lambda path: f"../{path}")
    assert html == '<p class="back"><a href="../glossary/index.md">All terms</a></p>\n<h1>Bias</h1>'


def test_two_questions_are_in_place_those_about_the_fewest_terms_first() -> None:
    found = read(question("both", "[Bias][] [lineage][]"), question("one", "[Bias][]"), question("two", "[Bias][]"))
    assert asked(found, "bias") == ["one", "two"]
    assert asked(found, "lineage") == ["both"]


def test_the_second_question_is_of_another_kind_if_there_is_one() -> None:
    found = read(question("one", "[Bias][]"), question("two", "[Bias][]"), question("gap", "[Bias][]", blank=True))
    assert asked(found, "bias") == ["one", "gap"]


def test_a_question_in_place_keeps_its_class_and_its_links_lead_on() -> None:
    text = term_pages(read(question("one", "[Bias][]")))["glossary/bias.md"].source.text
    assert "### Title { #one .situation data-search-exclude }" in text
    assert "[Here](../quiz/other.md)" in text


def test_a_term_without_questions_keeps_its_text() -> None:
    found = read()
    assert term_pages(found)["glossary/bias.md"] is found.pages["glossary/bias.md"]


def test_a_question_with_an_id_of_the_page_is_not_in_place() -> None:
    assert asked(read(question("bias", "[Bias][]"), question("one", "[Bias][]")), "bias") == ["one"]
