"""Compare build time, and the time from saving a page until it is served, with the same pages in plain Material.

The plain site has the same pages, Markdown extensions, search, and quizzes, but no hooks and no overrides. The
difference is the cost of our term references, checks, backlinks, and so on. "wrong" is our build with only wrong
references; its problems are formatted and discarded. "abbr" appends all definitions to each page, as Python-Markdown's
extension needs them; "ezglossary" is the MkDocs plugin of that name, if it is installed. The builds of a line take
turns in one process and are measured in processor seconds. "save to served" is wall-clock time, with `mkdocs serve` in
its own process.
"""

from __future__ import annotations

import argparse
import logging
import os
import posixpath
import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.utils.yaml import yaml_load
from serve_time import saved_to_served
from study.check import coverage, explain
from study.content.guide import Guide
from study.content.inline import Reference
from study.content.load import load

ROOT = Path(__file__).parent.parent
SIZES = [(22, 50), (1000, 200), (5000, 200)]  # terms, pages
PEERS = [(22, 50), (200, 50)]  # with more, abbr takes minutes: it looks for each term in each text
TURNS = 5


@dataclass(frozen=True)
class Variant:
    """A way to build the same pages: its folder of pages, and what differs from our settings."""

    name: str
    docs: Path
    settings: dict[str, Any] = field(default_factory=dict)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--turns", type=int, default=TURNS, help=f"builds of each kind (default: {TURNS})")
    turns = parser.parse_args().turns
    _log_to_nowhere()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        this_site = [Variant("ours", ROOT / "docs"), _plain(ROOT / "docs", folder / "plain")]
        _report("this site", this_site, turns)
        _print_line("save to served", this_site, [_served(variant, folder, turns) for variant in this_site])
        for terms, pages in SIZES:
            _report(f"{terms} terms, {pages} pages", list(_ours(folder, terms, pages)), turns)
        for terms, pages in PEERS:
            _report(f"{terms} terms, {pages} pages", list(_peers(folder, terms, pages)), turns)
    return 0


def _log_to_nowhere() -> None:
    """Format problems as a build does, and discard them."""
    logging.getLogger("mkdocs").addHandler(logging.FileHandler(os.devnull))


def _served(variant: Variant, folder: Path, turns: int) -> float:
    docs = Path(shutil.copytree(variant.docs, folder / f"served-{variant.name}"))
    return saved_to_served(docs, variant.settings, turns)


def _report(label: str, variants: list[Variant], turns: int) -> None:
    _print_line(label, variants, _race(variants, turns))


def _print_line(label: str, variants: list[Variant], seconds: list[float]) -> None:
    """One line: the seconds of each variant, and its ratio to the plain one."""
    plain = next(taken for variant, taken in zip(variants, seconds, strict=True) if variant.name == "plain")
    shown = (
        f"{variant.name} {taken:.2f}s" + (f" ({taken / plain:.2f})" if variant.name != "plain" else "")
        for variant, taken in zip(variants, seconds, strict=True)
    )
    print(f"{label:>24}: {', '.join(shown)}", flush=True)


def _ours(folder: Path, terms: int, pages: int) -> Iterator[Variant]:
    docs = _synthetic(folder / f"{terms}-{pages}", terms, pages)
    yield Variant("ours", docs)
    yield Variant("wrong", _synthetic(folder / f"wrong-{terms}-{pages}", terms, pages, reference="trem"))
    yield _plain(docs, folder / f"plain-{terms}-{pages}")


def _peers(folder: Path, terms: int, pages: int) -> Iterator[Variant]:
    docs = folder / f"peers-{terms}-{pages}"
    yield Variant("ours", _synthetic(docs, terms, pages))
    yield _plain(docs, docs.with_name(f"plain-{docs.name}"))
    yield _abbr(docs, docs.with_name(f"abbr-{docs.name}"))
    if find_spec("mkdocs_ezglossary_plugin"):
        yield _ezglossary(docs, docs.with_name(f"ezglossary-{docs.name}"))


