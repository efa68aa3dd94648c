"""A term's own page: besides its text, it lists the uses of the term and has two questions about it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from html import escape
from itertools import groupby
from typing import Any
from xml.etree.ElementTree import Comment, Element

from ..content.backlinks import Uses, uses
from ..content.cards import named, terms_of
from ..content.glossary import PATH, Term
from ..content.guide import Guide
from ..content.page import Page
from ..content.quiz import Question
from ..content.source import Source
from ..render.term_links import description_id
from .questions_in_place import in_place

SHOWN = 5  # links in one line of a term's uses
ASKED = 2  # the number of questions on the page
QUESTIONS = "term-questions"  # the class of the block with the questions
_HEADING = "questions-about-it"


def term_pages(guide: Guide) -> dict[str, Page]:
    """The page of each term by its path, with questions that ask about it at its end."""
    asking = _questions(guide)
    return {path: _page(guide, term, asking.get(term, [])) for path, term in guide.terms_by_file.items()}


def _questions(guide: Guide) -> dict[Term, list[Question]]:
    """The questions that link each term, those about the fewest terms first."""
    found: dict[Term, list[Question]] = {}
    for question in guide.questions:
        if named(guide, question) and not question.faults:
            for term in terms_of(guide, question):
                found.setdefault(term, []).append(question)
    return {term: sorted(asked, key=lambda each: len(terms_of(guide, each))) for term, asked in found.items()}


def _page(guide: Guide, term: Term, asking: list[Question]) -> Page:
    page = guide.pages[term.path]
    chosen = _of_two_kinds([question for question in asking if question.id not in page.anchors])
    if not chosen:
        return page
    text = f"{page.source.text.rstrip()}\n\n## Questions about it {{ #{_HEADING} data-search-exclude }}\n"
    for question in chosen:
        asked = guide.pages[question.path]
        heading = next(heading for heading in asked.headings if heading.id == question.id)
        text += f"\n{in_place(asked, heading, page.path)}\n"
    return Page(Source(page.path, text))


def _of_two_kinds(questions: list[Question]) -> list[Question]:
    """The first question, and the first of another kind where there is one."""
    other = [each for each in questions if each.kind != questions[0].kind]
    return list({each.id: each for each in [*questions[:1], *other[:1], *questions[1:]]}.values())[:ASKED]


def decorate(root: Element, term: Term) -> None:
    """Name the definition, mark where the uses go, and put the questions into one block.

    Links to the term refer to its first paragraph with `aria-describedby`. The uses replace the mark after the page is
    indexed, so that search does not find them.
    """
    children = list(root)
    after = next((at for at, each in enumerate(children) if each.get("id") == _HEADING), len(children))
    definition = next((each for each in children[:after] if each.tag == "p"), None)
    if definition is not None and term.definition:
        definition.set("id", description_id(term))
        definition.set("data-term", term.name)
    shown: list[Any] = [*children[:after], Comment("uses")]  # a comment is an element too, but typed differently
    if children[after:]:
        block = Element("div", {"class": QUESTIONS})
        block.extend(children[after:])
        shown.append(block)
    root[:] = shown


def with_uses(html: str, guide: Guide, term: Term, address: Callable[[str], str]) -> str:
    """The page with a way back to the list of terms, and the uses of its term in place of their mark.

    `address` returns the address of a page's path, relative to this page.
    """
    own = uses(guide).get(term.id)
    told = _details(guide, own, address) if own and (own.pages or own.questions) else ""
    back = f'<p class="back">{_link(address(PATH), guide.pages[PATH].title)}</p>\n' if PATH in guide.pages else ""
    return back + html.replace("<!--uses-->", told)


def _details(guide: Guide, uses: Uses, address: Callable[[str], str]) -> str:
    lines = (
        ("Used on", [_link(address(path), title) for path, title in uses.pages.items()]),
        ("Asked in", list(_asked(guide, uses, address))),
    )
    listed = "".join(f"<li>{label}: {_some(links)}</li>" for label, links in lines if links)
    return f'<details class="uses"><summary>Where it is used: {_count(uses)}</summary><ul>{listed}</ul></details>'


def _some(links: list[str]) -> str:
    """The first links, and the number of the others, so that the page stays small."""
    more = f" and {len(links) - SHOWN} more" if len(links) > SHOWN else ""
    return ", ".join(links[:SHOWN]) + more


def _asked(guide: Guide, uses: Uses, address: Callable[[str], str]) -> Iterator[str]:
    """One link a page, to its first question about the term, and the number of them there."""
    for path, group in groupby(uses.questions, lambda question: question[0]):
        ids = [id for _, id in group]
        yield _link(f"{address(path)}#{ids[0]}", guide.pages[path].title) + (f" ({len(ids)})" if ids[1:] else "")


def _link(href: str, text: str) -> str:
    return f'<a href="{escape(href)}">{escape(text, quote=False)}</a>'


def _count(uses: Uses) -> str:
    counted = ((len(uses.pages), "page"), (len(uses.questions), "question"))
    return ", ".join(f"{number} {noun}{'s' if number > 1 else ''}" for number, noun in counted if number)
