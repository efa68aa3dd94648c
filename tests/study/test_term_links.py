from __future__ import annotations

from pathlib import Path

from cases import cases, guide, parts
from markdown import markdown
from study.content.page import Page
from study.content.source import Source
from study.render.term_links import TermReferences

TERMS = guide(glossary="# Lineage { #lineage }\n\nHistory.\n\n- Also called: ML lineage\n").by_name


@cases("references")
def test_reference(case: Path) -> None:
    texts = parts(case)
    html = markdown(texts["page.md"], extensions=["tables", TermReferences(TERMS)])
    assert html + "\n" == texts["html"]


@cases("references")
def test_the_check_sees_the_links_that_the_page_gets(case: Path) -> None:
    texts = parts(case)
    resolved = [ref for ref in Page(Source("page.md", texts["page.md"])).references if ref.label in TERMS]
    assert len(resolved) == texts["html"].count('class="term"')
