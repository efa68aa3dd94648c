"""F: the facts of a term, each a label and a colon."""

from __future__ import annotations

import posixpath
import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import lru_cache
from operator import attrgetter

from ...content.glossary import Term
from ...content.guide import Guide
from ...content.inline import Link, fold, plain
from ...content.page import Page
from ...content.personas import personas
from ...content.workflow import PATH as WORKFLOW
from ...content.workflow import stages
from ..problem import Nearest
from .fact_lines import LABELS, FactLine, fact_lines, repeated, wrapped
from .registry import Finding, Found, rule

BEYOND = "not in the study guide"
_NEXT_ENTRY = re.compile(r"\)\s*,\s*(?=\S)")


@lru_cache(maxsize=2)  # several rules ask about one guide
def _facts(guide: Guide) -> tuple[tuple[Page, Term, tuple[FactLine, ...]], ...]:
    facts = ((guide.pages[term.path], term, fact_lines(guide.pages[term.path], term)) for term in guide.terms)
    return tuple((page, term, found) for page, term, found in facts if found)


def _one(guide: Guide, name: str) -> Iterator[tuple[Page, Term, FactLine]]:
    """The fact of a name, of each term that has it under its right label."""
    for page, term, found in _facts(guide):
        for line in found:
            if line.label == name:
                yield page, term, line


def _links(page: Page, line: FactLine) -> list[Link]:
    first, last = (bisect_left(page.links, offset, key=attrgetter("offset")) for offset in (line.start, line.stop))
    return page.links[first:last]


@rule("F001", "an unknown fact", "- Aliases: bias", "- Also called: bias")
def unknown_fact(guide: Guide) -> Found:
    """The card, the index, and the check find a fact by its label, so they miss a label in another spelling."""
    for page, _, found in _facts(guide):
        for line in found:
            if line.label in LABELS and not line.marked:
                continue
            if line.label in LABELS:
                message = f'the label "{line.label}" has marks around it; write "{line.label}:" in plain text'
            elif line.name:
                message = f'no fact is called "{line.label}"; did you mean "{line.name}"?'
            else:
                message = f'no fact is called "{line.label}"; the facts are {", ".join(LABELS)}'
            yield Finding(page.place(line.offset), message, len(line.label))


@rule("F002", "a repeated fact", "- Source: ...\n- Source: ...", "- Source: ...; ...")
def repeated_fact(guide: Guide) -> Found:
    """Only one of two facts with the same label is read; the other is lost."""
    for page, term, found in _facts(guide):
        yield from repeated(page, found, term.name)


@rule("F003", "a fact that runs into the next line", "- Also called: one,\ntwo", "- Also called: one,\n    two")
def wrapped_fact(guide: Guide) -> Found:
    """A line that continues a fact is indented; without the indent its words are lost."""
    for page, _, found in _facts(guide):
        yield from wrapped(page, found)


@rule("F004", "a persona or stage without its link", "- Stage: Train", "- Stage: [Train](../workflow.md#train)")
def fact_without_link(guide: Guide) -> Found:
    """The counts of questions for each persona and stage come from the links of these two facts."""
    people = {name: f"../personas/{id}.md" for id, name in personas(guide).items()}
    steps = {stage.name: f"../{WORKFLOW}#{stage.id}" for stage in stages(guide)}
    for label, known in (("Used by", people), ("Stage", steps)):
        nearest = Nearest(known)
        for page, _, line in _one(guide, label):
            for words in _unlinked(page, line):
                name = nearest.to(words) or next(iter(known), "Name")
                fix = f"write [{name}]({known.get(name, 'its page')})"
                message = (
                    f'"{words}" has no link under "{label}"; {fix}{"" if nearest.to(words) else " or another link"}'
                )
                yield Finding(page.place(line.offset), message, len(line.label))


def _unlinked(page: Page, line: FactLine) -> Iterator[str]:
    """What an author typed between the links of a fact."""
    text, done = [], line.start
    for link in _links(page, line):
        text.append(page.source.text[done : link.offset])
        done = link.end
    text.append(page.source.text[done : line.stop])
    words = [plain(part).strip() for piece in text for part in re.split(r"[,;]", piece)]
    found = [word for word in words if word not in ("", "and")]
    return iter(found or ([] if _links(page, line) else ["nothing"]))


@rule(
    "F005",
    "words that name another persona or stage",
    "[Data Engineer](../personas/mlops-engineer.md)",
    "[MLOps Engineer](../personas/mlops-engineer.md)",
)
def fact_of_two_names(guide: Guide) -> Found:
    """The reader sees the words and the guide follows the link, so both name the same persona or stage."""
    own = {f"personas/{id}.md": name for id, name in personas(guide).items()}
    own |= {f"{WORKFLOW}#{stage.id}": stage.name for stage in stages(guide)}
    for fact in ("Used by", "Stage"):
        for page, _, line in _one(guide, fact):
            for link in _links(page, line):
                name = own.get(_below_docs(page, link.target))
                if name and fold(plain(link.text)) != fold(name):
                    message = f'"{plain(link.text)}" leads to "{name}"; correct the words or the link'
                    yield Finding(page.place(link.offset), message, link.end - link.offset)


