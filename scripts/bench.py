"""Build time beside the same pages in plain Material with ordinary links, as ratios in one run.

The plain site has the same pages, Markdown extensions, search and quizzes, but neither hooks nor overrides: what it
takes longer here is what term references, checks, backlinks and the rest cost. Both are built by turns in one
process.
"""

from __future__ import annotations

import argparse
import logging
import posixpath
import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.utils.yaml import yaml_load
from study import codes, coverage
from study.folder import load
from study.guide import Guide
from study.inline import Reference

ROOT = Path(__file__).parent.parent
SIZES = [(22, 50), (1000, 200), (5000, 200)]  # terms, pages
TURNS = 5


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--turns", type=int, default=TURNS, help=f"builds of each kind (default: {TURNS})")
    turns = parser.parse_args().turns
    logging.disable(logging.WARNING)
    print(f"{'site':>24} {'ours':>9} {'plain':>9} {'ratio':>6}")
    with tempfile.TemporaryDirectory() as name:
        for label, docs in _sites(Path(name)):
            ours, plain = _race(docs, _plain(docs, load(docs)), turns)
            print(f"{label:>24} {ours:8.2f}s {plain:8.2f}s {ours / plain:6.2f}", flush=True)
    return 0


def _sites(folder: Path) -> Iterator[tuple[str, Path]]:
    yield "this site", ROOT / "docs"
    for terms, pages in SIZES:
        yield f"{terms} terms, {pages} pages", _synthetic(folder / f"{terms}-{pages}", terms, pages)


def _synthetic(folder: Path, terms: int, pages: int) -> Path:
    """A glossary and pages of 20 paragraphs, each with one reference; every term is used where there is room."""
    folder.mkdir()
    entries = (
        f"### Term {n:05} {{ #term-{n} }}\n\nThe definition of term number {n}, unlike [term {(n + 1) % terms:05}][].\n"
        for n in range(terms)
    )
    (folder / "glossary.md").write_text("# Glossary\n\n## Terms\n\n" + "\n".join(entries), encoding="utf-8")
    for page in range(pages):
        used = (
            f"Some words before [term {(page * 20 + n) % terms:05}][] and some words after it.\n" for n in range(20)
        )
        text = f"# Page {page}\n\n" + "\n".join(used)
        (folder / ("index.md" if page == 0 else f"page-{page}.md")).write_text(text, encoding="utf-8")
    return folder


def _plain(docs: Path, guide: Guide) -> Path:
    """A copy of the docs with ordinary links in place of references, and with the pages that the hooks generate."""
    copy = Path(shutil.copytree(docs, docs.parent / f"plain-{docs.name}" if docs.parent != ROOT else _fresh()))
    for page in guide:
        text = page.source.text
        for reference in reversed(page.references):
            text = text[: reference.offset] + _link(guide, page.path, reference) + text[reference.end :]
        if page.quizzes:
            text = f"---\nquiz: {{enabled: true}}\n---\n{text}"
        (copy / page.path).write_text(text, encoding="utf-8")
    (copy / "check.md").write_text(codes.as_markdown(), encoding="utf-8")
    (copy / "coverage.md").write_text(coverage.as_markdown(guide), encoding="utf-8")
    return copy


def _fresh() -> Path:
    return Path(tempfile.mkdtemp(prefix="bench-")) / "docs"


def _link(guide: Guide, path: str, reference: Reference) -> str:
    term = guide.term_of(reference)
    glossary = posixpath.relpath("glossary.md", posixpath.dirname(path) or ".")
    return f"[{reference.text}]({glossary}#{term.id})" if term else reference.text


def _race(docs: Path, plain: Path, turns: int) -> tuple[float, float]:
    """Median seconds of our build and of the plain one."""
    ours: list[float] = []
    theirs: list[float] = []
    with tempfile.TemporaryDirectory() as site:
        for _ in range(turns + 1):
            ours.append(_seconds(lambda: _build(docs, site, plain=False)))
            theirs.append(_seconds(lambda: _build(plain, site, plain=True)))
    return statistics.median(ours[1:]), statistics.median(theirs[1:])  # the first turn warms up


def _seconds(run: Callable[[], None]) -> float:
    start = time.perf_counter()
    run()
    return time.perf_counter() - start


def _build(docs: Path, site: str, *, plain: bool) -> None:
    settings: dict[str, Any] = {"hooks": [], "theme": _theme()} if plain else {}
    config = load_config(str(ROOT / "mkdocs.yml"), docs_dir=str(docs), site_dir=site, **settings)
    config["nav"] = None
    config.plugins.on_startup(command="build", dirty=False)
    build(config)


def _theme() -> dict[str, object]:
    """The theme as it is configured, without our templates."""
    with (ROOT / "mkdocs.yml").open(encoding="utf-8") as file:
        theme = yaml_load(file)["theme"]
    return {key: value for key, value in theme.items() if key != "custom_dir"}


if __name__ == "__main__":
    sys.exit(main())
