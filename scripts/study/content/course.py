"""The course: sessions of about twenty minutes, one page each, in the order that the course page lists them."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from .inline import Link, Reference, plain
from .page import Heading, Page
from .personas import persona_of
from .source import Place

FOLDER = "learn"
PATH = f"{FOLDER}/index.md"
READ, ANSWER, REMEMBER = "read", "answer", "remember"
SECTIONS = (READ, ANSWER, REMEMBER)
LISTED = "sessions"  # the section of the course page that lists the sessions
DEEPER = "deeper"  # the section of the course page with a table of optional pages
NEW = "new"  # the section of the course page for newcomers, which may ask a first question
WORDS_A_MINUTE = 200
MINUTES_A_QUESTION = 1


@dataclass(frozen=True, slots=True)
class Target:
    """A link of a session to a page or one of its sections: the page's path and the section's id, empty for none."""

    path: str
    id: str
    text: str
    place: Place
    length: int


@dataclass(frozen=True)
class Session:
    """One session. `id` is the page's file name without its suffix; `number` counts from 1.

    `reads` are the links of its list under `Read`, `asks` those under `Answer`. The first session also asks what the
    course page asks newcomers; the place of a link includes its page.
    """

    id: str
    number: int
    page: Page
    reads: tuple[Target, ...]
    asks: tuple[Target, ...]

    @property
    def path(self) -> str:
        return self.page.path

    @property
    def title(self) -> str:
        return self.page.title

    @property
    def goal(self) -> str:
        """What the learner can do at the end: the first paragraph, as plain text."""
        return plain(self.page.lead)

    @property
    def place(self) -> Place:
        return self.page.place(0)

    @property
    def references(self) -> list[Reference]:
        """Mentions of terms on the page: the terms that a learner meets in this session."""
        return self.page.references

    @cached_property
    def links(self) -> frozenset[tuple[str, str]]:
        """Every page and section that the session links, as path and id."""
        return frozenset((target.path, target.id) for target in targets(self.page))


def sessions(pages: Mapping[str, Page]) -> tuple[Session, ...]:
    """The sessions in the order of the course page; a page that the list names twice counts once."""
    listed = dict.fromkeys(target.path for target in listed_sessions(pages))
    found = (pages[path] for path in listed if path in pages)
    first = tuple(_linked_below(pages.get(PATH), NEW))
    return tuple(_session(page, number, first if number == 1 else ()) for number, page in enumerate(found, 1))


def listed_sessions(pages: Mapping[str, Page]) -> list[Target]:
    """The links of the course page's list of sessions, as typed."""
    return list(_linked_below(pages.get(PATH), LISTED))


def session_pages(pages: Mapping[str, Page]) -> list[Page]:
    """Every page of the course's folder except the course page, whether or not the list names it."""
    return [page for path, page in pages.items() if posixpath.dirname(path) == FOLDER and path != PATH]


def sessions_for(pages: Mapping[str, Page], found: Sequence[Session], persona: str) -> tuple[Session, ...]:
    """The sessions of one role: the first session, which is for everyone, and those in the role's row of a table."""
    page = pages.get(PATH)
    links = list(targets(page)) if page else []
    lines = {link.place.line for link in links if persona_of(link.path) == persona}
    own = {link.path for link in links if link.place.line in lines}
    return tuple(session for session in found if own and (session.number == 1 or session.path in own))


def deeper(pages: Mapping[str, Page], session: Session) -> tuple[Target, ...]:
    """The optional pages that follow a session: those in its row of a table of the course page."""
    page = pages.get(PATH)
    heading = section(page, DEEPER) if page else None
    listed = list(targets(page, *page.section(heading))) if page and heading else []
    lines = {link.place.line for link in listed if link.path == session.path}
    return tuple(link for link in listed if link.place.line in lines and link.path != session.path)


def section(page: Page, id: str) -> Heading | None:
    """The heading of a page with this id."""
    return next((heading for heading in page.headings if heading.id == id), None)


def minutes(pages: Mapping[str, Page], session: Session) -> int:
    """The minutes of a session: its words and those of its reading at 200 a minute, and a minute for each question."""
    words = _words(session.page.source.text) + sum(_words(text) for text in _read(pages, session))
    return round(words / WORDS_A_MINUTE + len(session.asks) * MINUTES_A_QUESTION)


def targets(page: Page, start: int = 0, stop: int | None = None) -> Iterator[Target]:
    """The links of a page, or of the part between two offsets, that lead to a page of the guide."""
    for link in page.links:
        if start <= link.offset and (stop is None or link.offset < stop) and not link.image:
            target = _target(page, link)
            if target is not None:
                yield target


def _session(page: Page, number: int, first: tuple[Target, ...]) -> Session:
    name = posixpath.basename(page.path).removesuffix(".md")
    return Session(name, number, page, tuple(_linked_below(page, READ)), (*first, *_linked_below(page, ANSWER)))


def _linked_below(page: Page | None, id: str) -> Iterator[Target]:
    """The first link of each list item below a heading."""
    heading = section(page, id) if page else None
    if page is None or heading is None:
        return
    lines: set[int] = set()
    for target in targets(page, *page.section(heading)):
        line = page.source.text[page.source.offset(target.place.line) :].lstrip()
        if target.place.line not in lines and line[:1] in "-*0123456789":
            lines.add(target.place.line)
            yield target


def _target(page: Page, link: Link) -> Target | None:
    path, _, id = link.target.partition("#")
    if "://" in link.target or (path and not path.endswith(".md")):
        return None
    whole = posixpath.normpath(posixpath.join(posixpath.dirname(page.path), path)) if path else page.path
    return Target(whole, id, plain(link.text), page.place(link.offset), link.end - link.offset)


def _read(pages: Mapping[str, Page], session: Session) -> Iterator[str]:
    for target in session.reads:
        page = pages.get(target.path)
        if page is None:
            continue
        heading = section(page, target.id) if target.id else None
        start, stop = page.section(heading) if heading else (0, len(page.source.text))
        yield page.source.text[start:stop]


def _words(text: str) -> int:
    """Words as a reader counts them: neither addresses nor the bars of a table."""
    return sum(any(sign.isalnum() for sign in word) for word in plain(text).split())
