"""The practice exam as functions: questions drawn by a seed, points for each kind, and drafts that are read."""

from __future__ import annotations

from typing import Any

import pytest
from exam_page import PURE
from playwright.sync_api import Page


@pytest.fixture
def pure(page: Page, site: str) -> Page:
    page.goto(site + "assets/study.json")
    page.evaluate(PURE, site + "assets/javascripts/study/")
    return page


def test_the_same_seed_draws_the_same_paper_and_another_another(pure: Page) -> None:
    one, same, other = pure.evaluate("[7, 7, 8].map(seed => begin(deck, any, {now: 0, seed}).keys)")
    assert one == same != other
    assert len(set(one)) == 20


def test_a_paper_mixes_all_kinds(pure: Page) -> None:
    kinds = pure.evaluate(
        "asked(begin(deck, {...any, number: 5}, {now: 0, seed: 1}), deck).map(item => item.kind ?? 'answer')"
    )
    assert sorted(kinds) == ["answer", "blank", "several", "single", "single"]


def test_a_paper_has_no_more_than_fit_and_only_those(pure: Page) -> None:
    fits, drawn = pure.evaluate(
        """() => {
          const choice = {persona: 'data-engineer', stage: 'extract', number: 40, minutes: null}
          return [pool(deck, choice).map(item => item.key), begin(deck, choice, {now: 0, seed: 3}).keys]
        }"""
    )
    assert 0 < len(fits) < 40
    assert sorted(drawn) == sorted(fits)


@pytest.mark.parametrize(
    ("chosen", "points"),
    [
        (["a", "b"], 1),
        (["a"], 0.5),
        (["a", "x"], 0),
        (["a", "b", "x"], 0.5),
        (["x"], 0),
        (["a", "b", "x", "y"], 0),
        ([], 0),
        (["gone"], 0),
    ],
)
def test_several_right_options_share_a_point(chosen: list[str], points: float, pure: Page) -> None:
    item = {
        "key": "question:q",
        "kind": "several",
        "options": [["a", True], ["x", False], ["b", True], ["y", False]],
        "terms": [],
    }
    assert marked(pure, item, chosen) == points


@pytest.mark.parametrize(("typed", "points"), [([" Digest ", "two"], 1), (["digest"], 0.5), (["", "digest"], 0)])
def test_blanks_share_a_point(typed: list[str], points: float, pure: Page) -> None:
    item = {"key": "question:q", "kind": "blank", "options": [], "blanks": ["digest", "two"], "terms": []}
    assert marked(pure, item, typed) == points


def test_every_spelling_that_a_blank_accepts_is_right(pure: Page, deck: dict[str, Any]) -> None:
    items = [{**item, "key": "question:q"} for item in deck["questions"] if item["blanks"]]
    assert items
    for item in items:
        for spelling in item["blanks"][0].split("|"):
            values = [spelling, *(blank.split("|")[0] for blank in item["blanks"][1:])]
            assert marked(pure, item, values) == 1, item["id"]


@pytest.mark.parametrize(("chosen", "points"), [(["a"], 1), (["b"], 0), (["a", "b"], 0)])
def test_one_right_option_is_all_or_nothing(chosen: list[str], points: float, pure: Page) -> None:
    item = {"key": "question:q", "kind": "single", "options": [["a", True], ["b", False]], "terms": []}
    assert marked(pure, item, chosen) == points


def marked(page: Page, item: dict[str, Any], values: list[str]) -> float:
    return page.evaluate(
        """([item, values]) => {
          const own = {...deck, questions: new Map([[item.key, item]])}
          const exam = {keys: [item.key], given: new Map([[item.key, {values, time: 0}]]), ticked: new Map()}
          return mark(exam, own, textOf)[0].points
        }""",
        [item, values],
    )


@pytest.mark.parametrize(
    "change",
    [
        "seed: 'x'",
        "keys: [1]",
        "minutes: -1",
        "started: null",
        "given: [['a']]",
        "ticked: {}",
        "version: 2",
        "ended: 'x'",
    ],
)
def test_a_draft_that_is_none_is_none(change: str, pure: Page) -> None:
    text = "JSON.parse(write(begin(deck, any, {now: 0, seed: 1})))"
    assert pure.evaluate(f"read(JSON.stringify({text})) !== null")
    assert pure.evaluate(f"read(JSON.stringify({{...{text}, {change}}}))") is None
    assert pure.evaluate("[read(''), read('null'), read('<b>')]") == [None, None, None]
