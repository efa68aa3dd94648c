"""T: terms and the references to them."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from itertools import pairwise

from ...content import glossary
from ...content.backlinks import uses
from ...content.glossary import Term
from ...content.guide import Guide
from ...content.inline import Reference, fold
from ...content.page import Page
from ..mentions import Mention, Mentions
from ..near_references import near_references
from ..problem import Nearest
from .registry import Finding, Found, rule

LONGEST = 320  # characters: what a card on a phone shows without scrolling
OFTEN = 3  # links to one term in one section; more of them do not help a reader
FACTS = ("Also called", "Origin", "Used by", "Stage", "Not the same as", "Source")
_LEANING = re.compile(r"(?:It|This|That|These|Those|They|He|She|Here|There)\b")


@rule("T001", "a reference to no term", "See [linage][].", "See [lineage][].")
def unknown_term(guide: Guide) -> Found:
    """A reference that neither the glossary nor its page defines stays plain brackets on the page."""
    nearest = Nearest(name for term in guide.terms for name in term.names)
    for page in guide:
        for reference in page.references:
            if guide.term_of(reference) is None:
                typed = " ".join(reference.typed.split())
                hint = nearest.hint(typed, "[{}][]" if reference.collapsed else "{}")
                yield _at(page, reference, f'no term is called "{typed}"{hint}')


@rule("T002", "two terms with the same name", "# Bias    in two files", "# Bias    in one file")
def duplicate_term(guide: Guide) -> Found:
    """If two terms have the same name, a reference could mean either one."""
    first: dict[str, Term] = {}
    for term in guide.terms:
        other = first.setdefault(fold(term.name), term)
        if other is not term:
            yield Finding(term.place, f'the term "{term.name}" is already in {other.path}; merge the two')


@rule("T003", "an alias that belongs to another term", "- Also called: Bias", "- Also called: ML lineage")
def alias_of_two(guide: Guide) -> Found:
    """If an alias is also another term's name or alias, a reference could mean either one."""
    owners: dict[str, list[Term]] = defaultdict(list)
    for term in guide.terms:
        owners[fold(term.name)].append(term)
    for term in guide.terms:
        for alias in term.aliases if guide.owns_name(term) else ():  # T002 reports the other
            others = [other for other in owners[fold(alias)] if other is not term]
            if others:
                message = f'"{term.name}" lists the alias "{alias}", which belongs to "{others[0].name}"'
                yield Finding(term.place, message)
            elif term in owners[fold(alias)]:
                yield Finding(term.place, f'"{term.name}" lists "{alias}" twice; once is enough')
            owners[fold(alias)].append(term)


@rule(
    "T004",
    "a term without a definition",
    "# Lineage { #lineage }\n\n- Also called: ...",
    "The recorded history of a model.",
)
def term_without_definition(guide: Guide) -> Found:
    """The paragraph right below a term's heading is its definition: in the card, on flashcards, in handouts."""
    for term in guide.terms:
        if not term.definition:
            message = f'the term "{term.name}" has no definition; write a paragraph right below its heading'
            yield Finding(term.place, message)


@rule("T005", "a term that no page refers to", "# Zebra    and no [Zebra][]", "See [Zebra][].")
def unused_term(guide: Guide) -> Found:
    """Readers never come across a term that no page links."""
    others = (page for page in guide if not glossary.is_glossary(page.path))
    used = {term.id for page in others for term in guide.terms_of(page)}
    for term in guide.terms:
        if term.id not in used and guide.owns_name(term):
            message = f'no page refers to the term "{term.name}"; link it where it is used: [{term.name}][]'
            yield Finding(term.place, message)


@rule("T006", "a first mention that is not linked", "The lineage of a model.", "The [lineage][] of a model.")
def unlinked_first_mention(guide: Guide) -> Found:
    """Readers who see a term for the first time on a page can open its definition right there."""
    mentions = Mentions(guide)
    for page in guide:
        if glossary.is_glossary(page.path):
            continue
        near = (guide.by_name.get(one.label) for one in near_references(guide).get(page.path, ()))  # T015
        linked: dict[str, int] = {term.id: 0 for term in near if term}
        for reference in page.references:
            if term := guide.term_of(reference):
                linked.setdefault(term.id, reference.offset)
        for mention in mentions.of(page):
            if linked.get(mention.term.id, len(page.source.text)) > mention.offset:
                yield _unlinked(page, mention)
                linked[mention.term.id] = mention.offset


def _unlinked(page: Page, mention: Mention) -> Finding:
    known = {fold(name) for name in mention.term.names}
    text = mention.text
    link = f"[{text}][]" if fold(text) in known else f"[{text}][{mention.term.name}]"
    shown = " ".join(text.split())
    message = f'the first mention of "{shown}" on this page is not linked; write {" ".join(link.split())}'
    return Finding(page.place(mention.offset), message, len(text), link)


