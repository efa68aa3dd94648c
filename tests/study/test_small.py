from __future__ import annotations

from study.small import small


def test_space_quotes_and_tags_that_end_by_themselves_go() -> None:
    html = '<!doctype html>\n<html lang="en">\n<head>\n<title>T</title>\n</head>\n<body>\n<p class="a">One\n  <b>two</b></p>\n<ul>\n<li>x</li>\n</ul></body></html>'
    assert (
        small(html)
        == "<!doctype html><html lang=en><head><title>T</title><body><p class=a>One <b>two</b><ul><li>x</ul>"
    )


def test_code_scripts_and_text_that_looks_like_html_stay() -> None:
    code = "<pre><code>a\n  b &lt;i></code></pre>"
    assert small(code) == code
    script = '<script type=application/ld+json>{"a": "b  c"}</script>'
    assert small(script) == script


def test_what_a_form_is_found_by_stays() -> None:
    assert small('<input type="text" name="a">') == "<input name=a type=text>"
