from __future__ import annotations

from cases import guide
from study.site.definitions import as_html, missing_terms

GUIDE = guide(glossary='# Bias { #bias }\n\nA "tilt" <here>.\n\n# Lineage { #lineage }\n\nHistory.\n')


def link(id: str) -> str:
    return f'<a class="term" href="/glossary/{id}.md" aria-describedby="definition-{id}">x</a>'


def ids(html: str) -> list[str]:
    return [term.id for term in missing_terms(GUIDE, html)]


def test_each_term_that_a_finished_page_links_comes_once_in_order() -> None:
    assert ids(f"<p>{link('lineage')} {link('bias')} {link('lineage')}</p>") == ["lineage", "bias"]


def test_a_definition_that_the_page_has_already_is_not_added() -> None:
    assert ids(f'{link("lineage")}<p id="definition-lineage">History.</p>{link("bias")}') == ["bias"]


def test_descriptions_that_are_no_definitions_are_left_alone() -> None:
    assert ids('<input aria-describedby="review-daily"><p>definition-bias</p>') == []


def test_a_definition_is_text_and_carries_the_name_of_its_term() -> None:
    assert as_html(missing_terms(GUIDE, link("bias"))) == (
        '<p id="definition-bias" data-term="Bias">A "tilt" &lt;here&gt;.</p>\n'
    )
