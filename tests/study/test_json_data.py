from __future__ import annotations

import gzip
import json
from pathlib import Path
from typing import Any

from cases import guide
from nasty import nasty
from study.content.load import load
from study.review import json_data
from study.review.json_data import CARDS, REASONS, files, point_ids

DOCS = Path(__file__).parents[2] / "docs"


def cards(of: Any) -> Any:
    return json.loads(files(of)[CARDS])


def test_what_has_no_id_of_its_own_is_left_out() -> None:
    data = cards(nasty())
    assert [item["id"] for item in data["questions"]] == ["braces", "some", "gaps", "gap"]
    assert [item["id"] for item in data["answers"]] == ["why"]


def test_reasons_stand_beside_their_options() -> None:
    data, reasons = (json.loads(content) for content in files(nasty()).values())
    assert data["version"] == reasons["version"] == json_data.VERSION
    for question in data["questions"]:
        assert len(reasons["questions"][question["id"]][0]) == len(question["options"])


def test_a_blank_is_not_told_with_its_question() -> None:
    asked = {item["id"]: item["question"] for item in cards(nasty())["questions"]}
    assert "[[" not in asked["gap"] and "_____" in asked["gap"]


def test_key_points_are_known_by_their_terms_else_by_their_words() -> None:
    read = guide(
        glossary="# Lineage { #lineage }\n\nIt is so.\n\n# Bias { #bias }\n\nIt is.\n",
        quiz__a="# A\n\n### Why { #why }\n\nWhy?\n\n/// answer\nSo.\n\n- [ ] Names [lineage][] and [bias][].\n"
        "- [ ] Again [lineage][].\n- [ ] No term, *here*.\n- [ ] ?\n- [ ] !\n///\n",
    )
    (answer,) = read.short_answers
    ids = ["lineage", "lineage~2", "no-term-here", "point", "point~2"]
    assert point_ids(read, answer.key_points) == ids
    (shown,) = cards(read)["answers"]
    assert [id for id, _ in shown["points"]] == ids
    assert shown["points"][2][1] == "No term, <em>here</em>." and shown["answer"] == "<p>So.</p>"


def test_each_document_of_this_site_is_at_most_60_kb() -> None:
    for name, content in files(load(DOCS)).items():
        assert len(gzip.compress(content, 9, mtime=0)) <= 60_000, name


def test_nothing_that_is_typed_as_html_is_html() -> None:
    for content in files(nasty()).values():
        assert b"<script" not in content and b"<img" not in content and b'href=\\"javascript' not in content


def test_the_documents_are_the_same_each_time() -> None:
    assert files(nasty()) == files(nasty())
    assert [*files(nasty())] == [CARDS, REASONS]


def test_terms_come_in_the_order_of_the_course() -> None:
    terms = "".join(f"# {name} {{ #{name.lower()} }}\n\nWhat it is.\n\n" for name in ("Alpha", "Beta", "Gamma"))
    read = guide(
        glossary=terms,
        learn__index="# Course\n\n## Sessions { #sessions }\n\n1. [One](one.md)\n2. [Two](two.md)\n",
        learn__one="# One\n\nAbout [Gamma][].\n\n## Answer { #answer }\n\n1. [One](../quiz/a.md#one)\n",
        learn__two="# Two\n\nAbout [Alpha][] and [Gamma][].\n",
        quiz__a="# Quiz\n\n### One { #one }\n\n<quiz>\nWhich?\n- [x] A\n> So.\n- [ ] B\n> No.\n\nIt is [Beta][].\n</quiz>\n",
    )
    data = cards(read)
    assert [term["id"] for term in data["terms"]] == ["gamma", "alpha", "beta"]
    assert data["sessions"] == [
        ["one", "One", ["term:gamma", "question:one"]],
        ["two", "Two", ["term:alpha", "term:gamma"]],
    ]
