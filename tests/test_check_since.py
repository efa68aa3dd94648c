"""What `--since` reports of the ids that were published at a commit."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from sites import write
from small_docs import run, small_docs


def git(folder: Path, *arguments: str) -> None:
    identity = ("-c", "user.name=a", "-c", "user.email=a@example.org")
    subprocess.run(["git", *identity, *arguments], cwd=folder, check=True, capture_output=True)


@pytest.fixture
def history(tmp_path: Path) -> Path:
    docs = small_docs(tmp_path)
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
        'bring it back, or add <span id="part"></span> here\n',
    )


def test_since_accepts_a_reworded_moved_or_redirected_id(history: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(history, {"page.md": "# Page\n\n## Another title { #part }\n\nIn other words: [lineage][] [bias][]\n"})
    assert run(capsys, history, "--since", "HEAD") == (0, "", "")
    write(history, {"page.md": '# Page\n\n<span id="part"></span> [lineage][] [bias][]\n'})
    assert run(capsys, history, "--since", "HEAD") == (0, "", "")


def test_since_reports_the_ids_of_a_lost_page(history: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (history / "page.md").rename(history / "other.md")
    _, out, _ = run(capsys, history, "--since", "HEAD")
    assert out == (
        f'{history}/page.md:1:1: I005 this page was published with the id "part", and it is gone; '
        "other.md has its text now, so give that file this name again\n"
    )


def test_since_reports_swapped_ids_at_their_lines(history: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = "# Page\n\n## Past { #past }\n\n[lineage][]\n\n## Future { #future }\n\n[bias][]\n"
    write(history, {"page.md": before})
    git(history, "commit", "-am", "Two")
    write(history, {"page.md": before.replace("#past", "#x").replace("#future", "#past").replace("#x", "#future")})
    _, out, _ = run(capsys, history, "--since", "HEAD")
    assert [line.removeprefix(f"{history}/") for line in out.splitlines()] == [
        'page.md:3:12: I005 "future" was the id of "Future" and is now that of "Past"; give each its own again',
        'page.md:7:14: I005 "past" was the id of "Past" and is now that of "Future"; give each its own again',
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
    assert 'this page was published with the id "part", and it is gone; bring the page back' in out


def test_since_an_unknown_revision_is_one_line(history: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = run(capsys, history, "--since", "nope")
    message = f'{history}: git knows no revision "nope"; name a branch, a tag, or a commit\n'
    assert (code, out, err) == (2, "", message)


def test_since_without_git_is_one_line(
    history: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", "")
    code, out, err = run(capsys, history, "--since", "HEAD")
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert "git is not installed" in err
