"""Comparing two builds by what a reader sees."""

from __future__ import annotations

from pathlib import Path

import pytest
import successors
from compare_sites import Difference, differences, shown

PAGE = """<html><head><title>T</title><meta name="generator" content="a"></head><body>
<h1 id="top">A title</h1><p>Some <a class="term" href="../x/#y">text</a>.</p>
<div class="quiz" id="quiz-why"></div><div hidden><p id="definition-bias">Unfair.</p></div>
<script>let a</script></body></html>"""


def found(change: str, into: str) -> list[str]:
    assert change in PAGE
    other = {"a": shown(PAGE.replace(change, into))}
    return [one.line() for one in differences({"a": shown(PAGE)}, other)]


@pytest.mark.parametrize(
    ("change", "into"),
    [
        ('content="a"', 'content="b"'),
        ("Some <a", "Some\n  <a"),
        ("let a", "let b"),
        ('<p id="definition-bias"', '<p class="new" id="definition-bias"'),
        ("</h1>", '</h1><input id="__drawer">'),
    ],
    ids=["the generator", "spaces", "a script", "a class", "a switch of the theme"],
)
def test_what_no_reader_sees_is_no_difference(change: str, into: str) -> None:
    assert found(change, into) == []


@pytest.mark.parametrize(
    ("change", "into", "line"),
    [
        ("A title", "Another title", 'a: text: lost "A title"; added "Another title"'),
        ('href="../x/#y"', 'href="../x/"', 'a: links: lost "../x/#y"; added "../x/"'),
        ('id="top"', "", 'a: ids: lost "top"'),
        ('class="quiz"', "", 'a: quizzes: lost "quiz-why"'),
        ('<p id="definition-bias">', "<p>", 'a: cards: lost "definition-bias"'),
    ],
)
def test_what_a_reader_misses_is_named(change: str, into: str, line: str) -> None:
    assert found(change, into) == [line]


def test_of_an_article_what_is_around_it_is_no_part() -> None:
    html = '<body><a href="x">Menu</a><article><p id="a">Text</p></article><footer id="b">Foot</footer></body>'
    within = shown(html, "article")
    assert (list(within.text), list(within.links), list(within.ids)) == (["Text"], [], ["a"])


def test_a_page_that_was_not_built_is_missing() -> None:
    assert [one.line() for one in differences({"a": shown(PAGE)}, {})] == ["a: missing"]


def test_the_table_counts_pages_and_lists_the_first_differences() -> None:
    listed = [Difference("a", "text", ("x",)), Difference("a", "ids", ("y",)), Difference("b")]
    lines = successors.table("Other", 5, listed)
    assert lines[0].split() == ["Other", "3", "1", "1", "1", "0", "1", "0", "0"]
    assert lines[1:] == ['  a: text: lost "x"', '  a: ids: lost "y"', "  b: missing"]


def test_an_unknown_successor_is_named_with_those_there_are(capsys: pytest.CaptureFixture[str]) -> None:
    assert successors.main(["Hugo"]) == 2
    assert capsys.readouterr().out == (
        "no successor is called Hugo; they are ProperDocs, ProperDocs and MaterialX, Zensical\n"
    )


def test_a_failed_build_is_one_line(tmp_path: Path) -> None:
    absent = successors.Successor("Absent", (), ("no_such_module", "build"))
    with pytest.raises(successors.NotBuilt, match=r"Absent: .*no_such_module"):
        successors.build(absent, tmp_path / "project")


def test_each_change_is_of_a_text_that_mkdocs_yml_has() -> None:
    for successor in successors.SUCCESSORS:
        assert all(after in successors.changed(successor) for _, after in successor.changes)


def test_a_change_of_a_text_that_is_not_there_is_one_line() -> None:
    other = successors.Successor("Other", (), (), (("theme: none\n", ""),))
    with pytest.raises(successors.NotBuilt, match=r'mkdocs\.yml does not say "theme: none"'):
        successors.changed(other)
