"""The guide: the content of the site, read once from its pages. All outputs are made from it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property, lru_cache

from . import course, glossary
from .essays import Prompt, is_prompt, prompt
from .glossary import Term
from .inline import Reference, fold
from .navigation import Entry
from .page import Page
from .quiz import Question, questions
from .short_answers import ShortAnswer, short_answers
from .source import Source


@lru_cache(maxsize=1024)
def _page(source: Source) -> Page:
    """The page of a source. While serving, a file that has not changed gives the same page, so it is read once."""
    return Page(source)


@dataclass(frozen=True, eq=False)
class Guide:
    """Pages by path, the paths of all other files that a page may link to, and the navigation's pages in its order.

    `entries` is the same navigation with places; `today` is the day on which the guide is read.
    """

    pages: dict[str, Page]
    files: frozenset[str] = frozenset()
    nav: tuple[str, ...] | None = None  # not known
    entries: tuple[Entry, ...] = ()
    today: date | None = None  # not known

    @classmethod
    def read(
        cls,
        sources: Iterable[Source],
        files: Iterable[str] = (),
        nav: Iterable[str] | None = None,
        entries: Iterable[Entry] = (),
        today: date | None = None,
    ) -> Guide:
        pages = {source.path: _page(source) for source in sources}
        return cls(pages, frozenset(files), None if nav is None else tuple(nav), tuple(entries), today)

    def with_pages(self, sources: Iterable[Source]) -> Guide:
        """A new guide with these pages too. `self` and its cached properties do not change."""
        return replace(self, pages={**self.pages, **{source.path: _page(source) for source in sources}})

    @cached_property
    def terms(self) -> tuple[Term, ...]:
        """All terms in alphabetical order."""
        return tuple(glossary.terms(self))

    @cached_property
    def terms_by_file(self) -> dict[str, Term]:
        """The term of each term file; of two in one file, the first."""
        return {term.path: term for term in sorted(self.terms, key=lambda term: -term.offset)}

    @cached_property
    def by_name(self) -> dict[str, Term]:
        """Terms by folded name, and by folded alias unless a name is the same; the first of two equal ones wins."""
        named: dict[str, Term] = {}
        for term in self.terms:
            named.setdefault(fold(term.name), term)
        for term in self.terms:
            for alias in term.aliases:
                named.setdefault(fold(alias), term)
        return named

    @cached_property
    def questions(self) -> tuple[Question, ...]:
        return tuple(question for page in self.pages.values() for question in questions(page))

    @cached_property
    def short_answers(self) -> tuple[ShortAnswer, ...]:
        return tuple(answer for page in self.pages.values() for answer in short_answers(page))

    @cached_property
    def prompts(self) -> tuple[Prompt, ...]:
        return tuple(prompt(page) for page in self.pages.values() if is_prompt(page))

    @cached_property
    def sessions(self) -> tuple[course.Session, ...]:
        """The sessions of the course, in their order."""
        return course.sessions(self.pages)

    def owns_name(self, term: Term) -> bool:
        """Whether references by the term's name lead to it, rather than to an earlier term of the same name."""
        return self.by_name[fold(term.name)] is term

    def term_of(self, reference: Reference) -> Term | None:
        return self.by_name.get(reference.label)

    def terms_of(self, page: Page) -> list[Term]:
        """The terms a page refers to, each once, in the order of their first mention."""
        found = (self.term_of(reference) for reference in page.references)
        return list(dict.fromkeys(term for term in found if term))

    def references_of(self, item: Question | ShortAnswer) -> Iterable[Reference]:
        """The references in the whole section of a question, with its reasons and key points."""
        page = self.pages[item.path]
        heading = page.heading_of(item.place.offset)
        start, stop = page.section(heading) if heading else (item.place.offset, len(page.source.text))
        return page.references_between(start, stop)

    def __iter__(self) -> Iterator[Page]:
        return iter(self.pages.values())
