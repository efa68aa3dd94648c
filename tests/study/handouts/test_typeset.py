"""What a document may be, and what WeasyPrint is told of it."""

from __future__ import annotations

import pytest
from study.handouts import typeset

HEAD = '<html lang="en"><head><title>T</title></head>'


@pytest.mark.parametrize(
    "text", ["Two<br>lines", "<p>One<p>Two", "A&nbsp;B", "<b><i>crossed</b></i>", "Two<br>lines<!-- told -->"]
)
def test_a_document_need_not_be_well_formed(text: str) -> None:
    assert typeset.pdf(f"{HEAD}<body>{text}</body></html>", "", "").startswith(b"%PDF-")


def test_a_well_formed_document_is_the_same_read_as_html(monkeypatch: pytest.MonkeyPatch) -> None:
    html = (
        f"{HEAD}<body><h1>A</h1><table><tbody><tr><td>1 &amp; 2</td></tr></tbody></table><p>x<br/>y</p></body></html>"
    )
    made = typeset.pdf(html, "", "")
    monkeypatch.setattr(typeset.ElementTree, "fromstring", failed)
    assert typeset.pdf(html, "", "") == made


def failed(html: str) -> None:
    raise typeset.ElementTree.ParseError


def test_a_variable_is_its_value() -> None:
    html = f"{HEAD}<body><p>A</p></body></html>"
    style = ":root {{ --large: 20pt; }} p {{ font-size: {}; margin: var(--unknown) }}"
    named, plain = (typeset.pdf(html, style.format(size), "") for size in ("var(--large)", "20pt"))
    assert named == plain != typeset.pdf(html, style.format("10pt"), "")


@pytest.mark.parametrize(
    ("style", "read"),
    [
        (":root{--a: 1pt} p{margin:var(--a); color:red}", ":root{--a: 1pt} p{margin:1pt; color:red}"),
        (":root { --a: 1pt; --b: 2pt } p { margin: var(--b) }", ":root { --a: 1pt; --b: 2pt } p { margin: 2pt }"),
        (":root{--a: 1pt;} .k{--a: 2pt;} p{margin:var(--a)}", None),
        (":root{--a: 1pt;} /* --a: 2pt; */ p{margin:var(--a)}", None),
        ("p{margin:var(--a)}", None),
    ],
)
def test_a_variable_that_may_have_another_value_stays(style: str, read: str | None) -> None:
    assert typeset._with_values(style) == (read or style)


def test_elements_look_as_weasyprint_has_them(monkeypatch: pytest.MonkeyPatch) -> None:
    import weasyprint

    body = "<h1>A</h1><ol><li>one</li></ol><ul><li>two</li></ul><p><q>said</q> <sup>1</sup><br/>line</p><pre>code</pre>"
    made = typeset.pdf(f"{HEAD}<body>{body}</body></html>", "", "")
    assert len(typeset._defaults()[0].matcher.other_selectors) < len(weasyprint.UA_STYLESHEET.matcher.other_selectors)
    monkeypatch.setattr(typeset, "_defaults", lambda forms=False: [weasyprint.UA_STYLESHEET])
    assert typeset.pdf(f"{HEAD}<body>{body}</body></html>", "", "") == made
