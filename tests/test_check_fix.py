"""What `--fix` writes into pages, and what it leaves alone."""

from __future__ import annotations

from pathlib import Path

import pytest
from cases import term_files
from sites import write
from small_docs import GLOSSARY, PAGE, run, small_docs


@pytest.fixture
def docs(tmp_path: Path) -> Path:
    return small_docs(tmp_path)


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


def test_fix_keeps_the_end_of_each_line(docs: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (docs / "page.md").write_bytes(b"# Page\n\nAll about lineage,\r\nand [bias][],\nand [lineage][].")
    assert run(capsys, docs, "--fix")[0] == 0
    assert (docs / "page.md").read_bytes() == b"# Page\n\nAll about [lineage][],\r\nand [bias][],\nand [lineage][]."


def test_fix_leaves_front_matter_code_and_options_alone(docs: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = (
        "---\ntitle: lineage\n---\n\n# Page\n\n## Part\n\n```\nlineage\n```\n\n### Why { #why }\n\n<quiz>\nWhat is lineage and bias?\n"
        "- [x] lineage\n> Told by [lineage][].\n- [ ] bias\n> Not told.\n\nSee [lineage][] and [bias][].\n</quiz>\n"
    )
    write(docs, {"page.md": text})
    run(capsys, docs, "--fix")
    assert (docs / "page.md").read_text(encoding="utf-8") == text


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


def test_fix_follows_a_link_to_a_page(docs: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (docs / "page.md").rename(docs.parent / "elsewhere.md")
    (docs / "page.md").symlink_to(docs.parent / "elsewhere.md")
    assert run(capsys, docs, "--fix")[0] == 0
    assert (docs / "page.md").is_symlink()
    assert "[lineage][], and [bias][]" in (docs.parent / "elsewhere.md").read_text(encoding="utf-8")
