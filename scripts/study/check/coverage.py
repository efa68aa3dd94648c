"""How often each term, persona, and stage occurs in pages, questions, and essays."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from ..content.glossary import Term
from ..content.guide import Guide
from ..content.inline import Reference
from ..content.workflow import stages

COLUMNS = ("definition", "pages", "interactive", "short answer", "essay")


@dataclass(frozen=True, slots=True)
class Coverage:
    """How often each term is linked, by term id and column, and how many questions touch each persona and stage."""

    terms: dict[str, Counter[str]]
    personas: Counter[str]
    stages: Counter[str]


@lru_cache(maxsize=2)  # for the check and for the page of one build
def coverage(guide: Guide) -> Coverage:
    """Count. A question counts for a persona or stage that it links, or that the facts of one of its terms name."""
    counts: dict[str, Counter[str]] = {term.id: Counter(definition=bool(term.definition)) for term in guide.terms}
    personas: Counter[str] = Counter()
    asked: Counter[str] = Counter()
    for column, references in _linked(guide):
        terms = {term for reference in references if (term := guide.term_of(reference))}
        for term in terms:
            counts[term.id][column] += 1
        if column in ("interactive", "short answer"):
            personas.update({persona for term in terms for persona in term.personas})
            asked.update({stage for term in terms for stage in term.stages})
    return Coverage(counts, personas, asked)


def _linked(guide: Guide) -> Iterator[tuple[str, Iterable[Reference]]]:
    for page in guide:
        yield "pages", page.references
    for question in guide.questions:
        yield "interactive", guide.references_of(question)
    for answer in guide.short_answers:
        yield "short answer", guide.references_of(answer)
    for prompt in guide.prompts:
        yield "essay", guide.pages[prompt.path].references


def matrix(guide: Guide) -> list[list[str]]:
    """The table's rows, its head first."""
    found = coverage(guide)
    return [["term", *COLUMNS], *(_row(term, found) for term in guide.terms)]


def totals(guide: Guide) -> list[tuple[str, str, int]]:
    """Kind, name and number of questions, for each persona and each stage."""
    found = coverage(guide)
    personas = dict.fromkeys(persona for term in guide.terms for persona in term.personas)
    names = {term.id: term.name for term in guide.terms}
    return [
        *(("persona", names.get(persona, persona), found.personas[persona]) for persona in sorted(personas)),
        *(("stage", stage.name, found.stages[stage.id]) for stage in stages(guide)),
    ]


def _row(term: Term, found: Coverage) -> list[str]:
    counts = found.terms[term.id]
    return [term.name, "yes" if counts["definition"] else "no", *(str(counts[column]) for column in COLUMNS[1:])]


def as_text(guide: Guide) -> str:
    rows = matrix(guide)
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    lines = ["  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows]
    lines += ["", *(f"{kind:8} {name:20} {count} questions" for kind, name, count in totals(guide))]
    return "\n".join(lines) + "\n"


def as_markdown(guide: Guide) -> str:
    """The same matrix as a page."""
    files = {term.name: term.path for term in guide.terms}
    head, *rows = matrix(guide)
    lines = [
        "# Coverage",
        "",
        "Which terms are linked and asked about, and how often. Each build updates the numbers.",
        "",
        "## Terms { #terms }",
        "",
        "| Term | Defined | Pages | Interactive | Short answers | Essays |",
        "|" + " --- |" * len(head),
        *(f"| [{row[0]}]({files[row[0]]}) | {' | '.join(row[1:])} |" for row in rows),
        "",
        "## Personas and stages { #personas-and-stages }",
        "",
        "A question counts where one of its terms belongs to the persona or the stage.",
        "",
        "| Kind | Name | Questions |",
        "| --- | --- | --- |",
        *(f"| {kind} | {name} | {count} |" for kind, name, count in totals(guide)),
    ]
    return "\n".join(lines) + "\n"
