"""Which stylesheets and modules a page gets beyond those of every page: only what it uses."""

from __future__ import annotations

import pytest
from edition_pages import COURSE, small
from markdown import markdown
from study.render.pictures.block import Pictures
from study.site.page_assets import parts
from study.site.responsive_tables import StackedTables

BARE = {f"{name}.md": "# A page\n\nText.\n" for name in ("about", "corrections", "exam", "glossary/index", "progress")}
GUIDE = small({**COURSE, **BARE, "review.md": "# Review\n\nText.\n"})


@pytest.mark.parametrize(
    ("path", "names"),
    [
        ("about.md", []),
        ("index.md", ["home"]),
        ("glossary/index.md", ["glossary"]),
        ("glossary/log.md", ["term"]),
        ("corrections.md", ["corrections"]),
        ("exam.md", ["exam"]),
        ("progress.md", ["progress", "done"]),
        ("review.md", ["review"]),
        ("workflow.md", ["workflow", "done"]),
        ("learn/first.md", ["done"]),
        ("personas/clerk.md", ["done"]),
        ("contrasts/a.md", ["quiz", "done", "session-return"]),
        ("quiz/all.md", ["quiz"]),
        ("quiz/short.md", ["marking", "answers"]),
        ("essays/thought.md", ["marking", "essay", "done"]),
    ],
)
def test_a_page_gets_the_files_of_its_kind(path: str, names: list[str]) -> None:
    assert list(parts(GUIDE, GUIDE.pages[path], "<p>Text.</p>")) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("`code`", []),
        ("    code\n", ["code-block"]),
        ("| A | B | C | D |\n| --- | --- | --- | --- |\n| x | leads | - | - |\n", ["matrix"]),
        ("| A | B |\n| --- | --- |\n| These are several words. | - |\n", []),
        ("/// picture | rollouts\nA.\n///\n", ["drawing", "pictures/rollouts"]),
        ("/// picture | stages\nA.\n///\n", ["drawing", "people", "pictures/stages"]),
        ("/// picture | stages\nA.\n///\n\n/// picture | stages\nB.\n///\n", ["drawing", "people", "pictures/stages"]),
        ('<figure class="picture"></figure>', ["picture"]),
    ],
    ids=["prose", "code", "matrix", "table", "drawing", "people", "the same drawing twice", "workflow"],
)
def test_a_page_gets_the_files_of_what_it_shows(text: str, names: list[str]) -> None:
    html = markdown(text, extensions=["tables", StackedTables(), Pictures()])
    assert list(parts(GUIDE, GUIDE.pages["about.md"], html)) == names