@rule(
    "F006",
    "a fact that leads elsewhere",
    "- Stage: [Words](../workflow.md#words)",
    "- Stage: [Train](../workflow.md#train)",
)
def fact_of_wrong_kind(guide: Guide) -> Found:
    """ "Used by" lists personas and "Stage" lists stages. A link to another page or heading counts for neither."""
    people = {f"personas/{id}.md": name for id, name in personas(guide).items()}
    steps = {f"{WORKFLOW}#{stage.id}": stage.name for stage in stages(guide)}
    for fact, known in (("Used by", people), ("Stage", steps)):
        nearest = Nearest(known)
        for page, _, line in _one(guide, fact) if known else ():
            for link in _links(page, line):
                target = _below_docs(page, link.target)
                if target not in known and not (fact == "Stage" and _is_missing(guide, target)):
                    kind = "persona" if fact == "Used by" else "stage"
                    message = f'"{link.target}" is not a {kind}{_hint(nearest, target)}'
                    yield Finding(page.place(link.target_offset), message, len(link.target))


def _below_docs(page: Page, target: str) -> str:
    """The target of a link, with its path from the docs folder on."""
    path, mark, anchor = target.partition("#")
    whole = posixpath.join("/", posixpath.dirname(page.path), path) if path else page.path
    return posixpath.normpath(whole).lstrip("/") + mark + anchor


def _hint(nearest: Nearest, target: str) -> str:
    near = nearest.to(target)
    return f'; did you mean "../{near}"?' if near else ""


def _is_missing(guide: Guide, target: str) -> bool:
    """Whether L001 or L002 reports the link already."""
    path, _, anchor = target.partition("#")
    return path not in guide.pages or (bool(anchor) and anchor not in guide.pages[path].anchors)


@rule(
    "F007",
    "entries with the wrong separator",
    "- Not the same as: a lake (a place), a store (a service)",
    "- Not the same as: a lake (a place); a store (a service)",
)
def wrong_separator(guide: Guide) -> Found:
    """Separate the entries of "Not the same as" with semicolons, and other names with commas."""
    for page, _, line in _one(guide, "Not the same as"):
        for match in _NEXT_ENTRY.finditer(page.source.prose, line.start, line.stop):
            if _depth(page.source.prose[line.start : match.start() + 1]) == 0 and not _in_link(page, match.start()):
                message = 'entries of "Not the same as" are separated by semicolons; write ";" here'
                at = page.source.prose.index(",", match.start())
                yield Finding(page.place(at), message, 1, ";")
    for page, _, line in _one(guide, "Also called"):
        at = page.source.text.find(";", line.start, line.stop)
        if at >= 0:
            message = 'names of "Also called" are separated by commas; write "," here'
            yield Finding(page.place(at), message, 1, ",")


def _depth(text: str) -> int:
    return text.count("(") - text.count(")")


def _in_link(page: Page, offset: int) -> bool:
    return any(link.offset <= offset < link.end for link in page.links)


@rule("F008", "a term without an example", "- Source: ...", "**Example.** The churn team keeps its data at ...")
def term_without_example(guide: Guide) -> Found:
    """A definition distinguishes an idea from others. An example shows how people use it."""
    for page, term, found in _facts(guide):
        body = page.source.text[term.offset : term.stop]
        if term.definition and "**Example.**" not in body:  # T004 reports a term without a definition
            typed = re.search(r"(?im)^[*_]*exam?ples?\b[.:]?[*_]*[.:]?", body)
            hint = f' instead of "{typed[0].strip()}"' if typed else " before its facts"
            place = page.place(term.offset + typed.start() if typed else found[0].offset)
            message = f'"{term.name}" has no example; write a paragraph that begins with "**Example.**"{hint}'
            yield Finding(place, message)


@rule("F009", "an origin of other words", "- Origin: beyond the guide", "- Origin: not in the study guide")
def unknown_origin(guide: Guide) -> Found:
    """Every term that the study guide lacks has the same words under "Origin"."""
    for page, _, line in _one(guide, "Origin"):
        if line.text != BEYOND:
            message = f'the origin is "{line.text}"; write "{BEYOND}", or leave the fact out'
            yield Finding(page.place(line.offset), message, len(line.label))


@rule("F012", "a term that refers to itself", "# Bias\n\nSee [Bias][].", "# Bias\n\nSee [Lineage][].")
def term_of_itself(guide: Guide) -> Found:
    """A link from a term to itself leads nowhere."""
    for page, term, _ in _facts(guide):
        own = (term.path, f"{term.path}#{term.id}")
        for link in page.links:
            if term.offset <= link.offset < term.stop and _below_docs(page, link.target) in own:
                message = f'this link leads to "{term.name}" itself; link another term, or write plain text'
                yield Finding(page.place(link.offset), message, link.end - link.offset, plain(link.text))
        for reference in page.references_between(term.offset, term.stop):
            if guide.term_of(reference) is term:
                message = f'this link leads to "{term.name}" itself; link another term, or write plain text'
                yield Finding(page.place(reference.offset), message, reference.end - reference.offset, reference.text)
