"""The check as a contributor uses it: one mistake in a copy of the real docs gives one line and exit code 1."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
CHECK = ROOT / "scripts" / "check.py"


def run(docs: Path | str, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(CHECK), str(docs), *arguments]
    return subprocess.run(command, capture_output=True, text=True, cwd=ROOT)


@pytest.fixture
def docs(tmp_path: Path) -> Path:
    return Path(shutil.copytree(ROOT / "docs", tmp_path / "docs"))


def test_the_real_site_has_no_problems() -> None:
    done = run("docs")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def unlinked(name: str) -> str:
    """An explicit id of the page to which nothing links: a slip may take it away and break no link."""
    everything = "\n".join(page.read_text(encoding="utf-8") for page in (ROOT / "docs").rglob("*.md"))
    headings = re.findall(r"^##+ .*\{ #([\w-]+) ", (ROOT / "docs" / name).read_text(encoding="utf-8"), re.MULTILINE)
    return next(id for id in headings if len(re.findall(rf"#{id}(?![\w-])", everything)) == 1)


ANSWER_END = r"\n////(?=\n\n### 2\.)"
SLIPS = {
    "unknown term": ("personas/index.md", r"\[S3\]\[\]", "[S5][]", 'T001 no term is called "S5"'),
    "duplicate term": (
        "glossary/bias-again.md",
        r"\Z",
        "# Bias { #bias-again }\n\nUnfair.\n",
        'T002 the term "Bias" is already',
    ),
    "duplicate alias": (
        "glossary/obfuscation.md",
        "Also called: data masking",
        "Also called: data masking, S3",
        "T003 ",
    ),
    "duplicate id": (
        "workflow.md",
        rf"#{unlinked('workflow.md')} \}}",
        "#stages }",
        'I001 the id "stages" is already on line',
    ),
    "no definition": (
        "glossary/obfuscation.md",
        r"(?s)(#obfuscation \}\n).*?(?=\n- Also)",
        r"\1",
        'T004 the term "Obfuscation" has no',
    ),
    "missing page": (
        "index.md",
        r"\(learn/index\.md\)\{",
        "(learn/indexes.md){",
        'L001 "learn/indexes.md" leads to no page or file',
    ),
    "missing anchor": ("index.md", "#hand-offs", "#handoffs", 'L002 "personas/index.md" has no anchor "#handoffs"'),
    "missing page in a quiz": ("quiz/govern.md", r"\(\.\./corrections\.md#c", "(corrections.md#c", "L001 "),
    "missing anchor in a quiz": ("quiz/govern.md", "#bias-is-wider", "#bias-is-wide", "L002 "),
    "no right answer": ("quiz/govern.md", r"- \[x\]", "- [ ]", "Q002 this question has no right option"),
    "no reason": ("quiz/govern.md", r"(- \[x\].*\n)(?:>.*\n)+", r"\1", "Q003 the option"),
    "no term link": ("quiz/govern.md", r"(?s)\n\nEvery stage.*?</quiz>", "\n\nTold.\n</quiz>", "Q004 "),
    "duplicate options": (
        "quiz/govern.md",
        r"- \[ \] (.*)\n((?:>.*\n)+- \[.\] ).*",
        r"- [ ] \1\n\2\1",
        "Q005 the option",
    ),
    "unclosed quiz": ("quiz/govern.md", "</quiz>", "", "Q001 this <quiz> is never closed"),
    "unclosed answer": ("quiz/short-answer.md", ANSWER_END, "", 'B001 this "//// answer" is never closed'),
    "no key points": (
        "quiz/short-answer.md",
        r"(?ms)(#clarify-function.*?)(?:^- \[ \] [^\n]*\n)+",
        r"\1",
        "A001 this answer has no key points",
    ),
    "no criteria": ("essays/automation.md", r"(?m)^- \[ \] ", "- ", "P001 this prompt has no criteria"),
    "unused term": (
        "glossary/zebra.md",
        r"\Z",
        "# Zebra { #zebra }\n\nAn animal.\n",
        'T005 no page refers to the term "Zebra"',
    ),
    "misspelt block": ("glossary/bias.md", "/// correction", "/// corection", "B002 "),
    "quiz without heading": ("quiz/govern.md", r"\n### .*", "", "Q006 "),
    "mark that is none": ("quiz/govern.md", r"- \[x\]", "- [ok]", 'Q020 "- [ok] '),
    "empty file": ("essays/automation.md", r"(?s).*", "", "P001 "),
}


@pytest.mark.parametrize("slip", SLIPS)
def test_a_slip_is_one_line_at_its_place(slip: str, docs: Path) -> None:
    name, pattern, replacement, expected = SLIPS[slip]
    page = docs / name
    before = page.read_text(encoding="utf-8") if page.exists() else ""
    if slip == "unused term":  # by no page, but by another term
        with (docs / "glossary" / "bias.md").open("a", encoding="utf-8") as other:
            other.write("\nSee [Zebra][].\n")
    count = 0 if slip == "no criteria" else 1
    after, changed = re.subn(pattern, replacement, before, count=count)
    assert changed, slip
    page.write_text(after, encoding="utf-8")
    done = run(docs)
    assert done.returncode == 1
    lines = [
        line
        for line in done.stdout.splitlines()
        if slip not in ("duplicate term", "unused term") or ": F030 " not in line
    ]
    own = [line for line in lines if re.match(rf"{re.escape(str(page))}:\d+:\d+: {re.escape(expected)}", line)]
    assert len(own) == 1, done.stdout
    if slip == "quiz without heading":  # a session links the heading, too
        lines = [line for line in lines if ": R001 " not in line]
    if slip not in ("mark that is none", "empty file", "misspelt block"):
        assert lines == own, done.stdout
        count = len(done.stdout.splitlines())  # one term more makes the numbers in two introductions wrong, too
        assert done.stderr == f"{count} problem{'s' * (count > 1)} in {docs}\n"
    place = own[0].removeprefix(f"{page}:").split(":")
    text = after.splitlines() or [""]
    assert 1 <= int(place[0]) <= len(text)
    assert 1 <= int(place[1]) <= len(text[int(place[0]) - 1]) + 1


def test_all_slips_are_reported_at_once(docs: Path) -> None:
    page = docs / "index.md"
    page.write_text(
        page.read_text(encoding="utf-8") + "\n[a][zebra] [b](no.md) [c](glossary/bias.md#no)\n", encoding="utf-8"
    )
    done = run(docs)
    assert [line.split(": ")[1][:4] for line in done.stdout.splitlines()] == ["T001", "L001", "L002"]
    assert done.stderr == f"3 problems in {docs}\n"


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("latin.md", b"Caf\xe9\n", "byte 4 is not UTF-8; save the file as UTF-8"),
    ],
)
def test_an_unreadable_file_is_one_line(name: str, content: bytes, message: str, docs: Path) -> None:
    (docs / name).write_bytes(content)
    done = run(docs)
    assert (done.returncode, done.stdout, done.stderr) == (2, "", f"{docs / name}: {message}\n")


def test_a_file_instead_of_the_folder_is_one_line(docs: Path) -> None:
    done = run(docs / "workflow.md")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == f"{docs / 'workflow.md'}: this is a file; name the folder that it is in\n"


def test_a_missing_folder_is_one_line(tmp_path: Path) -> None:
    done = run(tmp_path / "nowhere")
    assert (done.returncode, done.stderr) == (2, f"{tmp_path / 'nowhere'}: there is no such folder\n")


def test_windows_line_ends_and_a_byte_order_mark_change_nothing(docs: Path) -> None:
    for page in docs.rglob("*.md"):
        text = page.read_text(encoding="utf-8")
        page.write_bytes(b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode())
    done = run(docs)
    assert (done.returncode, done.stdout) == (0, "")


def test_a_slip_never_shows_a_traceback(docs: Path) -> None:
    (docs / "odd.md").write_text(
        "<quiz>\n- [x\n[[\n/// \n[a](<b\n![](\n{ #\n### { # }\n]]</quiz>\n\x00\u2028[", encoding="utf-8"
    )
    done = run(docs)
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
