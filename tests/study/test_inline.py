from __future__ import annotations

import pytest
from study.content.inline import plain, scan


def found(text: str) -> list[str]:
    references, links = scan(text)
    return [f"{r.text}->{r.label}@{r.offset}" for r in references] + [f"{x.text}=>{x.target}@{x.offset}" for x in links]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[a][b]", ["a->b@0"]),
        ("[a][]", ["a->a@0"]),
        ("[A\n b][]", ["A\n b->a b@0"]),
        ("[a][b][c](d)", ["a->b@0", "c=>d@6"]),
        ("[a](b)", ["a=>b@0"]),
        ("[a](<b c> 'd')", ["a=>b c@0"]),
        ('[a](b "c (d)")', ["a=>b@0"]),
        ("[a](b_(c))", ["a=>b_(c)@0"]),
        ("![a](b)", ["a=>b@0"]),
        ("[![a](b)](c)", ["![a](b)=>c@0", "a=>b@1"]),
        ("[[a][b]](c)", ["a->b@1", "[a][b]=>c@0"]),
        ("x [a] [b] (c)", []),
        ("[a", []),
        ("a][b](c", []),
        ("[a\n\nb](c)", []),
        ("[a][b\n\nc]", []),
        ("[a](b\n\nc)", []),
        ("[a](b c)", ["a=>b c@0"]),
        ("[a]( 'b' )", ["a=>@0"]),
        (r"\[a](b)", []),
        ("[^1][x]", []),
        ("[][]", []),
    ],
)
def test_scan(text: str, expected: list[str]) -> None:
    assert found(text) == expected


def test_a_long_row_of_brackets_is_scanned_in_one_pass() -> None:
    assert scan("[" * 100_000) == ([], [])


@pytest.mark.parametrize(
    ("markdown", "text"),
    [
        ("A **bold** and *thin* `code`.", "A bold and thin code."),
        ("See [it][term], [that](x.md#y) and ![a picture](p.png).", "See it, that and a picture."),
        ("[b [c](d)](e)", "b c"),
        ("two\nlines", "two lines"),
        (r"2 \* 3 * 4 \_x\_", "2 * 3 * 4 _x_"),
        ("Title { #id }", "Title"),
        ("a_b_c and 1 < 2 & 3", "a_b_c and 1 < 2 & 3"),
    ],
)
def test_plain(markdown: str, text: str) -> None:
    assert plain(markdown) == text
