from __future__ import annotations

from xml.etree.ElementTree import fromstring

import pytest
from cases import guide
from hypothesis import given, settings
from hypothesis import strategies as st
from study.content.cards import escape
from study.render.fragments import Fragments
from study.render.safe_markdown import SAFE

GLOSSARY = "# Feature Store { #feature-store }\n\nA store.\n"
SITE = "https://example.org/study/"
PLAIN = Fragments(guide(glossary=GLOSSARY))
LINKED = Fragments(guide(glossary=GLOSSARY), SITE)
VISIBLE = st.characters(exclude_categories=["Cc", "Cs", "Zs", "Zl", "Zp"], exclude_characters="\ufffe\uffff&<")
WORDS = st.lists(st.text(VISIBLE, min_size=1, max_size=8), min_size=1, max_size=6).map(" ".join)


@pytest.mark.parametrize(
    ("markdown", "html"),
    [
        (
            "A **bold** *thin* `a < b && c`",
            "<p>A <strong>bold</strong> <em>thin</em> <code>a &lt; b &amp;&amp; c</code></p>",
        ),
        ("[it](https://a.org/?b=1&c=2)", '<p><a href="https://a.org/?b=1&amp;c=2">it</a></p>'),
        ("[it](javascript:alert(1)) [it](data:x)", "<p>it it</p>"),
        ("[*it* is](javascript:x) [`here`](page.md)", "<p><em>it</em> is <code>here</code></p>"),
        ('<b onclick="x">b</b> & &auml; &lt;', '<p>&lt;b onclick="x"&gt;b&lt;/b&gt; &amp; ä &lt;</p>'),
        ("a <!-- hidden --> b", "<p>a  b</p>"),
        ("![Words](x.png)", "<p>Words</p>"),
        ("[zebra][]", "<p>[zebra][]</p>"),
        ("a **b**{ .c #d onclick=x }", "<p>a <strong>b</strong></p>"),
        ("one\ntwo  \nthree", "<p>one\ntwo<br />\nthree</p>"),
        ("```python\nif a < b:\n\n    *x*\n```", "<pre><code>if a &lt; b:\n\n    *x*</code></pre>"),
        ("Run\n~~~\na < b\n~~~\nnow", "<p>Run</p>\n<pre><code>a &lt; b</code></pre>\n<p>now</p>"),
        ("    ```\n    a < b\n    ```", "<pre><code>a &lt; b\n</code></pre>"),
        ("    a < b\n", "<pre><code>a &lt; b\n</code></pre>"),
        ("/// answer | Why\nSo.\n///", "<p>Why</p>\n<p>So.</p>"),
        ("", ""),
    ],
)
def test_html(markdown: str, html: str) -> None:
    assert PLAIN.html(markdown) == html


@pytest.mark.parametrize(
    ("markdown", "text"),
    [
        ("A **bold** [store][feature store] `a *b* < c`", "A bold store a *b* < c"),
        ("one\ntwo  \nthree\n\nfour", "one two\nthree\n\nfour"),
        ("- one\n- two\n\n    ```\n    a\n      b\n    ```\n", "- one\n- two\n  a\n    b"),
        ("1. one\n2. two\n", "1. one\n2. two"),
        ("| A | B |\n| --- | --: |\n| 1 | `x` y |\n", "A | B\n1 | x y"),
        ("> said\n\n# Title", "said\n\nTitle"),
    ],
)
def test_text(markdown: str, text: str) -> None:
    assert PLAIN.text(markdown) == text


@pytest.mark.parametrize(
    ("markdown", "target"),
    [
        ("[x][feature store]", "glossary/feature-store/"),
        ("[x](../workflow.md#train)", "workflow/#train"),
        ("[x](govern.md)", "quiz/govern/"),
        ("[x](../personas/index.md)", "personas/"),
        ("[x](../index.md#top)", "#top"),
        ("[x](#here)", "quiz/page/#here"),
        ("[x](/assets/x.png)", "assets/x.png"),
    ],
)
def test_links_lead_to_the_site_where_its_address_is_known(markdown: str, target: str) -> None:
    assert LINKED.html(markdown, "quiz/page.md") == f'<p><a href="{SITE}{target}">x</a></p>'
    assert Fragments(guide(glossary=GLOSSARY), SITE.rstrip("/")).html(markdown, "quiz/page.md") == (
        f'<p><a href="{SITE}{target}">x</a></p>'
    )
    assert PLAIN.html(markdown, "quiz/page.md") == "<p>x</p>"


@pytest.mark.parametrize("line", ["#1 is first", "1. one", "- a", "> b", "    code", "| a |", "=== x"])
def test_nothing_in_a_line_begins_a_block(line: str) -> None:
    assert PLAIN.line(line) == line.strip()
    assert "<" not in PLAIN.inline(line).replace("&gt;", "")


@settings(max_examples=300, deadline=None, derandomize=True)
@given(WORDS)
def test_escaped_text_survives(text: str) -> None:
    assert PLAIN.text("x " + escape(text)) == "x " + text
    assert "".join(fromstring(f"<p>{PLAIN.inline(escape(text))}</p>").itertext()) == text


PIECES = [
    "`",
    "```\n",
    "**",
    "[",
    "](",
    "][",
    "]",
    ")",
    "<b>",
    "<!--",
    "-->",
    "&amp;",
    "&#0;",
    "&",
    "<",
    "- ",
    "1. ",
    "# ",
    "> ",
]
PIECES += [
    "    ",
    "\n",
    "\n\n",
    "| a |\n| - |\n",
    "\x00",
    "\x02",
    "\x03",
    "\ud800",
    "\\",
    "{ #a }",
    "http:",
    "///\n",
    "javascript:",
]


@settings(max_examples=400, deadline=None, derandomize=True)
@given(st.lists(st.sampled_from(PIECES) | st.text(max_size=6), max_size=30).map("".join))
def test_any_text_becomes_safe_and_well_formed_html(text: str) -> None:
    for html in (LINKED.html(text, "a/b.md"), LINKED.inline(text)):
        for element in fromstring(f"<div>{html}</div>").iter():
            assert element.tag in SAFE | {"div"}
            assert set(element.attrib) <= {"href"}
            assert element.get("href", SITE).startswith(("http:", "https:", "mailto:"))
    LINKED.text(text)


@pytest.mark.parametrize(
    ("markdown", "text"),
    [
        ("See [The rest](b.md). Or not.", 'See "The rest." Or not.'),
        ("See also\n[A `b`](b.md#b), [C](c.md), and [D](d.md) for all", 'See also "A b," "C," and "D" for all'),
        ("See [the rest](b.md).", "See the rest."),
        ("See [C7](b.md).", "See C7."),
        ("See [Feature Store][].", "See Feature Store."),
        ("See [A page](https://example.org/).", "See A page."),
        ("See [A](b.md) and text, [B](b.md).", 'See "A" and text, B.'),
    ],
)
def test_the_title_of_a_page_is_quoted_after_see(markdown: str, text: str) -> None:
    assert PLAIN.text(markdown, "a.md") == text
