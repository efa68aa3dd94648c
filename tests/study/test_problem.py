from __future__ import annotations

import pytest
from study.check.problem import Nearest, Problem
from study.check.rules.api_names import PATIENCE, Near
from study.content.source import Place


def test_a_problem_is_one_line_that_an_editor_can_follow() -> None:
    problem = Problem(Place("a/b.md", 3, 7), "T001", "no term", Place("a/b.md", 3, 9))
    assert problem.line() == "a/b.md:3:7: T001 no term"
    assert problem.line("docs") == "docs/a/b.md:3:7: T001 no term"


@pytest.mark.parametrize(
    ("typed", "name"),
    [("linage", "lineage"), ("Feature stor", "Feature Store"), ("zebra", None), ("", None), ("x" * 10_000, None)],
)
def test_nearest(typed: str, name: str | None) -> None:
    assert Nearest(["lineage", "Feature Store", "feature"]).to(typed) == name


def test_a_hint_is_ready_to_type() -> None:
    assert Nearest(["lineage"]).hint("linage", "[{}][]") == '; did you mean "[lineage][]"?'
    assert Nearest(["lineage"]).hint("zebra") == ""


def test_who_mistypes_hundreds_of_names_waits_for_no_more_hints() -> None:
    nearest = Nearest(["lineage"])
    assert [nearest.to(f"lineag{number}") for number in range(600)].count("lineage") == 500


def test_a_word_that_was_compared_before_costs_no_patience() -> None:
    near = Near(["PendingManualApproval"])
    found = {near.to("PendingManualAproval", 2) for _ in range(PATIENCE + 1)}
    assert found == {"PendingManualApproval"}