@rule("T007", "a term linked again and again", "[bias][] and [bias][] and [bias][] and [bias][]", "[bias][] and bias")
def linked_too_often(guide: Guide) -> Found:
    """A page full of dotted words is hard to read. One link in a section is enough to find the definition."""
    for page in guide:
        counts: Counter[tuple[int, str]] = Counter()
        for reference in page.references:
            term, heading = guide.term_of(reference), page.heading_of(reference.offset)
            if term is None or _in_table(page, reference) or _in_quiz(page, reference):
                continue
            key = (heading.offset if heading else 0, term.id)
            counts[key] += 1
            if counts[key] > OFTEN:
                message = f'"{term.name}" is linked more than {OFTEN} times in this section; leave plain text here'
                yield _at(page, reference, message, reference.text)


def _in_table(page: Page, reference: Reference) -> bool:
    line = page.source.text.rfind("\n", 0, reference.offset) + 1
    return page.source.text[line : line + 1] == "|"


def _in_quiz(page: Page, reference: Reference) -> bool:
    return any(quiz.start <= reference.offset < quiz.stop for quiz in page.quizzes)


@rule("T008", "a term that no other term links", "# Zebra    and no term links it", "A horse, unlike a [Zebra][].")
def island(guide: Guide) -> Found:
    """Terms are easier to learn together. A term that no other term mentions is learned alone."""
    found = uses(guide)
    for term in guide.terms:
        if len(guide.terms) > 1 and guide.owns_name(term) and not (term.id in found and found[term.id].terms):
            message = f'no other term links "{term.name}"; link it from a related term, such as under "Not the same as"'
            yield Finding(term.place, message)


@rule(
    "T009", "a definition too long for a card", "A definition of 400 characters.", "Its core, in one or two sentences."
)
def long_definition(guide: Guide) -> Found:
    """A card covers the text with the definition, so put longer text in the explanation below it."""
    for term in guide.terms:
        if len(term.definition) > LONGEST:
            message = (
                f'the definition of "{term.name}" has {len(term.definition)} characters, and a card fits {LONGEST}; '
                "move part of it to the next paragraph"
            )
            yield Finding(term.place, message)


@rule("T010", "a definition that depends on its heading", "It records the history.", "The recorded history of a model.")
def leaning_definition(guide: Guide) -> Found:
    """A card or handout shows the definition without its heading, so "It" has no meaning there."""
    for term in guide.terms:
        if leaning := _LEANING.match(term.definition):
            message = f'the definition of "{term.name}" begins with "{leaning[0]}"; say what the term is'
            yield Finding(term.place, message)


@rule("T011", "a list of facts out of order", "- Source: ...\n- Used by: ...", "- Used by: ...\n- Source: ...")
def facts_out_of_order(guide: Guide) -> Found:
    """Facts have the same order in all terms, so readers find them. "Also called" and "Origin" are optional."""
    for term in guide.terms:
        labels = [label for label in term.facts if label in FACTS]
        missing = [label for label in FACTS[2:] if label not in term.facts]
        if missing and term.facts:
            yield Finding(
                term.place, f'the facts of "{term.name}" have no "{missing[0]}"; the order is {", ".join(FACTS)}'
            )
        elif labels != sorted(labels, key=FACTS.index):
            message = f'the facts of "{term.name}" are out of order; the order is {", ".join(FACTS)}'
            text, scope = _ordered_facts(guide.pages[term.path], term)
            yield Finding(term.place, message, replacement=text, scope=scope)


def _ordered_facts(page: Page, term: Term) -> tuple[str | None, tuple[int, int] | None]:
    """The list in its order, if its lines are next to each other."""
    facts = [fact for fact in glossary.FACT.finditer(page.source.text, term.offset, term.stop) if fact[1] in FACTS]
    together = all(one.end() + 1 == two.start() for one, two in pairwise(facts))
    if not together or len({fact[1] for fact in facts}) < len(facts):
        return None, None
    ordered = sorted(facts, key=lambda fact: FACTS.index(fact[1]))
    return "\n".join(fact[0] for fact in ordered), (facts[0].start(), facts[-1].end())


@rule(
    "T013",
    "a term that no question asks about",
    "# Zebra    and no <quiz> links [Zebra][]",
    "> A [Zebra][] has stripes.",
)
def unasked_term(guide: Guide) -> Found:
    """Learners remember the terms that questions ask about, so an interactive question links every term."""
    if not guide.questions:
        return
    interactive = {(question.path, question.id) for question in guide.questions}
    found = uses(guide)
    for term in guide.terms:
        own = found.get(term.id)
        if own is None or not (own.pages or own.questions) or not guide.owns_name(term):  # T005 and T002 say so
            continue
        if not interactive & own.questions.keys():
            message = f'no interactive question links "{term.name}"; ask about it, or link it in an explanation'
            yield Finding(term.place, message)


def _at(page: Page, reference: Reference, message: str, replacement: str | None = None) -> Finding:
    return Finding(page.place(reference.offset), message, reference.end - reference.offset, replacement)
