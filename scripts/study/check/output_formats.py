"""Problems as people and machines read them: text, JSON lines, annotations of a pull request, SARIF 2.1.0."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterable
from typing import Any
from urllib.parse import quote

from ..content.source import Place
from .explain import ENTRIES
from .problem import Problem

SARIF = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"


FIRST = 10  # problems of a page that come before those of other pages


def text(problems: Iterable[Problem], folder: str) -> str:
    return "".join(f"{problem.line(folder)}\n" for problem in in_turn(problems))


def in_turn(problems: Iterable[Problem]) -> list[Problem]:
    """The first ten problems of each page, then the others, so that one page cannot hide the problems of the rest."""
    counts: Counter[str] = Counter()
    first: list[Problem] = []
    later: list[Problem] = []
    for problem in problems:
        counts[problem.place.path] += 1
        (first if counts[problem.place.path] <= FIRST else later).append(problem)
    return [*first, *later]


def json_lines(problems: Iterable[Problem], folder: str) -> str:
    """A JSON object a line: path, range (lines and columns from 1, its end exclusive), code, severity, message."""
    return "".join(json.dumps(_plain(problem, folder), ensure_ascii=False) + "\n" for problem in problems)


def github(problems: Iterable[Problem], folder: str) -> str:
    """Workflow commands that annotate the lines of a pull request."""
    return "".join(
        f"::{problem.severity} file={_property(problem.path(folder))},line={problem.place.line},"
        f"col={problem.place.column},endLine={problem.end.line},endColumn={problem.end.column},"
        f"title={problem.code}::{_data(problem.message)}\n"
        for problem in in_turn(problems)
    )


def sarif(problems: Iterable[Problem], folder: str) -> str:
    results = [_result(problem, folder) for problem in problems]
    rules = [
        {
            "id": entry.code,
            "shortDescription": {"text": entry.title},
            "fullDescription": {"text": entry.why},
            "help": {"text": f"Instead of\n{entry.bad}\nwrite\n{entry.good}"},
        }
        for entry in ENTRIES.values()
    ]
    driver = {"name": "check", "rules": rules}
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    return json.dumps({"$schema": SARIF, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=1) + "\n"


FORMATS: dict[str, Callable[[Iterable[Problem], str], str]] = {
    "text": text,
    "json": json_lines,
    "github": github,
    "sarif": sarif,
}


def _plain(problem: Problem, folder: str) -> dict[str, Any]:
    return {
        "path": problem.path(folder),
        "range": _range(problem.place, problem.end),
        "code": problem.code,
        "severity": problem.severity,
        "message": problem.message,
        "replacement": problem.fix and {"range": _range(problem.fix.start, problem.fix.end), "text": problem.fix.text},
    }


def _range(start: Place, end: Place) -> dict[str, Any]:
    return {
        "start": {"line": start.line, "column": start.column},
        "end": {"line": end.line, "column": end.column},
    }


def _region(start: Place, end: Place) -> dict[str, int]:
    return {"startLine": start.line, "startColumn": start.column, "endLine": end.line, "endColumn": end.column}


def _result(problem: Problem, folder: str) -> dict[str, Any]:
    region = _region(problem.place, problem.end)
    file = {"uri": quote(problem.path(folder))}
    result: dict[str, Any] = {
        "ruleId": problem.code,
        "level": problem.severity,
        "message": {"text": problem.message},
        "locations": [{"physicalLocation": {"artifactLocation": file, "region": region}}],
    }
    if fix := problem.fix:
        change = {"deletedRegion": _region(fix.start, fix.end), "insertedContent": {"text": fix.text}}
        description = {"text": problem.message}
        result["fixes"] = [
            {"description": description, "artifactChanges": [{"artifactLocation": file, "replacements": [change]}]}
        ]
    return result


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
