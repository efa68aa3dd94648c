"""The export command: what it writes, when it refuses to, and that the same guide gives the same bytes."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from pathlib import Path

import pytest
from cases import term_files
from markdown import markdown
from nasty import GLOSSARY
from sites import ROOT, build_site, write
from study.content.git import changed_at
from study.exports import NAMES
from study.site.unavailable_files import UnavailableFiles

EXPORT = ROOT / "scripts" / "export.py"
QUIZ = "# Q\n\n## Q {{ #q }}\n\n### Why? {{ #why }}\n\n<quiz>\nWhy?\n- [x] Yes\n> It is.\n- [ ] No\n> It is not.\n\nSo [lineage][], unlike the [feature store][].\n</quiz>\n{}"
SOUND = {
    "index.md": "# Home\n\nSee [lineage][] and the [feature store][].\n",
    "glossary/feature-store.md": "# Feature Store { #feature-store }\n\nA store, unlike [lineage][].\n",
    "glossary/lineage.md": "# Lineage { #lineage }\n\nHistory, unlike the [feature store][].\n",
}


def run(docs: Path | str, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(EXPORT), str(docs), *arguments]
    own = {**os.environ, "SITE_URL": "", **environment}
    return subprocess.run(command, capture_output=True, text=True, cwd=ROOT, env=own)


@pytest.fixture
def docs(tmp_path: Path) -> Path:
    return write(tmp_path / "docs", SOUND)


def bytes_of(folder: Path) -> dict[str, str]:
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in sorted(folder.iterdir())}


def test_the_real_guide_is_exported_whole(tmp_path: Path) -> None:
    done = run("docs", "--to", str(tmp_path / "out"))
    assert (done.returncode, done.stderr) == (0, "")
    assert sorted(bytes_of(tmp_path / "out")) == sorted(NAMES)
    lines = done.stdout.splitlines()
    assert [line.split("  ")[0] for line in lines] == [str(tmp_path / "out" / name) for name in NAMES]
    assert all(line.endswith(" kB") for line in lines)


def test_the_same_guide_gives_the_same_bytes_in_every_process(tmp_path: Path) -> None:
    for seed in ("1", "2"):
        run("docs", "--to", str(tmp_path / seed), PYTHONHASHSEED=seed, TZ=f"UTC+{seed}", LC_ALL="C")
    assert bytes_of(tmp_path / "1") == bytes_of(tmp_path / "2")


def test_links_need_an_address(docs: Path, tmp_path: Path) -> None:
    terms = tmp_path / "out" / "terms.csv"
    run(docs, "--to", str(terms.parent))
    assert "http" not in terms.read_text(encoding="utf-8")
    run(docs, "--to", str(terms.parent), SITE_URL="https://example.org/study")
    assert "https://example.org/study/glossary/lineage/" in terms.read_text(encoding="utf-8")
    run(docs, "--to", str(terms.parent), "--site-url", "https://example.com/", SITE_URL="https://example.org/")
    assert "https://example.com/glossary/lineage/" in terms.read_text(encoding="utf-8")


@pytest.mark.parametrize("address", ["example.org", "ftp://example.org", "https://", "http://[", "javascript:x"])
def test_what_is_no_address_is_one_line(docs: Path, address: str) -> None:
    done = run(docs, "--site-url", address)
    assert done.returncode == 2
    assert f'"{address}" is not an address; write for example https://example.org/study/' in done.stderr
    assert "Traceback" not in done.stderr


def test_a_guide_with_problems_is_refused(docs: Path, tmp_path: Path) -> None:
    (docs / "index.md").write_text("# Home\n\n[zebra][] [lineage][] [feature store][]\n", encoding="utf-8")
    done = run(docs, "--to", str(tmp_path / "out"))
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == f"{docs}: 1 problem; run make check, which names them\n"
    assert not (tmp_path / "out").exists()


def test_a_question_without_an_id_is_told_even_where_it_is_allowed(tmp_path: Path) -> None:
    allowed = "\n<!-- check: allow Q006 it is a sample -->\n<quiz>\nWhat?\n- [x] It\n> It is.\n- [ ] Not\n> It differs.\n\nSo [lineage][].\n</quiz>\n"
    docs = write(tmp_path / "docs", {**SOUND, "quiz.md": QUIZ.format(allowed)})
    done = run(docs, "--to", str(tmp_path / "out"))
    reason = "not exported, for it has no heading of its own with an id; write ### Title { #its-id } above it"
    assert (done.returncode, done.stderr) == (0, f"{docs}/quiz.md:18:1: {reason}\n")
    assert (tmp_path / "out" / "questions.gift.txt").read_text(encoding="utf-8").count("::[html]") == 1


def test_a_missing_folder_is_one_line(tmp_path: Path) -> None:
    done = run(tmp_path / "nowhere")
    assert (done.returncode, done.stderr) == (2, f"{tmp_path / 'nowhere'}: there is no such folder\n")


def test_an_unreadable_page_is_one_line(docs: Path) -> None:
    (docs / "latin.md").write_bytes(b"Caf\xe9\n")
    done = run(docs)
    assert (done.returncode, done.stderr) == (2, f"{docs / 'latin.md'}: byte 4 is not UTF-8; save the file as UTF-8\n")


def test_a_folder_that_is_a_file_is_one_line(docs: Path, tmp_path: Path) -> None:
    (tmp_path / "out").write_text("", encoding="utf-8")
    for target in (tmp_path / "out", tmp_path / "out" / "below"):
        done = run(docs, "--to", str(target))
        assert (done.returncode, done.stdout, len(done.stderr.splitlines())) == (2, "", 1)
        assert done.stderr.startswith(str(target))


def test_a_file_that_cannot_be_written_is_one_line_and_leaves_nothing_half(docs: Path, tmp_path: Path) -> None:
    (tmp_path / "out" / NAMES[1]).mkdir(parents=True)
    done = run(docs, "--to", str(tmp_path / "out"))
    assert (done.returncode, done.stderr) == (2, f"{tmp_path / 'out' / NAMES[1]}: Is a directory\n")
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == sorted(NAMES[:2])


def test_the_time_is_that_of_the_commit(tmp_path: Path) -> None:
    docs = write(tmp_path / "docs", SOUND)
    for page in docs.rglob("*.md"):
        os.utime(page, (5000, 5000))
    assert changed_at(docs, {}) == 5000  # no git
    who = ["-c", "user.name=a", "-c", "user.email=b"]
    dated = {**os.environ, "GIT_COMMITTER_DATE": "1700000000 +0200"}
    for command in (["init", "-q"], ["add", "."], [*who, "commit", "-q", "-m", "x"]):
        subprocess.run(["git", *command], cwd=tmp_path, check=True, env=dated)
    assert changed_at(docs, {}) == 1_700_000_000
    assert changed_at(docs, {"SOURCE_DATE_EPOCH": "42"}) == 42


def test_the_site_offers_the_same_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SITE_URL", "https://example.org/study/")
    links = " ".join(f"[x](exports/{name})" for name in NAMES)
    docs = write(tmp_path / "docs", {**SOUND, "exports.md": f"# Take away\n\n{links}\n"})
    assert build_site(docs, tmp_path / "site") == []
    run(docs, "--to", str(tmp_path / "out"), SITE_URL="https://example.org/study/")
    built = bytes_of(tmp_path / "out")
    assert {
        name: hashlib.sha256((tmp_path / "site" / "exports" / name).read_bytes()).hexdigest() for name in NAMES
    } == built


def test_a_site_without_the_page_has_no_exports(tmp_path: Path) -> None:
    assert build_site(write(tmp_path / "docs", SOUND), tmp_path / "site") == []
    assert not (tmp_path / "site" / "exports").exists()


def test_a_guide_with_any_problem_still_builds(tmp_path: Path) -> None:
    odd = "### A\n\n<quiz>\n- [x\n[[\n]]</quiz>\n\n<quiz>\nx\n- [y] z\n</quiz>\n\n### B { #b }\n\n<quiz>\nx [[ ]]\n</quiz>\n"
    pages = {"exports.md": odd, **term_files(GLOSSARY), "workflow.md": "### T { #t }\n\n- Owner:\n"}
    docs = write(tmp_path / "docs", pages)
    build_site(docs, tmp_path / "site")
    assert (tmp_path / "site" / "exports" / "guide.json").exists()


def test_a_file_that_is_not_made_is_not_offered() -> None:
    page = "- Some\n- [The zip](exports/site.zip)\n\n| A | B |\n| - | - |\n| x | [y](a.pdf) |\n"
    html = markdown(page, extensions=["tables", UnavailableFiles(["exports/site.zip", "a.pdf"])])
    assert "Some" in html and "<th>A</th>" in html
    assert "zip" not in html and "pdf" not in html and "<th>B</th>" not in html


def test_a_copy_leads_to_the_files_of_its_site_or_says_their_names() -> None:
    page = "[Deck](exports/cards.apkg) and [page](a.md)\n"
    known = UnavailableFiles(elsewhere={"exports/cards.apkg": "https://example.org/study/exports/cards.apkg"})
    assert 'href="https://example.org/study/exports/cards.apkg"' in markdown(page, extensions=[known])
    unknown = markdown(page, extensions=[UnavailableFiles(elsewhere={"exports/cards.apkg": ""})])
    assert unknown == '<p><span>Deck</span> and <a href="a.md">page</a></p>'
