"""The check's options, on small docs."""

from __future__ import annotations

import json
import re
import subprocess
from datetime import date
from pathlib import Path

import check
import pytest
from sites import ROOT, write
from small_docs import PAGE, run, small_docs


@pytest.fixture
def docs(tmp_path: Path) -> Path:
    return small_docs(tmp_path)


def test_the_navigation_stands_beside_the_docs(docs: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(docs, {"page.md": "# Page\n\n[lineage][] [bias][] [up](#page)\n", "glossary/index.md": "# Terms\n"})
    write(
        docs.parent,
        {"mkdocs.yml": "nav:\n  - Terms: glossary/index.md\n  - More:\n      - page.md\nextra: {x: other.md}\n"},
    )
    assert run(capsys, docs) == (0, "", "")
    write(docs.parent, {"mkdocs.yml": "nav:\n  - Terms: glossary/index.md\n\nextra: {x: page.md}\n"})
    code, out, _ = run(capsys, docs)
    assert code == 1
    assert [line.split(": ")[1][:4] for line in out.splitlines()] == ["N003"]


def test_a_problem_that_is_meant_is_allowed_with_its_reason(docs: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(docs, {"page.md": PAGE.replace("All", "<!-- check: allow T006 it is about families here -->\nAll")})
    assert run(capsys, docs) == (0, "", "")


def test_an_allowance_needs_a_reason_and_a_problem(docs: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = "# Page\n\n<!-- check: allow T006 -->\nAll about lineage.\n\n<!-- check: allow L001 gone -->\n[lineage][] [bias][]\n"
    write(docs, {"page.md": text})
    _, out, _ = run(capsys, docs)
    assert out == (
        f"{docs}/page.md:3:1: C001 this allows T006 without a reason; "
        "write why: <!-- check: allow T006 reason -->\n"
        f"{docs}/page.md:6:1: C002 this allows L001, but the next line has no such problem; delete the comment\n"
    )


def test_an_allowance_in_code_is_none(docs: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(docs, {"page.md": "# Page\n\n[lineage][] [bias][]\n\n```text\n<!-- check: allow T006 -->\n```\n"})
    assert run(capsys, docs) == (0, "", "")


@pytest.mark.parametrize("code", ["T001", "q012", "C001", "I005", "S004"])
def test_explain_says_why_and_shows_bad_and_good(code: str, capsys: pytest.CaptureFixture[str]) -> None:
    exit_code, out, _ = run(capsys, "--explain", code)
    assert exit_code == 0
    assert out.startswith(f"{code.upper()}: ")
    assert "Instead of" in out and "write" in out


def test_explain_of_no_code_is_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = run(capsys, "--explain", "T066")
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert "T006" in err and "A001" not in err
    assert run(capsys, "--explain", "lineage")[2].count("\n") == 1


def test_coverage_is_a_matrix_with_totals(docs: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = run(capsys, docs, "--coverage")
    assert code == 0
    assert [line.split() for line in out.splitlines()[:3]] == [
        ["term", "definition", "pages", "interactive", "short", "answer", "essay"],
        ["Bias", "yes", "2", "0", "0", "0"],
        ["Lineage", "yes", "2", "0", "0", "0"],
    ]


def test_old_sources_are_warnings(docs: Path, capsys: pytest.CaptureFixture[str]) -> None:
    today = date.today()
    write(
        docs,
        {
            "page.md": "# Page\n\n[lineage][] [bias][] [Old, AWS](https://example.org/a) (May 2020), "
            f"[New, AWS](https://example.org/b) ({today:%B %Y})\n"
        },
    )
    code, out, err = run(capsys, docs, "--max-age", "12 months")
    assert (code, err) == (0, "")
    assert (
        out
        == f'{docs}/page.md:3:22: S004 the source "Old, AWS" was checked in May 2020; check it again and update the month\n'
    )
    assert json.loads(run(capsys, docs, "--max-age", "12", "--format", "json")[1])["severity"] == "warning"
    assert run(capsys, docs)[1] == ""


@pytest.mark.parametrize("arguments", [["--max-age", "soon"], ["--format", "xml"], ["--nonsense"]])
def test_a_mistyped_command_exits_2(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stop:
        check.main(arguments)
    assert stop.value.code == 2


def test_a_circle_of_links_is_one_line(docs: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (docs / "a").symlink_to(docs / "b")
    (docs / "b").symlink_to(docs / "a")
    code, out, err = run(capsys, docs)
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert "Too many levels of symbolic links" in err


def test_the_check_runs_without_mkdocs() -> None:
    done = subprocess.run(
        ["python3", "-X", "importtime", str(ROOT / "scripts" / "check.py"), str(ROOT / "docs")],
        capture_output=True,
        text=True,
        env={"PATH": f"{ROOT / '.venv' / 'bin'}:/usr/bin"},
    )
    assert done.returncode == 0
    assert not re.search(r"\| +(mkdocs|jinja2)\b", done.stderr)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--coverage", "--format", "json"], "--coverage and --format"),
        (["--coverage", "--fix"], "--coverage and --fix"),
        (["--explain", "T006", "--since", "main"], "--explain and --since"),
        (["--explain", "T006", "--coverage"], "--explain and --coverage"),
        (["--since", ""], "--since names no revision"),
        (["--since", " "], "--since names no revision"),
    ],
)
def test_options_that_do_nothing_together_are_one_line(
    arguments: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as stop:
        check.main(arguments)
    out, err = capsys.readouterr()
    assert (stop.value.code, out, err.count("\n")) == (2, "", 1)
    assert said in err


def test_a_navigation_that_is_no_yaml_is_one_line(docs: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(docs.parent, {"mkdocs.yml": "nav:\n  - A: [page.md\n"})
    code, out, err = run(capsys, docs)
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert re.search(r"mkdocs\.yml:\d+:\d+: ", err)


def test_a_navigation_is_read_as_yaml_reads_it(docs: Path, capsys: pytest.CaptureFixture[str]) -> None:
    pages = {"page.md": "# Page\n\n[lineage][] [bias][]\n", "my page.md": "# Mine\n", "glossary/index.md": "# Terms\n"}
    write(docs, pages)
    text = "site_url: !ENV [A, ]\nnav: # here\n- Terms : 'glossary/index.md'\n# - Old: old.md\n-   More:\n    - \"page.md\" # last\n    - Mine: my page.md\n"
    write(docs.parent, {"mkdocs.yml": text})
    assert run(capsys, docs) == (0, "", "")
