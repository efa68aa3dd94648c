"""A page's policy allows our files and the inline scripts and styles from the build, and no others."""

from __future__ import annotations

from base64 import b64encode
from hashlib import sha256

import pytest
from study.site.security_policy import Policies

HEAD = '<html><head>\n<meta charset="utf-8">'


def source(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"


def directives(html: str) -> dict[str, list[str]]:
    """The policy of a page by directive; a page without one fails."""
    content = html.split('<meta http-equiv="Content-Security-Policy" content="')[1].split('">')[0]
    return {name: sources for name, *sources in map(str.split, content.split(";"))}


def protected(body: str) -> dict[str, list[str]]:
    return directives(Policies().protected(f"{HEAD}</head>{body}</html>"))


def test_an_inline_script_is_allowed_by_its_hash_and_not_in_general() -> None:
    assert protected("<script>let a = 1 < 2\n</script>")["script-src"] == ["'self'", source("let a = 1 < 2\n")]


def test_an_inline_style_is_allowed_by_its_hash() -> None:
    assert protected('<style media="print">a > b {}</style>')["style-src"] == ["'self'", source("a > b {}")]


@pytest.mark.parametrize(
    "body",
    [
        "",
        '<script src="a.js"></script>',
        '<script type="module" src="a.js"></script>',
        '<script id="__config" type="application/json">{"a": 1}</script>',
        '<script type="application/ld+json">{}</script>',
        "<pre>&lt;script&gt;alert(1)&lt;/script&gt;</pre>",
    ],
)
def test_nothing_else_needs_a_hash(body: str) -> None:
    assert protected(body)["script-src"] == ["'self'"]


def test_a_page_starts_workers_and_reads_a_manifest_of_its_own_site_only() -> None:
    found = protected("")
    assert found["worker-src"] == found["manifest-src"] == found["default-src"] == ["'self'"]
    assert found["object-src"] == found["base-uri"] == ["'none'"]


def test_the_policy_comes_before_all_that_it_rules() -> None:
    html = Policies().protected(f"{HEAD}<script>1</script></head></html>")
    assert html.startswith(f'{HEAD}\n<meta http-equiv="Content-Security-Policy"')


def test_a_page_without_a_character_set_stays_as_it_is() -> None:
    assert Policies().protected("<p>A piece</p>") == "<p>A piece</p>"


def test_the_header_allows_what_any_page_contains() -> None:
    policies = Policies()
    policies.protected_pages({"a.html": f"{HEAD}<script>1</script>", "b.html": f"{HEAD}<style>2</style>", "c.js": "3"})
    header = policies.headers()
    assert source("1") in header and source("2") in header and "frame-ancestors 'self'" in header
    assert "unsafe" not in header


def test_the_header_fits_in_a_line_of_the_hosts_that_read_it() -> None:
    """Cloudflare Pages reads 2,000 characters of a line: room for six scripts, and the style of each handout."""
    policies = Policies()
    for number in range(6):
        policies.protected(f"{HEAD}<script>{number}</script>")
    for number in range(16):
        policies.protected(f"{HEAD}<style>{number}</style>")
    assert max(map(len, policies.headers().splitlines())) <= 2000