def _synthetic(folder: Path, terms: int, pages: int, reference: str = "term") -> Path:
    """Terms and pages of 20 paragraphs, each with one reference, to as many terms as possible."""
    (folder / "glossary").mkdir(parents=True)
    (folder / "glossary" / "index.md").write_text("# Glossary\n\nAll terms.\n", encoding="utf-8")
    for n in range(terms):
        text = (
            f"# Term {n:05} {{ #term-{n} }}\n\n"
            f"The definition of term number {n}, unlike [{reference} {(n + 1) % terms:05}][].\n"
        )
        (folder / "glossary" / f"term-{n}.md").write_text(text, encoding="utf-8")
    for page in range(pages):
        used = (
            f"Some words before [{reference} {(page * 20 + n) % terms:05}][] and some words after it.\n"
            for n in range(20)
        )
        text = f"# Page {page}\n\n" + "\n".join(used)
        (folder / ("index.md" if page == 0 else f"page-{page}.md")).write_text(text, encoding="utf-8")
    return folder


def _plain(docs: Path, copy: Path) -> Variant:
    """The docs with ordinary links in place of references, and with the pages that the hooks generate."""
    guide = load(docs)
    _copy(docs, copy, guide, lambda path, reference: _link(guide, path, reference))
    (copy / "check.md").write_text(explain.as_markdown(), encoding="utf-8")
    (copy / "coverage.md").write_text(coverage.as_markdown(guide), encoding="utf-8")
    return Variant("plain", copy, {"hooks": [], "theme": _theme()})


def _abbr(docs: Path, copy: Path) -> Variant:
    """The docs with bare words in place of references, and all definitions below each page."""
    guide = load(docs)
    _copy(docs, copy, guide, lambda _, reference: reference.text.capitalize())
    definitions = "\n".join(f"*[{term.name}]: {term.definition}" for term in guide.terms)
    for page in guide:
        path = copy / page.path
        path.write_text(f"{path.read_text(encoding='utf-8')}\n{definitions}\n", encoding="utf-8")
    return Variant("abbr", copy, {"hooks": [], "theme": _theme(), "markdown_extensions": ["abbr", "attr_list"]})


def _ezglossary(docs: Path, copy: Path) -> Variant:
    """The docs in the syntax of that plugin: a definition list, and references in angle brackets."""
    guide = load(docs)
    _copy(docs, copy, guide, lambda _, reference: f"<term:{reference.text.capitalize()}>")
    entries = (f"term:{term.name}\n:   {term.definition}\n" for term in guide.terms)
    (copy / "glossary" / "index.md").write_text("# Glossary\n\n" + "\n".join(entries), encoding="utf-8")
    settings = {
        "hooks": [],
        "theme": _theme(),
        "plugins": ["search", "ezglossary"],
        "markdown_extensions": ["def_list"],
    }
    return Variant("ezglossary", copy, settings)


def _copy(docs: Path, copy: Path, guide: Guide, link: Callable[[str, Reference], str]) -> None:
    shutil.copytree(docs, copy)
    for page in guide:
        text = page.source.text
        for reference in reversed(page.references):
            text = text[: reference.offset] + link(page.path, reference) + text[reference.end :]
        if page.quizzes:
            text = f"---\nquiz: {{enabled: true}}\n---\n{text}"
        (copy / page.path).write_text(text, encoding="utf-8")


def _link(guide: Guide, path: str, reference: Reference) -> str:
    term = guide.term_of(reference)
    if term is None:
        return reference.text
    return f"[{reference.text}]({posixpath.relpath(term.path, posixpath.dirname(path) or '.')})"


def _race(variants: list[Variant], turns: int) -> list[float]:
    """Median processor seconds of each variant, on which other programs have less influence than on wall-clock time."""
    taken: list[list[float]] = [[] for _ in variants]
    with tempfile.TemporaryDirectory() as site:
        for _ in range(turns + 1):
            for variant, seconds in zip(variants, taken, strict=True):
                start = time.process_time()
                _build(variant, site)
                seconds.append(time.process_time() - start)
    return [statistics.median(seconds[1:]) for seconds in taken]  # the first turn warms up


def _build(variant: Variant, site: str) -> None:
    config = load_config(str(ROOT / "mkdocs.yml"), docs_dir=str(variant.docs), site_dir=site, **variant.settings)
    config["nav"] = None
    config.plugins.on_startup(command="build", dirty=False)
    build(config)


def _theme() -> dict[str, object]:
    """The configured theme, without our templates."""
    with (ROOT / "mkdocs.yml").open(encoding="utf-8") as file:
        theme = yaml_load(file)["theme"]
    return {key: value for key, value in theme.items() if key != "custom_dir"}


if __name__ == "__main__":
    sys.exit(main())
