"""The formats in which the check writes its problems, for people, editors, and other programs."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from sites import ROOT, write
from small_docs import run, small_docs
from study.check import explain


@pytest.fixture
def docs(tmp_path: Path) -> Path:
    return small_docs(tmp_path)


def test_json_lines_carry_place_range_code_and_replacement(docs: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = run(capsys, docs, "--format", "json")
    (problem,) = map(json.loads, out.splitlines())
    span = {"start": {"line": 3, "column": 11}, "end": {"line": 3, "column": 18}}
    assert code == 1
    assert problem == {
        "path": f"{docs}/page.md",
        "range": span,
        "code": "T006",
        "severity": "error",
        "message": 'the first mention of "lineage" on this page is not linked; write [lineage][]',
        "replacement": {"range": span, "text": "[lineage][]"},
    }


def test_annotations_escape_what_the_runner_would_read(docs: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(docs, {"a,b:c.md": "# A\n\n[x][100%]\n"})
    _, out, _ = run(capsys, docs, "--format", "github")
    first, second = out.splitlines()
    name = str(docs).replace(":", "%3A").replace(",", "%2C")
    assert first == (
        f'::error file={name}/a%2Cb%3Ac.md,line=3,col=1,endLine=3,endColumn=10,title=T001::no term is called "100%25"'
    )
    assert second.startswith(f"::error file={name}/page.md,line=3,col=11,endLine=3,endColumn=18,title=T006::")


def test_sarif_names_rules_places_and_fixes(docs: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _, out, _ = run(capsys, docs, "--format", "sarif")
    log = json.loads(out)
    (result,) = log["runs"][0]["results"]
    rules = {rule["id"] for rule in log["runs"][0]["tool"]["driver"]["rules"]}
    assert log["version"] == "2.1.0"
    assert result["ruleId"] == "T006" and "T006" in rules
    region = {"startLine": 3, "startColumn": 11, "endLine": 3, "endColumn": 18}
    assert result["locations"][0]["physicalLocation"]["region"] == region
    assert result["fixes"][0]["artifactChanges"][0]["replacements"] == [
        {"deletedRegion": region, "insertedContent": {"text": "[lineage][]"}}
    ]


def test_sarif_lists_every_code_and_encodes_addresses(docs: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(docs, {"a b%.md": "# A\n\n[x][y]\n"})
    _, out, _ = run(capsys, docs, "--format", "sarif")
    one = json.loads(out)["runs"][0]
    assert {rule["id"] for rule in one["tool"]["driver"]["rules"]} == {*explain.ENTRIES}
    uris = {result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for result in one["results"]}
    assert any(uri.endswith("/a%20b%25.md") for uri in uris)


def test_ten_problems_of_a_page_come_before_the_rest(docs: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(docs, {"a.md": "# A\n\n" + "[x][y]\n" * 12, "page.md": "# Page\n\n[x][y] [lineage][] [bias][]\n"})
    _, out, _ = run(capsys, docs)
    names = [Path(line.split(":")[0]).name for line in out.splitlines()]
    assert names == ["a.md"] * 10 + ["page.md"] + ["a.md"] * 2


def test_an_editor_understands_each_line(docs: Path, capsys: pytest.CaptureFixture[str]) -> None:
    found = re.search(r'"regexp": (".*")', (ROOT / ".vscode/tasks.json").read_text(encoding="utf-8"))
    assert found
    _, out, _ = run(capsys, docs)
    match = re.match(json.loads(found[1]), out.splitlines()[0])
    assert match and match.groups()[1:4] == ("3", "11", "T006") and Path(match[1]) == docs / "page.md"


def test_a_terminal_without_utf_8_gets_escapes(docs: Path) -> None:
    write(docs, {"page.md": "# Page\n\n[ünïcode][] [lineage][] [bias][]\n"})
    command = [sys.executable, str(ROOT / "scripts" / "check.py"), str(docs)]
    ascii_only = {"PATH": os.environ["PATH"], "LANG": "C", "PYTHONIOENCODING": "ascii"}
    done = subprocess.run(command, capture_output=True, env=ascii_only)
    assert (done.returncode, done.stderr.count(b"\n")) == (1, 1)
    assert b"\\xfcn\\xefcode" in done.stdout
    done = subprocess.run([*command, "--format", "json"], capture_output=True, env=ascii_only)
    assert 'no term is called "ünïcode"' in json.loads(done.stdout)["message"]
