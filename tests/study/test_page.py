from __future__ import annotations

import markdown
from study.content.page import Page
from study.content.source import Source

TEXT = """\
# The *title* { .big }

The [first][x] paragraph
of `prose`.

## Again

### Named { #own-id .class }

## Again

```
# code
```
"""


def page(text: str) -> Page:
    return Page(Source("a/page.md", text))


def test_headings_have_text_level_and_id() -> None:
    headings = [(h.level, h.text, h.id, h.explicit) for h in page(TEXT).headings]
    assert headings == [
        (1, "The title", "the-title", False),
        (2, "Again", "again", False),
        (3, "Named", "own-id", True),
        (2, "Again", "again_1", False),
    ]


def test_ids_are_those_that_python_markdown_gives() -> None:
    text = (
        "# A b\n\n## A b\n\n## Ünï & co. (x)\n\n## `code` *and* [link](x.md)\n\n### X { #a-b_1 }\n\n## 1.2 -- three\n"
    )
    rendered = markdown.Markdown(extensions=["attr_list", "toc"])
    rendered.convert(text)

    def ids(tokens: list[dict]) -> list[str]:
        return [id for token in tokens for id in (token["id"], *ids(token["children"]))]

    assert [h.id for h in page(text).headings] == ids(rendered.toc_tokens)


def test_title_and_description_are_what_a_reader_sees_first() -> None:
    assert page(TEXT).title == "The title"
    assert page(TEXT).description == "The first paragraph of prose."


def test_the_lead_stands_above_all_other_headings() -> None:
    assert page("# A\n\n<!-- x -->\n\nAbout [it][].\nAnd more.\n\nThen.\n\n## B\n").lead == "About [it][].\nAnd more."
    assert page("# A\n\n## B\n\nNot this.\n").lead == page("Not this.\n").lead == ""


def test_a_page_without_text_has_a_title_and_a_description() -> None:
    assert (page("").title, page("").description) == ("a/page.md", "a/page.md")


def test_a_section_ends_at_the_next_heading_of_its_level() -> None:
    own = page(TEXT)
    start, stop = own.section(own.headings[1])
    assert own.source.text[start:stop] == "\n\n### Named { #own-id .class }\n\n"


def test_blocks_nest_by_their_slashes() -> None:
    own = page("//// answer | Title\na\n/// correction\nb\n///\n////\nc\n")
    assert [(b.name, b.argument, own.source.text[b.start : b.stop], b.closed) for b in own.blocks] == [
        ("answer", "Title", "a\n/// correction\nb\n///\n", True),
        ("correction", "", "b\n", True),
    ]
