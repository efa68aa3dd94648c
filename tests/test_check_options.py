"""The check's options, on small docs."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from datetime import date
from pathlib import Path

import check
import pytest
from cases import term_files
from sites import ROOT, write
from study.check import explain

GLOSSARY = """\
# Bias { #bias }

Unfairness, unlike [lineage][].

# Lineage { #lineage }

History, unlike [bias][].
"""
PAGE = "# Page\n\nAll about lineage, and [bias][], and [lineage][].\n"


@pytest.fixture
def docs(tmp_path: Path) -> Path:
    return write(tmp_path / "docs", {**term_files(GLOSSARY), "page.md": PAGE})


def run(capsys: pytest.CaptureFixture[str], *arguments: object) -> tuple[int, str, str]:
    code = check.main([str(argument) for argument in arguments])
    out, err = capsys.readouterr()
    return code, out, err


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
    assert "L008" in out


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


def test_fix_mends_what_has_one_answer_and_nothing_a_second_time(
    docs: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = PAGE + "\n## Deep { #deep: }\n\n`lineage`\n"
    bias = term_files(GLOSSARY)["glossary/bias.md"] + "\n## More { #more: }\n\nText.\n"
    write(docs, {"page.md": text, "glossary/bias.md": bias})
    assert run(capsys, docs, "--fix") == (0, "", "")
    assert (docs / "page.md").read_text(encoding="utf-8") == (
        "# Page\n\nAll about [lineage][], and [bias][], and [lineage][].\n\n## Deep { #deep }\n\n`lineage`\n"
    )
    assert (docs / "glossary" / "bias.md").read_text(encoding="utf-8") == bias.replace("#more:", "#more")
    before = {path: path.stat().st_mtime_ns for path in docs.rglob("*.md")}
    assert run(capsys, docs, "--fix") == (0, "", "")
    assert before == {path: path.stat().st_mtime_ns for path in docs.rglob("*.md")}


def test_fix_keeps_line_ends_byte_order_mark_and_mode(docs: Path, capsys: pytest.CaptureFixture[str]) -> None:
    page = docs / "page.md"
    page.write_bytes(b"\xef\xbb\xbf" + PAGE.replace("\n", "\r\n").encode())
    page.chmod(0o640)
    assert run(capsys, docs, "--fix")[0] == 0
    assert page.read_bytes() == b"\xef\xbb\xbf# Page\r\n\r\nAll about [lineage][], and [bias][], and [lineage][].\r\n"
    assert page.stat().st_mode & 0o777 == 0o640
    assert sorted(path.name for path in docs.iterdir()) == ["glossary", "page.md"]


def test_fix_leaves_front_matter_code_and_options_alone(docs: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = (
        "---\ntitle: lineage\n---\n\n# Page\n\n## Part\n\n```\nlineage\n```\n\n### Why { #why }\n\n<quiz>\nWhat is lineage and bias?\n"
        "- [x] lineage\n> Told by [lineage][].\n- [ ] bias\n> Not told.\n\nSee [lineage][] and [bias][].\n</quiz>\n"
    )
    write(docs, {"page.md": text})
    run(capsys, docs, "--fix")
    assert (docs / "page.md").read_text(encoding="utf-8") == text


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


def git(folder: Path, *arguments: str) -> None:
    identity = ("-c", "user.name=a", "-c", "user.email=a@example.org")
    subprocess.run(["git", *identity, *arguments], cwd=folder, check=True, capture_output=True)


@pytest.fixture
def history(docs: Path) -> Path:
    (docs / "page.md").write_text("# Page\n\n## Part { #part }\n\n[lineage][] [bias][]\n", encoding="utf-8")
    git(docs, "init")
    git(docs, "add", ".")
    git(docs, "commit", "-m", "Base")
    return docs


def test_since_reports_an_id_that_was_lost(history: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(capsys, history, "--since", "HEAD") == (0, "", "")
    write(history, {"page.md": "# Page\n\n## Part { #piece }\n\n[lineage][] [bias][]\n"})
    code, out, _ = run(capsys, history, "--since", "HEAD")
    assert (code, out) == (
        1,
        f'{history}/page.md:3:12: I005 the id "part" ("Part") was published here and is lost; '
        'keep it, or add <span id="part"></span>\n',
    )


def test_since_accepts_a_reworded_moved_or_redirected_id(history: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(history, {"page.md": "# Page\n\n[lineage][] [bias][]\n\n## Another title { #part }\n"})
    assert run(capsys, history, "--since", "HEAD") == (0, "", "")
    write(history, {"page.md": '# Page\n\n<span id="part"></span> [lineage][] [bias][]\n'})
    assert run(capsys, history, "--since", "HEAD") == (0, "", "")


def test_since_reports_the_ids_of_a_lost_page(history: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (history / "page.md").rename(history / "other.md")
    _, out, _ = run(capsys, history, "--since", "HEAD")
    assert out == (
        f'{history}/page.md:1:1: I005 the id "part" ("Part") was published here and is lost; it is in other.md now; '
        "bring the page back\n"
    )


def test_since_an_unknown_revision_is_one_line(history: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = run(capsys, history, "--since", "nope")
    message = f'{history}: git knows no revision "nope"; name a branch, a tag, or a commit\n'
    assert (code, out, err) == (2, "", message)


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


def test_fix_keeps_the_end_of_each_line(docs: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (docs / "page.md").write_bytes(b"# Page\n\nAll about lineage,\r\nand [bias][],\nand [lineage][].")
    assert run(capsys, docs, "--fix")[0] == 0
    assert (docs / "page.md").read_bytes() == b"# Page\n\nAll about [lineage][],\r\nand [bias][],\nand [lineage][]."


def test_fix_follows_a_link_to_a_page(docs: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (docs / "page.md").rename(docs.parent / "elsewhere.md")
    (docs / "page.md").symlink_to(docs.parent / "elsewhere.md")
    assert run(capsys, docs, "--fix")[0] == 0
    assert (docs / "page.md").is_symlink()
    assert "[lineage][], and [bias][]" in (docs.parent / "elsewhere.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "text",
    [
        '<p title="the lineage">x</p>',
        '[x](#page "the lineage of it")',
        "The sum $lineage + 1$ is $$lineage$$.",
        "A word{ .red title='lineage here' }.",
    ],
)
def test_fix_never_writes_a_link_where_there_is_no_text(
    text: str, docs: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    page = f"# Page\n\n{text}\n\n[bias][] and [lineage][].\n"
    write(docs, {"page.md": page})
    run(capsys, docs, "--fix")
    assert (docs / "page.md").read_text(encoding="utf-8") == page


def test_since_reports_swapped_ids_at_their_lines(history: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = "# Page\n\n## Past { #past }\n\n## Future { #future }\n\n[lineage][] [bias][]\n"
    write(history, {"page.md": before})
    git(history, "commit", "-am", "Two")
    write(history, {"page.md": before.replace("#past", "#x").replace("#future", "#past").replace("#x", "#future")})
    _, out, _ = run(capsys, history, "--since", "HEAD")
    assert [line.removeprefix(f"{history}/") for line in out.splitlines()] == [
        'page.md:3:12: I005 "future" was the id of "Future" and is now that of "Past"; give each its own again',
        'page.md:5:14: I005 "past" was the id of "Past" and is now that of "Future"; give each its own again',
    ]


def test_since_reports_an_inline_id_that_was_lost(history: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = "# Page\n\n| Stage | A |\n| --- | --- |\n| **Frame**{ #frame } | [lineage][] [bias][] |\n"
    write(history, {"page.md": before})
    git(history, "commit", "-am", "Table")
    write(history, {"page.md": before.replace("{ #frame }", "{ #frames }")})
    _, out, _ = run(capsys, history, "--since", "HEAD")
    assert 'page.md:5:12: I005 the id "frame" ("Frame") was published here and is lost' in out


def test_since_reports_an_emptied_folder(history: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for page in history.glob("*.md"):
        page.unlink()
    code, out, _ = run(capsys, history, "--since", "HEAD")
    assert code == 1
    assert 'the id "part" ("Part") was published here and is lost; bring the page back' in out


def test_since_without_git_is_one_line(
    history: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", "")
    code, out, err = run(capsys, history, "--since", "HEAD")
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert "git is not installed" in err


def test_a_terminal_without_utf_8_gets_escapes(docs: Path) -> None:
    write(docs, {"page.md": "# Page\n\n[ünïcode][] [lineage][] [bias][]\n"})
    command = [sys.executable, str(ROOT / "scripts" / "check.py"), str(docs)]
    ascii_only = {"PATH": os.environ["PATH"], "LANG": "C", "PYTHONIOENCODING": "ascii"}
    done = subprocess.run(command, capture_output=True, env=ascii_only)
    assert (done.returncode, done.stderr.count(b"\n")) == (1, 1)
    assert b"\\xfcn\\xefcode" in done.stdout
    done = subprocess.run([*command, "--format", "json"], capture_output=True, env=ascii_only)
    assert 'no term is called "ünïcode"' in json.loads(done.stdout)["message"]


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
