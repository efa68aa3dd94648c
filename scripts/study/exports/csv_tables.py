"""The guide as tables, one CSV file for each kind of content: UTF-8 with a byte order mark, for spreadsheets."""

from __future__ import annotations

import csv
import io
from typing import Any

from .json_document import Data

_SEPARATOR = "; "  # between ids and names; texts are on separate lines


def tables(data: Data) -> dict[str, bytes]:
    options = [
        {"question": question["id"], "number": str(number), **option}
        for question in data["questions"]
        for number, option in enumerate(question["options"], 1)
    ]
    found = {
        "terms.csv": data["terms"],
        "questions.csv": [_without(question, "options") for question in data["questions"]],
        "options.csv": options,
        "short-answers.csv": data["short_answers"],
        "prompts.csv": data["prompts"],
        "personas.csv": data["personas"],
        "stages.csv": [{**_without(stage, "facts"), **stage["facts"]} for stage in data["stages"]],
    }
    return {name: _table(rows) for name, rows in found.items()}


def _without(row: Data, name: str) -> Data:
    return {key: value for key, value in row.items() if key != name}


def _table(rows: list[Data]) -> bytes:
    """Columns in the order in which they first appear; a line end inside a cell stays one."""
    columns = dict.fromkeys(name for row in rows for name in row)
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer, lineterminator="\r\n")
    writer.writerow(columns)
    writer.writerows([_cell(row.get(name, "")) for name in columns] for row in rows)
    return buffer.getvalue().encode("utf-8-sig")


def _cell(value: Any) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, dict):
        return str(value["text"])
    if isinstance(value, list):
        texts = any(isinstance(one, dict) for one in value)
        return ("\n" if texts else _SEPARATOR).join(map(_cell, value))
    return str(value)
