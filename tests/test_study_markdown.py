"""The site's Markdown features as an extension that a configuration names, without MkDocs."""

from __future__ import annotations

from pathlib import Path

import pytest
from markdown import Markdown
from sites import write
from study.content.load import Unreadable

PAGES = {
    "index.md": "# Home\n\nSee [bias][].\n",
    "glossary/index.md": "# Glossary\n",
    "glossary/bias.md": "# Bias { #bias }\n\nA result that treats a group unfairly.\n",
    "quiz/data.md": """# Data

### Which one { #which-one }

<quiz>
Which one is [bias][]?
- [ ] A late file
> It is late.
> It is not unfair.
- [x] A gap between groups
> It treats a group unfairly.

See [bias][].
</quiz>

### The word { #the-word }

<quiz>
The word is [[bias|skew]].

See [bias][].
</quiz>
""",
}


def rendered(tmp_path: Path, path: str) -> str:
    docs = write(tmp_path / "docs", PAGES)
    extensions = ["attr_list", "pymdownx.blocks.details", "study_markdown"]
    configs = {
        "study_markdown": {"docs": str(docs), "path": path},
        "pymdownx.blocks.details": {"types": [{"name": "answer", "class": "answer", "title": "Show the answer"}]},
    }
    return Markdown(extensions=extensions, extension_configs=configs).convert(PAGES[path])


@pytest.mark.parametrize(("path", "href"), [("index.md", "glossary/bias.md"), ("quiz/data.md", "../glossary/bias.md")])
def test_a_reference_is_a_link_from_its_page_to_the_term(path: str, href: str, tmp_path: Path) -> None:
    assert f'<a aria-describedby="definition-bias" class="term" href="{href}">bias</a>' in rendered(tmp_path, path)


def test_a_page_has_the_definition_that_its_links_name(tmp_path: Path) -> None:
    html = rendered(tmp_path, "index.md")
    assert html.count('<p id="definition-bias" data-term="Bias">A result that treats a group unfairly.</p>') == 1
    assert "<div hidden>" in html


def test_the_page_of_a_term_has_its_definition_itself(tmp_path: Path) -> None:
    html = rendered(tmp_path, "glossary/bias.md")
    assert html.count('id="definition-bias"') == 1
    assert "<div hidden>" not in html
    assert "Where it is used" in html


def test_a_question_is_text_with_a_closed_answer(tmp_path: Path) -> None:
    html = rendered(tmp_path, "quiz/data.md")
    assert "quiz>" not in html and "[x]" not in html
    question, answer = html.split('<details class="answer">')[:2]
    assert "A gap between groups" in question and "unfairly" not in question
    assert "<strong>Not right.</strong> It is late." in answer
    assert "<strong>Right.</strong> It treats a group unfairly." in answer
    assert answer.count("<li>") == 2


def test_what_fills_a_blank_is_in_the_closed_answer(tmp_path: Path) -> None:
    question, answer = rendered(tmp_path, "quiz/data.md").rsplit('<details class="answer">', 1)
    assert "The word is _____." in question
    assert "<strong>bias or skew</strong>" in answer


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(Unreadable, match="none: there is no such folder"):
        Markdown(extensions=["study_markdown"], extension_configs={"study_markdown": {"docs": str(tmp_path / "none")}})
