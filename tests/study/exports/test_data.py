"""The JSON export, validated by its schema, and the CSV exports, read with ``csv``."""

from __future__ import annotations

import csv
import io
import json
from typing import Any

import pytest
from cases import guide
from jsonschema import Draft202012Validator, ValidationError
from nasty import CODE, LONG, OPTIONS, QUIZ, nasty
from study.content.guide import Guide
from study.exports.csv_tables import tables
from study.exports.json_document import SCHEMA, as_data, as_json
from study.render.fragments import Fragments

VALIDATOR = Draft202012Validator(json.loads(SCHEMA.read_text(encoding="utf-8")))


def data(read: Guide, site: str = "") -> Any:
    return json.loads(as_json(as_data(read, Fragments(read, site), "The guide")))


def rows(read: Guide, name: str) -> list[dict[str, str]]:
    content = tables(as_data(read, Fragments(read), "The guide"))[name]
    assert content.startswith(b"\xef\xbb\xbf")
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))


@pytest.mark.parametrize("read", [nasty(), guide(), guide(glossary="# A\n\n# B\n")])
@pytest.mark.parametrize("site", ["", "https://example.org/"])
def test_the_document_keeps_to_its_schema(read: Guide, site: str) -> None:
    VALIDATOR.validate(data(read, site))


def test_the_schema_is_one_and_says_what_each_part_is() -> None:
    Draft202012Validator.check_schema(VALIDATOR.schema)
    assert undescribed(VALIDATOR.schema) == []


def undescribed(schema: Any, path: str = "") -> list[str]:
    parts = [(f"{path}/{name}", part) for name, part in schema.get("properties", {}).items()]
    parts += [(name, part) for name, part in schema.get("$defs", {}).items()]
    own = [path for path, part in parts if "description" not in part and path != "/$schema"]
    return [*own, *(path for where, part in parts for path in undescribed(part, where))]


def test_the_schema_finds_what_is_wrong() -> None:
    wrong = data(nasty())
    wrong["questions"][0]["kind"] = "essay"
    with pytest.raises(ValidationError):
        VALIDATOR.validate(wrong)


def test_a_question_with_all_that_belongs_to_it() -> None:
    found = {question["id"]: question for question in data(nasty(), "https://example.org/")["questions"]}
    one = found["some"]
    assert one["question"] == {"text": "Choose two."}
    assert [(option["text"]["text"], option["right"]) for option in one["options"]] == [
        ("a", True),
        ("b", False),
        ("c", True),
    ]
    assert one["explanation"] == {"text": "So lineage.", "markdown": "So [lineage][]."}
    assert (one["kind"], one["theme"], one["terms"], one["personas"]) == (
        "several",
        "odd",
        ["lineage"],
        ["data-engineer"],
    )
    assert (one["page"], one["address"]) == ("quiz/odd.md#some", "https://example.org/quiz/odd/#some")
    assert found["gaps"]["blanks"] == ["R&D", "a->b*{c}"]
    assert found["gaps"]["accepted"] == [["R&D"], ["a->b*{c}"]]


def test_rewording_a_question_changes_only_its_text() -> None:
    before = as_json(as_data(nasty(), Fragments(nasty()), "x")).splitlines()
    read = nasty(QUIZ.replace("Choose two.", "Choose 2."))
    after = as_json(as_data(read, Fragments(read), "x")).splitlines()
    changed = [line.strip() for line, new in zip(before, after, strict=True) if line != new]
    assert changed == [b'"text":"Choose two."']


def test_tables_have_a_row_for_each_thing() -> None:
    names = ("terms", "questions", "options", "short-answers", "prompts", "personas", "stages")
    assert [len(rows(nasty(), f"{name}.csv")) for name in names] == [2, 4, 7, 1, 1, 1, 1]


def test_all_text_survives_in_a_table() -> None:
    options = [row for row in rows(nasty(), "options.csv") if row["question"] == "braces"]
    assert tuple(row["text"] for row in options) == OPTIONS
    assert [row["number"] for row in options] == ["1", "2", "3", "4"]
    assert [row["right"] for row in options] == ["yes", "no", "no", "no"]
    assert options[3]["reason"] == LONG
    asked = next(row for row in rows(nasty(), "questions.csv") if row["id"] == "braces")
    assert CODE in asked["question"]


def test_lists_stand_in_one_cell() -> None:
    (answer,) = rows(nasty(), "short-answers.csv")
    assert answer["key_points"] == "Names it so and goes on.\n# no heading"
    assert rows(nasty(), "terms.csv")[1]["aliases"] == "ML lineage; provenance"


def test_a_stage_has_the_columns_of_the_workflow() -> None:
    (stage,) = rows(nasty(), "stages.csv")
    assert (stage["id"], stage["name"], stage["Owner"], stage["Goes wrong"]) == (
        "train",
        "Train",
        "Data Engineer",
        "a | b; c",
    )


def test_a_stage_without_a_fact_has_an_empty_cell() -> None:
    stages = "# Workflow\n\n### One { #one }\n\n- Owner: A\n- Tools: B\n\n### Two { #two }\n\n- Owner: A\n"
    first, second = rows(guide(workflow=stages), "stages.csv")
    assert (first["Tools"], second["Tools"]) == ("B", "")
