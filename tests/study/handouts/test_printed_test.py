"""The printed test: both versions have the same questions, and each key fits its version."""

from __future__ import annotations

import re

import pytest
from edition_pages import letters, made, words
from sites import ROOT
from study.content.guide import Guide
from study.content.load import load
from study.content.printed_tests import VERSIONS, Asked, drawn, pool, printed_test
from study.handouts import CSS, editions, typeset
from study.render.fragments import Fragments


@pytest.fixture(scope="module")
def real() -> Guide:
    return load(ROOT / "docs")


@pytest.fixture(scope="module")
def both(real: Guide) -> dict[str, str]:
    return made(real, "test", "test-key")


def version(guide: Guide, name: str) -> tuple[Asked, ...]:
    test = printed_test(guide)
    assert test
    return drawn(guide, test, name)


def test_both_versions_ask_the_same_questions_in_another_order(real: Guide) -> None:
    first, second = ([each.question.id for each in version(real, name)] for name in VERSIONS)
    test = printed_test(real)
    assert test and test.questions and len(first) == test.questions.number
    assert first != second and sorted(first) == sorted(second) and len(set(first)) == len(first)


def test_options_are_the_same_in_another_order(real: Guide) -> None:
    second = {each.question.id: each for each in version(real, "B")}
    moved = 0
    for each in version(real, "A"):
        other = second[each.question.id]
        assert sorted(option.text for option in each.options) == sorted(option.text for option in other.options)
        assert each.options != other.options
        moved += each.right != other.right
    assert moved > 5


def test_each_session_is_asked_about(real: Guide) -> None:
    drawn_ids = {each.question.id for each in version(real, "A")}
    assert all(drawn_ids & {question.id for question in own} for own in pool(real))


def test_the_seed_decides(real: Guide) -> None:
    text = real.pages["handouts/printed-test.md"].source.text
    assert version(real, "A") == version(load(ROOT / "docs"), "A")
    other = real.with_pages(
        [type(real.pages["index.md"].source)("handouts/printed-test.md", text.replace("2026", "7"))]
    )
    assert [each.question.id for each in version(other, "A")] != [each.question.id for each in version(real, "A")]


@pytest.mark.parametrize("name", VERSIONS)
def test_the_key_fits_the_paper(real: Guide, both: dict[str, str], name: str) -> None:
    """Read as a person would: the letter of the key, then the option of that letter on the paper."""
    show = Fragments(real)
    right = {
        letters(show.text(each.text, each.path)): letters(show.line(option.text, each.path))
        for each in real.questions
        for option in each.options
        if option.right and each.kind == "single"
    }
    key = dict(re.findall(r'<th scope="row">(\d+)</th><td>([A-Z])</td>', part(both["test-key"], f"key-{name}")))
    paper = re.findall(r'<article class="question">(.*?)</article>', part(both["test"], f"version-{name}"), re.DOTALL)
    assert len(paper) == len(key) > 0
    for number, article in enumerate(paper, 1):
        (question,) = re.findall(r'<div class="asked">(.*?)</div>', article, re.DOTALL)
        options = re.findall(r"<li>(.*?)</li>", article, re.DOTALL)
        chosen = options[ord(key[str(number)]) - ord("A")]
        assert letters(words(f"<body>{chosen}")) == right[letters(words(f"<body>{question}"))]


def test_no_reason_is_on_the_paper(real: Guide, both: dict[str, str]) -> None:
    show, seen = Fragments(real), letters(words(both["test"]))
    for each in version(real, "A"):
        assert letters(show.text(each.question.explanation, each.question.path)) not in seen
        assert all(letters(show.text(option.reason, each.question.path)) not in seen for option in each.options)


def test_each_version_has_a_sheet_with_a_row_for_each_question(real: Guide, both: dict[str, str]) -> None:
    for name in VERSIONS:
        rows = re.findall(r'<th scope="row">(\d+)</th>((?:<td>\w?</td>)+)', part(both["test"], f"sheet-{name}"))
        asked = version(real, name)
        assert [int(number) for number, _ in rows] == list(range(1, len(asked) + 1))
        boxes = [re.findall("<td>(.)</td>", row) for _, row in rows]
        assert boxes == [list("ABCDEF"[: len(each.options)]) for each in asked]
        assert "<span>Name</span>" in part(both["test"], f"sheet-{name}")


@pytest.mark.parametrize("name", VERSIONS)
def test_each_version_says_who_the_people_are(both: dict[str, str], name: str) -> None:
    (how,) = re.findall(r'<p class="how">(.*?)</p>', part(both["test"], f"version-{name}"))
    assert words(f"<body>{how}").endswith("Priya the MLOps Engineer , and Henrik the Compliance Officer .")


def test_no_sheet_that_is_printed_on_both_sides_has_two_parts(both: dict[str, str]) -> None:
    pages = typeset.printed(both["test"], CSS.read_text(encoding="utf-8"), "").pages
    first = [pages[f"{kind}-{name}"] for name in VERSIONS for kind in ("version", "sheet")]
    assert first == sorted(set(first)) and all(page % 2 for page in first)


def test_a_site_without_the_page_has_no_test_nope() -> None:
    assert not {"test", "test-key"} & {each.name for each in editions(["index.md"])}
    assert {"test", "test-key"} <= {each.name for each in editions(["handouts/printed-test.md"])}


def part(document: str, id: str) -> str:
    return re.findall(rf'<section class="part[^"]*" id="{id}">.*?<div id="{id}-end">', document, re.DOTALL)[0]
