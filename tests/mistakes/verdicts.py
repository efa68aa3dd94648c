"""What the check reports for a mistake, and whether the mistake changes what a reader sees."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path
from random import Random
from typing import Literal

from generated_files import generated_files
from markdown import Markdown
from study.check.problem import Problem
from study.check.rules import check
from study.check.suppressions import without_allowed
from study.content import navigation
from study.content.guide import Guide
from study.content.load import load
from study.content.page import Page
from study.content.quiz_grammar import read
from study.content.source import Source
from study.render.pictures.block import Pictures
from study.render.term_links import TermReferences

from mistakes import Generator, Mistake

Verdict = Literal["in place", "elsewhere", "harmless", "missed"]
DOCS = Path(__file__).parent.parent.parent / "docs"
EXTENSIONS = ["attr_list", "md_in_html", "tables", "toc", "pymdownx.tasklist", "pymdownx.superfences"]
BLOCKS = {"pymdownx.blocks.admonition": ["correction"], "pymdownx.blocks.details": ["answer", "exemplar"]}


@cache
def guide_of_docs() -> Guide:
    return load(DOCS, generated_files)


def texts() -> dict[str, str]:
    """The text of each page, and of the configuration, whose navigation has rules of its own."""
    pages = {page.path: page.source.text for page in guide_of_docs()}
    return {**pages, navigation.PATH: (DOCS / navigation.PATH).read_text(encoding="utf-8")}


def with_mistake(mistake: Mistake) -> Guide:
    """The guide with one mistake; pages that it leaves alone are not read again."""
    whole = guide_of_docs()
    changed = {path: Page(Source(path, text)) for path, text in mistake.changes.items() if path.endswith(".md")}
    entries = whole.entries
    if navigation.PATH in mistake.changes:
        entries = navigation.entries(mistake.changes[navigation.PATH]) or ()
    nav = tuple(entry.target for entry in entries if entry.is_page)
    return replace(whole, pages={**whole.pages, **changed}, nav=nav, entries=entries)


def problems(mistake: Mistake) -> list[Problem]:
    guide = with_mistake(mistake)
    return without_allowed(guide, check(guide))


def verdict(mistake: Mistake) -> Verdict:
    found = problems(mistake)
    if in_place(mistake, found):
        return "in place"
    if not any(_differs(path, text) for path, text in mistake.changes.items()):
        return "harmless"
    return "elsewhere" if found else "missed"


def verdicts(mistakes: Iterable[Mistake]) -> list[tuple[Mistake, Verdict]]:
    """Each mistake with its verdict. Those on different pages are made at once, and alone only if not found so."""
    return [
        (mistake, "in place" if in_place(mistake, found) else verdict(mistake))
        for together in _on_different_pages(mistakes)
        for found in [problems(Mistake("", "", {path: text for one in together for path, text in one.changes.items()}))]
        for mistake in together
    ]


def _on_different_pages(mistakes: Iterable[Mistake]) -> list[list[Mistake]]:
    groups: list[tuple[set[str], list[Mistake]]] = []
    for mistake in mistakes:
        free = next((group for group in groups if group[0].isdisjoint(mistake.changes)), None)
        if free is None:
            groups.append(free := (set(), []))
        free[0].update(mistake.changes)
        free[1].append(mistake)
    return [group for _, group in groups]


def in_place(mistake: Mistake, found: Iterable[Problem]) -> bool:
    return any(problem.place.line in mistake.lines.get(problem.place.path, ()) for problem in found)


def _differs(path: str, text: str) -> bool:
    if path not in guide_of_docs().pages:  # the configuration
        return True
    return shown(Page(Source(path, text))) != shown(guide_of_docs().pages[path])


def shown(page: Page) -> str:
    """The HTML of a page, its quizzes as mkdocs-quiz reads them."""
    pieces, done = [], 0
    body = page.source.body
    for quiz in (quiz for quiz in page.quizzes if quiz.closed):
        parts = read(body[quiz.start : quiz.stop], quiz.start)
        pieces += [body[done : quiz.offset], "\n\n<!-- quiz -->\n\n"]
        for lines in (parts.text, *(option.reason for option in parts.options), parts.explanation):
            pieces.append("\n".join(line.text for line in lines) + "\n\n<!-- -->\n\n")
        pieces += [f"{option.mark or ' '} {option.text.strip()}\n\n<!-- -->\n\n" for option in parts.options]
        done = quiz.end
    return _markdown().reset().convert("".join([*pieces, body[done:]]))


@cache
def _markdown() -> Markdown:
    types = {name: {"types": [{"name": type} for type in names]} for name, names in BLOCKS.items()}
    types["pymdownx.blocks.admonition"] = {"types": BLOCKS["pymdownx.blocks.admonition"]}
    terms = TermReferences(guide_of_docs().by_name)
    return Markdown(extensions=[*EXTENSIONS, *BLOCKS, Pictures(), terms], extension_configs=types)


def sample(generators: tuple[Generator, ...], each: int, seed: int) -> Iterator[Mistake]:
    """So many mistakes of each generator, the same for the same seed."""
    docs = texts()
    for index, generate in enumerate(generators):
        dice = Random(f"{seed}-{index}")
        for count, mistake in enumerate(generate(docs, dice)):
            if count == each:
                break
            yield mistake
