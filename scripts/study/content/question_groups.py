"""The groups of printed questions: those of each session of the course, then the other questions of each page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from .course import Session, section
from .glossary import Term
from .guide import Guide
from .quiz import Question
from .short_answers import ShortAnswer

PAIRS = "contrasts/"
"""Pages whose first paragraph counts their questions, so it fits only if all of them are printed."""


@dataclass(frozen=True, slots=True)
class Group:
    """Questions in the order of print. The first `basic` ones are those that a session lists under Answer.

    `lead` is Markdown of the page at `path`.
    """

    id: str
    title: str
    lead: str
    path: str
    questions: tuple[Question, ...]
    session: Session | None = None
    basic: int = 0


def groups(guide: Guide, questions: Sequence[Question]) -> tuple[Group, ...]:
    """The groups of all these questions, each question once. The questions of a page keep their order."""
    sessions = tuple(_of_sessions(guide))
    taken = {question.place for group in sessions for question in group.questions}
    return (*sessions, *_of_pages(guide, [each for each in questions if each.place not in taken], taken))


def _of_sessions(guide: Guide) -> Iterator[Group]:
    """The questions of a session, then those about the pairs in its reading."""
    by_address = {(question.path, question.id): question for question in reversed(guide.questions) if question.id}
    left = dict.fromkeys(by_address.values())
    listed = {target for session in guide.sessions for target in _asks(session)}
    for session in guide.sessions:
        asked = [by_address[target] for target in _asks(session) if target in by_address]
        basic = tuple(question for question in dict.fromkeys(asked) if question in left)
        read = (by_address[address] for address in _addresses_read(guide, session) if address not in listed)
        pairs = tuple(question for question in dict.fromkeys(read) if question in left)
        for question in (*basic, *pairs):
            del left[question]
        title = f"Session {session.number}: {session.title}"
        id = f"session-{session.id}"
        yield Group(id, title, session.page.lead, session.path, basic + pairs, session, len(basic))


def _asks(session: Session) -> list[tuple[str, str]]:
    return [(target.path, target.id) for target in session.asks]


def _addresses_read(guide: Guide, session: Session) -> Iterator[tuple[str, str]]:
    """The questions in the sections of the reading of a session."""
    for target in session.reads:
        page = guide.pages.get(target.path)
        heading = section(page, target.id) if page else None
        if page is None or heading is None:
            continue
        start, stop = page.section(heading)
        for question in guide.questions:
            if question.path == page.path and question.id and start <= question.place.offset < stop:
                yield question.path, question.id


def _of_pages(guide: Guide, questions: Iterable[Question], taken: Iterable[object]) -> Iterator[Group]:
    by_path: dict[str, list[Question]] = {}
    for question in questions:
        by_path.setdefault(question.path, []).append(question)
    cut = {question.path for question in guide.questions if question.place in set(taken)}
    for path, own in by_path.items():
        page = guide.pages[path]
        lead = "" if path in cut and path.startswith(PAIRS) else page.lead
        yield Group(f"theme-{path.removesuffix('.md').replace('/', '-')}", page.title, lead, path, tuple(own))


def terms_needed(guide: Guide, answer: ShortAnswer) -> set[Term]:
    """The terms that the key points of an answer link."""
    found = (guide.term_of(reference) for point in answer.key_points for reference in point.references)
    return set(filter(None, found))


def session_of(guide: Guide, answer: ShortAnswer) -> Session | None:
    """The session that lists a short answer, or the first one after which all terms of its points are known."""
    for session in guide.sessions:
        if (answer.path, answer.id) in _asks(session):
            return session
    needed = terms_needed(guide, answer)
    for session in guide.sessions:
        needed -= set(guide.terms_of(session.page))
        if not needed:
            return session
    return None
